"""Each kind of change, on one small handbook."""

import pytest

from guizhang.editions.compare import compare
from guizhang.editions.matching import match
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from tests.editions.rules import (
    GLOSSARY,
    RECORD,
    SCRIPTS,
    SETTINGS,
    VISITS,
    articles,
    aspects,
    book,
    changed,
    edited,
    only,
)

GREETING = "前台人员应当起立问候来访者。"
BADGE = "来访者离开时须交还来访证，证件遗失的照价赔偿。"
BADGE_ARTICLE = VISITS[VISITS.index("      - article: 3") :]

CASES = [
    ("a word", [(GREETING, "前台人员应当起立迎候来访者。")], {"visits/greeting": {"wording"}}),
    (
        "both languages",
        [(GREETING, "前台人员应当起立迎候来访者。"), ("stand up and greet", "stand up and meet")],
        {"visits/greeting": {"wording"}},
    ),
    ("the translation alone", [("stand up and greet", "rise and greet")], {"visits/greeting": {"translation"}}),
    (
        "the translation is gone",
        [(", en: The receptionist shall stand up and greet visitors.}", "}")],
        {"visits/greeting": {"translation"}},
    ),
    ("punctuation", [("等候。", "等候")], {"visits/entry": {"format"}}),
    ("full width", [(GREETING, "前台人员应当起立问候来访者．")], {"visits/greeting": {"format"}}),
    ("script", [(GREETING, "前臺人員應當起立問候來訪者。")], {"visits/greeting": {"format"}}),
    (
        "blanks",
        [
            (
                "The receptionist shall stand up and greet visitors.",
                "The receptionist  shall stand up and greet visitors.",
            )
        ],
        {"visits/greeting": {"format"}},
    ),
    ("a figure", [("value: PT10M", "value: PT5M")], {"visits/entry": {"figures"}}),
    ("the bound of a figure", [("bound: max", "bound: min")], {"visits/entry": {"figures"}}),
    ("the form of a figure", [("bound: max,", "bound: max, zh: 十分钟,")], {"visits/entry": {"format"}}),
    (
        "a norm and its word",
        [("norm: permission", "norm: duty"), ("来访者可以在大厅", "来访者应当在大厅")],
        {"visits/entry": {"strength", "wording"}},
    ),
    ("a norm alone", [("norm: permission", "norm: prohibition")], {"visits/entry": {"strength"}}),
    ("the word of a norm alone", [("来访者可以在大厅", "来访者必须在大厅")], {"visits/entry": {"strength", "wording"}}),
    (
        "a duty that became a statement",
        [("        norm: duty\n        text: {zh: " + BADGE, "        norm: statement\n        text: {zh: " + BADGE)],
        {"visits/badge": {"strength"}},
    ),
    (
        "a norm noted for the first time",
        [("  - text: {zh: 为", "  - norm: statement\n    text: {zh: 为")],
        {"visits": {"scope"}},
    ),
    ("a title", [("zh: 迎接", "zh: 迎候")], {"visits/greeting": {"wording"}}),
    (
        "an item more",
        [
            (
                "              - item: 2\n",
                "              - item: 2\n                text: {zh: 单位；}\n              - item: 3\n",
            )
        ],
        {"visits/entry": {"wording"}},
    ),
    (
        "items exchanged",
        [
            ("zh: 姓名；, en: the name;", "zh: 事由。, en: the reason. "),
            ("{zh: 事由。, en: the reason.}", "{zh: 姓名；, en: the name;}"),
        ],
        {"visits/entry": {"moved"}},
    ),
    ("a number", [("article: 3", "article: 4")], {"visits/badge": {"renumbered"}}),
    (
        "the script of a label",
        [("- item: 2", "- item: 2\n                label: 〔二〕")],
        {"visits/entry": {"format"}},
    ),
    ("a label", [("- item: 2", "- item: 2\n                label: B、")], {"visits/entry": {"renumbered"}}),
    ("a chapter's number", [("chapter: 2", "chapter: 3")], {"visits/leaving": {"renumbered"}}),
    ("a chapter's title", [("zh: 离开, en: Leaving", "zh: 送别, en: Leaving")], {"visits/leaving": {"wording"}}),
    (
        "roles",
        [
            (
                "        norm: duty\n        text: {zh: " + GREETING,
                "        applies_to: [agent]\n        norm: duty\n        text: {zh: " + GREETING,
            )
        ],
        {"visits/greeting": {"scope"}},
    ),
    ("roles of all", [("applies_to: [desk]", "applies_to: [desk, agent]")], {"visits": {"scope"}}),
    (
        "the edition",
        [('version: "1.0", effective: 2026-01-01', 'version: "1.1", effective: 2027-01-01')],
        {"visits": {"scope"}},
    ),
    (
        "not adopted",
        [("        id: badge\n", "        id: badge\n        adopted: false\n")],
        {"visits/badge": {"scope"}},
    ),
    ("the preamble", [("为接待好每一位来访者，", "为有序接待来访者，")], {"visits": {"wording"}}),
    (
        "what a figure is about",
        [("zh: 等候时间, en: waiting time", "zh: 等候的时间, en: waiting time")],
        {"visits/entry": {"wording"}},
    ),
    (
        "removed",
        [(BADGE_ARTICLE, "      - article: 4\n        id: farewell\n        text: {zh: 送客至电梯口并道别。}\n")],
        {"visits/badge": {"removed"}, "visits/farewell": {"added"}},
    ),
    ("another id", [("id: badge", "id: returning")], {"visits/returning": {"renamed"}}),
    (
        "another id and a word",
        [("id: badge", "id: returning"), ("照价赔偿", "按价赔偿")],
        {"visits/returning": {"renamed", "wording"}},
    ),
    ("an id of the regulation", [("id: visits", "id: visitors")], {"visitors": {"renamed"}}),
    (
        "a source, which is nobody's business",
        [("        id: badge\n", "        id: badge\n        sources: [F001]\n")],
        {},
    ),
    (
        "nothing but the words of a figure",
        [("${wait}的，前台", "10分钟的，前台"), ("After ${wait}", "After 10 minutes")],
        {},
    ),
]


