"""Numbers of RTF files: those that are printed beside the rules of the list become text, before LibreOffice counts them anew."""

from __future__ import annotations

import pytest

from guizhang.importers.readers import office
from guizhang.importers.readers.rtf_numbers import write_out
from tests.importers.readers.test_office import needs_office

FONTS = rb"{\fonttbl{\f0\froman Times;}{\f3\froman\fcharset2{\*\panose 05}Symbol;}{\f13\fnil\fcharset134 SimSun;}}"
STYLES = rb"{\stylesheet{\s0 Normal;}{\s1\ls1 heading 1;}}"
TABLES = (
    rb"{\*\listtable{\list{\listlevel\levelnfc37{\leveltext\'03\'3f\'00\'3f;}{\levelnumbers\'02;}}\listid1}}"
    rb"{\*\listoverridetable{\listoverride\listid1\ls1}}"
)
HEAD = rb"{\rtf1\ansi\ansicpg936" + FONTS + STYLES + TABLES


@pytest.mark.parametrize(
    ("body", "written"),
    [
        # As Word writes it: the number in front of the words of its paragraph, in the font of its characters.
        (
            rb"{\listtext\pard\plain\s1 \dbch\f13 \'b5\'da\'d2\'bb\'cc\'f5\tab}\pard\plain\s1\ls1\ilvl0 {\f13 \'ce\'c4}\par",
            rb"\pard\plain\s1{\f13 {\dbch\f13 \'b5\'da\'d2\'bb\'cc\'f5 }\'ce\'c4}\par",
        ),
        # As LibreOffice does: the list behind the number.
        (
            rb"\pard{\listtext\pard\plain  \u31532\'3f\u19968\'3f\u26465\'3f\tab}\ilvl0\ls1 {\u25991\'3f}\par",
            rb"\pard{{ \u31532\'3f\u19968\'3f\u26465\'3f }\u25991\'3f}\par",
        ),
        # WordPad and Word 95: no table of lists at all.
        (rb"\pard{\pntext\f0 1.\tab}{\*\pn\pnlvlbody\pndec{\pntxta.}}text\par", rb"\pard{\f0 1. }text\par"),
        # Twice, where the paragraph has a footnote, which has no number of its own.
        (
            rb"{\listtext 1\tab}\ls1\pard{\listtext 1\tab}\ls1 text{\*\footnote\pard note}\par",
            rb"\pard{1 }text{\*\footnote\pard note}\par",
        ),
        # In a text box, whose paragraphs are not those around it.
        (
            rb"\pard a{\shp{\*\shpinst{\sn 1}{\shptxt{\listtext 7.\tab}\ls1 b\par}}}\par",
            rb"\pard a{\shp{\*\shpinst{\sn 1}{\shptxt{7. }b\par}}}\par",
        ),
        # In a cell, behind what says that there is one.
        (rb"{\listtext 1.\tab}\pard\intbl\ls1 a\cell\row", rb"\pard\intbl{1. }a\cell\row"),
    ],
)  # fmt: skip
def test_a_printed_number_is_text(body, written):
    # The style would count, too.
    assert write_out(HEAD + body + b"}") == HEAD.replace(rb"\s1\ls1 ", rb"\s1") + written + b"}"


@pytest.mark.parametrize(
    "body",
    [
        rb"{\listtext\pard\plain\f3 \'b7\tab}\ls1 text\par",  # a sign of a symbol font
        rb"{\listtext\pard\plain\f3 l\tab}\ls1 text\par",
        rb"{\listtext\pard\plain\f13 \'a1\'f1\tab}\ls1 text\par",  # ●
        rb"{\listtext \u-3913 ?\tab}\ls1 text\par",
        rb"{\listtext\f0 o\tab}\ls1 text\par",
        rb"\pard\ls1 text\par",  # no number printed: LibreOffice counts it
        rb"{\pict\bin9 {\listtext}}text\par",
        rb"{\listtext 1.\tab",
        rb"}}}{\listtext \'b7}\ls1\par",
    ],
)
def test_bullets_and_what_has_no_number_stay_as_they_are(body):
    assert write_out(HEAD + body + b"}") == HEAD + body + b"}"


@needs_office
def test_articles_that_run_on_through_chapters_are_those_word_printed():
    body = rb"""
{\listtext\pard\plain\s1 \dbch\f13 \'b5\'da\'d2\'bb\'d5\'c2\tab}\pard\plain\s1\ls1\ilvl0 {\f13 \'d7\'dc\'d4\'f2}
\par {\listtext\pard\plain \dbch\f13 \'b5\'da\'d2\'bb\'cc\'f5\tab}\pard\plain\ls1\ilvl1 {\f13 \'b4\'f2\'bf\'a8\'a1\'a3}
\par {\listtext\pard\plain\s1 \dbch\f13 \'b5\'da\'b6\'fe\'d5\'c2\tab}\pard\plain\s1\ls1\ilvl0 {\f13 \'bf\'bc\'c7\'da}
\par \trowd\cellx3000\cellx6000{\listtext\pard\plain \dbch\f13 \'b5\'da\'b6\'fe\'cc\'f5\tab}\pard\plain\intbl\ls1\ilvl1 {\f13 \'d4\'b1}\cell
\pard\plain\intbl {\f13 \'ce\'c4}\cell\row\pard\plain {\pntext\f0 1.\tab}{\*\pn\pnlvlbody\pndec{\pntxta.}}{\f13 \'b9\'a4}\par}"""
    assert office.read(HEAD + body).text.rstrip().split("\n") == [
        "第一章 总则",
        "第一条 打卡。",
        "第二章 考勤",
        "第二条 员\t文",
        "1. 工",
    ]
