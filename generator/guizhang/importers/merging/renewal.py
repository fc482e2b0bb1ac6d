"""What becomes of a draft nobody has edited when its source has changed: it is written anew, and each change is named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from guizhang.diagnostics import Source, field_path
from guizhang.importers.merging.matching import ROOT, Loc, Spot, match, plain, spots, words
from guizhang.importers.merging.notices import NO_SIGN, Notice, changed, notice
from guizhang.importers.merging.patch import Patch
from guizhang.model.regulation import Regulation
from guizhang.yamlio.content import project_root, shown


def renewal(base: Mapping[str, Any], new: Regulation, text: str, path: Path) -> tuple[Notice, ...]:
    """Return what the new draft says otherwise than the one before, in the order of the draft; rules that are gone last.

    Args:
        base: The draft as generated last time, in the shape of the YAML.
        new: The draft as generated now; its ids are those of *base* for what is the same.
        text: Its YAML.
        path: Its file.
    """
    lang = new.source_language
    now = plain(new)
    other = "en" if lang == "zh" else "zh"
    olds, news = spots(base, lang), spots(now, lang)
    told, tells = spots(base, other), spots(now, other)
    old_of_new = {n: b for b, n in match(olds, news).items()}
    patch = Patch(text)
    out: list[Notice] = []

    def tell(kind: str, loc: Loc, spot: Spot | None, said: str) -> None:
        offset = patch.where(loc)
        place = Source(str(path), text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
        sign, line = (spot.shown, spot.line) if spot else (NO_SIGN, 0)
        out.append(notice(kind, place, field_path(loc), sign=sign, said=said, line=line))

    if words(base, "title", lang) != words(now, "title", lang):
        tell(changed(base, lang), ("title",), None, words(now, "title", lang))
    for n, spot in enumerate(news):
        before = old_of_new.get(n)
        if before is not None and olds[before].words != spot.words:
            tell(
                changed(olds[before].data, lang),
                (*spot.loc, "text" if "text" in spot.data else "title"),
                spot,
                spot.words,
            )
        elif before is None and (spot.parent == ROOT or spot.parent in old_of_new):
            tell("added", spot.loc, spot, spot.words)
        elif before is not None and told[before].words != tells[n].words and tells[n].words:
            tell("changed", (*spot.loc, "text" if "text" in spot.data else "title"), spot, tells[n].words)
    kept = set(old_of_new.values())
    for b, spot in enumerate(olds):
        if b in kept or (spot.parent != ROOT and spot.parent not in kept):
            continue
        cited = citing(path, [f"{base['id']}/{name}" for name in _ids(spot.data)])
        kind = "gone-cited" if cited else "gone"
        said = spot.words or " ".join(one.words for one in olds if one.parent == b)
        out.append(notice(kind, Source(str(path)), "", sign=spot.shown, said=said, cited=cited))
    return tuple(out)


def citing(draft: Path, addresses: Sequence[str]) -> list[str]:
    """Return ``file:line`` of the lines of the handbook around *draft* that name one of *addresses*, but for *draft* itself."""
    root = project_root(draft)
    if not addresses or not (root / "content" / "handbook.yaml").is_file():
        return []
    named = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, addresses))})(?![\w-])")
    files = (file for folder in ("content", "quizzes") for file in sorted((root / folder).rglob("*.yaml")))
    return [
        f"{shown(file)}:{number}"
        for file in files
        if file.resolve() != draft.resolve()
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").split("\n"), start=1)
        if named.search(line)
    ]


def _ids(data: Mapping[str, Any]) -> list[str]:
    own = [str(data["id"])] if data.get("id") else []
    return [*own, *(name for below in data.get("body", ()) for name in _ids(below))]