@pytest.mark.parametrize(("edits", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_kind_of_change_is_told_apart(edits, expected):
    assert aspects(changed(*edits)) == expected


BESIDE = [
    ("a script", {"scripts": edited(SCRIPTS, ("您好，欢迎光临", "您好，请进"))}, {"desk-scripts/hello": {"wording"}}),
    (
        "verbatim",
        {"scripts": edited(SCRIPTS, ('welcome"}}', 'welcome"}, verbatim: true}'))},
        {"desk-scripts/hello": {"scope"}},
    ),
    (
        "a field is asked for",
        {"record": edited(RECORD, ("en: name}}", "en: name}, required: true}"))},
        {"visitor-book": {"scope"}},
    ),
    ("a field more", {"record": RECORD + "      - {id: firm, label: {zh: 单位}}\n"}, {"visitor-book": {"wording"}}),
    ("a term", {"glossary": edited(GLOSSARY, ("要见的人", "求见的人"))}, {"glossary/host": {"wording"}}),
    ("the company", {"settings": edited(SETTINGS, ("某公司", "甲公司"))}, {"": {"wording"}}),
    ("a parameter", {"settings": SETTINGS + "parameters: {visits/entry#wait: PT1H}\n"}, {"visits/entry": {"figures"}}),
    ("a parameter that says the same", {"settings": SETTINGS + "parameters: {visits/entry#wait: PT10M}\n"}, {}),
    ("the logo for the dark view", {"settings": SETTINGS + "brand: {logo_dark: a.svg}\n"}, {"": {"scope"}}),
    ("the picture in the tab", {"settings": SETTINGS + "brand: {favicon: a.svg}\n"}, {"": {"scope"}}),
    (
        "a role's name changes no rule",
        {"settings": edited(SETTINGS, ("zh: 前台, en: rec", "zh: 前厅, en: rec"))},
        {"": {"wording"}},
    ),
]


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in BESIDE], ids=[case[0] for case in BESIDE])
def test_what_stands_beside_the_rules_is_compared_too(files, expected):
    assert aspects(compare(book(), book(**files))) == expected


def one(comparison):
    (change,) = comparison.changes
    return change


def test_a_parameter_is_shown_as_the_figure_it_prints():
    change = one(compare(book(), book(settings=SETTINGS + "parameters: {visits/entry#wait: PT1H}\n")))
    (figure,) = change.figures
    assert (figure.name, figure.old_value, figure.new_value) == ("#wait", "PT10M", "PT1H")
    assert (figure.old.zh, figure.new.zh, figure.new.en) == ("最多10分钟", "最多1小时", "at most 1 hour")
    (row,) = change.rows
    assert [piece.text for piece in row.zh if piece.op != "same"] == ["10分钟", "1小时"]


def test_a_figure_in_the_words_is_named_with_its_bound():
    old = only(articles("投诉须在不超过3天内答复客户并登记结果。"))
    change = one(compare(old, only(articles("投诉须在不超过5天内答复客户并登记结果。"))))
    (figure,) = change.figures
    assert (figure.old.zh, figure.new.zh, figure.old_value, figure.new_value) == ("最多3天", "最多5天", "P3D", "P5D")


