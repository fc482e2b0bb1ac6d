"""English provisions cited by their headings: the section entitled “Notices”, the Sick Leave policy, see Vacation above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guizhang.zh.mentions import Mention

_KIND = "sections?|polic(?:y|ies)|procedures?|chapters?|parts?|articles?|paragraphs?|clauses?|rules?|provisions?"
_ENTITLED = (
    rf"(?:the )?\b(?:{_KIND})(?: of (?:this|these|the) [a-z-]+)?,? (?:entitled|titled|called|headed|named)[,:]? "
)
_ANY = re.compile(rf"{_ENTITLED}[“\"‘](?P<title>[^“”\"‘’\n]{{2,60}}?)[,.]?[”\"’]", re.IGNORECASE)
_SUFFIX = re.compile(r" (?:polic(?:y|ies)|procedures?|section|rules|guidelines)$")
_LEAST = 4
_WORDS = 6
"""Most words of a heading that stands at the beginning of a text."""
_FIRST = re.compile(
    r"(?P<title>[A-Z][\w'’&/-]*(?:,? (?:[A-Z][\w'’&/-]*|of|and|or|the|for|to|in|on|with|without|a|an|by))*)[.:]?(?: |\n|$)"
)


def heading_of(title: str, text: str) -> str | None:
    """Return the English heading of a provision: its title, or a first sentence that is printed like one (Notices. Any…)."""
    words = title or text
    first = _FIRST.match(words)
    whole = first is not None and words[first.end("title") : first.end("title") + 1] in (".", ":", "\n", "")
    if first and whole and len(first["title"].split()) <= _WORDS:
        return first["title"]
    return title.strip(" .:") if title.isascii() and 0 < len(title.split()) <= _WORDS else None


def heading_key(heading: str) -> str:
    """Return what two ways to print a heading have in common: The Leave Policy, leave."""
    plain = re.sub("^the ", "", " ".join(heading.lower().strip(" .:").split()))
    return _SUFFIX.sub("", plain) or plain


def find_headed(view: str, headings: tuple[str, ...]) -> Iterator[Mention]:
    """Yield the mentions of *view*, in order, that cite one of *headings*, or any heading in marks as such."""
    seen = 0
    places = [*_ANY.finditer(view), *(_known(headings).finditer(view) if headings else ())]
    for match in sorted(places, key=lambda m: (m.start(), -m.end())):
        title = next((value for value in match.groupdict().values() if value), None)
        if match.start() >= seen and title:
            seen = match.end()
            yield Mention(match.start(), match.end(), match.group(), heading=title, bare=match.re is not _ANY)


@lru_cache(maxsize=64)
def _known(headings: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of these headings, longest first, where a word beside one of them says that it is cited."""
    keys = {form for heading in headings for form in (heading.lower(), heading_key(heading)) if len(form) >= _LEAST}
    names = "|".join(re.escape(key) for key in sorted(keys, key=len, reverse=True))
    printed = "|".join(
        re.escape(heading) for heading in sorted(set(headings), key=len, reverse=True) if len(heading) >= _LEAST
    )
    of = r"(?: of (?:this|these|the) [a-z-]+)?"
    return re.compile(
        rf"(?i:\b(?:the|our) [“\"]?(?P<kind>{names})[,.]?[”\"]? (?:{_KIND})\b{of}(?! ?[\d(#]| [IVX]+\b))"
        rf"|(?i:{_ENTITLED})(?P<plain>{printed})(?![\w-])"
        rf"|[“\"](?i:(?P<quoted>{names}))[,.]?[”\"](?=,? (?:above|below)\b)"
        rf"|(?<=[Ss]ee )(?:(?:the|our) )?[“\"]?(?P<seen>{printed})[”\"]?(?![\w-])"
        rf"|(?<![\w-])(?P<placed>{printed})(?=,? (?:above|below)\b)"
    )
