"""Who has handed in so far: what lies in the drop-off folder, held against the roster while the exam is going on.

Without the trainer's key only the outside of a sealed file is seen: that it is whole, to which key it is sealed, and by
its name whose it should be. With the key everything is checked as it is for grading. Answers are never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.grading.reading import sealed_faults
from guizhang.grading.reading.sealed import Opened, Reader
from guizhang.model.form import Candidate, ExamRecord
from guizhang.sealing.dropped import REASONS, Dropped
from guizhang.sealing.folder import File, Look
from guizhang.sealing.jwe import NotSealed, key_named
from guizhang.sealing.keys import PrivateKey
from guizhang.sealing.sitting import receipt
from guizhang.sealing.submission import Unsealed

_NAME = re.compile(r"answers-(.+?)(?:\s*\(\d+\)|[ _-]+(?:copy|副本)(?:\s*\(?\d+\)?)?)*\.json", re.IGNORECASE)
"""As the exam page names its file, and what browsers and file managers add to a second one."""
_NO_FILE_NAME = re.compile(r"[^\w.-]+")
_LONGEST = 60
SETTLED = 10.0
"""Seconds after which a file that is not whole is taken for a damaged one, and no longer for one being copied."""


class State(StrEnum):
    """What became of one thing that was handed in."""

    COUNTS = "counts"
    """Opened, checked, and the one that counts."""
    SEALED = "sealed"
    """Whole, and sealed to the exam's key; not opened, since no key was given."""
    AGAIN = "again"
    """A second one of the same person."""
    ARRIVING = "arriving"
    """Not all there yet."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that was handed in."""

    file: str
    source: Dropped | None
    state: State
    person: str = ""
    """Candidate's id; empty where nobody can tell yet."""
    name: str = ""
    at: float = 0.0
    """Seconds since 1970: when it was handed in, by the candidate's clock; not opened, when the file was written."""
    number: str = ""
    """What the candidate noted down."""
    faults: tuple[Diagnostic, ...] = ()

    @property
    def saved_as(self) -> str:
        """Name of its file as the exam page gives it; by the receipt where nobody can tell whose it is."""
        return f"answers-{_code(self.person) if self.person else self.number}.json"


@dataclass(frozen=True)
class Arrivals:
    """Everything at one moment."""

    candidates: tuple[Candidate, ...]
    found: tuple[Arrival, ...]
    """By file."""
    gone: Message | None = None
    """Why the folder could not be read just now."""

    def of(self, person: Candidate) -> Arrival | None:
        """Return what counts of a candidate."""
        own = (one for one in self.found if one.person == person.id and one.state in (State.COUNTS, State.SEALED))
        return next(own, None)

    @property
    def missing(self) -> tuple[Candidate, ...]:
        """Who of the roster has not handed in."""
        return tuple(person for person in self.candidates if self.of(person) is None)

    @property
    def accepted(self) -> tuple[Arrival, ...]:
        """What counts so far."""
        return tuple(one for one in self.found if one.state in (State.COUNTS, State.SEALED))

    @property
    def others(self) -> tuple[Arrival, ...]:
        """What the trainer has to look at: refused, handed in again, of nobody on the roster, still arriving."""
        ids = {person.id for person in self.candidates}
        return tuple(one for one in self.found if one not in self.accepted or one.person not in ids)


def arrivals(seen: Look, record: ExamRecord, key: PrivateKey | None, sealed_to: str | None, now: float) -> Arrivals:
    """Return who has handed in.

    Args:
        seen: The folder.
        record: The exam as it was drawn.
        key: The trainer's key; ``None``: sealed files are not opened.
        sealed_to: Thumbprint of the key the exam's pages seal to; ``None`` where they do not.
        now: Seconds since 1970.
    """
    reader = Reader(record, key)
    judged = list(_judged(seen, reader, key, sealed_to, now))
    opened = [one for _, one in judged if one is not None]
    counted = set(reader.counted(opened))
    codes = {_code(person.id): person for person in record.candidates}
    found = [
        _arrival(arrival, one, counted, reader.found) if one else _refused(arrival, reader.found)
        for arrival, one in judged
    ]
    return Arrivals(record.candidates, tuple(_once(_named(one, codes) for one in found)), seen.gone)


