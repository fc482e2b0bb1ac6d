"""Commands as their users run them, on the reference handbook and on broken copies of it."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.exam.record import read_record
from guizhang.yamlio.content import load_project

ROOT = Path(__file__).parents[1]


@pytest.fixture
def handbook(tmp_path, monkeypatch):
    """A copy of the reference handbook, which is also the current folder."""
    for part in ("content", "quizzes"):
        shutil.copytree(ROOT / part, tmp_path / "own" / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "own")
    monkeypatch.chdir(tmp_path / "own")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return tmp_path / "own"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    return result.output


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def everything_below(folder):
    return {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.usefixtures("handbook")
def test_the_reference_handbook_has_no_findings_but_review_notes():
    faults = json.loads(run("check", "--format", "json", "--strict"))
    assert {fault["code"] for fault in faults} <= {"REV001"}


def test_import_writes_drafts_that_check_accepts(handbook, tmp_path):
    source = tmp_path / "访客规定.txt"
    source.write_text("访客管理规定\n\n第一章总则第一条访客须登记。\n第二条来访结束后归还${访客证}。\n", encoding="gbk")
    out = run(
        "import", source, "-o", "content/regulations", "--outline", tmp_path / "o.json", "--ledger", tmp_path / "l.json"
    )
    assert "gb" in out.lower()
    outline = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    chapter = outline["documents"][0]["nodes"][0]
    assert (chapter["label"], chapter["title"]) == ("第一章", "总则")
    assert [(n["label"], n["line"]) for n in chapter["children"]] == [("第一条", 3), ("第二条", 4)]
    ledger = json.loads((tmp_path / "l.json").read_text(encoding="utf-8"))
    ends = [0, *(span["end"] for span in ledger["spans"])]
    assert [span["start"] for span in ledger["spans"]] == ends[:-1]
    assert ends[-1] == ledger["source"]["chars"] == len(source.read_text(encoding="gbk"))
    draft = handbook / "content" / "regulations" / "fang-ke-guan-li-gui-ding.yaml"
    assert "归还$${访客证}。" in draft.read_text(encoding="utf-8")
    codes = {f["code"] for f in json.loads(run("check", "--format", "json"))}
    assert codes <= {"REV001", "TRN001"}


def test_import_refuses_to_overwrite_other_text(handbook, tmp_path):
    source = tmp_path / "complaints.txt"
    source.write_text("投诉办法\n第一条 须登记。\n第二条 须回复。\n", encoding="utf-8")
    before = everything_below(handbook)
    assert "IMP003" in run("import", source, "-o", "content/regulations", code=1)
    assert everything_below(handbook) == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "IMP001"),
    ],
)
def test_import_refuses_what_is_no_text(handbook, tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)
    before = everything_below(handbook)
    out = run("import", path, "-o", "content/regulations", code=1)
    assert said in out
    assert "mend:" in out
    assert everything_below(handbook) == before


@pytest.mark.usefixtures("handbook")
def test_outline_takes_one_file():
    assert "one FILE at a time" in run("import", "a.txt", "b.txt", "--outline", "o.json", code=2)


def test_translations_and_items_are_accepted_in_place(handbook):
    path = handbook / "content" / "regulations" / "complaints.yaml"
    replace(path, "客户的每一次不满", "客户每一次的不满")
    assert "TRN002" in run("check")
    assert run("translate", "--accept", "complaints") == "1 translation renewed\n"
    assert "TRN002" not in run("check")
    assert "no such item" in run("items", "accept", "no-such-item", code=1)


def test_accepting_says_what_no_acceptance_makes_fit_to_be_drawn(handbook):
    items = load_project(handbook).bank.items
    item = next(item for item in items if "complaints/first-reply" in item.cites)
    other = next(other for other in items if not set(other.cites) & set(item.cites))
    path = handbook / "content" / "regulations" / "complaints.yaml"
    replace(path, "        id: first-reply\n", "        id: first-reply\n        adopted: false\n")
    assert "ITM012" in run("items", "accept", item.id)
    assert "ITM012" not in run("items", "accept", other.id)


TWO_KEYS = """
- {id: two-keys, type: single_choice, cites: {complaints/first-reply: null}, themes: [complaints],
   stem: {zh: 谁受理投诉？}, options: [{text: {zh: 前台}, key: true}, {text: {zh: 保安}, key: true}, {text: {zh: 财务}}]}
