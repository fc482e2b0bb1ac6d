"""No "all of the above", no "none of the above", no "both A and B".

Why: whoever knows two options to be right knows the answer; whoever knows one to be wrong knows it too. And letters mean
nothing once the draw has shuffled the options.

Warns (LNT007). Fails: 以上都是; 以上都不对; A和B; all of the above; none of these. Passes: the same question as a multiple
choice.

Source: Haladyna, Downing & Rodriguez (2002), guideline 25: keep "all of the above" out, use "none" carefully.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.view import Finding, View

CODE = "LNT007"
_ABOVE = re.compile(
    r"(?:以上|上述|前述|上面|前面)(?:\w{0,4})?(?:都|全|均|皆|各|几|两|三|四|选|答|说|做|任|没|无|不|之|所|情|内).{0,10}"
    r"|.{0,4}(?:以上|上述|前面)(?:都|全|均|皆|各项|几项|选项|答案|全部|所有|任何|两者|三者|三项|三种|情形|做法).{0,10}"
    r"|(?:全都|全部|都|均|皆|全)(?:是|对|不是|不对|正确|不正确|错误|错|可以|不可以|不行|行|符合|不符合)了?"
    r"|没有(?:一个|一项|任何一项)?(?:正确|对)(?:的)?(?:选项|答案)?|无正确(?:选项|答案)|(?:两|三|四)(?:者|项|种"
    r"|个)?(?:都|均|皆)(?:是|对|不是|不对|正确|可以?|行|不可|不行|需要?|要|有)"
    r"|(?:只有|仅|选项)?\s*[A-Ea-e①②③④⑤](?:项)?\s*(?:[和与及、,，/+或]|以及)?\s*[A-Ea-e①②③④⑤](?:项"
    r"|选项)?\s*(?:(?:[和与及、,，]\s*)?[A-Ea-e①②③④⑤])?\s*(?:都|均|皆)?(?:是|对|不是|不对|正确|不正确|可以)?"
    r"|(?:[A-E][、,，和与及/]\s*)*[A-E]\s*(?:都|均|皆|全)(?:是|对|不是|不对|正确|不正确|可以|错)"
)
_ALL_EN = re.compile(
    r"(?:(?:all|none|both|neither|any|each|either|some|more than one|two|three|every one) (?:\w+ )?of "
    r"(?:the above|these|those|(?<!both of )(?<!neither of )(?<!either of )them|the (?:\w+ )?(?:options|answers"
    r"|choices|statements|others?)|the (?:preceding|foregoing|other)\b.*)"
    r"(?: (?:is|are|apply|applies|correct|right|wrong|true|false))*"
    r"|all (?:the )?above|none(?: apply| applies| is correct| are correct)?|(?:all|none|both) (?:are|is) (?:correct|right|true|wrong|false)"
    r"|(?:only |both |neither |either |options? )?\(?[A-E]\)?(?:, \(?[A-E]\)?)*,? (?:and|or|nor|&) (?:option )?\(?[A-E]\)?(?: only)?"
    r"(?: (?:are|is) (?:both )?(?:correct|right|true))?)[.]?",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each option that speaks of the other options."""
    pattern = _ABOVE if view.lang == "zh" else _ALL_EN
    for i, choice in enumerate(view.choices):
        text = choice.text.strip().strip("。.“”")
        if pattern.fullmatch(text):
            yield view.at_option(
                i,
                Message(f"“{choice.text}”说的是其他选项", f"“{choice.text}” speaks of the other options"),
                Message("换成实在的选项，或改为多选题", "put a real option there, or make it a multiple choice"),
            )
