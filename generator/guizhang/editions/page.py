"""A comparison as one HTML page in both languages: no script, nothing fetched, fit to be mailed to whoever approves it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files

from guizhang.editions.changes import Change, Comparison
from guizhang.editions.lines import visible_rows
from guizhang.editions.pieces import pieces
from guizhang.editions.summary import groups, sentence, turned
from guizhang.editions.words import ASPECTS, ATTRIBUTES, NORMS, STALE, TURNS, UNTYPED
from guizhang.model.text import LANGS, Lang
from guizhang.templating import environment

_TAGS: Mapping[Lang, str] = {"zh": "zh-Hans", "en": "en"}


def difference_page(comparison: Comparison) -> str:
    """Return the page."""
    style = _resource("diff.css")
    numbers = {id(change): number for number, change in enumerate(comparison.changes, 1)}
    return (
        environment("guizhang.editions")
        .get_template("diff.html.j2")
        .render(
            comparison=comparison,
            lead=sentence(comparison),
            strong=[(change, s, pieces(s.was.either("zh"), s.clause.either("zh"))) for change, s in turned(comparison)],
            # A figure is listed where it is set, not wherever it is printed.
            figures=[(change, f) for change in comparison.changes for f in change.figures if f.name[:1] in ("", "#")],
            groups=groups(comparison),
            anchor=lambda change: f"c{numbers[id(change)]}",
            names=_names,
            visible_rows=visible_rows,
            aspects=ASPECTS,
            attributes=ATTRIBUTES,
            norms=NORMS,
            turns=TURNS,
            stale=STALE,
            untyped=UNTYPED,
            langs=LANGS,
            tags=_TAGS,
            style=style,
            # The page's policy admits this one style sheet and nothing else: rule text that became markup could do nothing.
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        )
    )


def _names(change: Change) -> list[tuple[Lang, str, str | None, str]]:
    """Return per language: tag, the number before where it was another, and number and title now."""
    old, new, entry = change.old, change.new, change.entry
    renumbered = old is not None and new is not None and old.label != new.label
    return [
        (
            lang,
            _TAGS[lang],
            (old.label.either(lang) if old.label else "–") if renumbered and old is not None else None,
            entry.name.either(lang),
        )
        for lang in LANGS
    ]


def _resource(name: str) -> str:
    return (files("guizhang.editions") / "templates" / name).read_text(encoding="utf-8")
