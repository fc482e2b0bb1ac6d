"""What changed from edition to edition: its pages, the line under an article, and texts that are not in force."""

import re
from dataclasses import replace
from datetime import date

import pytest

from guizhang.model.edition import EditionRecord, RecordedChange, RecordedLine
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Edition, Regulation
from guizhang.model.text import Text
from guizhang.site.build import build_site
from guizhang.site.changes import CHANGES, ROOM, edition_path, navigation, pages
from guizhang.site.force import force_of
from guizhang.site.history import history, history_html
from guizhang.site.paths import Addresses
from guizhang.yamlio.load import loads
from tests.site.conftest import write_project


def changed(address, was="可以", now="应当", **more):
    name = Text(zh="第一条 首次回复", en="Article 1 First reply")
    line = RecordedLine(was=Text(zh=f"客服人员{was}当天回复。"), now=Text(zh=f"客服人员{now}当天回复。"))
    return RecordedChange(**{"address": address, "name": name, "aspects": ("wording",), "lines": (line,), **more})


def record(name, *changes, issued=date(2026, 11, 20), **more):
    return EditionRecord(id=name, issued=issued, changes=changes, **more)


def told(handbook, *records):
    book = replace(handbook.published(), editions=records)
    return book, Addresses.of(book)


def by_path(found):
    return {page.path: page for page in found}


def test_a_handbook_without_records_has_no_such_page():
    empty = Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")))
    assert pages(empty, Addresses.of(empty)) == []
    assert navigation(empty) == ()


def test_editions_are_listed_the_latest_first(handbook):
    found = pages(
        *told(handbook, record("1.1", changed("complaints/first-reply")), record("1.2", issued=date(2027, 1, 1)))
    )
    assert [page.path for page in found] == [CHANGES, "changes/1.2.html", "changes/1.1.html"]
    html = found[0].html
    assert html.index(">1.2<") < html.index(">1.1<")
    assert "2026年11月20日发布" in html
    assert "Issued on 20 November 2026" in html


def test_a_change_shows_its_difference_and_leads_to_the_rule(handbook):
    html = by_path(pages(*told(handbook, record("1.1", changed("complaints/first-reply")))))["changes/1.1.html"].html
    assert "客服人员<del>可以</del><ins>应当</ins>当天回复。" in html
    assert 'href="../regulations/complaints/taking.html#first-reply"' in html


def remarks(handbook, change):
    html = by_path(pages(*told(handbook, record("1.1", change))))["changes/1.1.html"].html
    return re.findall(r'<p class="gz-remark">.*?lang="en"[^>]*>(.*?)</span>', html)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (("可以放行。", "may pass"), ("应当放行。", "may pass"), "only the Chinese was changed"),
        (("放行。", "may pass"), ("放行。", "must pass"), "only the English was changed"),
        (("可以放行。", "may pass"), ("应当放行。", "must pass"), None),
        (("可以放行。", None), ("应当放行。", None), None),
        (("放行，", "pass"), ("放行。", "pass"), None),
    ],
)
def test_a_language_that_did_not_follow_is_named(handbook, was, now, said):
    line = RecordedLine(was=Text(zh=was[0], en=was[1]), now=Text(zh=now[0], en=now[1]))
    found = remarks(handbook, changed("complaints/first-reply", lines=(line,)))
    assert [said in one for one in found] == ([True] if said else [])


def test_a_rule_that_moved_says_where_from(handbook):
    place = Text(zh="请假规定 · 第一章 总则", en="Leave · Chapter 1 General")
    change = changed("complaints/first-reply", was_address="leave/reply", aspects=("moved",), lines=(), was_place=place)
    assert remarks(handbook, change) == ["Moved from: Leave · Chapter 1 General"]


def test_what_is_gone_is_told_without_a_link(handbook):
    gone = changed(None, was_address="complaints/suggestion-box", aspects=("removed",), name=Text(zh="第九条 意见箱"))
    html = by_path(pages(*told(handbook, record("1.1", gone))))["changes/1.1.html"].html
    assert "第九条 意见箱" in html
    assert "#suggestion-box" not in html


