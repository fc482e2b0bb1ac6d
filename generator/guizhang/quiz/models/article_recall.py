"""Article recall: what an article lays down, to be written down in one's own words, one mark a sentence.

Lists are asked for by themselves; where the article has some, it is asked what it lays down besides. How many points there
are the question does not say: people count them each in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.regulation import Regulation
from guizhang.model.text import Lang, Text
from guizhang.quality.paraphrase import covered, weighed
from guizhang.quality.paraphrase import said as words
from guizhang.quiz.material.contrasts.commonplace import GOOD_SENSE
from guizhang.quiz.material.lists.sentences import as_point, paired
from guizhang.quiz.material.lists.written import written_item
from guizhang.quiz.material.lists.written_lists import TRADITIONAL
from guizhang.quiz.material.made import Declined, Made, capital
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.spoken import pairs
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.quotable import asks, broken, of_itself, sends_elsewhere
from guizhang.quiz.quoting.texts import bare, inner
from guizhang.zh.numerals import int_to_chinese

NAME = "article-recall"
QUOTES = True
ASKS = Message("两句以上各自成立的规定", "two sentences or more that each lay something down")
_FEWEST, _MOST = 2, 5
_SHORTEST: Mapping[Lang, int] = {"zh": 6, "en": 16}
_MORE = 7
"""Pairs of characters that a sentence needs beside those of the title."""
# What to do when something happens is more than manners.
_IN_CASE = re.compile("[^，。；]{2,24}(?:的|时|后|前)，")
_TAKEN_UP = 0.15
"""Share of the words of a heading from which a sentence speaks of what it names."""
_LISTS = 2
"""Lists that a question can set aside."""
_NO_TITLE = Message("这一条没有可以用来称呼它的标题", "the article has no title to be called by")
_HOLDS_OTHERS = Message(
    "其中有的款项另有编号名称（id），自成一条", "some of it stands under an id of its own and is a provision of its own"
)
_UNPAIRED = Message(
    "句子分不成中英对应的几点，或者不完整",
    "its sentences are not whole, or cannot be parted into points that both languages have",
)
_LISTS_TOO = Message(
    "里面的清单超过两个，或者引语不能单独引用", "it has more than two lists, or one whose introduction cannot be quoted"
)
_NO_POINT = Message(
    "有的句子写不成一点：是问句、太短、说施行日期或者制定目的，或者依赖只讲“按别处办理”的一句",
    "one of its sentences is no point to write down: a question, too short, on when the rules hold or what for, or leaning on "
    "a sentence that only sends elsewhere",
)
_TITLED = Message("有一句和条标题说的一样", "one of its sentences says no more than its title")
_NUMBER = Message(
    "清单以外自成一点的句子不到两句，或者超过五句",
    "besides its lists it has fewer than two sentences that lay something down, or more than five",
)
_REFERS = re.compile("(?:按|见|遵守|符合|适用)[^，；]{0,6}[《“‘][^，；]*(?:一条|两条|条款|》)[^，；》”’]{0,6}$")
# What a text says of itself, or whom to ask, is nothing to know by heart.
_OF_ITSELF_EN = re.compile(
    r"(?:This|These|The|Our) (?:\w+ )?(?:policy|policies|rules?|handbook|code|document|section|guide|manual)\b|It (?:applies|tells|explains|sets out)\b"
    r"|(?:Questions|Any questions|If you have (?:any )?questions)\b|We are (?:glad|pleased|proud|delighted)\b"
)
_OF_THAT = re.compile("[该此](?:规定|办法|制度|条)|上述|前款")
# 哪些事项不得答应，见……: what is laid down there, not what is laid down.
_ASKS = re.compile("哪[些种类个]|什么|怎[样么]|如何|多少|何时|谁")
_SAYS = re.compile(r"应当|必须|不得|可以|\d|[由归占]|(?<!回)扣")
_FOLLOWS = re.compile("(?:从其规定|按其规定(?:执行|办理))$")
# Where approval is what the question says, that nothing is done without it is no answer; and 员工应当…… fits every sentence on staff.
_AFTER_APPROVAL, _NOT_WITHOUT = re.compile("批准[^，；]{0,6}方可"), re.compile("未经[^，；]*(?:批准|同意)[^；]*不得")
_DUTY = "应当|必须|应|须"
_BARE_LEAD = re.compile(f"([^，：；]{{1,10}}?)({_DUTY}|不得|可以)(?:做到)?……")
_MOST_BESIDE = 1.6
"""Times as long as what is asked for what the question sets aside may be."""
_SAME = 0.8
"""Share of what an introduction says from which a sentence beside its list says it again."""
_OTHERS_ZH = re.compile("《[^》]+》(?:的[“‘][^”’]+[”’](?:一条|一章)?)?|[“‘][^”’]+[”’](?:一条|一章)")
_TWICE = re.compile("有关规定(?:规定|所?要求)(?=的)|有关规定(?=另有规定)")
_TOLD = Message(
    "题目引的话已经说出了其中一点，或者分不清是哪些人的哪些事",
    "what the question quotes says one of its points already, or could be said of its points as well",
)
_MOSTLY_ELSEWHERE = Message("不用写的比要写的还多", "more of it would be left out than written down")


def make_in(rules: Rules, regulation: Regulation) -> Iterator[Made]:
    """Yield an item for every article of *regulation* with a title and two to five sentences that can be written down."""
    here = (clause for clause in rules.clauses if clause.place.regulation is regulation)
    for _, clauses in groupby(here, lambda clause: clause.address):
        yield _item(tuple(clauses), rules)


def _only_sends_on(sentence: Text) -> bool:
    """Tell whether a sentence says no more than where something is laid down: 客户威胁的，按《投诉处理规定》的有关条款办理."""
    if not any(sends_elsewhere(text) for text in (sentence.zh, sentence.en) if text is not None):
        return False
    *before, last = re.split("[，；]", bare(sentence.zh or "。"))
    said = [part for part in before if not _ASKS.match(part)]
    if _FOLLOWS.search(last):
        return True
    return sentence.zh is None or (_REFERS.search(last) is not None and not any(map(_SAYS.search, said)))


def _is_title(point: Text, title: Text) -> bool:
    """Tell whether a sentence says hardly more than the title of its article: 不随便承诺, 回访专员不得随便承诺."""
    said, words = pairs(point, "zh"), pairs(title, "zh")
    # 不 stands before what is done in a title, and behind 得 in a rule.
    words = {pair for pair in words if "不" not in pair}
    return len(words) > 1 and words <= said and len(said) <= len(words) + _MORE


def _points(clauses: Sequence[Clause], rules: Rules) -> tuple[list[Text], list[Text]] | Message:
    """Return what the sentences of an article lay down besides its lists, and those that only send elsewhere; or why it cannot be asked for."""
    first = clauses[0]
    if first.traditional or first.heading is None or not (first.provision.title is not None or _alone(first)):
        return TRADITIONAL if first.traditional else _NO_TITLE
    if any(node.id is not None for node in first.provision.body):
        return _HOLDS_OTHERS  # what stands under an id of its own is laid down in the same article
    lists, said = _parted(clauses)
    parts = [paired(clause) for clause in said]
    # A line of a document need not be a sentence, nor end where it ends.
    torn = first.imported and (lists or any(clause.place.node.body or clause.quote() is None for clause in said))
    if not all(parts) or torn or any(clause.langs != first.langs for clause in clauses):
        return _UNPAIRED
    if any(clause.lead() is None for clause in lists) or len(lists) > _LISTS:
        return _LISTS_TOO
    sentences = [sentence for found in parts for sentence in found]
    points = [sentence for sentence in sentences if not _only_sends_on(sentence)]
    if not _FEWEST <= len(points) <= _MOST:
        return _NUMBER
    told = [(point.either(lang), lang) for point in points for lang in first.langs]
    if first.langs == ("en",) and any(_OF_ITSELF_EN.match(text) for text, _ in told):
        return _NO_POINT
    if (
        any(of_itself(sentence.either(lang)) for sentence in sentences for lang in first.langs)
        # Of which regulation it speaks, the sentence that is left out says.
        or (len(points) < len(sentences) and any(_OF_THAT.search(point.zh or "") for point in points))
        or any(broken(capital(text), lang) or asks(text) or len(text) < _SHORTEST[lang] for text, lang in told)
    ):
        return _NO_POINT
    if any(_is_title(point, first.heading) for point in points):
        return _TITLED
    if rules.good_sense(first.address, points) or (
        # Manners under a heading that calls up none of them: whoever answers with others is right as well.
        first.address in rules.commonplace
        and not rules.to_be_learned(points)
        and 2 * sum(_called_up(point, first.heading, first.langs) for point in points) < len(points)
        and 2 * sum(_IN_CASE.match(point.zh or "") is not None for point in points) < len(points)
    ):
        return GOOD_SENSE
    return points, [sentence for sentence in sentences if sentence not in points]


def _alone(clause: Clause) -> bool:
    """Tell whether an English article is all that stands under its heading, which is then its name as well."""
    above = clause.place.ancestors[-1] if clause.place.ancestors else None
    return clause.langs == ("en",) and above is not None and above.title is not None and len(above.body) == 1


def _called_up(point: Text, heading: Text, langs: Sequence[Lang]) -> bool:
    """Tell whether a sentence speaks of what its heading names."""
    return any(
        covered(weighed(words(heading.either(lang), lang).words, lang), words(point.either(lang), lang), lang)
        >= _TAKEN_UP
        for lang in langs
    )


def _parted(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """Return the introductions of an article's lists, and its other clauses but for the points of those."""
    lists = [clause for clause in clauses if clause.introduces]
    return lists, [clause for clause in clauses if not clause.introduces and not clause.continues]


