"""Situations of the scripts, as items quote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.script import NeverSay, ScriptFile, Situation, Speaker
from guizhang.model.text import LANGS, Text


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
        """Return the phrases to say, then what staff say in the model conversation."""
        phrases = [phrase.text for phrase in self.situation.say]
        phrases += [n.instead for n in self.situation.never if n.instead]
        phrases += [turn.text for turn in self.situation.turns if turn.speaker is Speaker.STAFF]
        return [text for phrase in phrases if (text := self.plain(phrase)) is not None]

    def never(self) -> list[tuple[Text, NeverSay]]:
        """Return the phrases never to say."""
        return [(text, never) for never in self.situation.never if (text := self.plain(never.text)) is not None]


def spoken(handbook: Handbook) -> Iterator[Spoken]:
    """Yield the situations of all scripts, without those that practise a provision that is not adopted."""
    for address, (file, situation) in handbook.situations.items():
        places = (handbook.provisions.get(a) for a in situation.practises)
        if all(place is None or place.adopted for place in places):
            yield Spoken(handbook, address, file, situation)
