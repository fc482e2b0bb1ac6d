"""PDF: printed by Chromium from pages, and set by Typst in one and two columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from benchmarks.rendering.blocks import Block
from benchmarks.rendering.pages import headings_and_lists, table

_CSS = (
    "<style>body{font:11pt/1.6 'Noto Serif CJK SC'}h1{text-align:center;font-size:16pt}"
    "p{margin:0 0 4pt;text-align:justify}table{border-collapse:collapse}td{border:1px solid #000;padding:2px 6px}</style>"
)


def printed_lines(browser: Any, blocks: Sequence[Block]) -> bytes:
    """Return a page of justified paragraphs with a running head and page numbers."""
    inner = []
    for row, group in groupby(blocks, key=lambda b: b.kind == "row"):
        some = list(group)
        if row and len(some) > 1:
            inner.append(table(some))
        else:
            inner += [
                f"<h1>{escape(b.text)}</h1>"
                if b.kind == "title"
                else f'<p style="text-indent:2em">{escape(b.text)}</p>'
                for b in some
            ]
    return _chromium(browser, "".join(inner), heads=True)


def printed_lists(browser: Any, blocks: Sequence[Block]) -> bytes:
    """Return a page of headings and lists, without running heads."""
    return _chromium(browser, headings_and_lists(blocks), heads=False)


def printed_from_browser(browser: Any, blocks: Sequence[Block]) -> bytes:
    """Return a page printed as browsers do: date and title above it, its address and page numbers below."""
    title = next((b.text for b in blocks if b.kind == "title"), "")
    inner = "".join(f"<p>{escape(b.text)}</p>" for b in blocks)
    cell = "font-size:8px;width:100%;padding:0 8mm;display:flex;justify-content:space-between"
    return _chromium(
        browser,
        inner,
        heads=True,
        head=f"<div style='{cell}'><span>2026/3/9 上午10:21</span><span>{escape(title)}</span><span></span></div>",
        foot=f"<div style='{cell}'><span>file:///C:/Rules/guizhang.html</span>"
        "<span><span class=pageNumber></span>/<span class=totalPages></span></span></div>",
    )


_CELL = "font-size:9px;width:100%;text-align:center"


def _chromium(
    browser: Any,
    page: str,
    *,
    heads: bool,
    head: str = f"<div style='{_CELL}'>某某物业公司员工手册</div>",
    foot: str = f"<div style='{_CELL}'>第 <span class=pageNumber></span> 页 共 <span class=totalPages></span> 页</div>",
) -> bytes:
    context = browser.new_context()
    tab = context.new_page()
    tab.set_content(_CSS + page)
    made = tab.pdf(
        format="A4",
        margin=dict.fromkeys(("top", "bottom", "left", "right"), "22mm"),
        display_header_footer=heads,
        header_template=head,
        footer_template=foot,
    )
    context.close()
    assert isinstance(made, bytes)
    return made


_TYPST = """
#let data = json(bytes(sys.inputs.data))
#set page(width: 210mm, height: 297mm, margin: 24mm, columns: data.columns,
  header: text(9pt)[某某物业公司员工手册 #h(1fr) 内部资料],
  footer: context align(center)[#counter(page).display("- 1 -")])
#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.8em, hanging-indent: data.hanging * 1em)
#for block in data.blocks {
  if block.kind == "title" { align(center, text(1.5em, weight: "bold", block.text))
  } else if block.kind == "heading" { text(weight: "bold", par(block.text))
  } else if block.kind == "table" {
    set par(justify: false, hanging-indent: 0pt)
    table(columns: block.rows.first().len(), ..block.rows.flatten().map(it => [#it]))
  } else if block.kind == "bullet" {
    grid(columns: (1.2em, 1fr), move(dy: 0.35em, circle(radius: 1.4pt, fill: black)), par(block.text))
  } else { par(block.text) }
}
"""


def typeset(blocks: Sequence[Block], *, columns: int, hanging: int) -> bytes:
    """Return the blocks set by Typst, with running head, page numbers and drawn bullets."""
    import typst

    given: list[dict[str, Any]] = []
    for row, group in groupby(blocks, key=lambda b: b.kind == "row"):
        some = list(group)
        if row and len(some) > 1:
            width = max(len(b.cells) for b in some)
            given.append({"kind": "table", "rows": [b.cells + [""] * (width - len(b.cells)) for b in some]})
            continue
        for b in some:
            if b.bullet:
                given.append({"kind": "bullet", "text": b.text[len(b.bullet) :]})
            else:
                given.append({"kind": b.kind, "text": b.text})
    data = json.dumps({"blocks": given, "columns": columns, "hanging": hanging}, ensure_ascii=False)
    made = typst.compile(_TYPST.encode(), sys_inputs={"data": data})
    assert isinstance(made, bytes)
    return made


PRINTS: Mapping[str, Callable[[Any, Sequence[Block]], bytes]] = {
    "pdf, Chromium, paragraphs": printed_lines,
    "pdf, Chromium, headings and ol": printed_lists,
    "pdf, printed from a browser": printed_from_browser,
    "pdf, Typst": lambda _, blocks: typeset(blocks, columns=1, hanging=2),
    "pdf, Typst, two columns": lambda _, blocks: typeset(blocks, columns=2, hanging=0),
}
