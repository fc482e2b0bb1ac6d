"""Questions made from the rules that nobody wants to ask: ``quizzes/retired.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

from guizhang.model.base import ContentHash, Model
from guizhang.model.item import ItemId


class Retirement(Model):
    """That somebody has read a made item and does not want it asked."""

    said: ContentHash
    """Hash of what the item asked and what was right; asked otherwise, it is another question and comes back."""
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
    """Why, for whoever finds it missing."""


class RetiredItems(Model):
    """``quizzes/retired.yaml``."""

    items: Mapping[ItemId, Retirement] = {}
    """Item -> its retirement."""
