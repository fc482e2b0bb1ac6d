"""Pages on which staff confirm that they have read the rules, and what seals their receipt in the browser."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from guizhang.diagnostics import Faulty
from guizhang.model.acknowledged import DIGEST_SHOWN, WHOLE, Extent, ReadingList, extents, handbook_mark, lists_of
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Regulation
from guizhang.model.text import LANGS, Text
from guizhang.site import force, paths
from guizhang.site.amounts import counted
from guizhang.site.page import NavEntry, SitePage, TocEntry
from guizhang.site.render import render
from guizhang.site.standing import dated
from guizhang.site.texts import duo
from guizhang.site.words import word

if TYPE_CHECKING:
    from guizhang.sealing.keys import PublicKey

SCRIPT = "assets/guizhang/acknowledge.js"
STYLE = "assets/guizhang/acknowledge.css"
_HEADS = (("ack-what", "ack-what"), ("ack-you", "ack-you"))


def key_of(book: Handbook) -> PublicKey | None:
    """Return what receipts are sealed to; ``None`` where it cannot be read, which a check reports as an error."""
    wanted, settings = book.settings.acknowledgement, book.paths.get(("settings", ""))
    if wanted is None or settings is None:
        return None
    # Most companies ask for no receipts, and what reads keys takes a while to load.
    from guizhang.sealing.key_files import read_public

    try:
        return read_public(Path(settings).parent.parent / wanted.key)
    except Faulty:
        return None


@cache
def script() -> bytes:
    """Return the script of these pages: sealing is that of the exam page, shared as files."""
    package, own = resources.files("guizhang"), resources.files(__package__)
    seal = [package / "exam" / "web" / "client" / f"{name}.js" for name in ("digest", "seal")]
    parts = [own / "page.js", *seal, own / "confirm.js"]
    code = "".join(part.read_text(encoding="utf-8") for part in parts)
    return f'(() => {{\n"use strict";\n{code}}})();\n'.encode()


def assets(book: Handbook) -> dict[str, bytes]:
    """Return the files such pages need: path on the site -> bytes."""
    return {SCRIPT: script()} if book.settings.acknowledgement else {}


def extents_of(book: Handbook, regulation: Regulation) -> Mapping[str, Extent]:
    """Return what of *regulation* is confirmed on each list; none where the company does not ask for it."""
    return extents(book, regulation) if book.settings.acknowledgement else {}


def navigation(book: Handbook) -> tuple[NavEntry, ...]:
    """Return the line of the sidebar, where the company wants such pages."""
    return (NavEntry(word("ack"), paths.acknowledge_path(WHOLE)),) if book.settings.acknowledgement else ()


def pages(book: Handbook, found: Sequence[Mapping[str, Extent]]) -> list[SitePage]:
    """Return a page for each list there is to confirm; none where the company does not ask for it.

    Args:
        book: The published handbook.
        found: What `extents_of` says of each regulation, in reading order.
    """
    key = key_of(book)
    return [_page(book, one, key) for one in lists_of(book, found).values() if one.extents]


def _page(book: Handbook, one: ReadingList, key: PublicKey | None) -> SitePage:
    settings = book.settings
    path = paths.acknowledge_path(one.name)
    name = word("ack-whole") if one.name == WHOLE else book.role_name(one.name)
    title = Text(**{lang: f"{word('ack').either(lang)} · {name.either(lang)}" for lang in LANGS})
    known = {regulation.id: regulation for regulation in book.regulations}
    html = render(
        "acknowledge.html", path, name=name, edition=settings.edition, one=one,
        rows=[
            (known[e.regulation].title, dated(known[e.regulation]), paths.regulation_path(e.regulation), e, known[e.regulation].edition)
            for e in one.extents
        ],
        shown=DIGEST_SHOWN, rules=sum(e.rules for e in one.extents), size=counted, back=None if one.name == WHOLE else paths.role_path(one.name),
        others=[(book.role_name(role), paths.acknowledge_path(role)) for role in settings.roles] if one.name == WHOLE else [],
        hand_in=(settings.acknowledgement and settings.acknowledgement.hand_in) or word("ack-hand-in"),
        sealed=json.dumps(_sealed(book, one, key), ensure_ascii=False, separators=(",", ":")),
    )  # fmt: skip
    return SitePage(
        path,
        title,
        html,
        tuple(TocEntry(anchor, duo(word(key_))) for anchor, key_ in _HEADS),
        frozenset(anchor for anchor, _ in _HEADS),
        title.either("zh"),
        searchable=False,
        scripts=(*force.SCRIPTS, SCRIPT),
        styles=(*force.STYLES, STYLE),
    )


def _sealed(book: Handbook, one: ReadingList, key: PublicKey | None) -> dict[str, object]:
    """Return what the page seals besides who and when, and to which key."""
    return {
        "key": key.jwk if key else None,
        "kid": key.thumbprint if key else None,
        "receipt": {
            "kind": "acknowledgement",
            "v": 1,
            "handbook": handbook_mark(book.settings),
            "list": one.name,
            "edition": book.settings.edition or "",
            "digest": one.digest,
            "regulations": {e.regulation: [e.version, e.digest] for e in one.extents},
        },
    }
