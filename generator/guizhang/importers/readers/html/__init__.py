"""Web pages: every piece of text in order, with the numbers a browser prints and without what it hides.

Nothing is guessed here. Navigation goes only where the page's own elements name it; the rest is for the stages' votes.
"""

from __future__ import annotations

import re
from typing import Any

from guizhang.importers.extract import Extract
from guizhang.importers.readers.html.assemble import assemble
from guizhang.importers.readers.html.encoding import decode_page
from guizhang.importers.readers.html.judge import judge
from guizhang.importers.readers.html.page import Page
from guizhang.importers.readers.html.position import Position
from guizhang.importers.readers.html.unclosed import close_swallowers
from guizhang.importers.readers.html.walk import Walker
from guizhang.importers.readers.html.web_archive import is_archive, page_of
from guizhang.importers.refusal import ImportRefused

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")

MAX_TAGS = 2_000_000
"""A page above it is no document; it bounds time and memory, which grow with tags more than with text."""

_NO_FRAMES = 120
"""Characters of the longest title and notice of a frameset to browsers without frames; what is longer may be rules."""
_BLOCK_TAG = re.compile(
    r"<(?:p|div|br|li|tr|td|h[1-6]|table|pre|section|article|dd|dt|body|blockquote)\b", re.IGNORECASE
)


def read(data: bytes) -> Extract:
    """Return the text of a web page.

    Args:
        data: The page as saved, in any encoding, or a web archive of it; nothing it refers to is fetched.

    Raises:
        ImportRefused: The page is empty, a frame around other pages, a web archive without a page, too large or no text at all.
    """
    if is_archive(data):
        data = page_of(data)
    source = close_swallowers(decode_page(data))
    if source.count("<") > MAX_TAGS:
        raise ImportRefused(
            f"网页的标签超过 {MAX_TAGS:,} 个",
            f"the page has more than {MAX_TAGS:,} tags",
            "请只保留规章正文，或拆成较小的文件",
            "keep only the text of the rules, or split the page",
        )
    # A text file that only calls itself a page has its lines where its line feeds are.
    page = _walk(source, preformatted=_BLOCK_TAG.search(source) is None)
    frames = list(page.frames)
    extract = assemble(page, judge(page), _count(source))
    if extract.text.strip() and not (frames and len(extract.text) <= _NO_FRAMES):
        return extract
    if frames:
        names = "、".join(filter(None, frames)) or "?"
        raise ImportRefused(
            f"这个网页只是框架，正文在别的文件里：{names}",
            f"this page is only a frame around others: {names}",
            "请导入框架里的网页文件",
            "import the pages named in it",
        )
    raise ImportRefused(
        "网页里没有可读的正文（可能由脚本生成）",
        "the page has no text of its own (a script may draw it)",
        "请在浏览器中打开，等正文出现后另存为网页，或复制文字存为 .txt",
        "open it in a browser, wait for the text, save the page from there, or copy the text into a .txt file",
    )


def _walk(source: str, *, preformatted: bool) -> Page:
    walker = Walker(Position(source), preformatted=preformatted)
    _parse(source, walker)
    return walker.page


def _count(source: str) -> int:
    """Return the characters of all text and comments of a page: the second count, which knows nothing of the walk."""
    counter = _Counter()
    _parse(source, counter)
    return counter.chars


class _Counter:
    """A parser target that only counts."""

    def __init__(self) -> None:
        self.chars = 0

    def start(self, tag: str, attributes: object) -> None:
        pass

    def end(self, tag: str) -> None:
        pass

    def data(self, text: str) -> None:
        self.chars += len(text)

    def comment(self, text: str) -> None:
        self.chars += len(text)

    def pi(self, target: str, text: str | None = None) -> None:
        self.chars += len(target) + len(text or "")

    def close(self) -> None:
        pass


def _parse(source: str, target: Any) -> None:
    from lxml import etree

    # huge_tree lifts limits on text length; what it would guard against is bounded by size and tags above. HTML knows
    # no entity declarations and the parser loads nothing.
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True, no_network=True)
    parser.feed(source.encode("utf-8"))
    parser.close()