def _item(clauses: Sequence[Clause], rules: Rules) -> Made:
    first, found = clauses[0], _points(clauses, rules)
    if isinstance(found, Message):
        return Declined(first.address, found)
    points, sent_on = found
    lists, said = _parted(clauses)
    where = first.said_where
    besides = [lead for clause in lists if (lead := clause.lead()) is not None]
    if any(_tells(lead, point) for lead in besides for point in points):
        return Declined(first.address, _TOLD)
    lang = first.langs[0]
    lengths = [sum(len(text.either(lang)) for text in texts) for texts in ((*besides, *sent_on), points)]
    if sent_on and lengths[0] > _MOST_BESIDE * lengths[1]:
        return Declined(first.address, _MOSTLY_ELSEWHERE)
    if besides:
        zh = f"除“{'”和“'.join(lead.either('zh') for lead in besides)}”及其各项以外，{where.zh}还有哪些规定？用自己的话写出来。"
        leads_en = "” and “".join(lead.either("en") for lead in besides)
        en = f"{where.en} says “{leads_en}”. Leave that out; write down in your own words what else it lays down."
    else:
        zh = f"用自己的话写出{where.zh}的全部规定。"
        en = f"Write down in your own words everything that {where.en} lays down."
    if sent_on:
        left_out = {lang: "”“".join(inner(bare(text.either(lang))) for text in sent_on) for lang in first.langs}
        few = "这一句" if len(sent_on) == 1 else f"这{_counted(len(sent_on))}句"
        zh = f"{zh}“{left_out.get('zh')}”{few}不用写。"
        en = f"{en} Leave out: “{'” and “'.join((left_out.get('en') or '').split('”“'))}”."
    guide = [_unnamed(point, first) for point in points]
    if guide != points:
        zh, en = (
            f"{zh}条文引用的其他条款和文件，名称不必写出。",
            f"{en} The names of other articles and documents need not be given.",
        )
    return written_item(
        first,
        NAME,
        "1",
        also=[*said, *lists],
        # The points of its lists stand nowhere in it.
        facts=[*(f for one in said for f in one.printed_facts()), *(f for one in lists for f in one.facts())],
        stem=first.said(zh, en),
        points=[as_point(point) for point in guide],
        rationale=first.said(
            f"{where.zh}：“{_quoted(clauses, points, 'zh')}”", f"{where.en}: “{_quoted(clauses, points, 'en')}”"
        ),
        level=CognitiveLevel.UNDERSTAND,
        difficulty=4,
    )


