"""Pages made from facts: what is listed, with which words, and how a page stays small however large the handbook."""

import re
from itertools import product

import pytest

from guizhang.model.etiquette import EtiquetteFile
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.record import Record
from guizhang.model.regulation import Regulation, walk
from guizhang.model.script import ScriptFile
from guizhang.model.text import Text
from guizhang.site import fact_pages
from guizhang.site.compose import compose
from guizhang.site.conditions import may_turn, printed_figures
from guizhang.site.fact_rows import finds, regulation_rows, tally
from guizhang.site.paths import FACT_PAGES, Addresses, fact_path
from guizhang.site.texts import Prose

ROLES = {"desk": {"name": {"zh": "前台", "en": "desk"}}, "boss": {"name": {"zh": "经理", "en": "manager"}}}
THEMES = {"leave": {"zh": "休假", "en": "Leave"}, "money": {"zh": "钱", "en": "Money"}}
TIMES = {"kind": "count", "value": "3", "unit": "times", "bound": "min"}
MONEY = {"kind": "money", "value": "200", "bound": "max"}


def settings():
    return Settings.model_validate(
        {"title": {"zh": "手册"}, "company": {"zh": "公司"}, "roles": ROLES, "themes": THEMES}
    )


def regulation(*body, name="r", **more):
    raw = {"id": name, "title": {"zh": f"规定{name}", "en": name}, "edition": {"version": "1"}, "body": body} | more
    return Regulation.model_validate(raw)


def article(number=1, **more):
    return {"article": str(number), "id": f"a{number}", **more}


def book(*regulations, **more):
    return Handbook(settings(), regulations, **more)


def rows(handbook, page):
    prose, addresses = Prose(handbook), Addresses.of(handbook)
    wanted = frozenset({page})
    return [row for r in handbook.regulations for row in regulation_rows(handbook, prose, addresses, r, wanted)]


def plain(html):
    return re.sub(r"<[^>]*>", "", html or "")


def pages(handbook):
    return {page.path: page for page in fact_pages.pages(handbook, Prose(handbook), Addresses.of(handbook))}


# (Chinese sentence, bound of the fact) -> (word before the figure, whether the rule turns on it)
CONDITIONS = [
    ("不超过${f}的，由主管批准。", "max", "最多", True),
    ("超过${f}的，由经理批准。", "max", "超过", True),
    ("超过价目表价格${f}的，报告经理。", "max", "超过", True),
    ("每份超过${f}的礼品，由总经理批准。", "max", "超过", True),
    ("会议迟到满${f}的，按缺席登记。", "min", "满", True),
    ("来宾不满${f}的，派一人陪同。", "exact", "不满", True),
    ("未果的客户达到${f}的，应当复核。", "min", "达到", True),
    ("提醒${f}仍不停止的，可以结束谈话。", "min", "至少", True),
    ("${f}以上的，由经理批准。", "exact", "至少", True),
    ("自收到起${f}内没有进展的，换人。", "max", "最多", True),
    ("每天不超过${f}，每周休息。", "max", "最多", False),
    ("延期不得超过${f}。", "max", "最多", False),
    ("总共不超过${f}。", "max", "最多", False),
    ("回访率必须达到${f}。", "exact", "达到", False),
    ("每年必须与至少${f}的租户沟通。", "min", "至少", False),
    ("应当实现下列${f}目的：", "exact", None, False),
    ("必须在${f}内回复。", "max", "最多", False),
]


@pytest.mark.parametrize(("sentence", "bound", "word", "turns"), CONDITIONS)
def test_a_figure_in_a_condition_is_told_from_a_figure_that_is_demanded(sentence, bound, word, turns):
    fact = {**TIMES, "bound": bound}
    place = next(walk(regulation(article(text={"zh": sentence}, facts={"f": fact}))))
    (figure,) = printed_figures(Text(zh=sentence), place)
    assert (figure.bound.zh if figure.bound else None, figure.condition) == (word, turns)


