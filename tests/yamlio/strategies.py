"""Hypothesis strategies for model values as authors and importers could write them."""

from __future__ import annotations

from hypothesis import strategies as st

from guizhang.model.fact import Fact
from guizhang.model.regulation import Edition, Node, Norm, Origin, Regulation, Review
from guizhang.model.text import Text

# What rule text can hold: Han, Latin, markup, YAML's own signs, blanks inside, line ends; no control characters, which
# YAML cannot carry in a block and no rule has.
_signs = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
contents = st.one_of(
    st.text(_signs, min_size=1, max_size=40),
    st.text(st.sampled_from("甲乙丙，。：#- '\"{}[]&*!|>%@`~=<b>\\n\t\n$"), min_size=1, max_size=30),
    st.sampled_from(
        ["# heading", "- item", "key: value", '=HYPERLINK("x")', "'", '"', "null", "~", "yes", "0010", "${x}"]
    ),
).filter(lambda text: text.strip())
ids = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?", fullmatch=True)
texts = st.builds(Text, zh=contents, en=st.none() | contents)
facts = st.one_of(
    st.builds(Fact, kind=st.just("duration"), value=st.sampled_from(["PT24H", "P3D", "P1M..P2M"])),
    st.builds(
        Fact,
        kind=st.just("money"),
        value=st.integers(0, 9999).map(str),
        about=st.none() | texts,
        zh=st.none() | contents,
    ),
    st.builds(Fact, kind=st.just("time-of-day"), value=st.just("8:30"), inclusive=st.booleans()),
)


def _nodes(children):
    common = {
        "title": st.none() | texts,
        "norm": st.none() | st.sampled_from(list(Norm)),
        "text": texts,
        "review": st.none() | st.builds(Review, kind=st.just("legal"), note=texts),
        "adopted": st.booleans(),
        "sources": st.lists(st.sampled_from(["F001", "003:13"]), max_size=2).map(tuple),
        "origin": st.none() | st.builds(Origin, file=contents, line=st.integers(1, 999)),
        "translated_from": st.sampled_from([{}, {"en": "0123abcd"}, {"en": "12345678"}]),
        "body": st.just(()) if children is None else st.lists(children, max_size=3).map(tuple),
    }
    number = st.sampled_from(["1", "10", "010", "5-1", "B", "1.10"])
    return st.one_of(
        st.builds(Node, **common),
        st.builds(Node, item=number, label=st.none() | contents, **common),
        st.builds(Node, article=number, id=ids, facts=st.dictionaries(st.just("limit"), facts, max_size=1), **common),
        st.builds(Node, chapter=number, id=ids, **common),
    )


def _distinct(nodes):
    """Give every id in the tree a number of its own, as the model asks."""
    count = 0

    def renamed(node):
        nonlocal count
        count += 1
        number = count  # the children below move the counter on
        update = {"body": tuple(renamed(child) for child in node.body)}
        return node.model_copy(update={**update, "id": f"{node.id}-n{number}"} if node.id else update)

    return tuple(renamed(node) for node in nodes)


regulations = st.builds(
    Regulation,
    id=ids,
    title=texts,
    authoritative=st.sampled_from(["zh", "en", "equal"]),
    edition=st.builds(Edition, version=st.sampled_from(["1", "1.0", "2026-12-01"]), effective=st.none() | st.dates()),
    aliases=st.lists(contents, max_size=2).map(tuple),
    body=st.lists(st.recursive(_nodes(None), _nodes, max_leaves=6), min_size=1, max_size=3).map(_distinct),
)
