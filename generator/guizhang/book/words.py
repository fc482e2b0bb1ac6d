"""The words printed in books and on sign-off sheets that the site does not have."""

from __future__ import annotations

from guizhang.exam.words import runs
from guizhang.model.form import PaperLanguage
from guizhang.model.text import Text

GAP = "\u3000"
"""Between what stands beside each other on a line."""

_WORDS: dict[str, tuple[str, str]] = {
    "contents": ("目录", "Contents"),
    "page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "edition": ("{edition} 版", "Edition {edition}"),
    "for-role": ("适用岗位：{role}", "For the role: {role}"),
    "extract": ("节选：只含适用于{role}的条款。", "Extract: only what applies to the role of {role}."),
    "not-yet": ("尚未施行：自{day}起施行。", "Not yet in force: in force from {day}."),
    "renewed-from": (
        "本版自{day}起施行；在此之前，改动的条款以前一版为准，其余条款照常施行。",
        "This edition is in force from {day}. Until then the rules it changes apply as the edition before has them; all others are in force.",
    ),
    "pending-from": ("{day}（尚未施行）", "{day} (not yet in force)"),
    "repealed-from": ("{day}起废止", "repealed from {day}"),
    "repealed": ("已废止：自{day}起不再施行。", "Repealed: no longer in force from {day}."),
    # Review copies
    "not-adopted": ("未采用，不在已发布的手册中。", "Not adopted; not in the published handbook."),
    "review-legal": ("请法务审阅", "For legal review"),
    "review-content": ("请归口部门审阅", "For review by the owner of the rule"),
    "review-import": ("导入后请核对", "To be compared with the imported original"),
    # Sign-off sheets
    "signoff": ("规章制度签收单", "Acknowledgement of the rules"),
    "for-staff": ("适用人员：{role}", "For: {role}"),
    "statement": (
        "本人已收到并阅读下列版本的规章制度，了解其内容，并愿意遵守。",
        "I have received and read these rules in the editions given. I know what they say, and I will keep to them.",
    ),
    "prevails": (
        "中英文不一致的，以各规章所定的效力文本为准。",
        "Where the Chinese and English texts differ, the text each set of rules names as prevailing applies.",
    ),
    "rules": ("规章", "Rules"),
    "version": ("版本", "Edition"),
    "in-force": ("施行日期", "In force from"),
    "name": ("姓名", "Name"),
    "number": ("工号", "Employee no."),
    "department": ("部门", "Department"),
    "date": ("日期", "Date"),
    "signature": ("签名", "Signature"),
    "row": ("序号", "No."),
    "copies": (
        "本单一式两份，员工和人力资源部各执一份。",
        "Two copies: one for the employee, one for human resources.",
    ),
}


def word(key: str, **values: Text) -> Text:
    """Return one of the words, filled in per language."""
    zh, en = _WORDS[key]
    return Text(
        zh=zh.format(**{name: value.either("zh") for name, value in values.items()}) if values else zh,
        en=en.format(**{name: value.either("en") for name, value in values.items()}) if values else en,
    )


def line(language: PaperLanguage, *texts: Text | None) -> str:
    """Return titles and words on one line, each in *language* or in both; ``None`` is passed over."""
    said = (" ".join(" ".join(run["text"] for run in runs(text, language)).split()) for text in texts if text)
    return GAP.join(said)
