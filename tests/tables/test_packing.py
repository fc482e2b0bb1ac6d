"""Archives and rows that are the same bytes whoever makes them."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from guizhang.tables.bulk import BulkRow, number_content, text_content
from guizhang.tables.packing import deflated, member, pack, unpack

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\\"), min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=5))
def test_an_archive_is_what_the_library_writes(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in files.items():
            target.writestr(member(name), data)
    assert pack(files.items()) == out.getvalue()
    # A part may come compressed, from another process.
    assert pack((name, deflated(data)) for name, data in files.items()) == out.getvalue()
    assert unpack(out.getvalue()) == list(files.items())


def test_equal_numbers_are_written_alike_whichever_came_first():
    number_content.cache_clear()
    first = [number_content(value, 0) for value in (Decimal("2.00"), 2, Decimal(2), Decimal("1E+2"), 100)]
    number_content.cache_clear()
    other = [number_content(value, 0) for value in (2, Decimal("2.00"), Decimal(2), 100, Decimal("1E+2"))]
    assert first[:3] == other[:3] == ["><v>2</v></c>"] * 3
    assert first[3:] == other[3:] == ["><v>100</v></c>"] * 2


def test_cells_of_one_kind_are_those_written_one_by_one():
    one, row = BulkRow(7, 9), BulkRow(7, 9)
    for column, value in ((4, "A"), (6, "=1"), (7, " x ")):
        one.text(column, value)
    row.cells(4, [text_content("A", 0, 9), "", text_content("=1", 0, 9), text_content(" x ", 0, 9)])
    assert row.xml == one.xml
    assert 's="9"' in row.xml
    assert row.xml.count('xml:space="preserve"') == 1
