"""Options are parallel in grammar, and continue the stem.

Why: the eye finds the odd one out, and the option that goes with the stem.

Warns (LNT025). Fails: reporting / to call / a form; 向主管报告 / 填写申请单 / 电话; "Staff must" followed by "to wear".
Passes: report / call / fill in. Forms the check cannot tell it lets pass.

Source: Haladyna, Downing & Rodriguez (2002), guideline 23: keep choices homogeneous in grammatical structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.apart import Apart, one_apart
from guizhang.quality.language.asked_kind import asked_for
from guizhang.quality.language.kinds import kind_of
from guizhang.quality.language.readings import ACT, DOING, NAME, TOLD
from guizhang.quality.language.readings_en import ALIKE_EN, readings_en
from guizhang.quality.language.readings_zh import ALIKE_ZH, readings_zh
from guizhang.quality.language.verbs_en import form_en
from guizhang.quality.view import BLANK, Finding, View

CODE = "LNT025"
_MODAL_EN = re.compile(
    r"\b(?:must|should|shall|may|can|will|could|would|cannot|must not|should not|may not|shall not"
    r"|(?:has|have|is|are|was|were|be|needs?|ought|required|expected|obliged|asked|told|allowed|permitted|supposed|instructed|wants?|able|how"
    r"|order) to)\s*[:…_]*$",
    re.IGNORECASE,
)
_BY_EN = re.compile(r"\bby\s*[:…_]*$", re.IGNORECASE)
_MODAL_ZH = re.compile(r"(?:应当|应该|应|必须|须|可以|不得|要)\s*[:：…_]*$")
# 须立即____: what is done, and no name of a thing.
_TO_DO_ZH = re.compile(
    r"(?:应当|应该|必须|须|可以|不得)(?:立即|马上|立刻|先|及时|尽快|随即|当场)?[:：…\s]*_+(?![一-龥]*的)"
)
_ENDED = re.compile(r"[。.!！?？…]”?$")
_SUBJECT, _MOST_SUBJECT = 2, 6
_NOT_SO = 2.5
"""What it costs to read something as it cannot well be read."""


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for options of several forms, and for one that does not continue the stem."""
    if not view.offered or view.figures:
        return
    mend = Message("使各选项句式一致，并接得上题干", "give all options one form, and one that continues the stem")
    texts = view.offered
    found = apart(texts, view.lang, view.stem)
    # The steps of an ordering tell what is done and who does it.
    steps = found is not None and not view.choices and TOLD in {found.itself, *found.others}
    if _some_end(texts) or (found and not steps):
        yield view.at_stem(Message("选项的句式不一致", "the options are not parallel in grammar"), mend)
        return
    wrong = [i for i, text in enumerate(texts) if view.choices and not _continues(view, text)]
    if wrong:
        yield view.at_option(wrong[0], Message("选项接不上题干", "the option does not continue the stem"), mend)


def uneven(texts: Sequence[str], lang: Lang) -> bool:
    """Tell whether *texts* are of several forms, or some end as sentences and some do not."""
    return _some_end(texts) or apart(texts, lang) is not None


def _some_end(texts: Sequence[str]) -> bool:
    """Tell whether some texts end as sentences and some do not; where all do, they differ in form as sentences do."""
    return 0 < sum(bool(_ENDED.search(text.strip())) for text in texts) < len(texts)


def apart(texts: Sequence[str], lang: Lang, stem: str = "") -> Apart | None:
    """Return the one of *texts* that is of another form than the others, if there is one."""
    if all(_ENDED.search(text.strip()) for text in texts) or _SPEECH.search(stem):
        return None
    if lang == "zh":
        return one_apart([readings_zh(text) for text in texts], ALIKE_ZH, asked_for(stem))
    found = [readings_en(text) for text in texts]
    doing = [i for i, text in enumerate(texts) if not _THE.match(text)]
    # One thing done among things named, each by its article; among others it may be a name itself.
    if len(doing) == 1 < len(texts) - 1 and found[doing[0]][DOING] == 0 < found[doing[0]][NAME]:
        return Apart(doing[0], DOING, frozenset({NAME}))
    return one_apart(found, ALIKE_EN)


# What is said has a grammar of its own.
_SPEECH = re.compile(r"说(?:些)?什么|怎[样么]说|如何说|哪[一]?句|用语|\b(?:say|said|words)\b", re.IGNORECASE)
_THE = re.compile(r"(?:the|his|her|their|its) ", re.IGNORECASE)


def _says_again(subject: str, text: str) -> bool:
    """Tell whether *text* begins with the noun at the end of *subject*, who is to do it: 收货时，验收员 应当 …… 验收员把……."""
    return any(text.startswith(subject[-size:]) for size in range(_SUBJECT, min(len(subject), _MOST_SUBJECT) + 1))


def _continues(view: View, text: str) -> bool:
    stem = view.stem.rstrip()
    if view.lang == "zh":
        if stem.count(BLANK) == 1 and _TO_DO_ZH.search(stem) and kind_of(text, "zh") is not None:
            return False
        modal = _MODAL_ZH.search(stem)
        named = readings_zh(text)[NAME] == 0 and readings_zh(text)[ACT] >= _NOT_SO
        return not (modal and (named or _says_again(stem[: modal.start()], text)))
    form = form_en(text)
    if _MODAL_EN.search(stem):
        return form in ("verb", "unknown", "adverb", "answer")
    if _BY_EN.search(stem):
        return form not in ("verb", "to")
    return True
