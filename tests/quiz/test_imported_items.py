"""Items of rules taken over from documents: what cannot be quoted makes none, and nothing is said in a language there is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guizhang.cli import main
from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Edition, Node, Norm, Origin, Regulation
from guizhang.model.text import Text
from guizhang.quiz.models import generate
from guizhang.quiz.quoting.clauses import clauses
from guizhang.quiz.quoting.naming import plain_title, usable_heading
from guizhang.quiz.quoting.quotable import broken, dangles, of_itself
from guizhang.reference import copy_reference
from guizhang.yamlio.content import load_project
from tests.quiz.rulings import article, days, handbook

PAGE = """\
三、仓库巡查制度

一、夜间巡查

1、值班员每次巡查不少于20分钟，并填写巡查簿。

2、发现冒烟的，须在3分钟内拨打值班电话；3分钟内无人接听的，直接报警。

二、钥匙

1、钥匙遗失的，按下列标准赔偿：

（1）当日找回的，赔偿20元；

（2）没有找回的，赔偿80元。

2、其他要求见下表。

钥匙	20元	80元
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> Path:
    """A handbook with nothing but the page, as ``guizhang import`` leaves it."""
    root = tmp_path_factory.mktemp("imported") / "handbook"
    copy_reference(root, empty=True)
    shutil.rmtree(root / "content" / "regulations")
    page = root.parent / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(page), "-o", str(root / "content" / "regulations")])
    assert result.exit_code == 0, result.output
    return root


def test_a_draft_in_chinese_makes_items_in_chinese_alone(imported):
    items = generate(load_project(imported).handbook)
    assert items
    for item in items:
        texts = [*item.shown(), *item.explained()]
        assert all(text.zh and text.en is None for text in texts), item.id
        if item.numeric and item.numeric.unit:
            assert item.numeric.unit.en is None


def test_a_place_is_named_by_its_heading_and_its_regulation_without_a_number(imported):
    stems = {item.stem.zh for item in generate(load_project(imported).handbook) if item.model == "fact-numeric"}
    assert (
        "《仓库巡查制度》“夜间巡查”部分规定：“值班员每______小时巡查一次，并填写巡查簿。”写出空白处的数字。"
        not in stems
    )
    assert any(stem.startswith("《仓库巡查制度》“") for stem in stems), stems
    assert not [stem for stem in stems if "三、" in stem or "\t" in stem]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("三、餐具消毒制度", "餐具消毒制度"),
        ("★样本一★ 客房服务员行为规范", "客房服务员行为规范"),
        ("【范文一】酒店会议制度", "酒店会议制度"),
        ("第四篇　到府維修服務準則", "到府維修服務準則"),
        ("【范文二】公司会议管理制度篇二", "公司会议管理制度篇二"),
        ("档 案 与 印 章 管 理 制 度", "档案与印章管理制度"),
        ("考勤与加班管理细则", "考勤与加班管理细则"),
        ("一、", "一、"),
    ],
)
def test_a_title_is_named_without_what_it_was_printed_with(printed, plain):
    assert plain_title(Text(zh=printed)).zh == plain


@pytest.mark.parametrize(
    ("title", "usable"),
    [
        ("夜间巡查", True),
        ("保证金数额为住宅每套", False),
        ("值班时间为每日8", False),
        ("礼品 Gifts", False),
        ("VIP客户", True),
    ],
)
def test_half_a_sentence_is_no_heading(title, usable):
    assert usable_heading(Text(zh=title)) is usable


