"""What every model type shares: frozen, closed, and faults that speak both languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""A permanent name: lower-case ASCII letters, digits and single hyphens."""

Address = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=161)
]
"""A document's id, or ``document/provision``."""

FactAddress = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+#[a-z0-9_]+$", max_length=240)]
"""``document/provision#fact``."""

FactName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""The name of a fact inside its provision."""

HASH_PATTERN = r"^[0-9a-f]{8}$"

ContentHash = Annotated[str, StringConstraints(pattern=HASH_PATTERN)]
"""The first eight hexadecimal digits of a SHA-256 over canonical text."""


class Model(BaseModel):
    """Base of all content types: immutable, no unknown fields, compared by content."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Model):
    """A model type that fills a file of its own and is known by its id."""

    id: Id


def fault(
    code: str,
    *,
    zh: str,
    en: str,
    mend_zh: str,
    mend_en: str,
    at: tuple[str | int, ...] = (),
    first: tuple[str | int, ...] = (),
) -> PydanticCustomError:
    """Return a validation error whose message exists in both languages; raise it inside a validator.

    Args:
        code: Of the message.
        zh: What was found, in Chinese.
        en: The same in English.
        mend_zh: What to do.
        mend_en: The same in English.
        at: Where below the validated value the fault stands.
        first: Where below it the other one stands that it does not go with; its line is named.
    """
    # The message goes through str.format, so braces in it must be doubled; the texts themselves travel in ctx.
    return PydanticCustomError(
        "guizhang",
        "{en}",
        {"code": code, "zh": zh, "en": en, "mend_zh": mend_zh, "mend_en": mend_en, "at": at, "first": first},
    )