def _tells(lead: Text, point: Text) -> bool:
    """Tell whether the introduction of a list says what a sentence beside it says, or could lead into it as well."""
    if lead.zh is None or point.zh is None:
        return False
    bare_lead = _BARE_LEAD.fullmatch(lead.zh)
    if bare_lead is not None:
        who, word = bare_lead[1], bare_lead[2]
        return re.match(f"{who}(?:{_DUTY if re.match(_DUTY, word) else word})", point.zh) is not None
    if _AFTER_APPROVAL.search(lead.zh) and _NOT_WITHOUT.search(point.zh):
        return True
    said = pairs(lead, "zh")
    return len(said & pairs(point, "zh")) >= _SAME * len(said)


def _counted(number: int) -> str:
    """Return how many of something Chinese says there are: two are 两."""
    return {2: "两"}.get(number) or int_to_chinese(number)


def _unnamed(point: Text, clause: Clause) -> Text:
    """Return a point without the names of what it refers to, where both languages name as many."""
    titles = sorted((one.title.en for one in clause.handbook.regulations if one.title.en), key=len, reverse=True)
    named = "|".join(map(re.escape, titles))
    others_en = rf"(?:the (?:article|chapter) )?[‘“][^’”]+[’”](?: in (?:{named})\b)?|\b(?:{named})\b(?! |$)"
    zh, count = _OTHERS_ZH.subn("有关规定", point.zh or "")
    en, count_en = re.subn(others_en, "the rules on it", point.en or "")
    zh = _TWICE.sub("规定", zh).replace("规定另有规定", "另有规定")
    if not count or (point.en is not None and count_en != count):
        return point
    return clause.said(zh, en)


def _quoted(clauses: Sequence[Clause], points: Sequence[Text], lang: Lang) -> str:
    """Return the sentences that are asked for as they stand in the article, dots where others stand between them."""
    said: list[str] = []
    left_out = False
    for clause in clauses:
        if clause.continues:
            continue
        found = [] if clause.introduces else paired(clause)
        asked = [sentence in points for sentence in found]
        # A sentence that is parted into two demands is quoted as it stands.
        printed = clause.printed(clause.handbook.print_fact) if asked and all(asked) else None
        for text, wanted in [(printed, True)] if printed is not None else zip(found, asked, strict=True):
            if wanted:
                said += ["……" if lang == "zh" else "…"] if left_out and said else []
                said.append(text.either(lang))
            left_out = not wanted
        left_out = left_out or not found
    return ("" if lang == "zh" else " ").join(said)
