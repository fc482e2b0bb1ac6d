"""The HTML of articles and their rows.

Written out in Python, not in a template: nine tenths of a large handbook's time of rendering go here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup, escape

from guizhang.model.text import Lang, Text
from guizhang.site.blocks import Block, Held, Row, lacking, room
from guizhang.site.related import KINDS, Related
from guizhang.site.texts import LANG_TAGS, Pair, duo, duo_once
from guizhang.site.words import NORMS, norm_word, word

_OTHER: dict[Lang, Lang] = {"zh": "en", "en": "zh"}
_STALE = {lang: f'<small class="gz-note">{word("stale").get(lang)}</small>' for lang in LANG_TAGS}
_MISSING = {lang: f'<small class="gz-note">{word(f"missing-{lang}").get(lang)}</small>' for lang in LANG_TAGS}
_OPEN = {lang: f'<div class="gz-cell" lang="{tag}">' for lang, tag in LANG_TAGS.items()}
_OPEN_MISSING = {lang: f'<div class="gz-cell gz-cell-missing" lang="{tag}">' for lang, tag in LANG_TAGS.items()}
_OPEN_NOTED = {
    lang: f'<div class="gz-cell gz-cell-missing gz-cell-noted" lang="{tag}">' for lang, tag in LANG_TAGS.items()
}
_USUAL = 2
"""Room in em of an English label as most are: (1)."""
_MARGIN = 5
"""Room in em of a number that hangs in the margin: 第三十七条."""
_NORM_WORDS = {
    norm: f'<b class="gz-word" data-search-exclude="1">{duo(text)}</b>' for norm in NORMS if (text := norm_word(norm))
}


def blocks_html(
    found: Iterable[Block],
    related: Mapping[str, Related] | None = None,
    link: Callable[[str], str] = str,
    marks: Mapping[str, str] | None = None,
    below: Mapping[str, str] | None = None,
    above: Mapping[str, str] | None = None,
    *,
    noted: bool = False,
) -> Markup:
    """Return *found* as HTML.

    Args:
        found: The blocks of a page.
        related: By the address of an article, what else speaks of it.
        link: Makes the way from the page to a place on the site.
        marks: By the address of an article, what changes with its text.
        below: By the address of an article, the HTML that ends it.
        above: The same for what stands right under its heading.
        noted: Whether the page says already that all of it is without translation.
    """
    out: list[str] = []
    for block in found:
        if block.kind == "heading":
            out.append(_heading(block, "gz-head gz-section"))
            continue
        if block.kind == "article":
            untitled = " gz-untitled" if block.title is None and _hangs(block.label) else ""
            out.append(f'<section class="gz-article{untitled}"{_attributes(block, marks)}>\n')
            out.append(_heading(block, "gz-head"))
            if above and block.address and block.address in above:
                out.append(above[block.address])
        else:
            out.append('<section class="gz-text">\n')
        out += _rows(block, marks, noted=noted)
        if related and block.address and block.address in related:
            out.append(_related(related[block.address], link))
        if below and block.address and block.address in below:
            out.append(below[block.address])
        out.append("</section>\n")
    return _markup("".join(out))


def whole(body: Markup, address: str, roles: tuple[str, ...], marks: Mapping[str, str]) -> Markup:
    """Return the *body* of a page without provisions as the one passage it is read as."""
    return _markup(f'<div class="gz-provision"{_attributes(Held(address, roles), marks)}>\n{body}</div>\n')


def cells(pair: Pair | None, label: Text | None = None, title: Text | None = None) -> Markup:
    """Return the two halves of a passage.

    A missing half says so and, where only that language is shown, carries the other.
    """
    return _markup(_cell("zh", pair, label, title, None) + _cell("en", pair, label, title, None))


def _rows(block: Block, marks: Mapping[str, str] | None, *, noted: bool) -> Iterator[str]:
    """Yield rows as HTML; where a whole article is without translation, its first row says so for all of them.

    The rows of a provision that is no block are kept together in an element of its own.
    """
    once = noted or lacking(block.rows) is not None
    for held, rows in groupby(block.rows, key=attrgetter("held")):
        apart = held is not None and held.address != block.address
        if apart:
            yield f'<div class="gz-provision"{_attributes(held, marks)}>\n'
        for row in rows:
            yield _row(row, noted=noted)
            noted = noted or (once and row.text is not None)
        if apart:
            yield "</div>\n"


def _hangs(label: Text | None) -> bool:
    """Tell whether a number has room beside the first line; a longer one stands over it, or it would be printed on the norm's word."""
    return label is None or max(room(label.zh or ""), room(label.en or "")) <= _MARGIN


