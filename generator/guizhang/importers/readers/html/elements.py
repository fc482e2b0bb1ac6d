"""What each element means for text: boundary, list, heading, or content no reader of the page sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from guizhang.importers.extract import STRUCK

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol "
    "optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead title tr ul "
    "xmp".split()
)
"""Elements whose edges end a line."""

PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})

UNSEEN = {
    "script": "script",
    "style": "style",
    "template": "template",
    "noscript": "noscript",
    "title": "page-title",
    "rt": "ruby",
    "rp": "ruby",
    "rtc": "ruby",
    "del": "tracked-deletion",
    "s": STRUCK,
    "strike": STRUCK,
    "iframe": "fallback",
    "audio": "fallback",
    "video": "fallback",
    "canvas": "fallback",
    "noembed": "fallback",
    "datalist": "hidden",
}
"""Element -> why its text is not part of the page's text."""

_CHROME_ROLES = frozenset({"navigation", "contentinfo", "search"})
_CHROME_NAMES = frozenset(
    "ad ads adv advert advertisement adsbygoogle sponsor sponsored breadcrumb breadcrumbs crumb crumbs related recommend recommended".split()
)
"""Words of a class or id with which pages mark advertising and links."""
_CHROME_CLASSES = frozenset(
    "entry-meta post-meta article-meta byline entry-footer post-navigation pagination pager comments-area comment-respond comment-form "
    "respond newsletter sharedaddy addtoany share-buttons social-share widget widget-area skip-link screen-reader-text "
    "rich_media_meta_list meta_content rich_media_tool rich_media_area_extra".split()
)
"""Classes and ids with which the common systems mark what they put around a post: who wrote it, shares, comments, widgets."""
_CONTENT = frozenset({"article", "main", "section"})
_WORD = re.compile(r"[a-z]+")
_BLOCK_DISPLAYS = frozenset({"block", "flex", "grid", "flow-root", "list-item", "table", "table-row", "table-caption"})
HIDDEN = "hidden"
CHROME = "site-chrome"


def unseen(tag: str, attributes: Mapping[str, str], values: Mapping[str, str]) -> str | None:
    """Return why an element's text is dropped wherever it stands, or None."""
    if tag in UNSEEN:
        return UNSEEN[tag]
    if "msodel" in attributes.get("class", "").lower().split():
        return "tracked-deletion"
    # Word keeps running heads and margin comments in the page it saves.
    if values.get("mso-element") in ("header", "footer"):
        return "running-head"
    return "comment" if values.get("mso-element") in ("comment-list", "comment") else None


def hidden(attributes: Mapping[str, str], values: Mapping[str, str]) -> bool:
    """Return whether a browser shows nothing of an element. Hidden from screen readers only (aria-hidden) is shown."""
    return (
        "hidden" in attributes
        or values.get("display") == "none"
        or values.get("visibility") == "hidden"
        or values.get("mso-hide") == "all"
    )


def chrome(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element says of itself that it is navigation, a page footer, an advertisement."""
    role = attributes.get("role", "").strip().lower()
    if role in _CHROME_ROLES or (tag in ("nav", "footer") and role in ("", "none", "presentation")):
        return True
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return not (_CHROME_NAMES.isdisjoint(_WORD.findall(named)) and _CHROME_CLASSES.isdisjoint(named.split()))


def banner(tag: str, within: Iterable[str]) -> bool:
    """Return whether an element is the head of a site, and not that of an article."""
    return tag == "header" and _CONTENT.isdisjoint(within)


def block(tag: str, values: Mapping[str, str]) -> bool:
    """Return whether an element's edges end a line."""
    display = values.get("display", "")
    if tag in BLOCKS:
        return display not in ("inline", "contents") or tag in ("td", "th", "tr", "li")
    return display in _BLOCK_DISPLAYS


def heading(tag: str, attributes: Mapping[str, str], values: Mapping[str, str]) -> int:
    """Return the heading level an element states, 0 without one."""
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return int(tag[1])
    if attributes.get("role", "").strip().lower() == "heading":
        level = attributes.get("aria-level", "2").strip()
        return int(level) if level in tuple("123456789") else 2
    level = values.get("mso-outline-level", "")
    return int(level) if level in tuple("123456789") else 0
