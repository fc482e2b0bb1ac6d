import pytest

from guizhang.model.fact import Fact
from guizhang.model.script import Situation
from guizhang.model.text import Text
from guizhang.site.meaning import describe
from guizhang.site.paths import relative
from guizhang.site.texts import Prose, duo


@pytest.mark.parametrize(
    ("fields", "zh", "en"),
    [
        ({"kind": "duration", "value": "PT24H", "bound": "max"}, "最多24小时", "at most 24 hours"),
        ({"kind": "duration", "value": "P3D", "bound": "max", "inclusive": False}, "不满3天", "less than 3 days"),
        ({"kind": "money", "value": "200", "bound": "min"}, "至少200元", "at least CNY 200"),
        ({"kind": "time-of-day", "value": "8:30", "bound": "max"}, "最晚8:30", "no later than 8:30"),
        ({"kind": "count", "value": "3", "unit": "times"}, "三次", "three times"),
        (
            {
                "kind": "duration", "value": "PT24H", "bound": "max", "about": {"zh": "时限", "en": "limit"},
                "since": {"zh": "自接到起", "en": "from receipt"},
            },
            "时限：最多24小时，自接到起", "limit: at most 24 hours, from receipt",
        ),
    ],
)  # fmt: skip
def test_a_figure_is_described_in_both_languages(fields, zh, en, handbook):
    from guizhang.model.wording import print_fact

    fact = Fact.model_validate(fields)
    assert describe(fact, print_fact(fact, "zh"), "zh") == zh
    assert describe(fact, print_fact(fact, "en"), "en") == en


def test_figures_are_marked_with_value_and_meaning(handbook):
    place = handbook.provisions["complaints/first-reply"]
    pair = Prose(handbook).pair(Text(zh="须在${reply}内", en="within ${reply}"), place)
    # The parameter in handbook.yaml sets twelve hours.
    title = "time to first reply: at most 12 hours, from receipt of the complaint"
    assert pair.en == f'within <data class="gz-fact" value="PT12H" title="{title}">12 hours</data>'
    assert 'title="首次回复时限：最多12小时，自接到投诉起">12小时</data>内' in pair.zh


def test_everything_else_in_a_text_is_escaped(handbook):
    pair = Prose(handbook).pair(Text(zh='<b>&"${x}\u2028**a**', en="a\nb $${c}"))
    assert pair.zh == "&lt;b&gt;&amp;&#34;${x}\u2028**a**"
    assert pair.en == "a<br>b ${c}"


def test_slots_are_shown_in_brackets(handbook):
    situation = Situation.model_validate(
        {"id": "a", "title": {"zh": "甲"}, "when": {"zh": "乙"}, "slots": {"name": {"zh": "<姓名>", "en": "name"}}}
    )
    pair = Prose(handbook).pair(Text(zh="我是${name}", en="I am ${name}"), slots=situation.slots)
    assert pair.zh == '我是<span class="gz-slot">〔&lt;姓名&gt;〕</span>'
    assert pair.en == 'I am <span class="gz-slot">[name]</span>'


def test_a_title_prints_its_figures(handbook):
    words = Prose(handbook).words(Text(zh="${complaints/first-reply#reply}内", en="in ${complaints/first-reply#reply}"))
    assert words == Text(zh="12小时内", en="in 12 hours")


def test_a_title_without_translation_stays_in_every_view():
    assert duo(Text(zh="甲", en="A")) == '<span lang="zh-Hans">甲</span> <span lang="en">A</span>'
    assert duo(Text(zh="甲<")) == '<span lang="zh-Hans" data-keep>甲&lt;</span>'


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("index.html", "regulations/a/b.html#c", "regulations/a/b.html#c"),
        ("regulations/a/b.html", "regulations/a.html", "../a.html"),
        ("regulations/a/b.html", "regulations/a/b.html#c", "#c"),
        ("regulations/a/b.html", "go.html", "../../go.html"),
    ],
)
def test_links_are_relative(source, target, link):
    assert relative(source, target) == link
