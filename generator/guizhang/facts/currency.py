"""Which currency a bare 元 or $ is of: the one the document names somewhere, else that of the place its words tell of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from guizhang.facts.clauses import folded
from guizhang.facts.found import Provision, walk
from guizhang.zh.folding import Folded
from guizhang.zh.quantities import Figure, FigureKind

# A bare 元 is of the currency of the place, and so is the sign $.
_PLAIN = {"CNY": re.compile(r"[^￥¥A-Z]*[元圆圓](?:整|正)?"), "USD": re.compile(r"\$[^A-Z美]*")}

# What a 元 can be, by what the document calls it somewhere; more than one of them decides nothing.
_NAMED = (
    (re.compile(r"港[币元圆]|HK\$|HKD"), "HKD"),
    (re.compile(r"台币|NT\$|NTD|TWD"), "TWD"),
    (re.compile(r"澳门[币元]|MOP"), "MOP"),
    (re.compile(r"人民币|RMB|CNY"), "CNY"),
)
# Words by which a place is known, in Traditional characters; the same rules are written in them on the mainland as well.
_PLACES = (
    ("MOP", re.compile("澳門")),
    (
        "HKD",
        re.compile(
            "Hong Kong|香港|九龍|新界|港鐵|僱員|僱主|強積金|屋苑|業主立案法團|泊車|私隱|公眾假期|薪金|八達通|的士|士多|雪櫃|僱傭條例|勞工處"
            "|茶餐廳|打咭|按金|勤工獎|雙糧|侍應|放工|早更|夜更"
        ),
    ),
    (
        "TWD",
        re.compile(
            "臺|台[北中南灣]|新北|桃園|民國|曠職|薪資|勞基法|勞動基準|身分證|健保|勞保|統一編號|捷運|網路|資訊|品質|簽呈|懲處|教職員|悠遊|假別|資遣|計程車"
        ),
    ),
    (
        "CNY",
        re.compile(
            "曠工|工資|崗|考勤|質量|車間|領導|信息|網絡|軟件|公安|派出所|身份證|黨|員工手冊|駕駛員|違紀|用人單位"
        ),
    ),
)


def currency_of(texts: Iterable[Folded]) -> str:
    """Return the ISO 4217 code of a bare amount in the document that has *texts*; CNY where nothing tells."""
    named: set[str] = set()
    places: Counter[str] = Counter()
    for view in texts:
        named.update(code for pattern, code in _NAMED if pattern.search(view.text))
        for code, pattern in _PLACES:
            places[code] += len(set(pattern.findall(view.source)))
    if named:
        return named.pop() if len(named) == 1 else "CNY"
    code, told = max(places.items(), key=lambda place: place[1], default=("CNY", 0))
    return code if told > places["CNY"] else "CNY"


def currency_in(nodes: Sequence[Provision]) -> str:
    """Return the ISO 4217 code of a bare amount in the titles and texts of *nodes*."""
    return currency_of(folded(text) for node, _ in walk(nodes) for text in (node.title, node.text) if text)


def priced(figure: Figure, currency: str) -> Figure:
    """Return an amount that names no currency of its own as one in *currency*; CNY leaves it as it is found."""
    bare = _PLAIN.get(figure.unit or "") if figure.kind is FigureKind.MONEY and currency != "CNY" else None
    return replace(figure, unit=currency) if bare and bare.fullmatch(figure.span) else figure
