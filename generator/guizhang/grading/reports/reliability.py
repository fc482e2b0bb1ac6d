"""What reliability means, said plainly: how many decisions would stand, and by how much a score would move."""

from __future__ import annotations

from guizhang.grading.analysis.form_analysis import FormStatistics
from guizhang.model.text import Text

_HIGH, _FAIR = 0.8, 0.7
"""Alpha from which single people can be told apart well, and roughly (Nunnally & Bernstein 1994)."""


def reliability(statistics: FormStatistics) -> Text:
    """Return how far the scores of a form can be trusted, or why nothing can be said."""
    forms = "、".join(statistics.forms[:6]) + ("…" if len(statistics.forms) > 6 else "")
    zh, en = f"{forms} 卷：", f"Form{'s' if len(statistics.forms) > 1 else ''} {forms.replace('、', ', ')}: "
    reason = statistics.alpha.reason
    if statistics.alpha.value is None or statistics.error.value is None or statistics.consistency.value is None:
        return Text(
            zh=f"{zh}说不出分数有多稳（{reason.zh if reason else ''}）。",
            en=f"{en}how steady the scores are cannot be told ({reason.en if reason else ''}).",
        )
    alike, error = round(statistics.consistency.value * 100), f"{statistics.error.value:.1f}"
    told = _judged(statistics.alpha.value)
    return Text(
        zh=f"{zh}同样的人再考一份同样难的卷子，100 人里约 {alike} 人的结论不变；一个人的分数，三次里有两次变动不超过 {error} 分。{told.zh}",
        en=f"{en}if the same people sat another paper as hard as this one, about {alike} of 100 would get the same decision; "
        f"two times out of three a score would move by no more than {error} points. {told.en}",
    )


def _judged(alpha: float) -> Text:
    if alpha >= _HIGH:
        return Text(zh="足以分辨个人。", en="That is steady enough to tell people apart.")
    if alpha >= _FAIR:
        return Text(
            zh="大致能分辨个人，离及格线近的要再看。",
            en="It tells people roughly apart; look again at those near the cut.",
        )
    return Text(
        zh="单凭这份卷子还难以分辨个人：题多一些、有毛病的题改好，会更稳。",
        en="That is too shaky to tell people apart by this paper alone: more questions, and mended ones, would make it steadier.",
    )
