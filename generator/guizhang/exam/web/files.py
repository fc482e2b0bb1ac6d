"""The pages of one exam, and the trainer's list of which is whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.exam.part import Files, Part
from guizhang.exam.web.page import web_page
from guizhang.model.form import ExamRecord
from guizhang.model.public import public_form
from guizhang.model.text import LANGS, Lang
from guizhang.sealing.key_files import PUBLIC_KEY, read_public
from guizhang.sealing.keys import PublicKey, public_pem
from guizhang.sealing.sitting import Sitting, sittings
from guizhang.tables.comma import MARK, comma_separated

FOLDER = "web"
LIST = "web-pages.csv"
_GUESSABLE = 22
"""A seed of fewer letters has less than 128 bits."""


@dataclass(frozen=True)
class Web:
    """An exam that is sat in a browser."""

    key: PublicKey | None
    """What answers are sealed to; ``None``: they are not sealed."""

    def pages(self, part: Part) -> Files:
        """Yield the pages of the part's candidates; those of all forms where the exam has no roster."""
        for name, data in web_pages(part.marked, self.key):
            yield f"handout/{name}", data

    def listed(self, part: Part) -> Files:
        """Yield the list of pages, and the public key, so that whoever comes later gets a page too."""
        yield f"secret/{LIST}", page_list(part.whole)
        if self.key is not None:
            yield f"secret/{PUBLIC_KEY}", public_pem(self.key)

    def warnings(self, seed: str) -> Iterator[Diagnostic]:
        """Yield what makes these pages less safe than they could be."""
        if self.key is None:
            yield Diagnostic(
                "SEA005", Severity.WARNING, Source("--web"), "",
                Message("没有公钥，网页考试的答案不会封存", "there is no public key, so web answers will not be sealed"),
                Message("用 guizhang exam keygen 生成钥匙，抽题时加 --public-key", "make a key with guizhang exam keygen, and draw with --public-key"),
            )  # fmt: skip
        if len(seed) < _GUESSABLE:
            yield Diagnostic(
                "SEA006", Severity.WARNING, Source("--seed"), "",
                Message("种子太短，网页的文件名和密记能被猜出来", "the seed is so short that names and tokens of the pages can be guessed"),
                Message("正式考试不要写 --seed", "leave --seed out for a real exam"),
            )  # fmt: skip


def drawn_web(folder: Path) -> Web | None:
    """Return how the exam in *folder* is sat in a browser; ``None`` where it is not."""
    secret = folder / "secret"
    if not (secret / LIST).exists():
        return None
    return Web(read_public(secret / PUBLIC_KEY) if (secret / PUBLIC_KEY).exists() else None)


def web_pages(record: ExamRecord, key: PublicKey | None) -> Iterator[tuple[str, bytes]]:
    """Yield path below the handout and content of each page, made of `PublicForm` and nothing else secret."""
    forms = {form.id: public_form(record, form) for form in record.forms}
    for sitting in _made(record):
        person = sitting.candidate
        shown = person.language if person and person.language else record.language
        yield (
            f"{FOLDER}/{file_name(sitting)}",
            web_page(forms[sitting.form], sitting, key, shown, _langs(record, shown)),
        )


def page_list(record: ExamRecord) -> bytes:
    """Return a table of who gets which page, for sending them out; what would be a formula is quoted."""
    rows = [("工号 id", "姓名 name", "卷别 form", "网页 file")]
    for sitting in _made(record):
        person = sitting.candidate
        rows.append((person.id if person else "", person.name if person else "", sitting.form, file_name(sitting)))
    return (MARK + comma_separated(rows, end="\r\n")).encode("utf-8")


def file_name(sitting: Sitting) -> str:
    """Return the name of the page's file."""
    return f"{sitting.page}.html"


def _made(record: ExamRecord) -> Iterator[Sitting]:
    """Yield the sittings pages are made for: the candidates, or each form where there are none."""
    return (sitting for sitting in sittings(record) if sitting.candidate or not record.candidates)


def _langs(record: ExamRecord, shown: str) -> list[Lang]:
    """Return the languages a page can be switched to: that of the exam and that of the candidate."""
    wanted = {record.language, shown}
    return [lang for lang in LANGS if lang in wanted or "both" in wanted]
