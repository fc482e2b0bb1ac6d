"""What pydantic found wrong, as diagnostics an author can act on."""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from guizhang.diagnostics import Diagnostic, Message, Severity, Source, both, field_path
from guizhang.model.base import HASH_PATTERN
from guizhang.yamlio.slips import Slip, in_key, in_value


class Places(Protocol):
    """Where the parts of a value stand in the file it was read from."""

    def locate(self, loc: tuple[str | int, ...], *, at_key: bool = False) -> Source:
        """Return where *loc* stands; of a place that is not there, the nearest that is."""


_Words = tuple[str, str, str, str]
"""Problem in zh and en, mend in zh and en."""


def diagnostics(
    error: ValidationError, places: Places, model: type[BaseModel], *, yaml: bool = False
) -> list[Diagnostic]:
    """Return one diagnostic per error, placed by *places*; slips of the hand are looked for in what is typed as *yaml*."""
    errors = error.errors(include_url=False)
    return [
        _diagnostic(details, places, model, yaml=yaml)
        for details in errors
        if not _follows_from_another(details, errors)
    ]


def _follows_from_another(details: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Tell whether a list is called too short only because pydantic left out its faulty members."""
    if details["type"] != "too_short":
        return False
    loc = details["loc"]
    return any(len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors)


def _diagnostic(details: ErrorDetails, places: Places, model: type[BaseModel], *, yaml: bool) -> Diagnostic:
    kind = details["type"]
    loc = tuple(step for step in details["loc"] if step != "[key]")
    ctx: Mapping[str, Any] = details.get("ctx", {})
    at_key = kind == "extra_forbidden" or "[key]" in details["loc"]
    source = places.locate(loc, at_key=at_key)
    if kind == "guizhang":
        loc = (*loc, *ctx["at"])
        source = places.locate(loc)
        code, words = ctx["code"], _custom(ctx, details["loc"], places)
    elif yaml and (slip := _slip(kind, details)) is not None:
        source = replace(source, column=source.column + slip.column)
        code, words = slip.code, (slip.problem.zh, slip.problem.en, slip.mend.zh, slip.mend.en)
    else:
        code, words = _describe(kind, details, ctx, fields_at(model, loc if kind in _SHAPES else loc[:-1]))
    zh, en, mend_zh, mend_en = words
    return Diagnostic(code, Severity.ERROR, source, field_path(loc), Message(zh, en), Message(mend_zh, mend_en))


def _custom(ctx: Mapping[str, Any], loc: tuple[str | int, ...], places: Places) -> _Words:
    """Return the words of a fault that the model itself raises."""
    words = ctx["zh"], ctx["en"], ctx["mend_zh"], ctx["mend_en"]
    if not ctx["first"]:
        return words
    line = places.locate((*loc, *ctx["first"])).line
    return f"{words[0]}（前一处在第 {line} 行）", f"{words[1]} (the first in line {line})", *words[2:]


def _slip(kind: str, details: ErrorDetails) -> Slip | None:
    """Return the full-width sign, or the colon without its space, that made YAML read something else."""
    value = details["input"]
    if kind == "extra_forbidden":
        return in_key(str(details["loc"][-1]))
    if not isinstance(value, str):
        return None
    if kind in _SHAPES:
        return in_value(value, plain=False)
    plain = kind.startswith(("string_pattern", "int_", "decimal_", "date_", "bool_", "enum", "literal_"))
    return in_value(value, plain=True) if plain else None


def _describe(kind: str, details: ErrorDetails, ctx: Mapping[str, Any], fields: Iterable[str]) -> tuple[str, _Words]:
    value = _shown(details["input"])
    if kind in _SHAPES:
        return "FMT005", _container(value, details["input"], list_wanted=_SHAPES[kind], fields=tuple(fields))
    if kind == "missing":
        name = str(details["loc"][-1])
        return "FMT001", (
            f"缺少 {name}", f"{name} is missing", f"补上 {name}", f"add {name}",
        )  # fmt: skip
    if kind == "extra_forbidden" and details["input"] is None and not str(details["loc"][-1]).isidentifier():
        return "FMT002", (
            f"{{…}} 里的文字被逗号截断，多出 {details['loc'][-1]!r}", f"a comma cut the text in {{…}}; {details['loc'][-1]!r} was left over",
            "给整段文字加引号", "put quotes around the whole text",
        )  # fmt: skip
    if kind == "extra_forbidden":
        return "FMT002", _unknown(str(details["loc"][-1]), fields, "字段", "field")
    if kind in ("enum", "literal_error"):
        expected = str(ctx["expected"]).replace(" or ", ", ").replace("'", "")
        near = difflib.get_close_matches(str(details["input"]), expected.split(", "), 1, 0.6)
        hint_zh, hint_en = (f"是否想写 {near[0]}？", f"did you mean {near[0]}? ") if near else ("", "")
        return "FMT003", (
            f"{value.zh} 不在可选值之中", f"{value.en} is not one of the allowed values",
            f"{hint_zh}可选：{expected}", f"{hint_en}use one of {expected}",
        )  # fmt: skip
    for prefixes, code, words in _KINDS:
        if kind.startswith(prefixes):
            return code, words(value, {**ctx, "field": details["loc"][-1:], "loc": details["loc"]})
    return "FMT009", (
        f"{value.zh} 不合要求（{kind}）", f"{value.en} is not valid: {details['msg']}",
        "对照 docs/formats.md 修改", "compare with docs/formats.md",
    )  # fmt: skip


def _pattern(value: Message, ctx: Mapping[str, Any]) -> _Words:
    pattern = ctx.get("pattern", "")
    if "%" in pattern:
        mend = (
            "写百分数，如 80%；及格线也可以写分数，如 48",
            "write a percentage such as 80%; a cut score may be a number of points, such as 48",
        )
    elif pattern == HASH_PATTERN:
        mend = _unmarked(ctx["loc"])
    else:
        mend = ("id 用小写英文字母、数字和单个连字符；引用写 规章/条款",
                "ids are lower-case letters, digits and single hyphens; a citation is regulation/provision")  # fmt: skip
    return f"{value.zh} 的写法不对，应符合 {pattern}", f"{value.en} is not of the expected form {pattern}", *mend


def _unmarked(loc: tuple[str | int, ...]) -> tuple[str, str]:
    """Say how a mark is renewed that the program writes and somebody changed; a wrong one has to go first."""
    if "translated_from" in loc:
        return (
            "这个标记由程序写，不用手改：删去它，再运行 guizhang translate --accept 规章/条款",
            "the program writes this mark: delete it, then run guizhang translate --accept REGULATION/PROVISION",
        )
    return (
        "这个标记由程序写，不用手改：改成 null，再运行 guizhang items accept 题号",
        "the program writes this mark: put null in its place, then run guizhang items accept ITEM",
    )


_DECIMAL = re.compile(r"'?-?\d+[.,]\d+'?")
_SHAPES = {
    "tuple_type": True, "list_type": True, "iterable_type": True, "set_type": True,
    "dict_type": False, "mapping_type": False, "model_type": False, "model_attributes_type": False,
}  # fmt: skip
"""Kinds of error about the shape of a value -> whether a list was expected; else it was keys."""


def _container(value: Message, given: object, *, list_wanted: bool, fields: tuple[str, ...]) -> _Words:
    if list_wanted:
        single = isinstance(given, str) and given.isascii() and "," not in given
        mend = (
            (f"写成 [{given}]，或每项一行、前面加“- ”", f"write [{given}], or each entry on a line of its own behind '- '")
            if single
            else ("每项一行，前面加“- ”", "write each entry on a line of its own behind '- '")
        )  # fmt: skip
        return f"这里应是列表，不是{value.zh}", f"{value.en} stands where a list is expected", *mend
    if set(fields) == {"zh", "en"}:
        mend = "写成 {zh: 中文, en: 英文}，至少写一种语言", "write {zh: …, en: …}, at least one of the two"
    elif fields:
        known = ", ".join(sorted(fields))
        mend = f"写成“键: 值”，可用的字段：{known}", f"write key: value; known fields: {known}"
    elif isinstance(given, list) and given and isinstance(given[0], str):
        mend = f"每项写成“键: 值”，如 {{{given[0]}: …}}", f"give each entry a value: {{{given[0]}: …}}"
    else:
        mend = "写成“键: 值”", "write key: value"
    return f"这里应是“键: 值”，不是{value.zh}", f"{value.en} stands where keys with values are expected", *mend


def _number(value: Message, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001 - one signature for all kinds
    if _DECIMAL.fullmatch(value.en):
        return f"{value.zh} 不是整数", f"{value.en} is not a whole number", "写整数", "write a whole number"
    return f"{value.zh} 不是数字", f"{value.en} is not a number", "写阿拉伯数字", "write it in digits"


def _bool(value: Message, ctx: Mapping[str, Any]) -> _Words:
    zh, en = f"{value.zh} 不是 true 或 false", f"{value.en} is not true or false"
    if ctx["field"] == ("answer",):
        return (
            zh, en,
            "判断题写 true 或 false；选择题不写 answer，在正确选项下写 key: true",
            "write true or false for true_false; a choice has no answer: mark the right option with key: true",
        )  # fmt: skip
    return zh, en, "写 true 或 false", "write true or false"


def _date(value: Message, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001 - one signature for all kinds
    return f"{value.zh} 不是日期", f"{value.en} is not a date", "写成 2026-12-01", "write it as 2026-12-01"


_EMPTY = Message("空值", "an empty value")
_LIMITS = {
    "ge": ("至少", "at least"), "gt": ("大于", "above"), "le": ("至多", "at most"), "lt": ("小于", "below"),
    "min_length": ("长度至少", "length at least"), "max_length": ("长度至多", "length at most"),
    "max_digits": ("位数至多", "digits at most"), "decimal_places": ("小数位数至多", "decimal places at most"),
}  # fmt: skip


def _limit(value: Message, ctx: Mapping[str, Any]) -> _Words:
    if value == _EMPTY and "min_length" in ctx:
        # A list that was begun and has nothing in it yet.
        name = "".join(f"{step} " for step in ctx["field"] if isinstance(step, str))
        return (
            f"{name}是空的，还没有内容", f"{name}is empty: there is nothing in it yet".removeprefix(" "),
            "写上内容；暂时没有，就先删去它所在的一段或文件", "write what belongs there; until then leave out the part, or the file, it stands in",
        )  # fmt: skip
    bounds = [(*said, ctx[name]) for name, said in _LIMITS.items() if name in ctx]
    zh = f"{value.zh} 超出范围（{'，'.join(f'{words} {most}' for words, _, most in bounds)}）"
    en = f"{value.en} is out of range ({', '.join(f'{words} {most}' for _, words, most in bounds)})"
    return zh, en, "改成范围内的值", "bring it into range"


def _text(value: Message, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001 - one signature for all kinds
    return f"{value.zh} 不是文字", f"{value.en} is not a text", "写一段文字", "write a text"


_KINDS: tuple[tuple[tuple[str, ...], str, Callable[[Message, Mapping[str, Any]], _Words]], ...] = (
    (("string_pattern",), "FMT004", _pattern),
    (("too_", "string_too", "greater_", "less_", "decimal_max", "decimal_whole"), "FMT006", _limit),
    (("string_",), "FMT007", _text),
    (("int_", "decimal_", "float_", "finite_"), "FMT008", _number),
    (("bool_",), "FMT003", _bool),
    (("date_",), "FMT008", _date),
)


def _unknown(name: str, known: Iterable[str], noun_zh: str, noun_en: str) -> _Words:
    known = sorted(known)
    near = difflib.get_close_matches(name, known, 1, 0.6)
    listed = ", ".join(known)
    mend_zh = f"是否想写 {near[0]}？" if near else f"可用的{noun_zh}：{listed}" if known else "删去"
    mend_en = f"did you mean {near[0]}?" if near else f"known {noun_en}s: {listed}" if known else "delete it"
    return f"没有名为 {name} 的{noun_zh}", f"unknown {noun_en} {name}", mend_zh, mend_en


def _shown(value: object) -> Message:
    """Return what stands in the file: a value as it is, the rest by its shape."""
    if value is None or value in ([], {}, ()):
        return _EMPTY
    if isinstance(value, dict):
        return Message("一组“键: 值”", "a set of keys")
    if isinstance(value, list | tuple):
        return Message("一个列表", "a list")
    text = repr(value)
    return both(text if len(text) <= 60 else text[:57] + "…'")


def fields_at(model: Any, loc: Iterable[str | int]) -> tuple[str, ...]:
    """Return the field names of the model type that stands at *loc* below *model*, for "did you mean"."""
    here: Any = model
    for step in loc:
        here = _model_in(here)
        if here is None:
            return ()
        if issubclass(here, RootModel):
            here = _model_in(here.model_fields["root"].annotation)
            if isinstance(step, int):
                continue
        if isinstance(step, int):
            continue
        field = here.model_fields.get(step) if here is not None else None
        # A mapping's own key (``roles.agent``) names no field: stay with the type of its values.
        if field is not None:
            here = field.annotation
    here = _model_in(here)
    return tuple(here.model_fields) if here is not None else ()


def _model_in(annotation: Any) -> Any:
    """Return the model type inside an annotation such as ``tuple[Node, ...]`` or ``Text | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = typing.get_args(annotation)
    if isinstance(annotation, types.UnionType) or arguments:
        return next((found for inner in arguments if (found := _model_in(inner)) is not None), None)
    return None
