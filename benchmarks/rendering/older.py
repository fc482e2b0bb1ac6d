"""Word files as LibreOffice saves them: Word 97, RTF and ODT."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rendering.blocks import Block
from benchmarks.rendering.words import boxes, counted, headings, paragraphs, table
from guizhang.importers.readers.office import find_soffice

_KINDS = {"doc": "doc:MS Word 97", "rtf": "rtf", "odt": "odt"}
# LibreOffice writes no restart of a list into Word 97 and no text box into RTF: such files show what it cannot write.
_FORMS: Mapping[str, Callable[[Sequence[Block]], bytes]] = {
    "paragraphs": paragraphs,
    "headings": headings,
    "automatic numbers": partial(counted, restarts=False),
    "one table": table,
    "text boxes": boxes,
}
_LOST = {("rtf", "text boxes")}


def older(blocks: Sequence[Block]) -> Iterator[tuple[str, str, bytes]]:
    """Yield form, file name and bytes of a text in each of the older formats; nothing where LibreOffice is absent."""
    program = find_soffice()
    if program is None:
        return
    with TemporaryDirectory(prefix="guizhang-older-") as folder:
        home = Path(folder)
        for name, form in _FORMS.items():
            (home / f"{name}.docx").write_bytes(form(blocks))
        for suffix, kind in _KINDS.items():
            names = [name for name in _FORMS if (suffix, name) not in _LOST]
            # One start for all files: it takes longer than the saving.
            subprocess.run(
                [program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--convert-to", kind,
                 "--outdir", str(home), *(str(home / f"{name}.docx") for name in names)],
                check=True, capture_output=True, timeout=300,
            )  # fmt: skip
            for name in names:
                yield f"{suffix}, {name}", f"text.{suffix}", (home / f"{name}.{suffix}").read_bytes()
