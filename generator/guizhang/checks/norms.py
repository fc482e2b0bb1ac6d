"""What was typed of a clause is what its words say.

``norm`` is printed beside the rule (可 may), and items are made by it. Whoever turns 可以 into 应当 and leaves it has the site
say both.

Warns (REG015): ``norm: permission`` beside 应当先打电话, or beside *must telephone first*.
Passes: ``norm: duty`` beside 经批准后方可离岗, ``norm: prohibition`` beside 每天不得超过两次: words that can be read both ways.

A translation that is out of date (TRN002) is not held against ``norm``.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.facts.typed import Otherwise, otherwise
from guizhang.model.fingerprint import translation_hash
from guizhang.model.regulation import Norm, Place, walk
from guizhang.model.text import LANGS
from guizhang.yamlio.content import Loaded

_NAMES = {
    Norm.DUTY: "应当",
    Norm.PROHIBITION: "不得",
    Norm.PERMISSION: "可以",
    Norm.RECOMMENDATION: "建议",
    Norm.POWER: "有权",
}


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield REG015."""
    for regulation in loaded.handbook.regulations:
        path = loaded.handbook.paths[("regulation", regulation.id)]
        for place in walk(regulation):
            typed = place.node.norm
            said = _said(place)
            if typed is None or not said:
                continue
            loc = (*place.loc, "norm")
            words = "”“".join(one.words for one in said)
            norm = said[0].norm
            yield Diagnostic(
                "REG015", Severity.WARNING, loaded.locate(path, loc), field_path(loc),
                Message(
                    f"这里写 {typed}（{_NAMES[typed]}），条文却写“{words}”（{norm}，{_NAMES[norm]}）",
                    f"this says {typed}, but the text says “{words.replace('”“', '” and “')}” ({norm})",
                ),
                Message(
                    f"条文没有错，就改成 norm: {norm}；norm 没有错，就改条文",
                    f"if the text is right, write norm: {norm}; if the norm is, mend the text",
                ),
            )  # fmt: skip


def _said(place: Place) -> list[Otherwise]:
    """Return what each language says otherwise than the norm of a node; more than one only where they agree."""
    node, source = place.node, place.regulation.source_language
    if node.norm is None or node.text is None:
        return []
    found = []
    for lang in (source, *(lang for lang in LANGS if lang != source)):
        text = node.text.get(lang)
        made_from = node.translated_from.get(lang)
        stale = lang != source and made_from is not None and made_from != translation_hash(node, source)
        if text and not stale and (said := otherwise(node.norm, text, lang)):
            found.append(said)
    return [said for said in found if said.norm is found[0].norm]
