"""Which sentences of the rules can be one of several options: short, whole, and leaning on nothing before them."""

from __future__ import annotations

import re

from guizhang.diagnostics import Message
from guizhang.model.regulation import Level
from guizhang.model.text import Text
from guizhang.quiz.material.contrasts.verbless import verbless
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import leans

# One step of several says little by itself.
_IN_ORDER = re.compile("依次|顺序|步骤")
# A point that the English introduction does not lead into: protect files against: mould.
_HALTING = re.compile(
    r"\b(?:of|against|for|contain|giving|their|the|must|ask|asks|check|in|on|with|means|out|by|covers|such as): "
)
# A rule that sends the reader elsewhere, or speaks of what another sentence names, says nothing by itself.
_SENDS_ON = re.compile(
    r"[”’]一条|按《|见《|一章|向其|这[些种]|同样的办法|(?:不得|应当|必须|可以)[^，。：]*："
    r"|\b(?:these|those|such an?|the same way|meanwhile)\b",
    re.IGNORECASE,
)
# 员工应当与同事一起招待客户时互相照应: a point that begins with when is no sentence behind its introduction.
_WHEN_FIRST = re.compile(
    r"(?:应当|必须|不得|可以|应|须)(?![在当随及按准同临平暂])[^，。；：]{1,16}(?<![及随按准定临同平暂有到届当小限即适])时(?![间限刻期候常而速效])[^，。；]"
)
# Nor does what is only one of several, or an introduction with its point behind a colon.
_NO_STATEMENT = re.compile("：|包括")
# 关闭其他应当关闭的设备: what is left beside the points before it. Behind one of its kind (设备或者其他财物) it leans on nothing.
_OTHERS = {
    "zh": "其[他它](?!客户|顾客|客人|消费者|同事|员工|人|部门|岗位|公司|单位)",
    "en": r"\b(?:[Oo]ther (?!customers|colleagues|staff|people|departments|companies|posts|side|than\b)|[Tt]he (?:others\b|rest(?=[,.;]|$)))",
}
_THE_REST = {"zh": re.compile(f"(?<![或和与及、者])(?:{_OTHERS['zh']})"), "en": re.compile(_OTHERS["en"])}
_REST_FIRST = {
    "zh": re.compile(f"^[^，。；：、]*?(?<![和或与及者])(?:{_OTHERS['zh']})"),
    "en": re.compile(rf"^(?:(?!\b(?:and|or)\b)[^,.;:])*?(?:{_OTHERS['en']})"),
}
# 将其放回原处, Return it to the desk: what, another entry of the list says.
_IT_FIRST = {
    "zh": re.compile(
        "^(?:[^，。；：]{1,4}[后後时時前])?(?:[应應须須]|应当|應當|必须|必須|不得|可以|严禁|请|請)?[将將把对對向为為给給由按在使让讓从從用]"
        "(?:其(?![他它中余餘实實])|(?:[它他她](?!人)们?)|此(?!外)|该|該|这|這)|^[^，。；：]{1,3}(?:其(?![他它中余餘实實次])|它们?)"
    ),
    "en": re.compile(
        r"^(?:(?:do not|don['’]t|never|always|please|then|(?:you|staff) (?:must|may|should|shall|can|will)(?: not)?) )*"
        r"(?!(?:if|when|where|while|as|that|before|after|until|unless|because|make|makes|find|take|see|is|was|whether)\b)[a-z]+"
        r" (?:up |out |down |back |off |away )?(?:it|them|him|her)\b",
        re.IGNORECASE,
    ),
}
_MOST = {"zh": 64, "en": 230}
_FEWEST_ZH = 12
"""Characters a statement needs that has no word for must, may or must not: 服从安排，团结协作 is a slogan."""
_RULES = re.compile("必须|应当|不得|可以|严禁|禁止|[须应]")


_INTRODUCES = Message("它引出一个清单", "it introduces a list")
_HEADED = Message("离开所在的标题或者问题就说不清", "it says little away from the heading or question it stands under")
_SLOGAN = Message("太短，又没有“应当”“不得”之类的字", "it is too short, without a word for must, may or must not")
_OPTION_LONG = Message("太长，不能作一个选项", "it is too long for one of several options")
_VERBLESS = Message("没有动词，只是一个名称", "it has no verb and is no more than a name")
_LEANS = Message(
    "离开上下文说不清（“其”“这些”“同样”、省略号、只是几步中的一步），或者只说按别处办理",
    "it leans on what stands before it (it, these, such), is one step of several, or only sends the reader elsewhere",
)


def not_alone(clause: Clause, text: Text) -> Message | None:
    """Return why *text* cannot be one of several options; ``None`` where it is short, whole, and leans on nothing before it."""
    if clause.introduces or clause.needs_heading:
        return _INTRODUCES if clause.introduces else _HEADED
    if text.zh is not None and len(text.zh) < _FEWEST_ZH and not _RULES.search(text.zh):
        return _SLOGAN
    said = {lang: text.either(lang) for lang in clause.langs}
    if any(len(one) > _MOST[lang] for lang, one in said.items()):
        return _OPTION_LONG
    if clause.langs == ("en",) and verbless(said["en"]):
        return _VERBLESS
    point = clause.place.node.level is Level.ITEM
    leaning = (
        (point and (_NO_STATEMENT.search(text.either("zh")) or ": " in (text.en or "")))
        or _HALTING.search(text.en or "")
        or _IN_ORDER.search(text.either("zh"))
        or (point and _WHEN_FIRST.search(text.zh or ""))
        or (point and any(_THE_REST[lang].search(one) for lang, one in said.items()))
        or "……" in text.either("zh")
        or "…" in (text.en or "")
        or text.either("zh").count("：") > 1
        or any(_REST_FIRST[lang].search(one) or _IT_FIRST[lang].search(one) for lang, one in said.items())
        or any(_SENDS_ON.search(one) or leans(one, lang) or BLANK in one for lang, one in said.items())
    )
    return _LEANS if leaning else None


def stands_alone(clause: Clause, text: Text) -> bool:
    """Tell whether *text* can be one of several options."""
    return not_alone(clause, text) is None