@pytest.mark.parametrize(
    ("sentence", "word", "turns"),
    [
        ("Gifts worth more than ${f} go to the manager.", "more than", False),
        ("If the claim is more than ${f}, the manager decides.", "more than", True),
        ("Where leave is at most ${f}, the supervisor approves it.", "at most", True),
        ("Reply within ${f}.", "at least", False),
    ],
)
def test_an_english_handbook_has_conditions_too(sentence, word, turns):
    place = next(walk(regulation(article(text={"en": sentence}, facts={"f": TIMES}))))
    (figure,) = printed_figures(Text(en=sentence), place)
    assert (figure.bound.en, figure.condition) == (word, turns)


WORDS = [
    "",
    *"满达",
    "达到",
    "不满",
    "不足",
    "至少",
    "少于",
    "多于",
    "低于",
    "高于",
    "超过",
    "不超过",
    "不得超过",
    "必须达到",
]
FILLERS = ["", "价目表价格", "，"]
TAILS = ["。", "；", "的，由经理批准。", "的礼品。", "以上的，", "以上；", "内办完的，", "到期；"]


def test_no_condition_is_passed_over_by_the_first_glance():
    conditions = 0
    for word, filler, tail, norm, bound in product(WORDS, FILLERS, TAILS, ("penalty", "duty", None), ("max", "exact")):
        text = {"zh": f"员工{word}{filler}${{f}}{tail}"}
        item = {"item": "1", "text": text} | ({"norm": norm} if norm else {})
        lead = {"text": {"zh": "有下列情形之一的："}, "body": [item]}
        place = list(walk(regulation(article(body=[lead], facts={"f": {**TIMES, "bound": bound}}))))[-1]
        turns = any(figure.condition for figure in printed_figures(place.node.text, place))
        assert may_turn(place.node.text) or not turns, text["zh"]
        conditions += turns
    assert conditions > 100, "the table holds conditions"


WORDS_EN = [
    "more than",
    "over",
    "up to",
    "at most",
    "less than",
    "under",
    "reaching",
    "a full",
    "no less than",
    "exceeding",
]


@pytest.mark.parametrize("word", WORDS_EN)
@pytest.mark.parametrize(
    "sentence", ["A claim of {} ${{f}}: a warning.", "If it is {} ${{ f }}, ask.", "Keep {} ${{f}}."]
)
@pytest.mark.parametrize("norm", ["penalty", "duty"])
def test_no_english_condition_is_passed_over_either(word, sentence, norm):
    text = {"en": sentence.format(word)}
    place = next(walk(regulation(article(text=text, norm=norm, facts={"f": {**TIMES, "bound": "exact"}}))))
    (figure,) = printed_figures(place.node.text, place)
    assert figure.bound is not None
    assert figure.condition == (norm == "penalty" or sentence.startswith("If"))
    assert may_turn(place.node.text) or not figure.condition


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请说：“请您稍候。”然后尽快回来，不得超过${f}。", "然后尽快回来，不得超过5分钟。"),
        ("先登记；回访不得超过${f}（节假日顺延。）另行通知。", "回访不得超过5分钟（节假日顺延。）"),
        ("何时回复？不得超过${f}。", "不得超过5分钟。"),
    ],
)
def test_the_sentence_of_a_figure_begins_behind_the_quotation_marks_of_the_one_before(text, said):
    fact = {"kind": "duration", "value": "PT5M", "bound": "max"}
    (row,) = rows(book(regulation(article(text={"zh": text}, facts={"f": fact}))), "deadlines")
    assert plain(row.text.zh) == said


def test_a_figure_in_the_list_of_a_penalty_is_a_threshold():
    body = [
        {"text": {"zh": "有下列情形之一的，记旷工一次：", "en": "Any of these counts as an absence:"}, "norm": "penalty",
         "body": [{"item": "1", "text": {"zh": "迟到满${f}；", "en": "${f} late arrivals;"}}]},
    ]  # fmt: skip
    handbook = book(regulation(article(body=body, facts={"f": TIMES})))
    (row,) = rows(handbook, "thresholds")
    assert plain(row.text.zh) == "有下列情形之一的，记旷工一次：迟到满三次"
    assert [(f.words.zh, f.bound.zh) for f in row.figures] == [("三次", "满")]
    (penalty,) = rows(handbook, "penalties")
    assert plain(penalty.text.en) == "Any of these counts as an absence: three times late arrivals"


