"""What is printed behind the points of a list: a closing sentence, which may leave the list as it is or reach into it.

第七条 按下列步骤办理：（一）…；（二）…。上述步骤不得省略。 Import writes the sentence beside the points, which stand right under
the article that introduces them; where all was printed in one line, it stands at the end of the last point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guizhang.model.regulation import Level, Node
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.quoting.quotable import sentences

# 还应当提交…, 第（二）项不适用, 其他情形视同: what is listed is then not all there is, or does not hold as it stands.
_REACHES_IN: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        # more of the same
        "还[应须需要可有得包将]|[还還]應|另[外须须應应需有行加附]|此外|(?<![解扣删刪清拆排消免开開去])除|以外|同[时時][应應须須需还附]|也[应應须須需按适適属屬视視算要可是]|亦"
        "|其[他它余]|[视視][同为為]|同[样樣]|比照|[参參]照|增加|[补補]充|附加|[并並][应應须須附]|加[盖附]"
        # less of it, or in another order
        "|但|例外|不[适適]用|[仅僅]|只[限有适適在须須需]|[特殊紧緊]急|特殊|必要[时時]|任[选選一何意]|其中|[选選][择擇]|至少|酌情"
        "|免[于於除予交填办]|[无無][需须須]|不[必需]|不受|可以?(?:不|免|省|[简簡]|合[并併]|[调調][整换換]|先|同[时時]|[后後]|[补補]|跳)"
        "|第[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?(?:[项項步款点點个個]|至)|前[一二三四五六七八九\\d两兩][项項步款点點]|首[项項步]|最[后後]一"
    ),
    "en": re.compile(
        r"\b(?:also|in addition|additionally|further(?:more)?|moreover|besides|others?|another|the same|likewise|similarly|as well"
        r"|add(?:s|ed|itional(?:ly)?)?|attach\w*|enclos\w*|apart from|including|the following|plus"
        r"|except\w*|exempt\w*|unless|however|but|only|instead|alternatively|at least|any one|one of|either|whichever|optional(?:ly)?"
        r"|need not|does not apply|do not apply|(?:not|un)(?: be)? ?(?:required|needed|necessary)|waive[ds]?|waiving"
        r"|emergenc\w+|urgent\w*|special|where possible|where (?:needed|necessary)"
        r"|(?:first|second|third|fourth|fifth|sixth|last|former|latter|next|two|three) "
        r"(?:step|point|item|document|paper|requirement|condition|case|of (?:these|them|the))s?"
        r"|(?:step|point|item|paragraph|letter|number)s? \(?(?:[a-z]|[ivx]+|\d+)\b)"
        r"|\((?:[a-z]|[ivx]+|\d+)\)"
        r"|(?<!no )\b(?:steps?|points?|items?|documents?|they|it|these|this|them) (?:may|can|could)(?! not)\b",
        re.IGNORECASE,
    ),
}
_SEVERAL = 3
"""Points that tell how much one of a list says."""


def listed(body: Sequence[Node]) -> tuple[Node, ...]:
    """Return the points of a list, without the sentences that close it; those as well where one of them reaches into it.

    Args:
        body: What stands under the introduction of the list.
    """
    body = _parted(body)
    count = next((n for n, node in enumerate(body) if node.level is not Level.ITEM), len(body))
    return tuple(body[:count] if count and all(map(_only_closes, body[count:])) else body)


def reaches_in(said: str, lang: Lang) -> bool:
    """Tell whether a sentence behind a list adds to its points, takes away from them, or says when they do not hold."""
    return _REACHES_IN[lang].search(said) is not None


def _parted(body: Sequence[Node]) -> Sequence[Node]:
    """Return *body* with what the last point says behind its first sentence as a paragraph, where no other says as much."""
    if len(body) < _SEVERAL or any(node.level is not Level.ITEM for node in body) or body[-1].body:
        return body
    *before, last = body
    if last.text is None:
        return body
    own: dict[Lang, str] = {}
    rest: dict[Lang, str] = {}
    for lang in LANGS:
        said = last.text.get(lang)
        if said is None:
            continue
        first, *behind = sentences(said, lang)
        others = (node.text.get(lang) if node.text is not None else None for node in before)
        if not behind or any(len(sentences(other or "", lang)) > 1 for other in others):
            return body
        own[lang], rest[lang] = first, ("" if lang == "zh" else " ").join(behind)
    point = last.model_copy(update={"text": Text(zh=own.get("zh"), en=own.get("en"))})
    return (*before, point, Node(text=Text(zh=rest.get("zh"), en=rest.get("en"))))


def _only_closes(node: Node) -> bool:
    """Tell whether a node behind the points is a sentence without a list of its own, which leaves the points as they are."""
    if node.level is not Level.PARAGRAPH or node.body or node.title is not None or node.text is None:
        return False
    return not any((text := node.text.get(lang)) is not None and reaches_in(text, lang) for lang in LANGS)
