"""Rule text stays text: markup, templates, formulas and odd line ends in every field, on every page, in search and tabs."""

import re
from pathlib import Path

import pytest
import yaml

from guizhang.site.build import build_site

ROOT = Path(__file__).parents[2]

NASTY = (
    '</title></script><script>window.pwned=1</script><img src=x onerror="window.pwned=2"> "\'> {{ config }} {% raw %} '
    '**bold** # =HYPERLINK("http://evil.example","x") &lt;b&gt; \u2028 ]]> javascript:alert(1)'
)
LONG = "长" * 300


def both(mark, text=NASTY):
    return {"zh": f"{mark}甲 {text}", "en": f"{mark}A {text}"}


def write_hostile(root):
    """A handbook with the nasty text in every field that takes text."""
    role = {"name": both("role"), "description": both("desc")}
    fact = {
        "kind": "duration",
        "value": "PT2H",
        "bound": "max",
        "about": both("about"),
        "since": both("since"),
        "zh": f"两{NASTY}",
    }
    files = {
        "handbook.yaml": {
            "title": both("book"), "company": both("company"), "edition": NASTY, "roles": {"r": role},
            "themes": {"t": both("theme")},
        },
        "regulations/nasty.yaml": {
            "id": "nasty", "title": both("reg"), "edition": {"version": NASTY}, "themes": ["t"], "applies_to": ["r"],
            "owner": "r",
            "body": [
                {"text": both("preamble")},
                {"chapter": "1", "id": "c", "label": NASTY, "title": both("chapter"), "body": [
                    {"article": "1", "id": "a", "label": f"第{NASTY}", "title": both("title"), "facts": {"f": fact},
                     "approval": {"by": ["r"], "matter": both("matter")}, "norm": "prohibition",
                     "body": [
                         {"text": {"zh": f"不得${{f}}：{NASTY}", "en": f"must not ${{f}}: {NASTY}"}, "norm": "prohibition",
                          "body": [{"item": "1", "label": NASTY, "title": both("lead"), "text": both("item")}]},
                     ]},
                    {"article": "2", "id": "b", "title": {"zh": LONG, "en": "W" * 300}, "text": both("plain")},
                ]},
            ],
        },
        "scripts/say.yaml": {
            "id": "say", "title": both("script"),
            "situations": [{
                "id": "s", "title": both("scene"), "when": both("when"), "practises": ["nasty/a"],
                "slots": {"n": both("slot")}, "turns": [{"speaker": "staff", "text": {"zh": "${n}", "en": "${n}"}}],
                "say": [{"text": both("say")}], "never": [{"text": both("never"), "why": both("why"), "instead": both("then")}],
            }],
        },
        "etiquette/do.yaml": {
            "id": "do", "title": both("manners"),
            "groups": [{"id": "g", "title": both("group"), "points": [
                {"id": "p", "title": both("point"), "do": both("do"), "dont": both("dont"), "why": both("w"), "observe": both("o")},
            ]}],
        },
        "records/form.yaml": {
            "id": "form", "title": both("form"), "purpose": both("purpose"), "retention": both("kept"),
            "sections": [{"title": both("section"), "fields": [
                {"id": "x", "label": both("field"), "note": both("note")},
                {"id": "y", "label": both("choice"), "type": "choice", "options": [both("option")]},
            ]}],
        },
        "glossary.yaml": {"terms": [{
            "id": "t", "term": both("term"), "definition": both("definition"),
            "synonyms": {"zh": [NASTY], "en": [NASTY]}, "forbidden": {"zh": [NASTY], "en": [NASTY]},
        }]},
    }  # fmt: skip
    for name, data in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    pages = root / "content" / "pages"
    pages.mkdir()
    head = yaml.safe_dump({"title": NASTY, "title_en": NASTY})
    (pages / "hand.md").write_text(f"---\n{head}---\n\ntext\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    base = tmp_path_factory.mktemp("hostile")
    return build_site(write_hostile(base / "project"), base / "site").out


def test_no_markup_gets_through(hostile_site):
    pages = list(hostile_site.rglob("*.html"))
    assert len(pages) > 12
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "window.pwned=1" in text, f"{path.name} does not show the text at all"
        # Wherever it stands, its angle brackets are escaped; in attributes its quotes are, too.
        assert "<script>window" not in text, path.name
        assert "<img src=x" not in text, path.name
        assert not re.search(r'="[^"<>]*甲 </title>', text), path.name
        assert "{{ config }}" in text, "template syntax is text"
        assert "<strong>bold</strong>" not in text, "Markdown is text"
        # One head, one title, one body: nothing closed them early.
        for tag in ("title", "body", "head", "html"):
            assert len(re.findall(rf"<{tag}[\s>]", re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL))) == 1, (
                path.name,
                tag,
            )


def test_files_of_the_search_are_one_string_each(hostile_site):
    folder = hostile_site / "assets" / "guizhang" / "search"
    files = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    assert "manifest.js" in files
    for name, text in files.items():
        if name == "manifest.js":
            continue
        value = re.fullmatch(r'guizhangSearch\("[a-z0-9/-]+", (`[^`]*`|"[^"]*")\);\n', text)
        assert value, name
        assert "${" not in value[1], name
        assert "\\" not in value[1], name


def test_assets_made_from_the_content_are_plain(hostile_site):
    for path in (hostile_site / "assets" / "guizhang" / "places").iterdir():
        assert re.fullmatch(
            r'guizhangPlaces\(\{("[a-z0-9-]*":"[a-z0-9#./-]+",?)+\}\);\n', path.read_text(encoding="utf-8")
        )


def test_nothing_runs_in_a_browser(hostile_site, serve_folder, page):
    base = serve_folder(hostile_site)
    for path in sorted(hostile_site.rglob("*.html")):
        if path.name in ("404.html", "go.html"):
            continue
        page.goto(f"{base}/{path.relative_to(hostile_site).as_posix()}")
        assert page.evaluate("window.pwned") is None, path.name
        assert page.locator("img[src='x']").count() == 0, path.name
        # The tab says the text as it was written (white space collapsed, as browsers do).
        assert "<script>window.pwned=1</script>" in page.title(), path.name


def test_a_long_title_breaks_instead_of_widening_the_page(hostile_site, serve_folder, browser):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{serve_folder(hostile_site)}/regulations/nasty/c.html?lang=both")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
