#!/usr/bin/env python3
# /// script
# dependencies = ["python-docx"]
# ///
"""Print some of the fresh texts as web pages and Word files.

    forms.py            # sources/fresh/*.annotated -> fresh/NN-name.html, fresh/NN-name.docx

Every line of the text becomes a block of its own (row of a table, item of a list), in the same order and without blank
lines; running heads become headers of the Word file. The gold of the text holds but for its line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from annotate import HERE, Document, Outline, Reader
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

PAGES = {"01": "p", "06": "br", "07": "li", "10": "p", "17": "div", "18": "li"}
"""The files that become web pages, and what their lines become."""
WORD = ("03", "08", "09", "12")
GAP = re.compile(r"\t|\u3000{2,}")
PAGE = re.compile(r"第 \d+ 页")
CHROME = {
    "hans": ("热门排行", "最新更新", "搜索", "员工手册全文", "值班安排表", "试用期转正申请", "关于我们 | 联系方式 | 网站地图"),
    "en": ("Trending", "New", "Search", "Holiday calendar", "Shift planner", "Sample job offer", "About | Contact | Sitemap"),
}  # fmt: skip


@dataclass(frozen=True)
class Block:
    """One line of the text; `depth` is that of its first node, None without one."""

    text: str
    kind: str
    depth: int | None = None


def blocks(out: Outline) -> Iterator[Block]:
    """Yield the lines that are not blank; kinds: top, title, text, row, noise, foot."""
    noise = set(out.noise)
    first, last = out.documents[0].first, out.documents[-1].last
    depths = {n.line: n.depth for d in reversed(out.documents) for n in reversed(d.nodes)}
    titles = {_title(out.lines, d) for d in out.documents}
    for number, line in enumerate(out.lines, 1):
        text = line.strip(" \u3000")
        if not text:
            continue
        if number in noise:
            kind = "top" if number < first else "foot" if number > last else "noise"
        elif number in titles:
            kind = "title"
        else:
            kind = "row" if number not in depths and GAP.search(text) else "text"
        yield Block(text if kind != "row" else line.strip(" "), kind, depths.get(number))


def _title(lines: list[str], document: Document) -> int:
    wanted = re.sub(r"\s", "", document.title)
    return next(n for n in range(document.first, document.last + 1) if wanted in re.sub(r"\s", "", lines[n - 1]))


def page(found: list[Block], script: str, form: str) -> str:
    """Return a web page with the blocks in its middle."""
    popular, latest, search, *links, about = CHROME[script]
    top = [b.text for b in found if b.kind == "top"]
    foot = [b.text for b in found if b.kind == "foot"]
    body = [b for b in found if b.kind not in {"top", "foot"}]
    side = "".join(f'<li><a href="/a/{i}.html">{escape(link)}</a></li>' for i, link in enumerate(links, 1))
    name = next(b.text for b in body if b.kind == "title")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{"en" if script == "en" else "zh-CN"}"><head><meta charset="utf-8">',
            f"<title>{escape(name)} - {escape(top[0])}</title>",
            "<style>.main{float:left;width:70%}.side{float:right}</style>",
            '<script>var _track=_track||[];_track.push(["page","1. view"]);</script></head><body>',
            f'<div id="top"><span class="logo">{escape(top[0])}</span>',
            f'<form action="/s"><input name="q"><button>{search}</button></form></div>',
            *(f'<div class="nav">{_links(text)}</div>' for text in top[1:3]),
            '<div class="wrap"><div class="main">',
            *(f'<p class="lead">{escape(text)}</p>' for text in top[3:]),
            f'<div class="content" id="content">{_BODIES[form](body)}</div>',
            *(f'<p class="more">{escape(text)}</p>' for text in foot[:-1]),
            f'</div><div class="side"><h3>{popular}</h3><ol>{side}</ol><h3>{latest}</h3><ul>{side}</ul></div></div>',
            f'<div class="footer"><p>{about}</p><p>{escape(foot[-1])}</p></div>',
            "<!-- 0.031s --></body></html>\n",
        ],
    )


def _links(text: str) -> str:
    return " | ".join(f'<a href="#">{escape(part.strip())}</a>' for part in re.split(r"[|｜]", text))


def _table(rows: list[Block]) -> str:
    cells = ("".join(f"<td>{escape(cell.strip())}</td>" for cell in GAP.split(row.text)) for row in rows)
    return "<table border=1><tbody>" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "</tbody></table>"


def _with_tables(body: list[Block], one: dict[str, str]) -> str:
    parts = []
    for is_row, group in groupby(body, lambda b: b.kind == "row"):
        some = list(group)
        if is_row and len(some) > 1:
            parts.append(_table(some))
        else:
            parts += [one.get(f"{b.kind}{b.depth}", one.get(b.kind, one["text"])).format(escape(b.text)) for b in some]
    return "\n".join(parts)


def _nested(body: list[Block]) -> str:
    parts, level = [], 0
    for is_row, group in groupby(body, lambda b: b.kind == "row"):
        some = list(group)
        if is_row and len(some) > 1:
            parts.append(_table(some))
            continue
        for b in some:
            wanted = 0 if b.kind in {"title", "noise"} or b.depth == 0 else b.depth or level
            while level > wanted:
                parts.append("</li></ul>")
                level -= 1
            if b.depth and level == wanted:
                parts.append("</li>")
            while level < wanted:
                parts.append('<ul class="plain">' + ("<li>" if level + 1 < wanted else ""))
                level += 1
            form = {"title": "<h2>{}</h2>", "noise": '<div class="ad">{}</div>'}.get(b.kind, "<p>{}</p>")
            form = "<h3>{}</h3>" if b.depth == 0 else "<li>{}" if b.depth else form
            parts.append(form.format(escape(b.text)))
    return "\n".join([*parts, *["</li></ul>"] * level])


_BODIES = {
    "p": lambda body: _with_tables(
        body,
        {
            "text": '<p style="text-indent:2em"><span style="font-size:14px">{}</span></p>',
            "text0": "<p>\u3000\u3000<strong>{}</strong></p>",
            "title": '<p style="text-align:center"><strong>{}</strong></p>',
            "noise": '<div class="gg"><a href="#">{}</a></div>',
        },
    ),
    "br": lambda body: _with_tables(
        body,
        {
            "text": "&nbsp;&nbsp;&nbsp;&nbsp;{}<br />",
            "title": '<center><font size="4"><b>{}</b></font></center><br>',
            "noise": '<div align=right><script src="/ad.js"></script>{}</div>',
        },
    ),
    "div": lambda body: _with_tables(
        body,
        {
            "text": "<div>{}</div>",
            "text0": '<div class="lvl0"><b>{}</b></div>',
            "text2": '<div class="lvl2">{}</div>',
            "title": "<h2>{}</h2>",
            "noise": '<aside class="promo">{}</aside>',
        },
    ),
    "li": _nested,
}


def word(found: list[Block], path: Path) -> None:
    """Write the blocks as a Word file."""
    file = docx.Document()
    for is_row, group in groupby(found, lambda b: b.kind == "row"):
        some = list(group)
        if is_row and len(some) > 1:
            rows = [[cell.strip() for cell in GAP.split(b.text)] for b in some]
            table = file.add_table(len(rows), max(map(len, rows)), style="Table Grid")
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    table.cell(i, j).text = cell
            continue
        for b in some:
            if PAGE.match(b.text) and b.kind != "text":
                file.sections[0].header.paragraphs[0].text = b.text
                continue
            paragraph = file.add_paragraph()
            run = paragraph.add_run(b.text)
            if b.kind == "title" or (b.depth == 0 and not b.text.endswith(("。", "；"))):
                run.bold = True
            if b.kind == "title":
                paragraph.alignment, run.font.size = WD_ALIGN_PARAGRAPH.CENTER, Pt(16)
            elif b.depth:
                paragraph.paragraph_format.first_line_indent = Pt(21)
    buffer = BytesIO()
    file.save(buffer)
    with ZipFile(buffer) as dated, ZipFile(path, "w", ZIP_DEFLATED) as same:  # the same bytes on every run
        for name in dated.namelist():
            same.writestr(ZipInfo(name), dated.read(name), ZIP_DEFLATED)


def main() -> None:
    """Write every form."""
    for source in sorted((HERE / "sources" / "fresh").glob("*.annotated")):
        number = source.stem[:2]
        out = Reader(source.read_text(encoding="utf-8")).out
        path = HERE / "fresh" / source.stem
        if form := PAGES.get(number):
            text = page(list(blocks(out)), out.meta["script"], form)
            path.with_suffix(".html").write_text(text, encoding="utf-8", newline="")
        if number in WORD:
            word(list(blocks(out)), path.with_suffix(".docx"))


if __name__ == "__main__":
    main()
