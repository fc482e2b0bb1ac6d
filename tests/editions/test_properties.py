"""What holds for any two editions: nothing is lost, nothing is counted twice, and nothing differs from itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from guizhang.editions.compare import compare, entries
from guizhang.editions.matching import match
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from tests.editions.rules import only

words = st.text(alphabet="员工应当登记可以不得客户，。十二3天", min_size=1, max_size=25).filter(
    lambda text: text.strip()
)
ids = st.sampled_from([f"rule-{n}" for n in range(8)] + [f"article-{n}" for n in range(4)])


@st.composite
def regulations(draw, name):
    taken = draw(st.lists(ids, min_size=1, max_size=8, unique=True))
    cut = draw(st.integers(0, len(taken)))
    numbers = iter(range(1, 99))

    def article(node_id):
        rows = draw(st.lists(words, min_size=1, max_size=3))
        body = tuple(Node(text=Text(zh=row)) for row in rows)
        return Node(article=str(next(numbers)), id=node_id, body=body)

    chapters = [
        Node(chapter=str(n), id=f"chapter-{n}", title=Text(zh=draw(words)), body=tuple(map(article, inside)))
        for n, inside in enumerate((taken[:cut], taken[cut:]), 1)
        if inside
    ]
    return Regulation(id=name, title=Text(zh="规定"), edition=Edition(version="1"), body=tuple(chapters))


@st.composite
def books(draw):
    names = draw(st.lists(st.sampled_from(["first", "second", "third"]), min_size=1, max_size=2, unique=True))
    return only(*(draw(regulations(name)) for name in names))


@given(books())
@settings(deadline=None)
def test_an_edition_is_the_same_as_itself(book):
    comparison = compare(book, book)
    assert comparison.same
    assert len(comparison.unchanged) == len(entries(book))


@given(books(), books())
@settings(deadline=None)
def test_every_entry_of_both_sides_is_accounted_for_once(old, new):
    olds, news = entries(old), entries(new)
    matching = match(olds, news)
    left = [id(pair.old) for pair in matching.pairs] + [id(entry) for entry in matching.removed]
    right = [id(pair.new) for pair in matching.pairs] + [id(entry) for entry in matching.added]
    assert sorted(left) == sorted(map(id, olds))
    assert sorted(right) == sorted(map(id, news))


@given(books(), books())
@settings(deadline=None)
def test_a_comparison_tells_of_every_entry_once(old, new):
    comparison = compare(old, new)
    before = [c.old.key for c in comparison.changes if c.old] + [("", was) for was, _ in comparison.unchanged]
    after = [c.new.key for c in comparison.changes if c.new] + [("", now) for _, now in comparison.unchanged]
    assert sorted(address for _, address in before) == sorted(entry.address for entry in entries(old))
    assert sorted(address for _, address in after) == sorted(entry.address for entry in entries(new))


@given(books(), st.integers(1, 50))
@settings(deadline=None)
def test_other_numbers_alone_are_only_renumbered(book, by):
    def renumbered(node):
        number = {"article": str(int(node.article) + by)} if node.article else {}
        return node.model_copy(update={**number, "body": tuple(map(renumbered, node.body))})

    new = only(*(r.model_copy(update={"body": tuple(map(renumbered, r.body))}) for r in book.regulations))
    changes = compare(book, new).changes
    assert changes
    assert {aspect for change in changes for aspect in change.aspects} == {"renumbered"}


@given(books(), books())
@settings(deadline=None)
def test_rows_read_as_both_texts(old, new):
    for change in compare(old, new).changes:
        for row in change.rows:
            was = row.old.text.zh if row.old else ""
            now = row.new.text.zh if row.new else ""
            assert "".join(piece.text for piece in row.zh if piece.op != "in") == was
            assert "".join(piece.text for piece in row.zh if piece.op != "out") == now
