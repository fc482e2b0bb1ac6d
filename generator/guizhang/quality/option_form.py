"""Options are parallel in grammar, and continue the stem.

Why: the eye finds the odd one out, and the option that goes with the stem.

Warns (LNT025). Fails: reporting / to call / a form; 向主管报告 / 填写申请单 / 电话; "Staff must" followed by "to wear".
Passes: report / call / fill in. Forms the check cannot tell it lets pass.

Source: Haladyna, Downing & Rodriguez (2002), guideline 23: keep choices homogeneous in grammatical structure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.kinds import EVENT, PERSON, PLACE, kind_of
from guizhang.quality.verbs_en import form_en
from guizhang.quality.verbs_zh import acts, done, form_zh, may_name, names
from guizhang.quality.view import BLANK, Finding, View

CODE = "LNT025"
_MODAL_EN = re.compile(
    r"\b(?:must|should|shall|may|can|will|could|would|cannot|must not|should not|may not|shall not|to)\s*[:…_]*$",
    re.IGNORECASE,
)
_BY_EN = re.compile(r"\bby\s*[:…_]*$", re.IGNORECASE)
_MODAL_ZH = re.compile(r"(?:应当|应该|应|必须|须|可以|不得|要)\s*[:：…_]*$")
_SURELY_ZH = re.compile(r"(?:先|再)?(?:请|把|将|让|叫|劝|催|替|帮|陪)(?!柬|假|求)[^，]{3,}$")
_NAMED_EN = re.compile(r"(?:the|an?|his|her|their|its) ", re.IGNORECASE)
_BARE_NOUN_EN = re.compile(r"[A-Za-z]+(?<!ing)")
# 须立即____: what is done, and no name of a thing.
_TO_DO_ZH = re.compile(
    r"(?:应当|应该|必须|须|可以|不得)(?:立即|马上|立刻|先|及时|尽快|随即|当场)?[:：…\s]*_+(?![一-龥]*的)"
)
_ENDED = re.compile(r"[。.!！?？…]”?$")
_FEWEST = 2
_SHORT_ZH, _SUBJECT = 6, 2
# Forms that may stand side by side, in any order.
_FRIENDS = (
    {"noun", "phrase", "question", "answer"}, {"verb", "adverb"}, {"clause", "answer"}, {"verb", "answer"}, {"phrase", "adverb"},
    {"adverb", "answer"}, {"question", "clause"}, {"phrase", "way"}, {"phrase", "past"},
    {"half", "to"}, {"half", "phrase"},
)  # fmt: skip
# One thing done among things named, or states, is named itself: Subletting without consent, a change of employer.
_NAMES_TOO = {("ing", "noun"), ("ing", "phrase")}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for options of several forms, and for one that does not continue the stem."""
    if not view.offered or view.figures:
        return
    mend = Message("使各选项句式一致，并接得上题干", "give all options one form, and one that continues the stem")
    texts = view.offered
    # The steps of an ordering tell who does what: whose form cannot be told may be a sentence, too.
    told = view.choices or not any(
        _form(text, view.lang) == "unknown" and (view.lang == "zh" or _NAMED_EN.match(text)) for text in texts
    )
    if told and uneven(texts, view.lang):
        yield view.at_stem(Message("选项的句式不一致", "the options are not parallel in grammar"), mend)
        return
    wrong = [i for i, text in enumerate(texts) if view.choices and not _continues(view, text)]
    if wrong:
        yield view.at_option(wrong[0], Message("选项接不上题干", "the option does not continue the stem"), mend)


def uneven(texts: Sequence[str], lang: Lang) -> bool:
    """Tell whether *texts* are of several forms, or some end as sentences and some do not."""
    ended = sum(bool(_ENDED.search(text.strip())) for text in texts)
    if ended:
        # Whole sentences, or speech, differ in form as sentences do; that some are none is what shows.
        return ended < len(texts)
    forms = Counter(_form(text, lang) for text in texts)
    known = {form for form in forms if form != "unknown"}
    # One sentence among short names, whatever these are.
    told = [text for text in texts if lang == "zh" and form_zh(text) in ("clause", "predicate")]
    others = [text for text in texts if text not in told]
    # Of sentences on one subject some are so short that they look like names: 保安在门口检查, 保安陪同进入.
    if len(told) == 1 < _SHORT_ZH < len(told[0]) and all(
        (len(text) <= _SHORT_ZH and text[:_SUBJECT] != told[0][:_SUBJECT] and not done(text)) or names(text)
        for text in others
    ):
        return True
    # 请司机下车 among 枪头绝缘层, 车位积水: one that is surely done, where nothing else can be.
    if lang == "zh" and len(texts) > _FEWEST and _SURELY_ZH.match("，".join(t for t in texts if done(t))):
        rest = [form_zh(text) for text in texts if not done(text)]
        if len(rest) == len(texts) - 1 and not sum(map(acts, texts)) > 1 and set(rest) <= {"noun", "unknown"}:
            return True
    if lang == "en" and _bare_among_doing(texts):
        return True
    if "noun" not in known:
        known.discard("predicate")
    if any(known <= friends for friends in _FRIENDS):
        return lang == "zh" and _one_apart(texts)
    return len(known) > 1 and _stands_apart({form: forms[form] for form in known}, texts, lang)


