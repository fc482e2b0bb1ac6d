"""The search index: how fast it is made and how large it is, and how much of what is there a query finds.

What the browser makes of it is measured by search_browser. Judged queries: benchmarks/queries/README.md.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from benchmarks import corpus
from benchmarks.measure import Row, pss, tree
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.text import Text
from guizhang.parallel import spread
from guizhang.site.search.build import index_files
from guizhang.site.search.evaluate import search
from guizhang.site.search.index import Index
from guizhang.site.search.partial import Partial, partial
from guizhang.site.search.unit import Kind, Unit
from guizhang.site.search.units import units_of_regulation, units_of_rest
from guizhang.site.search.write import About, write
from guizhang.site.texts import Prose
from guizhang.yamlio.content import load_project

_ROOT = Path(__file__).parents[1]
_SIZES = {1000: "", 5000: "", 20_000: "", 100_000: "<= 12"}
_SAMPLE = 150
_HAN = re.compile("[\u4e00-\u9fff]+")
_EVERYTHING = 1 << 20


def rows() -> Iterator[Row]:
    """Yield size and speed for each corpus, then what is found in the reference handbook."""
    for articles, target in _SIZES.items():
        yield from _built(articles, target)
    book = load_project(_ROOT).handbook.published()
    prose = Prose(book)
    units = [unit for r in book.regulations for unit in units_of_regulation(book, prose, r)] + units_of_rest(
        book, prose
    )
    index = Index(index_files(book))
    yield from _recall(index, units)
    yield from _readings(index, units)
    yield from _numbers(index, units)
    yield from _names(index, book, units)
    for half in ("dev", "closed", "everyday"):
        yield from _judged(index, half)


def _built(articles: int, target: str) -> Iterator[Row]:
    settings = Settings(title=Text(zh="规章"), company=Text(zh="公司"))

    def share(number: int) -> Partial:
        regulation = corpus.regulation(articles, number)
        book = Handbook(settings, (regulation,))
        return partial(units_of_regulation(book, Prose(book), regulation))

    shares = len(list(corpus.regulations(articles)))
    begun = _worked()
    made = _seconds(lambda: sum(1 for _ in spread(lambda n: len(corpus.regulation(articles, n).body), shares)))
    before = _worked()
    peak, done = 0.0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.15):
            peak = max(peak, sum(map(pss, tree(os.getpid()))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    start = time.perf_counter()
    sizes: Counter[str] = Counter()
    digest = hashlib.sha256()
    for name, content in write(list(spread(share, shares)), About("")):
        sizes[name.partition("/")[0]] += len(content)
        digest.update(name.encode() + content)
    spent, worked = time.perf_counter() - start, _worked() - before
    done.set()
    watcher.join()
    print(f"--- {articles:,} articles: sha256 {digest.hexdigest()[:12]}, bytes {dict(sizes)}")
    yield Row(
        f"{articles:,} articles, index made (the corpus itself: {made:.1f} s, not counted)", spent - made, "s", target
    )
    yield Row(f"{articles:,} articles, the same, work of all cores", worked - (before - begun), "s")
    yield Row(f"{articles:,} articles, peak memory of all processes", peak, "MB", "<= 500")
    yield Row(f"{articles:,} articles, index", sum(sizes.values()) / 1e6, "MB")
    yield Row(f"{articles:,} articles, manifest", sizes["manifest.js"] / 1e3, "kB")


def _worked() -> float:
    """Return the seconds that workers have worked, however many others used the machine."""
    times = os.times()
    return times.children_user + times.children_system


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _picked(values: Iterable[str], count: int) -> list[str]:
    """Return some of *values*, the same on every machine."""
    return sorted(set(values), key=lambda value: hashlib.sha256(value.encode()).digest())[:count]


def _key(url: str, body: str) -> str:
    return f"{url}\n{body}"


def _found(index: Index, query: str, limit: int) -> list[str]:
    """Return what is found with all of *query*, by `_key`."""
    return [_key(hit.shown.url, hit.shown.body_zh) for hit in search(index, query, limit).hits if not hit.partly]


def _recall(index: Index, units: Sequence[Unit]) -> Iterator[Row]:
    """Yield the share of units with a piece of Chinese that a query for it finds; the truth is Python's ``in``."""
    texts = {_key(u.url, u.body.zh): "\n".join((u.title.zh, *u.names, u.heading.shown.zh, u.body.zh)) for u in units}
    runs = [run for text in texts.values() for run in _HAN.findall(text)]
    pieces = {
        "single characters": _picked("".join(runs), _SAMPLE),
        "two characters": _picked((r[i : i + 2] for r in runs for i in range(len(r) - 1)), _SAMPLE),
        "three to six characters": _picked((r[i : i + 3 + i % 4] for r in runs for i in range(len(r) - 5)), _SAMPLE),
        "whole runs": _picked((r for r in runs if len(r) > 6), _SAMPLE),
        "with digits": _picked(re.findall("[0-9]{1,2}[一-鿿]{1,3}", "\n".join(texts.values())), _SAMPLE),
    }
    for name, queries in pieces.items():
        had = wanted = 0
        for query in queries:
            truth = {key for key, text in texts.items() if query in text}
            had += len(truth & set(_found(index, query, _EVERYTHING)))
            wanted += len(truth)
        yield Row(f"recall, {name}", had / wanted, "", "1")