def test_a_figure_in_a_list_of_cases_is_a_threshold():
    lead = {"zh": "投诉有以下情形之一的，是重大投诉：", "en": "A complaint is major in any of these cases:"}
    body = [
        {"text": lead, "body": [{"item": "1", "text": {"zh": "索赔金额超过${f}；", "en": "the claim is over ${f};"}}]}
    ]
    (row,) = rows(book(regulation(article(body=body, facts={"f": MONEY}))), "thresholds")
    assert plain(row.text.zh) == "投诉有以下情形之一的，是重大投诉：索赔金额超过200元"


def approval(matter, text, facts, *more):
    clause = {"text": text, "approval": {"by": ["desk", "boss"], "matter": matter}}
    return book(regulation(article(body=[clause, *more], facts=facts)))


MATTER = {"zh": "礼品", "en": "gifts"}


@pytest.mark.parametrize(
    ("matter", "text", "more", "limits"),
    [
        ({"zh": "超过${f}的礼品", "en": "gifts over ${f}"}, {"zh": "由经理批准"}, (), [("超过", "200元")]),
        (MATTER, {"zh": "不超过${f}的，由经理批准"}, (), [("最多", "200元")]),
        (MATTER, {"zh": "经理在${f}内批准"}, (), []),
        (MATTER, {"zh": "由经理批准"}, (), [("最多", "200元")]),
        (MATTER, {"zh": "由经理批准"}, ({"text": {"zh": "其他"}, "approval": {"by": ["boss"], "matter": MATTER}},), []),
    ],
    ids=["matter", "clause", "time-allowed", "article", "article-with-another-approval"],
)
def test_an_approval_says_up_to_which_limit(matter, text, more, limits):
    facts = {"f": {"kind": "duration", "value": "P3D", "bound": "max"}} if "内" in text["zh"] else {"f": MONEY}
    row = rows(approval(matter, text, facts, *more), "approvals")[0]
    assert [(f.bound.zh, f.words.zh) for f in row.figures] == limits
    assert row.by.zh == "前台 → 经理"
    assert row.roles == ("desk", "boss"), "the choice of a role is about who approves"


def test_a_line_knows_its_roles_and_only_the_themes_the_handbook_has():
    body = article(norm="prohibition", text={"zh": "不得迟到。"}, themes=["leave", "unknown"], applies_to=["desk"])
    (row,) = rows(book(regulation(body)), "prohibitions")
    assert (row.themes, row.roles) == (("leave",), ("desk",))


SCRIPT = ScriptFile.model_validate({
    "id": "talk", "title": {"zh": "话术", "en": "Talk"}, "themes": ["money"], "applies_to": ["desk"],
    "situations": [{
        "id": "s", "title": {"zh": "收款", "en": "Paying"}, "when": {"zh": "客户付款", "en": "A customer pays"},
        "slots": {"name": {"zh": "姓名", "en": "name"}},
        "never": [
            {"text": {"zh": "没零钱。", "en": "No change."}, "why": {"zh": "是我们的事。", "en": "It is our job."},
             "instead": {"zh": "我是${name}，马上去换。", "en": "I am ${name}, I'll get some."}},
            {"text": {"zh": "快点。", "en": "Hurry."}, "why": {"zh": "失礼。", "en": "It is rude."}},
        ],
    }],
})  # fmt: skip


def test_what_never_to_say_stands_with_its_reason_and_its_situation():
    html = pages(book(scripts=(SCRIPT,)))["at-a-glance/never-say.html"].html
    lines = re.findall(r"<tr[^>]*data-order.*?</tr>", html, re.DOTALL)
    assert len(lines) == 2
    assert 'data-themes="money" data-roles="desk"' in lines[0]
    said = [plain(part) for part in re.findall(r'<div class="gz-cell" lang="zh-Hans">(.*?)</div>', lines[0])]
    assert said == ["没零钱。", "是我们的事。", "我是〔姓名〕，马上去换。"]
    assert "../scripts/talk.html#s" in lines[0]


