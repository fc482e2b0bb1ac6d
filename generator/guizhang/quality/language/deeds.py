"""Whether one deed is a case of another: 粉碎 of 销毁, to phone the client of to inform the client, anything of 采取适当措施."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from guizhang.consistency.words import stem
from guizhang.model.text import Lang
from guizhang.quality.language.heads import makes_another
from guizhang.quality.language.verbs_en import form_en
from guizhang.quality.language.verbs_zh import acts, form_zh
from guizhang.quality.language.word_lists import word_list

# What is fitting, needed or laid down, and not what it is.
_ANYTHING: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:立即|及时|马上|尽快|先|应)?(?:(?:对|将|把)[^，]{1,10})?(?:作出|做出|采取|进行|加以|予以|给予|实施|做好|作)?(?:妥善|适当|必要|相应|恰当|合理|有效|应急|紧急|正确|合适|稳妥)的?"
        r"(?:应急)?(?:处理|处置|措施|行动|应对|安排|办法|方式(?:处理)?|反应)"
        r"|(?:按|照|依照|按照|依据|根据)(?:公司)?(?:规定|程序|流程|制度|预案|要求|章程|操作规程)(?:的?要求)?(?:处理|办理|处置|执行|操作|应对)"
        r"|(?:进行|加以|予以|作出)(?:处理|处置|控制)"
    ),
    "en": re.compile(
        r"(?:at once |immediately |promptly )?"
        r"(?:(?:to )?tak(?:e|ing) (?:all |the |some )?(?:(?:appropriate|suitable|necessary|proper|required|reasonable|prompt|immediate|due) )?"
        r"(?:action|steps|measures|care of (?:it|the matter|the situation))"
        r"|(?:to )?(?:deal(?:ing)? with|handl(?:e|ing)|manag(?:e|ing)|treat(?:ing)?|respond(?:ing)? to|process(?:ing)?|resolv(?:e|ing))"
        r" (?:it|them|the [a-z]+(?: [a-z]+)?)"
        r"(?: (?:properly|appropriately|suitably|correctly|accordingly|as required|in the proper way|in line with [a-z ]+|according to [a-z ]+))?"
        r"|(?:to )?(?:act(?:ing)?|respond(?:ing)?|react(?:ing)?) (?:appropriately|properly|suitably|accordingly|as required)"
        r"|(?:to )?follow(?:ing)? (?:the )?(?:(?:usual|proper|laid-down|emergency|correct) )?(?:procedures?|rules|instructions|protocol))"
    ),
}
_IDLE = re.compile(
    r"[不别勿]|忽略|置之|继续|等待|隐瞒|私|擅自|假装|无视|离开|任由|听之任之|照常|坐视|装作|走开|旁观|拖"
    r"|\b(?:not|never|nothing|ignore|ignoring|wait|waiting|hide|hiding|continue|continuing|leave"
    r"|leaving|carry on|pretend|no|until|without|refuse|refusing|blame|deny|walk|joke|laugh|let|keep|delay|postpone)\b",
    re.IGNORECASE,
)
_BEGUN_ZH = re.compile("^(?:立即|马上|及时|先|应|须|必须|予以|进行|给予|加以|做好)+")
_TURNED_ZH = re.compile("(?:与|和|跟|向|对|给|替|为)(?P<whom>[^，]{1,8}?)(?:进行|予以|作)?(?P<deed>[一-龥]{2})")
_PART_ZH = re.compile(
    "(?:轮胎|刹车|灯光|油位|发动机|按钮|把手|开关|屏幕|键盘|滤网|插头|外壳|表面|内部|抽屉|冷冻室|冷藏室|门锁|密封条|接口|线路|阀门|底部|顶部|内壁|玻璃)"
)
_SEQUENCE_ZH = re.compile("[后再并，、；前]|然后|同时")
_ARTICLES = frozenset("the a an any all his her their its your our it them this that these those some".split())
_PRONOUN = re.compile(r"\b(?:it|them|him|her)\b")
_WORD = re.compile(r"[a-z0-9][a-z0-9'’-]*")
_LEAST, _MOST_DEED, _MOST_WHOM = 2, 4, 6


@dataclass(frozen=True)
class _Deeds:
    special: dict[str, tuple[str, ...]]
    wide: frozenset[str]


@cache
def _deeds(lang: Lang) -> _Deeds:
    tree = word_list("deeds.yaml")

    def parted(text: str) -> list[str]:
        return text.split() if lang == "zh" else [part.strip() for part in text.split(",")]

    special: dict[str, tuple[str, ...]] = {}
    for general, cases in tree[lang].items():
        for deed in parted(general):
            special[deed] = special.get(deed, ()) + tuple(parted(str(cases)))
    return _Deeds(special, frozenset(tree["wide"].split()))


def anything(large: str, small: str, lang: Lang) -> bool:
    """Tell whether *large* is to do whatever is fitting, and *small* something that may be."""
    plain = large.strip().rstrip("。.").lower()
    if _ANYTHING[lang].fullmatch(plain) is None or _ANYTHING[lang].fullmatch(small.strip().rstrip("。.").lower()):
        return False
    deed = form_zh(small) != "noun" if lang == "zh" else form_en(small) not in ("noun", "answer", "question")
    return deed and _IDLE.search(small) is None


@lru_cache(maxsize=65536)
def case_of(small: str, large: str, lang: Lang) -> bool:
    """Tell whether who does *small* does *large*; both in lower case, without a full stop."""
    if small == large:
        return False
    return _case_zh(small, large) or _more_zh(small, large) if lang == "zh" else _case_en(small, large)


def _case_zh(small: str, large: str) -> bool:
    known = _deeds("zh")
    plain = _BEGUN_ZH.sub("", large)
    turned = _TURNED_ZH.fullmatch(plain)
    if turned and turned["deed"] in known.special:
        deed, whom = turned["deed"], turned["whom"]
    else:
        deed = next((plain[:n] for n in range(min(len(plain), 6), 1, -1) if plain[:n] in known.special), "")
        whom = plain.removeprefix(deed)
    if (
        not deed
        or len(whom) > _MOST_WHOM
        or (whom and whom not in small and (len(whom) <= _LEAST or whom[-2:] not in small))
    ):
        return False
    rest = small.replace(whom, "", 1) if whom else small
    if not whom and len(small) <= _LEAST and deed not in known.wide:
        return False  # 清洗 and 擦拭 are two steps of one thing
    return any(case in rest for case in known.special[deed]) and re.search("[不未没]", small) is None


def _more_zh(small: str, large: str) -> bool:
    """Tell whether *small* is *large* with more of how, where or what: 用挂锁锁门, 关闭备用电源, 登记姓名."""
    if (
        not (acts(large) or large in _deeds("zh").special or (len(large) == _LEAST and acts(small)))
        or len(large) < _LEAST
    ):
        return False
    if form_zh(small) == "noun" or len(small) <= len(large):
        return False
    if small.endswith(large):
        return _adds(small.removesuffix(large))
    if small.startswith(large):
        tail = small.removeprefix(large)
        what = (
            len(large) == _LEAST and len(tail) >= _LEAST and not tail.startswith(("表", "单", "册", "簿", "员", "人"))
        )
        return (what and acts(small) and _adds(tail)) or _PART_ZH.fullmatch(tail.removeprefix("的")) is not None
    for cut in range(1, len(large) - 1):
        head, tail = large[:cut], large[cut:]
        if small.startswith(head) and small.endswith(tail) and len(tail) >= _LEAST:
            return _adds(small[cut : len(small) - len(tail)])
    return False


def _adds(put: str) -> bool:
    return (
        bool(put)
        and not makes_another(put, "zh")
        and _SEQUENCE_ZH.search(put) is None
        and re.search("[不没未]", put) is None
    )


def _case_en(small: str, large: str) -> bool:
    known = _deeds("en").special
    plain = re.sub(r"^(?:to|please|immediately|at once|by) ", "", large)
    words = plain.split()
    begun = (
        (name, n)
        for n in range(min(len(words), _MOST_DEED), 0, -1)
        for name in (" ".join(words[:n]), " ".join([stem(words[0]), *words[1:n]]))
        if name in known
    )
    deed, size = next(begun, ("", 0))
    if not deed or re.search(r"\b(?:not|never|without|refuse|instead)\b", small):
        return False
    whom = [stem(word) for word in _WORD.findall(" ".join(words[size:])) if word not in _ARTICLES]
    # Notify the client by post says how already.
    if len(whom) > _LEAST or any(word in ("by", "with", "in", "on", "to") for word in whom):
        return False
    mine = [stem(word) for word in _WORD.findall(small.replace("-", " "))]
    if whom and whom[-1] not in mine and _PRONOUN.search(small) is None:
        return False
    if mine[:1] == [stem(words[0])] or form_en(small) == "noun":
        return False
    return any(_has(case, small, mine) for case in known[deed])


def _has(case: str, text: str, stems: list[str]) -> bool:
    if " " in case:
        return re.search(rf"\b{re.escape(case)}", text) is not None
    root = stem(case)
    return any(word == root or (word.startswith(root) and len(word) - len(root) <= 1) for word in stems)
