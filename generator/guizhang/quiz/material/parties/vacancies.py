"""The place of a party in a rule, left blank: who could stand there, as far as the sentence goes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guizhang.model.text import Text
from guizhang.quiz.material.ranks import STAFF, above, beside, heads_one_department, rank, same_person, upright
from guizhang.quiz.quoting.points import BLANK

SUPERIOR = "直接上级"
"""Whom staff turn to and who sees to them, as good sense tells."""
_HEAD = 4
"""Rank of those at the head of a company."""
_MANAGER = 3
"""Rank from which somebody could see to what concerns the whole company."""
_FOR_THE_HEAD = re.compile(
    "批准|决定|审批|核准|授权|同意|(?:报告|汇报|上报|请示)(?!后)|报______|确认|判定|给予|签发|签字|主持|任命|指定|出面|申诉|举报|提出"
)
# Nor does staff tell them of a broken window.
_STAFF_TELL = re.compile(rf"(?:员工|店员|人员)[^，。；]*(?:向{BLANK}(?:报告|汇报)|(?:报告|汇报){BLANK})")
# Whoever is told, or given something to keep, may be a department as well as who heads one.
_TOLD = re.compile("(?:向|报|报告|汇报|上报|交|交给|送|送交|提交|通知|告知|征得|抄送)$")
_NEAR = 14
_SIGNED_AFTER = re.compile(
    "(?:审核|审查|审批|复核|初审|签[字名]|确认|同意|批准)[^，。；、]{0,4}[、，]?(?:再?[报经由]|后报?|并报)?[^，。；、]{2,10}(?:审批|批准|签[字批]|核准|审定|同意)"
)
_WHOLE_COMPANY = re.compile(
    "战略|全公司|公司的(?:形象|目标|制度|优秀)|各部门|统一(?:安排|组织|管理|制定)|荣誉称号|晋升"
)
_HAS_SUPERIOR = re.compile("员工|人员|本人|下属|申请|同意|批准|报告|请示|提醒|警告|处分")
"""Whose line manager it would be: somebody at work whom the sentence names, who asks or reports, or is warned."""
# Staff of a post do the work; they give no leave, no orders and no warnings.
_AUTHORITY = re.compile(
    r"^(?:[^，。；：]{0,6}(?:必须|应当|可以))?[^，。；：]{0,4}"
    r"(?:决定|批准|审批|审核|审查|口头|书面警告|提醒|警告|检查|监督|指定|抽查|组织|主持|制定|考核|安排|协调|督促|评选)"
)


@dataclass(frozen=True)
class Vacancy:
    """The place of *party* in a Chinese sentence, between what is *before* it and what is *behind* it."""

    party: Text
    before: str
    behind: str
    there: tuple[tuple[int, Text], ...]
    """The parties the sentence names beside it, each with its place behind the blank, or before it below 0."""
    beneath: frozenset[str]
    """Those that the other points of its list name: who decides on more may decide on less."""
    people: frozenset[str]
    """The parties, by English name in small letters, that are persons."""
    often: Mapping[str, int]
    """How often the regulation names each party, by Chinese name."""

    def admits(self, other: Text) -> bool:
        """Tell whether somebody who does not know the rule could take *other* for the one who stands here."""
        asked = (self._is_somebody_else, self._is_alike, self._has_authority, self._signs_first, self._is_high_enough)
        return all(admits(other) for admits in (*asked, self._is_somebodys_manager, self._is_low_enough))

    def is_person(self, party: Text) -> bool:
        """Tell whether a party is a person, and no department."""
        return party.either("en").casefold() in self.people

    @property
    def told(self) -> bool:
        """Whether somebody is told here, or given something: departments are, as well as who heads one."""
        return _TOLD.search(self.before) is not None

    @property
    def _sentence(self) -> str:
        return self.before + self.behind

    def _is_somebody_else(self, other: Text) -> bool:
        """Who may be the same person as somebody the sentence names does not stand beside them."""
        if same_person(other, self.party):
            return False
        # Whose line manager it is, the sentence says.
        named = [one for _, one in self.there if one.zh != SUPERIOR]
        return other.zh == SUPERIOR or not any(same_person(other, one) for one in named)

    def _is_alike(self, other: Text) -> bool:
        unit, other_unit = (not self.is_person(one) for one in (self.party, other))
        return beside(self.party, other, unit=unit, other_unit=other_unit) and upright(
            other, self.before, self.behind, self.there
        )

    def _has_authority(self, other: Text) -> bool:
        if not _AUTHORITY.match(self.behind):
            return True
        return rank(other) != STAFF and not (other.either("zh") in self.beneath and above(other, self.party))

    def _signs_first(self, other: Text) -> bool:
        """Nobody asks the general manager before whoever signs after them."""
        return not _SIGNED_AFTER.match(self.behind) or (rank(other) or 0) < _HEAD

    def _is_high_enough(self, other: Text) -> bool:
        """What concerns the whole company nobody does who answers for a part of it, unless the rule has them do it."""
        least = max(min(rank(self.party) or _HEAD, _HEAD), _MANAGER)
        if _WHOLE_COMPANY.search(self._sentence) and (rank(other) or _HEAD) < least:
            return False
        # Nor does who heads a certain department stand for the head of the company where the rules are of something else.
        head = (rank(self.party) or 0) >= _HEAD
        return not head or not heads_one_department(other) or self.often[other.either("zh")] > 1

    def _is_somebodys_manager(self, other: Text) -> bool:
        """Nobody's line manager puts up cameras: with nobody at work in the sentence it is not said whose."""
        if other.either("zh") != SUPERIOR:
            return True
        return _HAS_SUPERIOR.search(self._sentence) is not None or any(rank(one) == STAFF for _, one in self.there)

    def _is_low_enough(self, other: Text) -> bool:
        """Those at the head decide and are reported to; nobody thinks that they draw up the cleaning rota."""
        said = self.before[-_NEAR:] + BLANK + self.behind[:_NEAR]
        fitting = _FOR_THE_HEAD.search(said) and not _STAFF_TELL.search(self.before + BLANK + self.behind)
        return bool(fitting) or (rank(other) or 0) < _HEAD or (rank(self.party) or 0) >= _HEAD
