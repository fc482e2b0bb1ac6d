"""Where the name of a party begins and ends in a Chinese sentence, which writes no blanks between words.

财务部 in 财务部门, 主管 in 部门主管人员, 总经理 in 总经理办公室 and 部门负责人 in 本部门负责人 are parts of longer names: another party in
their place makes no Chinese, or names nobody.
"""

from __future__ import annotations

import re

_POSTS = (
    "领导|副总|经理|主任|会计|出纳|总监|院长|校长|厂长|店长|主管|负责人|部长|科长|处长|工程师|上级|秘书|专员|文员|干事|干部"
    "|司机|助手|代表|委员|候选|人员|人选|员工|职工|职员|同事|成员|团队|们|家属"
)
_BODIES = (
    "[级層层]|(?<=部)门|门(?![店口卫禁市])|室(?![内外])|助理|部(?!署)|[长長](?![期时時達达])|[组組](?![织織成建合队])|处(?![理罚分置于以])|科(?!学)|办(?![理好妥完结事])|机关|機關"
    "|单位|會議|会议|例会|联席会|会(?=[，。；、：]|讨论|研究|审议|决定|批准)"
)
# 总经理签字 is an act, 总经理签字栏 a thing.
_THINGS = (
    "(?:签[字名章]|审[批核定]|批[准示复]|审阅|确认)?(?:栏|意见|样本|权限|页|联(?![系合络]))|职[权责位务级称]|岗位|资格|工资|薪|奖金"
    "|津贴|补贴|待遇|编制|名单|身份|信箱|邮箱|微信|手机|热线|账号|帐号|密码|印章|公章|用章|专用章"
    "|电话(?!通知|告知|联系|报告|确认|沟通|请示|回复|核实|回访|询问)"
)
_RANGE = "[及和]?以[上下]"
GOES_ON = f"(?:{_POSTS}|{_BODIES}|{_THINGS}|{_RANGE})"
"""What stands behind a name that is part of a longer one."""
_GOES_ON = re.compile(GOES_ON)
# What may stand before a name: no word, or one that is no part of a name. 申报部门, 移交部门, 供应部门 and 所在部门 are names.
_FREE = re.compile(
    r"(?:^|[^\w]|[\d_]|[由经經向给給与與和或及以被让讓使是为為须須需要得找凭按至到将將把令随隨归歸除于於从從的者前后後时時内內并且未]"
    r"|(?<!所)在|(?<![申填])[报報]|(?<!申)[请請]|(?<!移)交|(?<!供)[应應]|(?<!报)送|其中|[会會陪]同|以外|之外|[当當]班|每[天日周月年次]|次日|[当當][日天]"
    "|公司|集团|酒店|门店|商场|总部|企业"
    "|报告|请示|汇报|请教|告知|告诉|通知|知会|抄送|提醒|提示|督促|听取|听从|服从|接受|配合|协助|支持|联系|征得|取得|经过|提请|退回|更换"
    "|担任|指定|委托|授权|安排|要求|规定|请求|写明|包括|例如|只有|监督|联系过)$"
)


def stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether the name between *start* and *end* of a Chinese sentence is whole: no word before or behind belongs to it."""
    return _FREE.search(text[:start]) is not None and _GOES_ON.match(text, end) is None
