"""What the site seals when somebody confirms to have read the rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guizhang.model.base import Model

_Short = Annotated[str, StringConstraints(max_length=200)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class Acknowledgement(Model):
    """One confirmation as it was sealed."""

    kind: Literal["acknowledgement"]
    v: Literal[1]
    handbook: _Short
    """Which handbook, so that receipts of two houses under one key are told apart; see `guizhang.model.acknowledged.handbook_mark`."""
    list: _Short
    """Id of the role whose rules were read, ``*`` for everything."""
    edition: _Short
    """Edition of the handbook as the page named it; empty where it has none."""
    digest: Digest
    """Hash of all that was to be read."""
    regulations: Mapping[_Short, tuple[_Short, Digest]]
    """Regulation -> its version, and the hash of what of it was to be read."""
    who: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    """Staff number as typed."""
    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    """Name as typed."""
    view: Literal["zh", "en", "both"]
    """The languages that were on the screen."""
    at: Annotated[int, Field(ge=0)]
    """By the reader's clock, in seconds since 1970."""
    place: _Short
    """Where the page was opened: ``https://handbook.example.com``, ``file://``."""
    token: Literal[""] = ""
    """Pages of the handbook are the same for everybody and have no secret."""
