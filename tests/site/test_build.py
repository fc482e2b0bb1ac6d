import hashlib
import re
import socket
import subprocess
import sys
import time
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from guizhang.diagnostics import Faulty
from guizhang.site.build import build_site, serve_site
from guizhang.site.search.index import Index


def digests(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_byte_identical(project, tmp_path, site):
    again = build_site(project, tmp_path / "elsewhere" / "again").out
    assert digests(again) == digests(site)


def test_a_handbook_named_from_another_folder_is_built_where_it_was_asked_for(project, site, monkeypatch):
    monkeypatch.chdir(project.parent)
    name = Path(project.name)
    report = build_site(name, name / "site")
    assert digests(report.out) == digests(site)
    assert not (project / name).exists()


def test_content_is_read_and_checked_before_mkdocs_is_loaded():
    loaded = "import guizhang.cli, guizhang.site.build, sys; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert "guizhang.yamlio.content" in names
    assert not {"mkdocs", "lxml", "guizhang.checks", "guizhang.quiz"} & set(names)


def test_report_counts_what_was_built(project, tmp_path):
    said = []
    report = build_site(project, tmp_path / "site", progress=said.append)
    files = [path for path in report.out.rglob("*") if path.is_file()]
    assert report.files == len(files)
    assert report.pages == sum(path.suffix == ".html" for path in files)
    assert said
    assert not report.warnings


def test_sources_maps_and_sitemap_stay_out(site):
    names = list(digests(site))
    assert not [n for n in names if n.endswith((".yaml", ".yml", ".map", ".md", ".xml", ".gz", ".py"))]
    assert not [n for n in names if "/lunr/" in n or "/workers/" in n], "the theme's search is not used"


def test_every_kind_of_page_marks_its_languages(site):
    for name in (
        "index.html", "regulations/complaints.html", "regulations/complaints/taking.html", "about.html", "glossary.html",
        "scripts/telephone-scripts.html", "etiquette/appearance-points.html", "records/complaint-register.html",
        "at-a-glance/deadlines.html", "at-a-glance/amounts.html", "at-a-glance/prohibitions.html",
        "at-a-glance/approvals.html", "roles/agent.html", "go.html", "404.html",
    ):  # fmt: skip
        html = (site / name).read_text(encoding="utf-8")
        body = html[html.index('<article class="md-content__inner') : html.index("</article>")]
        assert re.search(r'lang="zh(-Hans)?"', body), name
        assert 'lang="en"' in body, name


def test_han_text_of_ours_always_stands_under_a_language(site):
    class Finder(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.bare = [], []

        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "link", "input", "br", "img", "hr", "path"):
                self.open.append((tag, dict(attrs)))

        def handle_endtag(self, tag):
            while self.open and self.open.pop()[0] != tag:
                continue

        def handle_data(self, data):
            inside = any("gz" in (a.get("class") or "").split() for _, a in self.open)
            if (
                inside
                and re.search("[\u4e00-\u9fff]", data)
                and not any(tag == "option" for tag, _ in self.open)  # takes no markup, so it is in both languages
                and not any("lang" in a for t, a in self.open if t != "html")
            ):
                self.bare.append(data.strip())

    for page in site.rglob("*.html"):
        finder = Finder()
        finder.feed(page.read_text(encoding="utf-8"))
        assert not finder.bare, f"{page.name}: {finder.bare[:3]}"


# What Material's own script could load if a page asked for it: diagrams (none here) and repository figures (no repo_url).
# test_browser.py shows that no page asks.
LATENT = {"unpkg.com", "api.github.com", "clipboardjs.com"}


def test_no_file_refers_to_another_host(site):
    class References(HTMLParser):
        def __init__(self):
            super().__init__()
            self.found = []

        def handle_starttag(self, tag, attrs):
            assert tag
            self.found += [
                value or "" for name, value in attrs if name in ("src", "href", "srcset", "action", "data", "poster")
            ]

    for page in site.rglob("*.html"):
        parser = References()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.found
        outside = [
            ref for ref in parser.found if urlsplit(ref).scheme not in ("", "javascript") or ref.startswith("//")
        ]
        assert not outside, f"{page.relative_to(site)}: {outside[:3]}"
    for sheet in site.rglob("*.css"):
        css = sheet.read_text(encoding="utf-8")
        urls = re.findall(r"url\(\s*['\"]?([^'\")]+)", css) + re.findall(r"@import\s+['\"]([^'\"]+)", css)
        assert not [u for u in urls if not u.startswith(("data:", "#"))], sheet.name
    for script in site.rglob("*.js"):
        hosts = set(re.findall(r"https?://([\w.-]+)", script.read_text(encoding="utf-8")))
        allowed = LATENT | {"www.w3.org"} if script.name.startswith("bundle.") else set()
        if "lunr" in script.as_posix() or script.name.startswith("search."):
            continue  # licence comments
        assert hosts <= allowed, f"{script.name}: {hosts - allowed}"


def test_the_index_holds_rules_and_hand_written_pages_and_no_furniture(site):
    folder = site / "assets" / "guizhang" / "search"
    index = Index({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")})
    facets = [index.postings(f"@k:{kind}") for kind, _, _ in index.manifest["kinds"]]
    found = [index.document(number) for facet in facets if facet for number in facet.found]
    by_url = {one.url: one for one in found}
    assert "接到投诉后" in by_url["regulations/complaints/taking.html#first-reply"].body_zh
    assert by_url["regulations/without-articles.html#greeting"].title_en == "Greeting"
    assert (by_url["about.html"].body_zh, by_url["about.html"].body_en) == ("见首次回复。", "See first reply.")
    assert not [url for url in by_url if url.startswith(("at-a-glance/", "roles/", "index.html", "go.html"))]
    everything = " ".join(t for one in found for t in (one.title_zh, one.title_en, one.body_zh, one.body_en))
    for furniture in ("复制链接", "Copy link", "打印", "上一页", "must not must"):
        assert furniture not in everything
    assert everything.count("这一条还没有译文。") == 1, "the stand-in for a missing translation is no second text"


def test_our_pages_have_no_inline_script_or_style_of_ours(site):
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", html)
        ours = re.findall(r"<script[^>]*>[^<]*guizhang", html)
        # The theme's own script is only on hand-written pages, and reads its configuration from there.
        assert inline == (['<script id="__config" type="application/json">'] if page.name == "about.html" else []), (
            page.name
        )
        assert not ours
        assert not re.search(r"<[^>]+\sstyle=", html), page.name
        assert "<style" not in html, page.name
        assert not re.search(r"<[^>]+\son\w+=", html), page.name


def test_a_failed_build_leaves_the_last_good_site(project, tmp_path):
    out = build_site(project, tmp_path / "site").out
    before = digests(out)
    broken = project / "content" / "regulations" / "complaints.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("value: PT24H", "value: soon"), encoding="utf-8")
    second = project / "content" / "records" / "complaint-register.yaml"
    second.write_text(second.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    with pytest.raises(Faulty) as stopped:
        build_site(project, out)
    codes = {fault.code for fault in stopped.value.diagnostics}
    assert "FCT001" in codes
    assert {fault.source.path.rpartition("/")[2] for fault in stopped.value.diagnostics} >= {
        "complaints.yaml", "complaint-register.yaml",
    }, "all faults of all files"  # fmt: skip
    assert digests(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"], "nothing half-built stays behind"


def test_a_new_build_replaces_the_old_one(project, tmp_path):
    out = build_site(project, tmp_path / "site").out
    (project / "content" / "scripts" / "telephone-scripts.yaml").unlink()
    build_site(project, out)
    assert not (out / "scripts").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def test_a_folder_that_is_no_site_is_not_replaced(project, tmp_path):
    mine = tmp_path / "thesis"
    mine.mkdir()
    (mine / "chapter1.txt").write_text("years of work", encoding="utf-8")
    for out in (mine, project, project / "content", project / "content" / "site", tmp_path):
        with pytest.raises(Faulty) as refused:
            build_site(project, out)
        assert [fault.code for fault in refused.value.diagnostics] == ["SIT003"]
    assert (mine / "chapter1.txt").read_text(encoding="utf-8") == "years of work"


def test_without_mkdocs_yml_it_says_what_to_do(tmp_path):
    with pytest.raises(Faulty) as refused:
        build_site(tmp_path, tmp_path / "site")
    assert [fault.code for fault in refused.value.diagnostics] == ["SIT001"]


def test_a_broken_page_or_configuration_is_a_fault_not_a_traceback(project, tmp_path):
    (project / "mkdocs.yml").write_text("site_name: x\ntheme: {name: nowhere}\nplugins: [guizhang]\n", encoding="utf-8")
    with pytest.raises(Faulty) as stopped:
        build_site(project, tmp_path / "site")
    (fault,) = stopped.value.diagnostics
    assert fault.code == "SIT002"
    assert "nowhere" in fault.problem.en
    assert not (tmp_path / "site").exists()


def test_strict_stops_at_warnings_of_the_content(project, tmp_path):
    with pytest.raises(Faulty) as stopped:
        build_site(project, tmp_path / "site", strict=True)
    assert {"TRN001", "TRN002"} <= {fault.code for fault in stopped.value.diagnostics}


def test_strict_stops_at_warnings_of_a_page(project, tmp_path):
    (project / "content" / "regulations" / "leave.yaml").unlink()
    page = project / "content" / "pages" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[gone](nowhere.md)\n", encoding="utf-8")
    report = build_site(project, tmp_path / "site")
    assert any("nowhere.md" in line for line in report.warnings)
    with pytest.raises(Faulty) as stopped:
        build_site(project, tmp_path / "site", strict=True)
    assert "nowhere.md" in stopped.value.diagnostics[0].problem.en


def mkdocs(project, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments], cwd=project, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_mkdocs_build_works_as_it_is(project, site):
    done = mkdocs(project, "build", "-q")
    assert done.returncode == 0, done.stderr
    assert digests(project / "site") == digests(site)


def test_mkdocs_build_shows_every_fault(project):
    path = project / "content" / "regulations" / "leave.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("themes: [complaints]", "themes: [nothing]"), encoding="utf-8"
    )
    other = project / "content" / "glossary.yaml"
    other.write_text(other.read_text(encoding="utf-8") + "extra: 1\n", encoding="utf-8")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "content/regulations/leave.yaml:6:10: error REF002" in done.stderr
    assert "content/glossary.yaml" in done.stderr
    assert "mend:" in done.stderr or "修改" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def _served(project, *command):
    """Break a rule while *command* serves the handbook, mend it, and return what was said; ``{}`` stands for the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{free.getsockname()[1]}"
    rule = project / "content" / "regulations" / "complaints.yaml"
    good = rule.read_text(encoding="utf-8")
    url = f"http://{at}/regulations/complaints/taking.html"
    server = subprocess.Popen(
        [sys.executable, "-m", *(word.format(at) for word in command)],
        cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert _shows(url, "首次回复客户")
        rule.write_text("id: [broken", encoding="utf-8")
        time.sleep(1.5)  # the watcher polls twice a second; the faulty state must be seen
        rule.write_text(good.replace("首次回复客户", "第一次回复客户"), encoding="utf-8")
        assert _shows(url, "第一次回复客户")
    finally:
        server.terminate()
        said = server.communicate(timeout=10)[1]
    return said


def test_mkdocs_serve_follows_the_rules_and_survives_a_fault(project):
    said = _served(project, "mkdocs", "serve", "-a", "{}")
    assert "complaints.yaml:1:" in said
    assert "Traceback" not in said


def test_serving_says_a_fault_once_in_the_language_asked_for(project):
    said = _served(project, "guizhang", "--lang", "zh", "serve", "--address", "{}")
    assert said.count("括号没有配对") == 1
    assert said.count("内容有错误，网站没有更新") == 1
    assert "YAML syntax" not in said
    assert "gz-frame" not in said


def test_serving_stops_with_a_fault_that_says_why(project, tmp_path):
    with pytest.raises(Faulty) as stopped:
        serve_site(tmp_path, "127.0.0.1:0")
    assert stopped.value.diagnostics[0].code == "SIT001"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(Faulty) as stopped:
            serve_site(project, address)
    assert address in stopped.value.diagnostics[0].problem.en
    (project / "content" / "glossary.yaml").write_text("terms: []\n", encoding="utf-8")
    with pytest.raises(Faulty) as stopped:
        serve_site(project, "127.0.0.1:0")
    assert stopped.value.diagnostics[0].source.path.endswith("glossary.yaml")


def _shows(url, text):
    for _ in range(150):
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                if text in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False
