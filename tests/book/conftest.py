"""A small handbook with everything a printed book must cope with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guizhang.yamlio.content import load_project

TODAY = date(2026, 11, 22)

FILES = {
    "handbook.yaml": """
title: {zh: 示例手册, en: Sample handbook}
company: {zh: 示例公司, en: Example Ltd}
edition: "2026.2"
order: [leave, visitors, old]
roles:
  reception: {name: {zh: 前台接待, en: receptionist}}
  clerk: {name: {zh: 档案员, en: records clerk}}
themes: {leave: {zh: 休假, en: leave}}
""",
    "regulations/leave.yaml": """
id: leave
title: {zh: 请假规定, en: Leave}
edition: {version: "2.0", effective: 2027-01-01}
authoritative: equal
body:
  - text: {zh: 本规定说明怎样请假。, en: These rules say how to ask for leave.}
  - part: 1
    id: general
    title: {zh: 总则编, en: General part}
    body:
      - chapter: 1
        id: basics
        title: {zh: 基本规则, en: Basics}
        body:
          - section: 1
            id: scope
            title: {zh: 范围, en: Scope}
            body:
              - article: 1
                id: untitled
                text: {zh: 本条没有标题，见第二条和第四条之一。, en: "This article has no title; see Article 2 and Article 4-1."}
          - section: 2
            id: application
            title: {zh: 申请, en: Application}
            body:
              - article: 2
                id: asking
                title: {zh: 怎样请假, en: Asking for leave}
                facts:
                  notice: {kind: duration, value: P3D, bound: min, unit: business}
                body:
                  - text: {zh: "请假须提前${notice}提出，写明：", en: "Leave is asked for ${notice} ahead, stating:"}
                  - item: 1
                    text: {zh: 事由；, en: the reason;}
                    body:
                      - item: 1
                        text: {zh: 病假附证明；, en: sick leave with a certificate;}
                      - item: 2
                        text: {zh: 事假写明去向；, en: personal leave with where you go;}
                  - item: 2
                    text: {zh: 起止时间。, en: the first and the last day.}
                  - text: {zh: 代为登记的，见《来访规定》。, en: Where somebody signs in for you see Visitors.}
              - article: 3
                id: only-chinese
                title: {zh: 只有中文}
                text: {zh: 这一条还没有译文。}
              - article: 4
                id: stale
                title: {zh: 旧译文, en: Old translation}
                translated_from: {en: "00000000"}
                text: {zh: 原文已经改了。, en: This was made from an older text.}
              - article: 4-1
                id: inserted
                title: {zh: 后来加的, en: Added later}
                review: {kind: legal, note: {zh: 请看备注甲, en: see remark A}}
                body:
                  - item: 1
                    label: 4.8.1
                    text: {zh: 编号照印。, en: The number is kept as printed.}
              - article: 5
                id: secret-plan
                adopted: false
                review: {kind: content, note: {zh: 绝密备注乙, en: confidential remark B}}
                title: {zh: 未采用的条款, en: Provision not adopted}
                text: {zh: 员工不得看到这一条。, en: Staff must not see this.}
""",
    "regulations/visitors.yaml": """
id: visitors
title: {zh: 来访规定, en: Visitors}
edition: {version: "1.0", effective: 2026-01-01}
applies_to: [reception]
body:
  - chapter: 1
    id: reception
    title: {zh: 接待, en: Receiving}
    body:
      - article: 1
        id: greeting
        title: {zh: 迎接, en: Greeting}
        text: {zh: 来访者进门时，前台应当起立问候。, en: The receptionist stands up and greets a visitor who comes in.}
      - article: 2
        id: filing
        title: {zh: 归档, en: Filing}
        applies_to: [clerk]
        text: {zh: 登记簿由档案员保存。, en: The records clerk keeps the book.}
""",
    "regulations/old.yaml": """
id: old
title: {zh: 旧规定, en: Old rules}
edition: {version: "0.9", effective: 2020-01-01, repealed: 2026-06-30}
body:
  - item: 1
    id: first
    label: 一、
    title: {zh: 没有条的规定, en: Rules without articles}
    body:
      - text: {zh: 以一、二、为题。, en: They are headed by plain numbers.}
""",
    "scripts/desk.yaml": """
id: desk
title: {zh: 前台话术, en: At the desk}
applies_to: [reception]
situations:
  - id: hello
    title: {zh: 有人进门, en: Somebody comes in}
    when: {zh: 来访者走到前台, en: A visitor comes to the desk}
    practises: [visitors/greeting]
    slots: {name: {zh: 姓名, en: name}}
    turns:
      - speaker: staff
        text: {zh: "您好，我是${name}。", en: "Good morning, I am ${name}."}
      - speaker: customer
        text: {zh: 我找王经理。, en: I am here to see the manager.}
    say:
      - text: {zh: 请坐。, en: Please take a seat.}
        verbatim: true
    never:
      - text: {zh: 你找谁？, en: Who do you want?}
        why: {zh: 太生硬。, en: It is curt.}
        instead: {zh: 请问您找哪位？, en: May I ask whom you are here to see?}
""",
    "etiquette/manners.yaml": """
id: manners
title: {zh: 举止, en: Manners}
groups:
  - id: standing
    title: {zh: 站姿, en: Standing}
    points:
      - id: straight
        title: {zh: 站直, en: Stand straight}
        do: {zh: 双手自然下垂。, en: Let your hands hang.}
        dont: {zh: 不抱胸。, en: Do not fold your arms.}
        observe: {zh: 看得到双手。, en: Both hands are seen.}
""",
    "records/leave-form.yaml": """
id: leave-form
title: {zh: 请假单, en: Leave request}
purpose: {zh: 每次请假一张。, en: One for each leave.}
practises: [leave/asking]
sections:
  - title: {zh: 申请人, en: Applicant}
    fields:
      - {id: name, label: {zh: 姓名, en: name}, required: true}
      - {id: kind, label: {zh: 类别, en: kind}, type: choice, options: [{zh: 病假, en: sick}, {zh: 事假, en: personal}]}
      - {id: sign, label: {zh: 签名, en: signature}, type: signature}
""",
    "records/visitor-book.yaml": """
id: visitor-book
title: {zh: 来访登记簿, en: Visitor book}
purpose: {zh: 每位来访者一行。, en: One row for each visitor.}
layout: register
applies_to: [reception]
sections:
  - title: {zh: 到达, en: Arrival}
    fields:
      - {id: at, label: {zh: 时间, en: time}, type: time, note: {zh: 二十四小时制, en: twenty-four hours}}
      - {id: who, label: {zh: 来访者, en: visitor}}
""",
    "glossary.yaml": """
terms:
  - id: visitor
    term: {zh: 来访者, en: visitor}
    definition: {zh: 不在本公司工作的人。, en: Somebody who does not work here.}
    synonyms: {zh: [访客], en: [guest]}
""",
}


def write_project(root: Path, files: dict[str, str] = FILES) -> Path:
    """Write a handbook's files below *root*."""
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    return write_project(tmp_path_factory.mktemp("book") / "sample")


@pytest.fixture(scope="session")
def owners(project):
    """The handbook as its owner has it."""
    loaded = load_project(project)
    assert not loaded.diagnostics, [fault.render("en") for fault in loaded.diagnostics]
    return loaded.handbook


@pytest.fixture(scope="session")
def handbook(owners):
    """The handbook as staff see it."""
    return owners.published()


@pytest.fixture(scope="session")
def reference():
    """The reference handbook: hundreds of articles."""
    return load_project(Path(__file__).parents[2]).handbook.published()
