"""Publishing: what it writes, what it refuses, and that the same handbook gives the same bytes."""

import hashlib
import json
import re
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from guizhang.checks import check
from guizhang.cli import main
from guizhang.diagnostics import Faulty
from guizhang.site.csp import inline_script_hashes
from guizhang.site.publish.manifest import differences
from guizhang.site.publish.opened import sitemap
from guizhang.site.publish.publish import publish
from guizhang.yamlio.content import load_project

KEY = "-----BEGIN PRIVATE KEY-----\nMIGHAgEA\n-----END PRIVATE KEY-----\n"
REVIEWED = """
id: reviewed
title: {zh: 待审规定, en: Under review}
edition: {version: "1"}
themes: [complaints]
body:
  - article: 1
    id: first
    review: {kind: legal, note: {zh: 请律师看, en: for the lawyer}}
    text: {zh: 第一条。, en: One.}
  - article: 2
    id: second
    adopted: false
    review: {kind: content, note: {zh: 还没定, en: undecided}}
    text: {zh: 第二条。, en: Two.}
"""


def run(project, out, **options):
    return publish(project, out, check=lambda: check(load_project(project)), **options)


def refusal(project, out, **options):
    """What stands against publishing *project*: (code, file, line) of each error."""
    with pytest.raises(Faulty) as stopped:
        run(project, out, **options)
    assert not (out / "manifest.json").exists(), "nothing is left behind"
    return [
        (f.code, f.source.path.rpartition("/")[2], f.source.line)
        for f in stopped.value.diagnostics
        if f.severity == "error"
    ]


def digests(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_it_writes_the_site_the_servers_and_the_manifest(project, tmp_path):
    done = run(project, tmp_path / "out")
    out = done.out
    assert {path.name for path in out.iterdir()} == {"public", "server", "manifest.json"}
    assert {path.name for path in (out / "server").iterdir()} == {
        "nginx.conf",
        "apache.htaccess",
        "web.config",
        "Caddyfile",
    }
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["title"], manifest["edition"]) == ("客户服务规章", "2026.2")
    found = {
        p.relative_to(out / "public").as_posix(): p.read_bytes() for p in (out / "public").rglob("*") if p.is_file()
    }
    assert manifest["files"] == {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in sorted(found.items())
    }
    # What sha256sum prints for the files in order; its own hash is the edition's.
    lines = "".join(f"{entry['sha256']}  {name}\n" for name, entry in manifest["files"].items())
    assert manifest["digest"] == hashlib.sha256(lines.encode()).hexdigest()
    assert not [name for name in found if name in ("sitemap.xml", "robots.txt")]
    assert b'content="noindex"' in found["index.html"]


def test_two_publications_are_byte_identical(project, tmp_path):
    first = digests(run(project, tmp_path / "one").out)
    assert digests(run(project, tmp_path / "elsewhere" / "two").out) == first


def test_publishing_again_replaces_the_whole(project, tmp_path):
    out = run(project, tmp_path / "out").out
    (out / "public" / "left-over.html").write_text("x")
    run(project, out)
    assert not (out / "public" / "left-over.html").exists()


def test_the_policy_has_the_hash_of_every_inline_script(project, tmp_path):
    page = "---\ntitle: 页\n---\n<script>a()</script>\n<script src='x.js'></script>\n<script type='application/json'>{}</script>\n"
    (project / "content" / "pages" / "own.md").write_text(page, encoding="utf-8")
    done = run(project, tmp_path / "out")
    hashes = inline_script_hashes(done.out / "public")
    # printf 'a()' | openssl dgst -sha256 -binary | base64
    assert "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='" in hashes
    assert all(found in done.delivery.policy for found in hashes)
    assert "unsafe" not in done.delivery.policy
    for name in ("nginx.conf", "apache.htaccess", "Caddyfile"):
        assert done.delivery.policy in (done.out / "server" / name).read_text()


