"""Why an edition cannot be read or recorded, with what to do."""

from __future__ import annotations

from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.yamlio.content import shown

SETTINGS = "content/handbook.yaml"
"""What every edition has."""

Refusal = tuple[str, Message, Message]
"""Code, problem, mend."""


def refused(name: str, refusal: Refusal, reason: str = "") -> Faulty:
    """Return the exception that says why the edition called *name* is refused; *reason* is what git said."""
    code, problem, mend = refusal
    if reason:
        problem = Message(f"{problem.zh}（{reason}）", f"{problem.en} ({reason})")
    return Faulty([Diagnostic(code, Severity.ERROR, Source(name), "", problem, mend)])


def no_repository(root: Path) -> Refusal:
    """There is no such folder, and the project is in no repository."""
    return absent(
        f"没有这个文件夹，而 {shown(root)} 不在 git 仓库里，不能按版本读取",
        f"there is no such folder, and {shown(root)} is in no git repository to read a revision from",
    )


def no_revision(root: Path) -> Refusal:
    """There is neither such a folder nor such a revision."""
    return absent(
        f"{shown(root)} 的 git 仓库里没有这个版本，也没有这个文件夹",
        f"the git repository of {shown(root)} has no such revision, and there is no such folder",
    )


def absent(zh: str, en: str) -> Refusal:
    """There is no such edition."""
    return (
        "EDN001",
        Message(zh, en),
        Message(
            "写出手册的文件夹，或者 git tag、git log 列出的版本；--root 指明项目在哪里",
            "name a folder of the handbook, or a revision as git tag and git log list them; --root says where the project is",
        ),
    )


def no_content() -> Refusal:
    """The folder or revision holds no handbook."""
    return (
        "EDN002",
        Message(f"里面没有 {SETTINGS}", f"there is no {SETTINGS} in it"),
        Message("写出包含 content/ 的文件夹", "name the folder that holds content/"),
    )


def too_large(files: int, megabytes: int) -> Refusal:
    """The revision is larger than what is read."""
    return (
        "EDN003",
        Message(
            f"内容超过 {files} 个文件或 {megabytes} MB",
            f"its content is more than {files} files or {megabytes} MB",
        ),
        Message("检出到文件夹，再比较文件夹", "check it out into a folder and compare the folders"),
    )


def git_failed(zh: str, en: str) -> Refusal:
    """Git did not do what was asked."""
    return (
        "EDN004",
        Message(zh, en),
        Message("用 git fsck 检查仓库，或者比较文件夹", "check the repository with git fsck, or compare folders"),
    )


def otherwise_named(path: Path, recorded: str, edition: str) -> Diagnostic:
    """Return what warns that the edition recorded is not the one the handbook says it is."""
    return Diagnostic(
        "EDN007",
        Severity.WARNING,
        Source(shown(path)),
        "id",
        Message(
            f"记录的是 {recorded} 版，handbook.yaml 的 edition 却是 {edition}",
            f"edition {recorded} is recorded, but edition in handbook.yaml is {edition}",
        ),
        Message(
            f'要发布的是 {recorded} 版，就在 handbook.yaml 写 edition: "{recorded}"；不是，就删去这个文件再记一次',
            f'if {recorded} is to be published, write edition: "{recorded}" into handbook.yaml; if not, delete the file and'
            " record again",
        ),
    )
