"""The golden difference: one comparison with each kind of change, as page, JSON and lines.

``python -m tests.editions.golden`` rewrites it; read what changed before it is committed.
"""

import re
from pathlib import Path

from guizhang.editions.as_json import as_json
from guizhang.editions.compare import compare
from guizhang.editions.lines import MARKS, lines
from guizhang.editions.page import difference_page
from tests.editions.rules import SCRIPTS, SETTINGS, VISITS, book, edited

FOLDER = Path(__file__).parent / "golden"

_CLOSING = """      - article: 4
        id: last-round
        title: {zh: 最后巡查, en: Last round}
        norm: duty
        text: {zh: 下班前巡查一遍。, en: Walk round once before closing.}
"""


def comparison():
    """Return the comparison."""
    new = edited(
        VISITS,
        ("norm: permission", "norm: prohibition"),
        ("来访者可以在大厅等候。, en: Visitors may wait", "来访者不得在大厅等候。, en: Visitors must not wait"),
        ("起立问候来访者", "起立迎候<b>来访者</b>"),
        ("value: PT10M", "value: PT5M"),
        (
            "              - item: 2\n",
            "              - item: 2\n                text: {zh: 单位；}\n              - item: 3\n",
        ),
        ("article: 3\n        id: badge", "article: 5\n        id: returning"),
        ("须交还来访证，证件", "须交还来访证；证件"),
        ("effective: 2026-01-01", "effective: 2027-01-01"),
        ("  - chapter: 2", _CLOSING + "  - chapter: 2"),
    )
    scripts = edited(SCRIPTS, ("您好，欢迎光临", "您好，请问找哪位"))
    settings = SETTINGS + 'edition: "2027"\n'
    return compare(book(), book(new, scripts=scripts, settings=settings), ("v1", "."))


def actual():
    """Return the golden files by path: the page without its style sheet, JSON, and the lines of a terminal."""
    found = comparison()
    page = re.sub(r"<style>.*?</style>", "<style></style>", difference_page(found), flags=re.DOTALL)
    page = re.sub(r"sha256-[^']+", "sha256-", page)
    plain = [
        "".join(f"{MARKS.get(run.style, ('', ''))[0]}{run.text}{MARKS.get(run.style, ('', ''))[1]}" for run in line)
        for language in ("zh", "en")
        for line in lines(found, language)
    ]
    return {
        FOLDER / "diff.html": page,
        FOLDER / "diff.json": as_json(found),
        FOLDER / "diff.txt": "\n".join(plain) + "\n",
    }


if __name__ == "__main__":
    for path, text in actual().items():
        path.write_text(text, encoding="utf-8")
