"""Who sits which form in a browser, and the secrets of the page that is made for it.

Everything comes from the seed of the draw by HMAC, so that drawing again gives the same pages and grading needs nothing
but the record.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from guizhang.model.form import Candidate, ExamRecord
from guizhang.sealing import base64url

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is taken for a figure."""
_RECEIPT_LETTERS = 16


@dataclass(frozen=True)
class Sitting:
    """One page: a form for one candidate, or for everybody where the exam has no roster."""

    exam_id: str
    seed: str
    form: str
    candidate: Candidate | None

    @property
    def printed_form(self) -> str:
        """What the page calls its form; a form of the candidate's own is named by his number, which no page gives away."""
        return "" if self.candidate and self.candidate.id == self.form else self.form

    @property
    def page(self) -> str:
        """Name of the page, 128 bits nobody can guess who does not know the seed."""
        return self._secret("page")[:16].hex()

    @property
    def token(self) -> str:
        """What the page proves itself with: 128 bits, base64url."""
        return base64url.encode(self._secret("token")[:16])

    @property
    def salt(self) -> bytes:
        """Salt of the hash by which the page recognises its candidate."""
        return self._secret("salt")[:16]

    def _secret(self, use: str) -> bytes:
        person = self.candidate.id if self.candidate else ""
        parts = ["guizhang web exam", use, self.exam_id, self.form, "one" if self.candidate else "any", person]
        # The lengths keep ("ab", "c") apart from ("a", "bc").
        message = "".join(f"{len(part)}:{part}" for part in parts)
        return hmac.new(self.seed.encode("utf-8", "surrogatepass"), message.encode("utf-8"), sha256).digest()


def sittings(record: ExamRecord) -> Iterator[Sitting]:
    """Yield the sittings of an exam: of each candidate, and of each form by anybody where it was drawn without a roster."""
    for person in record.candidates:
        yield Sitting(record.exam_id, record.seed, person.form, person)
    if all(person.id in record.walk_ins for person in record.candidates):
        for form in record.forms:
            yield Sitting(record.exam_id, record.seed, form.id, None)


def receipt(text: str) -> str:
    """Return what the candidate notes down of the sealed *text*: ``7Q2M-…``, the first 80 bits of its hash."""
    number = int.from_bytes(sha256(text.encode()).digest()[:10])
    letters = [_ALPHABET[number >> 5 * at & 31] for at in reversed(range(_RECEIPT_LETTERS))]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, _RECEIPT_LETTERS, 4))
