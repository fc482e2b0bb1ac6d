"""Opens what was handed in and says of each receipt what it is worth."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic
from guizhang.receipts import faults
from guizhang.receipts.acknowledgement import Acknowledgement
from guizhang.receipts.known import Known
from guizhang.sealing.dropped import Dropped
from guizhang.sealing.folder import Look
from guizhang.sealing.jwe import Altered, NotSealed, OtherKey, open_jwe
from guizhang.sealing.keys import PrivateKey
from guizhang.sealing.sitting import receipt
from guizhang.sealing.submission import Unsealed

_DAY = 86_400
_EMPTY_CHECK = ""
"""Pages of the handbook have no token; the check value then only shows a slip of the editor."""


class Standing(StrEnum):
    """What a receipt is worth, the best first."""

    CURRENT = "current"
    """Sealed, and about the text as it stands today."""
    EARLIER = "earlier"
    """Sealed, and about the text of an earlier edition."""
    DOUBTFUL = "doubtful"
    """Not sealed, about a text nobody knows, under another name than the roster's, or from the future."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receipt:
    """One thing that was handed in."""

    file: str
    number: str = ""
    """What the reader noted down: ``7Q2M-…``."""
    said: Acknowledgement | None = None
    standing: Standing = Standing.REFUSED
    edition: str = ""
    """The edition it is about, as far as that is known."""
    faults: tuple[Diagnostic, ...] = ()

    @property
    def rank(self) -> tuple[int, int]:
        """Sorts first what counts: the better receipt, of equally good ones the newest."""
        return list(Standing).index(self.standing), -self.said.at if self.said else 0

    @property
    def refused(self) -> bool:
        """Whether nothing in it is believed."""
        return self.standing is Standing.REFUSED


def read_receipts(seen: Look, known: Known, key: PrivateKey | None, now: int) -> list[Receipt]:
    """Return what lies in a folder, in the order of its files.

    Args:
        seen: The folder.
        known: The handbook and its earlier editions.
        key: What receipts were sealed to; ``None``: sealed ones are refused.
        now: Seconds since 1970.
    """
    found = []
    for file in seen.files.values():
        if file.unreadable:
            found.append(Receipt(file.name, faults=(faults.unreadable(file.name, file.unreadable),)))
        found += [read_receipt(one, known, key, now) for one in file.found]
    return found


def read_receipt(one: Dropped, known: Known, key: PrivateKey | None, now: int) -> Receipt:
    """Return what one sealed text is worth."""
    number = receipt(one.text) if one.text else ""
    try:
        said = _opened(one, key)
        if said.handbook != known.mark:
            raise _Refused(faults.other_handbook(one.name, said.handbook))
    except _Refused as refusal:
        return Receipt(one.name, number, faults=(refusal.fault,))
    noted = []
    standing, edition = Standing.CURRENT, known.edition
    if not known.is_current(said):
        older = known.older_edition(said)
        standing, edition = (Standing.EARLIER, older) if older else (Standing.DOUBTFUL, said.edition)
        noted.append(
            faults.earlier(one.name, older, len(known.changed(said)))
            if older
            else faults.unknown_text(one.name, said.edition)
        )
    if isinstance(one.content, Unsealed):
        standing = Standing.DOUBTFUL
        noted.append(faults.unsealed(one.name))
    if said.at > now + _DAY:
        # It would be the newest for as long as its clock is ahead.
        standing = Standing.DOUBTFUL
        noted.append(faults.from_the_future(one.name))
    return Receipt(one.name, number, said, standing, edition, tuple(noted))


def folded(text: str) -> str:
    """Return a number or name as it is compared: without width, case, blanks and what nobody sees."""
    seen = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    return "".join("".join(seen).split()).casefold()


class _Refused(Exception):
    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(fault.code)
        self.fault = fault


def _opened(one: Dropped, key: PrivateKey | None) -> Acknowledgement:
    if one.content is None:
        raise _Refused(faults.cut(one.name) if one.fault == "cut" else faults.no_receipt(one.name, one.fault))
    if isinstance(one.content, Unsealed):
        if not one.content.holds(_EMPTY_CHECK):
            raise _Refused(faults.altered(one.name))
        return _parsed(one.name, one.content.unsealed.encode("utf-8", "surrogatepass"))
    if key is None:
        raise _Refused(faults.no_key(one.name))
    return _parsed(one.name, _unsealed(one.name, one.content, key))


def _unsealed(name: str, text: str, key: PrivateKey) -> bytes:
    try:
        return open_jwe(text, key)
    except NotSealed as error:
        raise _Refused(faults.cut(name)) from error
    except OtherKey as error:
        raise _Refused(faults.other_key(name, str(error))) from error
    except Altered as error:
        raise _Refused(faults.altered(name)) from error


def _parsed(name: str, data: bytes) -> Acknowledgement:
    try:
        return Acknowledgement.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise _Refused(
            faults.no_acknowledgement(name, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
        ) from error
