"""Cut scores set by judges, items of earlier exams, statistics: what they do to a draw."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from guizhang.diagnostics import Faulty
from guizhang.model.angoff import AngoffRatings
from guizhang.model.form import Candidate
from guizhang.model.item import ItemType
from guizhang.model.statistics import ItemStatistic
from guizhang.quiz.draw import draw_exam
from guizhang.quiz.fair.facility import BY_RATING, standard_error
from guizhang.quiz.keyed import keyed_number
from guizhang.quiz.pool import build_pool
from guizhang.yamlio.content import Loaded
from tests.quiz.projects import office, with_blueprint


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return office(tmp_path_factory.mktemp("angoff"))


@pytest.fixture(scope="module")
def pool(loaded):
    return build_pool(loaded)


def with_bank(loaded, **changes) -> Loaded:
    bank = replace(loaded.bank, **changes)
    bank = replace(bank, paths={**bank.paths, ("angoff", "onboarding"): "quizzes/angoff/onboarding.yaml"})
    return Loaded(loaded.handbook, bank, loaded.locate, [], loaded.broken)


def made_in_writing(loaded) -> tuple[str, ...]:
    """Return the ids of all short answers that are made of the rules."""
    items = (entry.item for entry in build_pool(loaded).entries)
    return tuple(item.id for item in items if item.model is not None and item.type is ItemType.SHORT_ANSWER)


def ratings(items, **fields) -> AngoffRatings:
    """Two judges; one always expects a tenth more."""
    shares = {name: 0.3 + keyed_number("rated", name) % 40 / 100 for name in items}
    rated = {name: {"a": f"{share:.2f}", "b": f"{share + 0.1:.2f}"} for name, share in shares.items()}
    practical = {"a": "60%", "b": "70%"}
    return AngoffRatings.model_validate(
        {"id": "onboarding", "judges": ["a", "b"], "practical": practical, "items": rated, **fields}
    )


def test_the_cut_score_is_what_judges_expect_and_equal_on_all_forms(loaded, pool):
    judged = ratings(pool.by_id)
    record = draw_exam(
        with_bank(with_blueprint(loaded, cut_score="angoff"), angoff=(judged,)), "onboarding", forms=2, seed="s"
    )
    for form in record.forms:
        worth = {item.bank_id: section.points for section in form.sections for item in section.items}
        own = {j: sum(p * judged.items[i][j] for i, p in worth.items()) for j in "ab"}
        by_hand = {"a": own["a"] + 30 * Decimal("0.6"), "b": own["b"] + 30 * Decimal("0.7")}
        assert form.judged.points == pytest.approx(sum(by_hand.values()) / 2, abs=Decimal("0.006"))
        # The deviation of two values is their distance over root 2, and its error that over root 2 again.
        assert form.judged.standard_error == pytest.approx((by_hand["b"] - by_hand["a"]) / 2, abs=Decimal("0.006"))
        assert abs(record.cut_points(form) - form.judged.points) <= Decimal("0.15")
    assert len({record.cut_points(form) for form in record.forms}) == 1


def test_what_nobody_has_rated_stops_the_draw_or_is_left_out(loaded, pool):
    rated = [e.item.id for e in pool.entries if e.item.type != "true_false" or keyed_number("some", e.item.id) % 3]
    judged = with_blueprint(loaded, cut_score="angoff")
    with pytest.raises(Faulty) as caught:
        draw_exam(with_bank(judged, angoff=(ratings(rated),)), "onboarding", seed="s")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.field) == ("ANG005", "items")
    lenient = with_bank(judged, angoff=(ratings(rated, unrated="leave_out"),))
    record = draw_exam(lenient, "onboarding", seed="s")
    assert {item.bank_id for item in record.forms[0].items} <= set(rated)


def test_ratings_that_do_not_exist_or_leave_out_the_practical_part(loaded, pool):
    judged = with_blueprint(loaded, cut_score="angoff")
    for found in ((), (ratings(pool.by_id, practical={}),)):
        with pytest.raises(Faulty) as caught:
            draw_exam(with_bank(judged, angoff=found), "onboarding", seed="s")
        assert [fault.code for fault in caught.value.diagnostics] == ["ANG004"]


def test_items_of_earlier_exams_come_only_where_they_must(loaded):
    # The items made of its rules could be answered in writing as well.
    loaded = with_blueprint(loaded, exclude=made_in_writing(loaded))
    first = draw_exam(loaded, "onboarding", seed="1")
    used = {item.bank_id for item in first.forms[0].items}
    second = draw_exam(loaded, "onboarding", seed="1", avoid=used)
    again = {item.bank_id for item in second.forms[0].items} & used
    assert "why-approve" in again, "the only short answer there is"
    others = used - again
    for name in again:
        with pytest.raises(Faulty):
            draw_exam(with_blueprint(loaded, exclude=(*made_in_writing(loaded), *others, name)), "onboarding", seed="1")
    assert second.avoided == tuple(sorted(used))


def test_statistics_change_what_a_form_is_expected_to_give(loaded, pool):
    record = draw_exam(loaded, "onboarding", seed="s")
    (form,) = record.forms
    worth = {item.bank_id: float(section.points) for section in form.sections for item in section.items}
    items = {name: pool.by_id[name].item for name in worth}
    assert float(form.score.points) == pytest.approx(
        sum(p * BY_RATING[items[n].difficulty] for n, p in worth.items()), abs=0.006
    )
    sure = sum((p * standard_error(items[n].difficulty)) ** 2 for n, p in worth.items()) ** 0.5
    assert float(form.score.standard_error) == pytest.approx(sure, abs=0.006)
    # Everybody got everything right: in the end ratings count for twenty of 1020.
    perfect = {name: ItemStatistic(n=1000, facility=1) for name in pool.by_id}
    known = draw_exam(with_bank(loaded, statistics=perfect), "onboarding", seed="s").forms[0]
    assert known.score.points > Decimal("0.98") * sum(s.total_points for s in known.sections)
    assert known.score.standard_error < form.score.standard_error / 5


def test_everybody_has_a_form_of_their_own(loaded):
    people = [Candidate(id=f"工号 {n}", form="-") for n in range(20)]
    required = with_blueprint(loaded, include=("owner-shouting",), exclude=("reply-colleagues",))
    record = draw_exam(required, "onboarding", seed="s", candidates=people, individual=True)
    assert [form.id for form in record.forms] == [person.id for person in people]
    assert all(person.form == person.id for person in record.candidates)
    ids = [{item.bank_id for item in form.items} for form in record.forms]
    assert len(set(map(frozenset, ids))) == 20
    assert all("owner-shouting" in drawn and "reply-colleagues" not in drawn for drawn in ids)
