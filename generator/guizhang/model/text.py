"""Bilingual text and the placeholders inside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Self

from pydantic import field_validator, model_validator

from guizhang.model.base import Model, fault

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, Lang] = ("zh", "en")


class Text(Model):
    """A text in Chinese and English; a missing translation is ``None``."""

    zh: str | None = None
    """Simplified Chinese."""
    en: str | None = None
    """English."""

    @field_validator("zh", "en")
    @classmethod
    def _trim(cls, value: str | None) -> str | None:
        # A YAML block scalar ends with a newline that is no part of the rule.
        return value.strip() or None if value is not None else None

    @model_validator(mode="after")
    def _some(self) -> Self:
        if self.zh is None and self.en is None:
            raise fault(
                "FMT010",
                zh="文字是空的：zh 和 en 都没有内容",
                en="the text is empty: neither zh nor en has content",
                mend_zh="至少写一种语言的文字，或删去这一项",
                mend_en="write at least one of zh and en, or delete the field",
            )
        return self

    def get(self, lang: Lang) -> str | None:
        """Return the text in *lang*, or ``None``."""
        return self.zh if lang == "zh" else self.en

    def either(self, lang: Lang) -> str:
        """Return the text in *lang*, and in the other language where it is missing."""
        return (self.zh or self.en or "") if lang == "zh" else (self.en or self.zh or "")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """``${name}`` or ``${document/provision#name}`` in a text."""

    reference: str
    start: int
    """Offset of the dollar sign in the text."""

    def __str__(self) -> str:
        return "${" + self.reference + "}"


# "$${" is how an author writes a literal "${"; an unclosed "${" is literal text and a check warns of it.
_TOKEN = re.compile(r"\$\$\{|\$\{([^{}\n]*)\}")


@lru_cache(maxsize=4096)
def segments(text: str) -> tuple[str | Placeholder, ...]:
    """Return the literal runs and placeholders of *text* in order."""
    return tuple(_segments(text))


def _segments(text: str) -> Iterator[str | Placeholder]:
    done = 0
    literal = ""
    for match in _TOKEN.finditer(text):
        literal += text[done : match.start()]
        done = match.end()
        if match.group(1) is None:
            literal += "${"
            continue
        if literal:
            yield literal
            literal = ""
        yield Placeholder(match.group(1).strip(), match.start())
    literal += text[done:]
    if literal:
        yield literal


def placeholders(text: str) -> list[Placeholder]:
    """Return the placeholders of *text* in order."""
    return [part for part in segments(text) if isinstance(part, Placeholder)]


def substitute(text: str, resolve: Callable[[str], str]) -> str:
    """Return *text* with every placeholder replaced by what *resolve* returns for its reference."""
    if "${" not in text:
        return text
    return "".join(part if isinstance(part, str) else resolve(part.reference) for part in segments(text))