STRENGTHS = [
    ("员工可以在办公区用餐。", "员工不得在办公区用餐。", ("permission", "prohibition", "stricter")),
    ("员工应当在大厅等候客户。", "员工可以在大厅等候客户。", ("duty", "permission", "looser")),
    ("员工应当向客户说明原因。", "员工不得向客户说明原因。", ("duty", "prohibition", "other")),
    ("员工宜提前到岗做好准备。", "员工必须提前到岗做好准备。", ("recommendation", "duty", "stricter")),
]


@pytest.mark.parametrize(("old", "new", "expected"), STRENGTHS)
def test_strength_is_read_from_the_words_where_no_norm_is_noted(old, new, expected):
    (found,) = one(compare(only(articles(old)), only(articles(new)))).strengths
    assert (found.old, found.new, found.turn) == expected
    assert not found.typed


def test_a_word_that_joins_another_turns_nothing():
    old, new = "被访人全程陪同访客，不得让访客单独停留。", "被访人应当全程陪同访客，不得让访客单独停留。"
    assert not one(compare(only(articles(old)), only(articles(new)))).strengths


def test_other_clauses_of_a_row_turn_nothing():
    """The clause that stayed is not taken for the one that was reworded."""
    old = "员工应当登记来访者姓名。员工可以复印证件。"
    new = "员工应当登记来访者姓名和电话。员工可以复印证件。"
    assert not one(compare(only(articles(old)), only(articles(new)))).strengths


STALE = [
    ([(GREETING, "前台人员应当起立迎候来访者。")], ("en",)),
    ([(GREETING, "前台人员应当起立迎候来访者。"), ("stand up and greet", "stand up and meet")], ()),
    ([("stand up and greet", "rise and greet")], ()),
    ([(GREETING, "前台人员应当起立问候来访者")], ()),
    ([("value: PT10M", "value: PT5M")], ()),
]


@pytest.mark.parametrize(("edits", "expected"), STALE)
def test_a_translation_that_did_not_follow_is_named(edits, expected):
    assert one(changed(*edits)).stale == expected


def test_a_translation_confirmed_against_the_new_text_is_not_stale():
    from guizhang.model.fingerprint import text_hash

    new = "前台人员应当起立迎候来访者。"
    mark = text_hash(f"迎接\n{new}")
    edits = [
        (GREETING, new),
        (
            "        norm: duty\n        text: {zh: " + GREETING[:4],
            f"        norm: duty\n        translated_from: {{en: {mark}}}\n        text: {{zh: " + GREETING[:4],
        ),
    ]
    assert one(changed(*reversed(edits))).stale == ()


def test_the_english_text_can_be_the_source():
    edits = [("applies_to: [desk]", "applies_to: [desk]\nauthoritative: en")]
    old, new = edited(VISITS, *edits), edited(VISITS, *edits, ("stand up and greet", "rise and greet"))
    change = one(compare(book(old), book(new)))
    assert ({str(a) for a in change.aspects}, change.stale) == ({"wording"}, ("zh",))


def test_an_article_that_moved_to_another_chapter_says_from_where():
    block = BADGE_ARTICLE.replace("article: 3", "article: 3").rstrip("\n")
    moved = edited(VISITS, (BADGE_ARTICLE, "      - article: 4\n        id: farewell\n        text: {zh: 送客。}\n"))
    moved = edited(moved, ("  - chapter: 2", f"{block}\n  - chapter: 2"))
    found = {change.entry.address: change for change in compare(book(), book(moved)).changes}
    change = found["visits/badge"]
    assert [str(a) for a in change.aspects] == ["moved"]
    assert (change.old_home.zh, change.new_home.en) == ("第二章 离开", "Chapter 1 Arrival")


def test_only_the_article_that_moved_in_its_chapter_is_moved():
    texts = [f"第{n}件事由值班人员办理并登记结果。" for n in "一二三四五"]
    names = [f"rule-{n}" for n in "abcde"]
    old = only(articles(*texts, ids=names))
    order = [4, 0, 1, 2, 3]
    new = only(articles(*(texts[i] for i in order), ids=[names[i] for i in order]))
    found = aspects(compare(old, new))
    assert found["many/rule-e"] == {"moved", "renumbered"}
    assert all(found[f"many/rule-{n}"] == {"renumbered"} for n in "abcd")


RULES = [
    "员工上班须佩戴工作证，遗失的应当在当天补办。",
    "客户资料未经批准不得带出办公区。",
    "会议室使用后由使用部门负责清理桌面和白板。",
    "车辆钥匙由行政部统一保管，领用须登记里程。",
    "加班应当事先申请，由部门负责人批准后方可安排。",
]


