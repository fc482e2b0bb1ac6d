"""What an option or a statement looks like to somebody who does not know the rules; fixed, whatever the items."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

from guizhang.model.text import Lang
from guizhang.quality.view import View

_BUCKETS = 64
_WORDS: Mapping[str, Mapping[Lang, re.Pattern[str]]] = {
    "absolute": {
        "zh": re.compile("一定|绝对|从不|永远|任何|一律|所有|全部|都|只|必定|总是|每"),
        "en": re.compile(r"\b(?:always|never|any|all|every|only|absolutely|none|no|nobody)\b", re.IGNORECASE),
    },
    "hedge": {
        "zh": re.compile("一般|通常|原则上|可以|可能|尽量|适当|必要时|宜|有时"),
        "en": re.compile(
            r"\b(?:usually|generally|normally|may|might|can|often|should|sometimes|appropriate|possible)\b",
            re.IGNORECASE,
        ),
    },
    "strong": {
        "zh": re.compile("必须|应当|须|不得|禁止|严禁"),
        "en": re.compile(r"\b(?:must|shall|required|forbidden|prohibited)\b", re.IGNORECASE),
    },
    "negation": {
        "zh": re.compile("不|没|未|无|非|禁止"),
        "en": re.compile(r"\b(?:not|no|never|without|nobody|neither|un\w+)\b|n't\b", re.IGNORECASE),
    },
    "rule voice": {
        "zh": re.compile("按|规定|依照|根据|登记|报告|批准|说明|记录"),
        "en": re.compile(
            r"\b(?:rule|policy|accordance|required|record|report|approv\w+|register|explain\w*|supervisor|manager)\b",
            re.IGNORECASE,
        ),
    },
    "polite": {
        "zh": re.compile("请|您|礼貌|致歉|感谢|对不起|抱歉|谢谢"),
        "en": re.compile(r"\b(?:please|politely|sorry|thank\w*|apologi\w+|kindly)\b", re.IGNORECASE),
    },
    "haste": {
        "zh": re.compile("马上|立即|直接|先|自己|私下"),
        "en": re.compile(r"\b(?:at once|immediately|straight|first|yourself|simply|just)\b", re.IGNORECASE),
    },
    "digit": {
        "zh": re.compile(r"\d|[一二三四五六七八九十百千]"),
        "en": re.compile(r"\d|\b(?:one|two|three|four|five|once|twice)\b"),
    },
    "punctuation": {"zh": re.compile(r"[，。；：、“”（）？]"), "en": re.compile(r"[,.;:“”()?'’-]")},
}
CUES = (
    "long", "short", "longest", "shortest", "in stem", "least in stem", "like others", "unlike others", "lowest", "highest",
    "middle", *_WORDS, *(f"no {name}" for name in _WORDS),
)  # fmt: skip
"""The cues one can bet on alone; the guesser sees pairs of characters beside them."""


def looks(view: View) -> Iterator[Mapping[str, float]]:
    """Yield the features of each option, against the other options of the item."""
    texts = [choice.text for choice in view.choices]
    lengths = [len(text) for text in texts]
    mean = sum(lengths) / len(lengths)
    pairs = [_pairs(text) for text in texts]
    stem = _pairs(view.stem)
    ordered = [value.order for value in view.figures]
    for i, text in enumerate(texts):
        found: dict[str, float] = {"long": lengths[i] / mean - 1, "short": 1 - lengths[i] / mean}
        found["longest"] = float(lengths[i] == max(lengths))
        found["shortest"] = float(lengths[i] == min(lengths))
        found["in stem"] = len(pairs[i] & stem) / (len(pairs[i]) or 1)
        found["least in stem"] = -found["in stem"]
        others = [len(pairs[i] & other) / (len(pairs[i] | other) or 1) for j, other in enumerate(pairs) if j != i]
        found["like others"] = sum(others) / len(others)
        found["unlike others"] = -found["like others"]
        if ordered:
            found["lowest"] = float(ordered[i] == min(ordered))
            found["highest"] = float(ordered[i] == max(ordered))
            found["middle"] = float(min(ordered) < ordered[i] < max(ordered))
        found |= _words(text, view.lang)
        yield {**found, **_style(pairs[i])}


def statement_looks(view: View) -> Mapping[str, float]:
    """Return the features of a statement; its own length and words, for there is nothing to hold it against."""
    found = {"bias": 1.0, "length": len(view.stem) / (40 if view.lang == "zh" else 120)}
    return {**found, **_words(view.stem, view.lang), **_style(_pairs(view.stem))}


def _words(text: str, lang: Lang) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, patterns in _WORDS.items():
        count = len(patterns[lang].findall(text))
        found |= {name: float(min(count, 3)), f"no {name}": float(count == 0)}
    return found


def _pairs(text: str) -> frozenset[str]:
    plain = re.sub(r"\s+", " ", text.lower())
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def _style(pairs: frozenset[str]) -> Mapping[str, float]:
    """Return the pairs of characters in a fixed number of buckets, as shares of the text."""
    found: dict[str, float] = {}
    for pair in pairs:
        bucket = f"pair {zlib.crc32(pair.encode()) % _BUCKETS}"
        found[bucket] = found.get(bucket, 0.0) + 1 / (len(pairs) or 1)
    return found
