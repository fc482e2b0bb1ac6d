"""What the policy keeps hand-written pages from doing: said once, before a reader meets a page that does not work.

Our own pages need nothing of the kind; tests hold that.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.yamlio.content import shown

_LOADING = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "link": "href",
    "video": "src",
    "audio": "src",
    "form": "action",
}
_MEND = Message(
    "把样式写进样式表，把脚本写成文件，把图片放进本文件夹",
    "put styles into a style sheet, scripts into files, and pictures into this folder",
)


def blocked(site: Path, written: Path) -> Iterator[Diagnostic]:
    """Yield PUB006 for what the policy would block on the hand-written pages below *written*."""
    for source in sorted(p for p in written.rglob("*") if p.suffix in (".md", ".html")):
        page = site / source.relative_to(written).with_suffix(".html")
        if not page.is_file():
            continue
        reader = _Reader()
        reader.feed(_article(page.read_text(encoding="utf-8")))
        for what in dict.fromkeys(reader.found):
            yield Diagnostic(
                "PUB006", Severity.WARNING, Source(shown(source)), "",
                Message(f"发布后不起作用：{what}", f"this will have no effect once published: {what}"), _MEND,
            )  # fmt: skip


def _article(html: str) -> str:
    """Return what the author wrote, without the frame around it."""
    start = html.find("<article")
    return html[start : html.find("</article>", start)] if start >= 0 else html


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the policy blocks in this tag."""
        given = {name: value or "" for name, value in attrs}
        if tag == "style":
            self.found.append("<style>")
        self.found += [f'{name}="{given[name][:60]}"' for name in given if name == "style" or name.startswith("on")]
        target = given.get(_LOADING.get(tag, ""), "")
        if target.startswith(("http:", "https:", "//")) or given.get("href", "").lower().startswith("javascript:"):
            self.found.append(f"<{tag}> {(target or given['href'])[:80]}")
