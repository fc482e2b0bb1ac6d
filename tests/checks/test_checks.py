"""Checks over a small handbook: rows of (file, what is changed in it, expected findings), passing and failing."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.checks import CHECKS, check
from guizhang.diagnostics import Severity, render, stops
from guizhang.model.fingerprint import citation_hash
from guizhang.yamlio.content import load_project

HANDBOOK = """\
title: {zh: 规章, en: Rules}
company: {zh: 公司, en: Company}
roles:
  agent: {name: {zh: 客服, en: agent}}
themes:
  care: {zh: 服务, en: Care}
parameters: {}
order: [rules]
"""
RULES = """\
id: rules
title: {zh: 规定, en: Rules}
themes: [care]
edition: {version: "1"}
body:
  - chapter: 1
    id: first
    title: {zh: 总则, en: General}
    body:
      - article: 1
        id: reply
        applies_to: [agent]
        facts:
          limit: {kind: duration, value: PT24H, bound: max}
        text:
          zh: 须在${limit}内回复。
          en: Reply within ${limit}.
      - article: 2
        id: polite
        text:
          zh: 须有礼貌。
          en: Be polite.
"""
SCRIPTS = """\
id: calls
title: {zh: 电话, en: Calls}
situations:
  - id: answer
    title: {zh: 接听, en: Answering}
    when: {zh: 电话响, en: It rings}
    practises: [rules/reply]
    slots: {name: {zh: 姓名, en: name}}
    say: [{text: {zh: "我是${name}，${rules/reply#limit}内回复。", en: "${name} here, within ${rules/reply#limit}."}}]
"""
BANK = """\
- id: first-item
  type: true_false
  cites: {rules/polite: HASH}
  themes: [care]
  stem: {zh: 须有礼貌。, en: Be polite.}
  answer: true
"""
FILES = {
    "content/handbook.yaml": HANDBOOK,
    "content/regulations/rules.yaml": RULES,
    "content/scripts/calls.yaml": SCRIPTS,
    "quizzes/bank/bank.yaml": BANK,
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A handbook whose files a test may change before it is read; `project(changes)` gives the findings."""
    monkeypatch.chdir(tmp_path)

    def write(changes=()):
        files = dict(FILES)
        for path, old, new in changes:
            assert old in files.get(path, ""), f"{old!r} is not in {path}"
            files[path] = files[path].replace(old, new)
        for path, text in files.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")
        loaded = load_project(tmp_path)
        polite = loaded.handbook.provisions.get("rules/polite")
        if polite is not None:
            bank = Path("quizzes/bank/bank.yaml")
            bank.write_text(bank.read_text("utf-8").replace("HASH", citation_hash(polite.node)), encoding="utf-8")
        return check(load_project(tmp_path))

    return write


def brief(found, least=Severity.WARNING):
    kept = [f for f in found if f.severity in (Severity.ERROR, least)]
    return [f"{Path(f.source.path).name}:{f.source.line}:{f.source.column} {f.code} {f.field}" for f in kept]