def test_a_fresh_import_with_one_more_article_is_one_addition():
    """Ids made of numbers shift with the numbers; the texts say which article is which."""
    numbered = [f"article-{n}" for n in range(1, 7)]
    old = only(articles(*RULES, ids=numbered[:5]))
    new = only(articles(RULES[0], "访客须由被访人陪同进入办公区。", *RULES[1:], ids=numbered))
    found = aspects(compare(old, new))
    assert found.pop("many/article-2") == {"added"}
    assert found == {f"many/article-{n}": {"renumbered", "renamed"} for n in (3, 4, 5, 6)}


def test_ids_of_another_import_are_matched_by_words_and_likeness():
    new_texts = [RULES[0], RULES[1].replace("带出", "携带离开"), *RULES[2:]]
    old, new = only(articles(*RULES)), only(articles(*new_texts, document="other", ids=[f"new-{n}" for n in range(5)]))
    comparison = compare(old, new)
    assert not any(change.old is None or change.new is None for change in comparison.changes)
    change = next(c for c in comparison.changes if c.new.address == "other/new-1")
    assert {str(a) for a in change.aspects} == {"renamed", "wording"}
    assert 0.6 <= change.confidence < 1


def test_short_rules_are_matched_where_the_title_says_which_document_it_is():
    short = ["须登记。", "须佩证。", "不得拍照。"]
    old = only(articles(*short, document="a"))
    new = articles(*short, document="b", ids=["x", "y", "z"])
    preamble = Node(text=Text(zh="为接待好每一位来访者，制定本规定。"))
    new = only(new.model_copy(update={"title": old.regulations[0].title, "body": (preamble, *new.body)}))
    assert set(aspects(compare(old, new))) == {"b", "b/x", "b/y", "b/z"}


def test_two_rows_that_changed_places_are_not_two_rows_reworded():
    rows = ["登记来访者姓名和电话。", "登记来访者单位和地址。"]

    texts = [Node(text=Text(zh=rows[i])) for i in (0, 1)]
    old, new = (
        only(
            Regulation(
                id="many",
                title=Text(zh="规定"),
                edition=Edition(version="1"),
                body=(Node(article="1", id="rule", body=(texts[first], texts[1 - first])),),
            )
        )
        for first in (0, 1)
    )
    assert aspects(compare(old, new)) == {"many/rule": {"moved"}}


def test_a_boilerplate_sentence_is_not_followed_from_one_regulation_to_another():
    old = only(articles("本办法自公布之日起施行。", document="old"), articles(*RULES[:3], document="kept"))
    new = only(articles(*RULES[:3], document="kept"), articles(*RULES[3:], "本办法自公布之日起施行。", document="new"))
    found = aspects(compare(old, new))
    assert found["old/rule-1"] == {"removed"}
    assert found["new/rule-3"] == {"added"}


def test_a_rule_that_moved_to_another_regulation_and_was_edited_is_recognised():
    moved = RULES[3].replace("登记里程", "登记里程和用途")
    old = only(articles(*RULES, document="office"), articles("食堂供应三餐，凭卡就餐。", document="canteen"))
    new = only(
        articles(*RULES[:3], RULES[4], document="office", ids=["rule-1", "rule-2", "rule-3", "rule-5"]),
        articles("食堂供应三餐，凭卡就餐。", moved, document="canteen", ids=["rule-1", "keys"]),
    )
    found = aspects(compare(old, new))
    assert found["canteen/keys"] == {"moved", "renamed", "renumbered", "wording"}
    assert "office/rule-4" not in found


def test_rewritten_rules_stay_strangers():
    old = only(articles("员工上班须佩戴工作证。"))
    new = only(articles("库房钥匙下班后交值班室。", ids=["other"]))
    matching = match(*map(entries_of, (old, new)))
    assert [e.address for e in matching.removed] == ["many/rule-1"]
    assert [e.address for e in matching.added] == ["many/other"]


def entries_of(handbook):
    from guizhang.editions.compare import entries

    return entries(handbook)


VERSIONS = [
    ([("迎接", "迎候")], ["来访规定"]),
    ([("迎接", "迎候"), ('version: "1.0"', 'version: "1.1"')], []),
    ([("article: 3", "article: 4")], []),
    ([("等候。", "等候")], []),
    ([(BADGE_ARTICLE, "      - article: 3\n        id: other\n        text: {zh: 送客。}\n")], ["来访规定"]),
]


@pytest.mark.parametrize(("edits", "expected"), VERSIONS)
def test_a_regulation_that_changed_under_its_old_version_is_named(edits, expected):
    assert [title.zh for title in changed(*edits).unversioned] == expected
