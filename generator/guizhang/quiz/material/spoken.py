"""Situations of the scripts, as items quote them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.item import CognitiveLevel, ItemType, Option
from guizhang.model.script import NeverSay, ScriptFile, Situation, Speaker
from guizhang.model.text import LANGS, Lang, Text, placeholders
from guizhang.quiz.keyed import keyed_number, keyed_order
from guizhang.quiz.material.lengths import beside
from guizhang.quiz.material.made import (
    BETRAYS,
    Declined,
    Made,
    betrays_itself,
    item_id,
    item_of,
    unsound,
)
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.quoting.texts import escaped
from guizhang.zh.script import Script, detect_script

_DISTRACTORS = 3

_SHARED = 0.7
"""Share of the shorter text's pairs of letters or words from which two texts say the same."""

# Courtesy shows in the form of address; an option without it stands out among those that have it. English has no such
# form: a line without “please” is not noticed.
_COURTEOUS = re.compile(r"[您请谢歉]|对不起|不好意思|麻烦|贵姓")
_ASKS_KINDLY = re.compile("[请谢歉]|对不起|不好意思|麻烦")
# A turn that takes up what the customer has just said means little by itself.
_ANSWERS = {
    "zh": re.compile(r"(不会|不是|是的|对|没有|可以|好的|行)[。，]"),
    "en": re.compile(r"(yes|no|right|certainly|of course)\b[.,]", re.IGNORECASE),
}
# 你 for a customer, a shout, a snub.
_ROUGH = {
    "zh": re.compile(
        r"你(?!们|好)|！|呗|算了|没办法|少来|干什么|关我"
        # A reproach, and who is to blame.
        r"|您[^，。？]{0,4}怎么|您[^，。？]{0,4}没[^，。？]{1,8}吗|真难|太堵|(?:不能|别)?怪(?:我|您|他|客户)|不负责|我的工作|不归我"
        # Sent away, told to beg pardon, or told that nobody knows.
        r"|要吵|到外面|您道个歉|我也不清楚|您(?:跟他们说|到[^，。]{1,4}去?问|去问)"
        # Hurried, asked for a favour to oneself, asked one's age, waited for, told off for it; nobody left alone in need.
        r"|快一?点|准话|交差|考核|五星|好评|帮我们|再考虑|整.十|多大年纪|一个人能|等了您|是不是没|随便看看|请示一下|请您在家等|[吃服][^，。]{0,2}[片粒]"
        # What nobody is to hear of, and an offer to do without what the rule asks for: everybody sees that it is one.
        r"|别说是|别告诉|随便写|说是|[后天]补|不要发票|肯定能?批|跟领导|都给您记|就不客气"
    ),
    "en": re.compile(r"!|\bnothing (we|I) can do\b"),
}
# A line that asks, begs pardon or takes something upon itself is well meant, whatever is wrong with it.
_WELL_MEANT = re.compile(
    r"请|谢|麻烦|抱歉|对不起|不好意思|辛苦|恭喜|放心|别急|[吗吧？]|我(?:帮|替|给|马上|跟|先|陪)"
    # What is done for the customer, with words between: 我尽量给您争取.
    r"|我[^，。？不没别]{1,8}(?:帮|替|给|跟|陪|带|送)您"
)
_TELLS_CUSTOMER = re.compile("[您不没别]")
_CURT = {"zh": 5, "en": 15}
"""Characters, full stop included, up to which an answer sounds curt: 不知道。"""


def courteous(text: Text) -> bool:
    """Tell whether *text* carries a mark of courtesy."""
    return _COURTEOUS.search(text.either("zh")) is not None


def asks_kindly(text: Text) -> bool:
    """Tell whether *text* asks, thanks or begs pardon."""
    return _ASKS_KINDLY.search(text.either("zh")) is not None


def stands_apart(text: Text, others: Sequence[Text]) -> bool:
    """Tell whether *text* and its *others* are told apart by courtesy alone: by a form of address, or by asking and thanking."""
    return any(
        all(
            (mark.search(other.either("zh")) is None) is not (mark.search(text.either("zh")) is None)
            for other in others
        )
        for mark in (_COURTEOUS, _ASKS_KINDLY)
    )


