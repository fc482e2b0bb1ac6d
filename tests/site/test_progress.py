"""Marks of reading: what changes them, and that pages and lists agree on them."""

import gzip
import json
import re

import pytest

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Regulation
from guizhang.site import progress
from guizhang.site.amounts import Amount
from guizhang.site.compose import compose
from guizhang.site.texts import Prose
from guizhang.yamlio.load import loads

RULE = """
id: rule
title: {zh: 规定, en: Rule}
edition: {version: "1"}
body:
  - chapter: 1
    id: one
    title: {zh: 一, en: One}
    body:
      - article: 1
        id: first
        title: {zh: 回复, en: Reply}
        facts:
          time: {kind: duration, value: PT24H, bound: max}
        body:
          - norm: duty
            text:
              zh: 须在${time}内回复。
              en: Reply within ${time}.
            translated_from: {en: HASH}
            body:
              - item: 1
                text: {zh: 口头；, en: orally;}
              - item: 2
                text: {zh: 书面。}
"""


def article(text, handbook):
    value, faults = loads(text, Regulation, "rule.yaml")
    assert not faults, faults
    book = Handbook(handbook.settings, (value,))
    (chapter,) = progress.reading("", Prose(book), value).chapters
    return chapter.articles[0]


@pytest.fixture(scope="module")
def rule(handbook):
    """The rule with the hash its translation rests on."""
    from guizhang.model.fingerprint import text_hash

    return RULE.replace("HASH", f'"{text_hash("须在${time}内回复。")}"')


@pytest.mark.parametrize(
    ("what", "old", "new", "changes"),
    [
        ("a word of the Chinese, so the English is out of date", "内回复", "内答复", "both"),
        ("a word of the English", "Reply within", "Answer within", "en"),
        ("a figure", "PT24H", "PT12H", "both"),
        ("the title", "回复, en: Reply", "首次回复, en: Reply", "zh"),
        ("a missing translation arrives", "{zh: 书面。}", "{zh: 书面。, en: in writing.}", "en"),
        ("an untranslated item, which both readers see", "书面。", "书面为准。", "both"),
        ("an item goes", "              - item: 2\n                text: {zh: 书面。}\n", "", "both"),
        ("items change places", "口头；, en: orally;", "书面；, en: orally;", "zh"),
        ("white space", "Reply within", "Reply   within", ""),
        ("the printed number", "article: 1", "article: 7", ""),
        ("an item's label", "item: 1\n", "item: 1\n                label: ⑴\n", ""),
        ("the norm, which is ours and not the text's", "norm: duty", "norm: procedure", ""),
        ("the chapter", "id: one", "id: two", ""),
        ("themes and sources", "id: first\n", "id: first\n        sources: [F1]\n", ""),
    ],
)
def test_a_mark_changes_with_what_the_reader_sees(rule, handbook, what, old, new, changes):
    assert old in rule
    before, after = article(rule, handbook).mark, article(rule.replace(old, new), handbook).mark
    halves = {"zh": before[:4] != after[:4], "en": before[4:] != after[4:]}
    assert halves == {"zh": changes in ("zh", "both"), "en": changes in ("en", "both")}, what


def test_a_mark_is_short_and_plain(rule, handbook):
    found = article(rule, handbook)
    assert re.fullmatch(r"[\w-]{8}", found.mark)
    assert [line.get("zh") for line in found.lines] == ["回复", "须在24小时内回复。", "口头；", "书面。"]
    assert [line.get("en") for line in found.lines] == ["Reply", "Reply within 24 hours.", "orally;", None]
    assert (found.amount.characters, found.amount.english) == (2 + 10 + 3 + 3, 1 + 4 + 1 + 1)
    assert found.amount.first == "regulations/rule/one.html#first"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("口头", "当面"),
        ("article: 1", "article: 7"),
        ("id: first\n", "id: first\n        applies_to: [agent]\n"),
        ("id: one", "id: two"),
        ("{zh: 一, en: One}", "{zh: 总则, en: One}"),
    ],
)
def test_browsers_ask_anew_for_what_changed(rule, handbook, old, new):
    def version(text):
        value, _ = loads(text, Regulation, "rule.yaml")
        return progress.reading("", Prose(Handbook(handbook.settings, (value,))), value).version

    assert old in rule
    assert version(rule) == version(rule)
    assert version(rule) != version(rule.replace(old, new))


def test_roles_are_those_of_the_article_and_its_clauses(rule, handbook):
    assert article(rule, handbook).roles == ()
    named = rule.replace("id: first\n", "id: first\n        applies_to: [reception]\n")
    named = named.replace("item: 2\n", "item: 2\n                applies_to: [agent]\n")
    assert article(named, handbook).roles == ("agent", "reception")


def read_scripts(files):
    """The lists and texts in *files*, by what they are called."""
    found = {}
    for path, data in files.items():
        match = re.fullmatch(r"guizhangReading\((\"[^\"]+\"),(.*)\);\n", data.decode(), re.DOTALL)
        assert match, path
        name = json.loads(match[1])
        assert path == f"assets/guizhang/reading/{name}.js"
        found[name] = json.loads(match[2])
    return found


