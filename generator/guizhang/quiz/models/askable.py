"""Which figures can be asked for: those whose sentence can be quoted and gives nothing away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guizhang.model.quantity import QuantityKind
from guizhang.model.text import LANGS
from guizhang.quiz.clauses import Clause
from guizhang.quiz.models.figures import Figure, number_of
from guizhang.quiz.points import BLANK
from guizhang.zh.numerals import int_to_chinese

_FIGURE_ZH = re.compile(r"^[\d.,:零〇一二两三四五六七八九十百千万半每至]+")
_FIGURE_EN = re.compile(r"^([\d.,:]+|no|one|two|three|four|five|six|seven|eight|nine|ten|half an?)\b\s*")
_ONLY = re.compile(r"[只仅][^，。；]{0,4}$")
_EXAMPLE = re.compile(
    rf"{BLANK}[^，。；]*(?:这类|这样的|之类)|(?:例如|比如|譬如)[^。；]*{BLANK}|[，、（(]如{BLANK}|(?<![至不最])少{BLANK}"
    rf"|{BLANK}(?:告知|通知|付清|缴清|还清|性|无息)"
)
_ROUNDS = (
    ("每年一次", "年度|年报|年检", "annual|yearly"),
    ("每6个月一次", "半年", "half-yearly|six-monthly"),
    ("每3个月一次", "季度|季报", "quarterly"),
    ("每月一次", "月度|月报|当月|月会", "monthly"),
    ("每周一次", "周报|周会|每周", "weekly"),
    ("每天一次", "日报|每日", "daily"),
)
"""What a thing is called that comes round so often."""
_NAMED = re.compile(r"([^，。；：]*、[^，。；：]*)$")
_SPELLED = 1000
"""Numbers below this may be spelled out beside their figure."""


def figures(clauses: Iterable[Clause]) -> Iterator[Figure]:
    """Yield every fact with the first of *clauses* that says it, where that clause can be quoted."""
    asked: set[str] = set()
    for clause in clauses:
        for address in clause.facts():
            # A figure is asked where it is laid down, not where another provision repeats it.
            if address in asked or address.partition("#")[0] != clause.address:
                continue
            figure = Figure(clause, address, clause.handbook.facts[address])
            if figure.blanked is None or not _fits_blank(figure) or figure.given_away or _counts_points(figure):
                continue
            if _EXAMPLE.search(figure.sentence.either("zh")):
                continue
            if _period_named(figure) or _said_again(figure) or _counted_out(figure) or _once_only(figure):
                continue
            asked.add(address)
            yield figure


def _counts_points(figure: Figure) -> bool:
    """Tell whether a figure only says how many points the list behind it has: nobody needs to know that."""
    points = len(figure.clause.place.node.body)
    return figure.clause.introduces and figure.fact.kind is QuantityKind.COUNT and number_of(figure.fact) == points


def _said_again(figure: Figure) -> bool:
    """Tell whether the sentence says the figure once more: 不足1小时按1小时计 answers itself."""
    rest = figure.sentence.either("zh" if "zh" in figure.clause.langs else "en")
    ways = {figure.printed(figure.fact, lang) for lang in figure.clause.langs}
    own = (figure.fact.zh, figure.fact.en)
    number = number_of(figure.fact)
    if (
        number is not None
        and number == number.to_integral_value()
        and 0 < number < _SPELLED
        and "zh" in figure.clause.langs
    ):
        digits = f"{number:f}"
        ways |= {w.replace(digits, int_to_chinese(int(number)), 1) for w in ways}
    return any(re.search(rf"(?<![\d.,]){re.escape(way)}", rest) for way in (*ways, *own) if way)


def _once_only(figure: Figure) -> bool:
    """Tell whether a sentence says that something is done only once: only three times would be no rule."""
    return number_of(figure.fact) == 1 and _ONLY.search(figure.sentence.either("zh").partition(BLANK)[0]) is not None


def _period_named(figure: Figure) -> bool:
    """Tell whether the sentence names what comes round as often as the figure says: 年度成绩，每年一次."""
    if figure.fact.kind is not QuantityKind.FREQUENCY:
        return False
    every = figure.printed(figure.fact, "zh")
    title = figure.clause.provision.title
    # What the sentence or the title of its article calls it.
    zh, en = (" ".join(t.get(lang) or "" for t in (figure.sentence, title) if t is not None) for lang in LANGS)
    return any(
        every.startswith(often) and (re.search(words, zh) or re.search(rf"\b(?:{english})\b", en, re.IGNORECASE))
        for often, words, english in _ROUNDS
    )


def _counted_out(figure: Figure) -> bool:
    """Tell whether the sentence names one by one what is counted: 到岗、用餐、离岗共3次."""
    before, _, _ = figure.sentence.either("zh").partition(BLANK)
    named = _NAMED.search(before)
    return named is not None and number_of(figure.fact) == named[1].count("、") + 1


def _fits_blank(figure: Figure) -> bool:
    """Tell whether values printed the usual way fit where the text prints its own wording.

    ``zh: 二十四小时`` does; ``zh: 三`` before 名员工 does not, because 3个 would be put there.
    """
    for lang in LANGS:
        own = figure.fact.zh if lang == "zh" else figure.fact.en
        if own is None:
            continue
        pattern = _FIGURE_ZH if lang == "zh" else _FIGURE_EN
        if pattern.sub("", own) != pattern.sub("", figure.printed(figure.fact, lang)):
            return False
    return True
