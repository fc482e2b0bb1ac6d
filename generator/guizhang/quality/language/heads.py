"""Whether one name is among what another names, by the noun at its head: a word more says which of them, or where in it.

货梯 among 电梯, 灭火毯 among 灭火器材, a microfibre cloth among cloths; the box office drawer in the box office. What is known of
the words is closed classes only, in ``heads.yaml``; whether two nouns of their own name a whole and its part is the lexicon's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from guizhang.consistency.words import stem
from guizhang.model.text import Lang
from guizhang.quality.language.kinds import OFFICE, PERSON, PLACE, THING, kind_of
from guizhang.quality.language.lexicon import includes
from guizhang.quality.language.measures import taken_by
from guizhang.quality.language.ranks import rank
from guizhang.quality.language.verbs_en import form_en
from guizhang.quality.language.verbs_zh import acts
from guizhang.quality.language.word_lists import word_list

_MOST_ZH, _MOST_EN = 14, 9
_LEAST = 2
# A single character is the name of a thing only behind two characters, or one that says how it is: 超细纤维布, 温水.
_BARE_ZH = frozenset("水布车门伞鞋酒茶药刀纸笔灯锁盐糖肉鱼菜花茶椅桌床碗杯盘袋瓶盒箱柜帽衣裤裙袜")
_HOW_ZH = frozenset("温热冷凉湿干新旧净脏废空满大小长短粗细软硬红黄蓝绿白黑")
_SIDE_ZH = re.compile("[一-龥]{2,}(?:[和与及、]|以及|或)[一-龥]{2,}")
_FLOOR_ZH = re.compile(r"[\d一二三四五六七八九十百负地顶底]+[楼层]")
_AROUND_ZH = re.compile(r"^(?:放?在|到|于)|[里内中]$|^(?:各种|各类|所有的?|全部|任何|一[个位名张把台间])")
_OFFICE_ZH = re.compile("(?:部|处|科|局|公司|中心|前台|总台|服务台|办公室|委员会)$")
_PLACE_ZH = re.compile("(?:房|台|楼|厅|店|馆|站|室|库|区|场|厂|院|车间)$")
_EXCEPT: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:除了?|非)?([一-龥]{2,6}?)(?:以外|之外)的?(?:[一-龥]{0,4})|除了?([一-龥]{2,6}?)外的?(?:[一-龥]{0,4})"
    ),
    "en": re.compile(
        r"(?:any|every|no)(?:one|body|where|thing|time| [a-z]+) (?:but|except(?: for)?|other than|apart from)(?: in| on| at)?(?: the| an?)? ([a-z ]+)"
        r"|(?:all|any) [a-z]+ (?:but|except(?: for)?|other than|apart from)(?: the| an?)? ([a-z ]+)"
    ),
}
_NOT_IN_ZH = re.compile("门口|外|旁|附近|周围|对面|隔壁|之间|[前后]方|专用|专属")
_PUT_ZH = re.compile("(?:[放拿送交贴挂塞藏扔丢搬移推拉填穿戴查问叫去到回找打换]|[一-龥][入进到往给向上下出])$")
_VERBS_ZH = re.compile("[了着过把将被让给向]|[^名个]位于")
_ARTICLE_EN = re.compile(
    r"^(?:(?:in|at|on|inside|into|to|by|with|from|of|under|near) )?"
    r"(?:(?:the|an?|any|some|all|our|your|his|her|their|its|each|every|one) )?(?:(?:kinds?|types?|sorts?) of )?"
)
_WORDS_EN = re.compile(r"[a-z0-9][a-z0-9'’-]*")
_PREPOSITION_EN = re.compile(
    r" (?:of|in|at|on|for|with|from|by|to|under|near|inside|behind|beside|between|without|about|that|which|who|made|used|kept|worn|aged"
    r"|over|above|below|through|next|outside|across|after|before|until)\b"
)


@dataclass(frozen=True)
class _Words:
    collective: dict[str, tuple[str, ...]]
    generic: frozenset[str]
    house: re.Pattern[str]
    other: re.Pattern[str]
    own: frozenset[str]
    spot: tuple[str, ...]
    member: tuple[str, ...]
    outsiders: frozenset[str]
    people: frozenset[str]


@cache
def _words(lang: Lang) -> _Words:
    tree = word_list("heads.yaml")

    def listed(name: str) -> list[str]:
        written: str = tree[name][lang]
        return written.split() if lang == "zh" else [word.strip() for word in written.split(",")]

    house = "|".join(sorted(listed("house"), key=len, reverse=True))
    other = "|".join(sorted(listed("other"), key=len, reverse=True))
    return _Words(
        {name: tuple(ends.split()) for name, ends in tree["collective"].items()} if lang == "zh" else {},
        frozenset(listed("generic")),
        re.compile(rf"^(?:{house})+的?" if lang == "zh" else rf"^(?:(?:the|{house})\s+)+"),
        re.compile(other if lang == "zh" else rf"\b(?:{other})\b"),
        frozenset(listed("own_name")),
        tuple(listed("spot")),
        tuple(listed("member")),
        frozenset(listed("outsider")),
        frozenset(listed("people")),
    )


@lru_cache(maxsize=65536)
def among(small: str, large: str, lang: Lang) -> bool:
    """Tell whether what *small* names is one of what *large* names, or lies in it; both in lower case, without a full stop."""
    if small == large or not small or not large:
        return False
    return _among_zh(small, large) if lang == "zh" else _among_en(small, large)


def _among_zh(small: str, large: str) -> bool:
    one, whole = (_AROUND_ZH.sub("", text).replace(" ", "") for text in (small, large))
    if len(one) > _MOST_ZH or one == whole or not whole or _SIDE_ZH.fullmatch(whole):
        return False
    return (
        _qualified_zh(one, whole)
        or _inserted_zh(one.replace("的", ""), whole.replace("的", ""))
        or _collected_zh(one, whole)
        or _of_the_house(one, whole, "zh")
        or _inside_zh(one, whole)
    )


def _qualified_zh(small: str, large: str) -> bool:
    """客用电梯 among 电梯, 带锁的柜子 among 柜子."""
    if not small.endswith(large) or small in _words("zh").own:
        return False
    before = small.removesuffix(large)
    if _words("zh").other.match(before) or re.search("[非不没除]|未(?!成年|婚|满)|以外|[和与及或、，]", before):
        return False
    if len(large) < _LEAST:
        return large in _BARE_ZH and (len(before) >= _LEAST or before in _HOW_ZH)
    # 放进保洁柜 is no kind of 保洁柜.
    # 采购合同 is a contract all the same.
    named = not acts(small) or (kind_of(large, "zh") == THING and len(before) == _LEAST)
    return named and _PUT_ZH.search(before) is None


def _inserted_zh(small: str, large: str) -> bool:
    """住宿的女员工 among 住宿员工; of two posts each is another: 客户经理, 客户服务经理."""
    for cut in range(_LEAST, len(large) - _LEAST + 1):
        before, noun = large[:cut], large[cut:]
        if small.startswith(before) and small.endswith(noun) and len(small) > len(large):
            put = small[cut : len(small) - len(noun)]
            if _words("zh").other.match(put) or re.search("[非不没除和与及或、，]", put) or rank(noun, "zh") > 0:
                return False
            return _is_name_zh(noun) and not acts(small)
    return False


def _is_name_zh(text: str) -> bool:
    """Tell whether *text* is a name and no act."""
    if acts(text) or _VERBS_ZH.search(text):
        return False
    return kind_of(text, "zh") is not None or taken_by(text) is not None


def _collected_zh(small: str, large: str) -> bool:
    """货车 among 车辆, 灭火毯 among 灭火器材, 病假条 among 单据."""
    words = _words("zh")
    name = next((n for n in words.collective if large.endswith(n)), None)
    if name is not None:
        before = large.removesuffix(name)
        ends = next((end for end in words.collective[name] if small.endswith(end)), None)
        if ends and len(small) > len(ends) and not small.endswith(name):
            inner = small.removesuffix(ends)
            if (not before or inner.startswith(before)) and not words.other.match(inner):
                return len(small) <= _MOST_COLLECTED
    generic = next((n for n in words.generic if large.endswith(n) and len(large) > len(n) + 1), None)
    if generic is None or acts(large):
        return False
    which = large.removesuffix(generic)
    kind = kind_of(small, "zh")
    return (
        len(which) >= _LEAST
        and not which.endswith("的")
        and small.startswith(which)
        and len(small) > len(which)
        and kind not in (PERSON, OFFICE, PLACE)
        and not small.endswith(tuple(words.generic))
    )


_MOST_COLLECTED = 8


def makes_another(put: str, lang: Lang) -> bool:
    """Tell whether *put* before a name, or a deed, makes another of it: 副, 非, 拒绝."""
    return _words(lang).other.match(put) is not None


def _of_the_house(small: str, large: str, lang: Lang) -> bool:
    """Tell whether *large* is the name of a whole, and before it that of the house: 店内管理人员, 当班主管."""
    words = _words(lang)
    bare = words.house.sub("", large, count=1)
    if bare == large or not bare:
        return False
    if bare in words.people or stem(bare) in words.people:
        last = (small,) if lang == "zh" else tuple(_head_en(small)[-1:])
        beside = tuple(words.outsiders | words.people)
        return kind_of(small, lang) == PERSON and not any(name.endswith(beside) for name in last)
    # A single post is another of each house: 现场负责人 beside 供应商的负责人.
    return includes(bare, small, lang) or (lang == "zh" and _collected_zh(small, bare))


def _inside_zh(small: str, large: str) -> bool:
    """办公楼保险柜 in 办公楼, 保安部夜班组 in 保安部, 一楼大厅 in 一楼."""
    if not small.startswith(large):
        return False
    kind = kind_of(large, "zh")
    tail = small.removeprefix(large).removeprefix("的")
    if len(tail) < _LEAST or _NOT_IN_ZH.search(tail) or re.search("[和与及或、，以]", tail):
        return False
    office = kind == OFFICE or _OFFICE_ZH.search(large) is not None
    if not office and kind != PLACE and not _FLOOR_ZH.fullmatch(large) and not _PLACE_ZH.search(large):
        return False
    words = _words("zh")
    return tail.endswith(words.spot) or (office and tail.endswith(words.member))


def excepts(large: str, small: str, lang: Lang) -> bool:
    """Tell whether *large* is everything but something, and *small* something else of its kind: 地下室以外, 车棚."""
    found = _EXCEPT[lang].fullmatch(large)
    if found is None:
        return False
    but = next(group for group in found.groups() if group)
    if but in small or small in but or _EXCEPT[lang].fullmatch(small):
        return False
    kind = kind_of(but if lang == "zh" else f"the {but}", lang)
    return kind is not None and kind == kind_of(small, lang)


def _among_en(small: str, large: str) -> bool:
    one, whole = (_ARTICLE_EN.sub("", text.replace("’", "'"), count=1).strip() for text in (small, large))
    if not one or not whole or len(one.split()) > _MOST_EN or one == whole:
        return False
    return (
        _qualified_en(one, whole)
        or _generic_en(one, whole)
        or _of_the_house(one, whole, "en")
        or _inside_en(one, whole)
    )


def _head_en(text: str) -> list[str]:
    """Return the words up to the noun at the head, that last, each without its ending."""
    name = _PREPOSITION_EN.split(text)[0]
    return [stem(word) for word in _WORDS_EN.findall(name.replace("-", " "))]


def _qualified_en(small: str, large: str) -> bool:
    """A microfibre cloth among cloths; sharps waste from clinical areas among clinical waste."""
    if _PREPOSITION_EN.search(f" {large}") or form_en(large) not in ("noun", "unknown"):
        return False
    one, whole = _head_en(small), _head_en(large)
    if not one or not whole or len(whole) > _LEAST + 1 or one[-1] != whole[-1]:
        return False
    words = _words("en")
    more = [stem(word) for word in _WORDS_EN.findall(small.replace("-", " "))]
    if not set(whole) <= set(more) or len(more) <= len(whole):
        return False
    if any("'" in word for word in _WORDS_EN.findall(small)) or words.other.search(small.replace("-", " ")):
        return False
    if re.search(r",|\b(?:and|or)\b", small) or any(small.endswith(name) and name != large for name in words.own):
        return False
    # Inform the client, the client: what is done with it is no case of it.
    return form_en(small) in ("noun", "unknown", "ing") and kind_of_en(large)


def kind_of_en(name: str) -> bool:
    """Tell whether *name*, without an article, may be that of a thing, a person or a place."""
    return form_en(f"the {name}") == "noun" and not name.endswith("ly")


def _generic_en(small: str, large: str) -> bool:
    """Protective gloves among protective clothing, plastic cups among plastic items."""
    whole, one = _head_en(large), _head_en(small)
    if len(whole) != _LEAST or len(one) < _LEAST or whole[-1] not in {stem(word) for word in _words("en").generic}:
        return False
    return one[0][:_ROOT] == whole[0][:_ROOT] and one[-1] != whole[-1] and kind_of(small, "en") != PERSON


_ROOT = 6


def _inside_en(small: str, large: str) -> bool:
    """The cage in the stockroom, the kitchen fridge; the head of the finance department."""
    kind = kind_of(f"the {large}", "en")
    if kind not in (PLACE, OFFICE) and not large.endswith(("room", "floor", "office", "board")):
        return False
    words = _words("en")
    flat, name = small.replace("-", " "), large.replace("-", " ")
    behind = re.fullmatch(rf"(?P<head>.+?) (?:of|in|at|inside|on|from) (?:the )?{re.escape(name)}", flat)
    if behind:
        head = re.sub(r" (?:\d+|[a-z])$", "", behind["head"]).split()[-1]
        return head in words.spot or (
            (kind == OFFICE or name.endswith("board"))
            and (head in words.member or kind_of(behind["head"], "en") == PERSON)
        )
    tail = flat.removeprefix(f"{name} ")
    return tail != flat and tail.split()[-1] in words.spot
