"""What a build begins with: the content is read; processes beside check it and make questions from it.

It needs nothing of MkDocs, which takes as long to load as a small handbook to read, and goes on meanwhile.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from guizhang.diagnostics import Diagnostic, stops
from guizhang.model.practice import Practice
from guizhang.parallel import aside, uncollected
from guizhang.yamlio.content import Loaded, Memory, load_project


class Begun:
    """Content that has been read, and what is being made of it meanwhile."""

    def __init__(self, loaded: Loaded, *, faults_only: bool = False, generated: bool = True) -> None:
        """Begin with *loaded*.

        Args:
            loaded: The content.
            faults_only: Whether checks that only warn are left to the caller.
            generated: Whether to make questions from the rules.
        """
        self.loaded = loaded
        self.checks = cache(aside(lambda: checked(loaded, faults_only=faults_only)))
        """Waits for the checks and returns what they found."""
        # Where a file could not be read no site is made.
        sound = not stops(loaded.diagnostics)
        self.practice = cache(aside(lambda: _practice(loaded, generated=generated)) if sound else Practice)
        """Waits for what may be practised."""

    def end(self) -> None:
        """Wait for what nobody waited for: a process ends when somebody takes what it made."""
        for wait in (self.checks, self.practice):
            with suppress(Exception):
                wait()


def begin(root: Path, memory: Memory | None = None, *, faults_only: bool = False) -> Begun:
    """Read the project in *root* and begin with it.

    Args:
        root: The handbook's folder.
        memory: What was read before, where the same site is built again and again; who edits a rule then waits for its
            page, and not for questions made from the rules.
        faults_only: Whether checks that only warn are left to the caller.
    """
    return Begun(load_project(root, memory), faults_only=faults_only, generated=memory is None)


def checked(loaded: Loaded, *, faults_only: bool = False) -> list[Diagnostic]:
    """Return what the checks find in *loaded*; with *faults_only* those that only warn are left out."""
    # Only the process that checks needs the checks, which take a while to load.
    from guizhang.checks import check

    return check(loaded, faults_only=faults_only)


def warm() -> None:
    """Load what checks and makes items: processes that do are forked anew for each build and need not load it then."""
    import guizhang.checks
    import guizhang.quiz.practice  # noqa: F401 - loaded here so that the processes find it loaded


def _practice(loaded: Loaded, *, generated: bool) -> Practice:
    # Likewise only the process that makes the items.
    from guizhang.quiz.practice import practice

    with uncollected():
        return practice(loaded, generated=generated)
