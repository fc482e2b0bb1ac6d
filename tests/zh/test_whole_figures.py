"""Units that mean the same, and the side of the figure they stand on."""

import pytest

from guizhang.zh.quantities.whole import before, behind, read_amount


@pytest.mark.parametrize(
    ("unit", "also", "never"),
    [
        ("小时", "个小时 钟头 h hrs hour hours", "天 分钟 工作日 min"),
        ("hours", "小时 钟头", "days"),
        ("天", "日历日 day days", "工作日 周 小时"),
        ("个工作日", "工作日 营业日", "天 日"),
        ("元", "块 块钱 yuan rmb", "美元 港元 ¥"),
        ("%", "percent", "分"),
    ],
)
def test_units_behind_a_figure(unit, also, never):
    assert set(also.split()) <= set(behind(unit))
    assert not set(never.split()) & set(behind(unit))
    two = read_amount(f"2{unit}")
    assert two is not None
    assert all(two.alike(read_amount(f"2{other}")) for other in behind(unit))


def test_signs_before_a_figure():
    assert set("¥ cny rmb 人民币".split()) <= set(before("元"))
    assert not {"$", "hk$", "元"} & set(before("元"))
    assert before("小时") == behind("没有这个单位") == ()
