"""What an article shows besides its text: what it cites, what cites it, terms, roles, marks of translation."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.model.etiquette import EtiquetteFile
from guizhang.model.glossary import Glossary
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.record import Record
from guizhang.model.regulation import Regulation
from guizhang.model.script import ScriptFile
from guizhang.model.text import Text
from guizhang.site.amounts import Amount
from guizhang.site.citations import Citations
from guizhang.site.compose import compose
from guizhang.site.links import Links
from guizhang.site.paths import Addresses
from guizhang.site.progress import reading, tallies
from guizhang.site.terms import Terms
from guizhang.site.texts import Prose

TAG = re.compile(r"<[^>]*>")


def article(number, title_zh, title_en, zh="文。", en="Text.", **more):
    title = {"zh": title_zh, "en": title_en}
    return {"article": number, "id": f"a{number}", "title": title, "text": {"zh": zh, "en": en}, **more}


def regulation(name, title_zh, title_en, body, **more):
    return Regulation.model_validate({
        "id": name, "title": {"zh": title_zh, "en": title_en}, "edition": {"version": "1"}, "body": body, **more,
    })  # fmt: skip


def settings(**more):
    return Settings.model_validate({"title": {"zh": "手册"}, "company": {"zh": "公司"}, **more})


LEAVE = regulation(
    "leave", "请假规定", "Leave and absence",
    [
        {"chapter": "1", "id": "general", "title": {"zh": "总则", "en": "General"}, "body": [
            article("1", "范围", "Scope"), article("2", "审批", "Approval"), article("2-1", "代批", "Deputies"),
        ]},
        {"chapter": "2", "id": "approval", "title": {"zh": "审批", "en": "Approval"}, "body": [
            article("3", "销假", "Return"), article("3", "又一条", "Once more", id="a3-again"),
        ]},
    ],
    aliases=["休假制度"],
)  # fmt: skip
CONDUCT = regulation(
    "conduct", "行为规范", "Conduct", [article("1", "迟到", "Lateness"), article("2", "礼貌", "Manners")]
)
BOTH = Citations((LEAVE, CONDUCT))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh", "按第二条办理。", {"第二条": "leave/a2"}),
        ("zh", "按第二条之一办理。", {"第二条之一": "leave/a2-1"}),
        ("zh", "按第二条第一款第（三）项办理。", {"第二条第一款第（三）项": "leave/a2"}),
        ("zh", "见第二章。", {"第二章": "leave/approval"}),
        ("zh", "依照前条规定。", {"前条": "leave/a1"}),
        ("zh", "见《行为规范》第一条。", {"《行为规范》第一条": "conduct/a1"}),
        ("zh", "违反的，按《行为规范》处理。", {"《行为规范》": "conduct"}),
        ("zh", "见《休假制度》第一条和《行为规范（试行）》。", {"《休假制度》第一条": "leave/a1", "《行为规范（试行）》": "conduct"}),
        ("zh", "见“范围”一条。", {"“范围”": "leave/a1"}),
        ("zh", "见“审批”一条和“审批”一章。", {"“审批”": "leave/a2", "“审批”2": "leave/approval"}),
        ("zh", "见《行为规范》的“迟到”和“礼貌”两条。", {"《行为规范》的“迟到”": "conduct/a1", "“礼貌”": "conduct/a2"}),
        ("zh", "按《行为规范》处理；该规范的“礼貌”一条另有规定的除外。", {"《行为规范》": "conduct", "“礼貌”": "conduct/a2"}),
        ("en", "See Article 2.", {"Article 2": "leave/a2"}),
        ("en", "See Article 1 of Conduct.", {"Article 1 of Conduct": "conduct/a1"}),
        ("en", "See “Lateness” in Conduct.", {"“Lateness” in Conduct": "conduct/a1"}),
        ("en", "As the article “Return” and the chapter “Approval” say.", {"“Return”": "leave/a3", "“Approval”": "leave/approval"}),
        ("en", "Breaches come under Conduct.", {"Conduct": "conduct"}),
        # Traditional text, whatever the other is written in.
        ("zh", "依第二條辦理。", {"第二條": "leave/a2"}),
        ("zh", "參見《行為規範》第一條。", {"《行為規範》第一條": "conduct/a1"}),
        ("zh", "參見「範圍」一條。", {"「範圍」": "leave/a1"}),
        ("zh", "依《勞動基準法》第二條辦理。", {}),
        # None of ours, or nothing that says which is meant.
        ("zh", "依照《劳动合同法》第三十九条、第四十条处理。", {}),
        ("zh", "按第九条办理。", {}),
        ("zh", "按第三条办理。", {}),
        ("zh", "满足第三条件的，来第二章程室。", {}),
        ("zh", "他说“范围”很大，条件不好。", {}),
        ("en", "Article 39 of the Labour Contract Law applies.", {}),
        ("en", "See Article 1 of Contracts.", {}),
        ("en", "He said “Lateness” in passing.", {}),
        ("en", "Conduct counts, in Conducted tours too.", {}),
    ],
)  # fmt: skip
def test_what_a_text_cites(lang, text, expected):
    found = BOTH.find(text, lang, LEAVE, "a2")
    said = {}
    for cited in found:
        words = text[cited.start : cited.end]
        said[words + "2" if words in said else words] = cited.address
    if text == "按第三条办理。":
        assert not said, "the number stands twice, so it leads nowhere"
    if "Return" in text:
        assert said.pop("“Return”") == expected.pop("“Return”"), "its title stands once"
    assert said == expected


def book(*regulations, **more):
    return Handbook(settings(), regulations, **more)


def rendered(handbook, path):
    return str(next(page.html for page in compose(handbook).pages if page.path == path))


def test_a_citation_is_a_link_and_the_cited_article_says_who_cites_it():
    first = article(
        "1",
        "迟到",
        "Lateness",
        "按第二条和《请假规定》第一条处理。",
        "See Article 2 and Article 1 of Leave and absence.",
    )
    conduct = regulation(
        "conduct", "行为规范", "Conduct", [first, article("2", "礼貌", "Manners", "另见前条。", "See above.")]
    )
    handbook = book(LEAVE, conduct)
    page = rendered(handbook, "regulations/conduct.html")
    assert '按<a class="gz-ref" href="#a2">第二条</a>和' in page
    assert '<a class="gz-ref" href="leave/general.html#a1">《请假规定》第一条</a>' in page
    assert '<a class="gz-ref" href="leave/general.html#a1">Article 1 of Leave and absence</a>' in page
    assert '另见<a class="gz-ref" href="#a1">前条</a>' in page
    related = re.findall(r'<aside class="gz-related".*?</aside>', page)
    assert [re.findall('href="([^"]+)"', block) for block in related] == [["#a2"], ["#a1"]]
    chapter = rendered(handbook, "regulations/leave/general.html")
    (cited,) = re.findall(r'<aside class="gz-related".*?</aside>', chapter)
    assert 'href="../conduct.html#a1"' in cited
    assert "《行为规范》第一条" in cited
    assert "Conduct, Art. 1" in cited


def test_a_heading_is_not_cited_by_what_stands_in_it():
    inside = [article("1", "甲", "A", "按第二条办理。", "See Article 2."), article("2", "乙", "B")]
    heading = {"item": "1", "id": "one", "label": "一、", "title": {"zh": "投诉", "en": "Complaints"}, "body": inside}
    page = rendered(book(regulation("r", "规定", "Rules here", [heading])), "regulations/r.html")
    assert '<a class="gz-ref" href="#a2">第二条</a>' in page
    assert "gz-related" not in page


def test_an_article_that_names_itself_is_not_cited_by_itself():
    own = article("1", "甲", "A", "本规定第一条和《规定》。", "Article 1 of Rules here.")
    page = rendered(book(regulation("r", "规定", "Rules here", [own])), "regulations/r.html")
    assert "gz-ref" not in page
    assert "gz-related" not in page


def test_what_is_not_published_is_neither_linked_nor_said_to_cite():
    hidden = article("2", "秘密", "Secret", "见第一条。", "See Article 1.", adopted=False)
    shown = article("1", "公开", "Open", "见第二条和“秘密”一条。", "See Article 2.")
    page = rendered(book(regulation("r", "规定", "Rules", [shown, hidden])), "regulations/r.html")
    assert "gz-ref" not in page
    assert "gz-related" not in page
    assert "见第二条和“秘密”一条。" in page


def test_scripts_etiquette_and_records_stand_under_the_article_they_practise():
    inner = {"item": "1", "id": "inner", "text": {"zh": "项；", "en": "item;"}}
    rules = regulation("r", "规定", "Rules", [article("1", "甲", "A", body=[inner]), article("2", "乙", "B")])
    script = ScriptFile.model_validate({
        "id": "s", "title": {"zh": "话"}, "situations": [
            {"id": "x", "title": {"zh": "怎么说", "en": "What to say"}, "when": {"zh": "时"}, "practises": ["r/inner", "r/a1"]},
        ],
    })  # fmt: skip
    etiquette = EtiquetteFile.model_validate({
        "id": "e", "title": {"zh": "礼"}, "groups": [
            {"id": "g", "title": {"zh": "组"}, "points": [{"id": "p", "do": {"zh": "做"}, "practises": ["r/a2"]}]},
        ],
    })  # fmt: skip
    record = Record.model_validate({
        "id": "f", "title": {"zh": "表"}, "purpose": {"zh": "用"}, "practises": ["r/a1", "r/gone"],
        "sections": [{"title": {"zh": "节"}, "fields": [{"id": "a", "label": {"zh": "栏"}}]}],
    })  # fmt: skip
    handbook = book(rules, scripts=(script,), etiquette=(etiquette,), records=(record,))
    first, second = re.findall(r'<aside class="gz-related".*?</aside>', rendered(handbook, "regulations/r.html"))
    assert re.findall('href="([^"]+)"', first) == ["../scripts/s.html#x", "../records/f.html"]
    assert re.findall('href="([^"]+)"', second) == ["../etiquette/e.html#p"]


TERMS = Glossary.model_validate({
    "terms": [
        {"id": "reply", "term": {"zh": "回复", "en": "reply"}, "definition": {"zh": "答", "en": "an answer"}},
        {"id": "first", "term": {"zh": "首次回复", "en": "first reply"}, "definition": {"zh": "头一回", "en": "the first"}},
        {"id": "leave", "term": {"zh": "请假", "en": "leave"}, "definition": {"zh": "不来", "en": "absence"}},
    ]
})  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh", "须在当天首次回复客户，再次回复也要记录。", ["首次回复", "回复"]),
        ("zh", "回复以后再回复。", ["回复"]),
        ("zh", "首次回复就是首次回复。", ["首次回复"]),
        ("en", "Replies and reply are words; the First Reply is a term.", ["reply", "First Reply"]),
        ("en", "Two first replies, one replying, one reply.", ["reply"]),
        ("en", "On leaves and leaved books.", ["leaves"]),
        ("zh", "回", []),
    ],
)
def test_terms_are_found_once_the_longest_first(lang, text, expected):
    assert [text[use.start : use.end] for use in Terms.of(TERMS).find(text, lang, set())] == expected


def test_a_term_is_marked_at_its_first_use_in_each_article():
    paragraphs = [
        {"text": {"zh": "客户请假后须首次回复。", "en": "Leave the room after the first reply."}},
        {"text": {"zh": "首次回复后再请假。", "en": "Ask for leave after the first reply."}},
    ]
    rules = regulation("r", "规定", "Rules", [
        {"article": "1", "id": "a1", "body": paragraphs}, {"article": "2", "id": "a2", "body": paragraphs[1:]},
    ])  # fmt: skip
    page = rendered(book(rules, glossary=TERMS), "regulations/r.html")
    marked = re.findall(r'<a class="gz-def" href="\.\./glossary\.html#(\w+)">(.*?)</a>', page)
    assert marked == [
        ("leave", "请假"), ("first", "首次回复"), ("leave", "Leave"), ("first", "first reply"),
        ("first", "首次回复"), ("leave", "请假"), ("leave", "leave"), ("first", "first reply"),
    ]  # fmt: skip


def test_an_english_word_is_a_term_only_where_the_chinese_has_it():
    rules = regulation("r", "规定", "Rules", [article("1", "甲", "A", "不得离开。", "Do not leave.")])
    assert "gz-def" not in rendered(book(rules, glossary=TERMS), "regulations/r.html")


@given(st.text(alphabet='见按第一二三条章《》“”请假规定回复首次${}<>&"\n aArticle12of', max_size=60))
def test_links_leave_the_text_as_it_is(text):
    handbook = book(LEAVE, CONDUCT, glossary=TERMS)
    links = Links.of(handbook, Addresses.of(handbook))
    found = Prose(handbook).pair(Text.model_construct(zh=text, en=text), marker=links.marker("x.html", LEAVE, "a2"))
    expected = text.replace("$${", "${")
    for half in (found.zh, found.en):
        assert html.unescape(TAG.sub("", half.replace("<br>", "\n"))) == expected
        assert half.count("<a ") == half.count("</a>")


MARKUP = "<script>alert(1)</script>\"'&amp; </section>"


def test_markup_in_titles_terms_and_names_stays_text():
    rules = regulation(
        "r",
        f"规{MARKUP}",
        f"R{MARKUP}",
        [article("1", f"甲{MARKUP}", f"A{MARKUP}", "见“甲”一条。", "x")],
        applies_to=["boss"],
    )
    handbook = Handbook(
        settings(roles={"boss": {"name": {"zh": f"头{MARKUP}", "en": f"boss{MARKUP}"}}}, contact="rules@example.com"),
        (rules,),
    )
    for page in compose(handbook).pages:
        assert "<script>alert" not in page.html, page.path
        assert page.html.count("<section") == page.html.count("</section>"), page.path


def test_a_stale_title_without_text_is_marked_at_the_title():
    stale = {"article": "1", "id": "a1", "title": {"zh": "新题", "en": "Old title"}, "translated_from": {"en": "00000000"},
             "body": [{"text": {"zh": "文。", "en": "Text."}}]}  # fmt: skip
    page = rendered(book(regulation("r", "规定", "Rules", [stale])), "regulations/r.html")
    head = re.search(r"<h2.*?</h2>", page)[0]
    assert "this translation is being revised" in head
    assert page.count("this translation is being revised") == 1


def test_time_to_read_is_counted_in_each_language():
    assert Amount(3, 1600, 1000).words == Text(zh="3 条，约 4 分钟", en="3 rules, about 5 min")
    assert Amount(1, 10, 10).words == Text(zh="1 条，约 1 分钟", en="1 rule, about 1 min")


ROLES = {"desk": {"name": {"zh": "前台", "en": "receptionist"}}, "boss": {"name": {"zh": "经理", "en": "manager"}}}


def test_a_role_page_names_duties_first_and_counts_what_applies():
    rules = regulation("r", "规定", "Rules", [
        {"chapter": "1", "id": "c", "title": {"zh": "章", "en": "Chapter"}, "body": [
            article("1", "全体", "All"),
            article("2", "可以", "May", norm="permission", applies_to=["desk"]),
            article("3", "必须", "Must", norm="duty", applies_to=["desk"]),
            article("4", "经理", "Boss", norm="duty", applies_to=["boss"]),
            article("5", "混合", "Mixed", body=[{"norm": "prohibition", "applies_to": ["desk"], "text": {"zh": "不得。", "en": "No."}}]),
        ]},
    ])  # fmt: skip
    handbook = Handbook(settings(roles=ROLES), (rules,))
    page = rendered(handbook, "roles/desk.html")
    named = page[page.index('id="gz-named"') : page.index('id="gz-order"')]
    assert re.findall("html#(a\\d)", named) == ["a3", "a5", "a2"], "what must be done and must not be done comes first"
    assert re.findall("gz-word gz-(\\w+)", named) == ["duty", "prohibition"]
    (chapter,) = tallies(reading("", Prose(handbook), handbook.regulations[0])).chapters
    assert chapter.amount("desk").rules == 4
    assert chapter.amount("boss").rules == 3
    assert "4 条" in page


def test_articles_carry_the_roles_they_are_for_and_the_page_offers_them():
    rules = regulation(
        "r", "规定", "Rules", [article("1", "全体", "All"), article("2", "前台", "Desk", applies_to=["desk"])]
    )
    page = rendered(Handbook(settings(roles=ROLES), (rules,)), "regulations/r.html")
    assert re.findall('data-address="(r/a\\d)" ?(?:data-mark="[^"]*")? ?(data-roles="[^"]*")?', page) == [
        ("r/a1", ""), ("r/a2", 'data-roles="desk"'),
    ]  # fmt: skip
    assert re.findall('aria-pressed="false" data-role="(\\w+)"', page) == ["desk"]
    assert "gz-chips" not in rendered(book(LEAVE), "regulations/leave/general.html")
