"""Every placeholder names a fact or slot, and every fact is used.

A figure is written once, as a fact, and its sentence prints it with ``${name}``. A placeholder without a fact would
print nothing; a fact that no text uses is usually a figure somebody typed again in words.

Passes: ``text: {zh: 须在${reply}内回复}`` with ``facts: {reply: …}`` on the article.
Fails (FCT010): ``${replay}`` where no fact has that name. Fails (FCT011): a fact no text prints.
Warns (FCT012): ``${reply`` without its closing brace stays literal text. Warns (FCT013): one language prints a figure
that the other leaves out. Warns (FCT015): ``$｛reply｝``, typed with full-width signs, stays literal text.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from guizhang.checks.texts import Written, written
from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.handbook import UnknownReference
from guizhang.model.text import LANGS, placeholders
from guizhang.yamlio.content import Loaded

_UNCLOSED = re.compile(r"(?<!\$)\$\{(?![^{}｝\n]*[}｝])")
_FULL_WIDTH = re.compile(r"(?<![$＄])(?!\$\{[^{}｛｝\n]*\})[$＄][{｛]([^{}｛｝\n]*)[}｝]")


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield FCT010 to FCT013 and FCT015."""
    used: set[str] = set()
    for text in written(loaded):
        yield from _text(loaded, text, used)
    for item in loaded.bank.items:
        used.update(item.states)
    yield from _unused(loaded, used)


def _text(loaded: Loaded, text: Written, used: set[str]) -> Iterator[Diagnostic]:
    named: dict[str, set[str]] = {}
    for lang in LANGS:
        content = text.text.get(lang)
        if content is None:
            continue
        named[lang] = set()
        loc = (*text.loc, lang)
        if "｛" in content or "｝" in content or "＄" in content:
            yield from _full_width(loaded, text.path, loc, content)
        if "${" not in content:
            continue
        for placeholder in placeholders(content):
            named[lang].add(placeholder.reference)
            if placeholder.reference in text.slots:
                continue
            try:
                used.add(loaded.handbook.fact_address(placeholder.reference, text.place))
            except UnknownReference as error:
                if error.reference.partition("/")[0] not in loaded.broken:
                    yield _unknown(loaded, text, loc, error.reference)
        if _UNCLOSED.search(content):
            yield Diagnostic(
                "FCT012", Severity.WARNING, loaded.locate(text.path, loc), field_path(loc),
                Message("“${” 没有对应的 “}”，会原样印出", "'${' has no closing '}' and is printed as it stands"),
                Message("补上 “}”；要印出 “${” 本身写 “$${”", "close it; to print '${' itself write '$${'"),
            )  # fmt: skip
    if len(named) == len(LANGS) and named["zh"] != named["en"]:
        only = ", ".join(sorted(named["zh"] ^ named["en"]))
        yield Diagnostic(
            "FCT013", Severity.WARNING, loaded.locate(text.path, text.loc), field_path(text.loc),
            Message(f"只有一种语言用到 {only}", f"only one language uses {only}"),
            Message("让两种语言用同样的占位符", "let both languages use the same placeholders"),
        )  # fmt: skip


def _full_width(loaded: Loaded, path: str, loc: tuple[str | int, ...], content: str) -> Iterator[Diagnostic]:
    for found in _FULL_WIDTH.finditer(content):
        meant = f"${{{found[1].strip()}}}"
        yield Diagnostic(
            "FCT015", Severity.WARNING, loaded.locate(path, loc), field_path(loc),
            Message(
                f"“{found[0]}”像是占位符，但符号是全角的，会原样印出",
                f"{found[0]!r} looks like a placeholder, but with full-width signs it is printed as it stands",
            ),
            Message(f"用半角符号写成 {meant}", f"write {meant} with half-width signs"),
        )  # fmt: skip


def _unknown(loaded: Loaded, text: Written, loc: tuple[str | int, ...], reference: str) -> Diagnostic:
    known = list(loaded.handbook.facts) if "#" in reference else list(text.slots)
    if text.place is not None and "#" not in reference:
        known += [name for node in text.place.lineage for name in node.facts]
    near = difflib.get_close_matches(reference, known, 1, 0.6)
    hint_zh = f"是否想写 ${{{near[0]}}}？" if near else "在所在条款的 facts 里加上它，或写全 规章/条款#名称"
    hint_en = f"did you mean ${{{near[0]}}}?" if near else "add it under facts, or write regulation/provision#name"
    return Diagnostic(
        "FCT010", Severity.ERROR, loaded.locate(text.path, loc), field_path(loc),
        Message(f"没有名为 {reference!r} 的数据", f"there is no fact named {reference!r}"),
        Message(hint_zh, hint_en),
    )  # fmt: skip


def _unused(loaded: Loaded, used: set[str]) -> Iterator[Diagnostic]:
    book = loaded.handbook
    for address, place in book.provisions.items():
        for name in place.node.facts:
            if f"{address}#{name}" in used:
                continue
            path = book.paths[("regulation", place.regulation.id)]
            loc = (*place.loc, "facts", name)
            yield Diagnostic(
                "FCT011", Severity.ERROR, loaded.locate(path, loc, at_key=True), field_path(loc),
                Message(f"没有文字用到 {name!r}", f"no text uses {name!r}"),
                Message(
                    f"在句子里用 ${{{name}}} 代替写死的数字，或删去它",
                    f"print it with ${{{name}}} in the sentence, or delete it",
                ),
            )  # fmt: skip
