"""Measure words by the full list, with what they measure; and words that hold a number and count nothing."""

from __future__ import annotations

import pytest

from guizhang.zh.quantities import find_figures

COUNTED = (
    "名:员工 位:客人 件:商品 份:合同 张:发票 台:电脑 部:手机 辆:叉车 把:钥匙 套:餐具 套:工作服 支:温度计 根:电线 条:毛巾 只:口罩 瓶:水 "
    "箱:货物 盒:名片 袋:垃圾 包:纸巾 桶:油漆 "
    "罐:涂料 杯:咖啡 碗:米饭 盘:菜 笔:款项 单:业务 宗:交易 起:事故 例:病例 趟:车 轮:面试 场:培训 节:课 堂:课 门:课程 本:书 本:手册 "
    "册:图书 页:纸 篇:文章 封:信 幅:画 块:抹布 片:药 片:区域 "
    "粒:药 卷:胶带 捆:木材 扎:啤酒 组:数据 排:座位 栋:楼 间:办公室 家:门店 户:居民 处:隐患 吨:钢材 公斤:大米 千克:肉 米:电缆 平方米:仓库 "
    "亩:地 项:指标 种:方式 道:工序 枚:印章 颗:螺丝 "
    "株:树 棵:树 盆:绿植 扇:门 盏:灯 架:梯子 口:锅 串:钥匙 束:花 顶:帽子 床:被子 顿:饭 拨:人 柜:货 板:货 垛:货物 筐:水果 篮:鸡蛋 锅:汤 "
    "勺:盐 笼:包子 听:可乐 筒:涂料 管:牙膏 贴:膏药 杆:秤 "
    "尊:雕像 具:灭火器 人次: 车次: 台次: 批次: 机位: 铺位: 泊位: 英尺: 加仑: 回合: 标段: 个岗位: 个部门:"
).split()
TEXTS = ("每班配备3{}{}。", "须备足2{}以上{}。", "共计12{}{}，不得外借。", "领取两{}{}的，须登记。")
NAMES = (
    "二把手 三番五次 四班三运转 千分尺 两票制 七折八扣 双手 三方协议 二维码 五险一金 一楼大厅 3号柜台 二级工单 八号风球 十字路口 百货公司 "
    "第三者责任险 三包服务 一线员工 "
    "单一来源 万能胶 十分重要 一律 统一 一切 第一时间 千方百计 四舍五入 三甲医院 A4纸 24K金 302室 ISO9001"
).split()


@pytest.mark.parametrize("pair", COUNTED)
def test_a_measure_word_counts(pair):
    unit, _, noun = pair.partition(":")
    missed = [
        text for text in TEXTS if not any(unit in figure.span for figure in find_figures(text.format(unit, noun)))
    ]
    assert missed == []


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_a_number_counts_nothing(name):
    assert [
        figure.span for text in ("员工{}。", "须注意{}的要求。") for figure in find_figures(text.format(name))
    ] == []


@pytest.mark.parametrize(
    ("text", "span"),
    [("每人每日用盐不超过五克。", "五克"), ("每次取样十五毫升。", "十五毫升"), ("备用金属板至少三面。", "三面")],
)
def test_a_limit_makes_a_figure_of_a_rare_unit(text, span):
    assert [figure.span for figure in find_figures(text) if figure.kind == "count"] == [span]
