"""One exam as rows of the store's tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from guizhang.model.form import ExamRecord
from guizhang.model.text import Text
from guizhang.results.pseudonym import Pseudonyms
from guizhang.results.schema import Row


class Mismatch(Exception):
    """Results that are not about the record they are said to belong to, or not as grading writes them."""


def exam_rows(
    record: ExamRecord, results: Mapping[str, Any] | None, folder: str, names: Pseudonyms
) -> dict[str, list[Row]]:
    """Return table -> rows of one exam.

    Args:
        record: What was drawn.
        results: ``results.json`` of `guizhang grade`; ``None`` where the exam is not graded yet.
        folder: Where it stands.
        names: Renames people.

    Raises:
        Mismatch: *results* do not fit.
    """
    try:
        held = date.fromisoformat(results["held"]) if results and results.get("held") else None
        people, responses, ratings = _people(record, results, names)
    except (AttributeError, InvalidOperation, KeyError, TypeError, ValueError) as error:
        raise Mismatch(f"{type(error).__name__}: {error}") from error
    exam = (
        record.exam_id, record.blueprint, *_both(record.title), record.edition, held, record.cut_score,
        float(record.total_points), float(record.practical_points), record.individual, results is not None, folder,
    )  # fmt: skip
    return {
        "exams": [exam],
        "forms": [] if record.individual and results and results["pseudonymous"] else list(_forms(record, names)),
        "items": list(_items(record)),
        "citations": sorted({(record.exam_id, i.item_id, a) for form in record.forms for i in form.items for a in i.cites}),
        "candidates": people,
        "responses": responses,
        "ratings": ratings,
        "criteria": [(c.id, *_both(c.title)) for c in (record.rubric.criteria if record.rubric else ())],
        "themes": [(theme, *_both(name)) for theme, name in record.theme_names.items()],
        "provisions": [(address, *_both(place.name)) for address, place in record.cited.items()],
    }  # fmt: skip


def _both(text: Text) -> tuple[str | None, str | None]:
    return text.zh, text.en


def _forms(record: ExamRecord, names: Pseudonyms) -> Iterator[Row]:
    """Yield the forms; those with the same items in another order are one paper, named after the first of them."""
    papers: dict[frozenset[str], str] = {}
    for form in record.forms:
        shown = names.person(form.id) if record.individual else form.id
        paper = papers.setdefault(frozenset(item.item_id for item in form.items), shown)
        points = sum((item.points for item in form.items), record.practical_points)
        yield record.exam_id, shown, paper, len(form.items), float(points), float(record.cut_points(form))


def _items(record: ExamRecord) -> Iterator[Row]:
    for item in {item.item_id: item for form in record.forms for item in form.items}.values():
        yield (
            record.exam_id, item.item_id, item.type.value, item.themes[0] if item.themes else None, item.level.value,
            item.difficulty, float(item.points), *_both(item.stem),
        )  # fmt: skip


def _people(
    record: ExamRecord, results: Mapping[str, Any] | None, names: Pseudonyms
) -> tuple[list[Row], list[Row], list[Row]]:
    """Return everybody on the roster or among the results, what they answered, and how their practical part was rated."""
    exam, aside = record.exam_id, _set_aside(results) if results else set()
    # The roster knows people by their own ids; beside results under pseudonyms it would name them all.
    hidden = bool(results and results["pseudonymous"])
    roster = {} if hidden else {person.id: person for person in record.candidates}
    items = {} if hidden and record.individual else {f.id: [item.item_id for item in f.items] for f in record.forms}
    graded = {r["candidate"]: r for r in results["results"]} if results else {}
    refused = {r["candidate"]: r for r in results["refused"]} if results else {}
    absent = {r["candidate"]: r for r in results["absent"]} if results else {}
    people: list[Row] = []
    responses: list[Row] = []
    ratings: list[Row] = []
    for candidate in dict.fromkeys((*roster, *graded, *refused, *absent)):
        person, result = roster.get(candidate), graded.get(candidate)
        # They have codes already, which under the same key are those they would get.
        shown = candidate if hidden else names.person(candidate)
        name = names.name(
            (result or refused.get(candidate) or absent.get(candidate) or {}).get("name")
            or (person.name if person else "")
        )
        form = result["form"] if result else person.form if person else None
        who = (
            exam, shown, name, person.department if person else "", person.role if person else "",
            names.person(form) if record.individual and form is not None and not hidden else form,
        )  # fmt: skip
        if result is None:
            status = "refused" if candidate in refused else "absent" if results else "ungraded"
            people.append((*who, status, None, None, None, None, None, None))
            continue
        if items and [answer["item_id"] for answer in result["items"]] != items.get(result["form"]):
            raise Mismatch(f"questions of form {result['form']}")
        practical = result["practical"]
        people.append((
            *who, "graded", float(result["total_points"]), float(result["open_points"]),
            None if practical is None else float(practical), float(result["max_points"]), float(result["cut_points"]),
            result["passed"],
        ))  # fmt: skip
        responses += [_answer(exam, shown, result["form"], answer, aside) for answer in result["items"]]
        ratings += [_rating(exam, shown, criterion) for criterion in result["criteria"]]
    # After a purge nobody is known any more, and how many passed with how many points still is.
    people += [_purged(exam, number, total) for number, total in enumerate((results or {}).get("totals", ()), start=1)]
    return people, responses, ratings


def _purged(exam: str, number: int, total: Mapping[str, Any]) -> Row:
    # Earlier versions kept no open points; what was decided was marked, as a rule.
    left = total.get("open_points", None if total["passed"] is None else "0")
    return (
        exam, f"purged {number}", "", "", "", None, "purged", float(total["points"]), None if left is None else float(left), None,
        float(total["max_points"]), None, total["passed"],
    )  # fmt: skip


def _answer(
    exam: str, candidate: str, form: str, answer: Mapping[str, Any], aside: AbstractSet[tuple[str | None, str]]
) -> Row:
    item, available = answer["item_id"], float(answer["max_points"])
    counts = available > 0 and (None, item) not in aside and (form, item) not in aside
    return (
        exam, candidate, answer["number"], item, answer["answer"], answer["outcome"], float(answer["points"]), available,
        counts,
    )  # fmt: skip


def _set_aside(results: Mapping[str, Any]) -> set[tuple[str | None, str]]:
    """Return form (``None``: every form) and question of those that a correction dropped or credited to everybody."""
    made = results["corrections"]
    revoked = {correction["number"] for correction in made if correction["what"] == "revoke"}
    return {
        (correction.get("form"), correction["item"])
        for correction in made
        if correction["what"] in ("drop", "credit_all") and correction["number"] not in revoked
    }


def _rating(exam: str, candidate: str, criterion: Mapping[str, Any]) -> Row:
    given = [Decimal(points) for points in criterion["given"]]
    # An agreed score stands last and is nobody's own.
    own = given[:-1] if criterion["resolution"] == "agreed" else given
    points = criterion["points"]
    return (
        exam, candidate, criterion["criterion"], len(own), float(min(own)) if own else None,
        float(max(own)) if own else None, None if points is None else float(points), float(criterion["max_points"]),
        criterion["critical"], criterion["resolution"],
    )  # fmt: skip
