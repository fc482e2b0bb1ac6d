"""PDF by Typst. Documents are templates of our own; everything else reaches them as JSON and is never parsed as markup."""

from __future__ import annotations

import json
import re
import threading
import unicodedata
from collections.abc import Collection, Iterator
from functools import cached_property
from importlib.resources import files
from itertools import takewhile
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

LATIN_FAMILIES = (
    "Noto Sans",
    "Source Sans 3",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
    "Libertinus Serif",
)
"""Fonts for letters of names that Chinese fonts lack; those installed are asked in this order, and the last always is."""

_LACKING = (
    "[\u0104-\u010f\u0114-\u0119\u011c-\u0127\u012c-\u0142\u0145\u0146\u0149-\u014b\u0150\u0151\u0154-\u0167"
    "\u016e-\u019f\u01a2-\u01ae\u01b1-\u01cc\u01dd-\u01f7\u01fa-\u024f\u0370-\u0390\u03aa-\u03b0\u03ca-\u0400"
    "\u0402-\u040f\u0450\u0452-\u052f\u1e00-\u1e3d\u1e40-\u1e9f\u1f00-\u1fff]"
)
"""Latin, Greek and Cyrillic letters that even the widest Chinese fonts (Noto, Source Han) lack.

They have the letter and the accent apart, and Ż would be put together of the two with the accent beside its letter.
"""

SUBSTITUTE = "〓"
"""Printed for a character no font can draw, as Chinese and Japanese printers always have."""
_LATIN_SUBSTITUTE = "?"
"""In its place where no font has it either."""
_CHECKED = "a-2b"
_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_RESTING = ("Mn", "Mc", "Me", "Cf")
"""Categories of what stands on, or joins, the letter before it."""
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

_threads = threading.Event()
"""Set once Typst has set something in this process."""

# PDFs carry a time of making; a fixed one keeps the bytes the same.
_TIMESTAMP = 1_767_225_600


def substituted(text: str, sign: str, substitute: str = SUBSTITUTE) -> str:
    """Return *text* with *substitute* where *sign* cannot be drawn, and without the marks and joiners on it there.

    Marks (vowels of Tibetan and Burmese, accents) would be drawn on the substitute, which no font can do. Where *sign* bears
    marks in some places, those places are what cannot be drawn: a 1 in a box is no reason to lose every 1.
    """
    head, *tails = text.split(sign)
    bare = [tail.lstrip(_marks(tail)) for tail in tails]
    marked = any(len(b) < len(tail) for b, tail in zip(bare, tails, strict=True))
    if not marked and sign.isascii():
        return text
    parts = [
        (substitute if len(b) < len(tail) or not marked else sign) + b for b, tail in zip(bare, tails, strict=True)
    ]
    return head + "".join(parts)


def spared(text: str, signs: Collection[str]) -> str:
    """Return *text* with `SUBSTITUTE` for each of *signs*, none of which can be drawn."""
    for sign in sorted(signs):
        while (done := substituted(text, sign)) != text:
            text = done
    return text


def clusters(text: str) -> Iterator[str]:
    """Yield the letters of *text*, each with the marks and joiners on it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or unicodedata.category(text[at]) not in _RESTING:
            yield text[start:at]
            start = at


def _marks(text: str) -> str:
    """Return the marks and joiners *text* begins with."""
    return "".join(takewhile(lambda c: unicodedata.category(c) in _RESTING, text))


def forkable() -> bool:
    """Tell whether a process forked now could set PDFs: Typst's threads stay behind, and the fork would wait for them."""
    return not _threads.is_set()


class Typesetter:
    """Turns views into PDF; one for a whole exam, since looking for fonts takes longer than setting a page.

    Args:
        package: Where the templates are, in a folder ``typst``.
        standard: A PDF standard to keep to, such as ``ua-1``.
    """

    def __init__(self, package: str, standard: str | None = None) -> None:
        self._package = package
        self._standards = [standard] if standard else []
        self.undrawn: set[str] = set()
        """What no font can draw: letters, a few of them with what stands on them."""

    @cached_property
    def family(self) -> str | None:
        """The Chinese font to use; ``None`` where none is installed."""
        return next((family for family in CJK_FAMILIES if family in self._installed), None)

    @cached_property
    def _installed(self) -> frozenset[str]:
        return frozenset(self._fonts.families())

    @property
    def substitute(self) -> str:
        """What is printed for a character no font can draw."""
        return SUBSTITUTE if self.family else _LATIN_SUBSTITUTE

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
            checked: Whether it has to be whole: every font in the file, and `substitute` for what no font can draw, which
                is added to `undrawn`. It keeps to a standard, if to none of its own then to ``a-2b``, and cannot hold pages
                of another PDF.
        """
        data = json.dumps(view, ensure_ascii=False)
        folder = files(self._package) / "typst"
        parts = (files("guizhang.printing") / "typst" / "fonts.typ", folder / "common.typ", folder / f"{template}.typ")
        source = b"\n".join(part.read_bytes() for part in parts)
        if not checked:
            return self._compiled(source, data, self._standards, tagged=tagged)
        while True:
            try:
                return self._compiled(source, data, self._standards or [_CHECKED], tagged=tagged)
            except RuntimeError as error:
                found = _UNDRAWN.search(str(error))
                if found is None:
                    raise
                # Typst names one text at a time.
                sign = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1])
                before, data = data, substituted(data, sign, self.substitute)
                if data == before:
                    raise
                self.undrawn |= {sign} - {self.substitute}

    def _compiled(self, source: bytes, data: str, standards: list[str], *, tagged: bool) -> bytes:
        _threads.set()
        # A paper without such letters is not set any slower for them.
        latin = [name for name in LATIN_FAMILIES if name in self._installed] if re.search(_LACKING, data) else []
        fonts = json.dumps({"chinese": self.family, "latin": latin, "lacking": _LACKING})
        pdf = self._compiler.compile(
            input=source,
            format="pdf",
            sys_inputs={"data": data, "fonts": fonts},
            timestamp=_TIMESTAMP,
            pdf_standards=standards,
            pdf_tags=tagged,
        )
        assert isinstance(pdf, bytes)
        return pdf
