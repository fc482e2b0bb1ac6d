"""What may be drawn, and why the rest may not."""

from __future__ import annotations

from datetime import date

from guizhang.model.item import ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.enemies import enemies_among
from guizhang.quiz.listing import enemies as listed_enemies
from guizhang.quiz.pool import Obstacle, build_pool
from guizhang.quiz.why import why
from tests.quiz.projects import accepted, office, with_blueprint, with_items


def _edit(folder, path, old, new):
    file = folder / "office" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_unconfirmed_item_cannot_be_drawn(tmp_path):
    pool = build_pool(office(tmp_path, accept=False))
    assert pool.by_id["owner-shouting"].obstacles == (Obstacle.UNCONFIRMED,)


def test_a_changed_rule_makes_exactly_its_items_stale(tmp_path):
    before = office(tmp_path)
    _edit(tmp_path, "content/regulations/complaints.yaml", "先听客户说完，再作解释", "先听客户说完，再解释")
    after = with_items(office(tmp_path, accept=False), before.bank.items)
    pool = build_pool(after)
    stale = {entry.item.id for entry in pool.entries if Obstacle.STALE in entry.obstacles}
    assert stale == {"owner-shouting", "complaint-steps"}


def test_a_changed_figure_makes_stale_what_cites_its_provision_and_does_not_follow_it(tmp_path):
    before = office(tmp_path)
    _edit(tmp_path, "content/regulations/telephone.yaml", "value: PT2H", "value: PT4H")
    pool = build_pool(with_items(office(tmp_path, accept=False), before.bank.items))
    assert {e.item.id for e in pool.entries if e.obstacles} == {"hold-in-words", "hold-case"}


def test_other_obstacles(tmp_path):
    loaded = accepted(office(tmp_path))
    items = {item.id: item for item in loaded.bank.items}
    gone = items["owner-shouting"].model_copy(update={"cites": {"complaints/nowhere": "00000000"}})
    draft = items["reply-colleagues"].model_copy(update={"id": "draft", "cites": {"complaints/draft-rule": "00000000"}})
    loose = items["reply-colleagues"].model_copy(update={"id": "loose", "stem": Text(zh="须在${a/b#c}内。")})
    pool = build_pool(with_items(loaded, [gone, draft, loose]))
    assert pool.by_id["owner-shouting"].obstacles == (Obstacle.GONE,)
    assert pool.by_id["draft"].obstacles == (Obstacle.NOT_ADOPTED,)
    assert pool.by_id["loose"].obstacles == (Obstacle.UNPRINTABLE,)
    blueprint = loaded.bank.blueprints[0]
    assert pool.by_id["loose"].refusals(blueprint, ("en",)) == (Obstacle.UNPRINTABLE, Obstacle.UNTRANSLATED)


def test_nothing_is_asked_about_a_regulation_that_has_a_day_of_repeal(tmp_path):
    asked = {e.item.id for e in build_pool(accepted(office(tmp_path))).entries if not e.obstacles}
    of_telephone = {item for item in asked if "telephone" in item}
    _edit(tmp_path, "content/regulations/telephone.yaml", "edition: {", "edition: {repealed: 2099-01-01, ")
    pool = build_pool(accepted(office(tmp_path, accept=False)))
    left = {e.item.id: e for e in pool.entries if not e.obstacles}
    assert of_telephone
    assert not [item for item in left if "telephone" in item]
    assert not [e.item.id for e in left.values() if any(a.startswith("telephone/") for a in e.item.cites)]
    assert pool.by_id["hold-in-words"].obstacles == (Obstacle.REPEALED,)
    assert {report.items for report in why("telephone/hold", pool.handbook)} == {()}


