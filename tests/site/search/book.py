"""A small handbook to search in."""

from __future__ import annotations

from guizhang.model.etiquette import EtiquetteFile, EtiquetteGroup, EtiquettePoint
from guizhang.model.fact import Fact
from guizhang.model.glossary import Forms, Glossary, Term
from guizhang.model.handbook import Handbook, Role, Settings
from guizhang.model.record import Record, RecordField, RecordSection
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.script import NeverSay, Phrase, ScriptFile, Situation
from guizhang.model.text import Text


def text(zh: str | None, en: str | None = None) -> Text:
    return Text(zh=zh, en=en)


def handbook() -> Handbook:
    """Return two regulations, a script, a point, a record and three terms."""
    settings = Settings(
        title=text("规章", "Rules"),
        company=text("公司", "Company"),
        roles={"agent": Role(name=text("客服专员", "service agent")), "hr": Role(name=text("人事", "HR"))},
        themes={"complaints": text("投诉", "Complaints"), "leave": text("请假", "Leave")},
    )
    return Handbook(settings, (_complaints(), _leave()), (_script(),), (_etiquette(),), (_record(),), _glossary())


def staff() -> Handbook:
    """Return rules as a shop writes them: a flat list in Chinese."""
    money = {"amount": Fact(kind="money", value="1")}
    lines = (
        ("早会每天${at}开始。", {"at": Fact(kind="time-of-day", value="8:30")}),
        ("迟到一分钟扣${amount}钱，每月不得超过${most}。", {**money, "most": Fact(kind="count", value="3", unit="times")}),
        ("当月没有迟到的，发全勤奖${bonus}。", {"bonus": Fact(kind="money", value="100")}),
        ("上班时佩戴工牌，遇顾客投诉${once}罚款${fine}。", {
            "once": Fact(kind="count", value="1", unit="times"), "fine": Fact(kind="money", value="15")}),
        ("请假须提前${ahead}告诉店长。", {"ahead": Fact(kind="duration", value="P1D")}),
        ("店内不得大声喧哗。", {}),
        ("订蛋糕先付${deposit}，蜡烛送${candles}，改期另收${change}，隔天不取加收${late}。", {
            "deposit": Fact(kind="money", value="20"), "candles": Fact(kind="count", value="2", unit="sets"),
            "change": Fact(kind="money", value="5"), "late": Fact(kind="money", value="8")}),
    )  # fmt: skip
    body = tuple(
        Node(item=str(i), id=f"item-{i}", label=f"{i}、", text=text(line), facts=facts)
        for i, (line, facts) in enumerate(lines, 1)
    )
    rules = Regulation(id="shop", title=text("门店员工制度"), edition=Edition(version="1"), body=body)
    return Handbook(Settings(title=text("制度"), company=text("公司")), (rules,))


def _complaints() -> Regulation:
    reply = Fact(kind="duration", value="PT24H", bound="max", about=text("首次回复时限", "time to first reply"))
    taking = (
        Node(
            article="5", id="first-reply", title=text("首次回复", "First reply"), themes=("complaints",), facts={"reply": reply},
            text=text("接到投诉后，客服专员须在${reply}内首次回复客户。", "A service agent must give a first reply within ${reply} of a complaint."),
        ),
        Node(
            article="12", id="shouting", title=text("情绪激动的客户", "Angry customers"), themes=("complaints",),
            text=text("遇到客户发火，先请客户到接待室坐下。", "Ask an angry customer to sit down in the reception room."),
            body=(
                Node(item="1", text=text("倒一杯水；", "offer a glass of water;")),
                Node(item="2", text=text("不得争吵。", "do not argue.")),
            ),
        ),
        Node(article="12-1", id="records", title=text("登记", "Records"), text=text("投诉须在二十四小时内登记。", "Complaints are registered.")),
    )  # fmt: skip
    chapter = Node(chapter="2", id="taking", title=text("受理", "Taking a complaint"), body=taking)
    return Regulation(
        id="complaints", title=text("投诉处理规定", "Complaint handling"), aliases=("客诉办法",), edition=Edition(version="1"),
        body=(Node(text=text("为处理投诉，制定本规定。", "These rules are about complaints.")), chapter),
    )  # fmt: skip


def _leave() -> Regulation:
    articles = (
        Node(article="5", id="sick", title=text("病假", "Sick leave"), applies_to=("agent",), themes=("leave",),
             text=text("病假须交医院证明，由主管批准。", "Sick leave needs a doctor's note and the supervisor's approval.")),
        Node(article="6", id="notice", title=text("提前申请", "Notice"), text=text("事假提前2天申请，不要写在朋友圈。")),
        Node(article="7", id="quoted", title=text("引用", "Quoting"),
             text=text("本办法第五条不适用于长假；<b>粗体</b>与 A4纸 不算，电话 400-820 也一样。", "Rule #7 & <script>alert(1)</script>.")),
    )  # fmt: skip
    return Regulation(id="leave", title=text("请假办法", "Leave rules"), edition=Edition(version="1"), body=articles)


def _script() -> ScriptFile:
    calm = Situation(
        id="calm", title=text("安抚客户", "Calming a customer"), when=text("客户在电话里大声说话", "a customer is loud on the telephone"),
        slots={"name": text("姓氏", "surname")}, say=(Phrase(text=text("${name}先生，我先记下来。", "Let me write this down, ${name}.")),),
        never=(NeverSay(text=text("这不归我管", "not my job"), why=text("首问负责", "whoever is asked first is responsible")),),
    )  # fmt: skip
    return ScriptFile(id="phone-scripts", title=text("电话话术", "Telephone scripts"), situations=(calm,))


def _etiquette() -> EtiquetteFile:
    tea = EtiquettePoint(
        id="tea", title=text("奉茶", "Serving tea"), do=text("双手递茶。", "Hand over the tea with both hands.")
    )
    group = EtiquetteGroup(id="guests", title=text("待客", "Guests"), points=(tea,))
    return EtiquetteFile(id="manners", title=text("接待礼仪", "Reception manners"), groups=(group,))


def _record() -> Record:
    section = RecordSection(title=text("来电", "Call"), fields=(RecordField(id="who", label=text("来电人", "caller")),))
    return Record(
        id="register",
        title=text("投诉登记表", "Complaint register"),
        purpose=text("登记投诉", "to log complaints"),
        sections=(section,),
    )


def _glossary() -> Glossary:
    terms = (
        Term(id="complaint", term=text("投诉", "complaint"), definition=text("客户表示不满。", "A customer is not satisfied."),
             synonyms=Forms(zh=("客诉",), en=("grievance",)), forbidden=Forms(en=("claim of fault",)), themes=("complaints",)),
        Term(id="call-back", term=text("回访", "call-back"), definition=text("事后联系客户。", "Contact afterwards."), synonyms=Forms(en=("follow-up call",))),
        Term(id="growth", term=text("长处", "strength"), definition=text("长进与校长，绿色通道。", "Growth.")),
    )  # fmt: skip
    return Glossary(terms=terms)
