from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guizhang.model.text import Placeholder, placeholders, segments, substitute


def test_placeholders_and_literal_runs():
    parts = list(segments("须在${reply}内、${complaints/first-reply#reply}。"))
    assert [p if isinstance(p, str) else p.reference for p in parts] == [
        "须在",
        "reply",
        "内、",
        "complaints/first-reply#reply",
        "。",
    ]


def test_a_doubled_dollar_is_a_literal_one():
    assert substitute("写 $${name} 不会替换，${name} 会", lambda _: "X") == "写 ${name} 不会替换，X 会"


def test_an_unclosed_placeholder_is_text():
    assert list(segments("价格 ${100 元")) == ["价格 ${100 元"]
    assert placeholders("$ {a} ${a\nb}") == []


def test_what_a_figure_prints_is_not_read_again():
    assert substitute("${a}", lambda _: "${b}") == "${b}"


@given(st.text())
def test_nothing_is_lost_between_segments(text):
    rebuilt = "".join(
        str(part) if isinstance(part, Placeholder) else part.replace("${", "$${") for part in segments(text)
    )
    assert list(segments(rebuilt)) == list(segments(text))