def test_records_say_who_fills_them_in_and_which_rules_ask_for_them():
    field = {"id": "f", "label": {"zh": "栏"}}
    record = Record.model_validate({
        "id": "slip", "title": {"zh": "条子", "en": "Slip"}, "purpose": {"zh": "用"}, "applies_to": ["boss"],
        "practises": ["r/a1", "r/a2", "r/gone"], "sections": [{"title": {"zh": "节"}, "fields": [field]}],
    })  # fmt: skip
    rules = regulation(article(1, text={"zh": "甲"}), article(2, text={"zh": "乙"}))
    html = pages(book(rules, records=(record,)))["at-a-glance/records.html"].html
    (line,) = re.findall(r"<tr[^>]*data-order.*?</tr>", html, re.DOTALL)
    assert re.findall(r'href="([^"]+)"', line) == [
        "../records/slip.html",
        "../regulations/r.html#a1",
        "../regulations/r.html#a2",
    ]
    assert "".join(plain(line).split()) == "条子Slip填写人Filledinby经理manager规定rr第一条Art.1第二条Art.2"


def test_rules_that_ask_for_a_record_are_named_once_a_regulation_even_without_a_chinese_title():
    field = {"id": "f", "label": {"zh": "栏"}}
    record = Record.model_validate({
        "id": "slip", "title": {"en": "Slip"}, "purpose": {"zh": "用"}, "practises": ["s/a1", "r/a1", "s/a2"],
        "sections": [{"title": {"zh": "节"}, "fields": [field]}],
    })  # fmt: skip
    english = regulation(article(1, text={"en": "A"}), article(2, text={"en": "B"}), name="s", title={"en": "Rules"})
    html = pages(book(regulation(article(text={"zh": "甲"})), english, records=(record,)))[
        "at-a-glance/records.html"
    ].html
    asked = re.search(r'<td class="gz-asked">(.*?)</td>', html, re.DOTALL)[1]
    assert "".join(plain(asked).split()) == "Rules第一条Art.1第二条Art.2规定rr第一条Art.1"


def many(count, name):
    facts = {"kind": "duration", "value": "PT2H"}
    return regulation(
        *(article(n, text={"zh": "在${f}内"}, facts={"f": facts}, themes=["leave"]) for n in range(1, count + 1)),
        name=name,
    )


@pytest.mark.parametrize(("room", "sizes"), [(5, (3, 2)), (4, (3, 2)), (2, (5, 1)), (1, (1, 1, 3))])
def test_no_page_is_longer_than_its_room_and_nothing_is_lost_or_doubled(monkeypatch, room, sizes):
    monkeypatch.setattr(fact_pages, "ROOM", room)
    handbook = book(*(many(size, f"r{n}") for n, size in enumerate(sizes)))
    found = pages(handbook)
    lines = {path: re.findall(r'<td class="gz-cite"><a href="([^"]+)"', page.html) for path, page in found.items()}
    assert all(len(targets) <= room for targets in lines.values())
    everything = [target for targets in lines.values() for target in targets]
    assert sorted(everything) == sorted(
        f"../regulations/r{n}.html#a{a}" for n, size in enumerate(sizes) for a in range(1, size + 1)
    )
    start = found["at-a-glance/deadlines.html"].html
    if sum(sizes) > room:
        listed = re.findall(r'<li><a href="([^"]+)">.*?<small>(\d+)</small>', start)
        assert listed == [(f"deadlines-r{n}.html", str(size)) for n, size in enumerate(sizes)]
    for path, page in found.items():
        for link in re.findall(r'href="([a-z][^"/]*\.html)"', page.html):
            assert f"at-a-glance/{link}" in found, f"{path}: {link}"


def test_only_the_page_that_is_too_long_is_divided(monkeypatch):
    monkeypatch.setattr(fact_pages, "ROOM", 2)
    handbook = book(many(3, "r"), scripts=(SCRIPT,))
    assert fact_pages.split(fact_pages.sizes(handbook)) == {"deadlines"}
    start = pages(handbook)["at-a-glance/deadlines.html"]
    assert re.findall(r'<li><a href="([^"]+)"', start.html) == ["deadlines-r.html"], "not the script, which has none"
    assert (start.toc, start.scripts) == ((), ()), "there is no table on it"
    assert "at-a-glance/never-say-talk.html" not in pages(handbook)