def well_meant(text: Text) -> bool:
    """Tell whether *text* could be meant well, so that good sense alone does not forbid it.

    So could what only tells something, and neither denies anything nor tells the customer what to do.
    """
    zh = text.either("zh")
    return civil(text) and (_WELL_MEANT.search(zh) is not None or _TELLS_CUSTOMER.search(zh) is None)


def civil(text: Text) -> bool:
    """Tell whether *text* is neither rough nor curt in either language, so that its tone alone does not forbid it."""
    return not any(_ROUGH[lang].search(text.either(lang)) or len(text.either(lang)) <= _CURT[lang] for lang in LANGS)


def distinct(texts: Iterable[Text]) -> list[Text]:
    """Return *texts* without those that say the same as one before them, as a phrase and the turn that holds it do."""
    found: list[Text] = []
    for text in texts:
        if not any(alike(text, other) for other in found):
            found.append(text)
    return found


def alike(one: Text, other: Text) -> bool:
    """Tell whether two texts say the same in a language."""
    for lang in LANGS:
        a, b = pairs(one, lang), pairs(other, lang)
        if len(a & b) > _SHARED * min(len(a), len(b)):
            return True
    return False


def fills_in(text: Text) -> bool:
    """Tell whether a line has something to be filled in: 〔目的〕, [purpose]."""
    return "〔" in (text.zh or "") or "[" in (text.en or "")


def pairs(text: Text, lang: Lang) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring letters of Chinese, or words of English."""
    pattern = r"\w" if lang == "zh" else r"[\w']+"
    return set(pairwise(re.findall(pattern, text.either(lang).casefold())))


@dataclass(frozen=True)
class Spoken:
    """A situation whose provisions are in force."""

    handbook: Handbook
    address: str
    file: ScriptFile
    situation: Situation

    @property
    def themes(self) -> tuple[str, ...]:
        """Themes of the situation or its file."""
        return self.situation.themes or self.file.themes or (self.file.id,)

    @property
    def applies_to(self) -> tuple[str, ...]:
        """Roles of the situation or its file."""
        return self.situation.applies_to or self.file.applies_to

    def lead(self) -> Text | None:
        """Return the opening of a stem: “接听来电”：电话响起 / “Answering a call”. The telephone rings."""
        title, when = self.plain(self.situation.title), self.plain(self.situation.when)
        if title is None or when is None:
            return None
        ended = when.either("en")
        ended += "" if ended.endswith((".", "!", "?")) else "."
        return self.said(f"“{title.zh}”：{when.either('zh').rstrip('。')}", f"“{title.en}”: {ended}")

    def plain(self, text: Text | None) -> Text | None:
        """Return *text* with figures and slots printed; ``None`` where a language of the situation is missing."""
        if text is None or any(text.get(lang) is None for lang in self.langs):
            return None
        try:
            printed = {
                lang: " ".join(self.handbook.plain(text.either(lang), lang, slots=self.situation.slots).split())
                for lang in self.langs
            }
        except UnknownReference:
            return None
        return Text(zh=printed.get("zh"), en=printed.get("en"))

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages its title is in."""
        return tuple(lang for lang in LANGS if self.situation.title.get(lang) is not None)

    @property
    def traditional(self) -> bool:
        """Whether its Chinese is Traditional."""
        return detect_script(self.situation.when.zh or "").script is Script.TRADITIONAL

    def said(self, zh: str, en: str) -> Text:
        """Return *zh* and *en* in the languages the situation has."""
        return Text(zh=zh if "zh" in self.langs else None, en=en if "en" in self.langs else None)

    def printed_facts(self) -> tuple[str, ...]:
        """Return the addresses of the figures its texts print."""
        texts = [self.situation.when, *(p.text for p in self.situation.say), *(t.text for t in self.situation.turns)]
        texts += [t for n in self.situation.never for t in (n.text, n.why, n.instead) if t]
        named = {p.reference for text in texts for lang in self.langs for p in placeholders(text.get(lang) or "")}
        return tuple(sorted(reference for reference in named if reference in self.handbook.facts))

    def to_say(self) -> list[Text]:
        """Return the phrases to say, then what staff begin the model conversation with."""
        phrases = [phrase.text for phrase in self.situation.say]
        phrases += [n.instead for n in self.situation.never if n.instead]
        phrases += self._turns()
        return [text for phrase in phrases if (text := self.plain(phrase)) is not None]

    def phrases(self) -> list[Text]:
        """Return the phrases to say in the situation; what is to be said instead of a forbidden one answers a turn of its own."""
        return distinct(text for phrase in self.situation.say if (text := self.plain(phrase.text)) is not None)

    def _turns(self) -> Iterator[Text]:
        """Yield what staff say first: what comes later answers what the customer has said by then."""
        turns = self.situation.turns
        first = next((n for n, turn in enumerate(turns) if turn.speaker is Speaker.STAFF), None)
        if first is None or any(turn.speaker is Speaker.COLLEAGUE for turn in turns[: first + 2]):
            return
        if not any(_ANSWERS[lang].match(turns[first].text.get(lang) or "") for lang in LANGS):
            yield turns[first].text

    def never(self) -> list[tuple[Text, NeverSay]]:
        """Return the phrases never to say."""
        return [(text, never) for never in self.situation.never if (text := self.plain(never.text)) is not None]


