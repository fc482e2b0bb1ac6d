"""Marks of reading in a real browser, over two editions of the small handbook."""

import json
import random
import re
import shutil
from itertools import pairwise

import pytest

from guizhang.site.build import build_site
from guizhang.site.csp import policy
from tests.site.conftest import ROOT, write_project

CHAPTER = "regulations/complaints/taking.html"
LISTS = "my-reading.html"
NO_STORE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); } });"""
FULL_STORE = """Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); };"""


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """A folder with the site of edition one, and of edition two: a figure and an English sentence have changed."""
    base = tmp_path_factory.mktemp("editions")
    project = write_project(base / "project")
    build_site(project, base / "web" / "one")
    for name, old, new in (
        ("handbook.yaml", "reply: PT12H", "reply: PT8H"),
        ("regulations/complaints.yaml", "only after the manager has approved it", "only with the manager's approval"),
        ("regulations/leave.yaml", "article has no title", "article  has no title"),
    ):
        path = project / "content" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    build_site(project, base / "web" / "two")
    return base / "web"


@pytest.fixture(scope="module")
def base(editions, serve_folder):
    return serve_folder(editions)


@pytest.fixture
def errors(page):
    """What the page complained of; none is expected."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if "Security Policy" in message.text else None)
    page.on(
        "response",
        lambda answer: found.append(answer.url) if answer.status >= 400 and "progress" in answer.url else None,
    )
    yield found
    assert found == []


def article(page, address):
    return page.locator(f'[data-address="{address}"]')


def control(page, address):
    """What marks the article, below it."""
    return page.locator(f'[data-address="{address}"] + .gz-mark')


def states(page):
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[data-mark]')].map(a => [a.dataset.address, a.dataset.read]))"
    )


def mark_page(page, url):
    """Mark everything on the page at *url*, and wait until the wording is kept."""
    page.goto(url)
    page.locator(".gz-reading-all button").click()
    page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('guizhang.text.'))")


def store(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage).filter(([k]) => /read|text/.test(k)))")


def test_marking_by_hand_and_by_key(base, page, errors):
    page.goto(f"{base}/one/{CHAPTER}?lang=zh")
    assert set(states(page).values()) == {"unread"}
    button = control(page, "complaints/first-reply").locator(".gz-mark-set")
    button.focus()
    page.keyboard.press("Enter")
    assert states(page) == {"complaints/first-reply": "read", "complaints/closing": "unread"}
    assert page.locator(".gz-reading-count").inner_text().strip() == "已读 1/2 条"
    page.wait_for_selector('.gz-nav a[data-read="1/2"]')
    page.reload()
    assert states(page)["complaints/first-reply"] == "read"
    assert button.inner_text().startswith("已读")
    article(page, "complaints/closing").locator(".gz-num").focus()
    page.keyboard.press("m")
    assert states(page)["complaints/closing"] == "read"
    assert page.locator(".gz-reading-status").inner_text() == "第二条已标为已读。"
    page.keyboard.press("m")
    assert states(page)["complaints/closing"] == "unread"
    assert page.locator(".gz-reading-status").inner_text() == "第二条不再标为已读。"


def test_everything_on_a_page_and_back(base, page, errors):
    page.goto(f"{base}/one/{CHAPTER}")
    control(page, "complaints/closing").locator(".gz-mark-set").focus()
    page.keyboard.press("Enter")
    page.locator(".gz-reading-all button").click()
    assert set(states(page).values()) == {"read"}
    page.locator(".gz-undo").click()
    assert states(page) == {"complaints/first-reply": "unread", "complaints/closing": "read"}


def test_scrolling_marks_nothing_but_time_suggests(base, page, errors):
    page.clock.install()
    page.goto(f"{base}/one/{CHAPTER}")
    page.locator(".gz-pager").scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    assert page.locator(".gz-suggest").count() == 0
    page.clock.run_for(120_000)
    page.wait_for_selector(".gz-suggest")
    assert set(states(page).values()) == {"unread"}