@pytest.mark.parametrize(
    ("said", "lang", "why"),
    [
        ("1\t迟到\t10元\t20元", "zh", broken),
        ("全责    80%    20%", "zh", broken),
        ("2000元，由住户和施工单位各承担一半。", "zh", broken),
        ("3天以后未签约的，定金按约定处理。", "zh", broken),
        ("00—17:00，夜班20:00—5:00。", "zh", broken),
        ("15:00开始，20:00以前结束。", "zh", broken),
        ("提前1天书面告知排班员，内容写清：。", "zh", broken),
        ("Core hours start between 9:00 and 10:00.", "zh", broken),
        ("持有合作方5%以上股份 holding 5% or more of a partner。", "zh", broken),
        ("每天100元，不需发票。", "zh", broken),
        ("15 minutes an unused slot is released.", "en", broken),
        ("布置在开席前3小时完成，第二条确认单以外的要求另行计费。", "zh", dangles),
        ("出勤纪律见下表。", "zh", dangles),
        ("其他员工可以替他人存放物品。", "zh", dangles),
        ("违反的，扣当月奖金50元。", "zh", dangles),
        ("Article 3 does not apply to agency workers.", "en", dangles),
        ("If it does not, the engineer shall continue the repair.", "en", dangles),
        ("本手册自2022年9月1日起施行。", "zh", of_itself),
        ("本制度由行政部解释。", "zh", of_itself),
        ("本守则由总务科负责解释和修订。", "zh", of_itself),
        ("守则的解释权归总务科。", "zh", of_itself),
        ("Lockers are dealt with as follows.", "en", dangles),
        ("本办法经店长批准后生效。", "zh", of_itself),
        ("This policy takes effect once the manager has signed it.", "en", of_itself),
    ],
)
def test_what_cannot_be_quoted(said, lang, why):
    assert why(said) if why is of_itself else why(said, lang)


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("5分钟内不能解决的，请网点负责人出面。", "zh"),
        ("公司可以依照《劳动合同法》第三十九条、第四十条解除劳动合同。", "zh"),
        ("员工不得打听与服务无关的其他情况。", "zh"),
        ("钥匙、门禁卡和其他物品当日归还。", "zh"),
        ("每天开门以前，店员检查电源。", "zh"),
        ("误餐两次而没有合理解释，取消订餐。", "zh"),
        ("讲解员须向游客耐心解释。", "zh"),
        ("由值班员向家长解释收费的标准。", "zh"),
        ("每日21:30至次日6:00，宿舍楼内不得练琴。", "zh"),
        ("每天12点到14点，琴房不安排清扫。", "zh"),
        ("迟还图书的处理如下：三天以内口头提醒，超过三天停借一周。", "zh"),
        ("Late books are dealt with as follows: up to three days – reminder; longer – no loans for a week.", "en"),
        ("Notice follows Articles 39 and 40 of the Labour Contract Law.", "en"),
        ("20 days of leave are given in a year.", "en"),
    ],
)
def test_what_can_be_quoted(said, lang):
    assert not broken(said, lang)
    assert not dangles(said, lang)
    assert not of_itself(said)


def from_a_document(node: Node) -> Node:
    return node.model_copy(update={"origin": Origin(file="page.txt", line=1)})


def made(model: str, *articles: Node):
    return [item for item in generate(handbook(*articles)) if item.model == model]


def test_points_of_a_list_may_have_figures_and_ids_of_their_own():
    """As an import leaves them: each point is a provision, and names the figures that stand below it."""
    points = tuple(
        Node(item=str(n), id=f"point-{n}", text=Text(zh=zh), facts={"limit": days(value)})
        for n, (zh, value) in enumerate(
            [("一般问题，${limit}内答复；", "P3D"), ("复杂问题，${limit}内答复。", "P7D")], 1
        )
    )
    rule = article("answers", "收到问题后，按下列时限办理：", body=points)
    asked = {item.id for item in made("fact-choice", rule)}
    assert asked == {"fact-choice.rules.point-1.limit", "fact-choice.rules.point-2.limit"}


def test_a_line_without_an_end_makes_no_item():
    whole = article("kept", "记录由档案员保存${limit}。", facts={"limit": days("P30D", bound="min")})
    cut = article("cut", "离职后${limit}内仍应保守", facts={"limit": days("P30D")})
    asked = {item.id for item in made("fact-choice", from_a_document(whole), from_a_document(cut))}
    assert asked == {"fact-choice.rules.kept.limit"}