def test_all_reasons_are_said_at_once(project, tmp_path):
    (project / "content" / "regulations" / "reviewed.yaml").write_text(REVIEWED, encoding="utf-8")
    pages = project / "content" / "pages"
    (pages / "login.pem").write_text("x")
    (pages / "notes.txt").write_text(KEY)
    (pages / "wallet.json").write_text('{"kty": "EC", "crv": "P-256", "d": "abc"}')
    (pages / "public-key.json").write_text('{"kty": "EC", "crv": "P-256", "x": "abc"}')
    (pages / "secret").mkdir()
    (pages / "secret" / "key.pdf").write_bytes(b"%PDF")
    (pages / "exam.json").write_text("{}")
    assert refusal(project, tmp_path / "out") == [
        ("PUB002", "exam.json", 0),
        ("PUB002", "login.pem", 0),
        ("PUB002", "notes.txt", 0),
        ("PUB002", "key.pdf", 0),
        ("PUB002", "wallet.json", 0),
        ("PUB001", "reviewed.yaml", 9),
    ]


def test_a_hidden_file_somebody_asked_for_is_found(project, tmp_path):
    config = project / "mkdocs.yml"
    (project / "content" / "pages" / ".env").write_text("PASSWORD=x")
    assert ".env" not in run(project, tmp_path / "out").manifest.files, "MkDocs leaves it out"
    config.write_text(config.read_text(encoding="utf-8") + "\nexclude_docs: |\n  !.env\n", encoding="utf-8")
    assert refusal(project, tmp_path / "other") == [("PUB002", ".env", 0)]


