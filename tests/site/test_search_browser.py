"""The search box in a real browser, on pages of its own: the partial, the scripts and an index made by the Python side."""

import gzip
import json
import re
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.corpus import regulations
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from guizhang.site import client
from guizhang.site.search.build import index_files
from guizhang.site.search.evaluate import search
from guizhang.site.search.index import Index
from tests.site.box import ASSETS, write_box
from tests.site.search.book import handbook, staff

MARK = "c0ffee"
VECTORS = json.loads((Path(__file__).parent / "search" / "vectors.json").read_text(encoding="utf-8"))
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'"
HIT = ".gz-search-results .gz-search-hit"

QUERIES = [
    "投诉", "第五条", "12", "article 5", "首次回复 几小时", "how long first reply", "tousu", "tou su", "tscl", "投訴", "客诉",
    "grievance", "complaint", "complaants", "regist", "二十四小时", "24小时", "4小时", "请假办法 第五条", "病假怎么办", "投述",
    "“双手递茶”", "angry customer", "发火 接待室 合同", "the", "奉茶 不存在", "dianhua", "电hua", "客", "A4纸", "follow-up call",
]  # fmt: skip


def lay_out(folder: Path, index: dict[str, bytes], mark: str = MARK) -> Path:
    """Write the box with *index*, and a section for each of its documents."""
    whole = Index(index)
    facets = (whole.postings(f"@k:{kind}") for kind, _, _ in whole.manifest["kinds"])
    numbers = sorted({number for facet in facets if facet for number in facet.found})
    return write_box(folder, index, mark, map(whole.document, numbers))


@pytest.fixture(scope="module")
def book():
    return handbook()


@pytest.fixture(scope="module")
def index(book):
    return index_files(book, MARK)


@pytest.fixture(scope="module")
def folder(index, tmp_path_factory):
    return lay_out(tmp_path_factory.mktemp("box"), index)


@pytest.fixture(scope="module")
def base(folder, serve_folder):
    return serve_folder(folder)


@pytest.fixture(scope="module")
def large(book, tmp_path_factory):
    """An index of many files, and its pages."""
    more = replace(book, regulations=(*book.regulations, *regulations(600)))
    files = index_files(more, MARK)
    assert len(files) > 100
    return lay_out(tmp_path_factory.mktemp("large"), files), files


def opened(page, address: str, query: str = ""):
    """Open the box at *address* with the keyboard and type *query*."""
    page.goto(address)
    page.keyboard.press("/")
    page.locator(".gz-search-input:focus").wait_for()
    return typed(page, query) if query else page


def typed(page, query: str):
    """Put *query* into the open box and wait until it is answered."""
    page.evaluate(
        """(query) => {
          const input = document.querySelector(".gz-search-input");
          document.querySelector(".gz-search-note").replaceChildren("wait");
          input.value = query;
          input.dispatchEvent(new InputEvent("input"));
        }""",
        query,
    )
    page.locator(".gz-search-note").filter(has_not_text="wait").wait_for(state="attached")
    return page


def shown(page) -> list[str]:
    """Return where the results lead, without the words to mark."""
    links = page.locator(".gz-search-results a, .gz-search-others a")
    return [
        re.sub(r"\?[^#]*", "", link).removeprefix("./")
        for link in links.evaluate_all("l => l.map(a => a.getAttribute('href'))")
    ]


def said(page) -> str:
    return page.locator(".gz-search-note").inner_text()


def test_what_is_not_translated_is_named_once(book, tmp_path, serve_folder, page):
    chapter = Node(
        chapter="1", id="c", title=Text(zh="钥匙"), body=(Node(article="1", id="a", text=Text(zh="当日归还。")),)
    )
    rules = Regulation(id="keys", title=Text(zh="门禁规定"), edition=Edition(version="1"), body=(chapter,))
    folder = lay_out(tmp_path, index_files(replace(book, regulations=(rules,)), MARK))
    opened(page, f"{serve_folder(folder)}/index.html?lang=both", "当日归还")
    where = page.locator(".gz-search-where").first.inner_text()
    assert where.split() == ["门禁规定", "›", "第一章", "钥匙"]


# ---- The same as in Python ----------------------------------------------------------------------------------------------