@pytest.mark.parametrize(
    ("zh", "asked"),
    [
        ("临时停车不足${limit}按一小时计。", False),
        ("临时停车超过${limit}的，按一天计。", True),
        ("到岗、用餐、离岗共${times}打卡。", False),
        ("店员每班共${times}打卡。", True),
        ("蔬菜、鱼和肉由店长、厨师和店员共${times}验收。", False),
        ("早、中、晚各${once}清点。", False),
        ("上午、下午各${times}清点。", True),
        ("损坏工具的，${once}处10元罚款。", False),
        ("超期的，${hour}扣20元。", False),
        ("超期的，${hour}扣20元，超期3小时按一天计。", True),
        ("漏项一次指出，资料不全的${once}告知应补的内容。", False),
        ("连续${once}未到岗的，停止预约。", True),
    ],
)
def test_a_figure_its_sentence_gives_away_is_not_asked_for(zh, asked):
    facts = {
        "limit": days("PT1H"),
        "times": Fact(kind="count", value="3", unit="times"),
        "once": Fact(kind="count", value="1", unit="times"),
        "hour": days("PT1H", bound="exact"),
    }
    used = {name: fact for name, fact in facts.items() if f"${{{name}}}" in zh}
    assert bool(made("fact-choice", article("x", zh, facts=used))) is asked


@pytest.mark.parametrize(
    ("zh", "ends"),
    [
        ("迟到满${limit}的，按缺席登记。", "哪几种适用这一规定？"),
        ("报告必须在${limit}内提交。", "哪几种符合这一规定？"),
        ("接到报修后${limit}内派单。", "哪几种符合这一规定？"),
        ("证件自发放之日起${limit}内的有效。", "哪几种在规定的范围之内？"),
        ("${limit}内累计迟到三次的，解除合同。", None),
        ("不得携带超过${limit}的文件外出。", None),
        ("满一年的，休假${limit}。", None),
    ],
)
def test_what_is_asked_of_four_cases_follows_on_what_the_figure_limits(zh, ends):
    rule = from_a_document(article("x", zh, facts={"limit": days("P5D")}))
    said = [item.stem.zh for item in made("threshold-case", rule)]
    assert [stem.endswith(ends) for stem in said] == ([True] if ends else []), said


def test_of_two_limits_that_both_include_a_figure_neither_makes_a_case():
    facts = {"up": days("PT10M"), "over": days("PT10M", bound="min")}
    points = ("${up}以内的，扣10元；", "${over}以上的，扣30元。")
    body = tuple(Node(item=str(n), text=Text(zh=zh)) for n, zh in enumerate(points, 1))
    lead = "员工迟到的，按下列标准处理："
    assert not made("threshold-case", article("late", lead, body=body, facts=facts))
    longer = (body[0], Node(item="2", text=Text(zh="超过半天的，按旷工登记。")))
    assert made("threshold-case", article("late", lead, body=longer, facts={"up": facts["up"]}))


def test_what_common_sense_answers_is_told_by_chinese_and_not_asked_without_it():
    both = article(
        "a", "在休息日上班的，员工可以调休。", "Staff asked to work on a rest day may take time off.", norm="permission"
    )
    english = article("b", None, "Staff asked to work on a rest day may take time off.", norm="permission")
    assert made("allowed", both)
    assert not made("allowed", english)


def test_no_simplified_word_is_put_into_a_traditional_text():
    exchanged = ("responsible", "altered-wording", "allowed")
    for zh, found in (("忘记刷卡的，由客服主管书面补登。", True), ("忘記刷卡的，由客服主管書面補登。", False)):
        items = generate(handbook(article("x", zh)))
        assert bool([item.id for item in items if item.model in exchanged]) is found


