"""A part of an exam: what is made and printed in one go, so that ten thousand papers take no more memory than a few hundred."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guizhang.exam.order import handing_out_order
from guizhang.model.form import Candidate, DrawnForm, ExamRecord
from guizhang.printing.pdf import Typesetter

SIZE = 100
"""Candidates in one part: a pile of paper one can carry, and few enough to be set in little memory."""

Files = Iterator[tuple[str, bytes]]
"""Paths below the exam's folder and what they hold."""


@dataclass(frozen=True)
class Part:
    """Some candidates of an exam, and the forms that are printed with them."""

    whole: ExamRecord
    """The exam it is a part of."""
    forms: tuple[DrawnForm, ...]
    """Forms whose papers and keys belong to this part; each form belongs to one part."""
    candidates: tuple[Candidate, ...]
    """Candidates whose sheets belong to this part, in the order of the roster."""
    setter: Typesetter
    suffix: str = ""
    """Behind the name of each file of this part, before the ending."""

    @property
    def printed(self) -> ExamRecord:
        """The record with the forms and candidates of this part and no other."""
        return self.whole.model_copy(update={"forms": self.forms, "candidates": self.candidates})

    @property
    def marked(self) -> ExamRecord:
        """The record with the candidates of this part, and every form, since one form may be sat in many parts."""
        return self.whole.model_copy(update={"candidates": self.candidates})


Producer = Callable[[Part], Files]


def parts(record: ExamRecord, setter: Typesetter) -> list[Part]:
    """Return the parts of an exam; one, unless there are very many candidates."""
    left = {form.id: form for form in record.forms}
    order = handing_out_order(record)
    chunks = [order[at : at + SIZE] for at in range(0, len(order), SIZE)] or [()]
    digits = len(str(len(chunks)))
    sat = {person.form for person in record.candidates}
    found = []
    for number, people in enumerate(chunks):
        wanted = dict.fromkeys(person.form for person in people)
        if number == 0:
            wanted |= dict.fromkeys(form for form in left if form not in sat)
        forms = [left.pop(form) for form in wanted if form in left]
        found.append(Part(record, tuple(forms), people, setter, f"-{number + 1:0{digits}}" if len(chunks) > 1 else ""))
    return found
