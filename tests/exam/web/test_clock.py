"""Time, in a real browser: warnings, extra minutes, clocks set back, the next day, and absence."""

from __future__ import annotations

import json

from tests.exam.web.desk import identify, opened, sealed_in, start


def test_time_warns_and_runs_out(page, key, pages, tmp_path):
    page.clock.install()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    live = page.locator("#live")
    assert live.get_attribute("aria-live") == "polite"
    for skip, said in ((20 * 60, "还剩 10 分钟"), (5 * 60, "还剩 5 分钟"), (4 * 60, "还剩 1 分钟")):
        page.clock.run_for(skip * 1000)
        assert said in live.inner_text()
    assert page.inner_text("#timer b") == "1:00"
    with page.expect_download() as caught:
        page.clock.run_for(61_000)
    caught.value.save_as(tmp_path / "a.json")
    content = opened(json.loads((tmp_path / "a.json").read_text())["jwe"], key)
    assert content["answers"][0] == "A"
    assert content["flags"] == ["auto"]
    assert 1800 <= content["used"] <= 1802


def test_extra_minutes_and_large_print_are_those_of_the_candidate(page, pages):
    page.clock.install()
    start(page, pages["1002"].as_uri(), "1002")
    assert page.inner_text("#timer b") in ("45:00", "44:59")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 24


def test_setting_the_clock_back_gains_nothing(page, key, pages, tmp_path):
    page.add_init_script("window.shift = 0; const now = Date.now; Date.now = () => now() + window.shift;")
    start(page, pages["A1001"].as_uri(), "A1001")
    page.evaluate("window.shift = 10 * 60_000")
    page.wait_for_timeout(700)
    assert page.inner_text("#timer b") < "20:01"
    page.evaluate("window.shift = -60 * 60_000")
    page.wait_for_timeout(700)
    then = page.inner_text("#timer b")
    page.wait_for_timeout(2_100)
    assert page.inner_text("#timer b") < then < "20:01"
    content = sealed_in(page, tmp_path, key)
    assert {"clock", "jump"} == set(content["flags"])
    assert content["used"] >= 600


def test_opened_again_the_next_day(context, key, pages, tmp_path):
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    page.close()
    context.add_init_script("const now = Date.now; Date.now = () => now() + 86_400_000;")
    page = context.new_page()
    page.goto(pages["A1001"].as_uri())
    with page.expect_download() as caught:
        identify(page, "A1001")
    caught.value.save_as(tmp_path / "late.json")
    page.wait_for_selector(".receipt")
    assert "考试时间在页面关闭期间已经用完" in page.inner_text("main .warning")
    content = opened(json.loads((tmp_path / "late.json").read_text())["jwe"], key)
    assert {"late", "auto"} == set(content["flags"])
    assert content["answers"][0] == "A"
    assert content["last"] < 60
    assert content["used"] > 86_000


def test_leaving_is_recorded_and_told(page, key, pages, tmp_path):
    page.clock.install()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.evaluate("dispatchEvent(new Event('blur'))")
    page.clock.run_for(7000)
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert "7" in page.inner_text("#live")
    content = sealed_in(page, tmp_path, key)
    assert content["away_count"] == 1
    assert content["away_seconds"] == 7
