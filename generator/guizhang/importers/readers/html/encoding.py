"""Which encoding a web page is in. What the page claims counts, but never against what its bytes can be."""

from __future__ import annotations

import re

from guizhang.importers.decode import decode
from guizhang.importers.refusal import ImportRefused

# The names browsers know, read as browsers read them: gb2312 means its superset, latin-1 means windows-1252.
_NAMES = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "gb18030": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cp950": "cp950",
    "x-x-big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
}
_ONE_BYTE = frozenset({"cp1252", "cp1250", "cp1251"})
_CLAIM = re.compile(
    rb"<(?:meta[^>]{0,400}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
_CLAIM_WITHIN = 16 * 1024
_TAG = re.compile(rb"<(?:!doctype|html|head|body|meta|title|table|div|span|p|br|h[1-6]|ul|ol|pre)\b", re.IGNORECASE)
# Markup is ASCII in every encoding here and would drown the few characters that tell encodings apart.
_MARKUP = re.compile(rb"<[^<>]*>|[\t\n\r -;=?]{2,}")
_USUAL = frozenset("的一是不了在有人和为以应当不得公司员工规定制度管理须部门及或第条章應當員門規條為與個，。、；：（）")
_MAX_DAMAGE = 0.02
"""Share of characters beyond ASCII that may be damaged; above it the encoding is wrong, not the file."""
_FEW = 4
"""As many damaged places are damage in a short page too."""


def decode_page(data: bytes) -> str:
    """Return the text of a web page, line ends as line feeds.

    Order: byte order mark, strict UTF-8 (nothing else passes for it by chance), then the page's claim against what
    detection says. A page with a few damaged bytes is read, each of them as U+FFFD: cut-off descriptions are common.

    Raises:
        ImportRefused: *data* is empty, too large, binary, another format, or in no known encoding.
    """
    return _decode(data).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    claim = _claimed(data)
    try:
        found = decode(data)
    except ImportRefused:
        # Binary files and other formats are refused for what they are; only where bytes fit no encoding is there more to try.
        if b"\x00" in data or not _TAG.search(data[:_CLAIM_WITHIN]) or _is_utf8(data):
            raise
        text = _mended(data, claim)
        if text is None:
            raise
        return text
    if found.encoding.startswith("utf"):
        return found.text
    best = _by_text(data, found.text)
    if claim and claim != "utf-8":
        try:
            claimed = data.decode(claim)
        except UnicodeDecodeError:
            return best
        # One-byte encodings accept anything, so such a claim holds only where nothing Chinese comes out otherwise.
        holds = _usual_share(best) < 0.05 if claim in _ONE_BYTE else _usual_share(claimed) >= _usual_share(best) - 0.02
        if holds:
            return claimed
    return best


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _claimed(data: bytes) -> str | None:
    claim = _CLAIM.search(data[:_CLAIM_WITHIN])
    return _NAMES.get(claim.group(1).decode("ascii").lower()) if claim else None


def _by_text(data: bytes, fallback: str) -> str:
    """Return the page in the encoding its text alone suggests."""
    try:
        return data.decode(decode(_MARKUP.sub(b" ", data)).encoding)
    except (ImportRefused, UnicodeDecodeError, LookupError):
        return fallback


def _mended(data: bytes, claim: str | None) -> str | None:
    """Return the likeliest reading, or None where each has more damage than a page that was read rightly."""
    best: tuple[float, str] | None = None
    for encoding in dict.fromkeys(filter(None, (claim, "utf-8", "gb18030", "big5hkscs"))):
        if encoding in _ONE_BYTE:
            continue
        text = data.decode(encoding, errors="replace")
        marks = text.count("\ufffd")
        wide = sum(not c.isascii() for c in text)
        if marks > max(_FEW, _MAX_DAMAGE * wide) or marks * 2 > wide:
            continue
        # Common characters tell the right reading from one that happens to fit.
        likeness = _usual_share(text) - marks / wide if wide else 0.0
        if best is None or likeness > best[0]:
            best = (likeness, text)
    return best[1] if best else None


def _usual_share(text: str) -> float:
    wide = [c for c in text[:200_000] if not c.isascii()]
    return sum(c in _USUAL for c in wide) / len(wide) if wide else 0.0