def _readings(index: Index, units: Sequence[Unit]) -> Iterator[Row]:
    """Yield how often a title is found by its Traditional characters, its pinyin and its initials."""
    import opencc
    from pypinyin import lazy_pinyin

    traditional = opencc.OpenCC("s2t")
    titles = _picked(
        (u.title.zh for u in units if 3 <= len(u.title.zh) <= 8 and _HAN.fullmatch(u.title.zh)), 2 * _SAMPLE
    )
    ways: dict[str, tuple[Callable[[str], str], str]] = {
        "Traditional characters": (traditional.convert, "1"),
        "full pinyin": (lambda title: "".join(lazy_pinyin(title)), ">= .95"),
        "full pinyin, syllables apart": (lambda title: " ".join(lazy_pinyin(title)), ">= .95"),
        "initials": (lambda title: "".join(syllable[0] for syllable in lazy_pinyin(title)), ">= .9"),
    }
    for name, (spell, target) in ways.items():
        hits = sum(any(hit.shown.title_zh == title for hit in search(index, spell(title)).hits) for title in titles)
        yield Row(f"titles by {name}, hit@10", hits / len(titles), "", target)


def _numbers(index: Index, units: Sequence[Unit]) -> Iterator[Row]:
    """Yield how often an article's number with the name of its regulation puts it first."""
    from guizhang.model.numbering import article_label

    articles = [u for u in units if u.numbers and u.label.zh.startswith("第")]
    wanted = set(_picked((u.address for u in articles), _SAMPLE))
    first = asked = 0
    for unit in articles:
        if unit.address not in wanted:
            continue
        number, zh, en = unit.numbers[0], unit.heading.shown.zh.split("\n")[0], unit.heading.shown.en.split("\n")[0]
        label = article_label(number, "zh")
        for query in (
            f"{zh}{label}", f"{zh} {label}", f"{label} {zh}", f"{zh} 第{number}条", f"{zh} {label.removeprefix('第')}",
            f"{zh} {number}", f"{en} article {number}", f"art. {number} {en}",
        ):  # fmt: skip
            asked += 1
            hits = search(index, query, 1).hits
            first += bool(hits) and hits[0].shown.address == unit.address
    yield Row("article by number and regulation in eight forms, hit@1", first / asked, "", "1")


def _names(index: Index, book: Handbook, units: Sequence[Unit]) -> Iterator[Row]:
    """Yield how often a synonym finds its term, and one language's term what is written in the other."""
    terms = book.glossary.terms if book.glossary else ()
    synonyms = hits = 0
    for term in terms:
        for name in (*term.synonyms.zh, *term.synonyms.en):
            synonyms += 1
            hits += any(hit.shown.address == f"glossary/{term.id}" for hit in search(index, name).hits)
    yield Row("terms by their synonyms, hit@10", hits / synonyms, "", "1")
    by_title = defaultdict(set)
    for unit in units:
        if unit.kind is not Kind.TERM:
            by_title[unit.title.zh].add(unit.address)
    crossed = [t for t in terms if t.term.en and t.term.zh in by_title]
    found = sum(
        any(hit.shown.address in by_title[t.term.zh] for hit in search(index, t.term.en).hits)
        for t in crossed
        if t.term.en and t.term.zh
    )
    yield Row("titles by the English of their term, hit@10", found / len(crossed), "", "1")


def _judged(index: Index, half: str) -> Iterator[Row]:
    """Yield hit@10 of one file of the judged queries. Only totals: the closed half is not to be looked at."""
    path = Path(__file__).parent / "queries" / f"{half}.yaml"
    if not path.exists():
        return
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    reciprocal = 0.0
    first = cards = 0
    for query in yaml.safe_load(path.read_text(encoding="utf-8")):
        kind, relevant = query["kind"], query["relevant"]
        found = search(index, query["query"])
        places = [i for i, hit in enumerate(found.hits, 1) if hit.shown.address in relevant]
        asked[kind] += 1
        hits[kind] += bool(places)
        reciprocal += 1 / places[0] if places else 0
        first += kind == "number" and places[:1] == [1]
        cards += (
            kind == "figure"
            and found.card is not None
            and found.card.shown.address == relevant[0]
            and found.card.zh == query.get("figure", found.card.zh)
        )
    print(f"--- {half}: " + ", ".join(f"{kind} {hits[kind]}/{asked[kind]}" for kind in sorted(asked)))
    yield Row(f"{half}: hit@10 of {asked.total()} judged queries", hits.total() / asked.total(), "", ">= .98")
    yield Row(f"{half}: mean reciprocal rank", reciprocal / asked.total(), "")
    if asked["number"]:
        yield Row(f"{half}: article numbers, hit@1", first / asked["number"], "", "1")
    yield Row(f"{half}: card belongs to the first answer", cards / asked["figure"], "")