def test_the_shared_examples_hold_in_the_browser(base, index, page):
    page.goto(f"{base}/index.html")
    parts = resources.files(client)
    code = "\n".join((parts / f"{name}.js").read_text(encoding="utf-8") for name in ("text", "files", "query", "rank"))
    both = sorted(
        {
            (a, b)
            for text, folded in VECTORS["fold"]
            for a, b in zip(text, folded, strict=False)
            if "\u3400" <= a <= "\u9fff"
        }
    )
    table = ["".join(a for a, _ in both), "".join(b for _, b in both)]
    wrong = page.evaluate(
        f"""([vectors, table]) => {{
          {code}
          simplify(table);
          const decode = (list) => {{
            const flags = new Uint8Array(100);
            set(flags, 1, list);
            return [...flags.keys()].filter((i) => flags[i]);
          }};
          const hashed = (term) => {{
            let hash = 2166136261;
            for (const char of term) hash = Math.imul(hash ^ char.codePointAt(0), 16777619) >>> 0;
            return (hash ^ (hash >>> 15)) >>> 0;
          }};
          manifest = {{ t: 1 << 16 }};
          const own = {{
            fold,
            stem,
            forms,
            words: (text) => words(fold(text)).map(([word]) => word),
            articles: (text) => articleNumbers(fold(text)).map(([, , key]) => key),
            lists: decode,
            terms: (text) => termsOf(fold(text)),
            hash: (term) => fileOf(term),
          }};
          const out = [];
          for (const [name, work] of Object.entries(own)) {{
            for (const [given, expected] of vectors[name]) {{
              const wanted = name === "hash" ? "t/" + (expected % (1 << 16)) : expected;
              const got = work(given);
              if (JSON.stringify(got) !== JSON.stringify(wanted)) out.push([name, given, wanted, got]);
            }}
          }}
          for (const [literal, text, expected] of vectors.stands)
            if (stands(fold(literal), fold(text)) !== expected) out.push(["stands", literal, text]);
          for (const [one, other, expected] of vectors.distance)
            if (Math.min(3, distance(one, other)) !== expected) out.push(["distance", one, other, distance(one, other)]);
          return out;
        }}""",
        [VECTORS, table],
    )
    assert wrong == []


def test_results_and_their_order_are_those_of_the_reference(base, index, page):
    reference = Index(index)
    opened(page, f"{base}/index.html")
    for query in QUERIES:
        expected = [hit.shown.url for hit in search(reference, query).hits]
        assert shown(typed(page, query)) == expected, query


def test_questions_of_staff_are_answered_as_by_the_reference(tmp_path, serve_folder, page):
    files = index_files(staff(), MARK)
    reference = Index(files)
    opened(page, f"{serve_folder(lay_out(tmp_path, files))}/index.html")
    for query in (
        "迟到扣多少钱",
        "迟到罚多少",
        "被客户投诉罚多少",
        "蛋糕改期收多少钱",
        "蛋糕隔天不取加收多少",
        "迟到几次会被开除",
        "投诉几次会被罚款",
        "how many sick days",
        "晨会几点",
        "休假找谁",
        "能不能带宠物",
        "店里可以大声喧哗吗",
        "chidao duoshaoqian",
        "早会duojiu",
    ):
        found = search(reference, query)
        assert shown(typed(page, query)) == [hit.shown.url for hit in found.hits], query
        card = page.locator(".gz-search-answers .gz-search-figure")
        assert card.all_inner_texts() == ([f"{found.card.zh} {found.card.en}"] if found.card else []), query
        assert [word for word in found.lacking if word not in said(page)] == [], query
        assert "“" not in said(page) or found.lacking or not found.hits, query
        numbers = page.locator(":is(.gz-search-results, .gz-search-others) .gz-search-num").all_inner_texts()
        labels = [" ".join(filter(None, (hit.shown.label_zh, hit.shown.label_en))) for hit in found.hits]
        assert numbers == labels, query