RULE_FILE, HOME, BANK_FILE = "content/regulations/rules.yaml", "content/handbook.yaml", "quizzes/bank/bank.yaml"
SCRIPT_FILE = "content/scripts/calls.yaml"
ROWS = [
    ("nothing wrong", [], []),
    (
        "unknown placeholder",
        [(RULE_FILE, "zh: 须在${limit}内", "zh: 须在${limitt}内")],
        ["rules.yaml:16:15 FCT010 body[0].body[0].text.zh", "rules.yaml:15:9 FCT013 body[0].body[0].text"],
    ),
    (
        "fact never used",
        [(RULE_FILE, "${limit}", "24"), (SCRIPT_FILE, "${rules/reply#limit}", "24")],
        ["rules.yaml:14:11 FCT011 body[0].body[0].facts.limit"],
    ),
    (
        "fact out of reach",
        [(RULE_FILE, "须有礼貌。", "须在${limit}内。"), (RULE_FILE, "Be polite.", "Within ${limit}.")],
        ["rules.yaml:21:15 FCT010 body[0].body[1].text.zh", "rules.yaml:22:15 FCT010 body[0].body[1].text.en"],
    ),
    ("unclosed placeholder", [(RULE_FILE, "须有礼貌。", "须有${礼貌。")], ["rules.yaml:21:15 FCT012 body[0].body[1].text.zh"]),
    *(
        ("placeholder in full-width signs", [(RULE_FILE, "须有礼貌。", f"须有{typed}。")], ["rules.yaml:21:15 FCT015 body[0].body[1].text.zh"])
        for typed in ("$｛limit｝", "＄{limit}", "$｛limit}", "${limit｝", "＄｛ limit ｝")
    ),
    ("braces that are no placeholder", [(RULE_FILE, "须有礼貌。", "｛礼貌｝，$$｛limit｝，$5。")], []),
    *(
        ("no number", [(RULE_FILE, "article: 2", f"article: {typed}")], ["rules.yaml:18:18 REG014 body[0].body[1].article"])
        for typed in ("two", "第二条", "2.", "Article 2", "二、")
    ),
    *(
        ("an unusual number", [(RULE_FILE, "article: 2", f"article: {typed}")], [])
        for typed in ("B", "二", "II", "1-1", "2.1", "2a", "２", "two\n        label: Second")
    ),
    ("version in full-width quotation marks", [(RULE_FILE, '"1"', "“1.0”")], ["rules.yaml:4:20 YML011 edition.version"]),
    ("role", [(RULE_FILE, "[agent]", "[agnet]")], ["rules.yaml:12:22 REF002 body[0].body[0].applies_to[0]"]),
    ("theme", [(RULE_FILE, "[care]", "[car]")], ["rules.yaml:3:10 REF002 themes[0]"]),
    ("order", [(HOME, "[rules]", "[rules, more]")], ["handbook.yaml:8:16 REF002 order[1]"]),
    ("practises", [(SCRIPT_FILE, "[rules/reply]", "[rules/replies]")], ["calls.yaml:7:17 REF003 situations[0].practises[0]"]),
    ("cited provision is gone", [(BANK_FILE, "rules/polite", "rules/kind")], ["bank.yaml:3:11 REF003 [0].cites.rules/kind"]),
    ("stale item", [(BANK_FILE, "HASH", "00000000")], ["bank.yaml:3:25 ITM010 [0].cites.rules/polite"]),
    ("no hash yet", [(BANK_FILE, "HASH", "null")], ["bank.yaml:3:25 ITM011 [0].cites.rules/polite"]),
    (
        "item on a rule that is not adopted",
        [(RULE_FILE, "id: polite", "id: polite\n        adopted: false")],
        ["bank.yaml:3:25 ITM012 [0].cites.rules/polite"],
    ),
    (
        "item on a rule that has a day of repeal",
        [(RULE_FILE, 'edition: {version: "1"', 'edition: {repealed: 2099-01-01, version: "1"')],
        ["bank.yaml:3:25 ITM015 [0].cites.rules/polite"],
    ),
    (
        "parameter of no fact",
        [(HOME, "{}", "{rules/reply#limits: PT1H}")],
        ["handbook.yaml:7:14 PAR001 parameters.rules/reply#limits"],
    ),
    (
        "parameter of another kind",
        [(HOME, "{}", "{rules/reply#limit: 12 hours}")],
        ["handbook.yaml:7:33 PAR002 parameters.rules/reply#limit"],
    ),
    (
        "another approver than the text names",
        [
            (HOME, "name: {zh: 客服, en: agent}}", "name: {zh: 客服, en: agent}}\n  head: {name: {zh: 店长, en: shop head}}"),
            (RULE_FILE, "须有礼貌。", "经店长批准后离岗。"),
            (RULE_FILE, "Be polite.", "Leave once the shop head has approved."),
            (RULE_FILE, "        id: polite", "        id: polite\n        approval: {by: [agent], matter: {zh: 离岗, en: leaving}}"),
        ],
        ["rules.yaml:20:20 REG016 body[0].body[1].approval.by"],
    ),
    ("gap", [(RULE_FILE, "article: 2", "article: 3")], ["rules.yaml:18:18 REG010 body[0].body[1].article"]),
    ("doubled", [(RULE_FILE, "article: 2", "article: 1")], ["rules.yaml:18:18 REG011 body[0].body[1].article"]),
    ("order of numbers", [(RULE_FILE, "article: 1", "article: 4")],
        ["rules.yaml:10:18 REG010 body[0].body[0].article", "rules.yaml:18:18 REG012 body[0].body[1].article"]),
    ("empty number", [(RULE_FILE, "        text:\n          zh: 须有礼貌。\n          en: Be polite.\n", "")],
        ["rules.yaml:18:9 REG013 body[0].body[1]"]),
    ("annexes are counted apart", [(RULE_FILE, "          en: Be polite.\n", "          en: Be polite.\n" + "".join(
        f'  - item: {number}\n    label: "{label}"\n    text: {{zh: 表, en: Form}}\n'
        for number, label in ((1, "1."), (2, "2."), (1, "附件1"), (2, "附件2"), (2, "3."))))],
        ["rules.yaml:35:11 REG011 body[5].item"]),
    ("items run on below the next heading", [(RULE_FILE, "          en: Be polite.\n", "          en: Be polite.\n" + "".join(
        f'  - item: {heading}\n    label: "{label}、"\n    title: {{zh: 事, en: Matter}}\n    body:\n' + "".join(
            f'      - item: {number}\n        label: "{number}."\n        text: {{zh: 做事。, en: Work.}}\n' for number in numbers)
        for heading, label, numbers in ((1, "一", (1, 2)), (2, "二", (3, 4)), (3, "三", (6,)))))],
        ["rules.yaml:47:15 REG010 body[3].body[0].item"]),
    ("a list starts again behind the line that announces it", [(RULE_FILE, "          en: Be polite.\n",
        "          en: Be polite.\n        body:\n" + "".join(
        f'          - text: {{zh: {who}：, en: "{who}:"}}\n' * announced
        + f"          - item: {number}\n            text: {{zh: 做事。, en: Work.}}\n"
        for who, announced, number in (("甲", 1, 1), ("甲", 0, 2), ("乙", 1, 1), ("乙", 0, 2), ("乙", 0, 1))))],
        ["rules.yaml:34:19 REG012 body[0].body[1].body[6].item"]),
    ("之一 is no gap", [(RULE_FILE, "article: 2", "article: 1-1")], []),
    ("nothing translated yet", [(SCRIPT_FILE, said, "") for said in (
        ", en: Calls", ", en: Answering", ", en: It rings", ", en: name", ', en: "${name} here, within ${rules/reply#limit}."')],
        ["calls.yaml:1:1 TRN001 "]),
    ("no translation", [(RULE_FILE, "          en: Be polite.\n", "")], ["rules.yaml:20:9 TRN001 body[0].body[1].text"]),
    ("a handbook in one language is not asked for another", [(HOME, "{}", "{}\nlanguage: zh"),
        (RULE_FILE, "id: polite", "id: polite\n        translated_from: {en: 00000000}"),
        (SCRIPT_FILE, ", en: Calls", "")], []),
    ("a handbook in one language lacks it somewhere", [(HOME, "{}", "{}\nlanguage: zh"),
        (RULE_FILE, "          zh: 须有礼貌。\n", "")], ["rules.yaml:20:9 TRN001 body[0].body[1].text"]),
    (
        "stale translation",
        [(RULE_FILE, "id: polite", "id: polite\n        translated_from: {en: 00000000}")],
        ["rules.yaml:20:31 TRN002 body[0].body[1].translated_from.en"],
    ),
    (
        "review of an adopted rule",
        [(RULE_FILE, "id: polite", "id: polite\n        review: {kind: legal, note: {zh: 看, en: look}}")],
        ["rules.yaml:20:17 REV002 body[0].body[1].review"],
    ),
    *(
        (f"norm beside {zh}", [(RULE_FILE, "id: polite", f"id: polite\n        norm: {norm}"), (RULE_FILE, "须有礼貌。", zh),
            (RULE_FILE, "Be polite.", en)], ["rules.yaml:20:15 REG015 body[0].body[1].norm"] if found else [])
        for norm, zh, en, found in (
            ("permission", "员工应当先敲门。", "Staff must knock first.", True),
            ("permission", "员工可以先敲门。", "Staff may not use the side door.", True),
            ("duty", "员工可以先敲门。", "Staff shall knock.", True),
            ("duty", "員工應當先敲門。", "Staff should knock.", False),
            ("duty", "员工經批准后方可進門。", "Staff may go in only after they were let in.", False),
            ("prohibition", "每天不得超过两次。", "It must not exceed two a day.", False),
            ("duty", "员工可以借用雨伞，当天归还。", "Staff must return it.", False),
            ("recommendation", "员工应尽量先敲门。", "Staff should knock.", False),
            ("statement", "员工应当敲门。", "Staff must knock.", False),
        )
    ),
    ("a translation out of date is not held against the norm", [(RULE_FILE, "id: polite",
        "id: polite\n        norm: duty\n        translated_from: {en: 00000000}"), (RULE_FILE, "Be polite.", "Staff may bow.")],
        ["rules.yaml:21:31 TRN002 body[0].body[1].translated_from.en"]),
    ("file name", [(RULE_FILE, "id: rules\n", "id: rulez\n"), (HOME, "[rules]", "[rulez]"),
        (SCRIPT_FILE, "rules/reply", "rulez/reply"), (BANK_FILE, "rules/polite: HASH", "rulez/polite: null")],
        ["rules.yaml:1:5 REF004 id", "bank.yaml:3:25 ITM011 [0].cites.rulez/polite"]),
]  # fmt: skip


