"""No items are made of what import has left in doubt, until somebody has looked."""

from __future__ import annotations

import pytest

from guizhang.quiz.models import generate
from guizhang.quiz.why import why
from guizhang.reference import copy_reference
from guizhang.yamlio.content import load_project

RULES = """\
id: gate
title: {{en: Gate Rules}}
authoritative: en
edition: {{version: "1.0"}}
{whole}body:
  - section: "-"
    id: cars
    label: ""
    title: {{en: Cars}}
{above}    body:
      - item: 1
        id: badge
        text: {{en: "Drivers return the badge at most ${{limit}} after leaving the quay."}}
        facts: {{limit: {{kind: duration, value: PT2H, bound: max}}}}
{own}      - item: 2
        id: stay
        text: {{en: "Cars stay on the quay for at most ${{stay}}."}}
        facts: {{stay: {{kind: duration, value: PT30M, bound: max}}}}
"""
MARK = "review: {{kind: {kind}, note: {{zh: 看, en: look}}}}\n"


def handbook(tmp_path, **marks):
    root = tmp_path / "handbook"
    copy_reference(root, empty=True)
    for old in (root / "content" / "regulations").iterdir():
        old.unlink()
    filled = {"whole": "", "above": "", "own": ""} | marks
    (root / "content" / "regulations" / "gate.yaml").write_text(RULES.format(**filled), encoding="utf-8")
    return load_project(root).handbook


def asked(book):
    return {address for item in generate(book) for address in item.cites}


def test_without_marks_both_rules_are_asked_for(tmp_path):
    assert asked(handbook(tmp_path)) == {"gate/badge", "gate/stay"}


@pytest.mark.parametrize(
    ("where", "left"),
    [
        ({"own": "        " + MARK.format(kind="import")}, {"gate/stay"}),
        ({"above": "    " + MARK.format(kind="import")}, set()),
        ({"whole": MARK.format(kind="import")}, set()),
        # What a lawyer has to look at is quoted as it stands.
        ({"own": "        " + MARK.format(kind="legal")}, {"gate/badge", "gate/stay"}),
    ],
    ids=["the rule", "its heading", "the regulation", "a lawyer's"],
)
def test_what_import_left_in_doubt_waits(tmp_path, where, left):
    assert asked(handbook(tmp_path, **where)) == left


def test_why_says_what_is_waited_for(tmp_path):
    book = handbook(tmp_path, own="        " + MARK.format(kind="import"))
    said = {message.en for report in why("gate/badge", book) for message in report.declined}
    assert len(said) == 1
    assert "import was in doubt" in said.pop()
