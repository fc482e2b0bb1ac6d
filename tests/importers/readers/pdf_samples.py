"""Made-up rules as PDF files, by two writers that work differently: Typst and Chromium."""

from __future__ import annotations

import html
import json
import random
from typing import Any

PHRASES = (
    "员工应当在规定时间内到岗并完成打卡 未经直接主管书面批准不得擅自离开工作岗位 因公外出的须事先填写外出登记单 "
    "各部门负责人对本部门考勤的真实性负责 违反前款规定的给予口头警告并记入个人档案 情节严重的依照第十二条处理 "
    "人力资源部每月五日前汇总上月考勤 财务部据此核算当月工资和各项津贴 加班应当经部门经理同意后报人力资源部备案 "
    "公司提倡员工在工作时间内完成本职工作 使用公司 IT 系统时必须遵守信息安全规定 不得将客户资料带出办公场所 "
    "病假须提供二级以上医院出具的诊断证明 年休假的天数按照累计工作年限确定 试用期内请事假不得超过 3 天 "
    "收到投诉后应在 24 小时内首次回复客户 涉及费用的须注明金额和依据 保洁和安保人员应着统一工装上岗 "
    "仓库内严禁吸烟和使用明火 每季度组织一次消防演练 新员工入职三十日内完成 onboarding training 并参加考核"
).split(" ")
ENGLISH = (
    "Employees shall record their working hours on the day they are worked. Overtime must be approved in advance by the "
    "head of department. Customer data may not leave the office in any form. A complaint is answered within 24 hours."
).split(". ")
NUMERALS = "一二三四五六七八九十"


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else NUMERALS[tens - 1] + "十") + (
        NUMERALS[ones - 1] if ones else ""
    )


def rules(seed: int, articles: int = 30, *, tables: bool = False) -> list[dict[str, Any]]:
    """Return blocks in reading order: {kind: title|chapter|text|table, text | rows}."""
    chance = random.Random(seed)
    blocks: list[dict[str, Any]] = [{"kind": "title", "text": "员工考勤与行为管理制度"}]
    chapter = 0
    for number in range(1, articles + 1):
        if number % 7 == 1:
            chapter += 1
            blocks.append({"kind": "chapter", "text": f"第{chinese(chapter)}章　考勤管理之{chinese(chapter)}"})
        words = "，".join(chance.sample(PHRASES, chance.randint(1, 9))) + "。"
        if chance.random() < 0.15:
            words += ". ".join(chance.sample(ENGLISH, 2)) + "."
        blocks.append({"kind": "text", "text": f"第{chinese(number)}条　{words}"})
        for item in range(1, chance.choice((0, 0, 3, 5)) + 1):
            words = "，".join(chance.sample(PHRASES, chance.randint(1, 3)))
            blocks.append({"kind": "text", "text": f"（{chinese(item)}）{words}；"})
        if tables and number % 9 == 4:
            rows = [["序号", "事项", "时限"]]
            rows += [[str(i), chance.choice(PHRASES), f"{i * 2} 个工作日"] for i in range(1, chance.randint(4, 8))]
            blocks.append({"kind": "table", "rows": rows})
    return blocks


def expected(blocks: list[dict[str, Any]]) -> str:
    """Return the characters of *blocks* in order, blanks left out."""
    words = [
        block["text"] if "text" in block else "".join(cell for row in block["rows"] for cell in row) for block in blocks
    ]
    return bare("".join(words))


def bare(text: str) -> str:
    return "".join(text.split())


TYPST = """
#let data = json(bytes(sys.inputs.data))
#set page(width: 210mm, height: 297mm, margin: 24mm, columns: data.columns,
  header: if data.heads [#data.head #h(1fr) 内部资料],
  footer: if data.heads { context align(center)[#counter(page).display(data.numbering, both: data.both)] },
  background: if data.watermark { rotate(-40deg, text(60pt, fill: luma(220))[内部资料 严禁外传]) })
#set text(font: data.font, size: data.size * 1pt, lang: "zh", region: "cn")
#set par(justify: data.justify, leading: data.leading * 1em, first-line-indent: (amount: data.indent * 1em, all: true))
#for block in data.blocks {
  if block.kind == "title" {
    let title = align(center, text(1.6em, weight: "bold", block.text))
    if data.columns > 1 { place(top, scope: "parent", float: true, title) } else { title }
  } else if block.kind == "chapter" {
    align(center, text(1.2em, weight: "bold", block.text))
  } else if block.kind == "table" {
    set par(first-line-indent: 0pt, justify: false)
    table(columns: (auto, 1fr, auto), ..block.rows.flatten().map(it => [#it]))
  } else { par(block.text) }
}
"""


def typst_pdf(blocks: list[dict[str, Any]], font: str = "Noto Sans CJK SC", **settings: Any) -> bytes:
    """Return *blocks* set by Typst; settings: columns, heads, numbering, both, watermark, size, justify, leading, indent."""
    import typst

    data = {
        "blocks": blocks,
        "font": font,
        "columns": 1,
        "heads": True,
        "head": "某某物业公司员工手册",
        "numbering": "第 1 页",
        "both": False,
        "watermark": False,
        "size": 10.5,
        "justify": True,
        "leading": 0.8,
        "indent": 0,
    } | settings
    made = typst.compile(TYPST.encode(), sys_inputs={"data": json.dumps(data, ensure_ascii=False)})
    assert isinstance(made, bytes)
    return made


def typst_source(source: str, **inputs: str) -> bytes:
    """Return a Typst source as PDF."""
    import typst

    made = typst.compile(source.encode(), sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made


def page_html(blocks: list[dict[str, Any]], columns: int = 1) -> str:
    """Return *blocks* as a page for printing."""
    body = []
    for block in blocks:
        if block["kind"] == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in block["rows"]
            )
            body.append(f"<table>{rows}</table>")
        else:
            tag = {"title": "h1", "chapter": "h2"}.get(block["kind"], "p")
            body.append(f"<{tag}>{html.escape(block['text'])}</{tag}>")
    style = (
        f"main{{columns:{columns};column-gap:2em}}body{{font:11pt 'Noto Sans CJK SC'}}h1{{column-span:all;text-align:center}}"
        "table{border-collapse:collapse;break-inside:avoid}td{border:1px solid #000;padding:2px 6px}"
    )
    return f"<!doctype html><html lang=zh><meta charset=utf-8><style>{style}</style><main>{''.join(body)}</main>"


def chromium_pdf(browser: Any, page: str, *, heads: bool = True) -> bytes:
    """Return a page printed by Chromium."""
    context = browser.new_context()
    tab = context.new_page()
    tab.set_content(page)
    cell = "font-size:9px;width:100%;text-align:center"
    made = tab.pdf(
        format="A4",
        margin=dict.fromkeys(("top", "bottom", "left", "right"), "22mm"),
        display_header_footer=heads,
        header_template=f"<div style='{cell}'>某某物业公司员工手册</div>",
        footer_template=f"<div style='{cell}'>第 <span class=pageNumber></span> 页 共 <span class=totalPages></span> 页</div>",
    )
    context.close()
    assert isinstance(made, bytes)
    return made


def recall(want: str, got: str) -> float:
    """Return the share of *want* that *got* has in the same order."""
    from rapidfuzz.distance import LCSseq

    return float(LCSseq.similarity(want, bare(got))) / len(want)
