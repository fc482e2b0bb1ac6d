"""The small handbook with a bank: an item of every type to practise, one for the exam, one that is stale."""

import re
from pathlib import Path

from guizhang.model.citation import current_hash
from guizhang.yamlio.content import load_project
from tests.site.conftest import ROOT, write_project

_EXAMPLES = re.compile(r"^```yaml (items|blueprint)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CITES = re.compile(r"^- id: (?P<id>\S+)\n(?:  .*\n)*?  cites: (?P<cites>.*)$", re.MULTILINE)
MORE = """\
- id: practise-who-first
  type: single_choice
  cites: {complaints/first-reply: null}
  themes: [complaints]
  stem: {zh: 谁首先回复？<b>, en: Who replies first? <b>}
  options:
    - key: true
      text: {zh: 客服人员, en: the service agent}
      why: {zh: 谁接谁回, en: who takes it replies}
    - text: {zh: 保安员, en: the guard}
      why: {zh: 保安员不接投诉, en: guards take no complaints}
    - text: {zh: 司机, en: the driver}
  rationale: {zh: 接到的人回复。, en: Whoever takes it replies.}
- id: practise-what-counts
  type: multiple_choice
  cites: {complaints/closing: null}
  themes: [complaints]
  stem: {zh: 哪些要登记？, en: What is logged?}
  options:
    - {key: true, text: {zh: 姓名, en: the name}}
    - {key: true, text: {zh: 时间, en: the time}}
    - {text: {zh: 天气, en: the weather}}
- id: practise-stale
  type: true_false
  cites: {complaints/closing: "00000000"}
  themes: [complaints]
  stem: {zh: 这道题已经过时了吗？, en: Is this question out of date?}
  answer: true
"""
BLUEPRINT = """\
id: mock
title: {zh: 小考, en: Small test}
limit_minutes: 10
cut_score: 80%
scoring: {negative: {share: 0.5, floor: none, types: [single_choice]}}
sections:
  - {title: {zh: 单选, en: Single}, type: single_choice, count: 1, points: 4, themes: {complaints: 1}}
  - {title: {zh: 判断, en: True or false}, type: true_false, count: 2, points: 3}
"""


def practising_project(root: Path) -> Path:
    """Write the small handbook with its bank below *root*; what it cites is confirmed."""
    write_project(root)
    # Nothing is asked of rules that are not in force yet.
    rules = root / "content" / "regulations" / "complaints.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(re.sub(r"effective: [\d-]+", "effective: 2026-01-01", text), encoding="utf-8")
    bank = root / "quizzes" / "bank"
    bank.mkdir(parents=True)
    (bank / "more.yaml").write_text(MORE, encoding="utf-8")
    formats = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    (bank / "examples.yaml").write_text(
        next(m[2] for m in _EXAMPLES.finditer(formats) if m[1] == "items"), encoding="utf-8"
    )
    (root / "quizzes" / "blueprints").mkdir()
    (root / "quizzes" / "blueprints" / "mock.yaml").write_text(BLUEPRINT, encoding="utf-8")
    loaded = load_project(root)
    by_id = {item.id: item for item in loaded.bank.items}

    def confirmed(match: re.Match[str]) -> str:
        item = by_id[match["id"]]
        named = re.sub(
            r"([a-z-]+/[a-z-]+): null",
            lambda m: f'{m[1]}: "{current_hash(item, m[1], loaded.handbook)}"',
            match["cites"],
        )
        return match[0].replace(match["cites"], named)

    for path in bank.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_CITES.sub(confirmed, text), encoding="utf-8")
    return root
