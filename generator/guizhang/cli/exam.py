"""Draw exams, draw them again, add people who come without being on the roster."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from guizhang.cli.shell import handbook_option, load_checked, say, show, step
from guizhang.diagnostics import Faulty, Severity, stops

if TYPE_CHECKING:
    from guizhang.exam.add import Added
    from guizhang.model.form import ExamRecord, PaperLanguage, PaperSize
    from guizhang.yamlio.content import Loaded

SEED_BITS = 128
_LISTED = 12
"""Forms whose figures are printed one by one."""

_SHORTEST_PASSWORD = 8

_language_type = click.Choice(["zh", "en", "both"])
exam_argument = click.argument("exam", type=click.Path(path_type=Path, file_okay=False, exists=True))


@click.group()
def exam() -> None:
    """Draw exams."""


@exam.command("draw")
@click.argument("blueprint")
@click.option("--forms", type=click.IntRange(1, 200), default=1, show_default=True, help="Versions of the paper.")
@click.option(
    "--individual", is_flag=True, help="A paper of their own for everybody on the roster, instead of --forms."
)
@click.option(
    "--candidates",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Roster: CSV or XLSX with id, name, role, department, language, extra_minutes, large_print.",
)
@click.option("--seed", help="Draws the same exam again; 128 random bits when absent.")
@click.option(
    "--avoid",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    multiple=True,
    help="Folder of an earlier exam whose items come again only where it cannot be helped; may be given several times.",
)
@click.option(
    "--language",
    type=_language_type,
    default="both",
    show_default=True,
    help="Language of the papers; a candidate's own goes first.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Size of the paper."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to make.")
@click.option("--replace", is_flag=True, help="Replace an exam that is in the folder already.")
@click.option(
    "--web", is_flag=True, help="Also write a page for each candidate (or form) to sit the exam in a browser."
)
@click.option(
    "--public-key",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="What web answers are sealed to: public-key.pem of exam keygen.",
)
def exam_draw(
    blueprint: str,
    *,
    forms: int,
    individual: bool,
    candidates: Path | None,
    seed: str | None,
    avoid: tuple[Path, ...],
    language: str,
    paper: str,
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
    from guizhang.sealing.key_files import read_public
    from guizhang.yamlio.content import project_root

    if public_key and not web:
        raise click.UsageError("--public-key goes with --web")
    if individual and (candidates is None or forms > 1):
        raise click.UsageError("--individual needs --candidates, and goes without --forms")
    with step("检查内容", "checking content"):
        loaded = _sound(project_root(Path(blueprint)))
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
            language=cast("PaperLanguage", language),
            paper_size=cast("PaperSize", paper),
            replace=replace,
            web=Web(read_public(public_key) if public_key else None) if web else None,
        )
    show([*made.warnings, *made.written.diagnostics])
    _say_difficulty(made.record)
    say(f"考生材料：{made.written.folder / 'handout'}", f"for candidates: {made.written.folder / 'handout'}")
    say(f"保密材料：{made.written.folder / 'secret'}", f"secret: {made.written.folder / 'secret'}")


@exam.command("keygen")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the key."
)
@click.option(
    "--password",
    envvar="GUIZHANG_KEY_PASSWORD",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    help="Password of the private key; asked for when neither this nor GUIZHANG_KEY_PASSWORD is given.",
)
def exam_keygen(output: Path, password: str) -> None:
    """Make the trainer's key: web answers are sealed to its public half and opened with its private half."""
    from guizhang.sealing.key_files import make_key

    if len(password) < _SHORTEST_PASSWORD:
        raise click.UsageError(f"the password needs {_SHORTEST_PASSWORD} characters or more")
    private, public, jwk = make_key(output, password)
    say(f"私钥（只留给自己，另存一份）：{private}", f"private key (for you alone; keep a copy): {private}")
    say(f"公钥（抽题时用）：{public}，{jwk}", f"public key (for the draw): {public}, {jwk}")


