"""Each collected rule is carried by a provision or listed with a reason; skips where the collection is not at hand."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from guizhang.yamlio.content import load_project

ROOT = Path(__file__).parents[1]
SOURCES = ROOT.parent / "shared" / "sources"
pytestmark = pytest.mark.skipif(not SOURCES.exists(), reason="the collected rules are not beside this checkout")

LEAST_CARRIED = 0.9
_FACT = re.compile(r"- (F\d{3}) ")
_RULE = re.compile(r"- \[(\d{3}):(\d+)[^\]]*\]")
_LISTED = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def collected() -> list[str]:
    """Return the ids of the rules: those given, or the first line a rule refers to, with a letter where several share it."""
    ids = [m[1] for line in lines("rules-000-002.md") if (m := _FACT.match(line))]
    lines_of_rules, fields = [], False
    for line in lines("rules-003-004.md"):
        if line.startswith("## Contrad"):
            break
        fields = line.startswith("###") if line.startswith("##") else fields
        rule = _RULE.match(line)
        if rule and not fields:  # the fields of a form are no rules
            lines_of_rules.append(f"{rule[1]}:{rule[2]}")
    shared, seen = Counter(lines_of_rules), Counter()
    for name in lines_of_rules:
        ids.append(name + "abcdefghijklmnop"[seen[name]] if shared[name] > 1 else name)
        seen[name] += 1
    return ids


def lines(name: str) -> list[str]:
    return (SOURCES / name).read_text(encoding="utf-8").splitlines()


def cited() -> set[str]:
    found: set[str] = set()
    for place in load_project(ROOT).handbook.provisions.values():
        found |= set(place.node.sources)
    return found


def carried(rule: str, citations: set[str]) -> bool:
    # A citation of a line stands for all rules of that line.
    return rule in citations or rule.rstrip("abcdefghijklmnop") in citations


def test_every_rule_is_carried_or_listed_with_its_reason():
    rules, citations = collected(), cited()
    listed = set(_LISTED.findall((ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")))
    assert len(rules) == 1083
    missing = [rule for rule in rules if not carried(rule, citations) and rule not in listed]
    assert missing == []
    assert [rule for rule in listed if rule not in rules] == []
    assert sum(carried(rule, citations) for rule in rules) >= LEAST_CARRIED * len(rules)
