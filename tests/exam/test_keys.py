"""Keys as a trainer gets them, in full for a few papers and a line each for many; and the order in which papers lie."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from guizhang.exam.marking.answers import explained, printed_key, short_key
from guizhang.exam.marking.files import keys, questions
from guizhang.exam.order import handing_out_order
from guizhang.exam.words import say
from guizhang.model.drawn_item import DrawnGap, DrawnItem
from guizhang.model.form import Candidate
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.text import Text
from tests.exam.pages import squeezed
from tests.exam.trainer import drawn, drawn_for_each, page_of, pages_of, texts, whole


@pytest.fixture(scope="module")
def record(loaded):
    return drawn(loaded)


@pytest.fixture(scope="module")
def many(loaded):
    return drawn_for_each(loaded)


# --- order ---


@given(departments=st.lists(st.sampled_from(["", "甲", "乙", "丙"])))
def test_papers_lie_by_department_and_otherwise_as_on_the_roster(departments):
    people = tuple(Candidate(id=str(n), department=d, form="A") for n, d in enumerate(departments))
    order = handing_out_order(_Roster(people))
    assert sorted(order, key=lambda p: int(p.id)) == list(people)
    for department in set(departments):
        places = [n for n, person in enumerate(order) if person.department == department]
        assert places == list(range(places[0], places[0] + len(places)))
        ids = [int(order[n].id) for n in places]
        assert ids == sorted(ids)
    assert list(dict.fromkeys(p.department for p in order)) == list(dict.fromkeys(departments))


class _Roster:
    def __init__(self, candidates):
        self.candidates = candidates


# --- keys ---


@pytest.mark.parametrize(
    ("worth", "guide", "printed"),
    [("4", (1, 1), ["2", "2"]), ("2", (1, 1), ["1", "1"]), ("4", (1, 1, 1), ["1.5", "1.5", "1"]), ("3", (), []), ("5", (2, 3), ["2", "3"])],
)  # fmt: skip
def test_the_points_of_a_guide_add_up_to_those_of_the_question(record, worth, guide, printed):
    points = tuple((Text(zh=f"要点{n}"), Decimal(weight)) for n, weight in enumerate(guide))
    item = _item(ItemType.SHORT_ANSWER, key=(), guide=points).model_copy(update={"points": Decimal(worth)})
    assert [point["points"] for point in explained(record, item, "zh")["guide"]] == printed
    assert not printed or sum(map(Decimal, printed)) == Decimal(worth)


@pytest.mark.parametrize(
    ("word", "values", "zh", "en"),
    [
        ("section_points", {"count": 6, "each": "1", "points": "6"}, "共 6 题，每题 1 分，共 6 分。", "6 questions, 1 point each, 6 in all."),
        ("section_points", {"count": 2, "each": "1.5", "points": "3"}, "共 2 题，每题 1.5 分，共 3 分。", "2 questions, 1.5 points each, 3 in all."),
        ("one_question", {"points": "1"}, "共 1 题，1 分。", "1 question, 1 point."),
        ("full", {"points": "1"}, "满分 1 分", "1 point"),
    ],
)  # fmt: skip
def test_one_point_is_no_points(word, values, zh, en):
    assert (say(word, "zh", **values), say(word, "en", **values)) == (zh, en)


def _item(kind, **fields):
    return DrawnItem(
        item_id="i", type=kind, points=Decimal(2), stem=Text(zh="题"), cites={}, themes=("t",), level=CognitiveLevel.RECALL, difficulty=1, **fields
    )  # fmt: skip


_PAIR = (Text(zh="甲"), Text(zh="乙"))
_WRITTEN = DrawnGap(answer=Text(zh="二十四小时", en="24 hours"))


@pytest.mark.parametrize(
    ("item", "full", "short"),
    [
        (_item(ItemType.SINGLE_CHOICE, options=_PAIR, key=("B",)), "B", "B"),
        (_item(ItemType.MULTIPLE_CHOICE, options=_PAIR, key=("A", "B")), "AB", "AB"),
        (_item(ItemType.TRUE_FALSE, key=("T",)), "√ T", "√ T"),
        (_item(ItemType.TRUE_FALSE, key=("F",)), "× F", "× F"),
        (_item(ItemType.NUMERIC, key=("24",), unit=Text(zh="小时", en="hours")), "24 小时 / hours", "24"),
        (_item(ItemType.MATCHING, lefts=_PAIR, options=_PAIR, key=("B", "A")), "1B 2A", "1B 2A"),
        (_item(ItemType.ORDERING, options=_PAIR, key=("B", "A")), "BA", "BA"),
        (_item(ItemType.CLOZE, gaps=(DrawnGap(options=_PAIR), DrawnGap(options=_PAIR)), key=("A", "B")), "1A 2B", "1A 2B"),
        (_item(ItemType.CLOZE, gaps=(DrawnGap(options=_PAIR), _WRITTEN), key=("A", "")), "1A", "A; 二十四小时"),
        (_item(ItemType.CLOZE, gaps=tuple(DrawnGap(answer=Text(zh=n)) for n in ("2", "20")), key=("", "")), "", "2; 20"),
        (_item(ItemType.CLOZE, gaps=(DrawnGap(answer=Text(zh="长" * 20)),), key=("",)), "", "—"),
        (_item(ItemType.SHORT_ANSWER, key=(), guide=((Text(zh="说明"), Decimal(2)),)), "", "—"),
    ],
)  # fmt: skip
def test_a_key_as_it_is_printed(item, full, short):
    assert (printed_key(item, "both"), short_key(item, "both")) == (full, short)


@pytest.mark.parametrize(("language", "expected"), [("zh", "√"), ("en", "T"), ("both", "√ T")])
def test_true_is_said_as_the_paper_says_it(language, expected):
    assert printed_key(_item(ItemType.TRUE_FALSE, key=("T",)), language) == expected


def test_the_table_at_the_head_has_the_key_of_every_question(record):
    found = page_of(keys, record)
    for form, article in zip(record.forms, found.xpath("//article"), strict=True):
        numbers = [int(text) for text in texts(article.xpath(".//table//th"))]
        cells = texts(article.xpath(".//table//td[not(@class)]"))
        assert numbers == list(range(1, len(form.items) + 1))
        assert cells == [short_key(item, "both") for item in form.items]
        rows = article.xpath(".//table//tr[th]")
        assert [len(row.xpath("th")) for row in rows[:-1]] == [10] * (len(rows) - 1)


def test_a_key_is_in_both_languages_whatever_the_paper(record, setter, cjk_font):
    assert record.language == "zh"
    shown = squeezed("".join(texts([page_of(keys, record)])))
    printed = "".join(pages_of(keys, record, setter))
    for item in record.forms[0].items:
        for lang in ("zh", "en"):
            for said in (item.stem, item.rationale, *(text for text, _ in item.guide)):
                if said is not None:
                    assert squeezed(said.get(lang)) in shown
                    assert squeezed(said.get(lang)) in printed
            for address in item.cites:
                assert squeezed(record.cited[address].name.get(lang)) in shown
                assert squeezed(f"go.html#{address}") in shown
    assert squeezed("共 7 题，每题 4 分，共 28 分。 / 7 questions, 4 points each, 28 in all.") in shown


def test_the_name_of_a_question_stands_on_one_line(record, setter, cjk_font):
    """What `guizhang items show` is given is copied from there."""
    name = "fact-choice.a-regulation-with-a-long-name.and-an-article-likewise.limit"
    sections = [
        s.model_copy(
            update={"items": tuple(i.model_copy(update={"item_id": f"{name}{n}"}) for n, i in enumerate(s.items))}
        )
        for s in record.forms[0].sections
    ]
    form = record.forms[0].model_copy(update={"sections": tuple(sections)})
    (data,) = [d for f, d in keys(whole(record.model_copy(update={"forms": (form,)}), setter)) if f.endswith(".pdf")]
    lines = "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(data)).splitlines()
    for n in range(len(sections[0].items)):
        assert any(f"{name}{n}" in line for line in lines)


def test_a_handbook_in_one_language_has_its_key_in_that(record):
    sections = [
        section.model_copy(update={"items": tuple(item.model_copy(update={"stem": Text(zh=item.stem.zh)}) for item in section.items)})
        for section in record.forms[0].sections
    ]  # fmt: skip
    form = record.forms[0].model_copy(update={"sections": tuple(sections)})
    shown = "".join(texts([page_of(keys, record.model_copy(update={"forms": (form,)}))]))
    assert "A 卷答案" in shown
    assert "Key" not in shown


def test_the_key_of_many_papers_leads_from_each_letter_to_its_question(many):
    lines, list_ = page_of(keys, many), page_of(questions, many)
    explained = {}
    for node in list_.xpath("//*[@class='item']"):
        number = node.xpath("./span[@class='number']")[0].text.rstrip(".")
        explained[number] = node.xpath(".//span[@class='tag']")[0].text
    assert sorted(explained, key=int) == list(explained)
    assert sorted(explained.values()) == sorted({item.item_id for form in many.forms for item in form.items})
    people = {person.form: person for person in many.candidates}
    bodies = lines.xpath("//tbody")
    assert len(bodies) == len(many.forms)
    by_id = {form.id: form for form in many.forms}
    order = []
    for body in bodies:
        head = body.xpath(".//th")[0]
        form = by_id[head.text.strip()]
        order.append(form.id)
        assert people[form.id].name in texts([head])[0]
        cells = [(cell.xpath("b")[0].text, cell.xpath("small")[0].text) for cell in body.xpath(".//td[b/text()]")]
        assert [key for key, _ in cells] == [short_key(item, "zh") for item in form.items]
        assert [explained[number] for _, number in cells] == [item.item_id for item in form.items]
    assert order == [person.form for person in handing_out_order(many)]


def test_a_question_explained_for_many_papers_names_no_letter(many):
    """Letters differ from paper to paper, so what is right is said in words."""
    list_ = page_of(questions, many)
    assert not [
        text for text in texts(list_.xpath("//*[@class='rest small']/p/strong[1]")) if re.fullmatch(r"\d?[A-H]\.", text)
    ]
    shown = squeezed("".join(texts([list_])))
    for item in many.forms[0].items:
        for letter in item.key:
            if item.options and letter:
                assert squeezed(item.options["ABCDEFGH".index(letter)].zh) in shown


def test_few_papers_have_no_list_of_questions_and_many_no_key_in_full(record, many):
    assert not list(questions(whole(record)))
    assert "Key to form" not in "".join(texts([page_of(keys, many)]))
