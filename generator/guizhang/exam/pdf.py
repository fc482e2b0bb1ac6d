"""PDF by Typst. Documents are templates of our own; everything else reaches them as JSON and is never parsed as markup."""

from __future__ import annotations

import json
import re
import threading
from functools import cached_property
from importlib.resources import files
from typing import Any

CJK_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Noto Serif CJK SC",
    "SimSun",
)
"""Fonts with Simplified Chinese, the first one installed is used (the order decides the look, so it is fixed)."""

SUBSTITUTE = "〓"
"""Printed for a character no font can draw, as Chinese and Japanese printers always have."""
_CHECKED = "a-2b"
_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

_threads = threading.Event()
"""Set once Typst has set something in this process."""

# PDFs carry a time of making; a fixed one keeps the bytes the same.
_TIMESTAMP = 1_767_225_600


def forkable() -> bool:
    """Tell whether a process forked now could set PDFs: Typst's threads stay behind, and the fork would wait for them."""
    return not _threads.is_set()


class Typesetter:
    """Turns views into PDF; one for a whole exam, since looking for fonts takes longer than setting a page.

    Args:
        standard: A PDF standard to keep to; ``a-2b`` refuses a character no font can draw.
        package: Where the templates are, in a folder ``typst``.
    """

    def __init__(self, standard: str | None = None, package: str = "guizhang.exam") -> None:
        self._package = package
        self._standards = [standard] if standard else []
        self.undrawn: set[str] = set()

    @cached_property
    def family(self) -> str | None:
        """The Chinese font to use; ``None`` where none is installed."""
        installed = set(self._fonts.families())
        return next((family for family in CJK_FAMILIES if family in installed), None)

    @property
    def takes_pictures(self) -> bool:
        """Whether a page may have a page of another PDF on it; Typst can do so under no standard."""
        return not self._standards

    @cached_property
    def _fonts(self) -> Any:
        import typst

        return typst.Fonts()

    @cached_property
    def _compiler(self) -> Any:
        import typst

        return typst.Compiler(font_paths=self._fonts)

    def pdf(self, template: str, view: dict[str, Any], *, tagged: bool = True, checked: bool = False) -> bytes:
        """Return *view* set by the template ``typst/NAME.typ``.

        Args:
            template: Name of the template.
            view: What it prints; anything JSON can hold.
            tagged: Whether the PDF tells screen readers its structure; it is four times as large then.
            checked: Whether it has to be whole: every font in the file, and `SUBSTITUTE` for what no font can draw, which
                is added to `undrawn`. Such a PDF cannot hold pages of another.
        """
        folder = files(self._package) / "typst"
        source = (folder / "common.typ").read_bytes() + b"\n" + (folder / f"{template}.typ").read_bytes()
        data = json.dumps({**view, "font": self.family}, ensure_ascii=False)
        if not checked or self._standards:
            return self._compiled(source, data, self._standards, tagged=tagged)
        while True:
            try:
                return self._compiled(source, data, [_CHECKED], tagged=tagged)
            except RuntimeError as error:
                found = _UNDRAWN.search(str(error))
                if found is None:
                    raise
                # Typst names one text at a time.
                signs = set(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1])) - {SUBSTITUTE}
                if not signs & set(data):
                    raise
                self.undrawn |= signs
                data = data.translate(dict.fromkeys(map(ord, signs), SUBSTITUTE))

    def _compiled(self, source: bytes, data: str, standards: list[str], *, tagged: bool) -> bytes:
        _threads.set()
        pdf = self._compiler.compile(
            input=source,
            format="pdf",
            sys_inputs={"data": data},
            timestamp=_TIMESTAMP,
            pdf_standards=standards,
            pdf_tags=tagged,
        )
        assert isinstance(pdf, bytes)
        return pdf
