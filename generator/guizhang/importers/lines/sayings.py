"""What a line says for itself: a sentence, a duty without a stop, what documents end with, a name that may be a title.

Furniture says none of these; where a line stands only decides among what is left.
"""

from __future__ import annotations

import re

from guizhang.importers.lines.folded import ends_sentence
from guizhang.importers.lines.letterheads import is_signature
from guizhang.importers.lines.titles import series_number, title_score

_TITLE = 2.0
PROSE = 12
"""Shortest line with a stop, in characters, that is text."""
_WIDEST = 56
"""Widest line, in letters, that is more likely a link than the beginning of a sentence."""
_FIELD = re.compile(
    r"^[^\w:]{0,2}(?!更多|热门|推荐)[\w ]{2,16}(?<!篇)(?<!条)(?<!页):|《|^\W*(?:谢谢|感谢|欢迎|请|望)|(?:不得|须|负责|严禁|must|should)"
)
"""A field filled in, a text named, thanks, a request, a duty."""
_DUTY = re.compile(
    r"(?<!必)须(?!知|求)|必须|应当|应(?=[在由将先及按于立])|不得|不准|不许|禁止|严禁|负责(?!人)|方可|每(?:[日天周月年季次人]|小时)|逾期|违者"
    r"|提前.{0,4}[天日时分]|立即|(?<=\d)(?:元|分钟|小时|米|次)(?!$)|\b(?:shall|must|may not|should|employees?|within|at least|no more)\b",
    re.IGNORECASE,
)
"""What somebody has to do, how often, by when, or else: lines without a stop say it too, and names of other texts seldom."""
_PAGE = re.compile(r"[本此][页站网文]|网[站友页]|转载|版权|侵权|下载|\b(?:page|site|article)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[^ ,]{3},[^ ,]{3}")
"""Clauses of a sentence without a stop, as slogans have them."""
LINKED = re.compile(r" {2,}\S|[|·/].*[|·/]|^[^,。;]* [一-鿿][^,。;]*$")
"""Names in a row."""
OWN = re.compile(
    r"^\W*(?:附|注|备注|说明|单位|抄[送报]|主送|[报发签]|盖章|编制|审核|批准|核准|制定|拟[稿定]|版[本次]|修[订改]"
    r"|生效|执行|实施|发布|颁布|解释|联系|咨询|监督|投诉|报修|电话|地址|邮箱|日期|时间|部门|姓名|工号|[表图] ?[\d一二三四五六七八九十]"
    r"|此[^文]|note|remark|annex|appendix|attach|version|effective|approved|prepared|contact|owner|dept|department"
    r"|signed)"
    r"|(?:[部处科室办局]|中心|委员会|公司|集团|[厂店院校园]|酒店|工会|支部|小组|经理|主任|[院校园店厂]长|负责人"
    r"|印)$|(?:[部处科室局会司店厂院校园]|谨|敬)[启上订示]$|签[名字收]|盖章|\d{1,2}月|____|\b(?:date|signature|department|office|ltd|limited|inc)\b|[;:,、]$"
    r"|^《.*》$",
    re.IGNORECASE,
)
"""What stands at the end of a document and is its own: who signs, when, and remarks."""
_WORDS = 5
"""Fewest words of an English sentence."""


def is_sentence(text: str) -> bool:
    """Return whether a line ends as the sentences of rules do; Ltd. ends a name."""
    return text.endswith(("。", ";")) or (text.endswith(".") and text.count(" ") >= _WORDS - 1)


def is_long(text: str) -> bool:
    """Return whether a line has the length of one that is broken off at the margin; a Chinese character is as wide as two letters."""
    return len(text) > _WIDEST or sum(2 if "一" <= sign <= "鿿" else 1 for sign in text) > _WIDEST


def says_something(text: str) -> bool:
    """Return whether a line says what documents say at their end: a sentence or the beginning of one, a name with a date, a remark."""
    return bool(
        is_long(text)
        or ends_sentence(text.rstrip("?…"))
        or is_signature(text)
        or any(sign.search(text) for sign in (_CLAUSES, _FIELD, OWN))
        or orders(text)
    )


def is_name(text: str) -> bool:
    """Return whether a line that reads like none may be a title all the same."""
    return len(text) > 2 and not (is_prose(text) or is_long(text) or LINKED.search(text) or is_signature(text))


def is_title(text: str) -> bool:
    """Return whether the words of a line are those of a document's title, or count it in a series."""
    return title_score(text) >= _TITLE or series_number(text) is not None


def is_prose(text: str) -> bool:
    """Return whether a line is a sentence, the end of one, or the beginning of one that is broken off at the margin."""
    if is_sentence(text):
        return True
    stop = ends_sentence(text) and not text.endswith((":", "?", "…"))
    return (stop and len(text) >= PROSE) or (is_long(text) and not LINKED.search(text))


def says_rule(text: str) -> bool:
    """Return whether a line reads like one of rules without numbers: a sentence, or a duty without a stop."""
    return is_prose(text) or (len(text) >= PROSE / 2 and orders(text))


def orders(text: str) -> bool:
    """Return whether a line says a duty, and not that of a page or its readers."""
    return _DUTY.search(text) is not None and not _PAGE.search(text) and title_score(text) < _TITLE
