"""Which part of the handbook is printed: all of it, regulations by name, or what concerns a role."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, whole_file
from guizhang.model.etiquette import EtiquetteFile
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Node, Regulation
from guizhang.site.amounts import applies


def choose(book: Handbook, regulations: Sequence[str] = (), role: str | None = None) -> Handbook:
    """Return *book* cut down to what was asked for; regulations stay in reading order.

    Args:
        book: The handbook, published or its owner's.
        regulations: Ids of regulations; none means all, and with some, nothing but rules is kept.
        role: Id of a role: what applies neither to it nor to everyone is left out.

    Raises:
        Faulty: there is no such regulation or role, or nothing is left.
    """
    kept = {regulation.id: regulation for regulation in book.regulations}
    unknown = [_unknown("--regulation", name, kept) for name in regulations if name not in kept]
    if role is not None and role not in book.settings.roles:
        unknown.append(_unknown("--role", role, book.settings.roles))
    if unknown:
        raise Faulty(unknown)
    if regulations:
        chosen = tuple(regulation for regulation in book.regulations if regulation.id in regulations)
        book = Handbook(book.settings, chosen, paths=book.paths)
    if role is not None:
        book = _for_role(book, role)
    if not (book.regulations or book.scripts or book.etiquette or book.records or book.glossary):
        raise Faulty([_nothing()])
    return book


def _concerning(book: Handbook, role: str) -> tuple[Regulation, ...]:
    """Return the regulations of which anything applies to *role*, cut down to that."""
    return tuple(cut for regulation in book.regulations if (cut := _cut(regulation, role)))


def _for_role(book: Handbook, role: str) -> Handbook:
    return replace(
        book,
        regulations=_concerning(book, role),
        scripts=tuple(
            file.model_copy(update={"situations": situations})
            for file in book.scripts
            if (situations := tuple(s for s in file.situations if applies(s.applies_to or file.applies_to, role)))
        ),
        etiquette=tuple(cut for file in book.etiquette if (cut := _cut_etiquette(file, role))),
        records=tuple(record for record in book.records if applies(record.applies_to, role)),
    )


def _cut_etiquette(file: EtiquetteFile, role: str) -> EtiquetteFile | None:
    groups = []
    for group in file.groups:
        points = tuple(p for p in group.points if applies(p.applies_to or file.applies_to, role))
        if points:
            groups.append(group.model_copy(update={"points": points}))
    return file.model_copy(update={"groups": tuple(groups)}) if groups else None


def _cut(regulation: Regulation, role: str) -> Regulation | None:
    body = _cut_nodes(regulation.body, role, regulation.applies_to)
    if body == regulation.body:
        return regulation
    return regulation.model_copy(update={"body": body}) if body else None


def _cut_nodes(nodes: tuple[Node, ...], role: str, inherited: tuple[str, ...]) -> tuple[Node, ...]:
    kept = []
    for node in nodes:
        roles = node.applies_to or inherited
        body = _cut_nodes(node.body, role, roles)
        # A clause stays for the sake of one below it that names the role: （一） means little without its paragraph.
        if not body and not (applies(roles, role) and (node.text is not None or not node.body)):
            continue
        kept.append(node if body == node.body else node.model_copy(update={"body": body}))
    return tuple(kept)


def _unknown(option: str, name: str, known: Mapping[str, object]) -> Diagnostic:
    near = difflib.get_close_matches(name, sorted(known), 1, 0.6)
    few = ", ".join(sorted(known)[:12])
    guess = Message(f"是否想写 {near[0]}？", f"did you mean {near[0]}?") if near else None
    zh, en = ("规章", "regulation") if option == "--regulation" else ("岗位", "role")
    problem = Message(f"没有名为 {name!r} 的{zh}", f"there is no {en} {name!r}")
    return Diagnostic(
        "BOK001", Severity.ERROR, Source(option), "", problem, guess or Message(f"可用：{few}", f"known: {few}")
    )


def _nothing() -> Diagnostic:
    return whole_file(
        "content",
        "BOK002",
        ("没有可以输出的内容", "there is nothing to print"),
        ("写入规章，或少加一些限制", "add rules, or ask for less specific ones"),
    )