def test_the_count_is_that_of_the_lines():
    handbook = book(
        many(4, "r"), regulation(article(norm="penalty", text={"zh": "罚${f}。"}, facts={"f": MONEY}), name="s")
    )
    for each in handbook.regulations:
        prose, addresses = Prose(handbook), Addresses.of(handbook)
        made = regulation_rows(handbook, prose, addresses, each, frozenset(FACT_PAGES))
        assert [row.page for row in made] == [find.page for find in finds(each)]
        assert sum(tally(each).values()) == len(made)


def test_names_of_roles_and_themes_cannot_leave_their_attributes():
    nasty = {"zh": '"><script>x</script>', "en": "'\"><img src=x>"}
    raw = {
        "title": {"zh": "手册"},
        "company": nasty,
        "roles": {"desk": {"name": nasty}},
        "themes": {"leave": nasty, "money": nasty},
    }
    clauses = [
        article(n, norm="prohibition", text={"zh": "不得。"}, themes=[theme], applies_to=["desk"])
        for n, theme in enumerate(("leave", "money"), start=1)
    ]
    handbook = Handbook(Settings.model_validate(raw), (regulation(*clauses),))
    html = pages(handbook)["at-a-glance/prohibitions.html"].html
    assert "<script" not in html
    assert "<img" not in html
    assert 'data-zh="&#34;&gt;&lt;script' in html


def test_an_empty_handbook_has_every_page_and_says_that_there_is_nothing():
    found = pages(book(etiquette=(EtiquetteFile.model_validate({
        "id": "e", "title": {"zh": "礼"}, "groups": [{"id": "g", "title": {"zh": "组"}, "points": [{"id": "p", "do": {"zh": "站"}}]}],
    }),)))  # fmt: skip
    assert set(found) == {f"at-a-glance/{name}.html" for name in FACT_PAGES}
    assert all("目前没有这类内容" in page.html and page.scripts == () for page in found.values())


def test_a_page_without_lines_is_made_but_not_listed():
    handbook = book(regulation(article(facts={"x": MONEY}, text={"zh": "罚${x}。", "en": "Pay ${x}."})))
    site = compose(handbook)
    listed = {entry.path for group in site.navigation for entry in group.entries}
    assert {name for name in FACT_PAGES if fact_path(name) in listed} == {"amounts"}
    assert {fact_path(name) for name in FACT_PAGES} <= {page.path for page in site.pages}


def row(number, text, **more):
    return {"item": str(number), "id": f"row-{number}", "label": f"{number}、", "text": {"zh": text}, **more}


def test_a_row_away_from_its_table_repeats_what_stands_above_it():
    fine = {"fine": {"kind": "money", "value": "200"}}
    table = regulation(
        row(1, "考勤\t迟到\t扣${fine}", norm="penalty", facts={"fine": MONEY}),
        row(2, "〃\t早退\t〃", norm="penalty"),
        row(3, "〃\t旷工\t罚款${fine}", norm="penalty", facts=fine),
        {"text": {"zh": "以下为另一表。"}},
        row(4, "〃\t吵架\t罚款${fine}", norm="penalty", facts=fine),
    )
    cells = [plain(found.text.zh).split("\t") for found in rows(book(table), "penalties")]
    assert cells == [
        ["考勤", "迟到", "扣200元"],
        ["考勤", "早退", "扣200元"],
        ["考勤", "旷工", "罚款200元"],
        ["〃", "吵架", "罚款200元"],  # nothing stands above it
    ]
    assert [plain(found.text.zh).split("\t")[0] for found in rows(book(table), "amounts")] == ["考勤", "考勤", "〃"]


def test_a_line_names_the_rule_it_rests_on_whatever_its_kind():
    flat = regulation(
        {"text": {"zh": "不得吸烟。"}, "norm": "prohibition"},
        row(15, "不得喧哗。", norm="prohibition"),
        row(16, "在走廊里：", norm="prohibition", body=[row(2, "不得奔跑。")]),
        {
            "item": "1", "id": "one", "label": "一、", "title": {"zh": "仪表"},
            "body": [row(4, "不得染发。", norm="prohibition")],
        },
        article(5, title={"zh": "考勤"}, body=[{"norm": "prohibition", "text": {"zh": "不得代打卡。"}}]),
    )  # fmt: skip
    handbook = book(flat)
    named = [found.cited[0] for found in rows(handbook, "prohibitions")]
    assert [(c.label and c.label.zh, c.title and c.title.zh) for c in named] == [
        (None, None),
        ("15", None),
        ("16、2", None),
        ("一、4", "仪表"),
        ("第五条", "考勤"),
    ]
    html = pages(handbook)[fact_path("prohibitions")].html
    assert '<span class="gz-num">16、2</span>' in html
    assert not re.search(r"<span[^>]*></span>", html)


