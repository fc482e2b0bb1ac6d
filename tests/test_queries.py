"""The judged queries of benchmarks/queries: their form, that every address exists, and which half each stands in.

A fault names the file and the entry's number, never the query: the closed half is not to be read.
"""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Level
from guizhang.yamlio.content import load_project

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "benchmarks" / "queries"
HALVES = ("dev", "closed")
FILES = (*HALVES, "everyday")
FIELDS = {"query": str, "kind": str, "relevant": list, "note": str, "figure": str}
OPTIONAL = {"note", "figure"}


def _entries(half: str) -> list[dict[str, Any]]:
    return yaml.safe_load((FOLDER / f"{half}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def published() -> Handbook:
    return load_project(ROOT).handbook.published()


@pytest.fixture(scope="module")
def numbers(published: Handbook) -> dict[str, str | None]:
    return {a: p.node.article for a, p in published.provisions.items() if p.node.level is Level.ARTICLE}


@pytest.fixture(scope="module")
def units(published: Handbook, numbers: dict[str, str | None]) -> set[str]:
    records = {record.id for record in published.records}
    return {*numbers, *published.situations, *published.etiquette_points, *published.terms, *records}


def _declared_kinds() -> dict[str, int]:
    rows = re.findall(r"^\| (\w+) \| .+ \| (\d+) \|$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    return {kind: int(count) for kind, count in rows}


def _wrong(entry: dict[str, Any], kinds: set[str], units: set[str]) -> list[str]:
    if set(entry) - OPTIONAL != set(FIELDS) - OPTIONAL or any(type(entry[f]) is not FIELDS[f] for f in entry):
        return ["fields"]
    relevant = entry["relevant"]
    tests = {
        "query": entry["query"] == entry["query"].strip() != "",
        "kind": entry["kind"] in kinds,
        "empty": relevant,
        "twice": len(relevant) == len(set(relevant)),
        "address": set(relevant) <= units,
    }
    return [name for name, holds in tests.items() if not holds]


@pytest.mark.parametrize("half", FILES)
def test_every_entry_is_well_formed_and_names_published_units(half: str, units: set[str]) -> None:
    kinds = set(_declared_kinds())
    faults = {n: wrong for n, e in enumerate(_entries(half), 1) if (wrong := _wrong(e, kinds, units))}
    assert not faults, f"{half}.yaml, entry -> fault: {faults}"


@pytest.mark.parametrize("half", HALVES)
def test_a_number_is_answered_by_articles_of_that_number(half: str, numbers: dict[str, str | None]) -> None:
    faults = []
    for n, entry in enumerate(_entries(half), 1):
        if entry["kind"] == "number":
            found = {numbers.get(address) for address in entry["relevant"]}
            every = {address for address, number in numbers.items() if {number} == found}
            if len(found) != 1 or len(entry["relevant"]) not in {1, len(every)}:
                faults.append(n)
    assert not faults, f"{half}.yaml, entries: {faults}"


def test_no_query_stands_twice_in_one_file_or_several() -> None:
    seen: dict[str, str] = {}
    faults = []
    for half in FILES:
        for n, entry in enumerate(_entries(half), 1):
            place = f"{half}.yaml {n}"
            first = seen.setdefault(entry["query"].casefold(), place)
            if first != place:
                faults.append((first, place))
    assert not faults, f"the same query: {faults}"


@pytest.mark.parametrize("half", HALVES)
def test_the_coin_puts_each_query_in_its_half(half: str) -> None:
    seed = re.search(r"`(\d+) QUERY`", (FOLDER / "README.md").read_text(encoding="utf-8"))[1]
    tossed = [HALVES[hashlib.sha256(f"{seed} {e['query']}".encode()).digest()[0] % 2] for e in _entries(half)]
    faults = [n for n, side in enumerate(tossed, 1) if side != half]
    assert not faults, f"{half}.yaml, entries of the other half: {faults}"


def test_the_readme_counts_the_kinds() -> None:
    counts: dict[str, int] = {}
    for half in HALVES:
        for entry in _entries(half):
            counts[entry["kind"]] = counts.get(entry["kind"], 0) + 1
    assert counts == _declared_kinds()
