"""A new draft beside the drafts that were there: it may be the new edition of one of them, which only its owner knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.diagnostics import Source as Place
from guizhang.importers.merging.duplicates import Provision, Source, near_duplicates
from guizhang.importers.merging.matching import plain, spots, words
from guizhang.importers.merging.notices import Notice
from guizhang.model.regulation import Regulation


@dataclass(frozen=True, slots=True)
class Earlier:
    """A draft that was there before."""

    path: Path
    data: Mapping[str, Any]
    """What its YAML says."""
    id: str
    """Under which an import knows it; empty where it was written by hand."""


def next_editions(new: Sequence[tuple[Path, Regulation]], there: Sequence[Earlier]) -> Iterator[tuple[Path, Notice]]:
    """Yield path of a new draft and the warning that a draft there says much the same (IMP130) or is called the same (IMP021)."""
    olds = {str(one.path): one for one in there}
    news = {str(path): draft for path, draft in new}
    texts = [_text(one.path, one.data) for one in there] + [_text(path, plain(draft)) for path, draft in new]
    named: set[tuple[str, str]] = set()
    for pair in near_duplicates(texts):
        old, now = (pair.first, pair.second) if pair.first in olds else (pair.second, pair.first)
        if old in olds and now in news:
            named.add((old, now))
            yield _warned(news[now], Path(now), olds[old], max(pair.first_share, pair.second_share))
    for now, draft in news.items():
        title = _title(plain(draft))
        for old, one in olds.items():
            if title == _title(one.data) and (old, now) not in named:
                yield _warned(draft, Path(now), one, None)


def called_alike(new: Sequence[tuple[Path, Regulation, Path]]) -> Iterator[tuple[Path, Notice]]:
    """Yield path of a new draft and the warning (IMP021) that one of another file of the same run is called the same.

    Documents that say much the same are named anyway, in one run or two.

    Args:
        new: Path, draft, and the file it was imported from.
    """
    alike = {
        frozenset((one.first, one.second))
        for one in near_duplicates([_text(path, plain(draft)) for path, draft, _ in new])
    }
    firsts: dict[str, tuple[Path, Regulation, Path]] = {}
    for path, draft, source in new:
        other, first, its = firsts.setdefault(_title(plain(draft)), (path, draft, source))
        if its != source and frozenset((str(other), str(path))) not in alike:
            yield _warned(draft, path, Earlier(other, plain(first), first.id), None)


def _warned(draft: Regulation, path: Path, old: Earlier, share: float | None) -> tuple[Path, Notice]:
    title = draft.title.either(draft.source_language)
    here, there = path.name, old.path.name
    if share is None:
        code = "IMP021"
        problem = Message(
            f"文件夹里已有同名的草稿 {there}，内容却很不一样，所以另写了 {here}：{title}",
            f"the folder has a draft of this title, {there}, that says something else, so {here} was written beside it: {title}",
        )
    else:
        code = "IMP130"
        problem = Message(
            f"与文件夹里已有的草稿 {there} 大体相同（一份的 {share:.0%} 见于另一份），另写了 {here}：{title}",
            f"says much the same as {there}, a draft that is there ({share:.0%} of one is in the other); {here} was written beside it: {title}",
        )
    one = f"--renews {old.id}"
    mend = Message(
        f"若是它的新版，删去 {here}，加 {one} 再导入一次；若是另一份规章，改 title 以示区别",
        f"if it is the new edition, delete {here} and import again with {one}; if it is another document, give it a title of its own",
    )
    if not old.id:
        mend = Message(
            "只留一份；若是两份规章，改 title 以示区别", "keep one of the two, or give each a title of its own"
        )
    return path, Notice("beside", Diagnostic(code, Severity.WARNING, Place(str(path), 1, 1), "", problem, mend))


def _text(path: Path, data: Mapping[str, Any]) -> Source:
    lang = "en" if data.get("authoritative") == "en" else "zh"
    rules = tuple(Provision(str(i), spot.label, spot.words) for i, spot in enumerate(spots(data, lang)))
    return Source(str(path), _title(data), rules, path.name)


def _title(data: Mapping[str, Any]) -> str:
    return words(data, "title", "en" if data.get("authoritative") == "en" else "zh")
