"""Where something stands, in words: 投诉处理规定 · 第二章 受理."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.model.text import LANGS, Text


def joined(parts: Sequence[Text]) -> Text | None:
    """Return titles from the outermost on as one; ``None`` where there is none."""
    return Text(**{lang: " · ".join(part.either(lang) for part in parts) for lang in LANGS}) if parts else None
