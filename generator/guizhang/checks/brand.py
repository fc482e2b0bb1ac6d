"""The company's pictures are there, lie in the handbook's folder, and are pictures.

An SVG can carry scripts, links and other documents: a logo may only draw.

Errors: no such file (BRD001), outside the handbook's folder (BRD002), no picture we can show (BRD003).
Passes: ``brand: {logo: content/brand/logo.svg}``. Fails: ``brand: {logo: ../logo.svg}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.pictures.fault import Unusable
from guizhang.pictures.picture import read_picture
from guizhang.yamlio.content import Loaded

PICTURES = ("logo", "logo_dark", "favicon")


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield BRD001, BRD002 and BRD003."""
    brand = loaded.handbook.settings.brand
    root = Path(loaded.settings_path).parent.parent
    for field in PICTURES:
        named = getattr(brand, field)
        if named is None:
            continue
        fault = _fault(root, named)
        if fault:
            code, problem, mend = fault
            place = loaded.locate(loaded.settings_path, ("brand", field))
            yield Diagnostic(code, Severity.ERROR, place, f"brand.{field}", problem, mend)


def _fault(root: Path, named: str) -> tuple[str, Message, Message] | None:
    path = root / named
    if Path(named).is_absolute() or not path.resolve().is_relative_to(root.resolve()):
        return (
            "BRD002",
            Message(f"{named} 不在手册的文件夹里", f"{named} lies outside the handbook's folder"),
            Message(
                "把图片放进手册的文件夹，写相对路径，例如 content/brand/logo.svg",
                "put the picture into the handbook's folder and name it from there, such as content/brand/logo.svg",
            ),
        )
    try:
        read_picture(path.read_bytes())
    except OSError:
        return (
            "BRD001",
            Message(f"没有 {named} 这个文件", f"there is no file {named}"),
            Message(
                "放好图片，或改正路径；路径从手册的文件夹算起",
                "put it there, or mend the path, which counts from the handbook's folder",
            ),
        )
    except Unusable as fault:
        return "BRD003", Message(f"{named}：{fault.problem.zh}", f"{named}: {fault.problem.en}"), fault.mend
    return None
