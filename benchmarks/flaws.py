"""Items with one seeded flaw each, and sound ones: how many flaws the lint finds, and how often it cries wolf.

The items stand in benchmarks/flaws, written from its README by somebody who has not read the checks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from benchmarks.measure import Row
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.item import Item
from guizhang.model.regulation import Regulation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quality import BANK_RULES, ITEM_RULES, lint
from guizhang.yamlio.load import read_text
from guizhang.yamlio.tree import parse

FOLDER = Path(__file__).parent / "flaws"
SOUND = "none"
HALVES = ("closed", "open")
"""Entries of the fourth, the sixth, the eighth and the tenth lot, which nobody reads who works on the checks; and all others."""
_CLOSED_FILES = ("fourth", "sixth", "eighth", "tenth")
PARTS = tuple((lang, half) for lang in LANGS for half in HALVES)
# Flaws an item file cannot hold at all: being refused on reading is being found.
_REFUSABLE = frozenset({"key_count", "option_count", "cloze_gaps"})
_OWN = ("flaw", "rules", "other", "lang", "note")


@dataclass(frozen=True)
class Case:
    """One entry in one language."""

    where: str
    index: int
    """Where the entry stands in its file."""
    flaw: str
    lang: Lang
    refused: bool
    """Whether it could not even be read as an item."""
    found: frozenset[str]
    """Names of the rules that said something of it in this language."""

    @property
    def half(self) -> str:
        """The part of the benchmark it belongs to; nobody reads the closed one."""
        return HALVES[not self.where.startswith(_CLOSED_FILES)]

    @property
    def caught(self) -> bool:
        """Whether the seeded flaw was named."""
        return self.refused or self.flaw in self.found

    @property
    def suspected(self) -> bool:
        """Whether anything was said of it."""
        return self.refused or bool(self.found)


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Yield every entry of every file, once for each language it is judged in."""
    for path in sorted(folder.glob("*.yaml")):
        text, _ = read_text(path, path.name)
        tree = parse(text or "", path.name)[0]
        for i, entry in enumerate(tree.data if tree else ()):
            yield from _judged(path.name, i, entry)


def _judged(name: str, index: int, entry: Mapping[str, Any]) -> Iterator[Case]:
    flaw, where = entry["flaw"], f"{name}[{index}]"
    langs = [lang for lang in LANGS if lang in (entry.get("lang"), *([] if entry.get("lang") else entry["stem"]))]
    rules = entry.get("rules", ())
    body = {key: value for key, value in entry.items() if key not in _OWN}
    try:
        items = [_item(body, "seeded", len(rules))]
        if "other" in entry:
            items.append(_item(entry["other"], "other", len(rules)))
    except ValidationError as error:
        if flaw not in _REFUSABLE:
            print(f"{where}: not an item: {error.errors()[0]['msg']}")
            return
        yield from (Case(where, index, flaw, lang, refused=True, found=frozenset()) for lang in langs)
        return
    said: dict[str, set[str]] = defaultdict(set)
    for finding in lint(items, _handbook(rules)):
        if finding.item.id == "seeded" or finding.rule in BANK_RULES:
            said[str(finding.finding.loc[-1])].add(finding.rule)
    for lang in langs:
        yield Case(where, index, flaw, lang, refused=False, found=frozenset(said[lang]))


def _item(body: Mapping[str, Any], name: str, rules: int) -> Item:
    cites = {f"rules/r{i + 1}": None for i in range(rules)} or {"rules/r1": None}
    return Item.model_validate({"cites": cites, "themes": ["rules"], **body, "id": name})


def _handbook(rules: Any) -> Handbook:
    settings = Settings(title=Text(zh="规章"), company=Text(zh="公司"))
    if not rules:
        return Handbook(settings)
    body = [{"article": str(i + 1), "id": f"r{i + 1}", "text": text} for i, text in enumerate(rules)]
    regulation = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": body}
    return Handbook(settings, (Regulation.model_validate(regulation),))


def rows() -> Iterator[Row]:
    """Yield recall over all flaws and the false alarms, by language and half; print both by name."""
    found = list(cases())
    yield Row("cases", len(found), "")
    unknown = {c.flaw for c in found} - {SOUND, *ITEM_RULES, *BANK_RULES}
    assert not unknown, f"no such flaw: {sorted(unknown)}"
    print("--- named of seeded: closed and open half, zh; closed and open half, en")
    for name in sorted({c.flaw for c in found} - {SOUND}):
        print(f"{name:20}", *(_share(c for c in found if (c.flaw, c.lang, c.half) == (name, *part)) for part in PARTS))
    for lang, half in PARTS:
        mine = [c for c in found if (c.lang, c.half) == (lang, half)]
        flawed, sound = [c for c in mine if c.flaw != SOUND], [c for c in mine if c.flaw == SOUND]
        print(f"--- {lang}, {half}: false alarms", *Counter(name for c in sound for name in c.found).most_common())
        of = f"{lang}, {half}: "
        if flawed:
            yield Row(f"{of}flaws found", sum(c.caught for c in flawed) / len(flawed), f"of {len(flawed)}", ">= .95")
        if sound:
            yield Row(f"{of}false alarms", sum(c.suspected for c in sound) / len(sound), f"of {len(sound)}", "<= .05")


def _share(found: Iterable[Case]) -> str:
    caught = [c.caught for c in found]
    return f"{sum(caught):3} of {len(caught):3}"