def test_without_themes_lines_stand_by_regulation_and_those_of_a_single_one_by_chapter():
    def rules(name):
        chapters = [
            {"chapter": str(n), "id": f"c{n}", "title": {"zh": title}, "body": [article(n, norm="prohibition", text={"zh": f"不得{title}。"})]}
            for n, title in ((1, "吸烟"), (2, "赌博"))
        ]  # fmt: skip
        return regulation(*chapters, article(3, norm="prohibition", text={"zh": "不得插队。"}), name=name)

    def heads(handbook):
        html = pages(handbook)[fact_path("prohibitions")].html
        shown = re.sub(r'<small class="gz-paper-only">.*?</small>', "", html)
        return [plain(head).strip() for head in re.findall(r"<h2[^>]*>(.*?)</h2>", shown)]

    assert heads(book(rules("r"), rules("s"))) == ["规定r r", "规定s s"]
    assert heads(book(rules("r"))) == ["第一章 吸烟", "第二章 赌博", "规定r r"]
    themed = regulation(article(1, norm="prohibition", text={"zh": "不得迟到。"}), themes=["leave"], name="t")
    assert heads(book(rules("r"), themed)) == ["休假 Leave", "其他 Other"]


@pytest.mark.parametrize(
    ("text", "norm", "listed"),
    [
        ("上班须穿工服，不得穿拖鞋。", "duty", ["prohibitions"]),
        ("離店須登記，嚴禁攜帶公款外出。", None, ["prohibitions"]),
        ("不得带宠物上班。违者罚款${fine}。", "prohibition", ["prohibitions", "penalties"]),
        ("代人签到的，双方各扣${fine}。", None, ["penalties"]),
        ("Wear your badge. Never lend it to anyone.", "duty", ["prohibitions"]),
        ("Keys must not be copied; copying one leads to dismissal.", None, ["prohibitions", "penalties"]),
        # a limit, a name, what is only spoken of, and what says who may not be fined
        ("每月请假不得超过三天。", "duty", []),
        ("礼品按“不得收受”一条处理。", "duty", []),
        ("员工接到不得执行的安排，应当报告。", "duty", []),
        ("哪些事项不得外传，见附件。", None, []),
        ("没有证据的，公司不得解除劳动合同。", "prohibition", ["prohibitions"]),
        ("所有罚款用于员工活动。", None, []),
        ("Overtime may not exceed ten hours a week.", None, []),
        ("“严禁”表示禁止，不得违反。", "definition", []),
    ],
)
def test_what_a_rule_forbids_or_costs_is_listed_whatever_its_norm(text, norm, listed):
    fine = {"kind": "money", "value": "50"}
    lang = "en" if text.isascii() else "zh"
    one = article(text={lang: text}, facts={"fine": fine} if "${" in text else {}, **({"norm": norm} if norm else {}))
    found = [find.page for find in finds(regulation(one, authoritative=lang)) if find.page in ("prohibitions", "penalties")]
    assert found == listed
    assert tally(regulation(one, authoritative=lang))["prohibitions"] == listed.count("prohibitions")


def test_of_a_long_rule_only_the_sentence_that_forbids_is_listed_behind_what_it_leans_on():
    long = "值班员每两小时巡查一次并在值班簿上写明所见，遇有异常立即报告。" * 3
    text = {"zh": f"{long}钥匙由值班员保管。值班员不得把钥匙交给他人。交班时当面点清。"}
    (row,) = rows(book(regulation(article(norm="duty", text=text))), "prohibitions")
    assert plain(row.text.zh) == "钥匙由值班员保管。值班员不得把钥匙交给他人。"
