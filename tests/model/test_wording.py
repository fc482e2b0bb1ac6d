"""How facts print: read aloud in both languages before they were written down here."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.units import Unit
from guizhang.model.wording import bound_word, print_fact

CASES = [
    ({"kind": "duration", "value": "PT24H"}, "24小时", "24 hours"),
    ({"kind": "duration", "value": "PT1H"}, "1小时", "1 hour"),
    ({"kind": "duration", "value": "PT1H30M"}, "1小时30分钟", "1 hour 30 minutes"),
    ({"kind": "duration", "value": "PT0.5H"}, "半小时", "half an hour"),
    ({"kind": "duration", "value": "P0.5D"}, "半天", "half a day"),
    ({"kind": "duration", "value": "P0D"}, "当日", "the same day"),
    ({"kind": "duration", "value": "P1D"}, "1天", "1 day"),
    ({"kind": "duration", "value": "P3D", "unit": "business"}, "3个工作日", "3 working days"),
    ({"kind": "duration", "value": "P1D", "unit": "business"}, "1个工作日", "1 working day"),
    ({"kind": "duration", "value": "P2M"}, "2个月", "2 months"),
    ({"kind": "duration", "value": "P1Y6M"}, "1年6个月", "1 year 6 months"),
    ({"kind": "duration", "value": "PT3M..PT5M"}, "3至5分钟", "3 to 5 minutes"),
    ({"kind": "duration", "value": "PT30M..PT1H"}, "30分钟至1小时", "30 minutes to 1 hour"),
    ({"kind": "money", "value": "200"}, "200元", "CNY 200"),
    ({"kind": "money", "value": "1,500.50"}, "1500.50元", "CNY 1,500.50"),
    ({"kind": "money", "value": "200..1000"}, "200至1000元", "CNY 200 to 1,000"),
    ({"kind": "money", "value": "99", "unit": "HKD"}, "99港元", "HKD 99"),
    ({"kind": "percent", "value": "80%"}, "80%", "80%"),
    ({"kind": "percent", "value": "10..20"}, "10%至20%", "10% to 20%"),
    ({"kind": "count", "value": "3", "unit": "times"}, "三次", "three times"),
    ({"kind": "count", "value": "2", "unit": "times"}, "两次", "twice"),
    ({"kind": "count", "value": "1", "unit": "times"}, "一次", "once"),
    ({"kind": "count", "value": "12", "unit": "times"}, "12次", "12 times"),
    ({"kind": "count", "value": "3", "unit": "rings"}, "三声", "three rings"),
    ({"kind": "count", "value": "2..3", "unit": "times"}, "两至三次", "two to three times"),
    ({"kind": "count", "value": "1..2", "unit": "people"}, "1至2人", "1 to 2 people"),
    ({"kind": "count", "value": "1", "unit": "copies"}, "1份", "1 copy"),
    ({"kind": "count", "value": "5", "unit": "people"}, "5人", "5 people"),
    ({"kind": "count", "value": "3", "unit": "number"}, "3个", "3"),
    ({"kind": "count", "value": "3"}, "3", "3"),
    ({"kind": "count", "value": "8", "unit": "celsius"}, "8℃", "8 °C"),
    ({"kind": "count", "value": "-18", "unit": "celsius"}, "-18℃", "-18 °C"),
    ({"kind": "count", "value": "-22..-18", "unit": "celsius"}, "-22至-18℃", "-22 to -18 °C"),
    ({"kind": "count", "value": "40", "unit": "fahrenheit"}, "40℉", "40 °F"),
    ({"kind": "count", "value": "1.5", "unit": "multiples"}, "1.5倍", "1.5 times"),
    ({"kind": "count", "value": "2", "unit": "boxes"}, "2盒", "2 boxes"),
    # A measure word as it stands; the English sentence names the thing.
    ({"kind": "count", "value": "4", "unit": "副"}, "4副", "4"),
    ({"kind": "count", "value": "2..3", "unit": "副"}, "2至3副", "2 to 3"),
    ({"kind": "count", "value": "12000", "unit": "copies"}, "12000份", "12,000 copies"),
    ({"kind": "time-of-day", "value": "08:30"}, "8:30", "8:30"),
    ({"kind": "time-of-day", "value": "9:00..18:00"}, "9:00至18:00", "9:00 to 18:00"),
    ({"kind": "date", "value": "2026-12-01"}, "2026年12月1日", "1 December 2026"),
    ({"kind": "date", "value": "--05-01"}, "5月1日", "1 May"),
    ({"kind": "date", "value": "---05"}, "5日", "the 5th"),
    ({"kind": "date", "value": "---22"}, "22日", "the 22nd"),
    ({"kind": "date", "value": "---13"}, "13日", "the 13th"),
    ({"kind": "frequency", "value": "1/P1M"}, "每月一次", "once a month"),
    ({"kind": "frequency", "value": "2/P1W"}, "每周两次", "twice a week"),
    ({"kind": "frequency", "value": "3/PT1H"}, "每小时三次", "three times an hour"),
    ({"kind": "frequency", "value": "1/P6M"}, "每6个月一次", "once every 6 months"),
]


@pytest.mark.parametrize(("fields", "zh", "en"), CASES, ids=[f"{f['kind']}-{f['value']}" for f, _, _ in CASES])
def test_prints_in_both_languages(fields, zh, en):
    fact = Fact.model_validate(fields)
    assert (print_fact(fact, "zh"), print_fact(fact, "en")) == (zh, en)


def test_own_wording_goes_first_and_a_parameter_drops_it():
    fact = Fact.model_validate({"kind": "duration", "value": "PT24H", "zh": "二十四小时", "en": "one full day"})
    assert (print_fact(fact, "zh"), print_fact(fact, "en")) == ("二十四小时", "one full day")
    changed = fact.with_value("PT12H")
    assert (print_fact(changed, "zh"), print_fact(changed, "en")) == ("12小时", "12 hours")


def test_a_company_adds_units_of_its_own():
    units = {"tables": Unit(zh="桌", en="table"), "boxes": Unit(zh="箱", en="box", plural="boxes", spelled=True)}
    tables = Fact.model_validate({"kind": "count", "value": "4", "unit": "tables"})
    boxes = Fact.model_validate({"kind": "count", "value": "4", "unit": "boxes"})
    assert (print_fact(tables, "zh", units), print_fact(tables, "en", units)) == ("4桌", "4 tables")
    assert (print_fact(boxes, "zh", units), print_fact(boxes, "en", units)) == ("四箱", "four boxes")


def test_a_parameter_may_turn_a_range_into_a_figure_and_back():
    fact = Fact.model_validate({"kind": "money", "value": "200..1000"})
    assert fact.bound == "range"
    single = fact.with_value("300")
    assert (print_fact(single, "zh"), single.bound) == ("300元", "exact")
    assert single.with_value("100..200").bound == "range"


def test_the_same_day_needs_no_bound():
    same = Fact.model_validate({"kind": "duration", "value": "P0D", "bound": "max"})
    assert bound_word(same, "en") == bound_word(same, "zh") == ""
    assert bound_word(Fact.model_validate({"kind": "duration", "value": "P1D", "bound": "max"}), "en") == "at most"
