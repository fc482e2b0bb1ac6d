"""Rewrite the expected outlines of the importer's golden cases: ``python -m tests.regolden [name ...]``.

Read the difference before it is committed; the test only says that something changed, not that it became better.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __package__ in (None, ""):  # run as a file rather than as a module
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "generator"))

from tests.importers.golden import CASES, Case, find_cases


def main(names: list[str]) -> int:
    """Rewrite the cases called *names*, or all of them, and say which changed."""
    known = {case.name: case for case in find_cases()}
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"no such case under {CASES.name}/: {', '.join(unknown)}", file=sys.stderr)
        return 2
    for case in [known[name] for name in names] or known.values():
        print(f"{'rewritten' if _rewrite(case) else 'unchanged'} {case.name}")
    return 0


def _rewrite(case: Case) -> bool:
    changed = False
    for path, text in case.actual().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed = True
    return changed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
