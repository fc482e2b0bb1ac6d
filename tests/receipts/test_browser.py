"""Confirming on the site in a real browser: from the page to the register."""

import json
import re
import shutil

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc import jwe
from joserfc.jwk import ECKey

from guizhang.model.acknowledged import reading_lists
from guizhang.receipts.read import Standing, read_receipts
from guizhang.receipts.register import State, register
from guizhang.sealing.folder import look
from guizhang.sealing.sitting import receipt
from guizhang.site.build import build_site
from guizhang.site.csp import policy
from tests.receipts.signing import published

PEOPLE = {
    "1001": ("王芳", "agent", "zh"),
    "Ａ－7/b": ("Li Lei", "reception", "en"),
    "1003": ("O'Brien “Pat” <b>", "*", "both"),
    "1004": ("欧阳·买买提", "manager", "both"),
    "=1+1": ('=HYPERLINK("http://x","y")', "agent", "zh"),
}


@pytest.fixture(scope="module")
def site(asking, tmp_path_factory):
    return build_site(asking / "project", tmp_path_factory.mktemp("site") / "site").out


def address(base, name, view="both"):
    path = "acknowledge.html" if name == "*" else f"acknowledge/{name}.html"
    return f"{base}/{path}?lang={view}"


def confirm(page, number, name):
    """Fill in the form and confirm; return name and text of the file that is saved."""
    page.fill("#ack-name", name)
    page.fill("#ack-number", number)
    page.check("#ack-yes")
    with page.expect_download() as saved:
        page.click(".gz-ack-form button")
    return saved.value.suggested_filename, saved.value.path().read_text(encoding="utf-8")


def shown(page, part):
    return page.locator(f'[data-ack="{part}"]').text_content().strip()


