"""Made-up rules of any size: 160 Chinese characters and their English an article, 20 articles a chapter.

Words are chosen by SHA-256 of the article's number, so a corpus of a size is the same bytes everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from guizhang.model.numbering import han_number
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text

ARTICLES_PER_CHAPTER = 20
CHAPTERS_PER_REGULATION = 10
HAN_PER_ARTICLE = 160
_PER_REGULATION = ARTICLES_PER_CHAPTER * CHAPTERS_PER_REGULATION

_WHO = (
    ("客服专员", "A service agent"),
    ("前台接待", "A receptionist"),
    ("销售顾问", "A sales adviser"),
    ("值班主管", "The supervisor"),
)
_MUST = (("应当", "shall"), ("必须", "must"), ("不得", "must not"), ("可以", "may"))
_DO = (
    ("登记来访客户的联系方式", "record the contact details of visitors"),
    ("在系统中写明处理经过", "write down in the system how the case was handled"),
    ("向部门经理报告异常情况", "report irregularities to the department manager"),
    ("核对合同与付款凭证", "compare the contract with the proof of payment"),
    ("将客户意见转交相关部门", "pass customers' opinions on to the department concerned"),
    ("查阅与本职无关的客户档案", "look into customer files that are not part of the work"),
    ("安排专人回访并记录结果", "have someone call back and record the result"),
    ("保管好钥匙和门禁卡", "look after keys and access cards"),
)
_WHEN = (
    ("接到来电后", "after taking a call"),
    ("下班之前", "before going home"),
    ("客户离开以后", "once the customer has left"),
    ("每周一上午", "every Monday morning"),
    ("发生争议时", "in case of a dispute"),
)


def regulations(articles: int) -> Iterator[Regulation]:
    """Yield regulations with *articles* articles in all."""
    yield from (regulation(articles, at) for at in range(-(-articles // _PER_REGULATION)))


def regulation(articles: int, at: int) -> Regulation:
    """Return one of the regulations of such a corpus, the first at 0."""
    start = at * _PER_REGULATION
    return _regulation(at + 1, start, min(_PER_REGULATION, articles - start))


def plain_text(articles: int) -> str:
    """Return the Chinese of such a corpus as a company would paste it: one document a regulation."""
    lines: list[str] = []
    for regulation in regulations(articles):
        lines += [regulation.title.either("zh"), ""]
        for chapter in regulation.body:
            lines.append(
                f"第{han_number(int(chapter.number or 1))}章 {chapter.title.either('zh') if chapter.title else ''}"
            )
            lines += [
                f"第{han_number(int(node.number or 1))}条 {node.text.either('zh') if node.text else ''}"
                for node in chapter.body
            ]
        lines.append("")
    return "\n".join(lines)


def _regulation(number: int, start: int, count: int) -> Regulation:
    chapters = []
    for chapter, first in enumerate(range(0, count, ARTICLES_PER_CHAPTER), 1):
        articles = tuple(
            _article(i + 1, start + i) for i in range(first, min(first + ARTICLES_PER_CHAPTER, count))
        )  # fmt: skip
        title = Text(zh=f"服务事项之{han_number(chapter)}", en=f"Service matters {chapter}")
        chapters.append(Node(chapter=str(chapter), id=f"chapter-{chapter}", title=title, body=articles))
    title = Text(zh=f"客户服务管理办法第{number}号", en=f"Customer service rules no. {number}")
    return Regulation(id=f"rules-{number}", title=title, edition=Edition(version="1"), body=tuple(chapters))


def _article(number: int, seed: int) -> Node:
    zh, en = "", []
    step = 0
    while len(zh) < HAN_PER_ARTICLE:
        digest = hashlib.sha256(f"{seed}:{step}".encode()).digest()
        who, must, do, when = (words[digest[i] % len(words)] for i, words in enumerate((_WHO, _MUST, _DO, _WHEN)))
        zh += f"{who[0]}{when[0]}{must[0]}{do[0]}。"
        en.append(f"{who[1]} {must[1]} {do[1]} {when[1]}.")
        step += 1
    text = Text(zh=zh[: HAN_PER_ARTICLE - 1].rstrip("。") + "。", en=" ".join(en))
    return Node(
        article=str(number), id=f"rule-{number}", title=Text(zh=f"事项{number}", en=f"Matter {number}"), text=text
    )
