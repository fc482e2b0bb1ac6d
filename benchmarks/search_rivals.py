"""Other search engines for static sites over the same made-up corpus, installed into a temporary folder for the run."""

from __future__ import annotations

import html
import json
import subprocess
import venv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guizhang.model.regulation import Node, Regulation

_PACKAGES = ("pagefind[extended]", "mkdocs-material", "jieba")
_MKDOCS = r"""
site_name: Handbook
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: [zh, en], pipeline: [], separator: '[\s\u200b\u3000\-、。，．？！；]+'}}]
"""
# The index is made by the plugin's own code; rendering thousands of pages around it would measure MkDocs.
_MATERIAL = r"""
import json, pathlib, sys
import mkdocs.commands.build, mkdocs.config
from material.plugins.search.plugin import SearchIndex
root = pathlib.Path(sys.argv[1])
config = mkdocs.config.load_config(str(root / "mkdocs.yml"))
mkdocs.commands.build.build(config)
index = SearchIndex(**config.plugins["material/search"].config)
for line in open(root / "sections.jsonl", encoding="utf-8"):
    section = json.loads(line)
    texts = {key: index._segment_chinese(section[key]) for key in ("title", "text")}
    index.entries.append({"location": section["location"], **texts})
(root / "site/search/search_index.json").write_text(index.generate_search_index(None), encoding="utf-8")
"""


@dataclass(frozen=True)
class Rival:
    """A search engine on a folder of its own."""

    name: str
    page: str
    """The page to open, below the folder."""
    first_ten: str
    """JavaScript: a function of a query whose promise is kept when ten results are there."""
    part: str = "/search"
    """What the addresses of its files have in common."""
    ready: Literal["load", "domcontentloaded"] = "load"


PAGEFIND = Rival(
    "Pagefind",
    "index.html",
    """async (query) => {
      const pagefind = await import("/pagefind/pagefind.js");
      const found = await pagefind.search(query);
      const first = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
      return first.length;
    }""",
    part="/pagefind",
)
MATERIAL = Rival(
    "Material",
    "site/index.html",
    """(query) => new Promise((done) => {
      const seen = () => document.querySelectorAll(".md-search-result__item").length;
      new MutationObserver((_, self) => {
        if (seen() < 10) return;
        self.disconnect();
        done(seen());
      }).observe(document.body, { childList: true, subtree: true });
      const input = document.querySelector(".md-search__input");
      input.focus();
      input.value = query;
      input.dispatchEvent(new KeyboardEvent("keyup"));
    })""",
    # Its index is loaded with the page; whoever waits for all of it has waited for the search.
    ready="domcontentloaded",
)


def tools(folder: Path) -> Path | None:
    """Install the other engines below *folder*; return the Python that has them, None where they cannot be had."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    done = subprocess.run([python, "-m", "pip", "install", "-q", *_PACKAGES], capture_output=True, check=False)
    return python if done.returncode == 0 else None


def write_pagefind(python: Path, folder: Path, regulations: Iterable[Regulation]) -> None:
    """Write a page a chapter and Pagefind's index of them into *folder*."""
    for number, (regulation, chapter) in enumerate(_chapters(regulations)):
        body = "".join(
            f'<h2 id="{node.id}">{html.escape(_title(node))}</h2><p>{html.escape(_zh(node))}</p>'
            f'<p lang="en">{html.escape(_en(node))}</p>'
            for node in chapter.body
        )
        title = f"{_title(regulation)} {_title(chapter)}"
        text = f'<!doctype html><html lang="zh"><title>{title}</title><body><h1>{title}</h1>{body}'
        (folder / (f"page-{number}.html" if number else "index.html")).write_text(text, encoding="utf-8")
    subprocess.run([python, "-m", "pagefind", "--site", folder], capture_output=True, check=True)


def write_material(python: Path, folder: Path, regulations: Iterable[Regulation]) -> None:
    """Write a page of MkDocs with Material's search and the index of the whole corpus into *folder*."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Handbook\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    with (folder / "sections.jsonl").open("w", encoding="utf-8") as file:
        for number, (_, chapter) in enumerate(_chapters(regulations)):
            for section in _sections(number, chapter):
                file.write(json.dumps(section, ensure_ascii=False) + "\n")
    subprocess.run([python, "-c", _MATERIAL, folder], capture_output=True, check=True)


def _chapters(regulations: Iterable[Regulation]) -> Iterator[tuple[Regulation, Node]]:
    for regulation in regulations:
        for chapter in regulation.body:
            yield regulation, chapter


def _sections(number: int, chapter: Node) -> Iterator[Mapping[str, str]]:
    page = f"page-{number}.html"
    yield {"location": page, "title": _title(chapter), "text": ""}
    for node in chapter.body:
        text = f"<p>{html.escape(_zh(node))}</p> <p>{html.escape(_en(node))}</p>"
        yield {"location": f"{page}#{node.id}", "title": html.escape(_title(node)), "text": text}


def _title(place: Regulation | Node) -> str:
    return f"{place.title.either('zh')} {place.title.either('en')}" if place.title else ""


def _zh(node: Node) -> str:
    return str(node.text.either("zh")) if node.text else ""


def _en(node: Node) -> str:
    return str(node.text.either("en")) if node.text else ""
