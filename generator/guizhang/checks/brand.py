"""The company's pictures are there, lie in the handbook's folder, and are pictures.

An SVG can carry scripts, links and other documents: a logo may only draw.

Fails (BRD001 to BRD003): no such file (BRD001), outside the handbook's folder (BRD002), no picture we can show (BRD003).
Passes: ``brand: {logo: content/brand/logo.svg}``. Fails: ``brand: {logo: ../logo.svg}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.pictures.fault import Unusable
from guizhang.pictures.picture import picture_at
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
        try:
            picture_at(root, named)
        except Unusable as fault:
            place = loaded.locate(loaded.settings_path, ("brand", field))
            problem = Message(f"{named}：{fault.problem.zh}", f"{named}: {fault.problem.en}")
            yield Diagnostic(fault.code, Severity.ERROR, place, f"brand.{field}", problem, fault.mend)
