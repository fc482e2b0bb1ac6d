"""What every item model needs: items with their citations, what is declined and why, and guards against giveaways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from guizhang.diagnostics import Message
from guizhang.model.citation import find
from guizhang.model.fingerprint import citation_hash
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import LANGS, Lang, Text
from guizhang.model.wording import print_fact
from guizhang.quiz.quoting.texts import cornered, escaped
from guizhang.zh.script import from_simplified, to_traditional, without_simplified


class Source(Protocol):
    """What an item is made of: a clause, a situation, a record or a term."""

    # The classes that have these say what they are; here they are only named.
    @property
    def handbook(self) -> Handbook: ...  # noqa: D102
    @property
    def address(self) -> str: ...  # noqa: D102
    @property
    def themes(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def applies_to(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def traditional(self) -> bool: ...  # noqa: D102
    def printed_facts(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True)
class Declined:
    """An item that is not made, and why."""

    address: str
    """What it would have cited."""
    why: Message
    about: Text | None = None
    """The figure, sentence or list that it would have asked for; ``None`` where it would be all of the provision."""


Made = Item | Declined

_QUOTED = re.compile("(“[^”]*”|《[^》]*》)")
_PROPER = re.compile(
    r"[A-Z]{2}|[A-Z][a-z]*[A-Z]|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September"
    r"|October|November|December|English|Chinese|Mandarin|Cantonese|British|China|Hong Kong|Macau|Taiwan|Christmas|Easter|Excel"
    r"|Internet|Alipay)s?\b|(?:Europe|Asia|America)|I(?: |['’])|(?:Party|Article|Annex|Appendix|Schedule|Clause|Form) (?:[A-Z]\b|\d)"
    r"|(?:Spring|Mid-Autumn|Dragon Boat) Festival|(?:New Year(?:'s)?|National Day|Labou?r Day)\b"
)
_OWN_WORDS = ("stem", "rationale")
"""Fields that say something of a rule; all others say what it says."""

_EITHER_FORM = frozenset("厘台床群裡污晒秋")
"""Characters that Traditional texts write as well as the form that conversion gives them."""

TOO_FEW = Message("可信的错误选项太少", "too few plausible wrong options")
TOO_OFTEN = Message("这个答案别的题里已经问得太多", "other items have that answer so often that it would be guessed")


def coinciding(texts: Iterable[Text]) -> Message | None:
    """Return that two of *texts*, options or sides of one item, print the same; ``None`` where all differ in all languages."""
    seen = set[tuple[Lang, str]]()
    for text in texts:
        said = {(lang, one) for lang in LANGS if (one := text.get(lang)) is not None}
        same = dict(said & seen)
        if same:
            # What differs in one language may coincide in the other.
            zh, en = (same.get(lang) or next(iter(same.values())) for lang in LANGS)
            return Message(f"有两个选项都是“{zh}”", f"two options coincide: “{en}”")
        seen |= said
    return None


def unsound(fault: Message) -> Message:
    """Return that a rule on how items are written has something against an item, and what."""
    return Message(f"题目不合出题规则：{fault.zh}", f"the item would break a rule of item writing: {fault.en}")


def contradicted(address: str, others: Sequence[str], about: str) -> Message:
    """Return that what an item cites contradicts other provisions.

    Args:
        address: The provision that is contradicted.
        others: Addresses of those it contradicts; its own, where its sentences contradict each other.
        about: The provision that the item would be about.
    """
    apart = [other for other in others if other != address]
    zh, en = ("、".join(apart), ", ".join(apart)) if apart else ("本条另一处", "another sentence of its own")
    settle = (
        "先改成一致，或者写明各自的适用岗位、情形（guizhang check 列出两处）",
        "make them agree first, or say for whom or in which case each holds (guizhang check names both places)",
    )
    if address == about:
        return Message(f"数值与{zh}矛盾：{settle[0]}", f"its figure contradicts {en}: {settle[1]}")
    return Message(
        f"题里还要用{address}，它的数值与{zh}矛盾：{settle[0]}",
        f"the item would need {address} too, whose figure contradicts {en}: {settle[1]}",
    )


BETRAYS = Message("正确选项从长短或者语气就看得出来", "the key shows by its length or tone")
NOT_ALONE = Message(
    "这句话离开上下文不能单独引用，或者太长", "the sentence cannot be quoted alone, or is too long to be quoted"
)

RULES = Message("规章的条文", "provisions of regulations")
TERMS = Message("术语表的术语", "terms of the glossary")
FORMS = Message("表单", "forms")
SCRIPTS = Message("话术", "scripts")


def item_id(model: str, address: str, last: str) -> str:
    """Return ``model.document.provision.fact``."""
    return ".".join((model, *address.split("/"), last))


def item_of(
    source: Source,
    model: str,
    last: str,
    kind: ItemType,
    *,
    stem: Text,
    rationale: Text | None,
    also: Sequence[Source] = (),
    facts: Iterable[str] | None = None,
    **fields: Any,
) -> Item:
    """Return an item about *source* with its id, themes and roles, and a citation of everything it says.

    Args:
        source: What it is about.
        model: Name of the item model.
        last: Last part of its id.
        kind: Its type.
        stem: Printed text.
        rationale: Printed text.
        also: What else its options say.
        facts: Addresses of the figures it may print; ``None`` for all that *source* and *also* print.
        fields: Further fields of the item.
    """
    item = Item(
        id=item_id(model, source.address, last),
        type=kind,
        model=model,
        cites=dict.fromkeys(one.address for one in (source, *also)),
        themes=source.themes,
        applies_to=source.applies_to,
        stem=_begun(escaped(stem)),
        rationale=_begun(escaped(rationale)) if rationale else None,
        **fields,
    )
    handbook = source.handbook
    said = " ".join(text.get(lang) or "" for text in (*item.shown(), *item.explained()) for lang in LANGS)
    if facts is None:
        facts = (fact for one in (source, *also) for fact in one.printed_facts())
    states = tuple(dict.fromkeys(fact for fact in facts if _stands_in(handbook, fact, said)))
    # A figure of another provision that is printed here is cited there too.
    cites = dict.fromkeys((*item.cites, *(fact.partition("#")[0] for fact in states)))
    hashes = {address: _hash(handbook, address, states) for address in cites}
    made = item.model_copy(update={"states": states, "cites": hashes})
    if not source.traditional:
        return made
    return Item.model_validate(_traditional(made.model_dump(), _own_forms(stem, rationale)))


def _own_forms(*texts: Text | None) -> dict[int, str]:
    """Return the forms of characters that a Traditional rule, quoted in *texts*, prefers to the usual ones: 厘米 and no 釐米."""
    said = "".join(part for text in texts if text is not None for part in _QUOTED.split(text.either("zh"))[1::2])
    usual = {sign: to_traditional(sign) for sign in _EITHER_FORM & set(said)}
    return {ord(to): sign for sign, to in usual.items() if sign != to and len(to) == 1 and to not in said}


def _traditional(value: Any, own: Mapping[int, str], name: str = "") -> Any:
    """Return a dumped item with its Chinese in Traditional characters: its own words as words, what the rule says as it is."""
    if isinstance(value, Mapping):
        chinese = value.get("zh")
        if isinstance(chinese, str):
            if name not in _OWN_WORDS:
                return {**value, "zh": cornered(to_traditional(chinese).translate(own))}
            # What stands between quotation marks is every second part.
            parts = enumerate(_QUOTED.split(chinese))
            said = "".join(without_simplified(p) if n % 2 else from_simplified(p) for n, p in parts)
            return {**value, "zh": cornered(said.translate(own))}
        return {key: _traditional(one, own, key) for key, one in value.items()}
    return [_traditional(one, own, name) for one in value] if isinstance(value, list | tuple) else value


def _stands_in(handbook: Handbook, address: str, said: str) -> bool:
    """Tell whether a figure is printed in *said*, in its own wording or the usual one."""
    fact = handbook.facts[address]
    plain = fact.model_copy(update={"zh": None, "en": None})
    units = handbook.settings.units
    return any(print_fact(one, lang, units) in said for one in (fact, plain) for lang in LANGS)


def _hash(handbook: Handbook, address: str, states: Iterable[str]) -> str:
    there = find(address, handbook)
    assert there is not None, address
    return citation_hash(there, [handbook.facts[fact] for fact in states if fact.startswith(f"{address}#")])


def options(key: Text, distractors: Sequence[Text], why: Text | None = None) -> tuple[Option, ...]:
    """Return a key and its distractors as options, the key first; the draw shuffles them. *why* says why one is wrong."""
    return (Option(text=escaped(key), key=True), *(Option(text=escaped(text), why=why) for text in distractors))


def instead(true: Text) -> Text:
    """Return why an option is wrong where the rule says *true*."""
    return escaped(
        Text(zh=f"规定的是：{true.zh}" if true.zh else None, en=f"The rule says: {true.en}" if true.en else None)
    )


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


def _begun(text: Text) -> Text:
    """Return *text* with a capital letter at the beginning of its English: it may begin with the name of a place."""
    return Text(zh=text.zh, en=capital(text.en) if text.en else text.en)


def lower(text: str) -> str:
    """Return an English option with a small letter, as it stands inside a sentence; CNY 500 and Monday keep theirs."""
    return text if _PROPER.match(text) else text[:1].lower() + text[1:]
