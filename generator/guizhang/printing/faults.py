"""What a machine lacks for printing: EXM020, EXM022."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Severity, whole_file
from guizhang.printing.pdf import CJK_FAMILIES, Typesetter


def lacking(setter: Typesetter) -> Iterator[Diagnostic]:
    """Yield what the fonts of this machine lack for what *setter* was given to set."""
    if setter.family is None:
        yield no_font()
    if setter.undrawn:
        yield no_glyph(setter)


def no_font() -> Diagnostic:
    """EXM020: no font has Chinese characters."""
    families = ", ".join(CJK_FAMILIES[:3])
    return whole_file(
        "fonts", "EXM020",
        ("没有中文字体，PDF 没有写出；其余文件都已写出", "no Chinese font is installed, so no PDF was written; everything else was"),
        (f"安装 fonts-noto-cjk（或 {families} 之一）后再运行一次", f"install fonts-noto-cjk (or one of {families}) and run it again"),
        severity=Severity.WARNING,
    )  # fmt: skip


def no_glyph(setter: Typesetter) -> Diagnostic:
    """EXM022: characters no font can draw."""
    listed = " ".join(f"{sign} ({' '.join(f'U+{ord(c):04X}' for c in sign)})" for sign in sorted(setter.undrawn))
    return whole_file(
        "fonts", "EXM022",
        (f"没有字体能显示 {listed}；PDF 里印成 {setter.substitute}", f"no font can draw {listed}; PDFs print {setter.substitute} instead"),
        ("安装有这些字的字体（Debian：fonts-noto-core）后再运行一次；不装的，印出来以后手写",
         "install a font that has them (Debian: fonts-noto-core) and run it again; without one, write them by hand on what is printed"),
        severity=Severity.WARNING,
    )  # fmt: skip
