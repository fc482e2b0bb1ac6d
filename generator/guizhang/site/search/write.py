"""The partials of a handbook to the files of its index. Formats: docs/search.md 2 and 3.

Identical partials give identical bytes: nothing here depends on which worker was first.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from guizhang.model.glossary import Term
from guizhang.model.handbook import Handbook
from guizhang.model.text import Text
from guizhang.parallel import spread
from guizhang.site.search.asking import HINTS, QUESTIONS, SPELT, STOPS, asking, needed, silent
from guizhang.site.search.everyday import TYPED_ONLY, groups
from guizhang.site.search.fold import fold
from guizhang.site.search.merge import BLOCK, Lines, bases, merge
from guizhang.site.search.partial import GROUPS, PER_FILE, Partial
from guizhang.site.search.rank import RANK
from guizhang.site.search.sounds import characters_by_sound, pairs_by_sound, typed
from guizhang.site.search.tokens import text_terms
from guizhang.site.search.unit import NAMES, Kind
from guizhang.zh.script import simplified_variants

_SHARD = 6144
"""Characters of a file of terms, about."""
_SORTED = {"w": 12288, "p": 4096, "s": 4096}
"""The same for files in order; what is typed first (suggestions) costs least."""
_INLINE = 96 * 1024
_PHRASES = 5000
_SMALL = 4000
"""Documents; below, starting processes takes longer than the work."""
_LAST_COMMON_ROW = 0xD7
"""Of GB 2312; its first level has the characters of everyday text."""


@dataclass(frozen=True, slots=True)
class About:
    """What the manifest says of the handbook beside what is found in its units."""

    content: str
    """The mark of this build, which every page carries too."""
    roles: tuple[tuple[str, Text], ...] = ()
    themes: tuple[tuple[str, Text], ...] = ()
    groups: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Words of the same meaning, Chinese and English, the term itself first; then words that stand for them in a query
    though the text must not use them."""

    dated: tuple[tuple[str, str, str], ...] = ()
    """What names days, a regulation or a rule of it: address, first day in force, first day no longer in force. The reader's day tells which bind."""

    @classmethod
    def of(cls, book: Handbook, content: str) -> About:
        """Return what *book* says."""
        settings = book.settings
        terms = book.glossary.terms if book.glossary else ()
        return cls(
            content,
            tuple((role_id, role.name) for role_id, role in settings.roles.items()),
            tuple(settings.themes.items()),
            tuple(_group(term) for term in terms),
            tuple(_dated(book)),
        )


def _dated(book: Handbook) -> Iterator[tuple[str, str, str]]:
    """Yield the days of regulations, and those of rules whose regulation stays in force as it was until they change."""
    for address in (*(rule.id for rule in book.regulations), *book.changing):
        edition = book.edition_at(address)
        if edition is not None and (edition.effective is not None or edition.repealed is not None):
            yield address, _iso(edition.effective), _iso(edition.repealed)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _group(term: Term) -> tuple[tuple[str, ...], ...]:
    names = ((term.term.zh, *term.synonyms.zh), (term.term.en, *term.synonyms.en))
    return (*(tuple(name for name in both if name) for both in names), (*term.forbidden.zh, *term.forbidden.en))


def write(partials: Sequence[Partial], about: About) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index: path below its folder, content.

    Args:
        partials: In reading order.
        about: What the manifest says of the handbook.
    """
    count = sum(part.count for part in partials)
    shares = list(spread(lambda group: merge(partials, group), GROUPS, small=count < _SMALL))
    facts: dict[str, object] = {"n": bases(partials)[-1], "count": count, "per": PER_FILE, "block": BLOCK}
    build = hashlib.sha256()
    held: list[tuple[str, bytes]] = []
    size, inline = 0, True
    for name, value in _files(partials, shares, facts):
        call = _call(name, value)
        build.update(call)
        size += len(call)
        held.append((name, call))
        inline = inline and size <= _INLINE
        if not inline:
            yield from ((f"{held_name}.js", held_call) for held_name, held_call in held)
            held = []
    facts |= _told(about) | _meanings(about, shares) | {"build": build.hexdigest()[:12], "inline": inline}
    head = _call("manifest", json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode())
    yield "manifest.js", head + b"".join(call for _, call in held)


def _call(name: str, value: bytes) -> bytes:
    return b'guizhangSearch("%s",%s);\n' % (name.encode(), value)


def _files(
    partials: Sequence[Partial], shares: Sequence[Lines], facts: dict[str, object]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files but the manifest as (name, JavaScript value), and note in *facts* what it says of them."""
    yield from _hashed(shares, facts)
    yield from _in_order("w", sorted(line for share in shares for line in share.words), facts)
    pairs = sorted(pair for share in shares for pair in share.pairs)
    yield from _sounds(pairs, facts)
    yield from _in_order("s", _suggestions(partials), facts)
    yield from _frequent(shares, facts)
    numbered = 0
    for part in partials:
        for text in part.files:
            yield f"d/{numbered}", b'"%s"' % text
            numbered += 1


