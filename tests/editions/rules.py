"""Small handbooks to compare: rules written as YAML, and an edit as text to replace."""

from guizhang.editions.compare import compare
from guizhang.model.glossary import Glossary
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.record import Record
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.script import ScriptFile
from guizhang.model.text import Text
from guizhang.yamlio.load import loads

SETTINGS = """
title: {zh: 手册, en: Handbook}
company: {zh: 某公司, en: Some company}
roles:
  desk: {name: {zh: 前台, en: receptionist}}
  agent: {name: {zh: 客服, en: agent}}
"""

VISITS = """
id: visits
title: {zh: 来访规定, en: Visits}
edition: {version: "1.0", effective: 2026-01-01}
applies_to: [desk]
body:
  - text: {zh: 为接待好每一位来访者，制定本规定。, en: These rules say how visitors are received.}
  - chapter: 1
    id: arriving
    title: {zh: 到访, en: Arrival}
    body:
      - article: 1
        id: greeting
        title: {zh: 迎接, en: Greeting}
        norm: duty
        text: {zh: 前台人员应当起立问候来访者。, en: The receptionist shall stand up and greet visitors.}
      - article: 2
        id: entry
        title: {zh: 登记, en: Entry}
        facts:
          wait: {kind: duration, value: PT10M, bound: max, about: {zh: 等候时间, en: waiting time}}
        body:
          - norm: permission
            text: {zh: 来访者可以在大厅等候。, en: Visitors may wait in the lobby.}
          - norm: duty
            text: {zh: "等候超过${wait}的，前台人员应当再次联系被访人。", en: "After ${wait} the receptionist shall call the host again."}
          - norm: duty
            text: {zh: 登记时应当写明：, en: "The entry shall state:"}
            body:
              - item: 1
                text: {zh: 姓名；, en: the name;}
              - item: 2
                text: {zh: 事由。, en: the reason.}
  - chapter: 2
    id: leaving
    title: {zh: 离开, en: Leaving}
    body:
      - article: 3
        id: badge
        title: {zh: 交还证件, en: Returning the badge}
        norm: duty
        text: {zh: 来访者离开时须交还来访证，证件遗失的照价赔偿。, en: Visitors must return the badge; a lost badge is paid for.}
"""

SCRIPTS = """
id: desk-scripts
title: {zh: 前台话术, en: Desk scripts}
situations:
  - id: hello
    title: {zh: 问候, en: Greeting}
    when: {zh: 有人进门, en: Somebody comes in}
    say: [{text: {zh: 您好，欢迎光临, en: "Good morning, welcome"}}]
"""

RECORD = """
id: visitor-book
title: {zh: 来访登记表, en: Visitor book}
purpose: {zh: 来访时填写。, en: Filled in on arrival.}
sections:
  - title: {zh: 来访, en: Visit}
    fields:
      - {id: name, label: {zh: 姓名, en: name}}
"""

GLOSSARY = """
terms:
  - id: host
    term: {zh: 被访人, en: host}
    definition: {zh: 来访者要见的人。, en: The person a visitor comes to see.}
"""


def read(text, model):
    value, faults = loads(text, model, "f.yaml")
    assert not faults, "\n".join(fault.render("en") for fault in faults)
    return value


def book(*regulations, settings=SETTINGS, scripts=SCRIPTS, record=RECORD, glossary=GLOSSARY):
    """Return the handbook of these texts; of VISITS where no regulation is given."""
    return Handbook(
        read(settings, Settings),
        tuple(read(text, Regulation) for text in regulations or (VISITS,)),
        scripts=(read(scripts, ScriptFile),),
        records=(read(record, Record),),
        glossary=read(glossary, Glossary),
    )


def edited(text, *edits):
    """Return *text* with each (old, new) of *edits* replaced; every old must be there once."""
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def aspects(comparison):
    """Return what changed: address now, or before where it is gone -> its aspects."""
    return {change.entry.address: {str(aspect) for aspect in change.aspects} for change in comparison.changes}


def changed(*edits, **more):
    """Return what VISITS became by *edits*."""
    return compare(book(), book(edited(VISITS, *edits), **more))


def articles(*texts, document="many", ids=None):
    """Return a regulation of one chapter with an article for each of *texts*."""
    names = ids or [f"rule-{n}" for n in range(1, len(texts) + 1)]
    body = tuple(
        Node(article=str(n), id=name, text=Text(zh=text))
        for n, (name, text) in enumerate(zip(names, texts, strict=True), 1)
    )
    chapter = Node(chapter="1", id="only", title=Text(zh="总则"), body=body)
    return Regulation(id=document, title=Text(zh=f"{document}规定"), edition=Edition(version="1"), body=(chapter,))


def only(*regulations):
    """Return a handbook of these regulations."""
    return Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司")), regulations)
