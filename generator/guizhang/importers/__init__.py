"""Import of rules as companies have them: text in, outline and a complete account of every character out."""

from guizhang.importers.outline import Document, Finding, Import, Node, NodeType
from guizhang.importers.pipeline import import_text
from guizhang.importers.refusal import ImportRefused
from guizhang.importers.report import ledger_json, outline_json

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
