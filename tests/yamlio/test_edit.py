from __future__ import annotations

import pytest

from guizhang.files import BOM
from guizhang.yamlio.edit import append, set_entries, set_scalars
from guizhang.yamlio.tree import parse

TEXT = """\
# head
body:
  - article: 1          # a remark
    id: one
    text:
      zh: 甲
      en: A
    body:
      - text: {zh: 乙, en: B}
  - article: 2
    id: two
    text: {zh: 丙, en: C}
    translated_from: {en: 00000000}   # old
  - article: 3
    id: three
    text:
      zh: |
        丁

  - {item: 1, text: {zh: 戊, en: E}}
"""
AFTER = """\
# head
body:
  - article: 1          # a remark
    id: one
    text:
      zh: 甲
      en: A
    translated_from: {en: 11111111}
    body:
      - text: {zh: 乙, en: B}
        translated_from: {en: 55555555}
  - article: 2
    id: two
    text: {zh: 丙, en: C}
    translated_from: {en: 22222222}   # old
  - article: 3
    id: three
    text:
      zh: |
        丁
    translated_from: {en: 33333333}

  - {item: 1, text: {zh: 戊, en: E}, translated_from: {en: 44444444}}
"""


CHANGES = {
    ("body", 0, "translated_from"): {"en": "11111111"},
    ("body", 1, "translated_from"): {"en": "22222222"},
    ("body", 2, "translated_from"): {"en": "33333333"},
    ("body", 3, "translated_from"): {"en": "44444444"},
    ("body", 0, "body", 0, "translated_from"): {"en": "55555555"},
}


def test_only_the_changed_bytes_move():
    after = set_scalars(TEXT, "f.yaml", CHANGES)
    assert after == AFTER
    tree, faults = parse(after, "f.yaml")
    assert not faults
    assert tree.data["body"][2]["translated_from"] == {"en": "33333333"}


def test_other_keys_of_the_mapping_stay():
    text = "- id: x\n  cites: {a/b: 00000000, c/d: null}\n"
    assert set_scalars(text, "f", {(0, "cites"): {"c/d": "12345678"}}) == (
        "- id: x\n  cites: {a/b: 00000000, c/d: 12345678}\n"
    )


def test_a_block_mapping_stays_one():
    text = "- id: x\n  cites:\n    a/b: 00000000   # read in May\n    c/d:\n  level: apply\n"
    after = set_scalars(text, "f", {(0, "cites"): {"a/b": "12345678", "e/f": "87654321"}})
    assert after == (
        "- id: x\n  cites:\n    a/b: 12345678   # read in May\n    c/d:\n    e/f: 87654321\n  level: apply\n"
    )


def test_an_empty_value_is_filled_in():
    assert set_scalars("- id: x\n  cites:\n    c/d:\n", "f", {(0, "cites"): {"c/d": "12345678"}}) == (
        "- id: x\n  cites:\n    c/d: 12345678\n"
    )


def test_a_missing_parent_is_an_error():
    with pytest.raises(KeyError):
        set_scalars(TEXT, "f.yaml", {("body", 9, "translated_from"): {"en": "11111111"}})


@pytest.mark.parametrize("mark", ["", BOM])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_the_line_ends_stay(mark, end):
    before, after = (mark + text.replace("\n", end) for text in (TEXT, AFTER))
    assert set_scalars(before, "f.yaml", CHANGES) == after
    assert set_scalars(after, "f.yaml", CHANGES) == after


def test_line_ends_of_two_kinds_stay_as_they_are():
    before = TEXT.replace("\n", "\r\n").replace("id: two\r\n", "id: two\n")
    after = AFTER.replace("\n", "\r\n").replace("id: two\r\n", "id: two\n")
    assert set_scalars(before, "f.yaml", CHANGES) == after


@pytest.mark.parametrize("mark", ["", BOM])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_has_the_line_ends_of_the_one_it_replaces(mark, end):
    before, after = (
        mark + text.replace("\n", end)
        for text in ("# head\n- id: a\n  n: 1\n\n# of b\n- id: b\n", "# head\n- id: a\n  n: 2\n\n# of b\n- id: b\n")
    )
    assert set_entries(before, "f", {0: "- id: a\n  n: 2\n"}) == after
    assert append(before, "- id: c\n") == before + f"{end}- id: c{end}"
