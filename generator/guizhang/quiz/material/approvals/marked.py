"""Approvals of adopted provisions: what is approved, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.regulation import Node, Place
from guizhang.model.text import Lang, Text, placeholders
from guizhang.quiz.material.approvals.scales import posts_rise
from guizhang.quiz.material.made import Declined, capital
from guizhang.quiz.material.ranks import trade_words
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.spoken import pairs
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.quotable import sentences

GIVEN = Message("事项里已经写出批准人", "the matter itself names who approves")
REVIEWED = Message(
    "同一条还规定了由谁复核、重新决定，批准人就不止一个",
    "the same article names who decides once more, on review or appeal, so that there is more than one",
)
_NO_MATTER = Message(
    "审批的事项（matter）缺一种语言", "the matter of its approval is not told in all languages of the rule"
)
_APPROVED = re.compile("批准|审批|审核|核签|核准|同意|批")
_APPROVING = re.compile("(?:批准|审批|审核|核签|核准)$")
_DECIDED_EN = re.compile(r"\bdeci(?:de|sion)", re.IGNORECASE)
_APPROVED_EN = re.compile(r"\b(?:approv|authori[sz]|consent|permission|countersign)", re.IGNORECASE)
# Whoever is not content asks somebody else to decide: a step that checks before the decision is no review of it.
_REVIEW: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        "(?:不服|异议|異議|不同意|不满意)[^。；]*(?:复核|複核|复议|複議|复审|申诉|申訴|裁决|裁定|决定)|最终(?:决定|裁定|由)|终审"
    ),
    "en": re.compile(
        r"\bappeal(?:s|ed)?\b|\breconsider|\bfinal (?:decision|say)\b|\bdecision [^.;]*\bis final\b"
        r"|\b(?:disagree|dissatisf|not satisfied|not content|object|contest)\w*\b[^.]*\b(?:review|decide)"
        r"|\b(?:on|upon|for|a|any|the) review\b(?! (?:of|date|meeting|form)\b)|\breviews? (?:the|that|such a|any) (?:decision|refusal)",
        re.IGNORECASE,
    ),
}
# 借阅机密档案的，应当先按“查阅”一条取得批准
_EXCEPTED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("[的时]，[^。；]*(?:批准|审批|同意)"),
    "en": re.compile(r"^(?:to|for|if|when|where|before)\b[^,.]*,[^.]*\bapprov", re.IGNORECASE),
}
_COMMA: dict[Lang, str] = {"zh": "，", "en": ","}
_SAME = 2
"""Pairs of signs, or words, that a case shares with the matter it is a case of."""
Chain = tuple[str, ...]
"""Roles in the order they sign."""


@dataclass(frozen=True)
class Approval:
    """One approval with its matter printed; a source of items that states the figures of its matter."""

    clause: Clause
    """The clause that says it, or the first of its article."""
    place: Place
    """Where it is marked."""
    ordinal: int
    """Which approval of its provision, from 1."""
    matter: Text
    by: Chain

    @property
    def handbook(self) -> Handbook:
        """The handbook it stands in."""
        return self.clause.handbook

    @property
    def address(self) -> str:
        """Of its provision."""
        return self.clause.address

    @property
    def themes(self) -> tuple[str, ...]:
        """Themes of its clause."""
        return self.clause.themes

    @property
    def applies_to(self) -> tuple[str, ...]:
        """Roles of its clause."""
        return self.clause.applies_to

    @property
    def traditional(self) -> bool:
        """Whether its clause is in Traditional characters."""
        return self.clause.traditional

    def printed_facts(self) -> tuple[str, ...]:
        """Return the addresses of the figures its matter prints."""
        said = self.place.node.approval
        named = placeholders(said.matter.either("zh")) if said else []
        return tuple(self.handbook.fact_address(p.reference, self.place) for p in named)

    @property
    def given_away(self) -> bool:
        """Whether the matter itself names who approves: leave within the supervisor's limit."""
        names = [self.handbook.role_name(role) for role in self.by]
        if self.matter.zh is None:
            return any(
                trade_words(name) & trade_words(self.matter) for name in (Text(en=n.either("en")) for n in names)
            )
        return any(name.either("zh")[-2:] in self.matter.either("zh") for name in names)

    @property
    def decided(self) -> bool:
        """Whether the rule says that they decide, and of no approval: nobody approves a dispute."""
        if self.matter.zh is None:
            said = [text.either("en") for text in self._texts]
            return any(map(_DECIDED_EN.search, said)) and not any(map(_APPROVED_EN.search, said))
        texts = [text for text in self._texts if text.zh is not None]
        return any("决定" in text.either("zh") for text in texts) and not any(
            _APPROVED.search(text.either("zh")) for text in texts
        )

    @property
    def reviewed(self) -> bool:
        """Whether its provision has somebody else decide once more, on a review or an appeal: then there are two answers."""
        said = ((lang, text.get(lang)) for text in self._beside for lang in self.clause.langs)
        again = (
            (lang, one) for lang, text in said if text for one in sentences(text, lang) if _REVIEW[lang].search(one)
        )
        return any(self._by_others(one, lang) for lang, one in again)

    def _by_others(self, sentence: str, lang: Lang) -> bool:
        """Tell whether a sentence names somebody else than those who approve, or nobody that is known."""
        roles = self.handbook.settings.roles
        named = {role for role in roles if self.handbook.role_name(role).either(lang).casefold() in sentence.casefold()}
        return not named or not named <= set(self.by)

    @property
    def excepted(self) -> bool:
        """Whether its provision says of some such cases that they take somebody else's approval, which is not marked there."""
        lang = self.clause.langs[0]
        own = {text.either(lang) for text in self._texts}
        matter = pairs(self.matter, lang)
        return any(
            _EXCEPTED[lang].search(said) is not None
            and len(matter & pairs(Text(**{lang: said.partition(_COMMA[lang])[0]}), lang)) >= _SAME
            for text in self._unmarked
            for said in sentences(text.either(lang), lang)
            if text.either(lang) not in own
        )

    @property
    def somebodys(self) -> bool:
        """Whether the rule says whose department manager approves, which the name of the role leaves out."""
        names = [self.handbook.role_name(role) for role in self.by]
        return any(f"的{name.zh}" in (text.zh or "") for name in names if name.zh for text in self._texts)

    @property
    def countersigned(self) -> bool:
        """Whether the matter itself is an act of approving: who approves a countersignature?"""
        return _APPROVING.search(self.matter.either("zh")) is not None

    @property
    def named(self) -> bool:
        """Whether the rule calls every approver by the name of the role."""
        return all(
            any(role.either(lang).casefold() in text.either(lang).casefold() for text in self._texts)
            for lang in self.clause.langs
            for role in map(self.handbook.role_name, self.by)
        )

    @cached_property
    def _texts(self) -> tuple[Text, ...]:
        """What the rule says where it is marked."""
        return _said_in(self.place.node)

    @cached_property
    def _unmarked(self) -> tuple[Text, ...]:
        """What the paragraphs of its provision say that mark no approval."""
        return tuple(node.text for node in self.clause.provision.body if node.text and not node.approval)

    @cached_property
    def _beside(self) -> tuple[Text, ...]:
        """What its whole provision says."""
        return _said_in(self.clause.provision)


