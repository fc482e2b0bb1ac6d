"""Rules over loaded content and item bank: one module each, whose docstring is its help page."""

from __future__ import annotations

from guizhang.checks import (
    acknowledgement,
    approvers,
    assessments,
    brand,
    citations,
    contradictions,
    file_names,
    items,
    norms,
    numbering,
    options,
    pages,
    parameters,
    placeholders,
    references,
    reviews,
    starter,
    translations,
    versions,
    wordings,
)
from guizhang.diagnostics import Diagnostic, in_file_order
from guizhang.yamlio.content import Loaded

CHECKS = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        file_names,
        pages,
        versions,
        brand,
        acknowledgement,
        references,
        parameters,
        placeholders,
        wordings,
        numbering,
        approvers,
        norms,
        translations,
        citations,
        options,
        assessments,
        contradictions,
        items,
        reviews,
        starter,
    )
}
"""Every check by name; each module has ``check(loaded)`` and a docstring that is its help page."""


ADVISORY = (approvers, norms, translations, contradictions, items)
"""Checks that only warn; they read every sentence, and take most of the time."""


def check(loaded: Loaded, *, faults_only: bool = False) -> list[Diagnostic]:
    """Return the faults met while reading and those of every check, in file order.

    Args:
        loaded: What to check.
        faults_only: Whether to leave out the checks that only warn.
    """
    found = list(loaded.diagnostics)
    for module in CHECKS.values():
        if not (faults_only and module in ADVISORY):
            found += module.check(loaded)
    return in_file_order(found)
