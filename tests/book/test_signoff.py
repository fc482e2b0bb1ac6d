"""Sign-off sheets: the right rules for the right people, and no text that does more than stand there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pypdfium2
import pytest

from guizhang.book.signoff import signoff_html, signoff_pdf, signoff_view
from guizhang.diagnostics import Faulty
from guizhang.exam.roster import read_roster
from guizhang.model.acknowledged import reading_lists
from guizhang.model.form import Candidate
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from tests.book.conftest import TODAY
from tests.book.reading import in_order, pages_of, squeezed
from tests.book.test_pdf import HOSTILE, hostile

PEOPLE = [
    Candidate(id="1001", name="王芳", department="客户服务部", form="-"),
    Candidate(id="=1+1", name='=HYPERLINK("x")', department="<b>前台</b>", form="-"),
]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag, _attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.text += data


def read(html: bytes) -> _Words:
    words = _Words()
    words.feed(html.decode())
    return words


@pytest.mark.parametrize(
    ("role", "on", "titles"),
    [
        (None, "2026-11-22", ["请假规定"]),  # everybody's: what names no role
        ("reception", "2026-11-22", ["请假规定", "来访规定"]),
        ("clerk", "2026-11-22", ["请假规定", "来访规定"]),  # one article of it is for the clerk
        ("clerk", "2026-06-29", ["请假规定", "来访规定", "旧规定"]),  # not repealed yet
        ("clerk", "2026-06-30", ["请假规定", "来访规定"]),
    ],
)
def test_people_sign_for_what_applies_to_them(handbook, role, on, titles):
    view = signoff_view(handbook, "zh", on=date.fromisoformat(on), role=role)
    assert [rule["title"][0]["text"] for rule in view["rules"]] == titles


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_both_forms_say_the_same(handbook, cjk_font, language):
    view = signoff_view(handbook, language, on=TODAY, role="reception")
    words = {
        "zh": ["规章制度签收单", "前台接待", "本人已收到并阅读", "请假规定", "2.0", "2027年1月1日", "来访规定", "姓名", "工号", "部门", "签名"],
        "en": ["Acknowledgement of the rules", "receptionist", "I have received and read", "Leave", "2.0", "1 January 2027",
               "Visitors", "Name", "Employee no.", "Department", "Signature"],
    }  # fmt: skip
    for text in ("".join(pages_of(signoff_pdf(view).data)), squeezed(read(signoff_html(view)).text)):
        for lang in ("zh", "en") if language == "both" else (language,):
            for word in words[lang]:
                assert squeezed(word) in text


def test_a_team_signs_in_one_table(handbook, cjk_font):
    view = signoff_view(handbook, "both", on=TODAY, people=PEOPLE)
    for text in ("".join(pages_of(signoff_pdf(view).data)), squeezed(read(signoff_html(view)).text)):
        assert in_order(["1001", "王芳", "客户服务部", "=1+1", '=HYPERLINK("x")', "<b>前台</b>"], text) is None
        assert "一式两份" not in text
    assert "b" not in read(signoff_html(view)).tags


def test_the_heads_of_a_long_table_are_repeated(handbook, cjk_font):
    people = [Candidate(id=str(n), name=f"员工{n}", form="-") for n in range(60)]
    pages = pages_of(signoff_pdf(signoff_view(handbook, "zh", on=TODAY, people=people)).data)
    assert len(pages) > 2
    assert all("序号工号姓名部门签名日期" in text for text in pages)
    assert in_order([person.name for person in people], "".join(pages)) is None


def test_the_roster_is_read_like_that_of_an_exam(tmp_path, handbook):
    path = tmp_path / "team.csv"
    path.write_text("工号,姓名,部门\n1001,王芳,客服\n1002,李雷,\n", encoding="utf-8")
    view = signoff_view(handbook, "zh", on=TODAY, people=read_roster(path, ["-"]).people)
    assert view["people"] == [
        {"number": "1001", "name": "王芳", "department": "客服"},
        {"number": "1002", "name": "李雷", "department": ""},
    ]


def test_markup_is_text(cjk_font):
    book = hostile(HOSTILE)
    extra = tuple(
        Regulation(id=f"r{n}", title=Text(zh=text), edition=Edition(version="1"), body=(Node(text=Text(zh="甲")),))
        for n, text in enumerate(HOSTILE)
    )
    view = signoff_view(type(book)(book.settings, extra), "zh", on=TODAY)
    html = signoff_html(view)
    for text in ("".join(pages_of(signoff_pdf(view).data)), squeezed(read(html).text)):
        assert in_order(list(HOSTILE), text) is None
    assert read(html).tags <= set(
        "html head meta title style body p h1 span table thead tbody tr th td div b i".split()
    )
    assert b"<script>alert" not in html


def test_a_role_nobody_has_is_refused(handbook):
    with pytest.raises(Faulty) as caught:
        signoff_view(handbook, "zh", on=TODAY, role="clrk")
    assert [(f.code, f.mend.en) for f in caught.value.diagnostics] == [("BOK001", "did you mean clerk?")]


def test_the_same_sheet_gives_the_same_bytes(handbook, cjk_font):
    view = signoff_view(handbook, "both", on=TODAY, people=PEOPLE, paper="letter")
    data = signoff_pdf(view).data
    assert data == signoff_pdf(view).data
    assert tuple(map(round, pypdfium2.PdfDocument(data)[0].get_size())) == (612, 792)


def test_the_sheet_prints_what_is_confirmed_on_the_site(handbook, cjk_font):
    view = signoff_view(handbook, "zh", on=TODAY, role="clerk")
    known = reading_lists(handbook)["clerk"].extents
    said = [(rule["count"], rule["digest"]) for rule in view["rules"]]
    assert said
    assert set(said) <= {(str(extent.rules), extent.digest[:12]) for extent in known}
    for text in ("".join(pages_of(signoff_pdf(view).data)), squeezed(read(signoff_html(view)).text)):
        assert all(digest in text for _, digest in said)


def test_in_a_handbook_of_one_language_the_sheet_says_nothing_of_another(handbook):
    for language, lines in ((None, 2), ("zh", 1)):
        settings = handbook.settings.model_copy(update={"language": language})
        assert len(signoff_view(replace(handbook, settings=settings), "zh", on=TODAY)["statement"]) == lines


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-06-29", ["2027年1月1日（尚未施行）", "2026年1月1日", "2020年1月1日；2026年6月30日起废止"]),
        ("2027-01-01", ["2027年1月1日", "2026年1月1日"]),
    ],
)
def test_a_sheet_marks_what_is_not_in_force_yet_and_names_days_of_repeal(handbook, on, said):
    view = signoff_view(handbook, "zh", on=date.fromisoformat(on), role="clerk")
    assert ["".join(run["text"] for run in rule["effective"]) for rule in view["rules"]] == said