def _judged(
    seen: Look, reader: Reader, key: PrivateKey | None, sealed_to: str | None, now: float
) -> Iterator[tuple[Arrival, Opened | None]]:
    for file in seen.files.values():
        if file.unreadable:
            yield (
                Arrival(
                    file.name,
                    None,
                    State.ARRIVING,
                    faults=(sealed_faults.not_sealed(file.name, file.unreadable.zh, file.unreadable.en),),
                ),
                None,
            )
        for number, one in enumerate(file.found, start=1):
            # A table of a form service holds many.
            name = one.name if len(file.found) == 1 or one.name != file.name else f"{one.name} #{number}"
            yield _outside(file, name, one, key, sealed_to, now), _inside(file, name, one, reader)


def _outside(file: File, name: str, one: Dropped, key: PrivateKey | None, sealed_to: str | None, now: float) -> Arrival:
    """Return what can be seen without opening anything."""
    if one.content is None:
        young = now - file.changed < SETTLED
        fault = sealed_faults.not_sealed(name, *REASONS[one.fault])
        return Arrival(name, None, State.ARRIVING if young else State.REFUSED, at=file.changed, faults=(fault,))
    arrival = Arrival(name, one, State.SEALED, at=file.changed, number=receipt(one.text))
    if isinstance(one.content, str) and key is None:
        try:
            named = key_named(one.content)
        except NotSealed as error:
            return replace(arrival, state=State.REFUSED, faults=(sealed_faults.not_sealed(name, str(error)),))
        if sealed_to is not None and named != sealed_to:
            return replace(arrival, state=State.REFUSED, faults=(sealed_faults.other_key(name, named),))
        return arrival
    return replace(arrival, state=State.REFUSED)


def _inside(file: File, name: str, one: Dropped, reader: Reader) -> Opened | None:
    """Open it where that can be done: with the key, or because it is not sealed."""
    if one.content is None or (reader.key is None and not isinstance(one.content, Unsealed)):
        return None
    return reader.judge(file.path, name, one.content)


def _refused(arrival: Arrival, found: Mapping[str, list[Diagnostic]]) -> Arrival:
    return replace(arrival, faults=tuple(found[arrival.file])) if arrival.file in found else arrival


def _arrival(arrival: Arrival, one: Opened, counted: set[Opened], found: Mapping[str, list[Diagnostic]]) -> Arrival:
    person = one.sitting.candidate
    return replace(
        arrival,
        state=State.COUNTS if one in counted else State.AGAIN,
        person=one.person,
        name=person.name if person else one.submission.name,
        at=float(one.submission.end),
        faults=tuple(found[one.name]),
    )


def _named(one: Arrival, codes: Mapping[str, Candidate]) -> Arrival:
    """Return what was not opened with the candidate its file is named after."""
    match = _NAME.fullmatch(one.file.rpartition("/")[2])
    person = codes.get(match[1].upper()) if match and not one.person else None
    return replace(one, person=person.id, name=person.name) if person else one


def _once(found: Iterator[Arrival]) -> Iterator[Arrival]:
    """Yield what was not opened once for each sealed text and candidate: the first file."""
    seen: set[str] = set()
    for one in found:
        if one.state is not State.SEALED:
            yield one
            continue
        known = {one.number, f"person {one.person}" if one.person else one.number}
        yield replace(one, state=State.AGAIN) if known & seen else one
        seen |= known


def _code(number: str) -> str:
    """Return how the exam page names the file of a candidate."""
    plain = unicodedata.normalize("NFKC", number).strip().lower().upper()
    return _NO_FILE_NAME.sub("_", plain)[:_LONGEST] or "_"


def grave(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what is worth a line while the exam is going on."""
    return tuple(fault for fault in found if fault.severity is not Severity.NOTE)
