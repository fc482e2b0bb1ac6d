"""Faults of table files as a whole: TAB001 to TAB004."""

from __future__ import annotations

from guizhang.diagnostics import Diagnostic, Message, Severity, whole_file
from guizhang.tables.table import Place

ERROR = Severity.ERROR


def at(place: Place, severity: Severity, code: str, problem: tuple[str, str], mend: tuple[str, str]) -> Diagnostic:
    """Return a diagnostic at *place*; *problem* and *mend* are pairs of zh and en."""
    return Diagnostic(code, severity, place.source, place.field, Message(*problem), Message(*mend))


def unreadable(path: str, reason: Message) -> Diagnostic:
    """TAB001: the operating system does not give the file."""
    return whole_file(
        path, "TAB001",
        (f"读不了这个文件：{reason.zh}", f"the file cannot be read: {reason.en}"),
        ("检查路径和权限", "check its path and permissions"),
    )  # fmt: skip


def too_large(path: str, size: str, limit: str) -> Diagnostic:
    """TAB001: more than any office program writes by hand."""
    return whole_file(
        path, "TAB001",
        (f"文件有 {size} 字节，上限是 {limit} 字节", f"the file has {size} bytes, the limit is {limit}"),
        ("只保留需要的内容，或分成几个文件", "keep only what is needed, or split it"),
    )  # fmt: skip


def empty(path: str) -> Diagnostic:
    """TAB002: nothing in it."""
    return whole_file(
        path, "TAB002",
        ("文件是空的", "the file is empty"),
        ("选择填有内容的文件", "choose the file that is filled in"),
    )  # fmt: skip


def undecodable(path: str, line: int, column: int) -> Diagnostic:
    """TAB003: no encoding fits; the column counts bytes."""
    return whole_file(
        path, "TAB003",
        (
            "无法确定文字编码（试过 UTF-8、UTF-16、GB18030）",
            "the text encoding cannot be determined (tried UTF-8, UTF-16, GB18030)",
        ),
        ("在 Excel 中另存为“CSV UTF-8”或 XLSX", "save it from Excel as “CSV UTF-8” or as XLSX"),
        line, column,
    )  # fmt: skip


def binary(path: str, line: int, column: int) -> Diagnostic:
    """TAB003: no text at all."""
    return whole_file(
        path, "TAB003",
        ("这是二进制文件，不是 CSV 或 XLSX", "this is a binary file, neither CSV nor XLSX"),
        ("另存为 XLSX 或“CSV UTF-8”", "save it as XLSX or “CSV UTF-8”"),
        line, column,
    )  # fmt: skip


def markup(path: str) -> Diagnostic:
    """TAB004: a web page or XML under the name of a table."""
    return whole_file(
        path, "TAB004",
        ("这是网页或 XML，不是 CSV 或 XLSX（有的系统导出的“Excel”其实是网页）",
         "this is a web page or XML, neither CSV nor XLSX (some systems export pages under the name of Excel)"),
        ("用 Excel、WPS 或 LibreOffice 打开，另存为 XLSX", "open it in Excel, WPS or LibreOffice and save it as XLSX"),
    )  # fmt: skip


def broken_record(path: str, line: int, reason: str) -> Diagnostic:
    """TAB004: quoting that does not end, which would swallow the rows behind it."""
    return whole_file(
        path, "TAB004",
        (f"这一行的引号不成对（{reason}）", f"the quotation marks of this record do not pair ({reason})"),
        ("改正引号，或另存为 XLSX", "mend the quotation marks, or save it as XLSX"),
        line,
    )  # fmt: skip


def old_workbook(path: str) -> Diagnostic:
    """TAB004: XLS."""
    return whole_file(
        path, "TAB004",
        ("这是旧版 Excel（XLS）文件", "this is an old Excel file (XLS)"),
        ("用 Excel、WPS 或 LibreOffice 打开，另存为 XLSX", "open it in Excel, WPS or LibreOffice and save it as XLSX"),
    )  # fmt: skip


def protected(path: str) -> Diagnostic:
    """TAB004: XLSX under a password, which comes in the container of XLS."""
    return whole_file(
        path, "TAB004",
        ("这个工作簿有打开密码", "this workbook is under a password"),
        ("在 Excel 或 WPS 中取消密码后另存为 XLSX", "take the password off in Excel or WPS and save it as XLSX"),
    )  # fmt: skip


def other_office_file(path: str, name: str, suffix: str) -> Diagnostic:
    """TAB004: a workbook of another format."""
    return whole_file(
        path, "TAB004",
        (f"这是 {name} 工作簿（{suffix}），不是 XLSX", f"this is a workbook of the format {name} ({suffix}), no XLSX"),
        ("打开后另存为 XLSX（Excel 工作簿）", "open it and save it as XLSX (Excel workbook)"),
    )  # fmt: skip


def broken_workbook(path: str, reason: str) -> Diagnostic:
    """TAB004: not a workbook, or a damaged one."""
    return whole_file(
        path, "TAB004",
        (f"工作簿已损坏或不是 XLSX（{reason}）", f"the workbook is damaged or is no XLSX ({reason})"),
        ("在 Excel 中打开后重新另存为 XLSX", "open it in Excel and save it as XLSX again"),
    )  # fmt: skip


def refused_workbook(path: str, zh: str, en: str) -> Diagnostic:
    """TAB004: larger or stranger than any office program writes."""
    return whole_file(
        path, "TAB004",
        (f"拒绝打开这个工作簿：{zh}", f"this workbook is not opened: {en}"),
        ("把作答复制到新的工作簿再存", "copy the responses into a new workbook and save that"),
    )  # fmt: skip
