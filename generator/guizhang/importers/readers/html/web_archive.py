"""Web archives (MHTML): the page that Word or a browser saved together with its pictures, as a mail with parts (RFC 2557)."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes
from email.message import Message

from guizhang.importers.refusal import ImportRefused

_HEAD = re.compile(
    rb"\A\s*(?:From|MIME-Version|Message-ID|Date|Subject|X-Document-Type|Content-Type|Snapshot-Content-Location): ?",
    re.IGNORECASE,
)
_HEAD_BYTES = 8192


def is_archive(data: bytes) -> bool:
    """Return whether a file is a web archive."""
    return bool(_HEAD.match(data)) and b"multipart/related" in data[:_HEAD_BYTES].lower()


def page_of(data: bytes) -> bytes:
    """Return the page of a web archive, as it was saved or in UTF-8 where the archive says its encoding.

    Args:
        data: The archive's bytes.

    Raises:
        ImportRefused: There is no page in it.
    """
    message = message_from_bytes(data.lstrip())
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    # The page the archive is of comes first, where it does not name another (RFC 2387, start).
    start = str(message.get_param("start") or "")
    page = next((part for part in pages if start and part.get("Content-ID") == start), pages[0] if pages else None)
    content = _content(page)
    if not content.strip():
        raise ImportRefused(
            "网页归档文件（MHTML）里没有网页",
            "there is no page in the web archive (MHTML)",
            "请在浏览器或 Word 中打开，另存为“仅 HTML 网页”（.html）后再导入",
            'open it in a browser or in Word, save it as "web page, HTML only" (.html) and import that',
        )
    return content


def _content(page: Message | None) -> bytes:
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        return b""
    encoding = page.get_content_charset("")
    # Chinese Windows says GB2312 and writes GBK.
    encoding = "gb18030" if encoding in ("gb2312", "gbk", "x-gbk") else encoding
    try:
        return codecs.BOM_UTF8 + content.decode(encoding).encode() if encoding else content
    except (LookupError, UnicodeError):
        return content
