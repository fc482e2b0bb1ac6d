"""How stems and rationales quote a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guizhang.model.text import Text
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK

_ARTICLE = re.compile(rf"\b[Aa]n? (?={BLANK})")


def asked(clause: Clause, sentence: Text, zh: str = "", en: str = "") -> Text:
    """Return a stem that quotes *sentence* as what its rule says and asks *zh* and *en* of it."""
    where = clause.said_where
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


def verdicts(rules: Iterable[tuple[Clause, Text]]) -> Text:
    """Return a rationale that quotes the rule of each clause, in their order; they have the same languages."""
    said = [(clause, verdict(clause, rule)) for clause, rule in rules]
    return said[0][0].said(
        "".join(text.either("zh") for _, text in said), " ".join(text.either("en") for _, text in said)
    )
