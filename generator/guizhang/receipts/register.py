"""The register: who has confirmed what, and who of the roster is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from guizhang.diagnostics import Diagnostic
from guizhang.model.acknowledged import WHOLE
from guizhang.model.form import Candidate
from guizhang.receipts import faults
from guizhang.receipts.known import Known
from guizhang.receipts.read import Receipt, Standing, folded

_SEVERAL = re.compile(r"[、,，;；/]")


class State(StrEnum):
    """How it stands with one person and one list, what needs no work first."""

    CONFIRMED = "confirmed"
    EARLIER = "earlier"
    """Confirmed an earlier edition; the rules have changed since."""
    DOUBTFUL = "doubtful"
    """A receipt is there that does not prove enough."""
    MISSING = "missing"


_STATES = {Standing.CURRENT: State.CONFIRMED, Standing.EARLIER: State.EARLIER, Standing.DOUBTFUL: State.DOUBTFUL}


@dataclass(frozen=True, slots=True)
class Row:
    """One person and one list that is asked of them."""

    person: Candidate
    list: str
    """A role's id, or `WHOLE`; empty where any list will do."""
    state: State
    receipt: Receipt | None = None
    """The one that counts."""


@dataclass(frozen=True)
class Register:
    """Everything a folder of receipts says."""

    known: Known
    rows: tuple[Row, ...]
    """By the roster; without one, everybody who handed something in."""
    receipts: tuple[Receipt, ...]
    """Everything that was handed in, refused ones too, in the order of the files."""
    from_roster: bool

    def count(self, state: State) -> int:
        """Return how many rows stand so."""
        return sum(row.state is state for row in self.rows)

    @property
    def departments(self) -> dict[str, Counter[State]]:
        """Department -> how many rows stand how, in the order of the roster."""
        found: dict[str, Counter[State]] = {}
        for row in self.rows:
            found.setdefault(row.person.department, Counter())[row.state] += 1
        return found

    @property
    def refused(self) -> tuple[Receipt, ...]:
        """What is not believed."""
        return tuple(one for one in self.receipts if one.refused)

    @property
    def missing(self) -> tuple[Row, ...]:
        """Who has to be asked."""
        return tuple(row for row in self.rows if row.state is State.MISSING)


def register(found: Sequence[Receipt], known: Known, roster: Sequence[Candidate] | None) -> Register:
    """Return the register of what was handed in.

    Args:
        found: What `read_receipts` gave.
        known: The handbook.
        roster: Who is to confirm; ``None``: whoever did.
    """
    people = {folded(person.id): person for person in roster or ()}
    if roster is not None:
        found = [_held_against(one, people, known) for one in found]
    counted = list(_duplicates(found))
    own: dict[str, list[Receipt]] = {}
    for one in counted:
        if one.said:
            own.setdefault(folded(one.said.who), []).append(one)
    rows = _asked(people, known) if roster is not None else _handed_in(counted)
    return Register(
        known,
        tuple(_row(person, name, own.get(folded(person.id), ())) for person, name in rows),
        tuple(counted),
        roster is not None,
    )


def expected_lists(person: Candidate, known: Known) -> tuple[str, ...]:
    """Return the lists asked of a person by their roles on the roster; none where no role is known there."""
    names = _roles(known)
    own = [names.get(folded(part)) for part in (person.role, *_SEVERAL.split(person.role))]
    return tuple(dict.fromkeys(name for name in own if name))


def strange_roles(roster: Sequence[Candidate], known: Known, path: str) -> Iterator[Diagnostic]:
    """Yield a warning for each role of the roster that the handbook does not have: of those people any list would do; *path* names the roster."""
    people: dict[str, list[Candidate]] = {}
    for person in roster:
        if person.role and not expected_lists(person, known):
            people.setdefault(person.role, []).append(person)
    if not known.book.settings.roles:
        return
    for role, named in people.items():
        yield faults.no_role(path, role, [person.id for person in named], sorted(_roles(known)))


def _roles(known: Known) -> dict[str, str]:
    """Return what a role may be called on the roster, as it is compared -> its id."""
    roles = known.book.settings.roles
    return {folded(said): id_ for id_, role in roles.items() for said in (id_, role.name.zh, role.name.en) if said}


def _asked(people: dict[str, Candidate], known: Known) -> Iterator[tuple[Candidate, str]]:
    for person in people.values():
        yield from ((person, name) for name in expected_lists(person, known) or ("",))


def _handed_in(found: Iterable[Receipt]) -> Iterator[tuple[Candidate, str]]:
    known: dict[tuple[str, str], Candidate] = {}
    for one in found:
        if one.said:
            person = Candidate(id=one.said.who, name=one.said.name, form="-")
            known.setdefault((folded(one.said.who), one.said.list), person)
    return ((person, name) for (_, name), person in sorted(known.items()))


def _row(person: Candidate, name: str, own: Iterable[Receipt]) -> Row:
    """Return how it stands with one person and list, by the receipts under the person's number."""
    best = min((one for one in own if _answers(one, name)), key=attrgetter("rank"), default=None)
    return Row(person, name, _STATES[best.standing] if best else State.MISSING, best)


def _answers(one: Receipt, name: str) -> bool:
    """Tell whether a receipt is about the list that is asked for; who read everything has read that too."""
    return one.said is not None and (not name or one.said.list in (name, WHOLE))


def _duplicates(found: Sequence[Receipt]) -> Iterator[Receipt]:
    """Yield every receipt, with a note where another one of the same person and list counts, or it is a copy."""
    best: dict[tuple[str, str], Receipt] = {}
    first: dict[str, Receipt] = {}
    for one in found:
        if one.said:
            place = (folded(one.said.who), one.said.list)
            first.setdefault(one.number, one)
            best[place] = min(best.get(place, one), one, key=attrgetter("rank"))
    for one in found:
        if one.said is None:
            yield one
            continue
        counts = best[folded(one.said.who), one.said.list]
        if first[one.number] is not one:
            yield _noted(one, faults.copy(one.file, first[one.number].file))
        elif counts.number != one.number:
            yield _noted(one, faults.superseded(one.file, counts.file))
        else:
            yield one


def _held_against(one: Receipt, people: dict[str, Candidate], known: Known) -> Receipt:
    """Return the receipt with what the roster says about it."""
    if one.said is None:
        return one
    person = people.get(folded(one.said.who))
    if person is None:
        return _noted(one, faults.stranger(one.file, one.said.who))
    if person.name and folded(person.name) != folded(one.said.name):
        # Whoever confirmed, it was not under this name: that is no confirmation before somebody has asked.
        one = replace(_noted(one, faults.other_name(one.file, one.said.name, person.name)), standing=Standing.DOUBTFUL)
    asked = expected_lists(person, known)
    if asked and one.said and one.said.list not in (*asked, WHOLE):
        names = [known.list_name(name).either("zh") for name in (one.said.list, asked[0])]
        one = _noted(one, faults.other_list(one.file, names[0], names[1]))
    return one


def _noted(one: Receipt, fault: Diagnostic) -> Receipt:
    return replace(one, faults=(*one.faults, fault))
