"""Posts by their rank, and who is meant by a post and all above it: 主管及以上."""

from __future__ import annotations

import re

from guizhang.model.text import Lang

_ARTICLES = frozenset("the a an any his her their its your our".split())
# Posts, the lowest first; those of one line are of one rank.
_RANKS: dict[Lang, tuple[tuple[str, ...], ...]] = {
    "zh": (
        ("员工", "职员"), ("组长", "班长", "领班"), ("主管", "主任", "队长"), ("经理", "店长", "科长", "厂长"), ("部长", "处长", "高级经理"),
        ("总监",), ("副总经理", "副总"), ("总经理", "总裁"), ("董事长",),
    ),
    "en": (
        ("employee", "clerk"), ("team leader", "foreman", "shift leader"), ("supervisor", "line manager"),
        ("manager", "head of department", "department head", "department manager"), ("senior manager",),
        ("director",), ("vice president", "deputy general manager"), ("general manager", "managing director", "chief executive"),
        ("chairman", "chairwoman", "president"),
    ),
}  # fmt: skip
_FROM_RANK: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?P<post>[一-龥]{2,5}?)(?:级别?)?(?:[及或和含])?以上(?:级别|职级|职务)?的?(?:人员|员工|领导|管理人员|管理者|干部|主管|负责人)?"
    ),
    "en": re.compile(
        r"(?:anyone |staff |all |any |an? |the |managers |employees )*(?:from |at )?(?P<post>[a-z ]+?)s? (?:level )?(?:and|or) (?:above"
        r"|higher|up|upwards|more senior)"
    ),
}


def ranks_from(large: str, small: str, lang: Lang) -> bool:
    """Tell whether *large* is a post and all above it, and *small* one of them: 主管及以上, 经理."""
    least = _FROM_RANK[lang].fullmatch(large)
    if least is None:
        return False
    post = small if lang == "zh" else " ".join(word for word in small.split() if word not in _ARTICLES)
    return 0 <= rank(least["post"].strip(), lang) <= rank(post, lang)


def rank(post: str, lang: Lang) -> int:
    """Return the rank of a post, by the longest name it ends with, the lowest 0; -1 where there is none."""
    ends = [
        (len(name), rank)
        for rank, names in enumerate(_RANKS[lang])
        for name in names
        if post.removesuffix("s").endswith(name)
    ]
    return max(ends)[1] if ends else -1
