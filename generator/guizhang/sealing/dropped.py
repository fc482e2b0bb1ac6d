"""Finds sealed texts in whatever people hand in: the file of the page, a pasted text, a mail, a table of a form service.

A compact JWE of our kind has a beginning and an end of its own (a tag has 22 letters), so it is found in any text around
it, broken over lines as mail programs do. What it holds is not looked at here.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from html import unescape
from io import BytesIO

from pydantic import ValidationError

from guizhang.sealing.submission import Unsealed, sealed_text

LARGEST = 2_000_000
"""Bytes; an answer file has some two thousand."""
_MOST_INSIDE = 500
"""Files of an archive or a mail that are looked at."""
_DEEPEST = 3
"""A mail with an archive that holds mails; whatever is packed deeper was not made by a candidate."""
_JWE = re.compile(r"eyJ[\w-]{40,}\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}", re.ASCII)
_BEGINNING = re.compile(r"eyJhbGciOiJFQ0RI", re.ASCII)
"""``{"alg":"ECDH``: of a JWE that may not be all there."""
_BETWEEN = re.compile(r"^[ \t]*(?:>[ \t]?)+|[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+", re.MULTILINE)
"""What mail programs put into a long line: breaks, the marks of a quotation, invisible signs."""
_TAG = re.compile(r"<[^>]*>")
REASONS = {
    "empty": ("文件是空的", "the file is empty"),
    "cut": ("不完整，或者被改动过", "not all there, or changed"),
    "large": ("文件太大", "the file is too large"),
    "packed": ("压缩包损坏、加了密码，或者没有传完", "the archive is damaged, under a password, or not all there"),
    "none": ("里面没有要交的内容", "there is nothing in it that was sealed"),
}
"""Why nothing is found in a file, in zh and en."""
_MARKUP = (".xml", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Dropped:
    """One sealed text, or why there is none."""

    name: str
    """Of the file it stands in; for a file inside another one, of both: ``mails.zip/answers-1001.json``."""
    content: str | Unsealed | None
    """A compact JWE, or what the page wrote where it could not seal; ``None``: see *fault*."""
    fault: str = ""
    """One of `REASONS`."""

    @property
    def text(self) -> str:
        """What the receipt is the hash of."""
        return self.content.unsealed if isinstance(self.content, Unsealed) else self.content or ""

    @property
    def file(self) -> str:
        """The content as the page would have saved it."""
        if isinstance(self.content, Unsealed):
            return self.content.model_dump_json() + "\n"
        return json.dumps({"jwe": self.content}) + "\n"


def dropped(name: str, data: bytes) -> list[Dropped]:
    """Return every sealed text in the file *name*; one entry that says why where there is none."""
    found = list(_inside(name, data, 0))
    sealed = {one.text: one for one in reversed(found) if one.content is not None}
    # One mail carries the same text as an attachment, in its plain and in its HTML part.
    return list(reversed(sealed.values())) or found[:1] or [Dropped(name, None, "none")]


def _inside(name: str, data: bytes, depth: int) -> Iterator[Dropped]:
    if data.startswith(b"PK\x03\x04"):
        yield from _of_archive(name, data, depth)
    elif len(data) > LARGEST:
        yield Dropped(name, None, "large")
    elif not data.strip(b"\0 \t\r\n"):
        yield Dropped(name, None, "empty")
    elif name.lower().endswith(".eml"):
        yield from _of_mail(name, data, depth)
    else:
        yield from _of_text(name, data)


def _of_archive(name: str, data: bytes, depth: int) -> Iterator[Dropped]:
    """Yield what is in an archive; the workbook of a form service is one too."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and not _of_the_system(m.filename)]
            for member in members[:_MOST_INSIDE] if depth < _DEEPEST else ():
                with archive.open(member) as file:
                    # What is packed says nothing true about its size.
                    inner = file.read(LARGEST + 1)
                yield from _inside(f"{name}/{member.filename}", inner, depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        # An archive half-copied, damaged, or under a password.
        yield Dropped(name, None, "packed")


def _of_the_system(name: str) -> bool:
    return name.startswith("__MACOSX/")


def _of_mail(name: str, data: bytes, depth: int) -> Iterator[Dropped]:
    mail = BytesParser(policy=policy.default).parsebytes(data)
    for part in list(mail.walk())[:_MOST_INSIDE]:
        if part.is_multipart():
            continue
        inner = part.get_payload(decode=True)
        if not isinstance(inner, bytes):
            continue
        called = part.get_filename() or (".html" if part.get_content_type() == "text/html" else "")
        if depth < _DEEPEST:
            yield from _inside(f"{name}/{called}" if called else name.removesuffix(".eml"), inner, depth + 1)


def _of_text(name: str, data: bytes) -> Iterator[Dropped]:
    try:
        # The file as it was saved; read strictly, so that what was changed in it is not taken for what surrounds it.
        text = sealed_text(data)
    except (ValueError, ValidationError):
        yield from _within(name, _decoded(data))
        return
    if isinstance(text, Unsealed) or _JWE.fullmatch(text):
        yield Dropped(name, text)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield Dropped(name, None, "cut")
    else:
        yield from _within(name, _decoded(data))


def _within(name: str, text: str) -> Iterator[Dropped]:
    if name.lower().endswith(_MARKUP):
        text = unescape(_TAG.sub("", text))
    for start in re.finditer(r'\{\s*"unsealed"', text):
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(text, start.start())
            yield Dropped(name, Unsealed.model_validate(value))
        except (ValueError, RecursionError):
            yield Dropped(name, None, "cut")
    joined = _BETWEEN.sub("", text)
    whole = 0
    for match in _JWE.finditer(joined):
        whole += 1
        yield Dropped(name, match[0])
    if len(_BEGINNING.findall(joined)) > whole:
        yield Dropped(name, None, "cut")
    elif not whole:
        yield Dropped(name, None, "none")


def _decoded(data: bytes) -> str:
    """Return the text of a file in whichever encoding an editor saved it; a sealed text is ASCII in all of them."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")