_LINES = st.lists(
    st.sampled_from(
        (
            "一、考勤",
            "1、迟到10分钟以内的，扣10元；",
            "（1）上午9:00以前到岗；",
            "Q1：租客带宠物怎么办？",
            "A：保留3天，贴条通知。",
            "第一条 员工必须在3天内书面报告经理。",
            "迟到\t10元\t20元",
            "Article 4 礼品 Gifts",
            "Staff may not drive longer than 10 hours a day.",
            "員工應於3日內辦妥。",
            "违反的，扣50元，共0元。",
            "内容写清：",
        )
    ),
    min_size=3,
    max_size=10,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_LINES)
def test_whatever_was_imported_its_items_can_be_made(tmp_path_factory, lines):
    root = tmp_path_factory.mktemp("any")
    page = root / "page.txt"
    page.write_text("仓库管理规定\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (root / "content").mkdir()
    settings_file = "title: {zh: 手册}\ncompany: {zh: 公司}\n"
    (root / "content" / "handbook.yaml").write_text(settings_file, encoding="utf-8")
    CliRunner().invoke(main, ["import", str(page), "-o", str(root / "content" / "regulations")])
    for item in generate(load_project(root).handbook):
        assert all(said is None or said.strip() for text in item.shown() for said in (text.zh, text.en)), item.id


@pytest.mark.parametrize(
    ("rule", "stem"),
    [
        (
            "盤點結果應於${limit}內送交總倉。",
            "《規定》「盤點」一條規定：「盤點結果應於______天內送交總倉。」寫出空白處的數字。",
        ),
        # 后 and 里 are good in both scripts, and none of these characters tells: the title above them does.
        (
            "后座里物品须在${limit}取回。".replace("须", "必"),
            "《規定》「盤點」一條規定：「后座里物品必在______天取回。」寫出空白處的數字。",
        ),
    ],
)
def test_a_traditional_rule_is_asked_for_in_traditional_characters(rule, stem):
    one = article("a", rule, title=Text(zh="盤點"), facts={"limit": days("P3D")})
    items = list(generate(handbook(one, title=Text(zh="規定"))))
    assert [item.stem.zh for item in items if item.model == "fact-numeric"] == [stem]
    shown = "".join(text.zh or "" for item in items for text in (*item.shown(), *item.explained()))
    assert not set("规内写数处应项条这盘") & set(shown)


def test_quotation_marks_of_a_traditional_rule_are_those_of_its_script():
    one = article(
        "a", "盤點的貨架須掛『停用』牌，${limit}內取下。", title=Text(zh="盤點"), facts={"limit": days("P3D")}
    )
    items = list(generate(handbook(one, title=Text(zh="規定(試行)"))))
    shown = "".join(text.zh or "" for item in items for text in (*item.shown(), *item.explained()))
    assert "《規定（試行）》「盤點」一條規定：「盤點的貨架須掛『停用』牌，______天內取下。」" in shown
    assert not set("“”‘’()") & set(shown)


def test_the_theme_of_rules_without_themes_is_called_as_the_rules_are():
    found = handbook(article("early", "员工应当在每天早晨八点以前到岗。"))
    regulation = found.regulations[0]
    assert found.theme_name(regulation.id) == regulation.title
    assert found.theme_name("nowhere") == Text(zh="nowhere", en="nowhere")


@pytest.mark.parametrize(
    "said",
    [
        "签收：本人已收到并阅读《员工手册》，愿意遵守。",
        "本人承诺遵守以上各项规定。",
        "I acknowledge that I have received and read this handbook.",
    ],
)
def test_what_staff_sign_at_the_end_is_no_rule(said):
    assert of_itself(said)
    assert not of_itself("员工收到本人的工资单后应当核对。")
    assert not of_itself("请假必须提前申请，经批准后生效。")
    assert not of_itself("Ask a day ahead; leave takes effect once it has been approved.")


def _points(zh: str | None, en: str | None, *points: tuple[str | None, str | None]) -> list[Text | None]:
    body = tuple(Node(item=str(n), text=Text(zh=a, en=b)) for n, (a, b) in enumerate(points, 1))
    book = handbook(article("list", zh, en, body=body))
    return [clause.quote() for clause in clauses(book)][1:]


def test_a_point_with_its_own_agent_does_not_complete_the_introduction():
    asked, other, reasoned = _points(
        "宾客投诉时，首问员工应当：",
        None,
        ("倾听并记录，不得打断；", None),
        ("两天内由部门经理向宾客反馈处理结果；", None),
        ("说明理由并道歉。", None),
    )
    assert asked is not None
    assert other is None
    assert reasoned is not None


def test_an_english_point_does_not_take_up_what_another_point_names():
    whole, leaning = _points(
        None,
        "Before an operation the nurse shall:",
        (None, "weigh the animal;"),
        (None, "confirm that it has not eaten."),
    )
    assert whole is not None
    assert leaning is None


@pytest.mark.parametrize(
    ("en", "ends"),
    [
        (
            "Staff who are late must telephone the manager at least ${limit} before the shift.",
            "Which of the cases keep to the rule?",
        ),
        ("Staff who are late by more than ${limit} lose their bonus.", "To which of the cases does the rule apply?"),
    ],
)
def test_who_it_is_that_must_is_no_case(en, ends):
    bound = "min"
    rule = article("late", None, en, facts={"limit": Fact(kind="duration", value="PT30M", bound=bound)})
    (item,) = [item for item in generate(handbook(rule)) if item.model == "threshold-case"]
    assert item.stem.en.endswith(ends)


@pytest.mark.parametrize(
    ("titles", "named"),
    [
        (("会议制度篇一", "会议制度篇二"), ["《会议制度篇一》", "《会议制度篇二》"]),
        (("会议制度篇一", "考勤制度篇二"), ["《会议制度》", "《考勤制度》"]),
    ],
)
def test_the_number_of_a_text_is_named_where_another_has_its_name(titles, named):
    text = Text(zh="员工必须在开会以前关闭手机，并在会后整理会议室。")
    regulations = tuple(
        Regulation(id=f"r{n}", title=Text(zh=title), edition=Edition(version="1"), body=(
            Node(article="1", id="a", norm=Norm.DUTY, text=text),)) for n, title in enumerate(titles)
    )  # fmt: skip
    book = Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), regulations)
    assert [clause.regulation_named.zh for clause in clauses(book)] == named


