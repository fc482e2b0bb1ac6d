"""Whether a sentence of the rules holds of a case: of what a stem asks about, with one of the options put in.

It does where the stem and the option together say nearly all that the sentence says, its conditions included, and its figures
admit theirs: “Interns receive a blue badge” holds of “To which group is a blue badge issued?” with “Interns”.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.consistency.amounts import Amount
from guizhang.consistency.statements import without
from guizhang.model.text import Lang
from guizhang.quality.language.lexicon import includes
from guizhang.quality.language.verbs_en import form_en
from guizhang.quality.language.verbs_zh import acts, form_zh
from guizhang.quality.paraphrase import Said, asked_about, covered, said, weighed
from guizhang.quality.rule_read import DENIED, Rule, amounts_of, even
from guizhang.quality.same_option import normal
from guizhang.quality.view import View
from guizhang.zh.quantities import find_figures

# So much of what the sentence says must be said by stem and option, so much of what the option alone says by the sentence,
# and so much of what is asked about.
_CONDITIONS, _NAMED, ABOUT = 0.78, 0.66, 0.3
_HALF, _NAMES = 0.5, 0.36
# The key's own rule may be paraphrased more freely: it is the one meant.
_CONDITIONS_KEY, _NAMED_KEY = 0.6, 0.35
# How soon is no condition, and what a figure is compared by goes with the figure.
_AT_ONCE = frozenset(
    "日度 立即 马上 及时 尽快 immediat immediately once promptly soon hotter colder warmer older younger faster heavier longer higher taller"
    " exceed reach".split()
)
# Whoever asks for the first, the last or the next step has one of several that are all to be done.
_ORDER = re.compile(
    r"先|首|第[一二三]|最[后初早先]|接着|随后|下一步|接下来|顺序|哪[两二三几]|\b(?:first|last|next|then|initially|finally|which two|order)\b",
    re.IGNORECASE,
)
# Each in turn, or each its own: names side by side, and no two of them for one case.
_APART = re.compile(
    r"依次|逐级|逐层|先后|各自|分别|分为|分成|划分|包括|\b(?:in turn|respectively|each|divided|classified|classes|levels|grades)\b",
    re.IGNORECASE,
)
_TOGETHER_ZH = r"(?:以及|或者?|及|和|与|、|[，,]?\s*(?:并|再|然后|同时)|[，,]\s*[也还亦](?:可以?|得|能|须|应当?|要)?[用凭由到向在持带交]?)"
_TOGETHER_EN = r"(?:\s*,?\s*(?:and|or|as well as|and also|and then|but also|,)\s+(?:both |either )?(?:(?:the|an?|by|with|in|at|to|on|his|her|their) ){0,2})"
_BETWEEN: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"{_TOGETHER_ZH}(?:[^，,。；、]{{1,8}}{_TOGETHER_ZH})*"),
    "en": re.compile(rf"{_TOGETHER_EN}(?:[a-z' -]{{1,25}}?{_TOGETHER_EN})*", re.IGNORECASE),
}
_BEHIND_EN = re.compile(r"^(?:the|an?|by|with|in|at|to|on) ", re.IGNORECASE)


def makes_right(rule: Rule, view: View) -> bool:
    """Tell whether *rule* is the one that makes the key right, which it may say in other words."""
    return _holds(rule, view, view.key, frozenset(), (_CONDITIONS_KEY, _NAMED_KEY))


def holds(rule: Rule, view: View, option: str, beside: Rule) -> bool:
    """Tell whether *rule* holds of what *view* asks with *option* put in, as *beside* does of the key."""
    # Two cases of one sentence differ by their figures: all that it says must be said of either.
    common = beside.said.words if beside != rule else frozenset()
    if beside == rule and not (rule.amounts and _figures(option)):
        return False
    return _holds(rule, view, option, common, (_CONDITIONS, _NAMED))


def _holds(rule: Rule, view: View, option: str, common: frozenset[str], least: tuple[float, float]) -> bool:
    lang = view.lang
    asked, put = _bare(view.stem, lang), _bare(option, lang)
    own = put.words - asked.words
    if several(option) or (not own and not _figures(option)):
        return False
    frame = weighed(rule.said.words - common - _AT_ONCE, lang)
    both = Said(asked.words | put.words, asked.parts | put.parts)
    if frame and covered(frame, both, lang) < least[0]:
        return False
    if _denies(rule, view.stem, option) or not _admits(rule, view.stem, option):
        return False
    # A case with a figure of its own is one by its figure, whatever it is a figure of.
    named = not own or bool(_figures(option) and rule.amounts) or covered(even(own), rule.said, lang) >= least[1]
    return named or _of_a_kind(rule, option, lang)


@lru_cache(maxsize=16384)
def _figures(text: str) -> tuple[Amount, ...]:
    """Return what the figures of a stem or an option allow."""
    return amounts_of(find_figures(text))


@lru_cache(maxsize=16384)
def _bare(text: str, lang: Lang) -> Said:
    """Return the words of a stem or an option, its figures aside."""
    return said(without(text, find_figures(text)), lang)


@lru_cache(maxsize=4096)
def _about_words(stem: str, lang: Lang) -> dict[str, float]:
    return weighed(asked_about(stem, lang), lang)


def about(rule: Rule, stem: str) -> float:
    """Return how much of what a stem asks about a rule says, from 0 to 1."""
    return covered(_about_words(stem, rule.lang), rule.said, rule.lang)


def _of_a_kind(rule: Rule, option: str, lang: Lang) -> bool:
    """Tell whether the sentence names a whole that the option is of: 外来人员, 送货司机."""
    text = rule.main
    if lang == "zh":
        return any(
            includes(text[i : i + size], option.strip().rstrip("。"), lang)
            for size in (4, 3, 2, 5)
            for i in range(len(text) - size + 1)
        )
    words = re.findall(r"[a-z'-]+", text.lower())
    return any(
        includes(" ".join(words[i : i + size]), option, lang) for size in (1, 2) for i in range(len(words) - size + 1)
    )


def _denies(rule: Rule, stem: str, option: str) -> bool:
    """Tell whether the sentence says that something is not so, and the stem does not ask for that, or the other way round."""
    told = re.sub(re.escape(option), "", rule.main, flags=re.IGNORECASE)
    return (DENIED.search(told) is None) != (DENIED.search(stem) is None)


def _admits(rule: Rule, stem: str, option: str) -> bool:
    """Tell whether every figure of the sentence admits one of its kind in stem or option, if there is one."""
    mine = _figures(option)
    given = (*_figures(stem), *mine)
    met = all(
        any(own.overlaps(a) for a in given if _kind(a) == _kind(own)) or not any(_kind(a) == _kind(own) for a in given)
        for own in rule.amounts
    )
    return met and all(any(_kind(own) == _kind(a) for own in rule.amounts) for a in mine)


def _kind(amount: Amount) -> tuple[str, str]:
    """Return what an amount measures; degrees are degrees."""
    return ("count", "℃") if amount.family == ("count", "度") else amount.family


def says_both(rule: Rule, view: View, key: str, option: str) -> bool:
    """Tell whether one sentence says key and option alike: as names side by side, or as two things to do."""
    lang, share = view.lang, about(rule, view.stem)
    if (
        share < _NAMES
        or _ORDER.search(view.stem)
        or _denies(rule, view.stem, option)
        or normal(option) in normal(key)
        or normal(key) in normal(option)
    ):
        return False
    if in_turn(rule.main):
        return False
    if side_by_side(rule.main, key, option, lang) or side_by_side(rule.main, *_differing(key, option, lang), lang):
        return True
    if share < _HALF:
        return False
    # Two deeds of one sentence: each has its own words, and one clause of the sentence has them all.
    if not (_does(view, key) and _does(view, option)):
        return False
    told = [said(text, lang).words for text in (key, option)]
    asked = said(view.stem, lang).words
    own = [words - asked - (told[0] & told[1]) for words in told]
    clauses = [said(clause, lang) for clause in _CLAUSES[lang].split(rule.main) if clause]
    where = [
        next((n for n, clause in enumerate(clauses) if words and covered(even(words), clause, lang) >= _DEED), None)
        for words in own
    ]
    return None not in where and where[0] != where[1]


_DEED = 0.79
# How soon is no condition.
_CLAUSES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("[，,；;、]|[并再和及]|然后|同时"),
    "en": re.compile(r"[,;]|\b(?:and|then|or)\b"),
}
_SEVERAL = re.compile(r"[，、；;]|,(?!\d)|\b(?:and|or)\b")


def _does(view: View, text: str) -> bool:
    if several(text):
        return False
    if view.lang == "zh":
        return acts(text) or form_zh(text) != "noun"
    return form_en(text) in ("verb", "ing", "to", "third", "clause", "past", "unknown") and " " in text.strip()


def _differing(key: str, option: str, lang: Lang) -> tuple[str, str]:
    """Return what two names have each of its own between what they have in common: 持(月票)的乘客, 持(老年卡)的乘客."""
    one, other = (
        list(text.strip().rstrip("。.").lower()) if lang == "zh" else text.strip().rstrip(".").lower().split()
        for text in (key, option)
    )
    ahead = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    most = min(len(one), len(other)) - ahead
    behind = min(
        next((n for n, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=False)) if a != b), 0), most
    )
    joint = "" if lang == "zh" else " "
    first, second = (joint.join(parts[ahead : len(parts) - behind]) for parts in (one, other))
    return (first, second) if min(len(first), len(second)) > 1 else (key, option)


def in_turn(text: str) -> bool:
    """Tell whether the names that stand side by side in *text* do so each for its own turn, case or class."""
    return _APART.search(text) is not None


def several(text: str) -> bool:
    """Tell whether an option says several things, each of which may be right or wrong."""
    return _SEVERAL.search(text) is not None


def side_by_side(text: str, key: str, option: str, lang: Lang) -> bool:
    """Tell whether *text* names *key* and *option* one beside the other: a passport or a driving licence."""
    bare = text.lower()
    one, two = (_BEHIND_EN.sub("", name.strip().rstrip("。.").lower()) for name in (key, option))
    for first, second in ((one, two), (two, one)):
        start = bare.find(first)
        end = bare.find(second, start + len(first))
        if (
            first
            and second
            and start >= 0
            and end >= 0
            and _BETWEEN[lang].fullmatch(bare[start + len(first) : end].removeprefix("s"))
        ):
            return True
    return False