def test_the_same_with_an_index_in_many_files(large, serve_folder, page):
    folder, files = large
    reference = Index(files)
    opened(page, f"{serve_folder(folder)}/index.html")
    for query in (
        "投诉",
        "客户意见",
        "核对合同 门禁卡",
        "客服专员接到来电后应当登记",
        "record contact detail",
        "事项15",
        "guanmen",
        "zhuguan",
        "第十二条",
    ):
        expected = [hit.shown.url for hit in search(reference, query).hits]
        assert shown(typed(page, query)) == expected, query


def test_the_figure_that_answers_stands_above_the_results(base, page):
    opened(page, f"{base}/index.html", "首次回复 几小时")
    card = page.locator(".gz-search-answers a")
    assert "24小时" in card.inner_text()
    assert card.get_attribute("href").endswith("#first-reply")


def test_filters_leave_only_their_kind(base, page):
    opened(page, f"{base}/index.html", "投诉")
    assert len({link.split("/")[0] for link in shown(page)}) > 1
    page.locator("select[name=kind]").select_option("record")
    page.wait_for_function(f"document.querySelectorAll('{HIT}').length === 1")
    assert shown(page) == ["records/register.html"] or shown(page)[0].startswith("records/register.html")
    typed(page, "")
    assert shown(page)[0].startswith("records/register.html"), "a filter alone lists what it leaves"


# ---- What a reader does ---------------------------------------------------------------------------------------------------


def test_nothing_is_loaded_before_the_box_is_opened(base, page):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.rpartition("/")[2]))
    page.goto(f"{base}/index.html")
    page.wait_for_load_state("networkidle")
    assert not {"search-box.js", "manifest.js"} & set(asked)
    page.locator(".gz-search-open").click()
    page.wait_for_function("document.querySelector('.gz-search select')")
    assert {"search-box.js", "manifest.js"} <= set(asked)


def test_by_keyboard_from_the_slash_to_the_marked_article_and_back(base, page):
    opened(page, f"{base}/index.html", "首次回复")
    combobox = page.locator(".gz-search-input")
    assert combobox.get_attribute("aria-expanded") == "true"
    assert combobox.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    active = combobox.get_attribute("aria-activedescendant")
    option = page.locator(f"#{active}")
    assert option.get_attribute("aria-selected") == "true"
    assert option.get_attribute("href").endswith("#first-reply")
    page.keyboard.press("/")
    assert combobox.input_value() == "首次回复/", "a stroke is text while typing"
    typed(page, "首次回复")
    page.keyboard.press("Enter")  # nothing chosen: the first
    page.wait_for_url("**/regulations/complaints/taking.html?h=*#first-reply")
    marks = page.locator("main mark")
    assert set(marks.all_inner_texts()) == {"首次回复"}
    assert page.locator("section:has(#first-reply) mark").count() == marks.count()
    assert marks.first.evaluate("m => m.getBoundingClientRect().bottom <= innerHeight")
    page.go_back()
    page.wait_for_function(f"document.querySelectorAll('{HIT}').length")
    assert combobox.input_value() == "首次回复"
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('.gz-search').open")
    assert "q=" not in page.url


def test_escape_gives_the_focus_back(base, page):
    page.goto(f"{base}/index.html")
    page.locator(".gz-search-open").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('.gz-search-input')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "gz-search-open"


def test_up_leads_into_the_suggestions_and_choosing_one_asks_it(base, page):
    opened(page, f"{base}/index.html", "投诉")
    texts = page.locator(".gz-search-suggestion").all_inner_texts()
    assert texts
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_function("text => document.querySelector('.gz-search-input').value === text", arg=texts[-1])


def test_an_input_method_searches_when_it_is_done(base, page):
    opened(page, f"{base}/index.html")
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "tou'su", "selectionStart": 6, "selectionEnd": 6})
    page.keyboard.press("ArrowDown")
    assert page.locator(HIT).count() == 0
    session.send("Input.insertText", {"text": "投诉"})
    page.locator(HIT).first.wait_for()
    assert page.locator(".gz-search-input").input_value() == "投诉"


def test_pasted_text_is_searched(base, page):
    opened(page, f"{base}/index.html")
    page.keyboard.insert_text(" 双手递茶。\n")
    page.locator(HIT).first.wait_for()
    assert shown(page)[0].endswith("#tea")


