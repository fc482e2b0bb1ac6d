"""What the exam page seals: answers, who gave them, when, and what happened meanwhile."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter

from guizhang.model.base import Model
from guizhang.sealing import base64url

Seconds = Annotated[int, Field(ge=0)]
Given = Annotated[str, StringConstraints(max_length=20_000)]

Flag = Literal["clock", "jump", "tabs", "storage", "restored", "late", "auto"]
"""The clock was set back; it jumped ahead, or the computer slept; a second tab was open; the browser could not keep the
answers; they were read back from a file; the page was opened again after the time; it handed itself in."""


class Submission(Model):
    """One candidate's answers as they were sealed."""

    v: Literal[1]
    exam: str
    form: str
    who: Annotated[str, StringConstraints(max_length=200)]
    """The candidate's number as typed."""
    name: Annotated[str, StringConstraints(max_length=200)] = ""
    """The name as typed; only where the exam has no roster."""
    nonce: Annotated[str, StringConstraints(min_length=22, max_length=22)]
    """128 random bits of the sitting."""
    token: str
    start: Seconds
    end: Seconds
    """By the candidate's clock, in seconds since 1970."""
    used: Seconds
    """Seconds from start to end as the page measured them; setting the clock back does not lessen them."""
    last: Seconds
    """Seconds from start to the last change of an answer."""
    away: tuple[tuple[Seconds, Seconds], ...] = ()
    """Times the page was out of sight or closed: (seconds from start, how long); the first ones."""
    away_count: Seconds = 0
    away_seconds: Seconds = 0
    flags: tuple[Flag, ...] = ()
    answers: tuple[Given | tuple[Given, ...], ...]
    """By question: letters, ``T`` or ``F``, a number, a text; for each gap or left side where there are several."""


class Unsealed(Model):
    """What the page writes where the browser cannot seal: the answers, without the token, under a check value."""

    unsealed: str
    """A `Submission` as JSON, its token empty."""
    check: str
    """HMAC-SHA256 of it by the token: editing by hand shows, and whoever reads the page's source can forge it."""

    def holds(self, token: str) -> bool:
        """Tell whether the check value is that of a page with this token."""
        right = hmac.new(token.encode(), self.unsealed.encode("utf-8", "surrogatepass"), sha256).digest()
        return hmac.compare_digest(base64url.encode(right).encode(), self.check.encode("utf-8", "surrogatepass"))


def sealed_text(data: bytes) -> str | Unsealed:
    """Return the JWE in a file the page wrote, or what it wrote instead.

    The text alone will do as well, broken over lines as mail programs do: what was copied from the page or scanned.

    Raises:
        ValueError: it is neither.
    """
    text = data.decode("utf-8-sig").strip()
    if not text.startswith("{"):
        return "".join(text.split())
    found: Any = TypeAdapter(dict[str, str]).validate_json(text)
    if set(found) == {"jwe"}:
        return "".join(found["jwe"].split())
    return Unsealed.model_validate(found)
