"""Situations of the scripts, as items quote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.script import NeverSay, ScriptFile, Situation, Speaker
from guizhang.model.text import LANGS, Lang, Text

_SHARED = 0.7
"""Share of the shorter text's pairs of letters or words from which two texts say the same."""

# Courtesy shows in the form of address; an option without it stands out among those that have it. English has no such
# form: a line without “please” is not noticed.
_COURTEOUS = re.compile(r"[您请谢歉]|对不起|不好意思|麻烦|贵姓")
# A turn that takes up what the customer has just said means little by itself.
_ANSWERS = {
    "zh": re.compile(r"(不会|不是|是的|对|没有|可以|好的|行)[。，]"),
    "en": re.compile(r"(yes|no|right|certainly|of course)\b[.,]", re.IGNORECASE),
}
# 你 for a customer, a shout, a snub.
_ROUGH = {"zh": re.compile(r"你(?!们|好)|！|呗|算了|没办法|少来"), "en": re.compile(r"!|\bnothing (we|I) can do\b")}
_CURT = {"zh": 5, "en": 15}
"""Characters, full stop included, up to which an answer sounds curt: 不知道。"""


def courteous(text: Text) -> bool:
    """Tell whether *text* carries a mark of courtesy."""
    return _COURTEOUS.search(text.either("zh")) is not None


def stands_apart(text: Text, others: Iterable[Text]) -> bool:
    """Tell whether *text* and its *others* are told apart by courtesy alone."""
    return all(courteous(other) is not courteous(text) for other in others)


def civil(text: Text) -> bool:
    """Tell whether *text* is neither rough nor curt in either language, so that its tone alone does not forbid it."""
    return not any(_ROUGH[lang].search(text.either(lang)) or len(text.either(lang)) <= _CURT[lang] for lang in LANGS)


def distinct(texts: Iterable[Text]) -> list[Text]:
    """Return *texts* without those that say the same as one before them, as a phrase and the turn that holds it do."""
    found: list[Text] = []
    for text in texts:
        if not any(_alike(text, other, lang) for other in found for lang in LANGS):
            found.append(text)
    return found


def _alike(one: Text, other: Text, lang: Lang) -> bool:
    # Letters of Chinese, words of English.
    pattern = r"\w" if lang == "zh" else r"[\w']+"
    a, b = (set(pairwise(re.findall(pattern, text.either(lang).casefold()))) for text in (one, other))
    return len(a & b) > _SHARED * min(len(a), len(b))


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
        return Text(zh=f"“{title.zh}”：{when.either('zh').rstrip('。')}", en=f"“{title.en}”: {ended}")

    def plain(self, text: Text | None) -> Text | None:
        """Return *text* with figures and slots printed; ``None`` where a language is missing."""
        if text is None or text.zh is None or text.en is None:
            return None
        try:
            zh, en = (self.handbook.plain(text.either(lang), lang, slots=self.situation.slots) for lang in LANGS)
        except UnknownReference:
            return None
        return Text(zh=" ".join(zh.split()), en=" ".join(en.split()))

    def to_say(self) -> list[Text]:
        """Return the phrases to say, then what staff say to the customer in the model conversation."""
        phrases = [phrase.text for phrase in self.situation.say]
        phrases += [n.instead for n in self.situation.never if n.instead]
        phrases += self._turns()
        return [text for phrase in phrases if (text := self.plain(phrase)) is not None]

    def verbatim(self) -> list[Text]:
        """Return the phrases to say word for word."""
        phrases = (phrase.text for phrase in self.situation.say if phrase.verbatim)
        return [text for phrase in phrases if (text := self.plain(phrase)) is not None]

    def _turns(self) -> Iterator[Text]:
        turns = self.situation.turns
        for turn, answer in zip_longest(turns, turns[1:]):
            to_colleague = answer is not None and answer.speaker is Speaker.COLLEAGUE
            answers = any(_ANSWERS[lang].match(turn.text.get(lang) or "") for lang in LANGS)
            if turn.speaker is Speaker.STAFF and not to_colleague and not answers:
                yield turn.text

    def never(self) -> list[tuple[Text, NeverSay]]:
        """Return the phrases never to say."""
        return [(text, never) for never in self.situation.never if (text := self.plain(never.text)) is not None]


def spoken(handbook: Handbook) -> Iterator[Spoken]:
    """Yield the situations of all scripts, without those that practise a provision that is not adopted."""
    for address, (file, situation) in handbook.situations.items():
        places = (handbook.provisions.get(a) for a in situation.practises)
        if all(place is None or place.adopted for place in places):
            yield Spoken(handbook, address, file, situation)
