"""Word files from raw XML, as small as they can be: the tests say what stands in each part and nothing else."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "x": "urn:example:unknown",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header1": "header",
    "footer1": "footer",
    "data1": "diagramData",
    "chart1": "chart",
}
ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header1": "hdr", "footer1": "ftr"}


def part(root: str, inside: str) -> str:
    name = root if ":" in root else f"w:{root}"
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{name} {NAMESPACES}>{inside}</{name}>'


def pack(members: dict[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, method)
    return out.getvalue()


def members(body: str, *, styles: str = "", numbering: str = "", **parts: str) -> dict[str, bytes | str]:
    """Return the parts of a Word file; *parts* are the insides of footnotes, header1 … or whole XML texts."""
    found = {"styles": styles and part("styles", styles), "numbering": numbering and part("numbering", numbering)}
    for name, inside in parts.items():
        found[name] = inside if inside.startswith("<?xml") else part(ROOTS.get(name, name), inside)
    relations = "".join(
        f'<Relationship Id="r_{name}" Type="{RELATION}/{KINDS.get(name, name)}" Target="{name}.xml"/>'
        for name, content in found.items()
        if content
    )
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{KINDS.get(name, name)}+xml"/>'
        for name, content in found.items()
        if content
    )
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships {space}><Relationship Id="r1" Type="{RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships {space}>{relations}</Relationships>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": content for name, content in found.items() if content},
    }


def docx(body: str, **parts: str) -> bytes:
    return pack(members(body, **parts))


def run(text: str, properties: str = "") -> str:
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str = "", properties: str = "") -> str:
    """Return a paragraph; plain text as *content* becomes a run."""
    inside = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def item(num: int | None, level: int | None = 0, text: str = "文", style: str = "") -> str:
    """Return a paragraph with numbering stated on it."""
    stated = (f'<w:ilvl w:val="{level}"/>' if level is not None else "") + (
        f'<w:numId w:val="{num}"/>' if num is not None else ""
    )
    return para(text, (f'<w:pStyle w:val="{style}"/>' if style else "") + f"<w:numPr>{stated}</w:numPr>")


def lvl(
    place: int, text: str = "", kind: str = "decimal", start: int | None = 1, more: str = "", suff: str = ""
) -> str:
    return (
        f'<w:lvl w:ilvl="{place}">'
        + (f'<w:start w:val="{start}"/>' if start is not None else "")
        + (f'<w:numFmt w:val="{kind}"/>' if kind else "")
        + more
        + (f'<w:suff w:val="{suff}"/>' if suff else "")
        + f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def abstract(key: int, *levels: str, more: str = "", kind: str = "multilevel") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="{kind}"/>{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def override(place: int, start: int | None = None, level: str = "") -> str:
    begun = f'<w:startOverride w:val="{start}"/>' if start is not None else ""
    return f'<w:lvlOverride w:ilvl="{place}">{begun}{level}</w:lvlOverride>'


def style(key: str, properties: str = "", *, based: str = "", name: str = "", runs: str = "", more: str = "") -> str:
    kind = 'w:type="paragraph"' if "w:type" not in more else ""
    return (
        f'<w:style {kind} w:styleId="{key}" {more}><w:name w:val="{name or key}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f"<w:pPr>{properties}</w:pPr>" if properties else "")
        + (f"<w:rPr>{runs}</w:rPr>" if runs else "")
        + "</w:style>"
    )


def numbered(num_id: int | None = None, level: int | None = None) -> str:
    return (
        "<w:numPr>"
        + (f'<w:ilvl w:val="{level}"/>' if level is not None else "")
        + (f'<w:numId w:val="{num_id}"/>' if num_id is not None else "")
        + "</w:numPr>"
    )
