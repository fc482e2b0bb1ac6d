"""What the case of a sentence tells of somebody: something amiss, something lost, something to be praised."""

from __future__ import annotations

import re
from dataclasses import dataclass

HAN_NUMBER = "[\\d一二三四五六七八九十百千半两壹贰叁肆伍陆柒捌玖拾佰仟]"
# Plainly wrong: what a rule lays down for it is meant to hurt.
FAULT = re.compile(
    "违[反犯背约规章纪法禁者例]|不再(?:符合|具备)|弄虚作假|造假|伪造|涂改|篡改|隐瞒|瞒报|谎报|虚报|漏报|虚假|冒[领用签充名]|骗[取领]|欺[骗诈]|盗[窃用取]|偷[窃盗拿吃卖]|侵占|侵吞|挪用|贪污|[受行索]贿|收受|泄[露密漏题]|外泄|失职|[渎瀆]职"
    "|玩忽职守|打架|斗殴|聚众|赌博|吸毒|酗酒|酒后|醉酒|旷[工课职会]|早退|脱岗|睡岗|串岗|空岗|代[人他][^,]{0,2}打卡|代打卡|代刷|代签|擅自|[擅私]离|私自|私[拉接设藏带吞分放收留]|屡[教次犯劝]|拒不|不服从|顶撞|辱骂|殴打|侮辱|诽谤|骚扰|恐吓|恶意|故意"
    "|情节[较特]?[别为]?(?:严重|轻微|轻|恶劣|重大|较重)|[累再屡初重]犯|再次(?:发生|违反|违规|出现|被)|犯罪|触犯|滥用|徇私|推诿|怠工|罢工|破坏|撕[毁坏扯]|仍[不未拒]|疲劳驾驶|无证[驾上操]|无故|无正当理由|(?:作|舞)弊|替考|抄袭|敲诈|勒索|飞单|短斤缺两|以次充好|乱[扔丢倒停放贴]"
    "|未经(?:批准|许可|同意|授权|允许)[^,]{0,4}(?:擅|私|自|而|离|进|使用|外出|缺|加班|动)"
)
# Amiss, but not always anybody's wrong.
LAPSE = re.compile(
    f"(?<![从尚])未(?!满|逾|超过|婚|成年|来|尽事宜|列|规定|休|使用|用完|中标|约定|明确|造成|发生|到期|生育|录用|参加社)|不(?:合格|达标|足|符|到位|能?按|及时|配合|遵守|服从|听|履行|办|交|缴|还|清|归|到|戴|系|穿|佩|报|接|整改|改|良|实|当|善|合规|慎|力)"
    f"|(?:服务期|合同期?|协议期|期限)未满|(?:提前|中途)(?:离职|辞职|退租|解约|退出|退学|退班)|中途退|低于|达不到|没有?达|没有?完成|超[过出时期额速载员支标]|(?<![后後未])逾(?!时工作|时津贴|时补|时工资)|缺[勤席货件员岗少]|[缺漏][^,]{{0,4}}{HAN_NUMBER}|漏[检巡报记接填打做洗收结付扫装发点单]|短[少缺溢收付款]|(?:下列|以下)[^,]{{0,6}}之一|没有?(?:取消|归还|到场|完成|签到|打卡|报备|登记|请假|履行)|(?:劝[阻告导说]|警告|教育|催[告缴])[^,]{{0,4}}无效|不听劝|受到?[^,]{{0,12}}(?:处理|处罚|处分|警告|批评|记过)|[输填写报算打贴]错|错[收付漏发账款报填输]|误[工时点]|过期|[延迟]误|延迟|迟[到延交报还]|拖[欠延]|欠[费款缴租薪]|丢失|遗[失漏]"
    f"|损[坏毁失耗]|毁[坏损]|污损|弄[丢坏污脏]|失误|差错|过失|疏忽|事故|投诉|差评|返工|后果|造成|导致|致使|因[^,]{{1,6}}[被遭]|[末后]位|垫底|越[线界权级]|破[损坏裂]|打[破碎烂]|排名[最靠]?后|最后一?名|D级|警告(?![信讯]号|标|牌|线|语)|扣满|扣分(?:达|满|累计)|取消[^,]{{0,4}}(?:的|者)|虚|瞒|浪费|污染|[坏呆死]账|盘亏|亏损|被(?:解除|辞退|开除|处[分罚])|超标|吸烟|抽烟|喧哗|玩手机|打?瞌睡|睡觉|聊天|吃零食|看视频|玩游戏|[喝饮]酒(?!后)|客诉(?![数率处])|携带[^,]{{1,6}}(?:入内|进入)[者的]|发现[一1]次$|"
    f"有(?:[下以][列下]|以上|上述|此类|前述)[^,]{{0,4}}(?:行为|违|过|情事)|前[款条项][^,]{{0,6}}(?:行为|情形)|退[订货单房](?!运费|费|地址|流程|手续|时|率)|爽约|失约|毁约|缺陷|瑕疵|不[^,]{{1,4}}者?$"
)
# Lost or broken: to pay for it then is imposed even behind a modal.
_LOSS = re.compile("遗失|丢失|弄[丢坏污脏]|损坏|损毁|毁坏|污损|打[破碎烂]")
# 交车不及时每小时加收50元: a word may stand before what is amiss.
_NEAR = re.compile(
    f"(?!未|不|非|无|如|若|因|由|请|对|防|避免)[一-龥]{{2,3}}?(?:违[反规章纪]|不(?:及时|合格|达标|到位)|逾期|超时|超标|{_LOSS.pattern})(?![^,]*(?:率|应|须|者,|的,))"
)
# What the case deserves praise for.
MERIT = re.compile(
    f"[全满]勤|出勤率(?:达到?|为)?\\d+%|甲等|零[投事差缺违迟客]|[无没](?:有)?(?:投诉|事故|差错|违[规纪章约]|缺勤|迟到|早退|旷工|工伤|安全事故|客诉|病事?假)(?:[、和或及][一-龥]{{2,4}})*|优[秀异良胜等]|(?<![扣记罚]分)(?:达|满|获得?|高于)[\\d.一二三四五六七八九十百]+分(?:及?以上)?|最佳|[无零未]扣分|翻番|未请假|未缺勤|考取|取得[^,]{{0,8}}(?:证书|资格证|职称)|(?<!优)先进(?![先入行场来站去])|模范|标兵|之星|冠军|[亚季]军|[第前]{HAN_NUMBER}+(?:名|%|位)|突出|贡献|显著|超额|[达完](?:成|到)(?!不)|采[纳用]|被采|献血|义工|志愿服务|见义勇为|拾(?:金不昧|[到获得])|[归交]还失|举报|检举|揭发|表扬|好评|赞许|称赞|感谢信|锦旗|满分|节[约省油电能]|降低[^,]{{0,6}}成本"
    "|创新|革新|合理化|推荐|介绍|带教|辅导|成功|避免|挽回|抓获|制止|隐患|获[奖评得]|[被评]为|夺|竞赛|比武|(?:连续|累计)服务满[\\d一二三四五六七八九十]+年|提前(?:完成|竣工|交付|超额)|优胜|良好|出色|圆满|业绩|目标|嘉奖|奖励"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What the case of a sentence tells of somebody."""

    fault: bool = False
    lapse: bool = False
    merit: bool = False
    loss: bool = False

    def grave(self, part: str) -> bool:
        """Tell whether what was done, or what *part* begins with, is paid for whatever modal says so."""
        return self.fault or self.loss or _LOSS.match(part) is not None

    def after(self, part: str) -> Deed:
        """Return what is known behind *part*, which says more of the case."""
        # 无投诉 names no complaint.
        rest = MERIT.sub("", part)
        return Deed(
            self.fault or FAULT.search(rest) is not None,
            self.lapse or LAPSE.search(rest) is not None,
            self.merit or rest != part,
            self.loss or _LOSS.search(rest) is not None,
        )


def amiss_first(part: str) -> re.Match[str] | None:
    """Return what a part begins with, if it is something amiss: 逾期不还，按日收取违约金."""
    return FAULT.match(part) or LAPSE.match(part) or _NEAR.match(part)
