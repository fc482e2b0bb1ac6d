"""What pydantic found wrong, as diagnostics an author can act on."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from guizhang.diagnostics import Diagnostic, Message, Severity, Source, field_path


class Places(Protocol):
    """Where the parts of a value stand in the file it was read from."""

    def locate(self, loc: tuple[str | int, ...], *, at_key: bool = False) -> Source:
        """Return where *loc* stands; of a place that is not there, the nearest that is."""


_Words = tuple[str, str, str, str]
"""Problem in zh and en, mend in zh and en."""


def diagnostics(error: ValidationError, places: Places, model: type[BaseModel]) -> list[Diagnostic]:
    """Return one diagnostic per error, placed by *places*."""
    errors = error.errors(include_url=False)
    return [_diagnostic(details, places, model) for details in errors if not _follows_from_another(details, errors)]


def _follows_from_another(details: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Tell whether a list is called too short only because pydantic left out its faulty members."""
    if details["type"] != "too_short":
        return False
    loc = details["loc"]
    return any(len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors)


def _diagnostic(details: ErrorDetails, places: Places, model: type[BaseModel]) -> Diagnostic:
    kind = details["type"]
    loc = tuple(step for step in details["loc"] if step != "[key]")
    ctx: Mapping[str, Any] = details.get("ctx", {})
    at_key = kind == "extra_forbidden" or "[key]" in details["loc"]
    source = places.locate(loc, at_key=at_key)
    if kind == "guizhang":
        code, words = ctx["code"], (ctx["zh"], ctx["en"], ctx["mend_zh"], ctx["mend_en"])
    else:
        code, words = _describe(kind, details, ctx, fields_at(model, loc[:-1]))
    zh, en, mend_zh, mend_en = words
    return Diagnostic(code, Severity.ERROR, source, field_path(loc), Message(zh, en), Message(mend_zh, mend_en))


def _describe(kind: str, details: ErrorDetails, ctx: Mapping[str, Any], fields: Iterable[str]) -> tuple[str, _Words]:
    value = _shown(details["input"])
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
            f"{value} 不在可选值之中", f"{value} is not one of the allowed values",
            f"{hint_zh}可选：{expected}", f"{hint_en}use one of {expected}",
        )  # fmt: skip
    for prefixes, code, words in _KINDS:
        if kind.startswith(prefixes):
            return code, words(value, ctx)
    return "FMT009", (
        f"{value} 不合要求（{kind}）", f"{value} is not valid: {details['msg']}",
        "对照 docs/formats.md 修改", "compare with docs/formats.md",
    )  # fmt: skip


def _pattern(value: str, ctx: Mapping[str, Any]) -> _Words:
    pattern = ctx.get("pattern", "")
    mend = (
        ("写百分数，如 80%；及格线也可以写分数，如 48", "write a percentage such as 80%; a cut score may be a number of points, such as 48")
        if "%" in pattern
        else ("id 用小写英文字母、数字和单个连字符；引用写 规章/条款",
              "ids are lower-case letters, digits and single hyphens; a citation is regulation/provision")
    )  # fmt: skip
    return f"{value} 的写法不对，应符合 {pattern}", f"{value} is not of the expected form {pattern}", *mend


def _container(value: str, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001 - one signature for all kinds
    return (
        f"{value} 的结构不对",
        f"{value} has the wrong shape",
        "看 docs/formats.md：这里要的是列表（- ……）还是键值（键: 值）",
        "see docs/formats.md for whether a list (- …) or keys (key: value) belong here",
    )


def _number(value: str, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001
    return f"{value} 不是数字", f"{value} is not a number", "写阿拉伯数字", "write it in digits"


def _bool(value: str, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001
    return f"{value} 不是 true 或 false", f"{value} is not true or false", "写 true 或 false", "write true or false"


def _date(value: str, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001
    return f"{value} 不是日期", f"{value} is not a date", "写成 2026-12-01", "write it as 2026-12-01"


_LIMITS = {
    "ge": ("至少", "at least"), "gt": ("大于", "above"), "le": ("至多", "at most"), "lt": ("小于", "below"),
    "min_length": ("长度至少", "length at least"), "max_length": ("长度至多", "length at most"),
    "max_digits": ("位数至多", "digits at most"), "decimal_places": ("小数位数至多", "decimal places at most"),
}  # fmt: skip


def _limit(value: str, ctx: Mapping[str, Any]) -> _Words:
    bounds = [(*said, ctx[name]) for name, said in _LIMITS.items() if name in ctx]
    zh = f"{value} 超出范围（{'，'.join(f'{words} {most}' for words, _, most in bounds)}）"
    en = f"{value} is out of range ({', '.join(f'{words} {most}' for _, words, most in bounds)})"
    return zh, en, "改成范围内的值", "bring it into range"


def _text(value: str, ctx: Mapping[str, Any]) -> _Words:  # noqa: ARG001
    return f"{value} 不是文字", f"{value} is not a text", "写一段文字", "write a text"


_KINDS: tuple[tuple[tuple[str, ...], str, Callable[[str, Mapping[str, Any]], _Words]], ...] = (
    (("string_pattern",), "FMT004", _pattern),
    (("too_", "string_too", "greater_", "less_", "decimal_max", "decimal_whole"), "FMT006", _limit),
    (("string_",), "FMT007", _text),
    (("model_", "dict_", "tuple_", "list_", "mapping_"), "FMT005", _container),
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


def _shown(value: object) -> str:
    if isinstance(value, dict | list | tuple):
        return "这一项 / this" if not value else repr(type(value).__name__)
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…'"


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
