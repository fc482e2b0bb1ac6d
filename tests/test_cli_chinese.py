"""Help and usage errors of the command line in Chinese; in English they are click's."""

import re
import unicodedata

import click
import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.cli.chinese import HELP


def run(*args, lang="zh", **env):
    asked = ("--lang", lang) if lang else ()
    return CliRunner().invoke(main, [*asked, *args], env=env, prog_name="guizhang")


def commands(command, *names):
    yield names, command
    for name, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from commands(below, *names, name)


def helps():
    context = click.Context(main)
    for _, command in commands(main):
        yield command.help
        yield from (option.help for option in command.get_params(context) if isinstance(option, click.Option))


def test_every_help_has_its_chinese_and_none_is_left_over():
    texts = {" ".join(text.split()) for text in helps()}
    assert texts - set(HELP) == set()
    assert set(HELP) - texts == set()


@pytest.mark.parametrize("names", [names for names, _ in commands(main)], ids=" ".join)
def test_help_has_no_english_sentence(names):
    lines = run(*names, "--help").output.splitlines()
    assert lines[0].startswith("用法：guizhang")
    told = [line.replace("guizhang ", "") for line in lines if line.startswith("  ")]
    assert [line for line in told if re.search("[a-z]{2,} [a-z]{2,} [a-z]{2,}", line)] == []
    wide = [sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in lines[1:]]
    assert max(wide) <= 80


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("search",), "错误：缺少参数 'QUERY...'。"),
        (("serch",), "错误：没有命令 'serch'。是不是其中之一：'search', 'serve'？"),
        (("search", "--limt", "3", "x"), "错误：没有选项 '--limt'。是不是 '--limit'？"),
        (("search", "--limit", "x", "y"), "错误：'--limit' 的值不对：'x' 不是整数。"),
        (("search", "--limit", "0", "y"), "错误：'--limit' 的值不对：0 不在范围 x>=1 内。"),
        (("check", "--format", "xx"), "错误：'--format' 的值不对：'xx' 不在可选的值里：'text', 'json', 'github'。"),
        (("check", "/nowhere"), "错误：'[ROOT]' 的值不对：没有文件夹 '/nowhere'。"),
        (("check", ".", "more"), "错误：多了参数：more"),
        (("export", "pdf"), "错误：缺少选项 '-o' / '--output'。"),
        (("export", "pdf", "-o"), "错误：选项 '-o' 要带一个值。"),
        (("--unknown",), "错误：没有选项 '--unknown'。"),
        (("exam", "draw", "b", "-o", "x", "--public-key", "K"), "错误：'--public-key' 的值不对：没有文件 'K'。"),
        (("results", "show", "--format", "xlsx"), "错误：FOLDER 和 --engine 要给一个，只给一个"),
    ],
)
def test_usage_errors(args, told):
    done = run(*args)
    lines = done.stderr.strip().splitlines()
    assert (done.exit_code, lines[-1]) == (2, told)
    if len(lines) > 1:
        assert lines[0].startswith("用法：guizhang")
        assert lines[1].startswith("看帮助：guizhang")


def test_the_language_of_the_system_counts_where_none_is_named():
    assert run("--help", lang=None, LC_ALL="zh_CN.UTF-8").output.startswith("用法：")
    assert run("--help", lang=None, LC_ALL="en_GB.UTF-8").output.startswith("Usage:")
    assert run("--help", lang=None, LC_ALL="en_GB.UTF-8", GUIZHANG_LANG="zh").output.startswith("用法：")
    assert run("--help", lang="en", LC_ALL="zh_CN.UTF-8").output.startswith("Usage:")
    assert "错误：" in run("search", lang=None, LC_ALL="zh_CN.UTF-8").stderr
    assert run("exam", lang="zh").stderr.startswith("用法：guizhang exam")


def test_in_english_it_is_as_click_has_it():
    done = run("search", lang="en")
    assert done.stderr == (
        "Usage: guizhang search [OPTIONS] QUERY...\nTry 'guizhang search --help' for help.\n\n"
        "Error: Missing argument 'QUERY...'.\n"
    )
    help_page = run("search", "--help", lang="en").output
    assert "  --limit INTEGER RANGE  Results shown, at most.  [default: 10; x>=1]\n" in help_page


@pytest.mark.parametrize(("language", "said"), [("zh", "guizhang: 已取消\n"), ("en", "guizhang: cancelled\n")])
def test_whoever_leaves_a_question_unanswered_is_told_in_the_language_asked_for(monkeypatch, tmp_path, language, said):
    def left(*_, **__):
        raise click.Abort

    monkeypatch.setattr(click, "prompt", left)
    done = CliRunner().invoke(main, ["--lang", language, "exam", "keygen", "-o", str(tmp_path / "keys")])
    assert done.exit_code == 1
    assert done.stderr.endswith(said)
