"""Parties of English rules: each name whole, with one article or pronoun, and none that the rules write otherwise."""

from __future__ import annotations

import re

from guizhang.quiz.material.parties.english_posts import all_posts
from tests.quiz.rulings import article, made

RULES = [
    "Your supervisor talks with the guard. Ask the supervisor for a mask.",
    "Requests of the press go to the Director of Ferries. The Duty Manager answers guests within 2 days.",
    "Complaints are sent to the Duty Manager.",
    "The Terminal Manager closes the gate after 20 minutes.",
    "Leaks are reported to the Terminal Manager.",
    "Faults must be reported to your supervisor by the end of the day.",
    "Refunds are approved by the Yard Manager. Waivers are signed by the supervisor.",
    "Charter trips are confirmed by the Yard Manager. The Director signs the budget. Tell the Director.",
    "Overtime is approved by Line Manager within 5 days. Report to Line Manager.",
    "Leave is approved by Shore Manager within 3 days. Report to Shore Manager.",
    "Passes are approved by Fleet Manager within 4 days. Report to Fleet Manager.",
]
MODELS = ("responsible", "two-details", "altered-wording")


def _texts() -> list[str]:
    rules = [article(f"r{n}", None, text) for n, text in enumerate(RULES)]
    items = [item for model in MODELS for item in made(model, *rules)]
    assert items
    return [text.en or "" for item in items for text in (item.stem, *(option.text for option in item.options))]


def test_a_party_has_one_article_or_pronoun_and_its_whole_name():
    texts = " | ".join(_texts())
    assert not re.search(r"\b(?:the|an?) (?:your|the|an?)\b", texts, re.IGNORECASE), texts
    assert not re.search(r"(?:Manager|______|supervisor) of Ferries", texts), texts


def test_beside_a_name_without_an_article_stand_others_that_the_rules_write_so():
    with_article = re.compile(
        r"\b(?:by|to) (?:(?:Terminal|Yard|Duty) Manager|Director)|^(?:(?:Terminal|Yard|Duty) Manager|Director)\b"
    )
    assert not [text for text in _texts() if with_article.search(text)]


def test_what_leads_to_something_or_guards_against_it_is_no_post():
    assert all_posts("Gross negligence leads to dismissal. Fire cover guards against losses.") == []
    assert all_posts("Team leads sign. The team lead signs.") == ["team lead", "Team lead"]
