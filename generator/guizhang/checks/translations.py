"""Both languages are there, and a translation still rests on the text it was made from.

``translated_from`` keeps the hash of the source text; when the source changes, the hash no longer fits, the site marks
the translation as stale, and ``guizhang translate --accept ID`` renews it after somebody has read both.

Warns (TRN001): a text has no translation. Warns (TRN002): the source has changed since.
Notes (TRN003): nobody has confirmed the translations of a file yet.

In a handbook that handbook.yaml says is in one language (``language: zh``), only texts without that language are faults.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guizhang.checks.texts import Written, written
from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.fingerprint import translation_hash
from guizhang.model.regulation import walk
from guizhang.model.text import Lang
from guizhang.yamlio.content import Loaded

_NAMES = {"zh": Message("中文", "Chinese"), "en": Message("英文", "English")}
_OTHER: dict[Lang, Lang] = {"zh": "en", "en": "zh"}
_FEW = 10


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield TRN001 to TRN003."""
    yield from _missing(loaded)
    if loaded.handbook.settings.language is None:
        yield from _stale(loaded)


def _missing(loaded: Loaded) -> Iterator[Diagnostic]:
    found: dict[tuple[str, Lang], list[Written]] = {}
    total: Counter[str] = Counter()
    for text in written(loaded):
        total[text.path] += 1
        for lang in loaded.handbook.settings.languages:
            if text.text.get(lang) is None:
                found.setdefault((text.path, lang), []).append(text)
    for (path, lang), texts in found.items():
        name = _NAMES[lang]
        # A file nobody has begun to translate is one thing to do, not five hundred.
        if len(texts) == total[path] > 1 or (len(texts) > _FEW and len(texts) > total[path] / 2):
            yield Diagnostic(
                "TRN001", Severity.WARNING, loaded.locate(path), "",
                Message(f"{total[path]} 处文字中 {len(texts)} 处没有{name.zh}", f"{len(texts)} of {total[path]} texts have no {name.en}"),
                Message(
                    f"补上译文；在此之前网站会注明并显示原文。手册不用{name.zh}的，在 handbook.yaml 写 language: {_OTHER[lang]}",
                    f"translate them; until then the site says so and shows the original. "
                    f"If the handbook is to have no {name.en}, write language: {_OTHER[lang]} into handbook.yaml",
                ),
            )  # fmt: skip
            continue
        for text in texts:
            yield Diagnostic(
                "TRN001", Severity.WARNING, loaded.locate(path, text.loc, at_key=True), field_path(text.loc),
                Message(f"没有{name.zh}", f"there is no {name.en} text"),
                Message(f"补上 {lang}；在此之前网站会注明并显示另一种语言", f"add {lang}; until then the site says so and shows the other language"),
            )  # fmt: skip


def _stale(loaded: Loaded) -> Iterator[Diagnostic]:
    for regulation in loaded.handbook.regulations:
        path = loaded.handbook.paths[("regulation", regulation.id)]
        source = regulation.source_language
        target: Lang = "en" if source == "zh" else "zh"
        unconfirmed = 0
        for place in walk(regulation):
            node = place.node
            if not any(text is not None and text.get(target) for text in (node.title, node.text)):
                continue
            recorded = node.translated_from.get(target)
            if recorded is None:
                unconfirmed += 1
            elif recorded != translation_hash(node, source):
                loc = (*place.loc, "translated_from", target)
                name = place.address or f"{regulation.id}/{node.id}"
                yield Diagnostic(
                    "TRN002", Severity.WARNING, loaded.locate(path, loc), field_path(loc),
                    Message("原文已改，译文尚未核对", "the source text has changed since this translation was made"),
                    Message(
                        f"核对译文后运行 guizhang translate --accept {name}",
                        f"compare the two, then run: guizhang translate --accept {name}",
                    ),
                )  # fmt: skip
        if unconfirmed:
            yield Diagnostic(
                "TRN003", Severity.NOTE, loaded.locate(path), "",
                Message(f"{unconfirmed} 处译文尚未确认", f"{unconfirmed} translation{' has' if unconfirmed == 1 else 's have'} not been confirmed"),
                Message(
                    f"核对后运行 guizhang translate --accept {regulation.id}",
                    f"after a look run: guizhang translate --accept {regulation.id}",
                ),
            )  # fmt: skip
