"""What is compared: the fold, words, stems, numbers. The shared examples run in the browser too."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from opencc import OpenCC

from guizhang.model.numbering import article_label, han_number
from guizhang.site.search.fold import fold, stem, words
from guizhang.site.search.lists import decode
from guizhang.site.search.near import distance
from guizhang.site.search.numbers import article_numbers, forms
from guizhang.site.search.partial import hash_of
from guizhang.site.search.text import stands
from guizhang.site.search.tokens import text_terms

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
CHECKS = {
    "fold": fold,
    "words": lambda text: words(fold(text)),
    "stem": stem,
    "forms": forms,
    "articles": lambda text: [key for _, _, key in article_numbers(fold(text))],
    "terms": lambda text: list(text_terms(fold(text))),
    "hash": hash_of,
    "lists": lambda text: list(decode(text)),
    "stands": lambda literal, text: stands(fold(literal), fold(text)),
    "distance": lambda one, other: distance(one, other, 2),
}


def test_every_kind_of_example_is_run():
    assert set(VECTORS) == {"about", *CHECKS}


@pytest.mark.parametrize(
    ("kind", "row"), [(kind, row) for kind in CHECKS for row in VECTORS[kind]], ids=lambda value: str(value)[:30]
)
def test_shared_example(kind, row):
    *given_, expected = row
    assert CHECKS[kind](*given_) == expected


@given(st.text())
@example("綎")  # Simplified beyond the Basic Plane
@example("薴")  # its Simplified form is Traditional for another
def test_the_fold_keeps_the_length_in_utf16_and_folds_once(value):
    folded = fold(value)
    assert len(folded.encode("utf-16-le", "surrogatepass")) == len(value.encode("utf-16-le", "surrogatepass"))
    assert fold(folded) == folded


TEXTS = ["投诉处理规定", "随着客户要求", "账户与发票", "里面的后台", "只有一台电话", "保护个人资料"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("table", ["s2t", "s2tw", "s2hk"])
def test_traditional_text_is_the_same(text, table):
    assert fold(OpenCC(table).convert(text)) == fold(text)


@given(st.integers(1, 9999), st.integers(1, 99))
def test_every_way_to_write_an_article_number_is_one_number(number, part):
    han = han_number(number)
    for query in (
        f"第{han}条",
        f"第{number}条",
        f"{han}条",
        f"{number}条",
        f"article {number}",
        f"Art. {number}",
        f"{number}",
        han,
        f"§{number}",
    ):
        assert [key for _, _, key in article_numbers(fold(query))] == [f"#{number}"], query
    for query in (
        article_label(f"{number}-{part}", "zh"),
        f"第{number}条之{part}",
        f"article {number}-{part}",
        f"{number}-{part}",
    ):
        assert [key for _, _, key in article_numbers(fold(query))] == [f"#{number}-{part}"], query


@given(st.integers(1, 9999))
def test_a_figure_is_found_in_digits_and_in_han(number):
    digits, han = f"{number}小时", f"{han_number(number)}小时"
    assert han in forms(digits)
    assert digits in forms(han)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("complaints", "complaint"),
        ("policies", "policy"),
        ("handled", "handling"),
        ("notices", "notice"),
        ("stopped", "stopping"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("being", "be"), ("ring", "r"), ("process", "proces"), ("status", "statu")])
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)
