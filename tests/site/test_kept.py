"""A build that follows another in one process makes only what can differ, and what it keeps is what it would make."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Norm
from guizhang.model.text import Text
from guizhang.site.compose import compose
from guizhang.site.write import Kept
from guizhang.yamlio.content import load_project

ROOT = Path(__file__).parents[2]
KEPT_REGULATIONS = ("complaints", "discipline", "sales", "telephone")


@pytest.fixture(scope="module")
def book():
    whole = load_project(ROOT).handbook
    return replace(
        whole,
        regulations=tuple(r for r in whole.regulations if r.id in KEPT_REGULATIONS),
        scripts=tuple(s for s in whole.scripts if s.id == "complaint-scripts"),
        etiquette=whole.etiquette[:1],
        records=whole.records[:3],
    )


def every(nodes):
    for node in nodes:
        yield node
        yield from every(node.body)


def changed(nodes, target, edit):
    """Return *nodes* with *edit* applied to the node *target* among all nodes below."""
    return tuple(
        edit(n) if n is target else n.model_copy(update={"body": changed(n.body, target, edit)}) if n.body else n
        for n in nodes
    )


def has_text(node):
    return node.text is not None


def in_one_regulation(edit, wanted=has_text):
    def change(book, chance):
        number = chance.randrange(len(book.regulations))
        regulation = book.regulations[number]
        found = [node for node in every(regulation.body) if wanted(node)]
        if not found:
            return book
        body = changed(regulation.body, chance.choice(found), lambda node: edit(node, book, chance))
        new = regulation.model_copy(update={"body": body})
        return replace(book, regulations=(*book.regulations[:number], new, *book.regulations[number + 1 :]))

    change.__name__ = edit.__name__
    return change


def say_more(node, book, chance):
    return node.model_copy(update={"text": Text(zh=(node.text.zh or "") + f"改动{chance.random()}。", en=node.text.en)})


def cite_another(node, book, chance):
    other = chance.choice(book.regulations)
    text = Text(
        zh=f"按照《{other.title.zh}》第{chance.randint(1, 9)}条办理。", en=f"Follow {other.title.en}, Article 2."
    )
    return node.model_copy(update={"text": text})


def cite_own(node, book, chance):
    return node.model_copy(update={"text": Text(zh=f"依照第{chance.randint(1, 9)}条处理。", en="See Article 3.")})


def lose_translation(node, book, chance):
    return node.model_copy(update={"text": Text(zh=node.text.zh or node.text.en)})


def change_title(node, book, chance):
    return node.model_copy(update={"title": Text(zh=f"新标题{chance.randint(0, 99)}", en="New title")})


def change_norm(node, book, chance):
    return node.model_copy(update={"norm": chance.choice(list(Norm))})


def change_roles(node, book, chance):
    return node.model_copy(update={"applies_to": (chance.choice(list(book.settings.roles)),)})


def change_figure(node, book, chance):
    facts = {name: Fact(kind="duration", value="P9D") for name in node.facts}
    return node.model_copy(update={"facts": facts})


def withdraw(node, book, chance):
    return node.model_copy(update={"adopted": False})


def rename_handbook(book, chance):
    return replace(
        book, settings=book.settings.model_copy(update={"title": Text(zh=f"手册{chance.random()}", en="Book")})
    )


def rename_regulation(book, chance):
    first, *rest = book.regulations
    return replace(book, regulations=(first.model_copy(update={"title": Text(zh="另一个名称", en="Another")}), *rest))


def drop_regulation(book, chance):
    return replace(book, regulations=book.regulations[1:]) if len(book.regulations) > 2 else book


def turn_order(book, chance):
    return replace(book, regulations=book.regulations[::-1])


def drop_terms(book, chance):
    terms = book.glossary.terms[::2]
    return replace(book, glossary=book.glossary.model_copy(update={"terms": terms})) if terms else book


TEXT_EDITS = [in_one_regulation(edit) for edit in (say_more, cite_another, cite_own, lose_translation)]
EDITS = [
    *TEXT_EDITS,
    *(in_one_regulation(edit) for edit in (change_title, change_norm, change_roles, withdraw)),
    in_one_regulation(change_title, lambda node: node.chapter is not None),
    in_one_regulation(change_figure, lambda node: node.facts),
    rename_handbook, rename_regulation, drop_regulation, turn_order, drop_terms,
]  # fmt: skip


def built(book, kept):
    """Return the shares of *book* by name as a build makes them that follows another, and the names it made."""
    site = compose(book)
    kept.settle(site.ground())
    shares, made = {}, set()
    for task in site.first(()):
        if not task.name:
            continue
        share = kept.share(task)
        if share is None:
            share = task.make()
            kept.keep(task, share)
            made.add(task.name)
        shares[task.name] = share
    return shares, made


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_would_be_made(book, seed):
    chance, kept = random.Random(seed), Kept()
    built(book, kept)
    for edit in chance.sample(EDITS, len(EDITS)):
        book = edit(book, chance)
        shares, _ = built(book, kept)
        fresh, _ = built(book, Kept())
        assert shares.keys() == fresh.keys()
        for name, share in fresh.items():
            assert shares[name] == share, f"{name} after {edit.__name__}"


def test_an_edited_text_remakes_its_own_document_and_what_it_cites(book):
    kept = Kept()
    _, first = built(book, kept)
    assert len(first) > len(KEPT_REGULATIONS)
    edited = TEXT_EDITS[0](book, random.Random(1))
    (regulation,) = (new for new, old in zip(edited.regulations, book.regulations, strict=True) if new != old)
    assert built(edited, kept)[1] == {f"regulation {regulation.id}"}
    assert built(edited, kept)[1] == set()


def test_a_figure_that_another_document_prints_remakes_that_too(book):
    kept = Kept()
    before, _ = built(book, kept)
    place = book.provisions["complaints/first-reply"]
    number = book.regulations.index(place.regulation)
    body = changed(place.regulation.body, place.node, lambda node: change_figure(node, book, None))
    regulations = list(book.regulations)
    regulations[number] = place.regulation.model_copy(update={"body": body})
    after, _ = built(replace(book, regulations=tuple(regulations)), kept)
    assert after["script complaint-scripts"] != before["script complaint-scripts"]


def test_beyond_its_room_nothing_is_kept(book, monkeypatch):
    monkeypatch.setattr("guizhang.site.write._ROOM", 1000)
    kept = Kept()
    everything = built(book, kept)[1]
    assert built(book, kept)[1] == everything
