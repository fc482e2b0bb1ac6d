"""What is said when an office file cannot be read; one sentence per cause, shared by DOCX, DOC and XLSX."""

from __future__ import annotations

from guizhang.importers.refusal import ImportRefused


def protected() -> ImportRefused:
    """Return the refusal of a file that needs a password."""
    return ImportRefused(
        "文件有密码保护，无法读取",
        "the file is protected by a password",
        "请在 Word、WPS 或 Excel 中打开，取消“用密码进行加密”后另存，再导入",
        "open it in Word, WPS or Excel, remove the password, save it and import that",
    )


def damaged(what_zh: str, what_en: str) -> ImportRefused:
    """Return the refusal of a file that is cut off or broken.

    Args:
        what_zh: What is broken, in Chinese, without a full stop.
        what_en: The same in English.
    """
    return ImportRefused(
        f"文件已损坏或不完整：{what_zh}",
        f"the file is damaged or cut off: {what_en}",
        "请重新下载或复制原文件；也可用 Word 或 WPS 打开并修复，另存后再导入",
        "copy or download it again, or open it in Word or WPS, let it repair the file, save and import that",
    )


def oversized(what_zh: str, what_en: str) -> ImportRefused:
    """Return the refusal of a file that unpacks to more than any rule book needs."""
    return ImportRefused(
        f"文件解压后过大：{what_zh}",
        f"the file unpacks to too much: {what_en}",
        "规章文件不会这么大；请用 Word 或 WPS 另存一份，或拆成较小的文件再导入",
        "no rule book is that large; save a copy with Word or WPS, or split it, and import that",
    )


def entities(part: str) -> ImportRefused:
    """Return the refusal of XML that declares a DTD, which office files never do and entity bombs need."""
    return ImportRefused(
        f"文件中的 {part} 含有 DTD 或实体声明，可能是恶意文件",
        f"{part} in the file declares a DTD or entities, as malicious files do",
        "请不要使用来历不明的文件；确认可信后用 Word 或 WPS 另存一份再导入",
        "do not use files of unknown origin; if you trust it, save a copy with Word or WPS and import that",
    )


def other_kind(found_zh: str, found_en: str, wanted: str) -> ImportRefused:
    """Return the refusal of a file that is something else than its name says."""
    return ImportRefused(
        f"这不是 {wanted} 文件：{found_zh}",
        f"this is not {'an' if wanted[0] in 'AEIOU' else 'a'} {wanted} file: {found_en}",
        "请用正确的扩展名导入，或用 Word 或 WPS 打开后另存为 .docx",
        "import it under its own suffix, or open it in Word or WPS and save it as .docx",
    )


def wordless(pictures: bool) -> ImportRefused:
    """Return the refusal of a document without text.

    Args:
        pictures: Whether there are pictures, so that the document is most likely a scan.
    """
    if pictures:
        return ImportRefused(
            "文件里只有图片，没有文字（可能是扫描件）",
            "the file holds pictures and no text; it is most likely a scan",
            "请先做文字识别（OCR），再导入识别后的文件",
            "run text recognition (OCR) on it and import the result",
        )
    return ImportRefused(
        "文件里没有文字", "the file has no text in it", "请选择有正文的文件", "choose a file that has text in it"
    )
