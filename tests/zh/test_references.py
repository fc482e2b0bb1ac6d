"""References as they are printed: a table annotated by hand of texts and the spans that refer."""

from __future__ import annotations

import pytest

from guizhang.zh.references import Step, find_references


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("按照第十条第二款第（三）项的规定办理。", ["第十条第二款第（三）项"]),
        ("违反第五条、第七条规定的，给予警告。", ["第五条", "第七条"]),
        ("依照第十条至第十二条执行。", ["第十条至第十二条"]),
        ("依照第10条-第12条执行。", ["第10条-第12条"]),
        ("前款规定的行为，由店长处理。", ["前款"]),
        ("前两款所称员工包括实习生。", ["前两款"]),
        ("适用前条第一款的规定。", ["前条第一款"]),
        ("本条所称客户是指业主。", ["本条"]),
        ("本章规定适用于全体员工。", ["本章"]),
        ("本制度由人事部负责解释。", ["本制度"]),
        ("本办法第三章另有规定的除外。", ["本办法第三章"]),
        ("有上述行为之一的，予以辞退。", ["上述"]),
        ("依据《劳动合同法》第三十九条解除合同。", ["《劳动合同法》第三十九条"]),
        ("填写《客户投诉受理记录表》后上报。", ["《客户投诉受理记录表》"]),
        ("根据《中华人民共和国劳动法》和《员工手册》制定。", ["《中华人民共和国劳动法》", "《员工手册》"]),
        ("详见附件1，表格见附表二。", ["附件1", "附表二"]),
        ("具体要求见第3章。", ["第3章"]),
        ("按照4.8.1执行。", ["4.8.1"]),
        ("依据第3.2条处理。", ["第3.2条"]),
        ("第十二条之一规定的情形除外。", ["第十二条之一"]),
        ("第八条第一、二款的规定不适用。", ["第八条第一、二款"]),
        ("第八条第一款、第三款的规定不适用。", ["第八条第一款", "第三款"]),
        ("第五条（二）所列情形。", ["第五条（二）"]),
        ("本条第二款的期限自次日起算。", ["本条第二款"]),
        ("违反本规定第六条第（一）至（三）项的。", ["本规定第六条第（一）至（三）项"]),
        ("上一条规定的时限可延长。", ["上一条"]),
        ("依照第二章第三节的规定。", ["第二章第三节"]),
        ("见《投诉处理规定》第五条第二款。", ["《投诉处理规定》第五条第二款"]),
        ("除前项规定外，另见本节。", ["前项", "本节"]),
        ("按以上规定执行。", ["以上"]),
        ("参照《A类客户管理办法》执行。", ["《A类客户管理办法》"]),
        ("違反第五條第二款之規定者。", ["第五條第二款"]),
        ("See Article 5, paragraph 2 and Annex A.", ["Article 5, paragraph 2", "Annex A"]),
        ("Under the preceding paragraph, this chapter applies.", ["the preceding paragraph", "this chapter"]),
        # Levels shortened, headings between levels, lists behind 上述, provisions named by their title.
        ("违反第二条（一）1、2款的，罚款。", ["第二条（一）1、2款"]),
        ("违反第二条1-3款的，按本条（二）执行。", ["第二条1-3款", "本条（二）"]),
        ("符合第八条二、（2）的，奖励。", ["第八条二、（2）"]),
        ("按第九条a、b项办理。", ["第九条a、b项"]),
        ("依第二章之第三条处理。", ["第二章之第三条"]),
        ("按照第一章总则第二条执行。", ["第一章总则第二条"]),
        ("参见第三章“处罚”第2条。", ["第三章“处罚”第2条"]),
        ("违反上述1、2、3项的，警告。", ["上述1、2、3项"]),
        ("以上三条自发布日起执行。", ["以上三条"]),
        ("违反二、三条规定的，罚款。", ["二、三条"]),
        ("按三（二）处理，程序见（一）第1点。", ["三（二）", "（一）第1点"]),
        ("違反第三點至第五點者，依本要點第六點辦理。", ["第三點至第五點", "本要點第六點"]),
        ("参见“入住登记”一节，按《财务手册》的“备用金”一条办理。", ["“入住登记”一节", "《财务手册》的“备用金”一条"]),
        ("加班执行考勤管理制度第八条。", ["考勤管理制度第八条"]),
        ("退订费见表1，房型见附表1第3项。", ["表1", "附表1第3项"]),
        ("Rules 5–7 apply; see rules 4, 5 and 6.", ["Rules 5–7", "rules 4, 5 and 6"]),
        ("except under 9(b), in the cases of (a) and (b).", ["9(b)", "(a) and (b)"]),
        ("listed in Schedule A (item 3)", ["Schedule A (item 3)"]),
        ("三次以上条款除外，三次以上两项警告，五项以上要求。", []),
        ("Section 4, 10 minutes later, and (as usual) on 9 May.", ["Section 4"]),
        # No references: ordinals of other things, labels, and words that only look like one.
        ("第一次警告，第二次罚款，第三方平台。", []),
        ("第一时间通知，第二天补假，第三人负责。", []),
        ("第一条件是诚信，第二项目组，第一目标。", []),
        ("本人、本部门、本公司、本项目、本月、本节目。", []),
        ("第十条 员工应当遵守制度。", []),
        ("迟到三次以上的，罚款50元以上。", []),
        ("第二节课休息，前台、前期、前提、上班、上级。", []),
        ("投诉处理3.5天，费用控制在2.5万元。", []),
    ],
)
def test_finds_references(text, spans):
    assert [m.span for m in find_references(text)] == spans


def test_takes_a_reference_apart():
    (mention,) = find_references("按照第十条第二款第（三）项的规定")
    assert mention.steps == (Step("article", ((10,),)), Step("paragraph", ((2,),)), Step("item", ((3,),)))
    assert find_references("第十二条之一")[0].steps == (Step("article", ((12, 1),)),)


def test_a_list_hands_its_upper_levels_on():
    first, second = find_references("第八条第一款、第三款")
    assert second.steps == (Step("article", ((8,),)), Step("paragraph", ((3,),)))
    assert first.steps[0] == second.steps[0]
