"""A small handbook made of the examples in docs/formats.md and of what they lack, built once for each test process."""

import re
import shutil
from pathlib import Path

import pytest

from guizhang.model.handbook import Handbook
from guizhang.site.build import build_site
from guizhang.yamlio.content import CONTENT_FOLDERS, load_project

ROOT = Path(__file__).parents[2]
_EXAMPLE = re.compile(r"^```yaml (?P<kind>\w+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)

LEAVE = """
id: leave
title: {zh: 请假规定, en: Leave}
edition: {version: "2.0", effective: 2027-01-01}
authoritative: equal
themes: [complaints]
body:
  - part: 1
    id: first-part
    title: {zh: 总则编, en: General part}
    body:
      - chapter: 1
        id: basics
        title: {zh: 基本规则, en: Basics}
        body:
          - section: 1
            title: {zh: 范围, en: Scope}
            body:
              - article: 1
                id: untitled
                text: {zh: 本条没有标题。, en: This article has no title.}
          - section: 2
            title: {zh: 申请, en: Application}
            body:
              - article: 2
                id: only-chinese
                title: {zh: 只有中文}
                norm: duty
                text: {zh: 这一条还没有译文。}
              - article: 3
                id: stale
                title: {zh: 旧译文, en: Old translation}
                norm: permission
                translated_from: {en: "00000000"}
                text: {zh: 原文已经改了。, en: This was made from an older text.}
              - article: 4
                id: secret-plan
                adopted: false
                review: {kind: legal, note: {zh: 律师请看绝密备注, en: confidential note for the lawyer}}
                title: {zh: 未采用的条款, en: Provision not adopted}
                norm: prohibition
                text: {zh: 员工不得看到这一条。, en: Staff must not see this.}
  - part: 2
    id: second-part
    title: {zh: 附则编, en: Final part}
    body:
      - article: 5
        id: in-force
        text: {zh: 自公布之日起施行。, en: In force from publication.}
"""

HEADINGS = """
id: without-articles
title: {zh: 没有条的制度, en: Rules without articles}
edition: {version: "1"}
themes: [complaints]
body:
  - item: 1
    label: 一、
    id: greeting
    title: {zh: 问候, en: Greeting}
    norm: duty
    body:
      - item: 1
        label: 1.
        text: {zh: 面带微笑；, en: smile;}
        body:
          - item: 1
            label: ⑴
            text: {zh: 自然；, en: naturally;}
      - item: 2
        label: 2.
        text: {zh: 主动开口。, en: speak first.}
"""

REGISTER = """
id: wide-register
title: {zh: 来访登记表, en: Visitor book}
purpose: {zh: "接到后在${complaints/first-reply#reply}内登记。", en: "Filled in within ${complaints/first-reply#reply}."}
layout: register
sections:
  - title: {zh: 来访, en: Visit}
    fields:
""" + "".join(f"      - {{id: f{n}, label: {{zh: 第{n}个栏目, en: column number {n}}}}}\n" for n in range(1, 13))

PAGE = """---
title: 说明 <b>&</b>
title_en: About
---

<div lang="zh" markdown>
见[首次回复](regulations/complaints/taking.md#first-reply)。
</div>
<div lang="en" markdown>
See [first reply](regulations/complaints/taking.md#first-reply).
</div>
"""


def write_project(root: Path) -> Path:
    """Write the small handbook below *root*."""
    formats = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for match in _EXAMPLE.finditer(formats):
        kind, text = match["kind"], match["text"]
        if kind not in CONTENT_FOLDERS and kind not in ("handbook", "glossary"):
            continue
        folder = root / "content" / CONTENT_FOLDERS.get(kind, "")
        folder.mkdir(parents=True, exist_ok=True)
        known = re.match(r"id: (\S+)", text)
        (folder / f"{known[1] if known else kind}.yaml").write_text(text, encoding="utf-8")
    regulations = root / "content" / "regulations"
    (regulations / "leave.yaml").write_text(LEAVE, encoding="utf-8")
    (regulations / "without-articles.yaml").write_text(HEADINGS, encoding="utf-8")
    (root / "content" / "records" / "wide-register.yaml").write_text(REGISTER, encoding="utf-8")
    pages = root / "content" / "pages"
    pages.mkdir()
    (pages / "about.md").write_text(PAGE, encoding="utf-8")
    (pages / "stray.yaml").write_text("id: stray\n", encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.fixture
def project(tmp_path):
    """The small handbook in a folder of the test's own."""
    return write_project(tmp_path / "project")


@pytest.fixture(scope="session")
def handbook(tmp_path_factory) -> Handbook:
    """The small handbook as loaded."""
    loaded = load_project(write_project(tmp_path_factory.mktemp("handbook")))
    assert not loaded.diagnostics
    return loaded.handbook


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The small handbook's site."""
    base = tmp_path_factory.mktemp("built")
    return build_site(write_project(base / "project"), base / "site").out