def _form(text: str, lang: Lang) -> str:
    return form_zh(text) if lang == "zh" else form_en(text)


def _stands_apart(forms: Mapping[str, int], texts: Sequence[str], lang: Lang) -> bool:
    """Tell whether one text is of another form than all others, and these, half of all at least, are alike; or all forms differ.

    *forms* counts the texts by their form, where it is known. Where two and two are alike, or half cannot be told, the
    words were as likely misread.
    """
    told = sum(forms.values()) == len(texts)
    if len(forms) == len(texts) or (told and forms.get("clause") == 1 and "answer" not in forms):
        return True
    if len(forms) > 2:
        # English words are misread one way or the other, seldom both.
        return lang == "en"
    return any(
        forms[form] == 1
        and _alike(form, other, forms, texts, lang) >= max(_FEWEST, len(texts) // 2)
        and not _goes_with(next(text for text in texts if _form(text, lang) == form), form, other, lang, told=told)
        for form, other in permutations(forms, 2)
    )


def _alike(form: str, other: str, forms: Mapping[str, int], texts: Sequence[str], lang: Lang) -> int:
    """Return how many texts are of the form *other*, or may be, where one is of *form*; 0 where another may be of *form*, too."""
    odd = next(text for text in texts if _form(text, lang) == form)
    untold = [text for text in texts if _form(text, lang) == "unknown"]
    if form == "noun" and lang == "en" and any(other == "ing" or _NAMED_EN.match(text) for text in untold):
        return 0
    # 安排靠泊的引航员 beside 厨师长 is somebody as well.
    people = [
        text
        for text in texts
        if form == "noun" and "的" in text and _form(text, lang) == "verb" and kind_of(text, lang) == PERSON
    ]
    return forms[other] + sum(_like(other, text, odd, lang) for text in untold) - len(people)


def _goes_with(odd: str, form: str, other: str, lang: Lang, *, told: bool) -> bool:
    """Tell whether the one text of another form goes with the others all the same; *told*: the form of all is known."""
    named_too = (form, other) in _NAMES_TOO and (not told or odd.lower().startswith(("having ", "being ")))
    return named_too or _may_be(odd, other, lang)


def _like(form: str, text: str, odd: str, lang: Lang) -> bool:
    """Tell whether a *text* whose form cannot be told goes with those of *form*: an article makes a name, 登记编号 may be done.

    Beside an *odd* one that is plainly a name (关于……的规定), or a sentence, what may be done is done.
    """
    if lang == "zh":
        return form == "verb" and acts(text) and ("的" in odd or form_zh(odd) != "noun" or not may_name(text))
    named = _NAMED_EN.match(text) is not None
    return (form == "verb" and not named) or (form == "noun" and (named or kind_of(text, "en") == PLACE))


def _may_be(text: str, form: str, lang: Lang) -> bool:
    """Tell whether a Chinese *text* that reads otherwise may be of *form* as well: 支付密码 is a name, 记录姓名 is done."""
    if lang == "en":
        return False
    short = len(text) <= _SHORT_ZH and "的" not in text
    # 迟到 is what somebody does, and what it is called.
    return (form == "noun" and may_name(text)) or (
        form == "verb" and ((short and acts(text)) or kind_of(text, "zh") == EVENT)
    )


def _bare_among_doing(texts: Sequence[str]) -> bool:
    """Tell whether one English option is a bare noun and all others, two at least, say what is done: Checking the log, Prescriptions."""
    forms = [form_en(text) for text in texts]
    bare = [
        text for text, form in zip(texts, forms, strict=True) if form == "unknown" and _BARE_NOUN_EN.fullmatch(text)
    ]
    return len(bare) == 1 and len(texts) > _FEWEST and sorted(forms) == sorted(["unknown", *["ing"] * (len(forms) - 1)])


def _one_apart(texts: Sequence[str]) -> bool:
    """Tell whether one Chinese option alone is a name among things done, or the other way: 关闭阀门, 通知主管, 漏水的位置."""
    others, named = len(texts) - 1, sum(map(names, texts))
    if others < _FEWEST:
        return False
    # 带孩子的夫妻 is somebody, whatever is done.
    doing = sum(acts(text) and not ("的" in text and may_name(text)) for text in texts)
    return (named == 1 and doing == others) or (named == others and sum(map(done, texts)) == 1)


def _says_again(subject: str, text: str) -> bool:
    """Tell whether *text* begins with the noun at the end of *subject*, who is to do it: 收货时，验收员 应当 …… 验收员把……."""
    return any(text.startswith(subject[-size:]) for size in range(_SUBJECT, min(len(subject), _SHORT_ZH) + 1))


def _continues(view: View, text: str) -> bool:
    stem = view.stem.rstrip()
    if view.lang == "zh":
        if stem.count(BLANK) == 1 and _TO_DO_ZH.search(stem) and kind_of(text, "zh") is not None:
            return False
        modal = _MODAL_ZH.search(stem)
        return not (modal and (form_zh(text) == "noun" or _says_again(stem[: modal.start()], text)))
    form = form_en(text)
    if _MODAL_EN.search(stem):
        return form in ("verb", "unknown", "adverb", "answer")
    if _BY_EN.search(stem):
        return form not in ("verb", "to")
    return True
