"""What an observer looks for at work, as a checklist prints it."""

from __future__ import annotations

from guizhang.model.base import Model
from guizhang.model.text import Text


class ObservedPoint(Model):
    """One line of an observation checklist, made from a point of etiquette."""

    address: str
    """Where it stands in the handbook: ``FILE/POINT``."""
    group: Text
    """Heading it stands under."""
    title: Text | None = None
    do: Text | None = None
    dont: Text | None = None
    observe: Text
    """What can be seen or heard when it is done well."""