@exam.command("verify")
@exam_argument
@handbook_option
def exam_verify(exam: Path, root: Path) -> None:
    """Draw the exam in the folder EXAM again and say whether it is the same.

    The record and the handouts, which are made again from it, are checked first; they are all that is checked where --root
    holds no handbook. Keys, sheets and workbook in secret/ are not: they are there to be filled in. Exit code 0: nothing
    was found; 1: something differs.
    """
    from guizhang.exam.verify import verify_exam

    with step("检查考试", "checking the exam"):
        found = verify_exam(exam, _handbook(root))
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
        say(f"重抽一致：{len(found.record.forms)} 份卷", f"drawn again, identical: {len(found.record.forms)} forms")


@exam.command("add")
@exam_argument
@click.option("--candidate", required=True, help="Id of the person, as it would stand on the roster.")
@click.option("--name", default="", help="Name.")
@click.option("--role", default="", help="Role.")
@click.option("--department", default="", help="Department.")
@click.option("--language", type=_language_type, help="Language of this person's paper.")
@click.option(
    "--extra-minutes", type=click.IntRange(0, 600), default=0, help="Minutes this person has beyond the limit."
)
@click.option("--large-print", is_flag=True, help="This person needs large print.")
@click.option("--form", default="", help="Form to sit; when absent the one fewest sit, or one of their own.")
@handbook_option
def exam_add(
    exam: Path,
    *,
    candidate: str,
    name: str,
    role: str,
    department: str,
    language: str | None,
    extra_minutes: int,
    form: str,
    root: Path,
    large_print: bool,
) -> None:
    """Add somebody who is not on the roster to the exam in the folder EXAM.

    Nobody else's paper changes. Where everybody has a paper of their own, one more is drawn from the handbook in --root.
    """
    from guizhang.exam.add import add_to_exam
    from guizhang.model.form import Candidate

    candidate = candidate.strip()
    if not 1 <= len(candidate) <= 80:
        raise click.UsageError("--candidate takes 1 to 80 characters")
    person = Candidate(
        id=candidate,
        name=name,
        role=role,
        department=department,
        language=cast("PaperLanguage | None", language),
        extra_minutes=extra_minutes,
        large_print=large_print,
        form=form,
    )
    with step("添加考生", "adding the candidate"):
        added = add_to_exam(exam, person, _handbook(root))
    show([*added.warnings, *added.written.diagnostics])
    _say_added(added)


def _say_added(added: Added) -> None:
    from guizhang.exam.readme import named
    from guizhang.exam.walk_ins import ADDED
    from guizhang.files import file_name

    person, folder, files = added.person, added.written.folder, added.written.files
    say(f"{person.id}：{person.form} 卷", f"{person.id}: form {person.form}")
    for heading, begins in (
        (("现在打印", "print now"), "handout/"),
        (("阅卷时用", "for marking"), f"secret/{ADDED}/{file_name(person.id)}/"),
        (("所有后加考生的名单和说明", "lists of everybody added, and what to do"), f"secret/{ADDED}/"),
    ):
        listed = [file for file in files if file.startswith(begins)]
        files = tuple(file for file in files if file not in listed)
        say(f"{heading[0]}：", f"{heading[1]}:")
        for file in named(listed):
            say(f"  {folder / file}", f"  {folder / file}")
    if added.row is not None:
        say(
            f"secret/scoring.xlsx 不改动（里面可能已有成绩）：在第 {added.row} 行（空行）录入工号、卷别和作答",
            f"secret/scoring.xlsx stays as it is, since marks may stand in it: type number, form and answers into its empty row {added.row}",
        )
    else:
        say(
            "secret/scoring.xlsx 不改动，里面没有这份卷或没有空行：录入他自己的 scoring.xlsx，评分时两个文件一起交给 guizhang grade",
            "secret/scoring.xlsx stays as it is and has no room for this paper: use their own scoring.xlsx, and give guizhang grade both",
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


def _handbook(root: Path) -> Loaded | None:
    return _sound(root) if (root / "content" / "handbook.yaml").is_file() else None


def _sound(root: Path) -> Loaded:
    """Return the handbook in *root*.

    Raises:
        Faulty: it has errors.
    """
    loaded, found = load_checked(root)
    if stops(found):
        # Among the notes on what is left to do nobody would find what stops the draw.
        raise Faulty([fault for fault in found if fault.severity is not Severity.NOTE])
    return loaded
