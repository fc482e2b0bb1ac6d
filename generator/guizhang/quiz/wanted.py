"""What a blueprint asks for, in words: types of items, quotas, and what keeps items from being drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from guizhang.diagnostics import Message
from guizhang.model.blueprint import Blueprint
from guizhang.model.handbook import Handbook
from guizhang.model.item import ItemType
from guizhang.model.text import Lang, Text
from guizhang.quiz.fair import Quota
from guizhang.quiz.pool import OBSTACLE_NAMES, Obstacle, PoolEntry

TYPE_NAMES: dict[ItemType, Message] = {
    ItemType.SINGLE_CHOICE: Message("单项选择题", "single-choice"),
    ItemType.MULTIPLE_CHOICE: Message("多项选择题", "multiple-choice"),
    ItemType.TRUE_FALSE: Message("判断题", "true/false"),
    ItemType.CLOZE: Message("填空题", "cloze"),
    ItemType.NUMERIC: Message("填数题", "numeric"),
    ItemType.MATCHING: Message("配对题", "matching"),
    ItemType.ORDERING: Message("排序题", "ordering"),
    ItemType.SHORT_ANSWER: Message("简答题", "short-answer"),
    ItemType.CASE: Message("案例题", "case"),
}

_LANG_NAMES: dict[Lang, Message] = {"zh": Message("中文", "Chinese"), "en": Message("英文", "English")}


def asked_of(quota: Quota, handbook: Handbook) -> Message:
    """Return the words for the items a quota asks for: 主题“投诉”的, with the theme “Complaints” first."""
    value = quota.value
    if quota.dimension == "themes":
        theme = handbook.theme_name(value)
        return Message(f"主题“{theme.either('zh')}”的", f"with the theme “{theme.either('en')}” first")
    if quota.dimension == "difficulty":
        return Message(f"难度 {value} 的", f"of difficulty {value}")
    if quota.dimension == "levels":
        return Message(f"层次为 {value} 的", f"of the level {value}")
    if quota.dimension == "roles":
        role = handbook.role_name(value)
        return Message(f"点名岗位“{role.either('zh')}”的", f"naming the role “{role.either('en')}”")
    title = next((r.title for r in handbook.regulations if r.id == value), Text(zh=value, en=value))
    return Message(f"引用《{title.either('zh')}》的", f"citing “{title.either('en')}”")


def to_have_more(entries: Iterable[PoolEntry], blueprint: Blueprint, langs: Sequence[Lang], missing: int) -> Message:
    """Return what gives *missing* more of *entries*: new ones, and whatever lets in some of those that are kept out."""
    entries = tuple(entries)
    reasons = {entry.refusals(blueprint, langs)[:1] for entry in entries}
    ways = [Message(f"补充 {missing} 道题", f"add {missing} items")]
    if reasons & {(Obstacle.STALE,), (Obstacle.UNCONFIRMED,)}:
        ways.append(Message("核对后确认过时的题（guizhang items accept）", "accept stale ones (guizhang items accept)"))
    if (Obstacle.UNRATED,) in reasons:
        ways.append(Message("请评委补评", "have more of them rated"))
    for lang in _lacked(entries, blueprint, langs):
        name, other = _LANG_NAMES[lang], _LANG_NAMES["en" if lang == "zh" else "zh"]
        ways.append(Message(
            f"补上{name.zh}，或只用{other.zh}出卷（--language，名单里也没有人用{name.zh}或双语）",
            f"add their {name.en}, or draw in {other.en} alone (--language, and nobody on the roster has {name.en} or both)",
        ))  # fmt: skip
    return Message("，或".join(way.zh for way in ways), ", or ".join(way.en for way in ways))


def kept_from(entries: Iterable[PoolEntry], blueprint: Blueprint, langs: Sequence[Lang]) -> Message:
    """Return what keeps which number of *entries* from being drawn; no words where nothing does."""
    reasons: Counter[Obstacle] = Counter()
    entries = tuple(entries)
    for entry in entries:
        reasons.update(entry.refusals(blueprint, langs)[:1])
    if not reasons:
        return Message("", "")
    listed = sorted(reasons.items())
    lacked = [_LANG_NAMES[lang] for lang in _lacked(entries, blueprint, langs)]
    names = {
        **OBSTACLE_NAMES,
        Obstacle.UNTRANSLATED: Message(
            f"没有{'、'.join(name.zh for name in lacked)}", f"no {', '.join(name.en for name in lacked)}"
        ),
    }
    zh = "，".join(f"{n} 道{names[o].zh}" for o, n in listed)
    en = ", ".join(f"{n}: {names[o].en}" for o, n in listed)
    return Message(f"（另有不能抽的：{zh}）", f" (kept out: {en})")


def _lacked(entries: Iterable[PoolEntry], blueprint: Blueprint, langs: Sequence[Lang]) -> list[Lang]:
    """Return the languages of the papers for the want of which some of *entries* are kept out."""
    kept_out = [e.item for e in entries if e.refusals(blueprint, langs)[:1] == (Obstacle.UNTRANSLATED,)]
    return [lang for lang in langs if any(text.get(lang) is None for item in kept_out for text in item.shown())]