@pytest.fixture
def strict(browser, site, serve_folder):
    """A new page under the site's own policy; what the policy stops and every request elsewhere is kept."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    base = serve_folder(site)
    page.base, page.stopped = base, []
    page.on("console", lambda message: page.stopped.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.stopped.append(str(error)))
    page.on(
        "request", lambda asked: page.stopped.append(asked.url) if not asked.url.startswith((base, "blob:")) else None
    )
    allowed = policy(site)

    def answer(route):
        got = route.fetch()
        route.fulfill(response=got, headers={**got.headers, "content-security-policy": allowed})

    page.route("**/*.html*", answer)
    yield page
    context.close()


def test_five_people_confirm_and_the_register_says_so(strict, known, key, tmp_path):
    noted = {}
    for number, (name, listed, view) in PEOPLE.items():
        strict.goto(address(strict.base, listed, view))
        file, text = confirm(strict, number, name)
        (tmp_path / file).write_text(text, encoding="utf-8")
        noted[number] = shown(strict, "code")
        assert shown(strict, "who") == f"{name} · {number}"
        assert strict.locator('[data-ack="unsealed"]').is_hidden()
        assert strict.input_value("#ack-text") == json.loads(text)["jwe"]
    assert not strict.stopped
    pem = key.secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    independent = jwe.decrypt_compact(json.loads(text)["jwe"], ECKey.import_key(pem)).plaintext
    assert json.loads(independent)["who"] == "=1+1"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "receipt-1001-agent.json", "receipt-1003.json", "receipt-1004-manager.json", "receipt-A-7_B-reception.json", "receipt-_1_1-agent.json",
    ]  # fmt: skip
    found = register(read_receipts(look(tmp_path), known, key, 4_000_000_000), known, None)
    assert {row.state for row in found.rows} == {State.CONFIRMED}
    got = {one.said.who: (one.said.name, one.said.list, one.said.view) for one in found.receipts}
    assert got == PEOPLE
    assert {one.said.who: one.number for one in found.receipts} == noted
    assert not [fault for one in found.receipts for fault in one.faults]


def test_the_page_shows_what_is_confirmed(page, site, book):
    for name, one in reading_lists(book).items():
        page.goto(address(f"file://{site}", name, "en"))
        rows = page.locator(".gz-ack-what tbody tr")
        assert rows.count() == len(one.extents)
        for number, extent in enumerate(one.extents):
            assert extent.digest.startswith(rows.nth(number).locator("code").text_content())
        total = page.locator(".gz-ack-what tfoot code").text_content()
        assert len(total) == 12
        assert one.digest.startswith(total)


def test_from_a_saved_copy_by_keyboard_alone(browser, site, known, key, tmp_path):
    context = browser.new_context(accept_downloads=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address(f"file://{site}", "*", "en"))
    page.focus("#ack-name")
    page.keyboard.type("Li Lei")
    page.keyboard.press("Tab")
    page.keyboard.type("1002")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").strip().endswith("Your receipt is ready")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shutil.copy(saved.value.path(), tmp_path / "a.json")
    (one,) = read_receipts(look(tmp_path), known, key, 4_000_000_000)
    assert (one.standing, one.said.place) == (Standing.CURRENT, "file://")
    context.close()


def test_nothing_is_confirmed_before_all_is_filled_in(page, site):
    page.goto(address(f"file://{site}", "agent", "zh"))
    page.click(".gz-ack-form button")
    assert page.evaluate("document.activeElement.id") == "ack-name"
    assert page.locator("#ack-need-name, #ack-need-number, #ack-need-yes").evaluate_all(
        "all => all.map(one => !one.hidden)"
    ) == [True, True, True]
    page.fill("#ack-name", "  ")
    assert page.get_attribute("#ack-name", "aria-invalid") == "true"
    page.fill("#ack-name", "王芳")
    assert page.get_attribute("#ack-name", "aria-invalid") == "false"
    assert page.locator("#ack-need-name").is_hidden()
    page.click(".gz-ack-form button")
    assert page.evaluate("document.activeElement.id") == "ack-number"
    assert page.locator(".gz-ack-done").is_hidden()


@pytest.mark.parametrize(
    "missing",
    [
        "Object.defineProperty(Crypto.prototype, 'subtle', {get: () => undefined})",
        "SubtleCrypto.prototype.generateKey = () => Promise.reject(new DOMException('no'))",
    ],
)
def test_a_browser_that_cannot_seal_says_so(page, site, known, key, tmp_path, missing):
    page.add_init_script(missing)
    page.goto(address(f"file://{site}", "agent", "en"))
    file, text = confirm(page, "1001", "王芳")
    assert page.locator('[data-ack="unsealed"]').is_visible()
    (tmp_path / file).write_text(text, encoding="utf-8")
    (one,) = read_receipts(look(tmp_path), known, key, 4_000_000_000)
    assert (one.standing, [fault.code for fault in one.faults]) == (Standing.DOUBTFUL, ["ACK016"])
    assert one.number == receipt(json.loads(text)["unsealed"]) == shown(page, "code")


@pytest.mark.parametrize("how", ["next", "back to a page the browser kept"])
def test_nothing_is_kept_for_the_next_person(page, site, how):
    page.goto(address(f"file://{site}", "agent", "zh"))
    before = page.evaluate("JSON.stringify(localStorage) + document.cookie")
    confirm(page, "1001", "王芳")
    assert page.evaluate("JSON.stringify(localStorage) + document.cookie") == before
    if how == "next":
        page.click('[data-ack="next"]')
        assert page.evaluate("document.activeElement.id") == "ack-name"
    else:
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.locator(".gz-ack-done").is_hidden()
    left = page.evaluate(
        "[...document.querySelectorAll('.gz-ack input[type=text], .gz-ack textarea')].map(f => f.value).join('')"
        " + document.querySelector('.gz-ack-done dl').textContent"
    )
    assert "1001" not in left
    assert "王芳" not in left
    assert not page.is_checked("#ack-yes")


def test_every_field_has_a_name_in_each_view(page, site):
    for view, name in (("zh", "姓名"), ("en", "Name")):
        page.goto(address(f"file://{site}", "agent", view))
        assert page.get_by_role("textbox", name=name, exact=True).count() == 1
        assert page.get_by_role("button", name=re.compile("确认|Confirm")).count() == 1
    for field in page.locator(".gz-ack-form :is(input, button)").all():
        box = field.bounding_box()
        assert field.get_attribute("type") == "checkbox" or box["height"] >= 48


def test_role_and_reading_pages_lead_there(page, site):
    for path, target in (("roles/agent.html", "acknowledge/agent.html"), ("my-reading.html", "acknowledge.html")):
        page.goto(f"file://{site}/{path}")
        page.locator(".gz-acknowledge a").click()
        page.wait_for_url(f"**/{target}")
        assert page.locator(".gz-ack-form").is_visible()


def test_a_handbook_that_does_not_ask_has_no_such_page(site, asking, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(asking / "project", root)
    path = root / "content" / "handbook.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("acknowledgement:")], encoding="utf-8")
    out = build_site(root, tmp_path / "site").out
    assert not [file for file in out.rglob("*") if "acknowledge" in file.name and file.suffix in (".html", ".js")]
    assert b"gz-acknowledge" not in (out / "roles" / "agent.html").read_bytes()
    assert published(root).settings.acknowledgement is None
    assert (site / "acknowledge.html").exists()


def test_the_private_key_is_on_no_page(site, asking):
    secret = (asking / "keys" / "private-key.pem").read_bytes().splitlines()[1]
    assert not [file for file in site.rglob("*") if file.is_file() and secret in file.read_bytes()]


@pytest.mark.parametrize(("day", "marked"), [("2026-11-30", True), ("2026-12-01", False)])
def test_a_rule_that_is_not_in_force_yet_is_marked_on_the_list(strict, day, marked):
    strict.clock.set_fixed_time(f"{day}T08:00:00")
    strict.goto(address(strict.base, "*", "zh"))
    row = strict.locator(".gz-ack-what a[href$='regulations/complaints.html']")
    assert ("尚未施行" in row.inner_text()) is marked
    assert strict.stopped == []