def test_a_change_is_noticed_shown_and_read_again(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    page.goto(f"{base}/two/{CHAPTER}")
    assert set(states(page).values()) == {"changed"}
    assert "2 条读后有改动" in page.locator(".gz-reading-count").inner_text()
    first = control(page, "complaints/first-reply")
    show = first.locator(".gz-mark-show")
    show.click()
    change = page.locator(".gz-change")
    change.wait_for()
    assert show.get_attribute("aria-expanded") == "true"
    zh, en = change.locator("[lang='zh-Hans']"), change.locator("[lang='en']")
    assert zh.inner_text() == "接到投诉后，客服人员须在128小时内首次回复客户。"
    assert (zh.locator("del").inner_text(), zh.locator("ins").inner_text()) == ("12", "8")
    assert (en.locator("del").inner_text(), en.locator("ins").inner_text()) == ("12", "8")
    show.click()
    assert change.count() == 0
    first.locator(".gz-mark-set").click()
    assert states(page)["complaints/first-reply"] == "read"
    assert not show.is_visible()


def test_who_read_one_language_is_not_asked_about_the_other(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}?lang=zh")
    page.goto(f"{base}/two/{CHAPTER}")
    assert states(page) == {"complaints/first-reply": "changed", "complaints/closing": "read"}, "only English changed"


def test_white_space_is_no_change(base, page, errors):
    mark_page(page, f"{base}/one/regulations/leave/basics.html")
    page.goto(f"{base}/two/regulations/leave/basics.html")
    assert set(states(page).values()) == {"read"}


def test_my_reading_lists_changes_and_progress(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    mark_page(page, f"{base}/one/regulations/leave/basics.html")
    page.goto(f"{base}/two/{LISTS}?lang=en")
    page.locator(".gz-changed-article").first.wait_for()
    heads = page.locator(".gz-changed-article h3").all_inner_texts()
    assert [head.strip() for head in heads] == ["Art. 1 First reply", "Art. 2 Closing a case"]
    second = page.locator(".gz-changed-article").nth(1)
    assert second.locator("[lang='en'] del").all_inner_texts() == ["after", "manager has approved it"]
    assert second.locator("h3 a").get_attribute("href") == f"{CHAPTER}#closing"
    assert page.locator('.gz-progress-row[data-regulation="leave"] small').inner_text().startswith("3 of 4 read")
    page.select_option("[data-gz-role]", "manager")
    row = page.locator('.gz-progress-row[data-role="manager"]')
    assert row.is_visible()
    assert row.locator("small").inner_text().startswith("3 of 5 read"), "complaints are not for managers"
    assert page.locator(".gz-continue a").get_attribute("href") == f"{CHAPTER}#first-reply"
    second.get_by_role("button").click()
    page.wait_for_function("() => document.querySelectorAll('.gz-changed-article').length === 1")
    page.reload()
    assert page.locator("[data-gz-role]").input_value() == "manager"


def test_two_tabs_know_of_each_other(base, browser):
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    one.goto(f"{base}/one/{CHAPTER}")
    two.goto(f"{base}/one/{CHAPTER}")
    control(one, "complaints/first-reply").locator(".gz-mark-set").click()
    two.wait_for_selector('[data-address="complaints/first-reply"][data-read="read"]')
    control(two, "complaints/closing").locator(".gz-mark-set").click()
    one.wait_for_selector('[data-address="complaints/closing"][data-read="read"]')
    assert set(states(one).values()) == {"read"}, "neither tab undid the other's mark"
    context.close()


def exported(page, base, edition="one"):
    page.goto(f"{base}/{edition}/{LISTS}")
    with page.expect_download() as waiting:
        page.locator('[data-do="export"]').click()
    assert re.fullmatch(r"guizhang-reading-\d{4}-\d\d-\d\d\.json", waiting.value.suggested_filename)
    return json.loads(waiting.value.path().read_text(encoding="utf-8"))


def load(page, value, name="marks.json"):
    """Load *value* on the page of marks and return what it says."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    told = page.locator(".gz-told")
    page.evaluate("document.querySelector('.gz-told').textContent = ''")
    page.locator("[data-gz-keep] input").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})
    page.wait_for_function("() => document.querySelector('.gz-told').textContent !== ''")
    return told.inner_text()


def test_marks_move_to_another_device_with_what_was_read(base, page, browser, errors):
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    before = store(page)
    saved = exported(page, base)
    other = browser.new_context()
    there = other.new_page()
    there.goto(f"{base}/two/{LISTS}?lang=zh")
    assert load(there, saved).startswith("已读入 2 条标记；0 条")
    assert store(there) == before
    there.locator(".gz-changed-article del").first.wait_for()
    assert load(there, saved).startswith("已读入 0 条标记；0 条"), "once more is nothing new"
    other.close()


def test_the_newest_of_two_marks_stands(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    saved = exported(page, base)
    entries = saved["read"]["complaints"]
    entries["first-reply"] |= {"mark": "-", "at": "2020-01-01T00:00:00Z"}
    entries["closing"] |= {"mark": "-", "at": "2999-01-01T00:00:00Z"}
    entries["repealed-long-ago"] = {"mark": "AAAAAAAA", "at": "2020-01-01T00:00:00Z"}
    page.wait_for_timeout(1100)  # marks are told apart by the second
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert load(page, saved).startswith("1 marks loaded; 1 are newer here and stayed; 1 belong to no rule")
    page.goto(f"{base}/one/{CHAPTER}")
    assert states(page) == {"complaints/first-reply": "read", "complaints/closing": "unread"}
    page.wait_for_timeout(1100)
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page)["complaints/closing"] == "read", "a clock that was ahead does not win for ever"


MARK = {"mark": "AAAAAAAA", "at": "2026-01-01T00:00:00Z"}


def marks(entry=MARK, inner="closing", regulation="complaints", **more):
    """A file with one mark."""
    return {"format": "guizhang-reading", "version": 1, "read": {regulation: {inner: entry}}} | more


@pytest.mark.parametrize(
    ("what", "file", "answer"),
    [
        ("no JSON", b"\x00\x01PNG", "not a file"),
        ("empty", b"", "not a file"),
        ("another program's", {"format": "bookmarks", "version": 1}, "not a file"),
        ("a list", [1, 2], "not a file"),
        ("null", b"null", "not a file"),
        ("cut off", json.dumps(marks()).encode()[:-9], "damaged"),
        ("no version", {"format": "guizhang-reading", "read": {}}, "damaged"),
        ("a newer version", marks(version=2), "newer version"),
        ("marks are a list", marks(read=[]), "damaged"),
        ("a mark of another length", marks(MARK | {"mark": "A"}), "damaged"),
        ("a mark that is a number", marks(MARK | {"mark": 12345678}), "damaged"),
        ("no time", marks({"mark": "AAAAAAAA"}), "damaged"),
        ("time before 1970", marks(MARK | {"at": "1066-10-14"}), "damaged"),
        ("an id with a line break", marks(inner="a b\n"), "damaged"),
        ("a text that is none", marks(MARK | {"text": {"zh": "x"}}), "damaged"),
        ("one good, one bad", marks(read=marks()["read"] | {"leave": {"untitled": 7}}), "damaged"),
        ("another handbook's", marks(regulation="fishing"), "another handbook"),
        ("same name, other rules", marks(inner="constructor"), "another handbook"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(base, page, errors, what, file, answer):
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert answer in load(page, file), what
    assert store(page) == {}, "nothing is loaded by halves"


def test_the_documented_example_loads(base, page, errors):
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (example,) = (one for one in examples if "guizhang-reading" in one)
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert load(page, example.encode()).startswith("2 marks loaded; 0")
    page.goto(f"{base}/one/{CHAPTER}")
    assert states(page) == {"complaints/first-reply": "read", "complaints/closing": "unread"}


def test_everything_is_cleared_after_one_more_question(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    page.goto(f"{base}/one/{LISTS}?lang=en")
    page.locator('[data-do="clear"]').click()
    assert "All 2 marks" in page.locator(".gz-sure").inner_text()
    page.locator('[data-do="clear-no"]').click()
    assert len(store(page)) == 3
    page.locator('[data-do="clear"]').click()
    page.locator('[data-do="clear-yes"]').click()
    assert store(page) == {}
    assert page.locator(".gz-told").inner_text() == "The marks are cleared."


@pytest.mark.parametrize("script", [NO_STORE, FULL_STORE], ids=["blocked", "full"])
def test_without_a_store_it_works_until_the_page_closes(base, page, errors, script):
    page.add_init_script(script)
    page.goto(f"{base}/one/{CHAPTER}?lang=en")
    assert page.locator(".gz-reading-status").inner_text() == "", "quiet until something cannot be kept"
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page)["complaints/closing"] == "read"
    assert page.locator(".gz-reading-status").inner_text().startswith("Your browser keeps nothing here")
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page)["complaints/closing"] == "unread"
    page.goto(f"{base}/one/{LISTS}?lang=en")
    assert page.locator(".gz-not-kept").is_visible()
    assert page.locator('.gz-progress-row[data-regulation="leave"] small').inner_text().startswith("4 articles")


def test_old_wordings_make_room_for_marks(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    page.evaluate(
        """() => {
             const key = Object.keys(localStorage).find(k => k.startsWith("guizhang.text."));
             const prefix = key.slice(0, key.indexOf("complaints"));
             localStorage.setItem(prefix + "old/oldest", "1 " + "x".repeat(400000));
             localStorage.setItem(prefix + "old/older", "2 " + "x".repeat(400000));
             for (let n = 1 << 20; n; n >>= 1)
               try { for (let i = 0; ; i++) localStorage.setItem("other." + n + "." + i, "x".repeat(n)); } catch (full) {}
           }"""
    )
    page.goto(f"{base}/one/regulations/leave/basics.html")
    page.locator(".gz-reading-all button").click()
    assert set(states(page).values()) == {"read"}
    page.reload()
    assert set(states(page).values()) == {"read"}, "kept, though the store was full"
    left = [key.partition(".old/")[2] for key in store(page) if ".old/" in key]
    assert left == ["older"], "the oldest wording went, and no more than needed"


def test_it_opens_from_a_folder(editions, page, errors):
    page.goto((editions / "one" / CHAPTER).as_uri())
    page.locator(".gz-reading-all button").click()
    page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('guizhang.text.'))")
    page.reload()
    assert set(states(page).values()) == {"read"}
    page.goto((editions / "two" / LISTS).as_uri())
    page.locator(".gz-changed-article ins").first.wait_for()


def test_it_works_under_the_strict_policy(editions, base, page, errors):
    rules = policy(editions / "two")

    def add(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": rules})

    page.route("**/*", add)
    mark_page(page, f"{base}/one/{CHAPTER}?lang=both")
    page.goto(f"{base}/two/{CHAPTER}")
    page.locator(".gz-mark-show").first.click()
    page.locator(".gz-change ins").first.wait_for()
    assert exported(page, base, "two")["read"]["complaints"]["closing"]["text"]["en"][0] == "Closing a case"


def test_the_wording_kept_stays_within_its_room(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    sizes = page.evaluate(
        """async () => {
             const progress = guizhangProgress, changes = await progress.changes();
             for (let i = 0; i < 12; i++) changes.put("filler/a" + i, i, {zh: ["字".repeat(99000)], en: []});
             changes.makeRoom();
             const left = progress.keys(progress.TEXTS);
             return [left.reduce((sum, key) => sum + localStorage[key].length, 0),
                     left.filter(key => key.includes("filler")).map(key => Number(key.split("/a")[1])).sort((a, b) => a - b)];
           }"""
    )
    assert sizes[0] <= 1_000_000
    assert sizes[1] == list(range(2, 12)), "the oldest two had to go"


WORDS = [
    "接到",
    "投诉",
    "后",
    "须",
    "在",
    "24",
    "48",
    "小时",
    "内",
    "，",
    "回复",
    "\n",
    "the ",
    "a ",
    "manager ",
    "must ",
    "3.5",
    "(a)",
    "𠀀",
    " ",
]


def test_a_difference_is_made_of_both_wordings(base, page, errors):
    """What is kept and gone is the old wording, what is kept and new the new one, whatever they are."""
    page.goto(f"{base}/one/{CHAPTER}")
    chance = random.Random(5)
    pairs = []
    for _ in range(300):
        old = [chance.choice(WORDS) for _ in range(chance.randrange(30))]
        new = [chance.choice(WORDS) if chance.random() < 0.2 else word for word in old if chance.random() < 0.9]
        pairs.append(("".join(old), "".join(new)))
    found = page.evaluate(
        """async pairs => {
             const {diff} = await guizhangProgress.changes();
             return pairs.map(([a, b]) => diff(a.split("\\n"), b.split("\\n")));
           }""",
        pairs,
    )
    for (old, new), runs in zip(pairs, found, strict=True):
        assert "".join(text for kind, text in runs if kind <= 0) == old
        assert "".join(text for kind, text in runs if kind >= 0) == new
        assert all(text for _, text in runs)
        assert all(a[0] != b[0] for a, b in pairwise(runs)), "runs of one kind are one run"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("须在24小时内回复", "须在48小时内回复", "须在[24|48]小时内回复"),
        ("within 24 hours", "within 48 hours", "within [24|48] hours"),
        ("提前三天提出申请", "提前五个工作日提出申请", "提前[三天|五个工作日]提出申请"),
        ("由经理批准", "由总经理书面批准", "由[|总]经理[|书面]批准"),
        (
            "the manager approves it",
            "the head of department approves it",
            "the [manager|head of department] approves it",
        ),
        ("罚款1,000元", "罚款2,000元", "罚款[1,000|2,000]元"),
        ("甲\n乙\n丙", "甲\n丙", "甲\n[乙\n|]丙"),
        ("a b c d", "x y z d", "[a b c|x y z] d"),
    ],
)
def test_a_difference_reads_well(base, page, errors, old, new, shown):
    page.goto(f"{base}/one/{CHAPTER}")
    runs = page.evaluate(
        "async ([a, b]) => (await guizhangProgress.changes()).diff(a.split('\\n'), b.split('\\n'))", [old, new]
    )
    text, i = "", 0
    while i < len(runs):
        kind, words = runs[i]
        if kind == 0:
            text += words
        else:
            both = kind < 0 and i + 1 < len(runs) and runs[i + 1][0] > 0
            text += f"[{words}|{runs[i + 1][1]}]" if both else f"[{words}|]" if kind < 0 else f"[|{words}]"
            i += both
        i += 1
    assert text == shown


def test_a_very_long_article_is_compared_by_lines_first(base, page, errors):
    page.goto(f"{base}/one/{CHAPTER}")
    old = [f"第{i}项：" + "员工应当遵守本规定，" * 9 for i in range(120)]
    new = [*old[:60], "新的一项。", *old[61:119], old[119] + "但书。"]
    runs = page.evaluate("async ([a, b]) => (await guizhangProgress.changes()).diff(a, b)", [old, new])
    changed = [(kind, text) for kind, text in runs if kind]
    assert changed[-1] == (1, "但书。")
    assert (
        changed[:2] == [(-1, old[60][:-1]), (1, "新的一项")] or "".join(t for k, t in changed[:-1] if k < 0) in old[60]
    )
    assert "".join(text for kind, text in runs if kind >= 0) == "\n".join(new)


def test_printing_shows_none_of_it(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    page.emulate_media(media="print")
    assert not page.locator(".gz-mark, .gz-reading-all, .gz-reading-count").filter(visible=True).count()


def test_what_does_not_load_keeps_nobody_from_marking(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    mark_page(page, f"{base}/one/regulations/leave/basics.html")
    page.route("**/reading/**/*", lambda route: route.abort())
    page.goto(f"{base}/two/{CHAPTER}?lang=en")
    control(page, "complaints/closing").locator(".gz-mark-set").click()
    assert states(page) == {"complaints/first-reply": "changed", "complaints/closing": "read"}
    control(page, "complaints/first-reply").locator(".gz-mark-show").click()
    page.wait_for_selector(".gz-reading-status:has-text('please read the article again')")
    page.goto(f"{base}/two/{LISTS}?lang=en")
    page.wait_for_timeout(300)
    assert page.locator('.gz-progress-row[data-regulation="leave"] small').inner_text().startswith("4 articles")


def test_an_old_wording_from_a_file_is_text(base, page, errors):
    page.goto(f"{base}/one/{LISTS}?lang=en")
    nasty = "<img src=x onerror=document.title='hacked'>"
    entry = MARK | {"text": {"zh": [nasty], "en": [nasty]}}
    load(page, marks(entry))
    gone = page.locator(".gz-changed-article [lang=en] del").first
    gone.wait_for()
    assert gone.inner_text().startswith("<img src=x")
    assert page.locator(".gz-changed img").count() == 0
    assert page.title() != "hacked"


def test_two_handbooks_on_one_host_do_not_mix(editions, base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    shutil.copytree(editions / "one", editions / "other", dirs_exist_ok=True)
    chapter = editions / "other" / CHAPTER
    html = chapter.read_text(encoding="utf-8")
    chapter.write_text(re.sub(r'data-handbook="\w+"', 'data-handbook="ffffff"', html), encoding="utf-8")
    page.goto(f"{base}/other/{CHAPTER}")
    assert set(states(page).values()) == {"unread"}
