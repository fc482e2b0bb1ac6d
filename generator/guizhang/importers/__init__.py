"""Import of rules as companies have them: text in, outline and a complete account of every character out.

The way of a file: `readers` make one text of it, `pipeline` and `stages` lead that through `lines` (what a line says for
itself), `documents` (where one begins), `furniture` (what is none of the rules), `nesting` (labels and text as nodes),
`accounting` (what became of every character) and `bilingual` (which text translates which). Then `drafting` writes what an
author edits, `merging` keeps what an author has edited, and `reporting` tells the owner. Each knows only those before it.
"""

from guizhang.importers.accounting.report import ledger_json, outline_json
from guizhang.importers.outline import Document, Finding, Import, Node, NodeType
from guizhang.importers.pipeline import import_text
from guizhang.importers.refusal import ImportRefused

__all__ = [
    "Document",
    "Finding",
    "Import",
    "ImportRefused",
    "Node",
    "NodeType",
    "import_text",
    "ledger_json",
    "outline_json",
]
