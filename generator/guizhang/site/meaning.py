"""What a figure means, in words: the bound, what it is about and what starts the clock."""

from __future__ import annotations

from guizhang.model.fact import Fact
from guizhang.model.text import Lang
from guizhang.model.wording import bound_word


def describe(fact: Fact, figure: str, lang: Lang) -> str:
    """Return what *figure* means: its subject, its bound and what starts the clock.

    Example: 首次回复时限：最多24小时，自接到投诉起 / time to first reply: at most 24 hours, from receipt.
    """
    bound = bound_word(fact, lang)
    about = fact.about.get(lang) if fact.about else None
    since = fact.since.get(lang) if fact.since else None
    if lang == "zh":
        return (f"{about}：" if about else "") + f"{bound}{figure}" + (f"，{since}" if since else "")
    return (f"{about}: " if about else "") + f"{bound} {figure}".strip() + (f", {since}" if since else "")