def spoken(handbook: Handbook) -> Iterator[Spoken]:
    """Yield the situations of all scripts, without those that practise a provision that binds nobody."""
    for address, (file, situation) in handbook.situations.items():
        places = (handbook.provisions.get(a) for a in situation.practises)
        if all(place is None or place.binding for place in places):
            yield Spoken(handbook, address, file, situation)


@dataclass(frozen=True)
class Phrases:
    """What a model asks of the phrases of a situation."""

    name: str
    last: str
    """Last part of its ids."""
    level: CognitiveLevel
    difficulty: int
    zh: str
    en: str
    keys: Callable[[Spoken], Mapping[Text, Text | None]]
    """Phrases that may be the key, with the rationale of each."""
    others: Callable[[Spoken, Text], list[Text]]
    """Phrases that are not, beside a key."""
    few: Message
    """Why nothing is asked where there are too few of those."""
    betrays: Callable[[Text, list[Text]], bool] = betrays_itself
    """Tells whether a key stands out among its distractors."""
    distractors: int = _DISTRACTORS
    why: Callable[[Spoken, Text], Text | None] = lambda _here, _text: None
    """Says why a distractor is wrong."""


_NO_LEAD = Message(
    "情形的标题或者说明（when）缺一种语言，或者有印不出的数值",
    "the title of the situation, or when it arises, is not told in both languages, or has a figure that cannot be printed",
)


def phrase_items(handbook: Handbook, asked: Phrases) -> Iterator[Made]:
    """Yield an item for every situation with a phrase to ask for and enough others."""
    for here in spoken(handbook):
        lead, keys = here.lead(), asked.keys(here)
        if lead is None or not keys:
            if keys:
                yield Declined(here.address, _NO_LEAD)
            continue
        name = item_id(asked.name, here.address, asked.last)
        why, about = asked.few, None
        shuffled = keyed_order(keys, lambda t: t.either("zh"), "phrase", name)
        others = {key: asked.others(here, key) for key in shuffled}
        for key, distractors in beside(others, asked.distractors, keyed_number("place", name)):
            if len(distractors) < asked.distractors:
                continue
            if asked.betrays(key, distractors):
                why = BETRAYS if about is None else why
                continue
            item = item_of(
                here,
                asked.name,
                asked.last,
                ItemType.SINGLE_CHOICE,
                level=asked.level,
                difficulty=asked.difficulty,
                stem=here.said(f"{lead.zh}。{asked.zh}", f"{lead.en} {asked.en}"),
                options=(
                    Option(text=escaped(key), key=True),
                    *(Option(text=escaped(text), why=_escaped(asked.why(here, text))) for text in distractors),
                ),
                rationale=keys[key],
            )
            # Another key may do where the item of this one would show its answer.
            fault = next(faults(item, handbook), None)
            if fault is not None:
                why, about = unsound(fault), item.stem
                continue
            yield item
            break
        else:
            yield Declined(here.address, why, about)


def _escaped(text: Text | None) -> Text | None:
    return escaped(text) if text is not None else None