- {id: all-above, type: single_choice, cites: {complaints/first-reply: null}, themes: [complaints],
   stem: {zh: 谁受理投诉？}, options: [{text: {zh: 前台}}, {text: {zh: 保安}}, {text: {zh: 以上都是}, key: true}]}
"""


def test_lint_looks_at_the_other_items_where_one_is_refused(handbook):
    (handbook / "quizzes" / "bank" / "more.yaml").write_text(TWO_KEYS, encoding="utf-8")
    out = run("items", "lint", "all-above", "two-keys", code=1)
    assert "ITM001" in out
    assert "LNT007" in out
    (handbook / "content" / "regulations" / "complaints.yaml").write_text("id: [", encoding="utf-8")
    assert "LNT007" not in run("items", "lint", "all-above", code=1)


def test_the_bank_goes_out_to_a_workbook_and_comes_back(handbook, tmp_path):
    before = everything_below(handbook / "quizzes")
    assert "keep it secret" in run("items", "export", "-o", tmp_path / "bank.xlsx")
    assert "0 items new, 0 changed" in run("items", "import", tmp_path / "bank.xlsx")
    assert everything_below(handbook / "quizzes") == before


def test_a_changed_rule_makes_its_items_stale_and_they_are_not_drawn(handbook, tmp_path):
    for path in (handbook / "content" / "regulations").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("必须", "均必须").replace("应当", "均应当").replace("不得", "均不得"), encoding="utf-8"
        )
    said = run("check", "--format", "json")
    assert [f["code"] for f in json.loads(said) if f["code"] == "ITM010"]
    run("exam", "draw", "onboarding", "-o", tmp_path / "exam", "--seed", "1", code=1)
    assert not (tmp_path / "exam").exists()
    run("items", "accept", "all")
    run("exam", "draw", "onboarding", "-o", tmp_path / "exam", "--seed", "1")


def test_draw_twice_gives_the_same_bytes_and_keeps_keys_private(handbook, tmp_path):
    run("exam", "draw", "quizzes/blueprints/onboarding.yaml", "--forms", "2", "--seed", "x", "-o", tmp_path / "one")
    run("exam", "draw", "onboarding", "--forms", "2", "--seed", "x", "-o", tmp_path / "two")
    assert everything_below(tmp_path / "one") == everything_below(tmp_path / "two")
    assert stat.S_IMODE((tmp_path / "one" / "secret").stat().st_mode) == 0o700
    assert "EXM021" in run("exam", "draw", "onboarding", "-o", tmp_path / "one")
    assert everything_below(tmp_path / "one") == everything_below(tmp_path / "two"), (
        "a new exam goes beside the old one"
    )
    assert (tmp_path / "one-2" / "secret" / "exam.json").exists()
    run("exam", "draw", "onboarding", "-o", tmp_path / "one", "--replace")
    assert everything_below(tmp_path / "one") != everything_below(tmp_path / "two")
    assert "EXM001" in run("exam", "draw", "onboarding", "-o", handbook / "site" / "exam", code=1)


@pytest.mark.usefixtures("handbook")
def test_a_roster_is_drawn_for_and_graded(tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("工号,姓名,岗位\n0071,甲,agent\n0072,=HYPERLINK(1),reception\n", encoding="gbk")
    run("exam", "draw", "onboarding", "--forms", "2", "--candidates", roster, "--seed", "1", "-o", tmp_path / "exam")
    record = read_record(tmp_path / "exam").model_dump(mode="json")
    assert [(c["id"], c["form"]) for c in record["candidates"]] == [("0071", "A"), ("0072", "B")]
    rows = ["candidate,form," + ",".join(_headings(record, 0)) + ",practical"]
    rows += [_perfect(record, 0, "0071"), _perfect(record, 1, "0072")]
    answers = tmp_path / "answers.csv"
    answers.write_text("\n".join(rows), encoding="utf-8")
    out = run("grade", tmp_path / "exam", answers, "-o", tmp_path / "results")
    assert "2 of 2 passed" in out
    results = json.loads((tmp_path / "results" / "results.json").read_text(encoding="utf-8"))
    assert [r["total_points"] for r in results["results"]] == ["100", "100"]


def _headings(record, form):
    numbered = enumerate((i for s in record["forms"][form]["sections"] for i in s["items"]), 1)
    return [f"{n} points" if item["type"] == "short_answer" else str(n) for n, item in numbered]


def _perfect(record, form, candidate):
    items = [i for s in record["forms"][form]["sections"] for i in s["items"]]
    cells = [str(i["points"]) if i["type"] == "short_answer" else "".join(i["key"]) for i in items]
    return ",".join([candidate, record["forms"][form]["id"], *cells, str(record["practical_points"])])


@pytest.mark.usefixtures("handbook")
def test_responses_of_strangers_and_options_that_are_not_there(tmp_path):
    run("exam", "draw", "onboarding", "--seed", "1", "-o", tmp_path / "exam")
    record = read_record(tmp_path / "exam").model_dump(mode="json")
    answers = tmp_path / "answers.csv"
    row = _perfect(record, 0, "1").split(",")
    row[2] = "Q"
    answers.write_text(
        "candidate,form," + ",".join(_headings(record, 0)) + ",practical\n" + ",".join(row), encoding="utf-8"
    )
    out = run("grade", tmp_path / "exam", answers, "-o", tmp_path / "results", code=1)
    assert "answers.csv:2:3: error RSP033" in out
    assert "mend:" in out
    assert not (tmp_path / "results").exists()


BROKEN = [
    ("duplicate key", "content/regulations/complaints.yaml", "authoritative: zh", "authoritative: zh\nauthoritative: en", "YML008"),
    ("unknown field", "content/regulations/complaints.yaml", "authoritative: zh", "authoritatif: zh", "FMT002"),
    ("unknown role", "content/regulations/complaints.yaml", "by: [manager]", "by: [boss]", "REF002"),
    ("value that is no duration", "content/regulations/complaints.yaml", "value: PT24H", "value: a day", "FCT001"),
    ("placeholder without a fact", "content/regulations/complaints.yaml", "${reply}", "${answer}", "FCT010"),
    ("citation of a provision that is gone", "content/regulations/complaints.yaml", "id: first-reply\n", "id: reply-first\n", "REF003"),
    ("more items than exist", "quizzes/blueprints/onboarding.yaml", "count: 15", "count: 400", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_bad_input_stops_build_and_draw_with_nothing_half_written(handbook, tmp_path, path, old, new, expected):
    run("exam", "draw", "onboarding", "--seed", "1", "-o", tmp_path / "exam")
    before = everything_below(tmp_path / "exam")
    replace(handbook / path, old, new)
    out = run("exam", "draw", "onboarding", "--seed", "1", "--replace", "-o", tmp_path / "exam", code=1)
    assert expected in out
    assert f"{path}:" in out or expected == "REF003"
    assert "mend:" in out
    assert everything_below(tmp_path / "exam") == before
    if expected:
        assert expected in run("check", code=1)
        assert expected in run("build", code=1)
        assert not (handbook / "site").exists()


def test_a_unit_nobody_knows_is_named_and_everything_else_is_still_checked(handbook):
    replace(handbook / "content/regulations/after-sales.yaml", "unit: copies", "unit: copeis")
    said = run("check", code=1)
    assert "after-sales.yaml" in said
    assert "copeis" in said
    assert "REV001" in said, "the other checks have run"


def test_init_starts_a_handbook_and_refuses_a_folder_in_use(handbook, tmp_path):
    said = run("--lang", "en", "init", tmp_path / "new")
    assert "ADOPTING.md" in said
    assert f"names of company, handbook and roles: {tmp_path / 'new' / 'content' / 'handbook.yaml'}\n" in said
    assert "parameters" in (tmp_path / "new" / "ADOPTING.md").read_text(encoding="utf-8")
    assert (tmp_path / "new" / "IMPORTING.md").is_file()
    assert "0 errors, 0 warnings" in run("check", tmp_path / "new")
    assert "CLI001" in run("init", handbook, code=1)


def test_init_takes_the_folder_one_stands_in(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    run("init", "--empty", ".")
    assert sorted(path.name for path in Path().iterdir()) == [
        ".git",
        "IMPORTING.md",
        "content",
        "mkdocs.yml",
        "quizzes",
    ]


def test_a_command_to_type_next_has_a_folder_with_blanks_in_quotation_marks(tmp_path):
    assert f'next: guizhang build "{tmp_path / "our rules"}"' in run(
        "--lang", "en", "init", "--empty", tmp_path / "our rules"
    )
    assert f"next: guizhang build {tmp_path / '规章'}\n" in run("--lang", "en", "init", "--empty", tmp_path / "规章")


@pytest.mark.parametrize("command", [("build",), ("check",), ("search", "leave"), ("publish",), ("items", "list")])
def test_in_another_folder_every_command_says_where_to_run_it(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    said = run("--lang", "en", *command, code=1)
    assert "run it in the folder of the handbook, or name that folder" in said
    assert "nothing found" not in said


def test_init_empty_gives_a_handbook_that_builds_and_draws(tmp_path, monkeypatch):
    assert "IMPORTING.md" in run("init", "--empty", tmp_path / "new")
    monkeypatch.chdir(tmp_path / "new")
    assert "0 errors, 0 warnings, 0 notes" in run("check", "--strict")
    assert not Path("ADOPTING.md").exists(), "it speaks of rules this handbook does not have"
    run("build")
    pages = "".join(page.read_text(encoding="utf-8") for page in Path("site/regulations").rglob("*.html"))
    assert "1天" in pages
    assert "1 day" in pages
    run("exam", "draw", "first-exam", "-o", "exam", "--seed", "1")
    assert list(Path("exam/handout").iterdir())


def test_the_example_of_an_empty_handbook_goes_as_its_guide_says(tmp_path, monkeypatch):
    run("init", "--empty", tmp_path / "new")
    monkeypatch.chdir(tmp_path / "new")
    guide = Path("IMPORTING.md").read_text(encoding="utf-8")
    for name in (
        "content/regulations/attendance.yaml",
        "quizzes/bank/attendance.yaml",
        "quizzes/blueprints/first-exam.yaml",
    ):
        assert guide.count(f"`{name}`") == 2, "in Chinese and in English"
        Path(name).unlink()
    replace(Path("content/handbook.yaml"), "order: [attendance]", "order: []")
    Path("rules.txt").write_text("门禁规定\n第一条 访客须登记。\n第二条 钥匙须当日归还。\n", encoding="utf-8")
    run("import", "rules.txt", "-o", "content/regulations")
    assert "0 errors" in run("check")


@pytest.mark.usefixtures("handbook")
def test_items_are_checked_for_how_they_are_written():
    bank = Path("quizzes/bank/appearance.yaml")
    replace(
        bank,
        "{zh: 干净的便装，戴好工牌, en: Clean casual clothes with the badge}",
        "{zh: 以上都可以, en: All of the above}",
    )
    said = run("items", "lint", "appearance-no-uniform-yet", "--strict", code=1)
    assert said.count("warning LNT007: [2].options[2].text.") == 2  # in Chinese and in English
    assert "LNT007 all_none" in run("items", "lint", "--explain", "LNT007")
    assert "LNT007" in run("check", "--strict", code=1)


@pytest.mark.usefixtures("handbook")
def test_schemas_in_the_handbook_are_those_of_this_version(tmp_path):
    run("schema", "-o", tmp_path / "schema")
    ours = ROOT / "content" / ".schema"
    assert {p.name: p.read_text("utf-8") for p in ours.iterdir()} == {
        p.name: p.read_text("utf-8") for p in (tmp_path / "schema").iterdir()
    }, "guizhang schema -o content/.schema"


@pytest.mark.usefixtures("handbook")
def test_messages_in_chinese():
    assert "提示" in run("--lang", "zh", "check")


@pytest.mark.usefixtures("handbook")
def test_import_writes_the_figures_norms_and_references_it_found(tmp_path):
    source = tmp_path / "rules.txt"
    source.write_text(
        "投诉规定\n第一条 接到投诉后24小时内须首次回复。\n第二条 违反第一条的，给予书面警告。\n", encoding="utf-8"
    )
    run("import", source, "--facts", tmp_path / "facts.json")
    found = json.loads((tmp_path / "facts.json").read_text(encoding="utf-8"))
    assert [(f["line"], f["span"], f["kind"], f["value"], f["bound"]) for f in found["facts"]] == [
        (2, "24小时", "duration", "PT24H", "max")
    ]
    assert [(n["line"], n["norm"]) for n in found["norms"]] == [(2, "duty"), (3, "penalty")]
    assert [(r["line"], r["span"], r["target"]) for r in found["references"]] == [(3, "第一条", "第一条")]


@pytest.mark.usefixtures("handbook")
def test_import_says_that_a_preview_writes_nothing(tmp_path):
    path = tmp_path / "rules.txt"
    path.write_text("制度\n第一条 上班打卡。\n第二条 下班打卡。\n", encoding="utf-8")
    assert "-o content/regulations" in run("import", path)
    assert "-o content/regulations" not in run("import", path, "-o", tmp_path / "out")
    assert "-o content/regulations" not in run("import", path, "--outline", tmp_path / "o.json")


def test_import_names_documents_that_say_the_same(tmp_path):
    rules = "".join(f"第{n}条 {text}\n" for n, text in zip("一二三四五", (
        "访客到前台登记姓名、单位和来访事由，领取访客证后由被访人陪同进入。",
        "访客证当日有效，离开时交回前台，遗失的由被访人说明情况。",
        "未经主管同意，不得带访客进入机房、档案室和财务室。",
        "访客须停车的，由前台登记车牌号码并指定车位，不得占用消防通道。",
        "前台每天下班以前清点访客证，数量不符的当天报告行政部。",
    ), strict=True))  # fmt: skip
    for name, title in (("one.txt", "访客管理规定"), ("two.txt", "来访人员管理办法")):
        (tmp_path / name).write_text(f"{title}\n{rules}", encoding="utf-8")
    (tmp_path / "three.txt").write_text("值班规定\n第一条 按时签到。\n第二条 写交接记录。\n", encoding="utf-8")
    out = run("import", tmp_path / "one.txt", tmp_path / "two.txt", tmp_path / "three.txt")
    assert out.count("IMP130") == 1
    assert "two.txt:1:1: warning IMP130: 来访人员管理办法" in out


def test_import_writes_simplified_characters_on_demand(handbook, tmp_path):
    source = tmp_path / "ke-hu.txt"
    source.write_text("客戶制度\n第一條 客戶須在24小時內登記。\n第二條 不得遲到。\n", encoding="utf-8")
    run("import", source, "-o", handbook / "content" / "regulations", "--simplify")
    draft = (handbook / "content" / "regulations" / "ke-hu.yaml").read_text(encoding="utf-8")
    assert "客户须在${limit}内登记。" in draft
    assert "norm: prohibition" in draft
    assert "script-converted" in draft
    assert "條" not in draft


@pytest.mark.parametrize("group", [(), ("exam",), ("export",), ("items",), ("results",)], ids=" ".join)
def test_the_list_of_commands_says_of_each_in_one_line_what_it_does(group):
    commands = run(*group, "--help").split("Commands:\n")[1].splitlines()
    assert len(commands) > 3
    assert not [line for line in commands if line.endswith("...") or not line.endswith(".")]


@pytest.mark.usefixtures("handbook")
def test_what_the_system_refuses_is_said_and_is_no_broken_program():
    out = run("--lang", "zh", "schema", "-o", "mkdocs.yml/schemas", code=1)
    assert out == "guizhang: mkdocs.yml/schemas: 路径中有一段不是文件夹\n"


def test_one_file_that_is_refused_stops_the_others_and_that_is_said(handbook, tmp_path):
    (tmp_path / "leave.txt").write_text("请假规定\n第一条 请假须提前一天。\n", encoding="utf-8")
    (tmp_path / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 90)
    regulations = handbook / "content" / "regulations"
    before = everything_below(regulations)
    out = run("import", tmp_path / "leave.txt", tmp_path / "photo.txt", "-o", regulations, code=1)
    assert "a JPEG picture, which has no text in it" in out
    assert "run OCR on it first" in out
    assert "nothing was written; mend or leave out these files" in out
    assert everything_below(regulations) == before
    assert "nothing was written" not in run("import", tmp_path / "photo.txt", code=1)


def test_import_warns_of_a_folder_no_handbook_reads(handbook, tmp_path):
    (source := tmp_path / "rooms.txt").write_text("会议室规定\n第一条 会后须关灯。\n", encoding="utf-8")
    assert "IMP005" not in run("import", source, "-o", handbook / "content" / "regulations")
    out = run("import", source, "-o", handbook / "content")
    assert "IMP005" in out
    assert "content/regulations" in out
    assert "guizhang init" in run("import", source, "-o", tmp_path / "nowhere")


def test_import_writes_the_norm_of_a_rule_that_says_what_breaking_it_costs(tmp_path):
    text = (
        "纪律规定\n第一条 上班时间不得使用手机，违者每次罚款50元。\n第二条 严禁酒后驾车。违者解除劳动合同。\n"
        "第三条 客户资料不得外传，经总经理批准的可以提供。\n第四条 迟到的，每次罚款20元。不得代打卡。\n"
    )
    (source := tmp_path / "rules.txt").write_text(text, encoding="utf-8")
    run("import", source, "-o", tmp_path / "out")
    rules = (tmp_path / "out" / "rules.yaml").read_text(encoding="utf-8").split("- article:")[1:]
    assert ["norm: prohibition" in rule for rule in rules] == [True, True, False, False]
    assert "norm: penalty" not in "".join(rules)


def test_import_names_references_to_articles_that_are_not_there(tmp_path):
    text = (
        "安全规定\n第一条 厂区内禁止吸烟，违者依第三十条办理。\n第二条 违反第一条的，记过一次。\n"
        "第三条 合同依第四十条解除。\n第四条 依照《劳动法》第五十条支付。\n第五条 依《安全法》第六十条、第六十一条办理。\n"
    )
    (source := tmp_path / "rules.txt").write_text(text, encoding="utf-8")
    out = run("import", source)
    assert [line.partition(":")[0] for line in out.split("\n") if "IMP132" in line] == [str(source)]
    assert f"{source}:2:1: note IMP132" in out


def test_import_simplified_does_not_ask_for_simplify(tmp_path):
    (source := tmp_path / "rules.txt").write_text("請假規定\n第一條 請假應於三日前提出。\n", encoding="utf-8")
    assert "--simplify" in run("import", source, "-o", tmp_path / "a")
    assert "--simplify" not in run("import", source, "-o", tmp_path / "b", "--simplify")


def test_import_of_a_folder_says_what_to_write(tmp_path):
    assert "IMP002" in (out := run("import", tmp_path, code=1))
    assert f"{tmp_path}/*" in out


def test_a_provision_that_is_gone_is_not_taken_for_its_neighbour(handbook):
    bank = handbook / "quizzes" / "bank" / "after-sales.yaml"
    regulation = handbook / "content" / "regulations" / "rooms.yaml"
    regulation.write_text(
        "id: rooms\ntitle: {zh: 会议室}\nedition: {version: '1'}\nbody:\n"
        "  - {article: 5, id: article-5, text: {zh: 会后须关灯。}}\n  - {article: 6, id: booking, text: {zh: 须预约。}}\n",
        encoding="utf-8",
    )
    replace(bank, "after-sales/contact: 38f97daf", "rooms/article-4: null")
    out = run("check", handbook, code=1)
    assert "'rooms/article-4' does not exist" in out
    assert "article-5?" not in out
    replace(bank, "rooms/article-4", "rooms/bookin")
    assert "rooms/booking?" in run("check", handbook, code=1)


@pytest.mark.parametrize("command", ["build", "publish"])
def test_the_errors_that_stop_a_command_are_named_at_the_end_where_warnings_stand_among_them(tmp_path, command):
    root = tmp_path / "rules"
    run("init", "--empty", root)
    head = 'edition: {version: "1"}\nbody:\n'
    for name, text in (("a", "须守时。"), ("b", "须${nothing}守时。"), ("c", "须守时。")):
        rule = f"id: {name}\ntitle: {{zh: 规定}}\n{head}  - text: {{zh: '{text}'}}\n"
        (root / f"content/regulations/{name}.yaml").write_text(rule, "utf-8")
    place = root / "content/regulations/b.yaml:5:16"
    assert (
        run("--lang", "en", command, root, code=1).splitlines()[-1] == f"not done; first mend 1 error: {place} FCT010"
    )
    assert run("--lang", "zh", command, root, code=1).splitlines()[-1] == f"没有做完，先改好 1 处错误：{place} FCT010"
    text = (root / "content/regulations/b.yaml").read_text("utf-8")
    (root / "content/regulations/b.yaml").write_text(text + "  - text: {zh: '应${less}。'}\n", "utf-8")
    below = root / "content/regulations/b.yaml:6:16"
    assert run("--lang", "en", command, root, code=1).splitlines()[-3:] == [
        "not done; first mend 2 errors:", f"  {place} FCT010", f"  {below} FCT010",
    ]  # fmt: skip
