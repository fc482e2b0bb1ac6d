"""How a regulation stands: its edition and dates, which text prevails, whom it binds, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.quantity import CalendarDate
from guizhang.model.regulation import Regulation
from guizhang.model.text import LANGS, Text
from guizhang.model.wording import print_date
from guizhang.site.texts import join_texts
from guizhang.site.words import word

DRAFT = "draft"
"""The version an import gives its drafts: a word, not a number."""


def edition_name(version: str) -> Text:
    """Return how a regulation's edition is called: 1.2 版, or 草稿."""
    return word(DRAFT) if version == DRAFT else Text(zh=f"{version} 版", en=f"Edition {version}")


def version_name(version: str) -> Text:
    """Return the version alone: 1.2, or 草稿."""
    return word(DRAFT) if version == DRAFT else Text(zh=version, en=version)


def metadata(book: Handbook, regulation: Regulation) -> list[tuple[Text, Text]]:
    """Return what stands under the title: edition, dates, which text prevails, whom it binds, who answers for it."""
    rows = [(word("edition"), version_name(regulation.edition.version))]
    for key in ("effective", "repealed"):
        day = getattr(regulation.edition, key)
        if day is not None:
            value = CalendarDate.parse(day.isoformat())
            rows.append((word(key), Text(zh=print_date(value, "zh"), en=print_date(value, "en"))))
    if len(book.settings.languages) > 1:
        rows.append((word("prevails"), word(f"prevails-{regulation.authoritative}")))
    roles = tuple(book.role_name(role) for role in regulation.applies_to)
    rows.append((word("applies-to"), join_texts(roles) if roles else word("everyone")))
    if regulation.owner:
        rows.append((word("owner"), book.role_name(regulation.owner)))
    return rows


def standing(book: Handbook, regulation: Regulation) -> Text:
    """Return one line on how the text stands: 1.2 版 · 2026年12月1日起施行 · 以中文为准."""
    if len(book.settings.languages) == 1:
        return join_texts(tuple(_edition(regulation)), " · ", " · ")
    prevails = word(f"prevails-{regulation.authoritative}")
    zh, en = ([getattr(part, lang) for part in _edition(regulation)] for lang in LANGS)
    return Text(
        zh=" · ".join((*zh, prevails.either("zh"))),
        en=" · ".join((*en, f"prevailing: {prevails.either('en')}")),
    )


def _edition(regulation: Regulation) -> Iterator[Text]:
    edition = regulation.edition
    yield edition_name(edition.version)
    if edition.effective:
        value = CalendarDate.parse(edition.effective.isoformat())
        yield Text(zh=f"{print_date(value, 'zh')}起施行", en=f"in force from {print_date(value, 'en')}")
    if edition.repealed:
        value = CalendarDate.parse(edition.repealed.isoformat())
        yield Text(zh=f"{print_date(value, 'zh')}起废止", en=f"repealed from {print_date(value, 'en')}")


def dated(regulation: Regulation) -> Text:
    """Return which text it is: 1.2 版，2026年12月1日起施行."""
    return join_texts(tuple(_edition(regulation)), zh="，")


def cite(regulation: Regulation) -> dict[str, Text]:
    """Return what stands around the number where an article is cited: 《投诉处理规定》第五条（1.2 版，…）."""
    edition = dated(regulation)
    return {
        "name": Text(zh=f"《{regulation.title.either('zh')}》", en=regulation.title.either("en")),
        "edition": Text(zh=f"（{edition.zh}）", en=f"({edition.en})"),
    }
