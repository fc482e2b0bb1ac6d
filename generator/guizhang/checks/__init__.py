"""Rules over loaded content and item bank: one module each, whose docstring is its help page."""

from __future__ import annotations

from guizhang.checks import (
    citations,
    contradictions,
    file_names,
    items,
    numbering,
    parameters,
    placeholders,
    references,
    reviews,
    translations,
)
from guizhang.diagnostics import Diagnostic, in_file_order
from guizhang.yamlio.content import Loaded

CHECKS = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        file_names,
        references,
        parameters,
        placeholders,
        numbering,
        translations,
        citations,
        contradictions,
        items,
        reviews,
    )
}
"""Every check by name; each module has ``check(loaded)`` and a docstring that is its help page."""


def check(loaded: Loaded) -> list[Diagnostic]:
    """Return the faults met while reading and those of every check, in file order."""
    found = list(loaded.diagnostics)
    for module in CHECKS.values():
        found += module.check(loaded)
    return in_file_order(found)