def test_a_link_with_a_query_opens_the_box(base, page):
    page.goto(f"{base}/index.html?lang=en&q=first%20reply")
    page.locator(HIT).first.wait_for()
    assert page.locator(".gz-search-input").input_value() == "first reply"
    assert page.locator(".gz-search-input").get_attribute("placeholder").startswith("Search")


@pytest.mark.parametrize(
    "query",
    ["客", "a", "投诉" * 250, "x" * 500, "，。！？", "...", "😀", "👨‍👩‍👧‍👦 客户", "<b>粗体</b>", "<img src=x onerror=hacked=1>", "<script>hacked=1</script>",
     ".*+?^${}()|[]\\", "(", "[a-", "\\", "$&", "投诉\\", "\ud83d", "投诉\udc00", "\u0000", "   ", '"', "“”", "#", "@k:article", "__proto__", "constructor"],
)  # fmt: skip
def test_any_query_is_answered_and_none_is_markup(base, index, page, query):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, f"{base}/index.html")
    typed(page, query)
    assert errors == []
    assert page.evaluate("window.hacked") is None
    assert page.locator(".gz-search :is(script, img), .gz-search-list b b").count() == 0
    assert said(page) or not query.strip().strip("\0") or page.locator(HIT).count()
    assert page.evaluate("document.querySelector('.gz-search-list').getAttribute('aria-busy')") is None


def test_rule_text_is_never_markup(base, page):
    opened(page, f"{base}/index.html", "粗体")
    assert "<b>粗体</b>" in page.locator(HIT).first.inner_text()
    page.locator(HIT).first.click()
    page.wait_for_url("**h=*")
    assert page.locator("main mark").all_inner_texts() == ["粗体"]


def test_what_was_added_and_what_is_lacking_is_said(base, page):
    opened(page, f"{base}/index.html?lang=zh", "客诉 登记")
    assert "投诉" in said(page)
    typed(page, "奉茶 不存在")
    assert "不存在" in said(page)
    assert page.locator(".gz-search-others a").count() > 0
    opened(page, f"{base}/index.html?lang=both", "奉茶 zzqxv yyqwv")
    assert "“zzqxv、yyqwv”" in said(page)
    assert "“zzqxv, yyqwv”" in said(page), "a list is written as its language writes it"


@pytest.mark.parametrize(("day", "mark"), [("2027-02-28", "尚未施行"), ("2027-03-01", "")])
def test_a_rule_that_is_not_in_force_is_marked_and_comes_last(book, tmp_path, serve_folder, page, day, mark):
    """The index does not know on which day it is read."""
    complaints, leave = book.regulations
    edition = Edition(version="2", effective=date(2027, 3, 1))
    later = replace(book, regulations=(complaints.model_copy(update={"edition": edition}), leave))
    base = serve_folder(lay_out(tmp_path, index_files(later, MARK)))
    page.clock.set_fixed_time(f"{day}T08:00:00")
    opened(page, f"{base}/index.html?lang=zh", "首次回复 几小时")
    card = page.locator(".gz-search-answers .gz-search-hit, .gz-search-answers a").first
    assert ("尚未施行" in card.inner_text()) is bool(mark)
    found = search(Index(index_files(later, MARK)), "客户", on=date.fromisoformat(day))
    assert shown(typed(page, "客户")) == [hit.shown.url for hit in found.hits]
    states = page.locator(f"{HIT} .gz-search-state").all_inner_texts()
    assert [text.strip() for text in states] == [mark] * sum(bool(hit.standing) for hit in found.hits if not hit.partly)


# ---- Views and screens ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("view", "languages"), [("zh", {"zh-Hans"}), ("en", {"en"}), ("both", {"zh-Hans", "en"})])
def test_results_are_in_the_languages_of_the_view(base, page, view, languages):
    opened(page, f"{base}/index.html?lang={view}", "12")
    halves = page.locator(f"{HIT} .gz-search-title [lang]:visible")
    assert set(halves.evaluate_all("list => list.map(half => half.lang)")) == languages


def test_a_hit_in_the_other_language_is_seen(base, page):
    opened(page, f"{base}/index.html?lang=zh", "reception room")
    assert "reception room" in page.locator(f"{HIT} .gz-search-text").first.inner_text()


