"""Rules in two languages, each written in every layout and format that companies have them in."""

from __future__ import annotations

import html

from tests.importers.readers.wordfile import docx, para, run
from tests.importers.test_penalty_tables import workbook

HOTEL = [
    ("宿舍管理规定", "Dormitory Rules"),
    ("第一章 总则", "Chapter 1 General Provisions"),
    ("第一条 为保持宿舍安全、整洁，制定本规定。", "Article 1 These rules keep the dormitory safe and clean."),
    (
        "第二条 本规定适用于住宿的全体员工；外包人员住宿的，参照执行。",
        "Article 2 These rules apply to all staff who live in the dormitory. Contract workers who live there follow them as well.",
    ),
    ("第二章 入住和退宿", "Chapter 2 Moving In and Out"),
    ("第三条 员工凭入住单领取钥匙，押金200元。", "Article 3 Staff collect their key with the admission slip and pay a deposit of RMB 200."),
    ("第四条 有下列情形之一的，应当在3日内退宿：", "Article 4 Staff must move out within 3 days if they:"),
    ("（一）与公司解除劳动合同；", "(1) end their employment with the company;"),
    ("（二）连续30日没有住宿；", "(2) have not used their bed for 30 days in a row;"),
    ("（三）把床位转借他人。", "(3) have lent their bed to somebody else."),
    ("第三章 纪律", "Chapter 3 Conduct"),
    ("第五条 晚上11点以后不得喧哗。", "Article 5 No noise is allowed after 11 p.m."),
    ("第六条 宿舍内禁止吸烟、饮酒，违者罚款100元。", "Article 6 Smoking and drinking are forbidden in the dormitory; offenders are fined RMB 100."),
    ("第七条 本规定自2026年3月1日起施行。", "Article 7 These rules take effect on 1 March 2026."),
]  # fmt: skip
OFFICE = [
    ("办公用品管理办法", "Measures for Office Supplies"),
    ("一、申领", "I. Requests"),
    ("1. 每月5日前由部门文员提交申领单。", "1. The department clerk submits the request form before the 5th of each month."),
    ("2. 单价超过500元的，须经部门经理批准。", "2. Anything that costs more than RMB 500 needs the approval of the department manager."),
    ("二、保管", "II. Care"),
    ("1. 公用设备由专人负责，下班前关闭电源。", "1. One person is responsible for shared equipment and switches it off before leaving."),
    ("2. 丢失物品的，应当在24小时内报告。", "2. Lost items must be reported within 24 hours."),
    ("三、报废", "III. Disposal"),
    ("1. 电脑报废前须由信息部清除数据。", "1. The IT department must erase the data before a computer is disposed of."),
    ("2. 员工不得自行处理报废的设备。", "2. Staff may not dispose of equipment themselves."),
]  # fmt: skip
VISITS = [
    ("访客接待指引", "Visitor Guidelines"),
    ("登记", "Registration"),
    ("访客到达后在前台登记，领取访客证。", "Visitors register at the front desk on arrival and receive a visitor badge."),
    ("访客证须全程佩戴，离开时交还。", "The badge must be worn at all times and returned when leaving."),
    ("陪同", "Escort"),
    ("接待人须全程陪同，不得让访客单独进入机房。", "Hosts must stay with their visitors and may not let them enter the server room alone."),
    ("每次来访最多4人，时间不超过2小时。", "A visit is limited to 4 people and 2 hours."),
    ("拍照", "Photographs"),
    ("未经批准，访客不得拍照或者录像。", "Visitors may not take photographs or videos without permission."),
]  # fmt: skip
SETS = {"hotel": HOTEL, "office": OFFICE, "visits": VISITS}


def alternate(pairs):
    """Each Chinese line with its English one below: lines of one cell."""
    return [[words] for pair in pairs for words in pair]


def reverse(pairs):
    """The same with the English first."""
    return [[words] for zh, en in pairs for words in (en, zh)]


def blocks(pairs):
    """A rule with all its items, then the same in English."""
    out = []
    for zh, en in pairs:
        if out and zh.startswith("（"):
            out[-1][0].append(zh)
            out[-1][1].append(en)
        else:
            out.append(([zh], [en]))
    return [[line] for zh, en in out for line in (*zh, *en)]


def in_turn(pairs):
    """All of the Chinese, then all of the English."""
    return [[zh] for zh, _ in pairs] + [[en] for _, en in pairs]


def headed(pairs):
    """Headings in both languages on one line, rules below each other."""
    return [[line] for zh, en in pairs for line in ((zh, en) if zh[-1] in "。；：" else (f"{zh} {en}",))]


def columns(pairs):
    """Two cells a row."""
    return [[zh, en] for zh, en in pairs]


LAYOUTS = {one.__name__: one for one in (alternate, reverse, blocks, in_turn, headed, columns)}


def txt(rows):
    return "\n".join("\t".join(row) for row in rows).encode()


def html_page(rows):
    tabled = any(len(row) > 1 for row in rows)
    cells = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows]
    body = (
        "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
        if tabled
        else "".join(f"<p>{html.escape(row[0])}</p>" for row in rows)
    )
    return f"<!doctype html><html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def word(rows):
    if not any(len(row) > 1 for row in rows):
        return docx("".join(para(run(row[0])) for row in rows))
    cells = ["".join(f"<w:tc>{para(run(cell))}</w:tc>" for cell in row) for row in rows]
    return docx("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>" + para())


def sheet(rows):
    return workbook(("规定", rows, ()))


FORMATS = {"txt": txt, "html": html_page, "docx": word, "xlsx": sheet}
