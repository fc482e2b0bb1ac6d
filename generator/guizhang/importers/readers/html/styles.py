"""The little of CSS that decides what a page shows as text: display, white-space, list-style-type, Word's own marks.

Style attributes and style elements with plain selectors (``ol``, ``.note``, ``p.x``, ``#id``) are read; a style sheet
elsewhere is not fetched, and what needs one is left to the stages, which see the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_DECLARATION = re.compile(r"\s*([-\w]+)\s*:\s*([^;]*)")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SELECTOR = re.compile(r"(?P<tag>[\w:-]+|\*)?(?P<rest>(?:[.#][\w-]+)*)")
_USED = frozenset(
    {
        "display",
        "visibility",
        "white-space",
        "list-style",
        "list-style-type",
        "mso-hide",
        "mso-element",
        "mso-outline-level",
    }
)
_MAX_SHEET = 500_000
_MAX_RULES = 5_000
_MAX_WORK = 20_000_000
"""Rules tried on elements before style sheets are left alone; pages that people write need a thousandth of it."""


def declarations(style: str) -> dict[str, str]:
    """Return property -> value of one style attribute or rule, lower case; only what decides about text."""
    found: dict[str, str] = {}
    for match in map(_DECLARATION.match, style.split(";")):
        if match and (name := match.group(1).lower()) in _USED:
            found[name] = match.group(2).replace("!important", "").strip().lower()
    return found


@dataclass(frozen=True, slots=True)
class _Rule:
    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    values: Mapping[str, str]
    weight: tuple[int, int, int, int]


_Selector = tuple[str, frozenset[str], frozenset[str]]


@dataclass(slots=True)
class Sheet:
    """Rules of a page's style elements, as they are met."""

    _rules: dict[str, dict[_Selector, _Rule]] = field(default_factory=dict)
    """By what an element must at least have (#id, .class or tag), then by selector: a repeated one costs nothing."""
    _matched: dict[tuple[str, str, str], dict[str, str]] = field(default_factory=dict)
    _count: int = 0
    _work: int = 0

    def add(self, css: str) -> None:
        """Take in the text of one style element."""
        self._matched.clear()
        for prelude, body in _blocks(_COMMENT.sub(" ", css[:_MAX_SHEET])):
            values = declarations(body)
            if not values:
                continue
            for selector in prelude.split(","):
                match = _SELECTOR.fullmatch(selector.strip())
                if match and match.group() and self._count < _MAX_RULES:
                    self._add(match.group("tag") or "", match.group("rest"), values)

    def _add(self, tag: str, rest: str, values: Mapping[str, str]) -> None:
        names = re.findall(r"([.#])([\w-]+)", rest)
        classes = frozenset(name for sign, name in names if sign == ".")
        ids = frozenset(name for sign, name in names if sign == "#")
        tag = "" if tag == "*" else tag.lower()
        key = "#" + min(ids) if ids else "." + min(classes) if classes else tag
        self._count += 1
        same = self._rules.setdefault(key, {})
        before = same.get((tag, classes, ids))
        values = {**before.values, **values} if before else values
        same[tag, classes, ids] = _Rule(tag, classes, ids, values, (len(ids), len(classes), bool(tag), self._count))

    def match(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """Return the values that hold for one element, its style attribute last."""
        style = attributes.get("style")
        values = self._by_rules(tag, attributes.get("class", ""), attributes.get("id", "")) if self._rules else {}
        return values | declarations(style) if style else values

    def _by_rules(self, tag: str, class_names: str, name: str) -> dict[str, str]:
        known = self._matched.get((tag, class_names, name))
        if known is not None:
            return known
        classes, name = frozenset(class_names.split()), name.strip()
        if self._work > _MAX_WORK:
            return {}
        keys = ["", tag, *("." + c for c in classes), *(["#" + name] if name else [])]
        self._work += sum(len(self._rules.get(key, ())) for key in keys)
        rules = [
            rule
            for key in keys
            for rule in self._rules.get(key, {}).values()
            if rule.tag in ("", tag) and rule.classes <= classes and rule.ids <= {name}
        ]
        values: dict[str, str] = {}
        for rule in sorted(rules, key=lambda r: r.weight):
            values |= rule.values
        if len(self._matched) < _MAX_RULES:
            self._matched[tag, class_names, name] = values
        return values


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Yield (selectors, declarations) of rules outside any at-rule: print and phone rules say nothing about the text."""
    depth, start, prelude = 0, 0, ""
    for brace in re.finditer("[{}]", css):
        if brace.group() == "{":
            if depth == 0:
                prelude = css[start : brace.start()].rpartition(";")[2].strip()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and not prelude.startswith("@"):
                yield prelude, css[start : brace.start()]
        start = brace.end()


def list_type(values: Mapping[str, str]) -> str | None:
    """Return the list-style-type a style sets, or None; ``list-style`` is searched for the word that is a type."""
    if "list-style-type" in values:
        return values["list-style-type"]
    for word in values.get("list-style", "").split():
        if word not in ("inside", "outside") and not word.startswith("url("):
            return word
    return None
