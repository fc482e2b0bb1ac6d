"""Rules do not contradict each other.

Two provisions that say the same of the same, with different figures, cannot both be followed: three late arrivals are half
a day of absence in one place and a whole day in another. Both places are reported, and no item is made from either until
one is changed, or the two are for different roles (``applies_to``).

Warns (CON001). Fails: 接到投诉后24小时内回复客户 here, 收到投诉后48小时内回复客户 there.
Passes: the same with an urgent and a general complaint, or for agents here and for sales there.

Nor do the grades of one rule: warns (CON002) where one does not end where the next begins, in a sentence or in a list.
Fails: 300元以下的由店长批准；超过200元不满1000元的由区域经理批准. Passes: 1至3次…；4至6次…

Nor do the two languages of one text: warns (CON003) of a length of time, an amount, a share or a time of day that is not
the same in both. Fails: zh 2小时内报告, en within 4 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.consistency import Statement, contradictions
from guizhang.consistency.grades import mismatches
from guizhang.consistency.languages import disagreements
from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.text import LANGS
from guizhang.yamlio.content import Loaded


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield CON001 at both sides of each contradiction, CON002 for grades, CON003 for the two languages of a text."""
    yield from _at_odds(loaded)
    yield from _grades(loaded)
    yield from _languages(loaded)


def _languages(loaded: Loaded) -> Iterator[Diagnostic]:
    for found in disagreements(loaded.handbook):
        path = loaded.handbook.paths[("regulation", found.place.regulation.id)]
        loc = (*found.place.loc, "text")
        zh, en = (figure.span for figure in found.figures)
        yield Diagnostic(
            "CON003",
            Severity.WARNING,
            loaded.locate(path, loc, at_key=True),
            field_path(loc),
            Message(f"中文是“{zh}”，英文是“{en}”", f"the Chinese says “{zh}”, the English “{en}”"),
            Message(
                "改成一致；数值写在 facts 里，两种语言都用占位符，就不会不同",
                "make the two agree; a figure under facts that both languages print by placeholder cannot differ",
            ),
        )


def _grades(loaded: Loaded) -> Iterator[Diagnostic]:
    for found in mismatches(loaded.handbook):
        path = loaded.handbook.paths[("regulation", found.place.regulation.id)]
        loc = (*found.place.loc, "text", "zh")
        (end, start), (end_en, start_en) = ([loaded.handbook.print_fact(a, lang) for a in found.ends] for lang in LANGS)
        wrong = ("重叠", "overlap") if found.overlap else ("没有衔接", "leave a hole")
        yield Diagnostic(
            "CON002",
            Severity.WARNING,
            loaded.locate(path, loc),
            field_path(loc),
            Message(
                f"两档{wrong[0]}：一档到“{end}”为止，下一档从“{start}”起",
                f"two grades {wrong[1]}: one ends at “{end_en}”, the next begins at “{start_en}”",
            ),
            Message(
                f"让 {found.ends[0]} 和 {found.ends[1]} 相同（也看 handbook.yaml 的 parameters）；在此之前不出分档的题",
                f"give {found.ends[0]} and {found.ends[1]} one value (see parameters in handbook.yaml, too); until then no"
                " items are made from the grades",
            ),
        )


def _at_odds(loaded: Loaded) -> Iterator[Diagnostic]:
    for found in contradictions(loaded.handbook):
        sides = (found.first, found.second)
        spans = ([first.span for first, _ in found.differing], [second.span for _, second in found.differing])
        for here, there, mine, theirs in zip(sides, reversed(sides), spans, reversed(spans), strict=True):
            loc = (*here.place.loc, "text", here.lang)
            where = f"{_path(loaded, there)}: {there.place.field} ({there.address})"
            yield Diagnostic(
                "CON001",
                Severity.WARNING,
                loaded.locate(_path(loaded, here), loc),
                field_path(loc),
                Message(
                    f"与 {where} 矛盾：这里是“{'、'.join(mine)}”，那里是“{'、'.join(theirs)}”",
                    f"contradicts {where}: “{', '.join(mine)}” here, “{', '.join(theirs)}” there",
                ),
                Message(
                    "改成一致，或用 applies_to 写明各自适用的岗位；在此之前不用这两条出题",
                    "make the two agree, or say with applies_to whom each is for; until then no items are made from either",
                ),
            )


def _path(loaded: Loaded, statement: Statement) -> str:
    return loaded.handbook.paths[("regulation", statement.place.regulation.id)]