EDITIONS = [
    ("1.1", "1.0", "1.0", ["1.1.yaml:1:5 EDN007 id"]),
    ("1.1", "1.0", "1.1", []),
    ("1.1", "1.0", "1.2", []),
    ("1.1", None, "1.0", []),
]


@pytest.mark.parametrize(("recorded", "previous", "edition", "expected"), EDITIONS)
def test_the_handbook_is_not_behind_its_last_record(project, recorded, previous, edition, expected):
    Path("content/editions").mkdir(parents=True)
    record = f'id: "{recorded}"\nissued: 2026-11-20\n' + (f'previous: "{previous}"\n' if previous else "")
    Path(f"content/editions/{recorded}.yaml").write_text(record, encoding="utf-8")
    assert brief(project([(HOME, "{}", f'{{}}\nedition: "{edition}"')])) == expected


@pytest.mark.parametrize(("changes", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_findings(project, changes, expected):
    assert sorted(brief(project(changes))) == sorted(expected)


def test_an_option_that_stands_twice_is_an_error_and_stops_the_draw(project):
    choices = "  options: [{text: {zh: 24小时}, key: true}, {text: {zh: 半天}}, {text: {zh: 24 小时}}]"
    changes = [(BANK_FILE, "true_false", "single_choice"), (BANK_FILE, "  answer: true", choices)]
    errors = [d for d in project(changes) if d.severity is Severity.ERROR]
    assert [(d.code, d.source.line, d.field) for d in errors] == [("ITM016", 6, "[0].options[2].text")]
    assert errors[0].problem.en == "options A and C are the same"


def test_a_broken_file_raises_no_second_alarm_in_the_files_that_cite_it(project):
    found = project([(RULE_FILE, "edition: {version", "editio: {version"), (BANK_FILE, "HASH", "null")])
    assert brief(found) == ["rules.yaml:1:1 FMT001 edition", "rules.yaml:4:1 FMT002 editio"]


def test_faults_of_all_files_are_shown_in_one_run(project):
    found = project(
        [(HOME, "[rules]", "[more]"), (RULE_FILE, "[agent]", "[boss]"), (SCRIPT_FILE, "[rules/reply]", "[x]")]
    )
    assert [f.source.path.rpartition("/")[2] for f in found if f.severity is Severity.ERROR] == [
        "handbook.yaml", "rules.yaml", "calls.yaml",
    ]  # fmt: skip
    assert stops(found)


def test_two_documents_with_one_id(project):
    Path("content/regulations").mkdir(parents=True)
    Path("content/regulations/again.yaml").write_text(RULES, encoding="utf-8")
    found = [f for f in project() if f.code == "REF001"]
    assert brief(found) == ["again.yaml:1:5 REF001 id"]
    assert found[0].problem.en == "the id 'rules' is taken by content/regulations/rules.yaml, line 1"


def test_two_items_of_one_file_with_one_id(project):
    found = [f for f in project([(BANK_FILE, BANK, BANK + "\n" + BANK)]) if f.code == "REF001"]
    assert brief(found) == ["bank.yaml:8:7 REF001 id"]
    assert found[0].problem.en == "the id 'first-item' is taken by quizzes/bank/bank.yaml, line 1"
    assert found[0].problem.zh == "id 'first-item' 已用于 quizzes/bank/bank.yaml 第 1 行"


PAGES = [
    ("sound", "---\ntitle: 关于\n---\n\n正文\n", []),
    ("no settings", "正文：\n\n---\n\n又一段\n", []),
    ("a line across", "# 关于\n\ntitle: x\n---\n", []),
    ("settings without their first line", "title: 关于\ntitle_en: About\n---\n\n正文\n", ["about.md:1:1 YML012 "]),
    ("settings that are no YAML", "---\nicon: x\ntitle: 甲: 乙\n---\n正文\n", ["about.md:3:9 YML004 "]),
    ("settings with a full-width colon", "---\ntitle：关于\nicon: x\n---\n正文\n", ["about.md:2:6 YML011 "]),
    ("empty settings", "---\n\n---\n正文\n", []),
    ("conflict", "---\ntitle: 关于\n---\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> other\n", ["about.md:4:1 YML010 "]),
    ("a heading underlined", "关于\n=======\n", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_pages_written_by_hand(project, text, expected):
    Path("content/pages").mkdir(parents=True)
    Path("content/pages/about.md").write_text(text, encoding="utf-8")
    assert brief(project()) == expected


def test_notes_stop_nothing_and_warnings_only_when_strict(project):
    found = project([(RULE_FILE, "article: 2", "article: 3")])
    assert not stops(found)
    assert stops(found, strict=True)
    assert not stops([f for f in found if f.severity is Severity.NOTE], strict=True)


def test_messages_read_in_both_languages(project):
    fault = next(f for f in project([(RULE_FILE, "[agent]", "[agnet]")]) if f.code == "REF002")
    assert render([fault]) == (
        "content/regulations/rules.yaml:12:22: error REF002: body[0].body[0].applies_to[0]: there is no role 'agnet'\n"
        "    mend: did you mean agent?"
    )
    assert render([fault], language="zh").endswith("没有名为 'agnet' 的岗位\n    修改: 是否想写 agent？")


def test_a_norm_and_words_that_contradict_it_are_both_named(project):
    found = project(
        [
            (RULE_FILE, "id: polite", "id: polite\n        norm: permission"),
            (RULE_FILE, "须有礼貌。", "员工应当先敲门。"),
            (RULE_FILE, "Be polite.", "Staff must knock first."),
        ]
    )
    (fault,) = [one for one in found if one.code == "REG015"]
    assert fault.problem.zh == "这里写 permission（可以），条文却写“应当”“must”（duty，应当）"
    assert fault.problem.en == "this says permission, but the text says “应当” and “must” (duty)"
    assert fault.mend.en == "if the text is right, write norm: duty; if the norm is, mend the text"


@pytest.mark.parametrize("module", CHECKS.values(), ids=CHECKS)
def test_each_check_explains_itself(module):
    words = module.__doc__
    assert "Warns (" in words or "Fails (" in words or "Notes (" in words