def _attributes(read: Block | Held, marks: Mapping[str, str] | None) -> str:
    """Return what scripts read of a provision: its address, the mark of its text, how many rules it is, whom it is for."""
    own = f' data-address="{read.address}"' if read.address else ""
    if read.address and marks and read.address in marks:
        own += f' data-mark="{marks[read.address]}"'
        own += f' data-rules="{read.rules}"' if read.rules > 1 else ""
    return own + roles_attribute(read.roles)


def _row(row: Row, *, noted: bool) -> str:
    word_html = _NORM_WORDS.get(row.norm, "") if row.norm is not None else ""
    classes = f"gz-row gz-d{row.depth}"
    zh_room, en_room = row.widths
    if zh_room:
        classes += f" gz-w{zh_room}"
    if en_room > _USUAL:
        classes += f" gz-e{en_room}"
    if row.columns:
        classes += f" gz-c{row.columns}"
    if word_html:
        classes += f" gz-norm gz-{row.norm}"
    anchor = f' id="{row.anchor}"' if row.anchor else ""
    margin = word_html if row.word else ""
    zh, en = (_cell(lang, row.text, row.label, row.title, row.stale, noted=noted) for lang in LANG_TAGS)
    return f'<div class="{classes}"{anchor}><div class="gz-margin">{margin}</div>{zh}{en}</div>\n'


def _cell(
    lang: Lang, pair: Pair | None, label: Text | None, title: Text | None, stale: Lang | None, *, noted: bool = False
) -> str:
    head = ""
    if label:
        head = f'<span class="gz-label">{escape(label.either(lang))} </span>'
    if pair is None and title is not None and title.get(lang) is None:
        # A heading alone stands once: beside it there is nothing to read, and by itself the other language stands for it.
        other = _OTHER[lang]
        return (
            f"{_OPEN_NOTED[lang]}{head}"
            f'<strong class="gz-run gz-fallback" lang="{LANG_TAGS[other]}" data-keep>{escape(title.either(lang))}</strong></div>'
        )
    if title:
        head += f'<strong class="gz-run">{escape(title.either(lang))}</strong> '
    if pair is None:
        return f"{_OPEN[lang]}{_STALE[lang] if stale == lang else ''}{head}</div>"
    text = pair.zh if lang == "zh" else pair.en
    if text is None:
        other = _OTHER[lang]
        return (
            f"{_OPEN_NOTED[lang] if noted else _OPEN_MISSING[lang]}{head}{'' if noted else _MISSING[lang]}"
            f'<aside class="gz-fallback" lang="{LANG_TAGS[other]}" data-keep data-search-exclude="1">'
            f"{pair.get(other)}</aside></div>"
        )
    return f"{_OPEN[lang]}{head}{_STALE[lang] if pair.stale == lang else ''}{text}</div>"


def _heading(block: Block, classes: str) -> str:
    label = f'<a class="gz-num" href="#{block.anchor}">{duo_once(block.label)}</a> ' if block.label else ""
    title = f'<span class="gz-title">{duo_once(block.title)}</span>' if block.title else ""
    stale = f'<span lang="{LANG_TAGS[block.stale]}">{_STALE[block.stale]}</span>' if block.stale else ""
    return f'<h{block.depth} class="{classes}" id="{block.anchor}">{label}{title}{stale}</h{block.depth}>\n'


def roles_attribute(roles: tuple[str, ...]) -> str:
    """Return the attribute that says whom an article is for; nothing where it is for everyone."""
    return f' data-roles="{" ".join(roles)}"' if roles else ""


def number_and_title(label: Text | None, title: Text | None, opening: Text | None = None) -> str:
    """Return what a list of contents says of an article or a heading; of one without a title, how it begins."""
    parts = [f'<span class="gz-num">{duo_once(label)}</span>'] if label else []
    if title:
        parts.append(f'<span class="gz-title">{duo_once(title)}</span>')
    elif opening:
        parts.append(f'<span class="gz-title gz-opening">{duo_once(opening)}</span>')
    return " ".join(parts)


def _related(related: Related, link: Callable[[str], str]) -> str:
    lines = []
    for kind in KINDS:
        places = getattr(related, kind)
        if places:
            links = " ".join(f'<a href="{link(place.target)}">{duo_once(place.text)}</a>' for place in places)
            lines.append(f"<p><b>{duo_once(word(kind.replace('_', '-')))}</b> {links}</p>")
    return f'<aside class="gz-related" data-search-exclude="1">{"".join(lines)}</aside>\n'


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - made of escaped text and our own tags
