"""What pages have over the first title and behind the last rule: parts of a site, figures, cards that name what follows."""

from __future__ import annotations

from guizhang.importers import import_text


def documents(*lines):
    return [document.lines for document in import_text("\n".join(lines).encode(), "rules.txt").documents]


def discarded(*lines):
    return {
        n
        for item in import_text("\n".join(lines).encode(), "rules.txt").discarded
        for n in range(item.lines[0], item.lines[1] + 1)
    }


RULES = (
    "Ladder Safety Rules",
    "",
    "1. Check the rungs first.",
    "2. Two people carry it.",
    "3. Report a crack at once.",
)
SITE = (
    "Skip to content",
    "",
    "Workshop Safety Guide",
    "",
    "  • Home",
    "  • Hand Tools",
    "  • Cutting Tools",
    "  • Lifting",
    "",
)


def test_a_site_over_the_list_of_its_parts_is_no_document():
    assert documents(*SITE, *RULES) == [(10, 14)]


def test_a_title_over_points_that_say_something_is_a_document():
    said = ("Skip to content", "", "Workshop Safety Guide", "", "  • Gloves must be worn.", "  • Shoes must be closed.")
    more = ("  • Hair must be tied back.", "  • Floors must be dry.", "")
    assert documents(*said, *more, *RULES)[0][0] == 3
    # With nothing of a page's over it a title keeps what stands below, names or not.
    assert documents(*SITE[2:], *RULES)[0][0] == 1


NAMES = tuple(
    f"Shelf {word}" for word in ("Oak", "Elm", "Ash", "Fir", "Pine", "Birch", "Cedar", "Beech", "Maple", "Larch")
)
MORE = tuple(
    f"Crate {word}" for word in ("Oak", "Elm", "Ash", "Fir", "Pine", "Birch", "Cedar", "Beech", "Maple", "Larch")
)


def test_names_and_figures_over_the_first_title_are_the_page_s():
    assert documents(*NAMES, *MORE, "", *RULES) == [(22, 26)]
    figures = ("Time on Site", "2.5 hours", "Busiest Day", "Friday", "Days in a Row", "4 days", "")
    assert documents(*figures, *RULES) == [(8, 12)]
    # Rules without a title are a document of their own.
    said = tuple(f"Crates of row {n} must be tied before noon." for n in range(20))
    assert documents(*said, "", *RULES) == [(1, 20), (22, 26)]


def test_what_a_page_offers_with_a_word_on_each_is_no_document():
    cards = (
        *("Company Policy", "Find the rules, notes and forms of the house.", "", "Notes & Guidelines"),
        *("Keep up with what holds for everybody. Open a card to read on.", "", "Ladder Order"),
        *("Notes about ladders, stools and steps, and about who may lend them out.", "May 4", "Open", ""),
    )
    assert documents(*cards, "LADDER ORDER", "Werkhof Tools", "", "LADDER ORDER", *RULES[1:])[0] == (12, 19)
    # A letter that names what comes with it stays with it.
    letter = (
        "各车间：",
        "现印发下列规定，请遵照执行，有问题找设备科。",
        "附件",
        "梯子使用规定",
        "设备科",
        "2021年3月1日",
        "",
    )
    rules = ("梯子使用规定", "一、先查后用。", "二、两人搬运。")
    assert 2 not in discarded(*letter, *rules)


def test_a_promise_behind_the_last_rule_is_over_the_next_document():
    first = ("接送车辆规定", "一、出车前检查轮胎。", "二、按站点停靠。")
    second = (
        "接送车辆规定1",
        "一、司机持证上岗。",
        "二、不超速。",
        "接送车辆规定2",
        "一、清点人数。",
        "二、关好车门。",
    )
    lines = (*first, "接送车辆规定(精选5篇)", *second)
    assert documents(*lines)[0] == (1, 3)
    assert 4 in discarded(*lines)


def test_names_behind_a_gap_are_not_the_rest_of_the_last_rule():
    foot = ("", "Quick Links", "", "Book a Room", "", "Reserve a Locker", "", "Log in", "", "Sign up")
    open_end = ("4. Put the ladder back into the rack next to the gate",)
    assert documents(*RULES, *open_end, *foot) == [(1, 6)]
    # Right below it may be.
    broken = ("4. Put the ladder back into the rack next to the gate", "of hall two", "", "Log in", "", "Sign up")
    assert documents(*RULES, *broken) == [(1, 7)]


def test_links_among_paragraphs_and_the_year_before_the_sign():
    lines = (*RULES[:3], "See also  Crane Guide: Rules for Lifting", *RULES[3:])
    assert documents(*lines) == [(1, 6)]
    assert 4 in discarded(*lines)
    assert 4 not in discarded(*RULES[:3], "See also rule 7 on cranes.", *RULES[3:])
    assert 6 in discarded(*RULES, "2023 © Werkhof Tools")


def test_a_title_over_a_byline_without_its_date_is_the_document_s_and_stands_again_spelt_out():
    entry = ("SOP for Ladder Storage", "", "Posted on By", "", "Standard Operating Procedure for Ladder Storage", "")
    assert documents(*SITE, *entry, *RULES[2:])[0][0] == 10
    assert documents(*SITE, *entry[:2], "Posted on By editor", "", *entry[4:], *RULES[2:])[0][0] == 10


def test_the_tabs_of_a_page_are_none_of_the_parts_that_stand_under_them():
    tabs = ("假期安排", "", "着装要求", "", "工具管理制度", "", "钥匙保管制度", "", "宿舍", "")
    dress = ("着装要求", "", "进车间穿工作服，戴好帽子。", "1、袖口扣紧。", "2、不穿拖鞋。", "")
    tools = (
        "工具管理制度",
        "",
        "1、领用登记。",
        "2、下班归还。",
        "",
        "钥匙保管制度",
        "",
        "1、专人保管。",
        "2、遗失当天报告。",
    )
    assert documents(*tabs, *dress, *tools) == [(11, 15), (17, 20), (22, 25)]
    # The title of one document over the names of its parts stays.
    parts = ("着装", "进车间穿工作服，戴好帽子。", "工具", "领用登记，下班归还。", "钥匙", "由专人保管。")
    assert documents("车间管理制度", "", *parts[::2], "", *parts) == [(1, 12)]
    # Cells that come back have no text under them.
    rows = ("班次", "早班", "晚班", "中班", "早班", "晚班", "中班")
    assert not discarded(*rows)


def test_a_running_head_beside_page_numbers_is_no_part_of_the_sentence_there():
    lines = (
        "港务公司", "门岗管理规定", "第一条 门岗实行轮班，接班的人员应当提前到岗。",
        "- 1 -", "港务公司 门岗管理规定", "第二条 来访车辆须登记。",
        "- 2 -", "港务公司 门岗管理规定", "第三条 夜间须锁门。", "- 3 -",
    )  # fmt: skip
    assert {4, 5, 7, 8, 10} <= discarded(*lines)
    assert not {1, 2, 3, 6, 9} & discarded(*lines)


def test_what_a_public_account_and_a_shared_document_say_of_themselves_is_no_rule():
    around = (
        "点击上方蓝字关注我们", "创建人：林某 创建时间：2025/02/11", "1. 开窗通风。", "2. 关灯断电。", "3. 锁好大门。",
        "— END —", "文字：后勤部 编辑：小林", "王某 昨天 15:32 修改 字数 1,024",
    )  # fmt: skip
    left = discarded("门店下班规定", *around)
    assert {2, 3, 7, 8, 9} <= left, left
    assert not {4, 5, 6} & left, left