def test_on_a_phone_the_box_fills_the_screen(base, browser):
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{base}/index.html")
    page.locator(".gz-search-open").tap()
    page.locator(".gz-search-input").fill("投诉")
    page.locator(HIT).first.wait_for()
    box = page.locator(".gz-search").bounding_box()
    assert (box["x"], box["width"], box["height"]) == (0, 360, 640)
    assert page.evaluate("document.querySelector('.gz-search-list').scrollWidth") <= 360
    for target in (".gz-search-close", ".gz-search-suggestion", "select[name=kind]", HIT):
        assert page.locator(target).first.bounding_box()["height"] >= 48, target
    context.close()


# ---- Where things go wrong ---------------------------------------------------------------------------------------------------


def test_a_file_that_does_not_load_is_shown_and_tried_again(large, serve_folder, page):
    folder, _ = large
    page.route("**/search/w/*", lambda route: route.abort())
    opened(page, f"{serve_folder(folder)}/index.html?lang=zh", "接待室")
    assert "没有载入" not in said(page), "no word is asked for"
    typed(page, "接待室 customer")
    assert "没有载入" in said(page)
    assert page.locator(".gz-search-hit").count() > 0, "the rest answers"
    page.unroute("**/search/w/*")
    page.locator(".gz-search-again").click()
    page.wait_for_function("!document.querySelector('.gz-search-note').textContent.includes('没有载入')")
    assert page.locator(HIT).count() > 0


@pytest.mark.parametrize("name", ["t", "d", "s"])
def test_whatever_fails_the_box_says_so(large, serve_folder, page, name):
    folder, _ = large
    page.route(f"**/search/{name}/*", lambda route: route.fulfill(status=200, body="<html>not found</html>"))
    opened(page, f"{serve_folder(folder)}/index.html?lang=en", "投诉")
    assert "did not load" in said(page)


def test_without_any_index_the_box_says_so(base, page):
    page.route("**/search/manifest.js*", lambda route: route.abort())
    opened(page, f"{base}/index.html?lang=en", "投诉")
    assert "did not load" in said(page)
    page.unroute("**/search/manifest.js*")
    page.locator(".gz-search-again").click()
    page.locator(HIT).first.wait_for()


def test_an_index_of_another_build_is_noticed(index, tmp_path, serve_folder, page):
    folder = lay_out(tmp_path / "old", index, mark="d15ea5e")
    opened(page, f"{serve_folder(folder)}/index.html?lang=en", "投诉")
    assert "another build" in said(page)
    assert page.locator(HIT).count() > 0


def test_from_a_folder_without_a_server(folder, page):
    opened(page, (folder / "index.html").as_uri(), "tousu")
    assert page.locator(HIT).count() > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**h=*")
    assert page.locator("main mark").count() > 0


def test_under_a_strict_policy(large, serve_folder, page):
    folder, _ = large
    messages = []
    page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)

    def guarded(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    page.route("**/*.html*", guarded)
    opened(page, f"{serve_folder(folder)}/index.html", "投诉")
    page.locator(HIT).first.click()
    page.wait_for_url("**h=*")
    assert page.locator("main mark").count() > 0
    assert [message for message in messages if "favicon" not in message] == []


# ---- What is sent ------------------------------------------------------------------------------------------------------------


def test_the_client_is_small():
    sent = [client.script(), (ASSETS / "search.js").read_bytes()]
    assert sum(len(gzip.compress(script, 9)) for script in sent) <= 15.5 * 1024


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("const a = 1; // why\nconst b = 2;\n", "const a=1;const b=2;"),
        ("/* head\n */\nlet a = b / c;", "let a=b/c;"),
        ('say("a  b // c /* d */");', 'say("a  b // c /* d */");'),
        ("`a ${ b } // c`;", "`a ${ b } // c`;"),
        ('text.replace(/[/"] x/g, "");', 'text.replace(/[/"] x/g,"");'),
        ("if (a) return b; else return c;", "if(a)return b;else return c;"),
        ("if (a) {\n  b = [1,\n  ];\n}\nc();", "if(a){b=[1]}c();"),
    ],
)
def test_comments_and_blanks_stay_at_home(code, expected):
    assert client.squeezed(code) == expected
