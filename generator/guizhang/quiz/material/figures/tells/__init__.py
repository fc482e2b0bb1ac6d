"""What gives a figure away, or makes it none to ask for: a module for each kind of reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guizhang.diagnostics import Message
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.figures.tells.counted import as_a_pair, counted_out, counts_itself, named_by_both, the_two
from guizhang.quiz.material.figures.tells.known import all_of_them, an_example, names_a_kind, of_age, two_between
from guizhang.quiz.material.figures.tells.names import named_so
from guizhang.quiz.material.figures.tells.ones import of_a_rate, once_only
from guizhang.quiz.material.figures.tells.periods import (
    all_day,
    all_week,
    complementary,
    one_period,
    period_named,
    strict,
)
from guizhang.quiz.material.figures.tells.phrases import in_phrase
from guizhang.quiz.material.figures.tells.reckoned import reckoned
from guizhang.quiz.material.figures.tells.restated import said_again
from guizhang.quiz.material.figures.tells.series import follows_on, in_series, next_in_row


def _obvious(zh: str, en: str) -> Message:
    return Message(f"不看规定也答得出：{zh}", f"one could tell without the rule: {en}")


COUNTS_POINTS = _obvious("只是清单的项数", "it only counts the points of its list")

_TELLS: Sequence[tuple[Callable[[Figure], bool], Message]] = (
    (
        lambda figure: figure.given_away,
        _obvious("同一句话还写明了另一段时间里是多少", "the sentence says the same for another period"),
    ),
    (next_in_row, _obvious("只是次序，前后数得出来", "it only counts on in a row")),
    (
        in_phrase,
        Message(
            "是引用的一句话里的数，话怎么说才是规定的内容",
            "it stands in a phrase that is quoted: what is laid down is whether it is said",
        ),
    ),
    (an_example, _obvious("是举例，或者人人都知道的数", "it is an example, or what everybody knows")),
    (counts_itself, _obvious("只是表单有几项", "it only counts what a form has")),
    (period_named, _obvious("句子里的叫法就说出了多久一次", "what the sentence calls it says how often")),
    (strict, _obvious("打扫、消毒之类每天都做，或者句子要求一丝不苟", "it is cleaned daily, or has to be spotless")),
    (
        in_series,
        _obvious(
            "同一句里的数值成等差、等比，或者两两相同", "with the other figures of its sentence it forms a series"
        ),
    ),
    (
        complementary,
        _obvious("同一句里说了“当天”“当月”，另一头就知道了", "the other case is told by its own day, month or year"),
    ),
    (
        lambda figure: figure.told_by_others,
        _obvious(
            "同一句里的另一个数值与它首尾相接，或者各部分合起来就是它",
            "another figure of the sentence begins where it ends, or the parts add up to it",
        ),
    ),
    (
        named_so,
        _obvious("规定的叫法或者上面的标题里就有这个数", "what the rule is called, or a title above, has the number"),
    ),
    (of_a_rate, _obvious("是比率所按的量，不是规定的数", "it is what a rate is per, or what a mark counts for")),
    (
        names_a_kind,
        _obvious("是说哪一种，要求的是后面的数", "it says which kind is meant, and the rule limits another figure"),
    ),
    (said_again, _obvious("同一句话里又写了一遍", "the sentence says it once more")),
    (as_a_pair, _obvious("“双人”就是两人", "“双” beside it says that they are two")),
    (counted_out, _obvious("句子里一一列举了，数得出来", "the sentence names one by one what it counts")),
    (the_two, _obvious("“两人”就是句子里说到的两个人", "the two are those whom the sentence has named")),
    (once_only, _obvious("“一次”不会是别的数", "once could be no other number here")),
    (two_between, _obvious("句子说的是两个之间", "it is the two that something lies between")),
    (named_by_both, _obvious("英文里的 both、two 就说出了是两个", "“both” or “two” beside it says that they are two")),
    (all_week, _obvious("一周就是七天", "it is every day of the week")),
    (of_age, _obvious("成年、可以就业的年龄是法律定的", "it is the age that the law has")),
    (all_day, _obvious("是累计所在的一天，或者全天", "it is the day in which something adds up, or all day")),
    (one_period, _obvious("是累计所在的那个月、那一年", "it is the month or year in which something is counted")),
    (reckoned, _obvious("从写明的起止时刻算得出", "the times the sentence gives let one work it out")),
    (all_of_them, _obvious("是全部，或者各部分合起来是百分之百", "it is all of them, or the shares add up to 100%")),
    (follows_on, _obvious("句子里写着前后相接的时刻", "the sentence gives the time it follows on or ends at")),
)
"""In the order in which they are looked for."""


def told_by(figure: Figure) -> Message | None:
    """Return what gives *figure* away; ``None`` for one that only the rule tells."""
    return next((message for tells, message in _TELLS if tells(figure)), None)
