"""The server examples, tried out: each server that is installed serves the site with just the file we wrote for it."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from guizhang.site.publish.delivery import Delivery
from guizhang.site.publish.publish import Published, publish
from guizhang.site.publish.servers import FOLDER, server_files
from tests.delivering import delivered
from tests.site.conftest import write_project

CHAPTER = "regulations/complaints/taking.html"
PAGE = """---
title: 自己写的页
title_en: Our own page
---
<p id="said">.</p>

<script>document.getElementById("said").textContent = "inline";</script>
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Published:
    base = tmp_path_factory.mktemp("published")
    root = write_project(base / "project")
    (root / "content" / "pages" / "own.md").write_text(PAGE, encoding="utf-8")
    return publish(root, base / "out", check=list)


def nginx(folder: Path, out: Path, port: int) -> list[str]:
    example = (out / "server" / "nginx.conf").read_text().replace("listen 8080", f"listen 127.0.0.1:{port}")
    # Tests may run as root, whose folders nobody else enters.
    user = "user root;" if os.geteuid() == 0 else ""
    paths = "".join(f"{kind}_temp_path {folder};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n{user}\nevents {{}}\n"
        f"http {{\naccess_log off;\n{paths}{example.replace(FOLDER, str(out / 'public'))}}}\n"
    )
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


def apache2(folder: Path, out: Path, port: int) -> list[str]:
    modules = Path("/usr/lib/apache2/modules")
    loaded = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate", "brotli")
    )
    # In a folder of its own, so that it cannot be mistaken for the site the other servers serve.
    shutil.copytree(out / "public", folder / "public")
    shutil.copy(out / "server" / "apache.htaccess", folder / "public" / ".htaccess")
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"ErrorLog {folder}/error.log\n{loaded}TypesConfig /dev/null\nDefaultRuntimeDir {folder}\n"
        f"DocumentRoot {folder}/public\n<Directory {folder}/public>\nAllowOverride All\nRequire all granted\n</Directory>\n"
    )
    return ["apache2", "-D", "FOREGROUND", "-f", str(folder / "apache.conf")]


def caddy(folder: Path, out: Path, port: int) -> list[str]:
    example = (out / "server" / "Caddyfile").read_text().replace("\n:8080 {", f"\nhttp://127.0.0.1:{port} {{")
    (folder / "Caddyfile").write_text("{\nadmin off\n}\n" + example.replace(FOLDER, str(out / "public")))
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS = {"nginx": nginx, "apache2": apache2, "caddy": caddy}


@contextmanager
def running(command: list[str], port: int, folder: Path):
    log = (folder / "out.log").open("wb")
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        for _ in range(100):
            assert process.poll() is None, "".join(p.read_text() for p in folder.glob("*.log"))
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(20)
        log.close()


@pytest.fixture(scope="module", params=["table", *SERVERS])
def served(request, published, tmp_path_factory):
    """Name and address of a server that serves the published site."""
    name = request.param
    if name == "table":
        with delivered(published.out / "public", published.delivery) as base:
            yield name, base
        return
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    folder = tmp_path_factory.mktemp(name)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with running(SERVERS[name](folder, published.out, port), port, folder) as base:
        yield name, base