def test_reviews_and_errors_in_the_content_come_together(project, tmp_path):
    (project / "content" / "regulations" / "reviewed.yaml").write_text(REVIEWED, encoding="utf-8")
    (project / "content" / "regulations" / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    found = refusal(project, tmp_path / "out")
    assert ("PUB001", "reviewed.yaml", 9) in found
    assert [code for code, name, _ in found if name == "broken.yaml"]


def test_links_out_of_the_folder_are_not_even_followed(project, tmp_path):
    (project / "content" / "regulations" / "reviewed.yaml").write_text(REVIEWED, encoding="utf-8")
    pages = project / "content" / "pages"
    (pages / "all").symlink_to("/")
    (pages / "bank").symlink_to(tmp_path)
    (pages / "gone.pdf").symlink_to(tmp_path / "nothing")
    (pages / "same.md").symlink_to(pages / "about.md")
    assert refusal(project, tmp_path / "out") == [
        ("PUB003", "all", 0),
        ("PUB003", "bank", 0),
        ("PUB003", "gone.pdf", 0),
        ("PUB001", "reviewed.yaml", 9),
    ]


@pytest.mark.parametrize(
    "place", [".", "..", "content", "content/pages/out", "quizzes/out", "site", "docs", "file", "full"]
)
def test_it_does_not_write_among_sources_or_over_other_things(project, tmp_path, place):
    (project / "file").write_text("x")
    (project / "full").mkdir()
    (project / "full" / "other.txt").write_text("x")
    before = digests(project)
    with pytest.raises(Faulty) as stopped:
        run(project, project / place)
    assert "PUB004" in {fault.code for fault in stopped.value.diagnostics}
    assert digests(project) == before


def test_a_regulation_may_be_called_secret(project, tmp_path):
    text = (
        (project / "content" / "regulations" / "leave.yaml")
        .read_text(encoding="utf-8")
        .replace("id: leave", "id: secret")
    )
    (project / "content" / "regulations" / "secret.yaml").write_text(text, encoding="utf-8")
    done = run(project, tmp_path / "out")
    assert "regulations/secret/basics.html" in done.manifest.files


def test_what_the_policy_blocks_on_a_hand_written_page_is_said(project, tmp_path):
    (project / "content" / "pages" / "own.md").write_text(
        '---\ntitle: 页\n---\n<p style="color:red" onclick="a()">x</p>\n<style>p{}</style>\n'
        '<img alt="" src="https://example.com/a.png">\n<a href="https://example.com/">fine</a>\n<a href="javascript:a()">x</a>\n',
        encoding="utf-8",
    )
    done = run(project, tmp_path / "out")
    said = [fault.problem.en.partition(": ")[2] for fault in done.diagnostics if fault.code == "PUB006"]
    assert said == [
        'style="color:red"', 'onclick="a()"', "<style>", "<img> https://example.com/a.png", "<a> javascript:a()",
    ]  # fmt: skip


def test_too_many_inline_scripts_for_a_policy(project, tmp_path):
    scripts = "\n".join(f"<script>f({n})</script>\n" for n in range(80))
    (project / "content" / "pages" / "own.md").write_text(f"---\ntitle: 页\n---\n{scripts}", encoding="utf-8")
    assert [code for code, *_ in refusal(project, tmp_path / "out")] == ["PUB007"]


def test_a_changed_missing_or_added_file_is_found(project, tmp_path):
    out = run(project, tmp_path / "out").out
    # Where Apache and IIS look for their settings.
    (out / "public" / ".htaccess").write_bytes((out / "server" / "apache.htaccess").read_bytes())
    assert differences(out) == []
    (out / "public" / "index.html").write_text("changed")
    (out / "public" / "glossary.html").unlink()
    (out / "public" / "added.html").write_text("x")
    assert [(f.source.path.rpartition("/")[2], f.problem.en) for f in differences(out)] == [
        ("added.html", "this file was not published"),
        ("glossary.html", "a published file is missing"),
        ("index.html", "not as it was published"),
    ]
    for text in ("", "[]", "{}", '{"files": {"a": 1}}'):
        (out / "manifest.json").write_text(text)
        with pytest.raises(Faulty, match="PUB008"):
            differences(out)


def test_an_open_handbook_may_be_found(project, tmp_path):
    config = project / "mkdocs.yml"
    assert [code for code, *_ in refusal(project, tmp_path / "out", public=True)] == ["PUB005"]
    config.write_text(
        config.read_text(encoding="utf-8") + "\nsite_url: https://rules.example.com/staff/\n", encoding="utf-8"
    )
    done = run(project, tmp_path / "out", public=True)
    public = done.out / "public"
    assert not [path for path in public.rglob("*.html") if b"noindex" in path.read_bytes()]
    root = ET.fromstring((public / "sitemap.xml").read_bytes())
    listed = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    expected = sorted(
        p.relative_to(public).as_posix() for p in public.rglob("*.html") if p.name not in ("404.html", "go.html")
    )
    assert listed == [f"https://rules.example.com/staff/{path}" for path in expected]
    assert "Sitemap: https://rules.example.com/staff/sitemap.xml" in (public / "robots.txt").read_text()
    assert "location /staff/ {" in (done.out / "server" / "nginx.conf").read_text()
    assert 'href="/staff/' in (public / "404.html").read_text(encoding="utf-8")
    assert digests(run(project, tmp_path / "again", public=True).out) == digests(done.out)


def test_addresses_in_a_sitemap_are_quoted():
    assert b"<loc>https://a.example/%E8%AF%B4%E6%98%8E%26.html</loc>" in sitemap(
        ["说明&.html", "a.css"], "https://a.example/"
    )


def test_the_command_says_what_was_published_and_verifies_it(project, tmp_path):
    out = tmp_path / "out"

    def invoke(*options):
        return CliRunner().invoke(main, ["--lang", "en", "publish", str(project), "-o", str(out), *options])

    done = invoke()
    assert done.exit_code == 0, done.output
    digest = json.loads((out / "manifest.json").read_bytes())["digest"]
    assert re.search(rf"edition 2026\.2: \d+ pages, \d+ files, [\d.]+ MB, digest {digest[:16]}", done.output)
    assert "as it was published" in invoke("--verify").output
    (out / "public" / "index.html").write_text("changed")
    again = invoke("--verify")
    assert again.exit_code == 1
    assert "PUB008" in again.output
