"""Workbooks put together part by part, as other programs write them."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(cells: str | dict[str, str], *, strings="", styles="", workbook="", states=(), more=None, space=MAIN) -> bytes:
    """Return a workbook of sheets given as the content of ``sheetData`` (or from ``<`` on, of the whole part)."""
    sheets = cells if isinstance(cells, dict) else {"作答": cells}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" {dict(states).get(name, "")}/>'
        for n, name in enumerate(sheets, 1)
    )
    parts = {
        "_rels/.rels": _relations([("x1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{RELATIONS}">{workbook}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            [(f"r{n}", "worksheet", f"worksheets/s{n}.xml") for n in range(1, len(sheets) + 1)]
            + [("a", "sharedStrings", "/xl/shared.xml"), ("b", "styles", "styles.xml")]
        ),
        "xl/shared.xml": f'<sst xmlns="{space}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{space}">{styles}</styleSheet>',
    }
    for n, content in enumerate(sheets.values(), 1):
        whole = f'<worksheet xmlns="{space}"><sheetData>{content}</sheetData></worksheet>'
        parts[f"xl/worksheets/s{n}.xml"] = (
            content if content.startswith(("<?xml", "<x:", "<worksheet", "<!")) else whole
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (parts | (more or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def _relations(found) -> str:
    listed = "".join(
        f'<Relationship Id="{i}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for i, kind, target in found
    )
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'
