"""Search the handbook from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import chosen_language, handbook_option, say, show, step
from guizhang.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guizhang.site.search.found import Found, Hit
    from guizhang.site.search.variants import Variant

_WIDTH = {"zh": 60, "en": 120}
_WHY = {
    "synonym": ("同义词", "synonym"),
    "pinyin": ("拼音", "pinyin"),
    "sound": ("同音", "same sound"),
    "typo": ("拼写", "spelling"),
}

_STANDING = {"": ("", ""), "pending": ("【尚未施行】", " [not yet in force]"), "ended": ("【已废止】", " [repealed]")}


@click.command()
@click.argument("query", nargs=-1, required=True)
@handbook_option
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Results shown, at most.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def search(query: tuple[str, ...], root: Path, limit: int, *, as_json: bool) -> None:
    """Search the handbook as its readers do.

    In Chinese, English or pinyin, or by number.
    """
    from guizhang.site.build import written_units
    from guizhang.site.search.build import index_files
    from guizhang.site.search.evaluate import search as find
    from guizhang.site.search.index import Index
    from guizhang.yamlio.content import load_project

    text = " ".join(query)
    with step("读取内容，建立索引", "reading the content, building the index"):
        loaded = load_project(root)
        written = written_units(root)
        index = Index(index_files(loaded.handbook.published(), written=written))
    faults = [fault for fault in loaded.diagnostics if fault.severity is Severity.ERROR]
    show(faults)
    found = find(index, text, limit, on=date.today())  # noqa: DTZ011 - the reader's own day, wherever that is
    if as_json:
        click.echo(json.dumps(_values(found), ensure_ascii=False, indent=1))
    else:
        _print(found)
        if not found.hits and not faults:  # where files could not be read nobody knows what is not there
            say("没有找到", "nothing found")
    raise SystemExit(0 if found.hits else 1)


def _values(found: Found) -> dict[str, object]:
    card = found.card
    return {
        "hits": [
            {
                "address": hit.shown.address,
                "url": hit.shown.url,
                "label": {"zh": hit.shown.label_zh, "en": hit.shown.label_en},
                "title": {"zh": hit.shown.title_zh, "en": hit.shown.title_en},
                "partly": hit.partly,
                "standing": hit.standing or "in_force",
            }
            for hit in found.hits
        ],
        "added": [{"typed": a.typed, "other": a.other, "why": a.why} for a in found.added],
        "lacking": list(found.lacking),
        "card": card
        and {
            "zh": card.zh,
            "en": card.en,
            "address": card.shown.address,
            "standing": card.standing or "in_force",
        },
    }


def _print(found: Found) -> None:
    if found.card:
        card = found.card
        say(
            f"= {card.zh}  {card.what_zh}（{card.shown.address}）{_STANDING[card.standing][0]}",
            f"= {card.en}  {card.what_en} ({card.shown.address}){_STANDING[card.standing][1]}",
        )
    for added in found.added:
        zh, en = _WHY[added.why]
        say(f"~ {added.typed} → {added.other}（{zh}）", f"~ {added.typed} → {added.other} ({en})")
    told = False
    for hit in found.hits:
        if hit.partly and not told:
            told = True
            _print_lacking(found.lacking)
        _print_hit(hit, found.asked)


def _print_lacking(lacking: Sequence[str]) -> None:
    if lacking:
        say(f"-- 以下没有：{'、'.join(lacking)}", f"-- without: {', '.join(lacking)}")
    else:
        say("-- 以下只有部分相符", "-- these match in part")


def _print_hit(hit: Hit, asked: Sequence[Sequence[Variant]]) -> None:
    from guizhang.site.search.snippet import snippet

    shown, language = hit.shown, chosen_language()
    texts = {"zh": snippet(shown.body_zh, asked, _WIDTH["zh"]), "en": snippet(shown.body_en, asked, _WIDTH["en"])}
    zh = (_named(shown.label_zh, shown.title_zh or shown.title_en, shown.heading_zh), texts["zh"])
    en = (_named(shown.label_en, shown.title_en or shown.title_zh, shown.heading_en), texts["en"])
    # What is not translated is shown as it stands.
    one = {"zh": [(zh[0], texts["zh"] or texts["en"])], "en": [(en[0], texts["en"] or texts["zh"])]}
    kept = one.get(language, [zh, en])
    standing = _STANDING[hit.standing]
    said = {"zh": standing[0], "en": standing[1]}.get(language, "".join(standing))
    click.echo(f"{' / '.join(title for title, _ in kept)}  [{shown.address or shown.url}]{said}")
    for _, line in kept:
        if line:
            click.echo(f"    {line}")


def _named(label: str, title: str, heading: str) -> str:
    """Return what a hit is called: number and title; without a title where it stands, outermost first."""
    return f"{label} {title}".strip() if title else " › ".join(name for name in (*heading.split("\n"), label) if name)
