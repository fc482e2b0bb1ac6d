"""The one order in which papers, sheets and lists lie, so that the piles can be laid beside each other."""

from __future__ import annotations

from guizhang.model.form import Candidate, ExamRecord


def handing_out_order(record: ExamRecord) -> tuple[Candidate, ...]:
    """Return the candidates department by department, otherwise as the roster has them.

    A department stands where its first candidate stands, those without one together likewise: whoever sorts the roster
    (by seat, by name) decides the order, and the people one envelope is for still lie together.
    """
    places: dict[str, int] = {}
    for person in record.candidates:
        places.setdefault(person.department, len(places))
    return tuple(sorted(record.candidates, key=lambda person: places[person.department]))