def test_every_article_of_every_page_is_in_its_list_with_its_mark(site):
    pages, lists, texts = {}, {}, {}
    for page in (site / "regulations").rglob("*.html"):
        for found in re.finditer(r'data-address="([^"]+)"(?: data-mark="([^"]+)")?', page.read_text(encoding="utf-8")):
            assert found[1] not in pages
            pages[found[1]] = (found[2], page.relative_to(site / "regulations").as_posix())
    files = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in (site / "assets").rglob("reading/**/*.js")
    }
    for name, value in read_scripts(files).items():
        regulation, _, chapter = name.partition("/")
        if chapter:
            texts |= {
                f"{regulation}/{i}": (a["mark"], _page(regulation, chapter)) for i, a in value["articles"].items()
            }
        else:
            for inner, articles in value["chapters"]:
                lists |= {f"{regulation}/{i}": (mark, _page(regulation, inner)) for i, mark, *_ in articles}
    assert len(pages) >= 7
    assert pages == lists == texts
    assert not [address for address in pages if "secret-plan" in address], "what is not adopted is on no list"


def _page(regulation, chapter):
    return f"{regulation}.html" if chapter == progress.FRONT else f"{regulation}/{chapter}.html"


def test_a_provision_is_marked_whether_it_heads_a_block_or_not(handbook):
    """A titled item heads a block of its own under a heading, and is a row under a paragraph."""
    text = """
id: rule
title: {zh: 规定, en: Rule}
edition: {version: "1"}
body:
  - text: {zh: 总则如下：, en: "In general:"}
    body:
      - item: 1
        id: inside
        title: {zh: 礼貌, en: Courtesy}
        text: {zh: 待人有礼。, en: Be polite.}
  - item: 1
    id: outside
    title: {zh: 准时, en: Punctuality}
    text: {zh: 按时到岗。, en: Be on time.}
"""
    value, faults = loads(text, Regulation, "rule.yaml")
    assert not faults
    book = Handbook(handbook.settings, (value,))
    (page,) = [page for page in compose(book).pages if page.path == "regulations/rule.html"]
    marks = progress.reading("", Prose(book), value).marks
    assert re.findall(r'<(\w+) class="[^"]*" data-address="([^"]+)" data-mark="([^"]+)"', page.html) == [
        ("div", "rule/inside", marks["rule/inside"]),
        ("section", "rule/outside", marks["rule/outside"]),
    ]
    assert list(marks) == ["rule/inside", "rule/outside"]


def test_counts_by_role_add_up(handbook):
    book = handbook.published()
    prose = Prose(book)
    found = {r.id: progress.tallies(progress.reading("", prose, r)) for r in book.regulations}
    # Complaints bind agents and receptionists, the others everyone.
    assert found["complaints"].amount().rules == 2
    assert found["complaints"].amount("agent") == found["complaints"].amount()
    assert found["complaints"].amount("manager") == Amount()
    assert found["leave"].amount("manager").rules == 4
    assert found["leave"].amount().first == "regulations/leave/basics.html#untitled"


def test_the_page_of_marks_names_what_there_is(handbook):
    (page,) = [page for page in compose(handbook).pages if page.path == progress.PATH]
    rows = re.findall(r'<(?:li|p) class="gz-progress-row" ([^>]*)>', page.html)
    counted = [
        (re.search(r'data-(?:role|regulation)="([^"]+)"', row), int(re.search(r'count="(\d+)"', row)[1]))
        for row in rows
    ]
    named = {match[1]: count for match, count in counted if match}
    assert named["complaints"] == 2
    assert named["manager"] == counted[0][1] - named["complaints"], "complaints are not for managers"
    assert named["agent"] == counted[0][1]


@pytest.mark.parametrize("nasty", ["</script><script>alert(1)</script>", "a\u2028b", 'a"b\\c', "$&<b>"])
def test_texts_cannot_leave_their_script(rule, handbook, nasty):
    text = rule.replace("口头；", json.dumps(nasty, ensure_ascii=True))
    value, _ = loads(text, Regulation, "rule.yaml")
    read = progress.reading("", Prose(Handbook(handbook.settings, (value,))), value)
    texts = read_scripts(progress.assets(read))["rule/one"]
    assert texts["articles"]["first"]["zh"][2] == nasty


def test_pages_carry_little(site):
    """A rule page's own script stays small; what compares wordings and what fills lists comes when it is called for."""
    assets = site / "assets" / "guizhang"
    assert len(gzip.compress((assets / "progress.js").read_bytes(), 9)) <= 4224
    chapter = (site / "regulations/complaints/taking.html").read_text(encoding="utf-8")
    assert "progress.js" in chapter
    assert "progress-lists" not in chapter
    assert "progress-changes" not in chapter