def by_rank(here: Sequence[Approval]) -> bool:
    """Tell whether the approvals of one provision are of more and more of the same thing, each by a higher post."""
    lang = here[0].clause.langs[0]
    common = set.intersection(*(pairs(approval.matter, lang) for approval in here))
    return bool(common) and posts_rise(approval.handbook.role_name(approval.by[-1]) for approval in here)


def _said_in(node: Node) -> tuple[Text, ...]:
    nodes, texts = [node], []
    while nodes:
        node = nodes.pop()
        nodes += node.body
        texts += [node.text] if node.text else []
    return tuple(texts)


def approvals(rules: Rules) -> Iterator[Approval | Declined]:
    """Yield the approvals whose matter is known in each language of their rule, in printed order; of others why not."""
    first = {clause.address: clause for clause in reversed(rules.clauses)}
    found = [(clause, clause.place) for clause in rules.clauses if clause.place.node.approval]
    # An approval may stand at an article whose text is in its paragraphs.
    found += [
        (first[address], place)
        for address, place in rules.handbook.binding_provisions()
        if place.node.approval and place.node.text is None and address in first
    ]
    counted: dict[str, int] = {}
    for clause, place in sorted(found, key=lambda pair: (pair[1].regulation.id, pair[1].loc)):
        counted[clause.address] = counted.get(clause.address, 0) + 1
        said = place.node.approval
        assert said is not None
        try:
            matter = {lang: rules.handbook.plain(said.matter.get(lang) or "", lang, place) for lang in clause.langs}
        except UnknownReference:
            continue
        if all(matter.values()):
            text = Text(zh=matter.get("zh"), en=matter.get("en"))
            yield Approval(clause, place, counted[clause.address], text, said.by)
        else:
            yield Declined(clause.address, _NO_MATTER, clause.shown)


def chain_name(handbook: Handbook, chain: Chain) -> Text:
    """Return the names of a chain: 先客服主管，再客服部经理 / Service supervisor, then service manager."""
    names = [handbook.role_name(role) for role in chain]
    zh = names[0].either("zh") if len(names) == 1 else "先" + "，再".join(n.either("zh") for n in names)
    return Text(zh=zh, en=capital(", then ".join(n.either("en") for n in names)))


def asks_review(text: str, lang: Lang) -> bool:
    """Tell whether a text says who decides once more, so that there is more than one who does."""
    return _REVIEW[lang].search(text) is not None
