"""Handing in, in a real browser: the file, the text and the code, what stays, and a page over plain http."""

from __future__ import annotations

import json

from guizhang.grading.reading.responses import read_responses
from tests.exam.web.desk import hand_in, identify, kept, kept_in_database, lay_out, start
from tests.site.qr import read as read_code

HOST = "http://rules.intranet.example"
"""Plain http and not this machine: no secure context, so no WebCrypto."""


def intranet(context, path):
    context.route(
        f"{HOST}/**", lambda route: route.fulfill(body=path.read_bytes(), content_type="text/html; charset=utf-8")
    )
    return f"{HOST}/{path.name}"


def test_the_file_comes_as_text_and_as_a_code(page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.click("#to-review")
    page.click("main .primary")
    page.click("main summary")
    text = page.input_value(".sealed")
    path = page.get_attribute(".code path", "d")
    dark = {(int(x), int(y)) for x, y in (step.split("h")[0].split() for step in path[1:].split("M"))}
    size = int(page.get_attribute(".code", "viewBox").split()[2]) - 8
    assert read_code([[(x + 4, y + 4) in dark for x in range(size)] for y in range(size)]) == text


def test_thirty_choices_fit_into_a_code(page, record, key, tmp_path):
    item = next(i for i in record.forms[0].items if i.type == "single_choice")
    section = record.forms[0].sections[0].model_copy(update={"items": (item,) * 30})
    form = record.forms[0].model_copy(update={"sections": (section,)})
    long = record.model_copy(update={"forms": (form,), "candidates": record.candidates[:1]})
    (path,) = lay_out(long, key.public, tmp_path).values()
    start(page, path.as_uri(), "A1001")
    for number in range(1, 31):
        page.locator(f"#q{number} input").first.check()
        page.click("#next") if number < 30 else None
    text = json.loads(hand_in(page, tmp_path).read_text())["jwe"]
    assert len(text) <= 1200


def test_after_handing_in_there_is_a_receipt_and_no_answer(page, pages, tmp_path):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    hand_in(page, tmp_path)
    number = page.inner_text(".receipt")
    (name,) = kept(page)
    assert name.endswith(":done")
    assert set(kept(page, "sessionStorage")) == set(kept_in_database(page)) == {name}
    page.reload()
    assert page.inner_text(".receipt") == number
    assert page.locator("#who, #paper").count() == 0
    with page.expect_download():
        page.click("main .primary")
    page.locator("main .actions button").last.click()
    for texts in (kept(page), kept(page, "sessionStorage"), kept_in_database(page)):
        assert set(json.loads(texts[name])) == {"at", "who", "receipt", "late", "saves"}
    page.reload()
    assert page.inner_text(".receipt") == number
    assert page.locator("main button").count() == 0


def test_without_a_roster_one_computer_serves_many(page, for_everybody, key, tmp_path):
    (path,) = lay_out(for_everybody, key.public, tmp_path / "page").values()
    receipts = []
    for who in ("77", "78"):
        start(page, path.as_uri(), who, "张三")
        assert page.inner_text("#count").startswith("0/")
        page.locator("#q1 input").first.check()
        hand_in(page, tmp_path)
        receipts.append(page.inner_text(".receipt"))
        page.locator("main .actions button").last.click()
        page.get_by_role("button", name="下一位考生").click()
    page.goto(path.as_uri())
    identify(page, "77", "张三")
    page.wait_for_selector(".receipt")
    assert page.inner_text(".receipt") == receipts[0]


def test_over_plain_http_the_page_offers_itself_as_a_file(context, page, record, key, pages, tmp_path):
    page.goto(intranet(context, pages["A1001"]))
    assert not page.evaluate("isSecureContext")
    with page.expect_download() as caught:
        page.locator("main > .warning button").click()
    caught.value.save_as(tmp_path / "exam.html")
    again = context.new_page()
    start(again, (tmp_path / "exam.html").as_uri(), "A1001")
    again.locator("#q1 input").first.check()
    path = hand_in(again, tmp_path)
    intake = read_responses([path], record, None, key)
    assert intake.responses[0].answers == {1: "A"}
    assert not [fault for fault in intake.diagnostics if fault.code in ("SEA017", "SEA018")]


def test_over_plain_http_unsealed_answers_say_so(context, page, record, pages, tmp_path):
    start(page, intranet(context, pages["A1001"]), "A1001")
    page.locator("#q1 input").first.check()
    path = hand_in(page, tmp_path)
    assert page.locator("main .warning").is_visible()
    intake = read_responses([path], record, None, None)
    assert intake.responses[0].answers == {1: "A"}
    assert "SEA017" in [fault.code for fault in intake.diagnostics]


def test_nothing_is_asked_for_over_the_net(context, page, pages, tmp_path):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    address = intranet(context, pages["1002"])
    start(page, address, "1002")
    hand_in(page, tmp_path)
    assert [url for url in asked if not url.startswith("blob:")] == [address]
