"""One page: what a candidate may see of a form, with script and style inside and nothing fetched from anywhere."""

from __future__ import annotations

import json
import unicodedata
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import pbkdf2_hmac, sha256
from importlib import resources
from typing import Any

from guizhang.exam.web.words import HOW_TO_ANSWER, WORDS
from guizhang.exam.words import how_to_answer, plain
from guizhang.model.form import PaperLanguage
from guizhang.model.public import PublicForm, PublicItem, PublicSection
from guizhang.model.text import LANGS, Lang, Text
from guizhang.printing.html import page
from guizhang.sealing import base64url
from guizhang.sealing.keys import PublicKey
from guizhang.sealing.sitting import Sitting

_PARTS = (
    "start", "digest", "seal", "words", "database", "keep", "clock", "tabs", "ordering", "questions", "leaving", "handin", "frame", "exam",
)  # fmt: skip
ROUNDS = 10_000
"""Rounds of PBKDF2 behind the check of a candidate's number: less than a second in a slow browser. Numbers are easily
guessed, so this keeps honest people from opening another's paper and no more."""

View = dict[str, Any]


def web_page(
    form: PublicForm, sitting: Sitting, key: PublicKey | None, shown: PaperLanguage, langs: Iterable[Lang]
) -> bytes:
    """Return the page of one sitting.

    Args:
        form: What the candidate may see.
        sitting: Who sits it, and the secrets of the page.
        key: What the answers are sealed to; ``None``: they are not sealed.
        shown: The language the page opens in.
        langs: Languages the page can be switched to.
    """
    data = json.dumps(_view(form, sitting, key, shown, list(langs)), ensure_ascii=False, separators=(",", ":"))
    script, style = _script(), _style()
    return page(
        "exam",
        {
            "lang": "en" if shown == "en" else "zh-Hans",
            "title": form.title,
            # Inside a script element only these could end it or open another.
            "data": data.replace("<", "\\u003c").replace(">", "\\u003e"),
            "script": script,
            "style": style,
            "script_hash": _source_hash(script),
            "style_hash": _source_hash(style),
        },
        package="guizhang.exam.web",
    )


def _source_hash(text: str) -> str:
    """Return how a Content-Security-Policy names what may run."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _script() -> str:
    client = resources.files(__package__) / "client"
    # The encoder of QR codes is that of the site: shared as a file, since one corner does not import the other.
    codes = resources.files("guizhang") / "site" / "theme" / "assets" / "guizhang" / "qr.js"
    parts = [codes, *(client / f"{name}.js" for name in _PARTS)]
    first, *rest = (part.read_text(encoding="utf-8") for part in parts)
    return f'{first}(() => {{\n"use strict";\n{"".join(rest)}}})();\n'


@cache
def _style() -> str:
    return (resources.files(__package__) / "client" / "exam.css").read_text(encoding="utf-8")


def folded(number: str) -> str:
    """Return a candidate's number as the page compares it: without width, case and blanks around it."""
    return unicodedata.normalize("NFKC", number).strip().lower()


def _view(form: PublicForm, sitting: Sitting, key: PublicKey | None, shown: PaperLanguage, langs: list[Lang]) -> View:
    person = sitting.candidate
    extra = person.extra_minutes if person else 0
    code = pbkdf2_hmac("sha256", folded(person.id).encode("utf-8", "replace"), sitting.salt, ROUNDS) if person else None
    return {
        "exam": form.exam_id,
        "page": sitting.page,
        "token": sitting.token,
        "form": sitting.printed_form,
        "salt": base64url.encode(sitting.salt),
        "rounds": ROUNDS,
        "hash": base64url.encode(code) if code else None,
        "called": person.name if person else "",
        "key": key.jwk if key else None,
        "kid": key.thumbprint if key else None,
        "langs": langs,
        "view": shown,
        "large": bool(person and person.large_print),
        "minutes": form.limit_minutes + extra,
        "extra": extra,
        "points": plain(form.total_points),
        "practical": plain(form.practical_points) if form.practical_points else None,
        "cut": plain(form.cut_points),
        "title": _text(form.title, langs),
        "company": _text(form.company, langs),
        "edition": form.edition,
        "instructions": form.instructions and _text(form.instructions, langs),
        "words": WORDS,
        "sections": [_section(section, langs) for section in form.sections],
    }


def _section(section: PublicSection, langs: list[Lang]) -> View:
    return {
        "title": _text(section.title, langs),
        "how": _text(how_to_answer(HOW_TO_ANSWER, section), langs),
        "items": [_item(item, langs) for item in section.items],
    }


def _item(item: PublicItem, langs: list[Lang]) -> View:
    return {
        "number": item.number,
        "type": item.type,
        "points": plain(item.points),
        "case": item.case and _text(item.case, langs),
        "stem": _text(item.stem, langs),
        "gaps": [[_text(option, langs) for option in options] for options in item.gaps],
        "lefts": [_text(left, langs) for left in item.lefts],
        "options": [_text(option, langs) for option in item.options],
        "unit": item.unit and _text(item.unit, langs),
        "lines": item.lines,
    }


def _text(text: Text, langs: list[Lang]) -> dict[Lang, str]:
    """Return *text* in the languages of the page; where it has none of them, in the one it has."""
    found = {lang: words for lang in langs if (words := text.get(lang)) is not None}
    return found or {lang: words for lang in LANGS if (words := text.get(lang)) is not None}
