"""Items in a few words, and what the rules on items find in them."""

from __future__ import annotations

from guizhang.model.handbook import Handbook, Settings
from guizhang.model.item import Item
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.quality import lint

BOOK = Handbook(Settings(title=Text(zh="规章"), company=Text(zh="公司")))


def lang_of(text):
    return "zh" if any("一" <= sign <= "鿿" for sign in text) else "en"


def choice(stem, *options, **more):
    """A choice whose keys begin with a star."""
    lang = lang_of(stem + "".join(options))
    written = [{"text": {lang: o.removeprefix("*")}, "key": o.startswith("*")} for o in options]
    kind = "multiple_choice" if "可多选" in stem or "all that apply" in stem else "single_choice"
    return {"type": kind, "stem": {lang: stem}, "options": written, **more}


def statement(stem, answer=True):
    return {"type": "true_false", "stem": {lang_of(stem): stem}, "answer": answer}


def numeric(stem, unit=None):
    lang = lang_of(stem)
    return {"type": "numeric", "stem": {lang: stem}, "numeric": {"value": "24", "unit": {lang: unit} if unit else None}}


def cloze(stem, *gaps):
    lang = lang_of(stem)
    return {"type": "cloze", "stem": {lang: stem}, "gaps": {name: {"answer": {lang: "x"}} for name in gaps}}


def ordering(stem, *entries):
    lang = lang_of(stem)
    return {"type": "ordering", "stem": {lang: stem}, "options": [{"text": {lang: entry}} for entry in entries]}


def matching(stem, *pairs):
    lang = lang_of(stem)
    return {
        "type": "matching",
        "stem": {lang: stem},
        "pairs": [{"left": {lang: a}, "right": {lang: b}} for a, b in pairs],
    }


def item(body, name="asked", **more):
    return Item.model_validate({"id": name, "cites": {"rules/r": None}, "themes": ["care"], **body, **more})


def rules_named(*bodies, book=BOOK):
    return {found.rule for found in lint([item(body, f"item-{i}") for i, body in enumerate(bodies)], book)}


ORDERED = {"keep_order": True}


def rulebook_of(*texts):
    body = [{"article": str(i), "id": f"r{i}", "text": {lang_of(t): t}} for i, t in enumerate(texts, 1)]
    regulation = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": body}
    return Handbook(BOOK.settings, (Regulation.model_validate(regulation),))
