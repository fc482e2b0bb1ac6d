"""What a query finds."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.model.edition import EditionRecord, RecordedChange
from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from guizhang.site.search.build import index_files
from guizhang.site.search.evaluate import search
from guizhang.site.search.index import Index
from guizhang.site.search.partial import partial
from guizhang.site.search.unit import Heading, Kind, Unit, Words
from guizhang.site.search.write import About, write
from tests.site.search.book import handbook, staff

INDEX = Index(index_files(handbook()))
STAFF = Index(index_files(staff()))
BODIES = [INDEX.document(i) for i in sorted(INDEX.postings("@k:article").found)]


def first(query: str, **options) -> str:
    hits = search(INDEX, query, **options).hits
    return hits[0].shown.address if hits else ""


@pytest.mark.parametrize(
    ("query", "address"),
    [
        # numbers
        ("投诉处理规定第五条", "complaints/first-reply"),
        ("第5条 请假办法", "leave/sick"),
        ("leave rules article 5", "leave/sick"),
        ("客诉办法 第十二条", "complaints/shouting"),
        ("complaint handling art. 12-1", "complaints/records"),
        ("十二条", "complaints/shouting"),
        ("12", "complaints/shouting"),
        ("第十二条之一", "complaints/records"),
        # a number goes before the same words in another article's text
        ("办法第五条", "complaints/first-reply"),
        ("本办法第五条", "leave/quoted"),
        # titles before bodies, whole titles first
        ("登记", "complaints/records"),
        ("投诉", "glossary/complaint"),
        ("首次回复", "complaints/first-reply"),
        ("sick leave", "leave/sick"),
        ("请假办法", "leave"),
        # figures in both ways to write them
        ("24小时内登记", "complaints/records"),
        ("提前二天", "leave/notice"),
        # Traditional, full width, case
        ("醫院證明", "leave/sick"),
        ("Ａ４紙", "leave/quoted"),
        ("SICK LEAVE", "leave/sick"),
        # pinyin: full, apart, unfinished, another reading, beside Chinese; initials
        ("shouci huifu", "complaints/first-reply"),
        ("fengcha", "manners/tea"),
        ("yiyuanzheng", "leave/sick"),
        ("xiaozhang", "glossary/growth"),
        ("zhangjin", "glossary/growth"),
        ("lvse", "glossary/growth"),
        ("luse", "glossary/growth"),
        ("bing假", "leave/sick"),
        ("schf", "complaints/first-reply"),
        ("fc", "manners/tea"),
        # synonyms, translations, words a translator must not use
        ("客诉", "glossary/complaint"),
        ("grievance", "glossary/complaint"),
        ("claim of fault", "glossary/complaint"),
        ("follow-up call", "glossary/call-back"),
        # who asks is answered by a rule, who names a thing by what it is
        ("投诉怎么办", "complaints"),
        ("投诉要登记吗", "complaints/records"),
        # spelling
        ("supervisr", "leave/sick"),
        ("头诉", "glossary/complaint"),
        # quotation marks
        ('"病假须交"', "leave/sick"),
        ("「双手递茶」", "manners/tea"),
    ],
)
def test_query_finds_first(query, address):
    assert first(query) == address


@pytest.mark.parametrize(
    ("query", "lacking"),
    [("病假 火星", ("火星",)), ("客户在火星发火", ("火星",)), ("doctor zeppelin", ("zeppelin",))],
)
def test_what_is_not_there_is_left_out_and_named(query, lacking):
    found = search(INDEX, query)
    assert found.hits
    assert all(hit.partly for hit in found.hits)
    assert found.lacking == lacking


@pytest.mark.parametrize(
    ("query", "item", "card"),
    [
        # what is asked for is answered with its kind: money, not the count beside it
        ("迟到扣多少钱", 2, "1元"),
        ("迟到扣多少", 2, "1元"),
        ("每月可以迟到几次", 2, "三次"),
        ("全勤奖多少钱", 3, "100元"),
        ("请假要提前几天", 5, "1天"),
        ("早会几点开始", 1, "8:30"),
        # of several figures in one sentence: what is said up to the end of its clause
        ("订蛋糕先付多少钱", 7, "20元"),
        ("蛋糕改期收多少钱", 7, "5元"),
        ("蛋糕隔天不取加收多少", 7, "8元"),
        # by another everyday word
        ("迟到罚多少钱", 2, "1元"),
        ("被客户投诉罚多少", 4, "15元"),
        ("客人投诉了会被罚多少钱吗", 4, "15元"),
        ("晨会几点", 1, "8:30"),
        ("休假找谁", 5, None),
        # words of the question only
        ("我能不能不戴工牌", 4, None),
        ("店里可以大声喧哗吗", 6, None),
    ],
)
def test_a_question_of_staff_is_answered(query, item, card):
    found = search(STAFF, query)
    assert found.hits[0].shown.address == f"shop/item-{item}"
    assert (found.card and found.card.zh) == card


def _notice(name: str, days: str, **dated) -> Regulation:
    """A rule of how early to ask for leave, in a regulation with days of its own."""
    ahead = Fact(kind="duration", value=days, about=Text(zh="请假提前天数", en="notice of leave"))
    article = Node(article="1", id="ahead", title=Text(zh="请假"), facts={"ahead": ahead}, text=Text(zh="请假应当提前${ahead}提出。"))
    return Regulation(id=name, title=Text(zh=f"请假办法{name}"), edition=Edition(version="1", **dated), body=(article,))


@pytest.mark.parametrize(
    ("on", "order", "card"),
    [
        (date(2026, 12, 31), {"old": "", "new": "pending"}, ("2天", "")),
        (date(2027, 1, 1), {"new": "", "old": "ended"}, ("6天", "")),
        (None, {"new": "", "old": ""}, ("6天", "")),
    ],
)
def test_what_is_in_force_on_the_day_goes_first_and_answers(on, order, card):
    rules = (
        _notice("new", "P6D", effective=date(2027, 1, 1)),
        _notice("old", "P2D", effective=date(2020, 1, 1), repealed=date(2027, 1, 1)),
    )
    index = Index(index_files(Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), rules)))
    found = search(index, "请假 提前几天", on=on)
    standing = {hit.shown.address.partition("/")[0]: hit.standing for hit in found.hits if hit.shown.address}
    assert standing == order
    assert list(standing) == list(order)
    assert found.card
    assert (found.card.zh, found.card.standing) == card


def test_of_a_version_announced_only_what_changes_is_marked():
    rule = _notice("leave", "P6D", effective=date(2027, 1, 1))
    same = Node(article="2", id="same", title=Text(zh="请假条"), text=Text(zh="请假应当写请假条。"))
    rule = rule.model_copy(update={"body": (*rule.body, same)})
    change = RecordedChange(address="leave/ahead", name=Text(zh="请假"), aspects=("figures",))
    record = EditionRecord(
        id="2", issued=date(2026, 12, 1), regulations={"leave": "1"}, renewed=("leave",), changes=(change,)
    )
    book = Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), (rule,), editions=(record,))
    index = Index(index_files(book))
    for on, state in ((date(2026, 12, 31), "pending"), (date(2027, 1, 1), "")):
        found = {hit.shown.address: hit.standing for hit in search(index, "请假", on=on).hits}
        assert (found["leave/ahead"], found["leave/same"]) == (state, "")


def test_a_figure_that_is_not_in_force_answers_with_its_mark_where_no_other_does():
    rules = (_notice("new", "P6D", effective=date(2027, 1, 1)),)
    index = Index(index_files(Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), rules)))
    found = search(index, "请假 提前几天", on=date(2026, 12, 31))
    assert found.card
    assert (found.card.zh, found.card.standing) == ("6天", "pending")


def test_a_figure_in_force_that_is_about_something_else_does_not_answer():
    """What changes on the first of January is asked for, and sick notes stay as they are."""
    rule = _notice("leave", "P6D", effective=date(2027, 1, 1))
    note = Fact(kind="duration", value="P2D", about=Text(zh="病假证明", en="sick note"))
    sick = Node(article="2", id="sick", title=Text(zh="病假"), facts={"note": note}, text=Text(zh="病假超过${note}的，请假时交证明。"))
    rule = rule.model_copy(update={"body": (*rule.body, sick)})
    change = RecordedChange(address="leave/ahead", name=Text(zh="请假"), aspects=("figures",))
    record = EditionRecord(
        id="2", issued=date(2026, 12, 1), regulations={"leave": "1"}, renewed=("leave",), changes=(change,)
    )
    book = Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), (rule,), editions=(record,))
    found = search(Index(index_files(book)), "请假 提前几天", on=date(2026, 12, 31))
    assert found.card
    assert (found.card.zh, found.card.standing) == ("6天", "pending")


def test_only_what_all_partial_results_lack_is_named():
    """What the first of them lacks may stand in the next."""
    lines = ("盘点由仓管员负责。", "叉车由班长保管。", "盘点时叉车停用。", "盘点表每月归档。")
    body = tuple(Node(item=str(n), id=f"n{n}", label=f"{n}、", text=Text(zh=line)) for n, line in enumerate(lines, 1))
    rules = Regulation(id="depot", title=Text(zh="库房"), edition=Edition(version="1"), body=body)
    index = Index(index_files(Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), (rules,))))
    assert search(index, "叉车 盘点 钥匙").lacking == ("钥匙",)
    assert search(index, "班长 归档").lacking == ()


@pytest.mark.parametrize(
    ("query", "lacking"),
    [
        ("迟到扣多少钱", ()),
        ("迟到罚多少", ()),
        ("例会迟到", ()),  # the one has 早会, the other 迟到
        ("我们能不能在店里养宠物", ("店里养宠物",)),
    ],
)
def test_words_of_the_question_and_other_names_are_not_missing(query, lacking):
    assert search(STAFF, query).lacking == lacking


@pytest.mark.parametrize(
    ("query", "added"),
    [
        ("客诉", ("客诉", "投诉", "synonym")),
        ("fengcha", ("fengcha", "奉茶", "pinyin")),
        ("supervisr", ("supervisr", "supervisor", "typo")),
        ("头诉", ("头诉", "投诉", "sound")),
    ],
)
def test_another_reading_is_named(query, added):
    assert added in [(a.typed, a.other, a.why) for a in search(INDEX, query).added]


@pytest.mark.parametrize("query", ["情绪激动", "投诉", "complaint"])
def test_what_is_found_as_typed_needs_no_word(query):
    assert search(INDEX, query, 3).added == ()


def test_words_side_by_side_are_not_a_phrase():
    """All pairs of 投诉处理 stand in the second text, the phrase does not."""
    heading = Heading(Words("办法", "Rules"))
    units = [
        Unit(Kind.ARTICLE, f"r.html#{i}", f"r/{i}", Words(), Words(), heading, Words(body))
        for i, body in enumerate(("投诉处理", "投诉，诉处，处理"))
    ]
    found = search(Index(dict(write([partial(units)], About("")))), "投诉处理").hits
    assert [(hit.shown.address, hit.partly) for hit in found] == [("r/0", False), ("r/1", True)]


@pytest.mark.parametrize(
    "query",
    [
        "投诉 几小时",
        "首次回复多久",
        "how long complaint reply",
        "how soon first reply",
        "huifu duojiu",
        "投诉duochangshijian",
        "tousu jixiaoshi",
    ],
)
def test_a_question_for_a_figure_is_answered(query):
    card = search(INDEX, query).card
    assert card is not None
    assert (card.zh, card.en, card.shown.address) == ("24小时", "24 hours", "complaints/first-reply")


@pytest.mark.parametrize("query", ["投诉", "奉茶 多少钱", "病假 几天"])
def test_no_figure_where_none_is_asked_for_or_none_is_there(query):
    assert search(INDEX, query).card is None


@pytest.mark.parametrize(
    ("query", "card"),
    [
        ("how many sick hours", None),
        ("how many hours of sick leave", None),
        ("how many hours for a complaint", "24小时"),
        # the name of other rules is what is asked about
        ("leave, within how many hours", None),
    ],
)
def test_a_rule_that_lacks_what_is_asked_about_answers_nothing(query, card):
    found = search(INDEX, query).card
    assert (found and found.zh) == card


@pytest.mark.parametrize(("query", "card"), [("how many sick days", None), ("how many instances of lateness", "Three")])
def test_what_is_counted_stands_in_the_rule(query, card):
    late = Node(item="1", id="late", text=Text(en="${n} instances of lateness within 30 days lead to a warning."),
                facts={"n": Fact(kind="count", value="3", en="Three")})  # fmt: skip
    rules = Regulation(id="work", title=Text(en="Work"), authoritative="en", edition=Edition(version="1"), body=(late,))
    book = Handbook(Settings(title=Text(en="Rules"), company=Text(en="Shop")), (rules,))
    found = search(Index(index_files(book)), query).card
    assert (found and found.en) == card


@pytest.mark.parametrize(
    ("query", "card"),
    [
        ("迟到几次会被开除", None),
        ("迟到几次就会被辞退吗", None),
        ("投诉几次会被罚款", "一次"),
        ("旷工几次会被罚款", None),
        ("迟到几次", "三次"),
    ],
)
def test_so_many_times_are_no_answer_where_nothing_is_said_of_what_they_lead_to(query, card):
    found = search(STAFF, query).card
    assert (found and found.zh) == card


@pytest.mark.parametrize("limit", [1, 2, 20])
@pytest.mark.parametrize("query", ["迟到扣多少钱", "顾客 请假 几天", "上班 提前 几天", "每月可以迟到几次", "迟到几次会被开除"])
def test_the_answer_does_not_depend_on_how_much_is_shown(query, limit):
    assert search(STAFF, query, limit).card == search(STAFF, query).card
    assert len(search(STAFF, query, limit).hits) <= limit


@pytest.mark.parametrize(
    ("facet", "addresses"),
    [
        ("@k:script", {"phone-scripts/calm"}),
        ("@k:term", {"glossary/complaint", "glossary/call-back"}),
        ("@t:leave", {"leave/sick"}),
        # What names no role binds everyone; the article on sick leave is for agents.
        ("@r:hr", {"leave", "leave/notice", "leave/quoted"}),
    ],
)
def test_filters(facet, addresses):
    query = {"@t": "病假", "@r": "假"}.get(facet[:2], "客户")
    found = {hit.shown.address for hit in search(INDEX, query, facets=[facet]).hits if not hit.partly}
    assert found == addresses


BAD = [
    "", " ", "，。！", "?", "客", "x", "😀", "<b>", "</script>", "(.*)+[", "\\", "`${a}`", "\ud83d", "a\udc00b", "投诉" * 250,
    "a" * 500, "zhuan接" * 30, "xian" * 40 + "v", "投诉客户的是在处理回访头素课护" * 12, "\0", "'", '"', "“”", "条", "第条", "@k:article", "#", "^ts", "'''",
]  # fmt: skip


@pytest.mark.parametrize("query", BAD, ids=range(len(BAD)))
def test_odd_queries_are_answered_quietly(query):
    answers_in_order(query)


@given(st.text(max_size=30))
def test_any_query_is_answered(query):
    answers_in_order(query)


def answers_in_order(query):
    """Hold what any answer has to be: no more than asked for, each once, each of this index, and the same again."""
    hits = search(INDEX, query, 5).hits
    documents = [hit.document for hit in hits]
    assert len(documents) == len(set(documents)) <= 5
    assert [hit.shown for hit in hits] == [INDEX.document(number) for number in documents]
    assert [hit.document for hit in search(INDEX, query, 5).hits] == documents
    if not query.strip():
        assert not hits


@given(st.data())
def test_every_piece_of_chinese_is_found_wherever_it_stands(data):
    shown = data.draw(st.sampled_from([b for b in BODIES if b.body_zh]))
    line = data.draw(st.sampled_from(shown.body_zh.split("\n")))
    start = data.draw(st.integers(0, len(line) - 1))
    piece = line[start : data.draw(st.integers(start + 1, len(line)))]
    # Words of letters and numbers apart from Chinese are looked for whole.
    if not re.search("[一-鿿]", piece) or re.search(r"[A-Za-z]|(?<![一-鿿\d])\d+(?![一-鿿\d])", piece):
        return
    truth = {b.address for b in BODIES if piece in b.body_zh}
    found = {hit.shown.address for hit in search(INDEX, piece, 1000).hits if not hit.partly}
    assert truth <= found


def test_the_limit_is_kept():
    assert len(search(INDEX, "投诉", 2).hits) == 2
    assert len({hit.document for hit in search(INDEX, "投诉", 1000).hits}) == len(search(INDEX, "投诉", 1000).hits)


def test_another_word_is_not_looked_for_where_only_its_stem_is_there():
    rules = Regulation(
        id="safety", title=Text(zh="安全"), edition=Edition(version="1"),
        body=(Node(item="1", id="checks", text=Text(zh="每月检查。", en="Fire safety checks.")),
              Node(item="2", id="end", text=Text(zh="严重的解除劳动合同。", en="The contract ends."))),
    )  # fmt: skip
    book = Handbook(Settings(title=Text(zh="制度"), company=Text(zh="公司")), (rules,))
    index = Index(index_files(book))
    assert [hit.shown.address for hit in search(index, "开除").hits] == ["safety/end"]
    assert search(index, "fired").hits[0].shown.address == "safety/checks"
    assert "safety/end" in [hit.shown.address for hit in search(index, "fired").hits]


def english(*lines):
    body = tuple(Node(item=str(i), id=f"i{i}", label=f"{i}.", text=Text(en=line)) for i, line in enumerate(lines, 1))
    rules = Regulation(id="inn", title=Text(en="Inn"), authoritative="en", edition=Edition(version="1"), body=body)
    return Index(index_files(Handbook(Settings(title=Text(en="Rules"), company=Text(en="Inn")), (rules,))))


@pytest.mark.parametrize(
    ("query", "item"),
    [
        ("checkout", 1),
        ("check out", 1),
        ("email", 2),
        ("on site kitchen", None),
        # what staff call it
        ("how many vacation days do I get", 3),
        ("PTO", 3),
        ("maternity", 4),
        ("is my dog allowed", 5),
        ("weed", 6),
    ],
)
def test_english_words_written_together_and_those_of_everyday(query, item):
    index = english(
        "Guests leave their rooms by check-out at noon.", "Send us an e-mail.", "Annual leave is 20 days.",
        "Parental leave is 16 weeks.", "Pets stay for a fee.", "Working under the influence of drugs is forbidden this week.",
    )  # fmt: skip
    hits = search(index, query).hits
    assert (hits[0].shown.address if hits else None) == (f"inn/i{item}" if item else None)


@pytest.mark.parametrize(("query", "item"), [("发薪日", 1), ("生孩子放几天", 2), ("拉肚子", 3), ("捡到东西", 4)])
def test_chinese_words_of_everyday(query, item):
    lines = ("工资于每月十五日发放，不发薪的另行通知。", "产假按国家规定。", "腹泻的员工须离岗。", "遗失的物品交收银台。", "手机不得带上岗。")
    body = tuple(Node(item=str(i), id=f"i{i}", text=Text(zh=line)) for i, line in enumerate(lines, 1))
    rules = Regulation(id="shop", title=Text(zh="店规"), edition=Edition(version="1"), body=body)
    index = Index(index_files(Handbook(Settings(title=Text(zh="规"), company=Text(zh="店")), (rules,))))
    assert f"shop/i{item}" in [hit.shown.address for hit in search(index, query).hits[:2]]


def test_a_word_that_is_known_is_no_slip_for_one_that_sounds_alike():
    lines = ("来电只报好转的情况。", "报晓时开门。")  # 报销 stands nowhere
    body = tuple(Node(item=str(i), id=f"i{i}", text=Text(zh=line, en="Claim expenses." if i == 2 else None)) for i, line in enumerate(lines, 1))
    rules = Regulation(id="shop", title=Text(zh="店规"), edition=Edition(version="1"), body=body)
    index = Index(index_files(Handbook(Settings(title=Text(zh="规"), company=Text(zh="店")), (rules,))))
    found = search(index, "报销")
    assert not [added for hit in found.hits for added in hit.added if added.why == "sound"]