def test_a_rule_that_stands_twice_is_asked_for_once():
    lead = "Members and their guests must:"
    points = ("leave their boards on the rack by the shed", "rinse their wetsuits in the yard")
    body = tuple(Node(item=str(n), text=Text(en=said)) for n, said in enumerate(points, 1))
    whole = "The gate is closed at ${x} every night."
    facts = {"x": Fact(kind="time-of-day", value="21:30")}
    first = article("conduct", None, lead, body=body, title=Text(en="Conduct"))
    again = article("health", None, lead, body=body, title=Text(en="Health"))
    gate, also = (article(name, None, whole, facts=facts) for name in ("gate", "hours"))
    asked = generate(handbook(first, again, gate, also))
    assert {"list-recall.rules.conduct.1", "fact-choice.rules.gate.x"} <= {item.id for item in asked}
    assert not [item.id for item in asked if item.id.split(".")[2] in ("health", "hours")]


def test_how_many_times_a_year_is_asked_where_the_year_stands_apart():
    twice = Fact(kind="frequency", value="2/P1Y", zh="两次")
    (item,) = made("fact-choice", from_a_document(article("x", "供应商的证照每年复查${x}。", facts={"x": twice})))
    said = {option.text.zh for option in item.options}
    assert said <= {"一次", "两次", "三次", "四次", "五次"}
    assert len(said) > 2