def test_recorded_text_never_becomes_markup(handbook):
    bad = changed("complaints/first-reply", now="<img src=x onerror=alert(1)>", name=Text(zh="<script>1</script>"))
    book, addresses = told(handbook, record("1.1", bad, note=Text(zh="<i>", en="&amp;")))
    html = "".join(page.html for page in pages(book, addresses))
    html += history_html(history(book, addresses)["complaints/first-reply"], str)
    assert "<img" not in html
    assert "<script" not in html
    assert "<i>" not in html


def test_numbers_alone_stand_apart_and_are_no_history(handbook):
    change = changed("complaints/first-reply", aspects=("renumbered",), lines=(), was_name=Text(zh="第二条 首次回复"))
    book, addresses = told(handbook, record("1.1", change))
    html = by_path(pages(book, addresses))["changes/1.1.html"].html
    assert "gz-renumbered" in html
    assert "第二条 首次回复" in html
    assert "complaints/first-reply" not in history(book, addresses)


def test_a_large_edition_goes_on_on_further_pages(handbook):
    long = "字" * (ROOM // 3)
    many = [changed("complaints/first-reply", was=long, now=long + "多") for _ in range(4)]
    found = by_path(pages(*told(handbook, record("1.1", *many))))
    parts = [edition_path("1.1", n) for n in range(1, 5)]
    assert parts == [path for path in found if path != CHANGES]
    assert all(len(found[path].html) < 4 * ROOM for path in parts)
    assert 'rel="next" href="1.1/2.html"' in found[parts[0]].html
    anchors = [anchor for path in parts for anchor in found[path].anchors if anchor.startswith("gz-c")]
    assert sorted(anchors) == ["gz-c1", "gz-c2", "gz-c3", "gz-c4"]


def test_history_has_the_latest_first_and_its_difference_only(handbook):
    first = record("1.1", changed("complaints/first-reply"))
    second = record("1.2", changed("complaints/first-reply", was="应当", now="须"), issued=date(2027, 1, 1))
    (latest, earlier) = history(*told(handbook, first, second))["complaints/first-reply"]
    assert (latest.edition.zh, len(latest.lines)) == ("1.2 版", 1)
    assert (earlier.edition.en, earlier.lines) == ("Edition 1.1", ())
    assert earlier.target == "changes/1.1.html#gz-c1"


def test_history_follows_an_article_to_another_id(handbook):
    first = record("1.1", changed("complaints/reply"))
    second = record(
        "1.2", changed("complaints/first-reply", was_address="complaints/reply", aspects=("renamed",), lines=())
    )
    found = history(*told(handbook, first, second))
    assert [revision.edition.zh for revision in found["complaints/first-reply"]] == ["1.1 版"]
    assert "complaints/reply" not in found


def test_history_follows_two_articles_that_exchanged_their_ids(handbook):
    first = record("1.1", changed("complaints/first-reply"), changed("complaints/closing", now="必须"))
    there = changed("complaints/closing", was_address="complaints/first-reply", aspects=("renamed",), lines=())
    back = changed("complaints/first-reply", was_address="complaints/closing", aspects=("renamed",), lines=())
    found = history(*told(handbook, first, record("1.2", there, back)))
    assert "应当" in str(found["complaints/closing"][0].lines)
    assert "必须" in str(found["complaints/first-reply"][0].lines)


INSIDE = """
id: lists
title: {zh: 清单}
edition: {version: "1"}
body:
  - article: 1
    id: outer
    text: {zh: 应当带齐：}
    body:
      - item: 1
        id: inner
        text: {zh: 证件。}
"""


def test_a_provision_inside_an_article_is_told_with_the_article(handbook):
    inside, _ = loads(INSIDE, Regulation, "lists.yaml")
    book = replace(handbook.published(), regulations=(inside,))
    both = record("1.2", changed("lists/inner", aspects=("figures",)), changed("lists/outer"), issued=date(2027, 1, 1))
    book, addresses = told(book, record("1.1", changed("lists/inner")), both)
    (latest, earlier) = history(book, addresses)["lists/outer"]
    assert (latest.edition.zh, earlier.edition.zh) == ("1.2 版", "1.1 版")
    assert {tag.zh for tag in latest.tags} == {"数值", "文字"}
    assert len(latest.lines) == 2


def test_what_is_no_longer_published_has_no_history(handbook):
    assert not history(*told(handbook, record("1.1", changed("leave/secret-plan"), changed("complaints/gone"))))


FORCE = [
    (Edition(version="1"), None),
    (Edition(version="1", effective=date(2026, 12, 1)), ("2026-12-01", "", True, False)),
    (Edition(version="1", repealed=date(2027, 1, 1)), ("", "2027-01-01", False, True)),
]


@pytest.mark.parametrize(("edition", "expected"), FORCE)
def test_force_has_the_dates_and_what_is_said_of_each(edition, expected):
    found = force_of(edition)
    shown = (found.since, found.until, found.pending is not None, found.ended is not None) if found else None
    assert shown == expected


@pytest.fixture(scope="module")
def editions_site(tmp_path_factory):
    """The small handbook with a text not yet in force, one repealed and one in force."""
    base = tmp_path_factory.mktemp("editions")
    root = write_project(base / "project")
    folder = root / "content" / "regulations"
    complaints = (folder / "complaints.yaml").read_text(encoding="utf-8")
    (folder / "complaints.yaml").write_text(
        complaints.replace("effective: 2026-12-01", "effective: 2020-01-01"), encoding="utf-8"
    )
    leave = (folder / "leave.yaml").read_text(encoding="utf-8")
    (folder / "leave.yaml").write_text(leave.replace("2027-01-01", "2999-01-01"), encoding="utf-8")
    old = (folder / "without-articles.yaml").read_text(encoding="utf-8")
    (folder / "without-articles.yaml").write_text(
        old.replace('version: "1"', 'version: "1", repealed: 2020-01-01'), encoding="utf-8"
    )
    return build_site(root, base / "site").out


def test_a_build_does_not_depend_on_the_day(editions_site):
    for path in ("regulations/leave.html", "regulations/without-articles.html", "regulations/complaints.html"):
        notice = re.search(r'<p class="gz-force"[^>]*>', (editions_site / path).read_text(encoding="utf-8"))
        assert notice is None or "hidden" in notice[0]


def test_the_dates_stand_in_the_page_without_the_script(editions_site):
    chapter = (editions_site / "regulations/leave/basics.html").read_text(encoding="utf-8")
    assert "2999年1月1日起施行" in re.sub(r'<p class="gz-force".*?</p>', "", chapter, flags=re.DOTALL)
    own = (editions_site / "regulations/without-articles.html").read_text(encoding="utf-8")
    assert "2020年1月1日" in re.sub(r'<p class="gz-force".*?</p>', "", own, flags=re.DOTALL)


SAID = [
    ("regulations/leave/basics.html", "尚未施行：自2999年1月1日起施行"),
    ("regulations/without-articles.html", "已经废止：自2020年1月1日起不再施行"),
    ("regulations/complaints.html", ""),
]


@pytest.mark.parametrize(("path", "said"), SAID)
def test_a_reader_is_told_when_a_text_is_not_in_force(page, editions_site, path, said):
    page.goto((editions_site / path).as_uri() + "?lang=zh")
    notice = page.locator(".gz-force")
    assert notice.is_visible() is bool(said)
    assert not said or notice.inner_text().strip() == said


def test_the_line_under_an_article_unfolds_to_the_difference(page, editions_site):
    page.goto((editions_site / "regulations/complaints/taking.html").as_uri() + "?lang=both")
    line = page.locator("section[data-address='complaints/first-reply'] .gz-history")
    assert "2026.2" in line.locator("summary").inner_text()
    assert not line.locator("ins").first.is_visible()
    line.locator("summary").press("Enter")
    assert line.locator("[lang=zh-Hans] ins").first.inner_text() == "须"
    line.locator("p a").click()
    assert page.url.split("/")[-1].startswith("2026.2.html#gz-c1")
    assert page.locator("#gz-c1 h3").is_visible()
