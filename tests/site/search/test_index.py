"""The files of the index: what is in them, how large they are, and that they are always the same."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import corpus
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.text import Text
from guizhang.site.search import write as writing
from guizhang.site.search.build import index_files
from guizhang.site.search.fold import fold
from guizhang.site.search.groups import Groups
from guizhang.site.search.index import Index
from guizhang.site.search.partial import partial
from guizhang.site.search.unit import Heading, Kind, Unit, Words
from guizhang.site.search.write import About, write
from tests.site.search.book import handbook


def units(*bodies: str) -> list[Unit]:
    heading = Heading(Words("办法", "Rules"))
    return [
        Unit(
            Kind.ARTICLE,
            f"rules.html#r{i}",
            f"rules/r{i}",
            Words(),
            Words(f"事项{i}"),
            heading,
            Words(body),
            numbers=(str(i),),
        )
        for i, body in enumerate(bodies)
    ]


@pytest.fixture(scope="module")
def large() -> dict[str, bytes]:
    settings = Settings(title=Text(zh="规章"), company=Text(zh="公司"))
    return index_files(Handbook(settings, tuple(corpus.regulations(1000))))


def test_a_small_handbook_is_one_file():
    files = index_files(handbook(), "mark")
    assert list(files) == ["manifest.js"]
    manifest = Index(files).manifest
    assert (manifest["inline"], manifest["count"], manifest["content"]) == (True, 14, "mark")


def test_a_larger_one_has_files_of_bounded_size(large):
    assert not Index(large).manifest["inline"]
    sizes = {name: len(content) for name, content in large.items()}
    assert max(size for name, size in sizes.items() if name[0] in "twpsd" and "/" in name) <= 32 * 1024
    assert sizes["manifest.js"] <= 20 * 1024


def test_every_file_is_one_call_by_its_name(large):
    for name, content in large.items():
        text = content.decode()
        assert text.startswith(f'guizhangSearch("{name.removesuffix(".js")}",'), name
        assert text.endswith(");\n")
        assert text.count("guizhangSearch(") == 1
        if name[0] in "twps" and "/" in name:
            inside = text[text.index("`") + 1 : text.rindex("`")]
            assert not re.search(r"[`\\]|\$\{", inside), name
            assert inside.startswith("\n")
            assert inside.endswith("\n")


def test_the_same_content_gives_the_same_bytes_whoever_makes_it(large, monkeypatch):
    settings = Settings(title=Text(zh="规章"), company=Text(zh="公司"))
    book = Handbook(settings, tuple(corpus.regulations(1000)))
    monkeypatch.setattr(writing, "_SMALL", 0)
    monkeypatch.setattr("guizhang.site.search.build._SMALL", 0)
    assert index_files(book) == large


def test_documents_of_two_partials_never_share_a_file():
    parts = [partial(units("一条规定", "二条规定", "三条规定")), partial(units("四条规定"))]
    index = Index(dict(write(parts, About(""))))
    assert index.manifest["n"] == 8
    found = index.postings("规定")
    assert found is not None
    assert sorted(found.found) == [0, 1, 2, 4]
    assert index.document(4).body_zh == "四条规定"


HAN = st.text(st.sampled_from("投诉处理规定客户24abc，\n"), max_size=12)


@given(st.lists(HAN, min_size=1, max_size=9), st.integers(1, 4))
def test_every_term_is_found_where_it_stands(bodies, cut):
    parts = [partial(units(*bodies[at : at + cut])) for at in range(0, len(bodies), cut)]
    index = Index(dict(write(parts, About(""))))
    places = [i // cut * 4 + i % cut for i in range(len(bodies))]
    for pair in {body[i : i + 2] for body in bodies for i in range(len(body) - 1)}:
        if re.fullmatch("[投诉处理规定客户]{2}|[投诉处理规定客户]\\d|\\d[投诉处理规定客户]", pair):
            found = index.postings(fold(pair))
            assert found is not None, pair
            assert found.found == {place for place, body in zip(places, bodies, strict=True) if pair in body}


def test_frequent_terms_are_cut_into_blocks(monkeypatch):
    monkeypatch.setattr("guizhang.site.search.lists.LONG", 3)
    monkeypatch.setattr("guizhang.site.search.merge.BLOCK", 8)
    monkeypatch.setattr("guizhang.site.search.write.BLOCK", 8)
    bodies = ["客户" if i % 3 else "投诉" for i in range(40)]
    index = Index(dict(write([partial(units(*bodies))], About(""))))
    assert "客户" in index.manifest["frequent"].split()
    found = index.postings("客户")
    assert found is not None
    assert found.found == {i for i, body in enumerate(bodies) if body == "客户"}


def test_another_text_is_another_build():
    one, other = (Index(dict(write([partial(units(body))], About("")))) for body in ("投诉", "回访"))
    assert one.manifest["build"] != other.manifest["build"]


def test_text_cannot_end_the_script_it_stands_in():
    nasty = "`${alert(1)}` \\ </script> \u2028"
    unit = replace(units("投诉")[0], title=Words(nasty, nasty), names=(nasty,), body=Words(nasty, nasty))
    files = dict(write([partial([unit])], About("")))
    index = Index(files)
    assert index.document(0).body_zh == nasty
    assert not any(sign in text for text in index.suggestions("") for sign in ("`", "\\", "${"))


def test_everyday_words_that_stand_nowhere_only_stand_for_the_others():
    manifest = Index(index_files(handbook())).manifest
    assert manifest["declared"] == 3
    everyday = manifest["groups"][3:]
    sick = next(group for group in everyday if "病假" in group[0])
    assert sick[:2] == [["病假"], ["sick leave", "sick"]]
    assert {"生病", "illness"} <= set(sick[2])
    assert not any("炒鱿鱼" in form for group in everyday for forms in group for form in forms)


def test_forms_of_groups_do_not_overlap():
    found = Groups([[["首次回复"], [], []], [["回复", "答复"], [], []], [["复率"], [], []]], 3, ())
    assert [form for form, _ in found.in_run("首次回复率和答复")] == ["首次回复", "答复"]
