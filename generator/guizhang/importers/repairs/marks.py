"""Marks nobody wrote, and places where a word is gone: rules on the text with glosses and cut characters mended.

The rules read Simplified characters; what they find holds for Traditional text too. A place where something is gone is
only pointed at: what stood there is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.importers.repairs.repair import RepairKind

_HAN = "[\u3400-\u9fff]"
_STOP = "[。；;：:]"
_YING_BEFORE = "反放上播首倒辉掩热试公相交重续开展"
_LABEL = r"(?:[一二三四五六七八九十百]{1,4}|\d{1,3})"


@dataclass(frozen=True, slots=True)
class Mark:
    """One place found, in offsets of the text that was read."""

    kind: RepairKind
    start: int
    end: int
    confidence: float
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: RepairKind
    pattern: re.Pattern[str]
    """Its group ``at`` is the mark, or the empty place where something is gone."""
    confidence: float
    zh: str
    en: str


def _stray(pattern: str, confidence: float, zh: str, en: str) -> _Rule:
    return _Rule(RepairKind.STRAY, re.compile(pattern, re.MULTILINE), confidence, zh, en)


def _missing(pattern: str, confidence: float, zh: str, en: str) -> _Rule:
    return _Rule(RepairKind.MISSING, re.compile(pattern, re.MULTILINE), confidence, zh, en)


_RULES = (
    _stray(rf"(?<![目标似有])的(?P<at>['`])(?={_HAN})(?![^'`\n]*['`])", 0.9, "“的”后的杂符", "a stray sign behind 的"),
    _stray(rf"(?<![目标似有])的(?P<at>\.)(?={_HAN})", 0.85, "“的”后的杂符", "a stray sign behind 的"),
    _stray(r"[：:；;](?P<at>。)", 0.9, "冒号、分号后多出的句号", "a full stop added behind a colon or semicolon"),
    _missing(rf"^[ \t]*{_LABEL}[、.．](?P<at>){_STOP}", 0.9, "序号后的内容缺失", "what the number stood before is gone"),
    _missing(rf"^[ \t]*{_LABEL}[、.．](?P<at>)[(（][a-z][)）][。；;]", 0.8, "括号前的名称缺失", "the name before the bracket is gone"),
    _missing(rf"(?<=[\u3400-\u9fff])、(?P<at>){_STOP}", 0.8, "顿号后的并列项缺失", "the last member behind 、 is gone"),
    _missing(r"凡属(?P<at>)[，,。]", 0.8, "“凡属”后的词缺失", "the word behind 凡属 is gone"),
    _missing(r"每一(?P<at>)的", 0.7, "“每一”后的名词缺失", "the noun behind 每一 is gone"),
    _missing(rf"(?<![{_YING_BEFORE}])(?P<at>)映(?![射照衬现入出像山带])", 0.8, "“映”前缺字", "a character before 映 is gone"),
    _missing(r"(?<=程度上)(?P<at>)映", 0.8, "“映”前缺字", "a character before 映 is gone"),
    _missing(r"很(?P<at>)(?:程度|部分|范围|规模)", 0.8, "“很”后缺字", "a character behind 很 is gone"),
    _missing(r"尽最(?P<at>)(?:努力|可能|限度)", 0.8, "“最”后缺字", "a character behind 最 is gone"),
    _missing(r"(?:[许准得可要勿]|[，,、])(?P<at>)声[喧渲]哗", 0.8, "“声”前缺字", "a character before 声 is gone"),
)  # fmt: skip


def find_marks(plain: str) -> Iterator[Mark]:
    """Yield the places the rules find, rule by rule.

    Args:
        plain: The text in Simplified characters, character by character as long as the one it stands for.
    """
    for rule in _RULES:
        for match in rule.pattern.finditer(plain):
            yield Mark(rule.kind, match.start("at"), match.end("at"), rule.confidence, rule.zh, rule.en)
