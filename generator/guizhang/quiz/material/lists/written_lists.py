"""Lists of the rules that can be asked for in writing, with the clause that introduces each, and why others cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from guizhang.diagnostics import Message
from guizhang.model.regulation import Level, Norm
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.material.lists.english_point_lists import told_lists
from guizhang.quiz.material.lists.english_sentence_lists import sentence_list
from guizhang.quiz.material.lists.hand_over import general, told
from guizhang.quiz.material.lists.sentences import as_point
from guizhang.quiz.material.made import Declined, lower
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import goes_on
from guizhang.quiz.quoting.quotable import broken, leans, names_rules, sends_elsewhere

SENT_ON = Message(
    "有的项指向别的规定、只是“其他情形”，或者就是条标题的意思，不能全写",
    "some of its points send elsewhere, only say “other cases” or repeat the heading, so that not all can be asked for",
)
HANDED_OVER = Message(
    "条标题、引语或者其余各项已经说出答案的，不能问，剩下的不到两项",
    "fewer than two of its points are left that neither its heading, its introduction nor another point hands over",
)
FORMS_ONLY = Message("各项只是表单的名称", "its points are only names of forms")
FEWEST = 2
"""Points a written answer needs: one alone would be a sentence to copy."""
_MOST: dict[Lang, int] = {"zh": 60, "en": 230}
IN_ORDER: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"依次|先后|下列次序|(顺序|步骤|流程|程序)[^，。；]*……$|分[为成]\d+步"),
    "en": re.compile(
        r"\b(in (this|the following) order|in turn|one after the other|(in )?(these|the following) steps|\d+ steps|step by step"
        r"|[Ss]teps (for|to|of|in case of)|[Pp]rocedure (for|to|in case of)|[Hh]ere['’]?s how|[Tt]his is how|[Hh]ow to)\b"
    ),
}
"""How an introduction says that its points follow each other."""
# “必须”表示义务: what a word means is there to be understood, not to be recited.
_STEPS = re.compile(r"(?<!下一)步|\bsteps?\b")
_WORD = re.compile("[^“]{0,6}“[^”]{1,8}”(?:[和、以及与]*“[^”]{1,8}”)*[^。；，]{0,6}?(?:是指|表示|指|包括|意思)")
# 影响面大的其他情形: what a list holds besides its points nobody needs to know by heart.
_REST: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("其[他它](?:[^，。；]{0,6}(?:情形|情况|情节|行为|事项|事由))$|^其[他它][^，。；]{0,6}$"),
    "en": re.compile(
        r"^(?:any |all )?other (?:cases?|matters?|reasons?|circumstances)\b|\bfor (?:any other|another) reason$",
        re.IGNORECASE,
    ),
}
_OTHERS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("其[他它](?!客户|同事|员工|人|部门|岗位)[^，。；]{0,6}$"),
    "en": re.compile(r"(?<!the )\bother (?!customers|colleagues|staff|people|departments)[a-z]+(?: [a-z]+)?$"),
}
"""What the last point of a list takes in the rest by."""
# 员工应当……: of a plain introduction anything else the same people must do in the article is a point as well.
_WHO_MUST: dict[Lang, tuple[re.Pattern[str], re.Pattern[str], str]] = {
    "zh": (
        re.compile("(?P<who>[^，：；]{0,14}?)(?:还|都)?(?:(?P<do>应当|必须)|(?P<not>不得|严禁|禁止))……"),
        re.compile("不得|严禁|禁止"),
        "(?:^|[，；。：])(?:{who})?[还都也并]*(?:{modal})",
    ),
    "en": (
        re.compile(r"(?P<who>(?:[\w'-]+ ){1,5}?)(?:(?P<not>(?:must|shall) not)|(?P<do>shall|must)) …", re.IGNORECASE),
        re.compile(r"\bnot\b"),
        r"(?:^|[,;.:] ?)(?:{who}|they |it )(?:also )?(?:{modal})",
    ),
}
_MODALS: dict[Lang, tuple[str, str]] = {
    "zh": ("应当|必须|应(?!当)", "不得|严禁|禁止"),
    "en": (r"(?:shall|must)\b(?! (?:also )?not)", "(?:shall|must) not"),
}
# 一般投诉，由客服主管批准: who or by when in each case, which 投诉经批准后方可结案 does not say that its list is of.
_CASES = re.compile("[^，；]{2,30}，(?:由|在|经|归)")
_ANNOUNCED = re.compile("[下以]列|以下|如下|按|分别|依次|分[为成]|办法|不得超过|(?:应当|必须|不得|可以|负责)……$")
_FEWEST_LEAD: dict[Lang, int] = {"zh": 14, "en": 30}
# What a form is for stands before its name.
_FOR: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("^[^：]*：|[《》]"),
    "en": re.compile("^for [^,]*, |[“”]", re.IGNORECASE),
}
_NAMES: Mapping[Lang, re.Pattern[str]] = {"zh": re.compile("[、和与]"), "en": re.compile(r"(?:, |\band |^)+(?:the )?")}
"""What stands between the names of forms in one point."""


@dataclass(frozen=True)
class WrittenList:
    """A list that can be asked for in writing, with the clause that introduces it."""

    clause: Clause
    lead: Text
    """The introducing clause, with “……” for the list."""
    points: tuple[Text, ...]
    """All of them, English with a capital."""
    open: tuple[int, ...]
    """Places of the points that can be asked for: those that say all themselves, send to no other provision and are no rest."""
    also: tuple[Clause, ...] = ()
    """Further clauses that its points are of."""
    in_order: bool = False
    """Whether its points follow each other, though its introduction does not say so."""

    @property
    def last(self) -> str:
        """The last part of the ids of its items."""
        return f"{self.clause.ordinal}-told" if self.also or self.in_order else str(self.clause.ordinal)

    @property
    def whole(self) -> bool:
        """Whether all of its points can be asked for."""
        return len(self.open) == len(self.points)

    def told(self, above: Sequence[Text]) -> list[int]:
        """Return the places of the open points that the texts *above* say."""
        points, langs = self.points, self.clause.langs
        return [n for n in self.open if told(points[n], above, [*points[:n], *points[n + 1 :]], langs)]

    @property
    def headed(self) -> list[int]:
        """Places of the open points that the heading says."""
        return [] if self.clause.heading is None else self.told([self.clause.heading])

    @property
    def blanks(self) -> tuple[int, ...]:
        """Places of the points that can be asked for beside the others: nothing above the list says them, nor do they take in others."""
        above = [self.lead] if self.clause.heading is None else [self.clause.heading, self.lead]
        kept = set(self.told(above)) | {n for n in self.open if general(self.points[n], self.clause.langs)}
        return tuple(n for n in self.open if n not in kept)

    def declined(self, why: Message) -> Declined:
        """Return that a model asks nothing of it, and why."""
        return Declined(self.clause.address, why, self.clause.shown)

    @property
    def one(self) -> Text:
        """What one of its points is called: a step where the introduction speaks of steps."""
        told = self.in_order or any(_STEPS.search(self.lead.either(lang)) for lang in self.clause.langs)
        steps = self.ordered and told
        return Text(zh="步", en="step") if steps else Text(zh="项", en="point")

    @property
    def ordered(self) -> bool:
        """Whether its introduction says that its points follow each other."""
        return self.in_order or any(IN_ORDER[lang].search(self.lead.either(lang)) for lang in self.clause.langs)


_NO_LEAD = Message(
    "清单的引语不能单独引用，或者不以冒号结尾", "its introduction cannot be quoted alone, or ends without a colon"
)
_NO_POINTS = Message(
    "有的项下面还分项、自带标题、没有采用，或者缺一种语言",
    "one of its points has points or a title of its own, is not adopted, or lacks a language",
)
_REACHED_INTO = Message(
    "清单后面的话给清单增加、减少了内容，或者另有例外",
    "what is said behind the list adds to its points, takes from them or makes an exception",
)
_ONE_POINT = Message("清单只有一项", "the list has one point only")
_LITTLE = frozenset("的和与及、，；。“”《》")
_HEADLINE, _MORE = 4, 3
"""Characters a heading has at least that gives a point away, and that the point has besides at most."""
_PURPOSES = Message("说的是目的，没有人要照着办", "it says what something is for, which nobody has to act on")
# 目的, 本制度的宗旨; 建立考核制度，用于……: nobody has to know by heart what good something does.
_AIMS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        "(?:目的|宗旨|意义|作用|好处)(?:是|在于|有|如下|包括|为)?(?:……)?$|(?:用于|旨在|以便|为了|以利于|有助于|有利于)……$"
    ),
    "en": re.compile(
        r"\b(?:purposes?|aims?|objectives?|benefits?)(?: (?:is|are|of [^,:;]{1,40}|include|are as follows))?(?: …)?$"
        r"|\b(?:(?:in order|so as|used|serves?|intended|meant|helps?) to|for the purpose of|so that) …$",
        re.IGNORECASE,
    ),
}
_ADVICE = Message("只是建议（norm: recommendation）", "it is mere advice (norm: recommendation)")
_LEANING = Message(
    "引语依赖上一句（“其”“该”“以上”，英文的 it、they、this、until they）",
    "its introduction leans on the sentence before it (it, they, this, until they)",
)
_NO_TOPIC = Message(
    "引语太短，上面又没有标题说明是什么的清单", "its introduction is too short, and no title says what it is a list of"
)
_HALTING = Message("有的项太长，或者单独看不成一句话", "one of its points is too long, or says nothing by itself")
TRADITIONAL = Message("繁体的规定不出这种题", "of rules in Traditional characters no such item is made")
_UNSAID = Message(
    "清单说的是词语的意思，或者各种情形由谁、在什么时候，引语没有说明要写的是什么",
    "it says what words mean, or who or when in each case, and its introduction does not say what to write down",
)
_NOT_ALL = Message(
    "引语只说谁应当做、不得做，同一条别处对他们还有要求，写了那些也算对",
    "its introduction only says who must or must not, and the article demands more of them elsewhere, which would be right too",
)


def written_lists(clauses: Iterable[Clause]) -> Iterator[WrittenList | Declined]:
    """Yield the lists whose points all mean something by themselves, in printed order; of the others why not."""
    for _, group in groupby(clauses, lambda clause: clause.address):
        article = tuple(group)
        for clause in article:
            nodes = clause.listed
            if nodes and nodes[0].level is Level.ITEM:
                found = _read(clause, article)
                yield Declined(clause.address, found, clause.shown) if isinstance(found, Message) else found
            elif (said := sentence_list(clause)) is not None and clause.place.norm is not Norm.RECOMMENDATION:
                lead, points = said
                yield WrittenList(
                    clause, lead, points, tuple(n for n in range(len(points)) if _asked(points, n, clause.heading))
                )


def lists_told(clauses: Iterable[Clause]) -> Iterator[WrittenList]:
    """Yield the lists of English rules that no colon introduces."""
    for found in told_lists(clauses):
        first, *rest = found.clauses
        points = tuple(map(as_point, found.points))
        if all(_alone(point, ("en",)) for point in points):
            places = tuple(n for n in range(len(points)) if _asked(points, n, first.heading))
            yield WrittenList(first, found.lead, points, places, tuple(rest), found.ordered)


def _read(clause: Clause, article: Sequence[Clause]) -> WrittenList | Message:
    """Return the list that a clause of *article* introduces, or why it cannot be asked for in writing."""
    lead, points = clause.lead() if clause.introduces else None, clause.points()
    if len(clause.listed) < FEWEST:
        return _ONE_POINT
    if lead is not None and clause.listed[-1].level is Level.PARAGRAPH:
        return _REACHED_INTO
    if clause.traditional or lead is None or points is None:
        return TRADITIONAL if clause.traditional else _NO_LEAD if lead is None else _NO_POINTS
    unusable = _unusable(clause, lead)
    if unusable is not None:
        return unusable
    found = tuple(map(as_point, points))
    if not all(_alone(point, clause.langs) for point in found):
        return _HALTING
    if not _says_of_what(lead, found):
        return _UNSAID
    if _one_of_several(clause, lead, article):
        return _NOT_ALL
    return WrittenList(clause, lead, found, tuple(n for n in range(len(found)) if _asked(found, n, clause.heading)))


def _asked(points: Sequence[Text], n: int, heading: Text | None) -> bool:
    """Tell whether a point can be asked for: it says all itself and more than the heading, sends to no other provision and takes in no rest."""
    if heading is not None and _headlined(points[n], heading):
        return False
    said = {lang: text for lang in LANGS if (text := points[n].get(lang)) is not None}
    lang = next(iter(said))
    if n == len(points) - 1 and _OTHERS[lang].search(said[lang]):
        return False
    return not any(sends_elsewhere(text) or _REST[lang].search(text) for lang, text in said.items())


def _headlined(point: Text, heading: Text) -> bool:
    """Tell whether a point says hardly more than the heading above it: 公司秘密, 公司的商业秘密."""
    if point.zh is None or heading.zh is None:
        return False
    said, words = ([sign for sign in text if sign not in _LITTLE] for text in (point.zh, heading.zh))
    return len(words) >= _HEADLINE and set(words) <= set(said) and len(said) - len(words) <= _MORE


def _says_of_what(lead: Text, points: Sequence[Text]) -> bool:
    """Tell whether an introduction and its points say what is asked for: no meanings of words, nor who or when in each case."""
    if any(_WORD.match(point.zh or "") for point in points):
        return False
    return not all(_CASES.match(point.zh or "") for point in points) or _ANNOUNCED.search(lead.zh or "") is not None


def _one_of_several(clause: Clause, lead: Text, article: Sequence[Clause]) -> bool:
    """Tell whether its introduction only says who must, or must not, and the same people must elsewhere in the article."""
    lang = clause.langs[0]
    plain, denies, form = _WHO_MUST[lang]
    match = plain.fullmatch(lead.either(lang))
    if match is None:
        return False
    modal = _MODALS[lang][denies.search(match[0]) is not None]
    said = re.compile(form.format(who=re.escape(match["who"]), modal=modal), re.IGNORECASE)
    beside = (c.printed(c.handbook.print_fact) for c in article if c is not clause and not c.continues)
    return any(text is not None and said.search(text.either(lang)) for text in beside)


def _unusable(clause: Clause, lead: Text) -> Message | None:
    """Return why an introduction does not say what its list is of; ``None`` where it, or the heading it stands under, does."""
    if clause.only_names:
        return _NO_TOPIC
    if clause.place.norm is Norm.RECOMMENDATION:
        return _ADVICE  # 多一点微笑，多一点热情 is a slogan
    if any(leans(said, lang) and not names_rules(said) for lang in clause.langs for said in (lead.either(lang),)):
        return _LEANING
    heading, lang = clause.heading, clause.langs[0]
    if any(_AIMS[lang].search(above.either(lang)) for above in (heading, lead) if above is not None):
        return _PURPOSES
    short = any(len(lead.either(lang)) < _FEWEST_LEAD[lang] for lang in clause.langs)
    return _NO_TOPIC if heading is None and short else None


def _alone(point: Text, langs: Sequence[Lang]) -> bool:
    return not goes_on(lower(point.en or "")) and all(
        0 < len(said) <= _MOST[lang] and not broken(said, lang) for lang in langs for said in (point.either(lang),)
    )


def only_forms(here: WrittenList) -> bool:
    """Tell whether most points are no more than names of forms, maybe behind what they are for: nobody recites those."""
    lang = here.clause.langs[0]
    titles = {title.casefold() for record in here.clause.handbook.records if (title := record.title.get(lang))}
    named = [set(_NAMES[lang].split(_FOR[lang].sub("", point.either(lang)).casefold())) for point in here.points]
    return 2 * sum(bool(names & titles) for names in named) > len(named)