def _hashed(shares: Sequence[Lines], facts: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    size = sum(len(line) + 1 for share in shares for _, line in share.hashed)
    number = 1 << max(0, size // _SHARD).bit_length()
    shards: list[list[str]] = [[] for _ in range(number)]
    for share in shares:
        for value, line in share.hashed:
            shards[value % number].append(line)
    facts["t"] = number
    yield from ((f"t/{i}", _text(sorted(lines))) for i, lines in enumerate(shards))


def _in_order(store: str, lines: Iterable[str], facts: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of records in order, cut where they get too long."""
    firsts: list[str] = []
    shards: list[list[str]] = []
    room = 0
    for line in lines:
        if not shards or len(line) > room:
            firsts.append(line.partition(" ")[0])
            shards.append([])
            room = _SORTED[store]
        shards[-1].append(line)
        room -= len(line) + 1
    facts[store] = firsts
    yield from ((f"{store}/{i}", _text(shard)) for i, shard in enumerate(shards))


def _text(lines: Iterable[str]) -> bytes:
    return ("`\n" + "".join(line + "\n" for line in lines) + "`").encode()


def _sounds(pairs: Sequence[tuple[str, int]], facts: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    found = {term for term, _ in pairs if len(term) == 1}
    facts["syllables"] = " ".join(sorted({syllable for char in found for syllable in typed(char)}))
    facts["han"] = _variants(found)
    yield from _in_order("p", (f"{key} {value}" for key, value in sorted(pairs_by_sound(pairs).items())), facts)
    # A wrong character of the right sound need not stand anywhere in the text.
    common = _common()
    yield "r", _text(f"{key} {value}" for key, value in characters_by_sound(found | common).items())


def _common() -> set[str]:
    """Return the everyday characters: the first level of GB 2312, in rows of 94."""
    rows = (bytes([row, cell]) for row in range(0xB0, _LAST_COMMON_ROW + 1) for cell in range(0xA1, 0xFF))
    return set(b"".join(rows).decode("gb2312", errors="ignore"))


def _variants(found: set[str]) -> list[str]:
    """Return the characters that the fold makes into one of *found*, and beside them what they become."""
    kept = sorted((char, plain) for char, plain in simplified_variants().items() if plain in found)
    return ["".join(char for char, _ in kept), "".join(plain for _, plain in kept)]


def _suggestions(partials: Sequence[Partial]) -> list[str]:
    weights: Counter[str] = Counter()
    for part in partials:
        weights.update(part.phrases)
    best = sorted(weights, key=lambda text: (-weights[text], text))[:_PHRASES]
    clean = (text.replace("\\", "").replace("`", "").replace("${", "") for text in best)
    return sorted({f"{key} {text}" for text in clean if (key := fold(text).replace(" ", ""))})


def _frequent(shares: Sequence[Lines], facts: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    found = sorted(pair for share in shares for pair in share.frequent)
    facts["frequent"] = " ".join(term for term, _ in found)
    for i, (_, blocks) in enumerate(found):
        yield from ((f"h/{i}-{block}", f'"{text}"'.encode()) for block, text in enumerate(blocks))


def _told(about: About) -> dict[str, object]:
    return {
        "content": about.content,
        "kinds": [[str(kind), *NAMES[kind]] for kind in Kind],
        "roles": [[role, name.zh, name.en] for role, name in about.roles],
        "themes": [[theme, name.zh, name.en] for theme, name in about.themes],
        "dated": {rule: [since, until] for rule, since, until in about.dated},
        "asking": asking(),
        "needed": needed(),
        "questions": dict((*QUESTIONS, *SPELT, *HINTS)),
        "stops": STOPS,
        "rank": RANK,
    }


def _meanings(about: About, shares: Sequence[Lines]) -> dict[str, object]:
    """Return words of the same meaning: the company's own, then everyday ones as far as the text has them.

    Words that stand nowhere would be looked for in vain; they only stand for the others when typed.
    """
    there = {line.partition(" ")[0] for share in shares for line in share.words}
    there |= {term for share in shares for term, _ in share.pairs}
    everyday = []
    for both in groups():
        looked_for = ([form for form in forms if form not in TYPED_ONLY] for forms in both)
        kept = [tuple(form for form in forms if there.issuperset(text_terms(fold(form)))) for forms in looked_for]
        if any(kept):
            everyday.append(
                (*kept, tuple(form for forms in both for form in forms if form not in (*kept[0], *kept[1])))
            )
    found = [*about.groups, *everyday]
    names = (fold(form) for zh, _, asked in found for form in (*zh, *asked))
    return {"groups": found, "declared": len(about.groups), "fillers": silent(names)}
