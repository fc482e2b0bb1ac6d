"""PDF by Typst. Documents are templates of our own; everything else reaches them as JSON and is never parsed as markup."""

from __future__ import annotations

import json
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

# PDFs carry a time of making; a fixed one keeps the bytes the same.
_TIMESTAMP = 1_767_225_600


class Typesetter:
    """Turns views into PDF; one for a whole exam, since looking for fonts takes longer than setting a page.

    Args:
        standard: A PDF standard to keep to; ``a-2b`` refuses a character no font can draw.
        package: Where the templates are, in a folder ``typst``.
    """

    def __init__(self, standard: str | None = None, package: str = "guizhang.exam") -> None:
        self._package = package
        self._standards = [standard] if standard else []

    @cached_property
    def family(self) -> str | None:
        """The Chinese font to use; ``None`` where none is installed."""
        installed = set(self._fonts.families())
        return next((family for family in CJK_FAMILIES if family in installed), None)

    @cached_property
    def _fonts(self) -> Any:
        import typst

        return typst.Fonts()

    @cached_property
    def _compiler(self) -> Any:
        import typst

        return typst.Compiler(font_paths=self._fonts)

    def pdf(self, template: str, view: dict[str, Any]) -> bytes:
        """Return *view* set by the template ``typst/NAME.typ``.

        Args:
            template: Name of the template.
            view: What it prints; anything JSON can hold.
        """
        folder = files(self._package) / "typst"
        source = (folder / "common.typ").read_bytes() + b"\n" + (folder / f"{template}.typ").read_bytes()
        data = json.dumps({**view, "font": self.family}, ensure_ascii=False)
        pdf = self._compiler.compile(
            input=source,
            format="pdf",
            sys_inputs={"data": data},
            timestamp=_TIMESTAMP,
            pdf_standards=self._standards,
        )
        assert isinstance(pdf, bytes)
        return pdf