def ask(base, path, method="GET", **headers):
    connection = http.client.HTTPConnection(base.split("/")[2], timeout=10)
    connection.request(method, f"/{path}", headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_site_is_served_with_its_headers(served, published):
    _, base = served
    for path, status in (
        (CHAPTER, 200),
        ("", 200),
        ("no/such/page.html", 404),
        ("assets/guizhang/site.js?12345678", 200),
    ):
        answer, body = ask(base, path)
        assert answer.status == status, path
        for name, value in published.delivery.headers:
            assert answer.headers.get_all(name) == [value], (path, name)
        if status == 404:
            assert body == (published.out / "public" / "404.html").read_bytes()
            assert "immutable" not in answer.headers.get("Cache-Control", "")


def test_types_and_charset_are_said(served, published):
    _, base = served
    named = next((published.out / "public" / "assets" / "guizhang").glob("*.css"))
    for path, kind in (
        (CHAPTER, "text/html; charset=utf-8"),
        (named.relative_to(published.out / "public").as_posix(), "text/css; charset=utf-8"),
        ("assets/guizhang/site.js", "text/javascript; charset=utf-8"),
        ("assets/guizhang/favicon.svg", "image/svg+xml"),
    ):
        answer, _ = ask(base, path)
        # An SVG says itself how it is written.
        assert answer.headers["Content-Type"].lower().removesuffix("; charset=utf-8" if "svg" in kind else "") == kind


def test_what_has_a_mark_is_kept_and_pages_are_asked_for_again(served, published):
    _, base = served
    named = next((published.out / "public" / "assets" / "stylesheets").glob("*.css"))
    kept = "private, max-age=31536000, immutable"
    for path, expected in (
        (CHAPTER, "no-cache"),
        (f"{CHAPTER}?12345678", "no-cache"),
        ("assets/guizhang/site.js", "no-cache"),
        ("assets/guizhang/site.js?12345678", kept),
        ("assets/guizhang/site.js?1234567", "no-cache"),
        ("assets/guizhang/no-such.js?12345678", None),
        (named.relative_to(published.out / "public").as_posix(), kept),
    ):
        answer, _ = ask(base, path)
        if expected is None:
            assert answer.status == 404
            assert "immutable" not in answer.headers.get("Cache-Control", ""), path
        else:
            assert answer.headers.get_all("Cache-Control") == [expected], path


def test_pages_are_compressed_and_nothing_is_changed(served, published):
    _, base = served
    answer, _ = ask(base, CHAPTER, **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["Vary"].lower()
    answer, body = ask(base, CHAPTER)
    assert body == (published.out / "public" / CHAPTER).read_bytes()
    for method in ("POST", "PUT", "DELETE"):
        assert ask(base, CHAPTER, method)[0].status in (403, 405), method


def test_hidden_files_and_folders_stay_hidden(served, published):
    _, base = served
    hidden = published.out / "public" / ".hidden"
    hidden.write_text("secret")
    try:
        for path in (".hidden", ".htaccess", "assets/", "assets/guizhang/"):
            answer, body = ask(base, path)
            assert answer.status in (403, 404), path
            assert b"secret" not in body
            assert b'href="site.js"' not in body, "a list of the folder's files"
    finally:
        hidden.unlink()


def test_under_the_policy_every_page_works(served, published, browser):
    _, base = served
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective, e.blockedURI, e.sourceFile))"
    )
    site = published.out / "public"
    for path in sorted(site.rglob("*.html")):
        page.goto(base + path.relative_to(site).as_posix())
    page.goto(base)
    page.keyboard.press("/")
    page.locator(".gz-search-input:focus").wait_for()
    page.keyboard.type("投诉")
    page.locator(".gz-search-results a").first.wait_for()
    assert not said
    page.goto(base + "own.html")
    assert page.locator("#said").inner_text() == "inline", "its hash stands in the policy"
    page.goto(f"{base}no/such/page.html")
    assert page.locator("h1").first.is_visible()
    sheets = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert len(sheets) > 2, "its styles came, though the address lies three folders deep"
    assert all(sheets)
    # The policy is in force: a script nobody published does not run.
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None
    context.close()


def test_web_config_says_the_same():
    policy = "default-src 'none'; script-src 'self' 'sha256-a+b/c='"
    delivery = Delivery(policy)
    root = ET.fromstring(server_files(delivery)["web.config"])
    server = root.find("system.webServer")
    added = [(e.get("name"), e.get("value")) for e in server.findall("httpProtocol/customHeaders/add")]
    assert added == list(delivery.headers)
    mapped = {e.get("fileExtension"): e.get("mimeType") for e in server.findall("staticContent/mimeMap")}
    assert mapped[".html"] == "text/html; charset=utf-8"
    assert server.find("httpErrors/error").get("path") == "404.html"
    assert {e.get("verb") for e in server.findall("security/requestFiltering/verbs/add")} == {"GET", "HEAD"}
    assert [e.get("path") for e in root.findall("location")] == ["assets/stylesheets", "assets/javascripts"]


def test_a_site_below_a_folder_of_its_host():
    files = {name: data.decode() for name, data in server_files(Delivery("default-src 'none'", "/rules/")).items()}
    assert "location /rules/ {" in files["nginx.conf"]
    assert "error_page 404 /rules/404.html;" in files["nginx.conf"]
    assert "ErrorDocument 404 /rules/404.html" in files["apache.htaccess"]
    assert "handle_path /rules/* {" in files["Caddyfile"]


def test_a_site_inside_a_company_is_kept_from_robots_frames_and_guessed_types():
    said = dict(Delivery("default-src 'none'").headers)
    assert said["X-Robots-Tag"] == "noindex, nofollow"
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["X-Frame-Options"] == "SAMEORIGIN"
    assert said["Referrer-Policy"] == "same-origin"
    assert "camera=()" in said["Permissions-Policy"]
    assert said["Content-Security-Policy"] == "default-src 'none'"


def test_an_open_site_may_be_found_and_kept_by_proxies():
    delivery = Delivery("default-src 'none'", public=True)
    assert not any(name == "X-Robots-Tag" for name, _ in delivery.headers)
    assert delivery.kept.startswith("public, ")
    assert not any(b"noindex" in data for data in server_files(delivery).values())
