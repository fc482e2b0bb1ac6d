"""How stems and rationales quote a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guizhang.model.text import Text
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK, UNLED

_ARTICLE = re.compile(rf"\b[Aa]n? (?={BLANK})")


def asked(clause: Clause, sentence: Text, zh: str = "", en: str = "") -> Text:
    """Return a stem that quotes *sentence* as what its rule says and asks *zh* and *en* of it."""
    where = clause.said_where
    if sentence == UNLED:
        return Text(en=f"{where.en}:{en}")  # its heading is all that stands above it
    says = ":" if en else " says:"
    # The article would tell what begins with a vowel.
    quoted = _ARTICLE.sub(lambda match: f"{match[0][0]}(n) ", sentence.en or "")
    return clause.said(f"{where.zh}规定：“{sentence.zh}”{zh}", f"{where.en}{says} “{quoted}”{en}")


def verdict(clause: Clause, rule: Text, stands: bool | None = None) -> Text:
    """Return a rationale that quotes *rule*; *stands*: whether the stem gave it as it is, where that was asked."""
    where = clause.said_where
    if stands is None:
        return clause.said(f"{where.zh}：“{rule.zh}”", f"{where.en}: “{rule.en}”")
    zh, en = ("与原文一致", "This is what it says") if stands else ("原文是", "It says")
    return clause.said(f"{zh}：“{rule.zh}”（{where.zh}）", f"{en}: “{rule.en}” ({where.en})")


def mended(altered: Sequence[tuple[Clause, Text]], right: tuple[Clause, Text] | None = None) -> Text:
    """Return a rationale that quotes the rules that options altered, in their order, behind *right*, where one stood as it is.

    All have the same languages. One regulation is named once, each of several with what is quoted of it.
    """
    if right is None and len(altered) == 1:
        return verdict(*altered[0])
    clause = altered[0][0] if right is None else right[0]
    home = clause.place.regulation
    one_home = all(one.place.regulation is home for one, _ in altered)
    if right is None and one_home:
        zh, en = f"{clause.regulation_named.zh}：", f"{clause.regulation_named.en}:"
    elif right is None:
        zh, en = "原文是：", "The rules say:"
    else:
        said = verdict(*right)
        zh = f"{said.zh}其余几项改动了细节，原文是："
        en = f"{said.en} Each of the others has a detail altered; the rules say:"
    quoted = [_within(*one, named=one_home) for one in altered]
    return clause.said(
        zh + "".join(f"（{n}）{text.zh}" for n, text in enumerate(quoted, 1)),
        " ".join((en, *(f"({n}) {text.en}" for n, text in enumerate(quoted, 1)))),
    )


def _within(clause: Clause, rule: Text, *, named: bool) -> Text:
    """Return what a clause says behind its place in the regulation, which has been *named* or is named with it."""
    where = clause.said_within if named else clause.said_where
    if where is None:
        return Text(zh=f"“{rule.zh}”", en=f"“{rule.en}”")
    return Text(zh=f"{where.zh}：“{rule.zh}”", en=f"{where.en}: “{rule.en}”")
