"""Which regulation stands before which."""

from guizhang.model.regulation import Edition, Node, Origin, Regulation
from guizhang.model.text import Text
from guizhang.yamlio.order import in_order


def regulation(name, file=None, line=1):
    origin = Origin(file=file, line=line) if file else None
    node = Node(text=Text(zh="做事。"), origin=origin)
    return Regulation(id=name, title=Text(zh=name), edition=Edition(version="1"), body=(node,))


def test_rules_of_one_file_stand_as_they_stood_in_it():
    found = [
        regulation("yi", "all.txt", 3),
        regulation("er", "all.txt", 40),
        regulation("san", "all.txt", 90),
        regulation("leave"),
        regulation("fees", "other.docx", 200),
        regulation("visits"),
    ]
    assert [r.id for r in in_order(found, ())] == ["yi", "er", "san", "fees", "leave", "visits"]
    assert [r.id for r in in_order(found, ("visits", "san"))] == ["visits", "san", "yi", "er", "fees", "leave"]
    assert in_order(list(reversed(found)), ()) == in_order(found, ())
