"""What applies today where a version was announced that is not in force yet: the earlier words of each rule that changes.

Shown, as all dates are, by a script on the days when it is so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup, escape

from guizhang.model.edition import RecordedChange
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import CalendarDate
from guizhang.model.renewal import Renewal
from guizhang.model.text import LANGS, Text
from guizhang.model.wording import print_date
from guizhang.site.changes import entries_of
from guizhang.site.paths import Addresses
from guizhang.site.related import head_of
from guizhang.site.render import environment
from guizhang.site.texts import Pair
from guizhang.site.words import word


@dataclass(frozen=True, slots=True)
class Renewing:
    """What the pages of one regulation say of a version announced."""

    renewal: Renewal
    changes: Mapping[str, tuple[RecordedChange, ...]]
    """By the address of the article that changes, or has what changes in it."""
    beside: tuple[tuple[Text, str], ...]
    """Name of what changes outside the articles there are, and where the page of the edition tells of it."""


def renewing(book: Handbook, addresses: Addresses) -> Mapping[str, Renewing]:
    """Return what there is to say by the regulation's id."""
    out = {}
    for regulation, renewal in book.renewals.items():
        changes: dict[str, tuple[RecordedChange, ...]] = {}
        for address, found in renewal.changes.items():
            if address in book.provisions:
                head = head_of(book, address)
                changes[head] = (*changes.get(head, ()), *found)
        out[regulation] = Renewing(renewal, changes, tuple(_beside(renewal, addresses)))
    return MappingProxyType(out)


def _beside(renewal: Renewal, addresses: Addresses) -> Iterator[tuple[Text, str]]:
    for record, change in renewal.beside:
        targets = (f"{path}#{entry.anchor}" for path, entry in entries_of(record, addresses) if entry.change == change)
        yield change.name, next(targets)


def until_html(renewal: Renewal, changes: Iterable[RecordedChange]) -> Markup:
    """Return what stands under the heading of an article until its *changes* are in force."""
    day = CalendarDate.parse(renewal.since.isoformat())
    found = list(changes)
    was = [line.was for change in found for line in change.lines if line.was is not None]
    remarks = [remark for change in found for remark in change.remarks]
    # Without words of its own that were there before, the rule is new, or something else about it changes.
    kind = "until-then" if was else "changes-then" if remarks else "new-then"
    lead = word(kind)
    said = Text(zh=lead.either("zh").format(day=print_date(day, "zh")), en=lead.either("en").format(day=print_date(day, "en")))
    macro = environment().get_template("force.html").module.until  # type: ignore[attr-defined] # macros are attributes
    html: Markup = macro(renewal.since.isoformat(), said, list(map(_pair, was)), remarks)
    return html


def _pair(text: Text) -> Pair:
    halves = {lang: escape(said) if (said := text.get(lang)) else None for lang in LANGS}
    return Pair(halves["zh"], halves["en"])


def above(told: Renewing, found: Iterable[str]) -> Mapping[str, str]:
    """Return what stands under the headings of the articles *found* on a page, by address."""
    return {a: until_html(told.renewal, told.changes[a]) for a in found if a in told.changes}
