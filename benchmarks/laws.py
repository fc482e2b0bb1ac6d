"""Clean made-up laws: chapters, articles, items and references to other articles, for reading them with every line end lost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.importers.outline import Import, NodeType, walk
from guizhang.zh.numerals import int_to_chinese

_WHO = ("客服人员", "部门负责人", "值班主管", "全体员工", "行政部", "安全员")
_DOES = (
    "应当登记来访人员的姓名和事由",
    "必须在当日向主管报告异常情况",
    "不得泄露客户的资料和内部文件",
    "可以根据实际情况调整班次",
    "负责保管钥匙、门禁卡和印章",
    "每月检查一次消防设施并做好记录",
)
_REFERS = (
    "违反本规定第{}条的，给予警告",
    "依照第{}条的规定办理",
    "前款所称事项，适用第{}条和第{}条",
    "第{}条第一款规定的期限，自收到材料之日起计算",
    "符合《员工手册》第{}条规定的，可以免除",
)
_CASES = ("故意损坏公司财物", "一个月内迟到三次以上", "拒不服从工作安排", "伪造、涂改单据", "造成重大损失")
_CHAPTERS = ("总则", "职责", "工作程序", "监督检查", "奖励与处罚", "附则")


@dataclass(frozen=True, slots=True)
class Law:
    """One law and what is to be found in it."""

    text: str
    articles: tuple[tuple[int, str], ...]
    """Number and first words of each article."""


def laws(count: int) -> Iterator[Law]:
    """Yield *count* laws of 12 to 60 articles; the same ones each time."""
    for number in range(count):
        yield _law(number)


def article_f1(law: Law, imported: Import) -> float:
    """Return the F1 of the articles found: the same number before the same words."""
    found = {
        (node.number, node.text[:8])
        for document in imported.documents
        for node in walk(document.nodes)
        if node.type is NodeType.ARTICLE
    }
    wanted = set(law.articles)
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def _law(number: int) -> Law:
    size = 12 + _pick(number, 0, 49)
    lines = [f"第{int_to_chinese(number + 1)}号门店管理规定"]
    articles: list[tuple[int, str]] = []
    per_chapter = max(2, size // len(_CHAPTERS))
    for article in range(1, size + 1):
        if (article - 1) % per_chapter == 0 and (article - 1) // per_chapter < len(_CHAPTERS):
            chapter = (article - 1) // per_chapter
            lines.append(f"第{int_to_chinese(chapter + 1)}章 {_CHAPTERS[chapter]}")
        words = _article(number * 1000 + article, size)
        articles.append((article, words.split("\n")[0][:8]))
        lines.append(f"第{int_to_chinese(article)}条 {words}")
    return Law("\n".join(lines), tuple(articles))


def _article(seed: int, size: int) -> str:
    words = f"{_WHO[_pick(seed, 1, len(_WHO))]}{_DOES[_pick(seed, 2, len(_DOES))]}。"
    if _pick(seed, 3, 3) == 0:
        refers = _REFERS[_pick(seed, 4, len(_REFERS))]
        numbers = [int_to_chinese(1 + _pick(seed, place, size)) for place in (5, 6)]
        words += refers.format(*numbers) + "。"
    if _pick(seed, 7, 4) == 0:
        words += "有下列情形之一的，从重处理："
        items = 2 + _pick(seed, 8, 3)
        words += "".join(
            f"\n（{int_to_chinese(item)}）{_CASES[_pick(seed, 8 + item, len(_CASES))]}{'。' if item == items else '；'}"
            for item in range(1, items + 1)
        )
    return words


def _pick(seed: int, place: int, among: int) -> int:
    return hashlib.sha256(f"{seed}:{place}".encode()).digest()[0] % among
