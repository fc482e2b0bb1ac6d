"""A statement to be judged true or false does not turn on a vague word.

Why: 经常 and often have no measure; whether 员工一般应当… is true can be argued either way, whatever the rule says.

Warns (LNT017). Fails: 员工经常需要打卡。 Staff should usually reply within 24 hours. Passes: 员工须在24小时内回复。 一般投诉 is
the name of a grade and not vague.

Source: Haladyna, Downing & Rodriguez (2002), guideline 6: avoid opinion-based items; Ebel & Frisbie (1991), true-false
items: no indefinite terms of degree or amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.text import Lang
from guizhang.quality.view import Finding, View

CODE = "LNT017"
_VAGUE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"经常(?!性)|时常|常常|(?<![与跟同和像])一般(?!纳税|投诉|事件|情形|问题|差错|违规|错误|病假|文件|资料|货物|工业|固体|事故|职工|员工|人员|程序|性|缺陷|客户|会员|违|过失|隐患|废物|垃圾|规定|条款|商品|物品)(?<!的一般)"
        r"|通常|有时候?(?!间|限|效)|往往|大多|多数(?!人同意|票)|大部分|偶尔|很少|"
        r"较(?:多|少|长|短|快|早|晚|高|低)(?=[的时地]|$|[，。])|大概|大约|左右|差不多|频繁|基本上|基本(?=都|能|会|不|可以|应)|不时(?!之)|时不时|时而|大体上?|多半|或多或少|有些时候|间或"
        r"|偶有|几乎|一定程度|相当(?!于)|比较(?=[多少长短快早晚高低好])|较为|少数(?=情况|时候|员工|人)|尽量|尽可能|原则上|习惯上|视情况|酌情|若干|许多(?!可)|很多|为数不少|常(?=会|需|要|被|由|在|须)|某些情况"
    ),
    "en": re.compile(
        r"\b(?:often|usually|sometimes|generally|normally|typically|frequently|occasionally|rarely|seldom|mostly|in general|as a rule|"
        r"in most cases|tends? to|more or less|roughly|approximately|probably|possibly|perhaps|some of the time|"
        r"from time to time|regularly|commonly|largely|a lot|hardly ever|now and then|most of the time|at times|in some cases)\b",
        re.IGNORECASE,
    ),
}
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a vague word in a statement; what it quotes is not its own word."""
    if view.type is not ItemType.TRUE_FALSE:
        return
    word = _VAGUE[view.lang].search(_QUOTED.sub("", view.stem))
    if word:
        yield view.at_stem(
            Message(f"判断题用了含糊的“{word[0]}”", f"the statement turns on the vague “{word[0]}”"),
            Message("写出数值或确定的情形", "give the figure, or a definite case"),
        )
