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


@dataclass(slots=True)
class Sheet:
    """Rules of a page's style elements, as they are met."""

    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    """By what an element must at least have: #id, .class or tag."""
    _count: int = 0

    def add(self, css: str) -> None:
        """Take in the text of one style element."""
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
        rule = _Rule(tag, classes, ids, values, (len(ids), len(classes), bool(tag), self._count))
        self._rules.setdefault(key, []).append(rule)

    def match(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """Return the values that hold for one element, its style attribute last."""
        values: dict[str, str] = {}
        if self._rules:
            classes = frozenset(attributes.get("class", "").split())
            name = attributes.get("id", "").strip()
            keys = ["", tag, *("." + c for c in classes), *(["#" + name] if name else [])]
            rules = [
                rule
                for key in keys
                for rule in self._rules.get(key, ())
                if rule.tag in ("", tag) and rule.classes <= classes and rule.ids <= {name}
            ]
            for rule in sorted(rules, key=lambda r: r.weight):
                values |= rule.values
        style = attributes.get("style")
        return values | declarations(style) if style else values


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
