"""Pages with nothing but the search box and texts, for tests and benchmarks of the box alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from html import escape
from importlib import resources
from pathlib import Path

import jinja2

from guizhang.site import client
from guizhang.site.search.index import Shown

THEME = Path(str(resources.files("guizhang.site"))) / "theme"
ASSETS = THEME / "assets" / "guizhang"


def write_box(folder: Path, index: Mapping[str, bytes], mark: str, documents: Iterable[Shown] = ()) -> Path:
    """Write an empty start page with the box, the index, and for each document a section that prints it.

    Args:
        folder: Where to.
        index: Files of the index.
        mark: What the pages say of their build.
        documents: What is to be led to.
    """
    assets = folder / "assets" / "guizhang"
    for name, content in index.items():
        path = assets / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in ("view.js", "search.js", "search.css", "site.css"):
        shutil.copy(ASSETS / name, assets / name)
    (assets / "search-box.js").write_bytes(client.script())
    (assets / "test.css").write_text(".tall { height: 2000px }", encoding="utf-8")
    pages: dict[str, list[str]] = {"index.html": ["<p>首页</p>"]}
    for document in documents:
        pages.setdefault(document.url.partition("#")[0], []).append(_section(document))
    for page, sections in pages.items():
        target = folder / page
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_page("/".join([".."] * page.count("/")) or ".", "".join(sections), mark), encoding="utf-8")
    return folder


def _section(document: Shown) -> str:
    bodies = zip(document.body_zh.split("\n"), document.body_en.split("\n"), strict=True)
    rows = "".join(f'<div lang="zh-Hans">{escape(zh)}</div><div lang="en">{escape(en)}</div>' for zh, en in bodies)
    anchor = document.url.partition("#")[2]
    head = f'<h2 id="{anchor}">{escape(document.title_zh)} {escape(document.title_en)}</h2>'
    return f'<section>{head}{rows}<p class="tall"></p></section>'


def _page(root: str, sections: str, mark: str) -> str:
    source = (THEME / "partials" / "search.html").read_text(encoding="utf-8")
    partial = jinja2.Environment(autoescape=True).from_string(source)
    base = f"{root}/assets/guizhang"
    styles = "".join(f'<link rel="stylesheet" href="{base}/{name}.css">' for name in ("site", "search", "test"))
    return (
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>t</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">{styles}'
        f'<script src="{base}/view.js" data-default="both"></script>'
        f'<script src="{base}/search.js?7" defer></script></head><body>'
        f"{partial.render(base_url=root, gz={'index': mark})}<main>{sections}</main></body></html>"
    )
