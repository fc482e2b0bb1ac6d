"""Every example in the docs is what it says: it parses, and it passes the checks."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from guizhang.checks import check
from guizhang.cli import main
from guizhang.model.handbook import Settings
from guizhang.yamlio.content import CONTENT_FOLDERS, KINDS, QUIZ_FOLDERS, load_project
from guizhang.yamlio.load import loads

ROOT = Path(__file__).parents[1]
_EXAMPLE = re.compile(r"^```yaml (?P<kind>\w+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
EXAMPLES = [(match["kind"], match["text"]) for match in _EXAMPLE.finditer(FORMATS) if match["kind"] != "fragment"]
EXAMPLES_ZH = re.findall(r"^```yaml (\w+) zh\n(.*?)^```", FORMATS, re.MULTILINE | re.DOTALL)
"""Those of the Chinese half, which are a handbook of their own."""


def test_every_format_has_an_example():
    assert {kind for kind, _ in EXAMPLES} == set(KINDS)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES + EXAMPLES_ZH)
def test_example_parses(kind, text):
    value, faults = loads(text, KINDS[kind], f"{kind}.yaml")
    assert not faults, "\n".join(fault.render("en") for fault in faults)
    assert value is not None


def loaded_from(examples, root):
    for kind, text in examples:
        folder = root / "content" / CONTENT_FOLDERS[kind] if kind in CONTENT_FOLDERS else root / "content"
        if kind in QUIZ_FOLDERS:
            folder = root / "quizzes" / QUIZ_FOLDERS[kind]
        if kind in {"statistics", "retired"}:
            folder = root / "quizzes"
        folder.mkdir(parents=True, exist_ok=True)
        match = re.match(r"id: (\S+)", text)
        (folder / f"{match[1] if match else kind}.yaml").write_text(text, encoding="utf-8")
    return load_project(root)


def test_examples_together_are_a_handbook_without_errors(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    loaded = loaded_from(EXAMPLES, tmp_path)
    found = check(loaded)
    # The hashes of the examples are left open on purpose, and nobody has confirmed the translations.
    assert {fault.code for fault in found} <= {"ITM011", "TRN003"}, "\n".join(f.render("en") for f in found)
    assert loaded.handbook.plain("须在${complaints/first-reply#reply}内", "zh") == "须在12小时内"


def test_the_chinese_examples_together_are_a_handbook_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    loaded = loaded_from(EXAMPLES_ZH, tmp_path)
    found = check(loaded)
    assert {fault.code for fault in found} <= {"TRN003"}, "\n".join(f.render("zh") for f in found)
    assert loaded.handbook.plain("提前${leave/notice#ahead}", "zh") == "提前2天"


CODE = re.compile(r'"([A-Z]{3}\d{3})"')


def test_every_message_code_is_documented_and_none_that_is_gone():
    package = ROOT / "generator" / "guizhang"
    used = {code for path in package.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}
    table = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([A-Z]{3}\d{3}) \|", table, re.MULTILINE)) == used


def test_every_command_and_option_has_help():
    def walk(command, name):
        assert command.help, name
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.name != "help":
                assert parameter.help, f"{name} {parameter.opts}"
        for key, inner in getattr(command, "commands", {}).items():
            walk(inner, f"{name} {key}")

    walk(main, "guizhang")


DOCS = {
    path.name: path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
}
GUIDES = ["assessment.md", "book.md", "exams.md", "items.md", "practice.md", "results.md"]
"""Those that say the same in Chinese and in English."""
_BLOCK = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(text, *kinds):
    return [match["text"] for match in _BLOCK.finditer(text) if match["kind"] in kinds]


@pytest.mark.parametrize("guide", GUIDES)
def test_both_halves_of_a_guide_have_the_same_parts(guide):
    chinese, english = DOCS[guide].split("\n## 中文\n")[1].split("\n## English\n")
    for mark in (r"^###+ ", r"^\*\*.*\*\*$", r"^```", r"^\|", r"^\d\. ", r"^- ", r"\]\("):
        counts = [len(re.findall(mark, half, re.MULTILINE)) for half in (chinese, english)]
        assert counts[0] == counts[1], mark
    levels = [re.findall(r"^##+ ", half, re.MULTILINE) for half in (chinese, english)]
    assert levels[0] == levels[1]
    said = [
        [line.partition("#")[0].strip() for block in blocks(half, "sh") for line in block.splitlines()]
        for half in (chinese, english)
    ]
    assert said[0] == said[1]


def anchors(text):
    """Return what headings are linked by, as GitHub and GitLab make it."""
    headings = re.findall(r"^#+ (.+)$", re.sub(_BLOCK, "", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCS)
def test_links_between_the_docs_lead_somewhere(name):
    folder = ROOT if name == "README.md" else ROOT / "docs"
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", re.sub(_BLOCK, "", DOCS[name])):
        path = (folder / target).resolve() if target else folder / name
        assert path.exists(), target
        assert not anchor or anchor in anchors(path.read_text(encoding="utf-8")), f"{target}#{anchor}"


@pytest.mark.parametrize("name", DOCS)
def test_every_command_and_option_the_docs_name_exists(name):
    typed = [
        line
        for block in blocks(DOCS[name], "", "sh", "bash")
        for line in block.splitlines()
        if line.startswith("guizhang ")
    ]
    for line in typed + re.findall(r"`(guizhang [^`]*)`", DOCS[name]):
        command, words = main, line.partition("#")[0].split()[1:]
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            word = words.pop(0)
            assert word in command.commands, line
            command = command.commands[word]
        options = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word for word in words if word.startswith("-")} <= options, line


def test_the_settings_of_the_assessment_guide_parse():
    for text in blocks(DOCS["assessment.md"], "yaml fragment"):
        value, faults = loads("title: {zh: 甲}\ncompany: {zh: 乙}\n" + text, Settings, "handbook.yaml")
        assert not faults
        assert value.acknowledgement.hand_in.en
