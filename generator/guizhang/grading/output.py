"""The results folder: what stands in it, and how it is written as a whole, with earlier results kept under numbers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from guizhang.diagnostics import Diagnostic
from guizhang.files import PRIVATE, PRIVATE_FILE, new_folder, write_private
from guizhang.grading import faults
from guizhang.grading.as_json import people_json, results_json
from guizhang.grading.gradebook.book import begin_gradebook
from guizhang.grading.kept import ANSWERS, Kept, dump_kept
from guizhang.grading.reports import extras
from guizhang.grading.reports.class_page import html_report
from guizhang.grading.summary import ClassReport
from guizhang.parallel import aside
from guizhang.printing.faults import lacking
from guizhang.printing.pdf import Typesetter

GRADEBOOK, REPORT, RESULTS = "gradebook.xlsx", "report.html", "results.json"
CHANGES_JSON, CHANGES_XLSX = "changes.json", "changes.xlsx"
EARLIER = "earlier"
"""Folder of results that were corrected since: ``1-results.json``, ``1-gradebook.xlsx``, …"""
NAMES = frozenset({GRADEBOOK, REPORT, RESULTS, ANSWERS, CHANGES_JSON, CHANGES_XLSX, EARLIER, *extras.NAMES})
"""Everything in a results folder."""
_PUBLISHED = ("site", "docs", "content")
_LARGE = 1_000
"""People from which on starting processes is worth it."""
_NUMBER = re.compile(r"(\d+)-")


def contents(
    report: ClassReport, kept: Kept, more: Mapping[str, Callable[[], bytes]] | None = None
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the files of a results folder, with those that were asked for, and what they could not be printed with.

    Args:
        report: The class.
        kept: What the folder keeps.
        more: Further files, by name.
    """
    small = len(report.results) < _LARGE
    # Of a large class most of the work is what each person gave, which waits for no analysis; then all that does.
    people = aside(lambda: people_json(report.results), small=small, patient=True)
    book = begin_gradebook(report)
    given = {ANSWERS: lambda: dump_kept(kept), **(more or {})}
    others = aside(lambda: {name: make() for name, make in given.items()}, small=small, patient=True)
    _ = report.analysis
    page = aside(lambda: html_report(report).encode(), small=small)
    results = results_json(report, kept.held, people())
    files = {GRADEBOOK: book(), REPORT: page(), RESULTS: results, **others()}
    wanted, setter = kept.extras, Typesetter("guizhang.grading")
    files |= extras.extra_files(report, wanted, setter) if wanted else ()
    return files, tuple(lacking(setter) if wanted and wanted.printed else ())


def write_results(
    out: Path, content: Mapping[str, bytes], *, superseded: bool = False, earlier: bool = True
) -> tuple[Path, ...]:
    """Write the results folder as a whole, mode 0700, its files 0600; a crash leaves the old one.

    Args:
        out: The folder.
        content: Name -> file.
        superseded: Keep the results that stand there under the next number.
        earlier: Keep those that have numbers.

    Returns:
        What was written.
    """
    with new_folder(out, mode=PRIVATE) as folder:
        for name, data in content.items():
            (folder / name).parent.mkdir(mode=PRIVATE, exist_ok=True)
            write_private(folder / name, data)
        for name, path in _numbered(out, superseded=superseded) if earlier else ():
            (folder / EARLIER).mkdir(mode=PRIVATE, exist_ok=True)
            _keep(path, folder / EARLIER / name)
    return tuple(out / name for name in content)


def _keep(path: Path, place: Path) -> None:
    """Put a file of the old folder into the new one: by another name for it, which costs nothing, else as a copy."""
    try:
        place.hardlink_to(path)
        place.chmod(PRIVATE_FILE)
    except OSError:
        place.unlink(missing_ok=True)
        write_private(place, path.read_bytes())


def _numbered(out: Path, *, superseded: bool) -> Iterator[tuple[str, Path]]:
    """Yield the earlier results under their names, then those of today under the next number."""
    old = sorted(path for path in (out / EARLIER).glob("*") if path.is_file() and not path.is_symlink())
    for path in old:
        yield path.name, path
    number = 1 + max((int(match[1]) for path in old if (match := _NUMBER.match(path.name))), default=0)
    for path in sorted(out.glob("*")) if superseded else ():
        # What was answered does not change with a correction.
        if path.is_file() and not path.is_symlink() and path.name != ANSWERS:
            yield f"{number}-{path.name}", path


def removed(out: Path, content: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return what stands in a results folder and is not among its new files; of a folder of pages the folder."""
    new = {name.split("/")[0] for name in content} | {EARLIER}
    return tuple(sorted(path.name for path in out.glob("*") if path.name not in new))


def forget(path: Path) -> None:
    """Remove a file, or a folder with all that is in it; of a link the link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def output_faults(exam_dir: Path, out: Path) -> list[Diagnostic]:
    """Return why *out* is no place for results: published from, or holding files that are not ours to replace."""
    here = out.resolve()
    published = any(
        parent.name in _PUBLISHED and (parent.parent / "mkdocs.yml").exists() for parent in (here, *here.parents)
    )
    if published or (exam_dir / "handout").resolve() in (here, *here.parents):
        return [faults.public_output(str(out))]
    if here in (p.resolve() for p in (exam_dir, exam_dir / "secret")) or (out.exists() and not out.is_dir()):
        return [faults.foreign_files(str(out), [out.name])]
    foreign = sorted(p.name for p in out.iterdir() if p.name not in NAMES) if out.exists() else []
    return [faults.foreign_files(str(out), foreign)] if foreign else []
