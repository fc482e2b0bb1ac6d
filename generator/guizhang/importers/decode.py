"""Bytes to text: byte order mark, strict UTF-8, then the encodings Chinese files really come in. Never lossy."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from guizhang.importers.refusal import ImportRefused

MAX_BYTES = 16 * 1024 * 1024
"""Larger than any rule book; a file above it is a mistake, and refusing it bounds memory."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTAINERS = (
    (b"PK\x03\x04", "DOCX/XLSX/ZIP"),
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0", "DOC/WPS"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
)
_PICTURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What running Chinese text is made of. A wrong decoding yields rare characters, so their share tells candidates apart.
_COMMON = frozenset("的一是不在有了和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过")
_COMMON_RULES = frozenset("第条章节应员工公司规定制度管理须得者本部门按及或與條應員門規時個這為對會發動過")
_PUNCTUATION = frozenset("，。、；：（）《》“”　")
_SAMPLE = 20_000
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_SURE = 0.6
"""Likelihood of text in an encoding that nothing but the text itself speaks for."""
_SOUND_PER_BROKEN = 50
"""Characters beyond ASCII that must have come out whole for each broken byte."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was read."""

    text: str
    encoding: str
    """The encoding's name, ``utf-8`` also where a byte order mark stood (the mark is no text and is left out)."""
    undecoded: tuple[int, ...] = ()
    """Offsets in *text* of single bytes that fit no character; each stands there as ``\\xNN``."""


def decode(data: bytes) -> Decoded:
    """Return the text of *data* and the encoding it was read in.

    Reads: bytes. Writes: text. Stands first because everything after it counts characters.

    Raises:
        ImportRefused: *data* is empty, too large, a container or binary, or fits no encoding.
    """
    if len(data) > MAX_BYTES:
        raise ImportRefused(
            f"文件有 {len(data):,} 字节，上限是 {MAX_BYTES:,} 字节",
            f"the file has {len(data):,} bytes, the limit is {MAX_BYTES:,}",
            "请拆成较小的文件，或只保留规章正文",
            "split it, or keep only the text of the rules",
        )
    decoded = _decode(data)
    if not decoded.text.strip("\ufeff \t\r\n\u3000"):
        raise ImportRefused(
            "文件是空的", "the file is empty", "请选择有正文的文件", "choose a file that has text in it"
        )
    control = _CONTROL.search(decoded.text)
    # A stray control character is damage and stays; many of them, or a NUL, mean that this was never text.
    if control and ("\x00" in decoded.text or len(_CONTROL.findall(decoded.text)) * 200 > len(decoded.text)):
        raise _binary(decoded.text, control.start())
    return decoded


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as fault:
                raise _undecodable(data, fault.start + len(mark)) from fault
    _refuse_container(data)
    if unmarked := _utf16(data):
        return unmarked
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        first_fault = fault.start
    if b"\x00" in data:
        raise _binary_bytes(data)
    damaged = _nearly(data, "utf-8")
    if damaged is not None:
        return damaged
    candidates = ["gb18030", "big5", "big5hkscs"]
    guessed = _guess(data)
    if guessed:
        candidates.insert(0, guessed)
    best: tuple[float, Decoded] | None = None
    for encoding in candidates:
        decoded = _nearly(data, encoding)
        if decoded is None:
            continue
        score = _likelihood(decoded.text)
        # A later candidate must be clearly better: gb18030 accepts nearly anything, so order alone cannot decide.
        if best is None or score > best[0] + 0.02:
            best = (score, decoded)
    if best is None or best[0] < 0.25:
        raise _undecodable(data, first_fault)
    return best[1]


def _refuse_container(data: bytes) -> None:
    for magic, name in _PICTURES:
        if data.startswith(magic):
            raise ImportRefused(
                f"这是 {name} 图片，里面没有文字",
                f"this is a {name} picture, which has no text in it",
                "请先做文字识别（OCR），再导入得到的文字",
                "run OCR on it first, and import the text that gives",
            )
    for magic, name in _CONTAINERS:
        if data.startswith(magic):
            raise ImportRefused(
                f"这是 {name} 文件，不是纯文本",
                f"this is a {name} file, not plain text",
                "请用正确的扩展名重新导入，或另存为 .txt",
                "import it under its own suffix, or save it as .txt",
            )


def _utf16(data: bytes) -> Decoded | None:
    """Return *data* as UTF-16 without its byte order mark, where that makes running text."""
    for encoding in ("utf-16-le", "utf-16-be") if b"\x00" in data else ():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and _likelihood(text) >= _SURE:
            return Decoded(text, encoding)
    return None


def _nearly(data: bytes, encoding: str) -> Decoded | None:
    """Return *data* in *encoding*, where a few bytes may be broken, as a cut-off download leaves them; else ``None``.

    Text in another encoding breaks the rules of this one in many characters.
    """
    try:
        text = data.decode(encoding, "surrogateescape")
    except (UnicodeDecodeError, LookupError):
        return None
    broken = [match.start() for match in _ESCAPED_BYTE.finditer(text)]
    wide = sum(not sign.isascii() for sign in text) - len(broken)
    if len(broken) * _SOUND_PER_BROKEN > wide:
        return None
    written = _ESCAPED_BYTE.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", text)
    # Each byte became four characters.
    return Decoded(written, encoding, tuple(at + 3 * earlier for earlier, at in enumerate(broken)))


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    match = from_bytes(data[: _SAMPLE * 4], threshold=0.2, enable_fallback=False).best()
    return match.encoding.replace("_", "-") if match else None


def _likelihood(text: str) -> float:
    """Return how much *text* looks like running Chinese or Western text: 0 (noise) to 1."""
    sample = [c for c in text[:_SAMPLE] if not c.isspace()]
    if not sample:
        return 0.0
    plain = sum(c.isascii() and c.isprintable() for c in sample)
    wide = [c for c in sample if not c.isascii()]
    if not wide:
        return plain / len(sample)
    known = sum(c in _COMMON or c in _COMMON_RULES or c in _PUNCTUATION for c in wide)
    odd = sum("\ue000" <= c <= "\uf8ff" or c == "\ufffd" or "\uff61" <= c <= "\uff9f" for c in wide)
    # About a third of running Chinese is in the tables above; 5 % of a wrong decoding is.
    return max(0.0, min(1.0, (plain + len(wide) * min(1.0, known / len(wide) * 3)) / len(sample) - odd / len(wide)))


def _position(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset]
    return before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1


def _undecodable(data: bytes, offset: int) -> ImportRefused:
    line, column = _position(data, offset)
    return ImportRefused(
        "无法确定文字编码（试过 UTF-8、GB18030、Big5）",
        "the text encoding cannot be determined (tried UTF-8, GB18030, Big5)",
        "请在编辑器中打开原文件，另存为 UTF-8 后再导入",
        "open the original in an editor, save it as UTF-8 and import that",
        line=line,
        column=column,
    )


def _binary(text: str, offset: int) -> ImportRefused:
    before = text[:offset]
    return _binary_at(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _binary_bytes(data: bytes) -> ImportRefused:
    return _binary_at(*_position(data, data.index(b"\x00")))


def _binary_at(line: int, column: int) -> ImportRefused:
    return ImportRefused(
        "这是二进制文件，不是文本",
        "this is a binary file, not text",
        "请导入原来的 Word、PDF 或网页文件，或另存为 .txt",
        "import the original Word, PDF or web file, or save it as .txt",
        line=line,
        column=column,
    )
