"""Draw exams, and draw them again."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from guizhang.cli.shell import ask_password, counted, handbook_in, handbook_option, load_faultless, say, show, step

if TYPE_CHECKING:
    from guizhang.exam.produce import Produced
    from guizhang.model.form import ExamRecord, PaperLanguage, PaperSize
    from guizhang.model.handbook import Handbook

SEED_BITS = 128
_LISTED = 12
"""Forms whose figures are printed one by one."""

_SHORTEST_PASSWORD = 8

language_type = click.Choice(["zh", "en", "both"])
exam_argument = click.argument("exam", type=click.Path(path_type=Path, file_okay=False, exists=True))


@click.group()
def exam() -> None:
    """Draw exams, add people to them, see who has handed in, verify."""


@exam.command("draw")
@click.argument("blueprint")
@click.option(
    "--forms", type=click.IntRange(1, 200), default=1, show_default=True, help="How many versions of the paper."
)
@click.option("--individual", is_flag=True, help="Draw a paper for each person on the roster, instead of --forms.")
@click.option(
    "--candidates",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Roster: CSV or XLSX with id, name, role, department, language, form, extra_minutes, large_print.",
)
@click.option(
    "--seed", help="What all chance depends on: the same seed draws the same exam again. 128 random bits when absent."
)
@click.option(
    "--avoid",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    multiple=True,
    help="Folder of an earlier exam, whose items are drawn again only where it cannot be helped; may be given several times.",
)
@click.option(
    "--language",
    type=language_type,
    help="Language of the papers, that of the handbook when absent; one that the roster names for a candidate goes before.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Size of the paper."
)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of the exam (2026-12-01), today when absent: what is not in force yet on that day is not asked.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to make.")
@click.option("--replace", is_flag=True, help="Replace an exam that is in the folder already.")
@click.option(
    "--web", is_flag=True, help="Also write a page for each candidate (or form) to sit the exam in a browser."
)
@click.option(
    "--public-key",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="public-key.pem from guizhang exam keygen, which answers given in a browser are sealed to.",
)
def exam_draw(
    blueprint: str,
    *,
    forms: int,
    individual: bool,
    candidates: Path | None,
    seed: str | None,
    avoid: tuple[Path, ...],
    language: str | None,
    paper: str,
    on: datetime | None,
    output: Path,
    replace: bool,
    web: bool,
    public_key: Path | None,
) -> None:
    """Draw an exam from BLUEPRINT: papers, keys, scoring sheets.

    BLUEPRINT is a file under quizzes/blueprints/, or the id of a blueprint of the handbook in the current folder.
    """
    from guizhang.exam.produce import produce_exam
    from guizhang.exam.web.files import Web
    from guizhang.quiz.draw import wanted_langs
    from guizhang.sealing.key_files import read_public
    from guizhang.yamlio.content import project_root

    if public_key and not web:
        raise click.UsageError("--public-key goes with --web")
    if individual and (candidates is None or forms > 1):
        raise click.UsageError("--individual needs --candidates, and goes without --forms")
    held = on.date() if on is not None else date.today()  # noqa: DTZ011 - the day where the exam is held
    with step("检查内容", "checking content"):
        loaded, warnings = load_faultless(project_root(Path(blueprint)))
    with step("抽题、排版", "drawing and typesetting"):
        made = produce_exam(
            loaded,
            blueprint,
            output,
            forms=forms,
            roster=candidates,
            individual=individual,
            avoid=avoid,
            seed=seed or secrets.token_hex(SEED_BITS // 8),
            language=cast("PaperLanguage", language or loaded.handbook.settings.language or "both"),
            paper_size=cast("PaperSize", paper),
            replace=replace,
            held=held,
            web=Web(read_public(public_key) if public_key else None) if web else None,
        )
    drawn_from = loaded.bank.paths[("blueprint", made.record.blueprint)]
    # Whoever draws in one language has no use for what is missing in the other.
    printed = wanted_langs(made.record.language, made.record.candidates)
    passed_over = "TRN001" if len(printed) == 1 else None
    show([fault for fault in warnings if fault.source.path == drawn_from and fault.code != passed_over])
    _say_pending(loaded.handbook, held)
    _tell(made)


def _say_pending(handbook: Handbook, held: date) -> None:
    """Print which regulations are not asked about because they are not in force yet."""
    waiting = [rule for rule in handbook.regulations if rule.adopted and rule.edition.pending(held)]
    if waiting:
        # Of a version announced while the one before stays in force, only what it changes.
        part = {rule.id: ("中改动的条款", "what changes in ") for rule in waiting if rule.id in handbook.renewals}
        none = ("", "")
        zh, en = (
            "、".join(f"《{rule.title.either('zh')}》{part.get(rule.id, none)[0]}" for rule in waiting),
            ", ".join(f"{part.get(rule.id, none)[1]}“{rule.title.either('en')}”" for rule in waiting),
        )
        say(f"{held} 尚未施行、不考的：{zh}", f"not asked, as not yet in force on {held}: {en}")


def _tell(made: Produced) -> None:
    """Print what was drawn, and where it is."""
    show([*made.warnings, *made.written.diagnostics])
    _say_difficulty(made.record)
    say(f"考生材料：{made.written.folder / 'handout'}", f"for candidates: {made.written.folder / 'handout'}")
    say(f"保密材料：{made.written.folder / 'secret'}", f"secret: {made.written.folder / 'secret'}")


@exam.command("keygen")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the key."
)
@click.option(
    "--password",
    envvar="GUIZHANG_KEY_PASSWORD",
    help="Password of the private key; asked for when neither this nor GUIZHANG_KEY_PASSWORD is given.",
)
def exam_keygen(output: Path, password: str | None) -> None:
    """Make the trainer's key.

    Answers given in a browser are sealed to its public half and opened with its private half.
    """
    from guizhang.sealing.key_files import make_key

    if password is None:
        password = ask_password("--password", twice=True)
    if len(password) < _SHORTEST_PASSWORD:
        raise click.UsageError(f"the password needs {_SHORTEST_PASSWORD} characters or more")
    private, public, jwk = make_key(output, password)
    say(f"私钥（只留给自己，另存一份）：{private}", f"private key (for you alone; keep a copy): {private}")
    say(f"公钥（抽题时用）：{public}，{jwk}", f"public key (for the draw): {public}, {jwk}")


@exam.command("verify")
@exam_argument
@handbook_option
def exam_verify(exam: Path, root: Path) -> None:
    """Draw an exam again and say whether it is the same.

    EXAM is its folder. The record and the handouts, which are made again from it, are checked first; they are all that is
    checked where --root holds no handbook. Keys, sheets and workbook in secret/ are not: they are there to be filled in.
    Exit code 0: nothing was found; 1: something differs.
    """
    from guizhang.exam.verify import verify_exam

    with step("检查考试", "checking the exam"):
        found = verify_exam(exam, handbook_in(root))
    show([*found.faults, *(found.unlike or ())])
    if found.unlike is None:
        say("这里没有手册，只检查了记录和文件", "there is no handbook here; only the record and its files were checked")
    if not found.sound:
        raise SystemExit(1)
    say(
        "handout/ 里的文件按记录重做过，逐字节比较；secret/ 里只检查了 exam.json",
        "the files in handout/ were made again from the record and compared byte by byte; in secret/ only exam.json was checked",
    )
    if found.unlike is not None:
        say(
            f"重抽一致：{len(found.record.forms)} 份卷",
            f"drawn again, identical: {counted(len(found.record.forms), 'form')}",
        )


def _say_difficulty(record: ExamRecord) -> None:
    """Print what each form is expected to give, how sure that is, and its cut score."""
    known = [(form, form.score) for form in record.forms if form.score]
    points = sorted(score.points for _, score in known)
    if len(known) > _LISTED:
        unsure = max(score.standard_error or 0 for _, score in known)
        say(
            f"{len(known)} 份卷，预期得分 {points[0]} 至 {points[-1]}（笔试部分，标准误 ±{unsure} 以内）",
            f"{len(known)} forms, expected score {points[0]} to {points[-1]} (written part, standard error up to {unsure})",
        )
    else:
        for form, score in known:
            cut, whole = record.cut_points(form).normalize(), record.total_points.normalize()
            written = (record.total_points - record.practical_points).normalize()
            say(
                f"{form.id} 卷：笔试预期得分 {score.points} ± {score.standard_error}（满分 {written:f}），及格线 {cut:f} 分（满分 {whole:f}）",
                f"form {form.id}: expected score {score.points} ± {score.standard_error} of {written:f} (written part), pass at {cut:f} of {whole:f}",
            )
    judged = [form.judged for form in record.forms if form.judged]
    if judged and judged[0].standard_error is not None:
        errors = max(j.standard_error or 0 for j in judged)
        say(f"及格线由评委评定，标准误 {errors} 分", f"the cut score was set by judges; standard error {errors} points")