@pytest.mark.parametrize(
    ("zh", "asked"),
    [
        ("每天${x}准时开晨会，由店长组织。", True),
        ("每日${x}由当班组长清点工具。", True),
        ("每天${x}前。", False),
    ],
)
def test_a_sentence_may_begin_with_the_time_of_day(zh, asked):
    rule = from_a_document(article("x", zh, facts={"x": Fact(kind="time-of-day", value="9:00")}))
    assert bool(made("fact-choice", rule)) is asked


def test_sentences_below_a_line_of_a_few_words_stand_by_themselves():
    """As import leaves a heading with a comma: the text of a rule, with points below it."""
    points = (
        Node(item="1", id="taps", text=Text(en="The taps are open until ${x} every day."), facts={"x": Fact(kind="time-of-day", value="20:30")}),
        Node(item="2", id="hoses", text=Text(en="Hoses must not be left in the yard.")),
    )  # fmt: skip
    rule = Node(article="1", id="water", text=Text(en="Water, Hoses and Taps"), body=points)
    (item,) = made("fact-choice", from_a_document(rule))
    assert item.id == "fact-choice.rules.taps.x"
    assert item.stem.en.startswith(
        "The part “Water, Hoses and Taps” of “Rules”: “The taps are open until ______ every day.”"
    )
    listed_under = rule.model_copy(update={"text": Text(en="Nobody may leave these in the yard, whatever they are")})
    assert made("fact-choice", from_a_document(listed_under)) == []


def test_one_short_point_of_a_list_is_no_heading_of_the_others():
    def points(label: str | None) -> tuple[Node, ...]:
        time = {"x": Fact(kind="time-of-day", value="21:00")}
        return (
            Node(item="1", id="tents", label=label, text=Text(en="Tents and Shelters")),
            Node(item="2", id="quiet", label="•", text=Text(en="Quiet hours begin at ${x}."), facts=time),
        )

    (alone,) = made("fact-choice", *(from_a_document(point) for point in points("•")))
    assert alone.stem.en.startswith("“Rules”: “Quiet hours begin at ______.”")
    (under,) = made("fact-choice", *(from_a_document(point) for point in points(None)))
    assert "“Tents and Shelters” of “Rules”" in under.stem.en


ANSWERS = """\
借用物品问答

一、登记

Q1：投影仪怎么借？
A：（1）提前2天在系统里申请；（2）在登记簿上签名；（3）归还时不少于两人一同检查。

Q2：借多久？
A：最长不超过5天，逾期每天扣10元。
"""


def test_an_answer_that_is_only_a_list(tmp_path: Path) -> None:
    """Of the mark of an answer whose points stand below it nothing is left to quote, and no item repeats the mark."""
    root = tmp_path / "handbook"
    copy_reference(root, empty=True)
    page = tmp_path / "page.txt"
    page.write_text(ANSWERS, encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(page), "-o", str(root / "content" / "regulations")])
    assert result.exit_code == 0, result.output
    book = load_project(root).handbook
    assert book is not None
    quoted = [said.zh or "" for clause in clauses(book) if (said := clause.quote()) is not None]
    assert not [text for text in quoted if "A：" in text], quoted
    assert any("两人一同检查" in text for text in quoted), quoted


def test_a_traditional_rule_keeps_the_forms_it_prefers():
    """What Hong Kong writes with 厘 is written with 釐 elsewhere."""
    for own, other in (("厘", "釐"), ("釐", "厘")):
        size = Fact(kind="count", value="3", unit="centimetres", bound="max", zh=f"3{own}米")
        rule = article("x", "應聘者的戒指直徑不得超過${n}，並須於當值前除下。", facts={"n": size})
        items = [
            item
            for item in generate(handbook(from_a_document(rule)))
            if item.model in ("fact-choice", "threshold-case")
        ]
        said = "".join(t.zh or "" for i in items for t in (i.stem, *(o.text for o in i.options)))
        assert own in said
        assert other not in said
