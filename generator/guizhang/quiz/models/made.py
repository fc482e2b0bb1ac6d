"""What every item model needs: ids, citations with hashes, and the guard against keys one can tell by their looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guizhang.model.citation import find
from guizhang.model.fingerprint import citation_hash
from guizhang.model.handbook import Handbook
from guizhang.model.item import Option
from guizhang.model.text import LANGS, Text
from guizhang.quiz.clauses import Clause, escaped


def item_id(model: str, address: str, last: str) -> str:
    """Return ``model.document.provision.fact``."""
    return ".".join((model, *address.split("/"), last))


def cited(handbook: Handbook, address: str, states: Iterable[str] = ()) -> dict[str, str | None]:
    """Return the citation of *address* with its present hash.

    Args:
        handbook: Where the address is.
        address: What is cited.
        states: Facts the item gives in words.
    """
    there = find(address, handbook)
    assert there is not None, address
    stated = [handbook.facts[fact] for fact in states if fact.startswith(f"{address}#")]
    return {address: citation_hash(there, stated)}


def themes_of(clause: Clause) -> tuple[str, ...]:
    """Return the themes of a clause; its regulation's id where none is named anywhere, so that quotas can count it."""
    return clause.place.themes or (clause.place.regulation.id,)


def options(key: Text, distractors: Sequence[Text]) -> tuple[Option, ...]:
    """Return a key and its distractors as options, the key first; the draw shuffles them."""
    return (Option(text=escaped(key), key=True), *(Option(text=escaped(text)) for text in distractors))


def betrays_itself(key: Text, distractors: Sequence[Text]) -> bool:
    """Tell whether the key stands out by its length in either language.

    The factor and the slack leave a key of ten characters beside distractors of five, and no more than that.
    """
    for lang in LANGS:
        lengths = [len(text.either(lang)) for text in distractors]
        slack = 4 if lang == "zh" else 12
        length = len(key.either(lang))
        if length > 1.5 * max(lengths) + slack or length < min(lengths) / 1.8 - slack:
            return True
    return False


def nearest_in_length(key: Text, texts: Iterable[Text], count: int) -> list[Text]:
    """Return the *count* texts nearest to *key* in length, each once and none equal to it."""
    unique = {text.either("zh"): text for text in texts}
    unique.pop(key.either("zh"), None)
    length = len(key.either("zh"))
    return sorted(unique.values(), key=lambda t: (abs(len(t.either("zh")) - length), t.either("zh")))[:count]


def capital(text: str) -> str:
    """Return an English option with a capital letter, as all options have."""
    return text[:1].upper() + text[1:]
