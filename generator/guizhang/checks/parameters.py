"""Parameters set facts that exist, to values of their kind.

Passes: ``parameters: {complaints/first-reply#reply: PT12H}`` where the provision has a duration named reply.
Fails (PAR001): no such fact. Fails (PAR002): the value is not of the fact's kind.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.quantity import EXAMPLES
from guizhang.yamlio.content import Loaded


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield PAR001 and PAR002."""
    facts = loaded.handbook.printed_facts
    for address, value in loaded.handbook.settings.parameters.items():
        loc = ("parameters", address)
        if address.partition("/")[0] in loaded.broken:
            continue
        if address not in facts:
            near = difflib.get_close_matches(address, facts, 1, 0.6)
            yield Diagnostic(
                "PAR001", Severity.ERROR, loaded.locate(loaded.settings_path, loc, at_key=True), field_path(loc),
                Message(f"没有数据 {address}", f"there is no fact {address}"),
                Message(
                    f"是否想写 {near[0]}？" if near else "删去这个参数",
                    f"did you mean {near[0]}?" if near else "delete the parameter",
                ),
            )  # fmt: skip
            continue
        try:
            facts[address].with_value(value)
        except ValueError:
            kind = facts[address].kind
            yield Diagnostic(
                "PAR002", Severity.ERROR, loaded.locate(loaded.settings_path, loc), field_path(loc),
                Message(f"{value!r} 不是 {kind} 类型的值", f"{value!r} is not a {kind}"),
                Message(f"写成 {EXAMPLES[kind]} 这样的形式", f"write it like {EXAMPLES[kind]}"),
            )  # fmt: skip
