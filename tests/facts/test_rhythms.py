"""How often something is done, where what is done stands inside: an import marks the figure and leaves the act as text."""

from __future__ import annotations

import pytest

from guizhang.facts.placeholders import placeholders


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("窗帘每季度拆洗一次。", [("每季度", "1/P3M", "exact")]),
        ("地垫每周冲洗一次，每两个月更换一次。", [("每周", "1/P1W", "exact"), ("每两个月", "1/P2M", "exact")]),
        ("夜班每天至少检查门锁三次。", [("三次", "3/P1D", "min")]),
        ("冷库每月由设备员至少检修一次。", [("每月", "1/P1M", "min")]),
        ("门店每半年组织一次消防演练。", [("每半年", "1/P6M", "exact")]),
        ("水箱每90天清洗1次。", [("每90天", "1/P90D", "exact")]),
        (
            "雪櫃每三個月除霜一次，濾網每兩個星期清洗一次。",
            [("每三個月", "1/P3M", "exact"), ("每兩個星期", "1/P2W", "exact")],
        ),
        ("車輛每週至少沖洗兩次。", [("兩次", "2/P1W", "min")]),
        # What makes it a limit stays text too.
        ("货架每周至少两次。", [("两次", "2/P1W", "min")]),
        ("补打卡每月不得超过2次。", [("2次", "2/P1M", "max")]),
        ("换班每季度不得超过一次。", [("一次", "1/P3M", "max")]),
        # The whole of it, where nothing stands inside.
        ("货架每周两次。", [("每周两次", "2/P1W", "exact")]),
        # Twice, and “once” is printed: nothing that could be marked says the figure.
        ("收银台每天早晚各盘点一次。", []),
    ],
)
def test_the_act_stays_text(said: str, marked: list[tuple[str, str, str]]) -> None:
    found = placeholders(said)
    assert [(said[one.start : one.end], one.fact.value, one.fact.bound) for one in found] == marked