def test_a_regulation_is_asked_about_from_its_first_day_on(tmp_path):
    """What cites it waits; where no day is told, as when content is checked, nothing does."""
    office(tmp_path, accept=False)
    _edit(tmp_path, "content/regulations/telephone.yaml", "effective: 2026-01-01", "effective: 2099-03-01")
    pool = build_pool(accepted(office(tmp_path, accept=False)))

    def asked(day):
        return {e.item.id for e in pool.on(day).entries if not e.obstacles}

    def cites(name):
        entry = pool.by_id[name]
        return {a.partition("/")[0] for a in (*entry.item.cites, *entry.item.states)}

    every = asked(None)
    assert every == asked(date(2099, 3, 1))
    waiting = every - asked(date(2099, 2, 28))
    assert waiting == {name for name in every if "telephone" in cites(name)}
    assert waiting
    assert pool.on(date(2099, 2, 28)).by_id["hold-in-words"].obstacles == (Obstacle.PENDING,)


def test_what_a_blueprint_leaves_out(tmp_path):
    loaded = with_blueprint(office(tmp_path), generated=False, pools=("practice",), exclude=("why-approve",))
    pool, blueprint = build_pool(loaded), loaded.bank.blueprints[0]
    assert pool.drawable(blueprint) == []
    assert pool.by_id["why-approve"].refusals(blueprint, ("zh",)) == (Obstacle.POOL, Obstacle.EXCLUDED)
    assert pool.by_id["fact-choice.leave.lateness.fine"].refusals(blueprint, ("zh",)) == (Obstacle.GENERATED,)


def test_the_same_steps_are_asked_for_once(tmp_path):
    loaded = accepted(office(tmp_path))
    written = next(item for item in loaded.bank.items if item.id == "complaint-steps")
    ours = written.model_copy(update={"id": "ours", "cites": {"telephone/opening": None}})
    pool = build_pool(with_items(loaded, [ours]))
    assert pool.by_id["ours"].topics & pool.by_id["step-order.telephone.opening.1"].topics


def test_a_made_item_and_one_that_says_its_answer_stay_apart(tmp_path):
    loaded = accepted(office(tmp_path))
    asked = build_pool(loaded).by_id["fact-choice.telephone.hold.hold"].item
    said = loaded.handbook.plain(asked.rationale.zh, "zh")
    written = next(item for item in loaded.bank.items if item.id == "reply-colleagues")
    telling = written.model_copy(update={"id": "telling", "answer": True, "stem": Text(zh=said)})
    pool = build_pool(with_items(loaded, [telling]))
    assert not pool.by_id["telling"].topics & pool.by_id[asked.id].topics
    assert (asked.id, "telling") in pool.answering
    enemies = enemies_among(pool.entries, pool.answering)
    assert "telling" in enemies[asked.id]
    assert asked.id in enemies["telling"]
    assert asked.id in listed_enemies(pool.by_id["telling"], pool)


def test_accepted_items_can_be_drawn(tmp_path):
    from guizhang.quiz.accept import accept_in_place

    loaded = office(tmp_path, accept=False)
    accept_in_place(tmp_path / "office", {item.id for item in loaded.bank.items} - {"why-approve"})
    entries = build_pool(office(tmp_path, accept=False)).entries
    assert {entry.item.id for entry in entries if entry.obstacles} == {"why-approve"}


def test_a_case_in_words_of_its_own_stays_apart_from_what_is_made_of_its_rule(tmp_path):
    loaded = accepted(office(tmp_path))
    written = next(item for item in loaded.bank.items if item.type is ItemType.SINGLE_CHOICE)
    options = tuple(
        Option(text=Text(zh=zh), key=zh == "请客户在线等候") for zh in ("请客户在线等候", "挂断", "转给同事")
    )
    stem = Text(zh="你要去翻一下旧档案才能回话，这时怎么办？")
    case = {"id": "archive", "stem": stem, "options": options, "rationale": None}
    near, far = (
        build_pool(with_items(loaded, [written.model_copy(update={**case, "cites": {address: None}})])).answering
        for address in ("telephone/hold", "telephone/hours")
    )
    assert ("archive", "fact-choice.telephone.hold.hold") in near
    assert ("archive", "fact-choice.telephone.hold.hold") not in far
