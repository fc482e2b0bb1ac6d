"""The page that leads from an id to where its rule stands now, and the tables it looks up."""

from __future__ import annotations

import json
from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.site import paths
from guizhang.site.former import former
from guizhang.site.page import SitePage
from guizhang.site.paths import ASSETS, Addresses
from guizhang.site.render import render
from guizhang.site.words import word


def go_page() -> SitePage:
    """Return the page; `go.html#ID` moves on to where the id stands."""
    return SitePage(
        paths.GO,
        word("moving"),
        render("go.html", paths.GO),
        searchable=False,
        scripts=(f"{ASSETS}/go.js",),
    )


def former_page(path: str, address: str, target: str) -> SitePage:
    """Return what stands at the *path* of a page that is gone: it moves on to where the *address* or a rule of it leads."""
    document, _, inner = address.partition("/")
    html = render("moved.html", path, document=document, inner=inner, target=target)
    return SitePage(path, word("moved"), html, searchable=False, scripts=(f"{ASSETS}/moved.js",))


def shards(book: Handbook, addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    """Yield a small script for each document that says where its ids stand, and where those of earlier editions lead.

    Scripts, because ``fetch`` does not run from ``file://``; one each, so that a copied link costs the same at any size.
    """
    for document, places in addresses.shards(former(book, addresses)).items():
        table = json.dumps(places, sort_keys=True, separators=(",", ":"))
        yield f"{ASSETS}/places/{document}.js", f"guizhangPlaces({table});\n".encode()
