"""Native characters of any piece of a Word part, in order: for text that is dropped as a whole, with its reason."""

from __future__ import annotations

from lxml import etree

from guizhang.importers.readers.docx.names import CHART, MC, UNDERSTOOD, A, M, V, w
from guizhang.importers.readers.docx.signs import sign

TEXTS = frozenset({w("t"), w("delText"), w("instrText"), w("delInstrText"), f"{{{M}}}t", f"{{{A}}}t", f"{{{CHART}}}v"})
"""Elements whose content is text."""
ALTERNATE = f"{{{MC}}}AlternateContent"
TEXT_PATH = f"{{{V}}}textpath"
SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
"""Elements of a run that stand for one character."""
SKIPPED = frozenset({w("pPr"), w("rPr"), w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr"), w("sectPr"), w("sdtPr")})
"""Properties: what stands in them is never text, though a w:tab stands there too."""
_BLANKS = str.maketrans("\n\r", "  ")


def text_of(node: etree._Element) -> str:
    """Return the content of a text element; Word shows a line feed in it as a blank, and so it is stored as one."""
    return "".join(str(part) for part in node.itertext()).translate(_BLANKS)


def symbol(node: etree._Element) -> str:
    """Return the character of a w:sym."""
    try:
        code = int(node.get(w("char"), ""), 16)
    except ValueError:
        code = 0xFFFD
    return sign(node.get(w("font"), ""), code)


def flat_text(node: etree._Element) -> str:
    """Return all native characters in *node*; of alternate contents each different one once."""
    parts: list[str] = []
    _collect(node, parts)
    return "".join(parts)


def _collect(node: etree._Element, parts: list[str]) -> None:
    tag = node.tag
    if tag in TEXTS:
        parts.append(text_of(node))
    elif tag == ALTERNATE:
        parts.extend(dict.fromkeys(flat_text(branch) for branch in node))
    elif tag not in SKIPPED:
        if tag in SIGNS:
            parts.append(SIGNS[str(tag)])
        elif tag == w("sym"):
            parts.append(symbol(node))
        elif tag == TEXT_PATH:
            parts.append(path_text(node))
        for child in node:
            _collect(child, parts)


def path_text(node: etree._Element) -> str:
    """Return the words of an old WordArt, which stand in an attribute."""
    return node.get("string", "").translate(_BLANKS)


def choose_branch(node: etree._Element) -> etree._Element | None:
    """Return the branch of an AlternateContent to read: the first Choice that is understood, else the Fallback.

    A branch without text never outranks one that has some: some programs write the text of a box only once.
    """
    branches = [child for child in node if child.tag in {f"{{{MC}}}Choice", f"{{{MC}}}Fallback"}]
    understood = [branch for branch in branches if _understood(branch)]
    for branch in understood + branches:
        if flat_text(branch):
            return branch
    return next(iter(understood + branches), None)


def _understood(branch: etree._Element) -> bool:
    needed = branch.get("Requires", "").split()
    return branch.tag == f"{{{MC}}}Fallback" or all(branch.nsmap.get(prefix) in UNDERSTOOD for prefix in needed)
