"""What a page becomes: a table of sources and the lines, numbers and drops expected."""

import random

import pytest

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers import html
from guizhang.importers.refusal import ImportRefused
from tests.importers.readers.pdf_samples import bare, expected, page_html, rules


def read(source):
    extract = html.read(source if isinstance(source, bytes) else source.encode())
    audit_extract(extract)
    return extract


WORD = (  # as Word saves an automatic number: the number stands in the text
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
    "第一条<span>&nbsp;&nbsp; </span></span><![endif]>正文</p>"
)
LETTERS = "<ol type=a><li>a<li>b</ol><ol type=I><li>c</ol><ol type=A start=27><li>d</ol><ol type=i start=4><li>e</ol>"
TAB = "<div style='display:none'><p>第二条 员工应当按时到岗上班。<p>第三条 员工不得无故迟到早退。</div><p>b"

LINES = [
    # Boundaries and white space.
    ("<p>a<p>b", "a\nb"),
    ("a<br>b<hr>c<div>d</div>e", "a\nb\nc\nd\ne"),
    ("<p> a \n b\t<b> c</b> </p>", "a b c"),
    ("<p>员工应当\n  遵守</p>", "员工应当遵守"),
    ("<p>employees\n  shall</p>", "employees shall"),
    ("<p>第一条&nbsp;&#27491;文&hellip;&lt;a&gt;</p>", "第一条\xa0正文…<a>"),
    ("<p>　　第一条　正文</p>", "　　第一条　正文"),
    ("<pre>a\n  b\n\nc</pre>", "a\n  b\nc"),
    ("<p style='white-space: pre-line'>a\nb</p>", "a\nb"),
    ("<span style='display:block'>a</span>b", "a\nb"),
    ("<p>a</p>&nbsp;<p>　</p><p>b", "a\nb"),
    ("<p>a<wbr>b<span>c</span><i></i>d", "abcd"),
    ("<details><summary>总则</summary>正文</details>", "总则\n正文"),
    ("<dl><dt>迟到<dd>晚到</dl><select><option>a<option>b</select><textarea>x\ny</textarea>", "迟到\n晚到\na\nb\nx\ny"),
    ("第一条 甲\n第二条 乙", "第一条 甲\n第二条 乙"),
    # What a tree builder loses.
    ("<p>a</p></body></html>tail<p>more", "a\ntail\nmore"),
    ("<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after", "deep\nafter"),
    ("<table>stray<tr><td>x</table>y", "stray\nx\ny"),
    ("<p>a & b < c 3<4 &unknown; &amp;copy;", "a & b < c 3<4 &unknown; &copy;"),
    ("<p>a<!-- never closed <p>第二条 正文<p>b", "a never closed\n第二条 正文\nb"),
    ("<title>制度<p>第一条 正文<p>b", "制度\n第一条 正文\nb"),
    ("<!DOCTYPE html [<!ENTITY a '&b;&b;'>]><p>&a;", "]>\n&a;"),
    # Tables.
    ("<table><tr><th>序号<th>处罚<tr><td>1<td>警告</table>", "序号\t处罚\n1\t警告"),
    ("<table><tr><td>1<td><td>警告<td></table>", "1\t\t警告"),
    ("<table><tr><td rowspan=3>考勤<td>迟到<td>警告<tr><td>旷工<td rowspan=2>20元<tr><td>早退</table>",
     "考勤\t迟到\t警告\n〃\t旷工\t20元\n〃\t早退\t〃"),
    ("<table><tr><td rowspan=2><td>甲<td>乙<tr><td>丙<td>丁</table>", "甲\t乙\n丙\t丁"),
    ("<table><tr><td>甲<td rowspan=9999999999>乙</table><table><tr><td>丙<td>丁</table>", "甲\t乙\n丙\t丁"),
    ("<table><tr><td>1<td>罚款<br>20元<p>警告</table>", "1\t罚款 20元 警告"),
    ("<table><tr><td>导航<td><h2>总则</h2><p>第一条</table>", "导航\n总则\n第一条"),
    ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", "a\nb\tc"),
    # Automatic numbers.
    ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
    ("<ol start=3><li>a<li value=9>b<li>c</ol>", "3. a\n9. b\n10. c"),
    ("<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c"),
    ("<ol reversed start=10><li>a<li>b</ol>", "10. a\n9. b"),
    (LETTERS, "a. a\nb. b\nI. c\nAA. d\niv. e"),
    ("<ol style='list-style-type:cjk-ideographic'><li>总则<li>附则</ol>", "一、总则\n二、附则"),
    ("<ol style='list-style: trad-chinese-formal inside' start=12><li>总则</ol>", "壹拾貳、总则"),
    ("<style>ol.x{list-style-type:cjk-heavenly-stem}</style><ol class=x><li>a<li>b</ol>", "甲、a\n乙、b"),
    ("<ol style='list-style:none'><li>a</ol><ul><li>b</ul>", "a\n• b"),
    ("<style>.n{list-style:none}</style><ul class=n><li>a</ul><ul type=none><li>b</ul>", "a\nb"),
    ("<ul><li>（一）a<li>- b<li><a href=x>c</a><li>见<a href=x>附表</a>第二栏", "（一）a\n- b\nc\n• 见附表第二栏"),
    ("<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>", "1. a\na. b\nb. c\n2. d"),
    ("<ol><li><ol><li>x</ol></ol>", "1.\n1. x"),
    ("<ol><li><p>甲</p><p>乙</p><li>丙</ol>", "1. 甲\n乙\n2. 丙"),
    ("<ol><li>1. 自带<li>2. 编号</ol>", "1. 自带\n2. 编号"),
    ("<ol><li>第一条 自带</ol>", "第一条 自带"),
    ("<ol><li></li><li>b</ol>", "2. b"),
    ("<ol start=0 style='list-style-type:lower-roman'><li>a</ol>", "0. a"),
    (WORD, "第一条\xa0\xa0 正文"),
    # What no reader of the page sees.
    ("<p>a<span style='display:none'>x</span>b<span hidden>y</span><span aria-hidden=true>c</span>", "abc"),
    ("<style>.x{display:none}</style><p class='y x'>junk</p><p>b", "b"),
    ("<style>@media print{p{display:none}} .x{color:red}</style><p class=x>b", "b"),
    ("<div hidden><p>分享到</div><p>b", "b"),
    (TAB, "第二条 员工应当按时到岗上班。\n第三条 员工不得无故迟到早退。\nb"),
    ("<body style='display:none'><p>第一条 正文</p><script>show()</script>", "第一条 正文"),
    ("<ruby>漢<rp>(</rp><rt>hàn</rt></ruby>字<script>x</script><template>t</template><noscript>n</noscript>", "漢字"),
    ("<p>罚款<del>50</del><ins>100</ins>元", "罚款100元"),
    ("<nav><a>首页</a></nav><main>第一条 正文</main><footer>© 2020 某公司</footer>", "第一条 正文"),
    ("<div role=navigation>目录</div><p>a", "a"),
    ("<nav><a>首页</a><p>第一条 员工应当按时到岗上班打卡。<p>第二条", "首页\n第一条 员工应当按时到岗上班打卡。\n第二条"),
    ("<p>a<footer>本制度自发布之日起施行，由人力资源部负责解释。</footer>", "a\n本制度自发布之日起施行，由人力资源部负责解释。"),
    ("<header><h1>考勤制度</h1></header><aside>说明</aside><p>a", "考勤制度\n说明\na"),
    ("<title>考勤制度 - 某网</title><h1>考勤制度</h1><p>a", "考勤制度\na"),
    ("<title>考勤制度</title><p>a", "考勤制度\na"),
    ("<title>无标题文档</title><p>a", "a"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text"), LINES)
def test_lines(source, text):
    assert read(source).text == text


DROPS = [
    ("<p>a<!--b--><script>c</script><style>d{}</style><p>e", {"comment": "b", "script": "c", "style": "d{}"}),
    (
        "<ruby>漢<rt>hàn</rt></ruby><del>旧</del><span hidden>x</span>y",
        {"ruby": "hàn", "tracked-deletion": "旧", "hidden": "x"},
    ),
    (
        "<nav>首页 <a>登录</a></nav>a<noscript><p>请开启</p></noscript>",
        {"site-chrome": "首页 登录", "noscript": "请开启"},
    ),
    ("<div class='side-ads'><a href=x>领取试用</a></div>a", {"site-chrome": "领取试用"}),
    ("<header><div>青石物流</div></header><p>a", {"site-chrome": "青石物流"}),
    ("<header><h1>门卫规定</h1></header><p>a", {}),
    ("<article><header>门卫规定</header><p>a</article>", {}),
    ("<header><p>第一条 访客应当出示证件并登记。</header><p>a", {}),
    ("<p>a<div class='entry-meta x'>作者：行政部</div>", {"site-chrome": "作者：行政部"}),
    ("<p>a<p class=metadata>编号：乙三</p>", {}),
    ("<p>a<div id=meta_content>原创</div>", {"site-chrome": "原创"}),
    ("<p id=breadcrumb>首页 制度</p>a", {"site-chrome": "首页 制度"}),
    # Whatever a container is called, rules in it stay.
    ("<div class=related><p>第一条 员工不得无故缺勤，应当按时到岗。</p></div>a", {}),
    ("<title>无标题</title>a<video>不支持</video>", {"page-title": "无标题", "fallback": "不支持"}),
    (
        "<div style='mso-element:header'>第1页</div>a<span class=msoDel>旧</span>",
        {"running-head": "第1页", "tracked-deletion": "旧"},
    ),
    (" <p> a  b \n</p>", {"layout": "   \n"}),
]


@pytest.mark.parametrize(("source", "drops"), DROPS)
def test_drops(source, drops):
    found = {d.reason: d.text for d in read(source).dropped}
    assert {reason: found.get(reason) for reason in drops} == drops
    assert found.keys() - drops.keys() <= {"layout"}


def test_labels_name_list_level_and_ordinal():
    extract = read("<ol><li>a<ol type=a start=3><li>b</ol><li>c</ol><ul><li>d</ul>")
    labels = {line: (v.text, v.list_id, v.level, v.ordinal) for line, v in extract.labels.items()}
    assert labels == {1: ("1.", "1", 0, 1), 2: ("c.", "1.1.1", 1, 3), 3: ("2.", "1", 0, 2), 4: ("•", "2", 0, 1)}
    assert [extract.text[a:b] for a, b in extract.generated] == ["1. ", "c. ", "2. ", "• "]


def test_headings():
    source = "<h2>a</h2><p>b</p><div role=heading aria-level=3>c</div><p style='mso-outline-level:1'>d<h3>e<br>f</h3>"
    assert read(source).headings == {1: 2, 3: 3, 4: 1, 5: 3, 6: 3}


def test_line_numbers_are_those_of_the_source():
    source = (
        "<!doctype html>\n<script>\nif (a < b) {}\n</script>\n<!-- x\n-->\n<p\n class=a>甲\n&nbsp;乙\n</p>\n"
        "<ol>\n<li>丙</li>\n\n<li>\n丁</li></ol>"
    )
    extract = read(source)
    lines = source.split("\n")
    assert [lines[number - 1] for number in extract.numbers] == [" class=a>甲", "<li>丙</li>", "丁</li></ol>"]


def test_line_numbers_beyond_65535():
    assert read("<p>a</p>" + "\n" * 70_000 + "<p>b</p>").numbers == (1, 70_001)


RULE = "第一条 员工应当按时到岗，公司规定的上班时间不得迟到。"
HANT = "第一條 員工應當按時到崗，公司規定的上班時間不得遲到。"


@pytest.mark.parametrize("claim", ["utf-8", "gb2312", "big5", "iso-8859-1", "no-such-thing", ""])
@pytest.mark.parametrize(
    ("text", "encoding"), [(RULE, "utf-8"), (RULE, "gb18030"), (HANT, "big5"), (RULE, "utf-16"), (RULE, "utf-8-sig")]
)
def test_a_wrong_claim_does_not_destroy_text(text, encoding, claim):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={claim}">' if claim else ""
    assert read(f"<html><head>{meta}</head><body><p>{text}</p></body></html>".encode(encoding)).text == text


def test_a_claim_settles_what_bytes_cannot():
    assert (
        read('<meta charset="shift_jis"><p>就業規則：社員は定刻に出勤すること。'.encode("cp932")).text
        == "就業規則：社員は定刻に出勤すること。"
    )
    assert (
        read('<meta charset="windows-1252"><p>Règlement intérieur: à l’heure.'.encode("cp1252")).text
        == "Règlement intérieur: à l’heure."
    )


def test_a_few_damaged_bytes_do_not_refuse_a_page():
    data = f"<meta name=description content='{RULE}'><p>{RULE * 20}</p>".encode()
    cut = data.replace("到。'>".encode(), "到".encode()[:2] + b"'>")
    assert read(cut).text == RULE * 20


REFUSED = [
    (b"", "the file is empty"),
    (b"   ", "the file is empty"),
    (b"%PDF-1.4 <p>", "this is a PDF file, not plain text"),
    (b"<p>a\x00\x00b", "this is a binary file, not text"),
    (b"<script>draw()</script><body></body>", "the page has no text of its own (a script may draw it)"),
    (
        b"<frameset><frame src=menu.htm><frame src=main.htm></frameset>",
        "this page is only a frame around others: menu.htm、main.htm",
    ),
    (
        "<title>制度</title><frameset><frame src=main.htm><noframes>您的浏览器不支持框架</noframes></frameset>".encode(),
        "this page is only a frame around others: main.htm",
    ),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>a", "there is no page in the web archive (MHTML)"),
    (b"<p>" + b"<b>" * (html.MAX_TAGS + 1), f"the page has more than {html.MAX_TAGS:,} tags"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_refused_with_reason_and_mend(data, reason):
    with pytest.raises(ImportRefused) as refused:
        html.read(data)
    assert refused.value.reason_en == reason
    assert refused.value.reason_zh
    assert refused.value.mend_zh
    assert refused.value.mend_en


@pytest.mark.parametrize(
    ("source", "shown", "times"),
    [
        ("<ol><li>x" * 50_000, "x", 50_000),
        ("<del>" + "<b>x" * 50_000 + "</del><p>y", "y", 1),
        ("<style>" + ".a{display:none}" * 20_000 + "</style>" + "<p class=b>x" * 50_000, "x", 50_000),
        ("<table><tr><td>" * 20_000 + "x", "x", 1),
        ("<p>" + "字" * 2_000_000, "字", 2_000_000),
    ],
    ids=["lists", "deleted", "rules", "tables", "line"],
)
def test_hostile_pages_end(source, shown, times):
    assert read(source).text.count(shown) == times


def test_a_page_that_is_one_long_comment_has_no_text():
    with pytest.raises(ImportRefused):
        read("<!--" * 100_000 + "x")


@pytest.mark.parametrize("seed", range(4))
def test_whole_pages_in_order(seed):
    blocks = rules(seed, 40, tables=True)
    assert bare(read(page_html(blocks)).text) == expected(blocks)


def test_lines_are_those_a_browser_shows(page):
    blocks = rules(7, 20, tables=True)
    source = (
        page_html(blocks)
        + "<ul style='list-style:none'><li>甲<p>乙</ul><pre>a\n b</pre><div>丙<span> 丁 </span><br>戊<div>己</div>庚</div><p hidden>x"
    )
    page.set_content(source)
    shown = [line.strip() for line in page.evaluate("document.body.innerText").split("\n")]
    assert [line.strip() for line in read(source).text.split("\n")] == [line for line in shown if line]


FRAGMENTS = (
    "< > </p> <!-- --> <script> </script> <ol\treversed> <li\tvalue=-5> </ol> <table> <tr> <td> </table> <pre> </pre> &#0; "
    "&#x4e00; &amp <title> <del> <nav> </nav> <div\thidden> <style> ]]> <![CDATA[ <?x \x0b \x85 \u2028 \ufeff \u3000 \r <br> "
    "<textarea> <svg> <frameset> <select> <plaintext> </html> </body> style='display:none \x01"
).split(" ")


@pytest.mark.parametrize("part", range(3))
def test_damaged_pages_are_read_whole_or_refused(part):
    source = (
        page_html(rules(1, 6, tables=True)) + "<ol><li>a<ol type=a><li>b</ol></ol><ruby>漢<rt>x</rt></ruby><nav>y</nav>"
    )
    whole = 0
    for seed in range(part * 100, part * 100 + 100):
        chance = random.Random(seed)
        data = bytearray(source.encode(chance.choice(["utf-8", "gb18030"])))
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(data))
            kind = chance.random()
            if kind < 0.5:
                data[place:place] = chance.choice(FRAGMENTS).encode() * chance.randint(1, 3)
            elif kind < 0.7:
                del data[place : place + chance.randint(1, 40)]
            elif kind < 0.8:
                data[place] = chance.randrange(256)
            else:
                start = chance.randrange(len(data))
                data[place:place] = data[start : start + chance.randint(1, 200)]
        try:
            read(bytes(data))
        except ImportRefused:
            continue
        whole += 1
    assert whole > 50, "a page with a hole in it is still a page"


RULES = "<p>".join(f"第{n}条 值班员应当在离岗以前检查门窗。" for n in "一二三")
LONG = (
    "外卖配送时间为11:00至13:00，其余时间由收件人自取；骑手佩戴平台工牌，电动车停放在3号门外，违反两次的列入黑名单。"
    * 2
)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        # A page that its script shows once it has been loaded, and a note that stays hidden.
        (f"<p>园区公告<div style='visibility:hidden'><p>{LONG}</div>", f"园区公告\n{LONG}"),
        (f"<p>{LONG}<div style='visibility:hidden'><p>短注</div>", LONG),
        # The menu of an old page stands in a cell, a link a line; a list of files to load does not read like one.
        ("<table><tr><td><a>通知公告</a><br><a>规章制度</a><br><a>下载中心</a><td>甲<p>乙<p>丙<p>丁</table>", "甲\n乙\n丙\n丁"),
        ("<p><a>通知公告</a><p><a>规章制度</a><p><a>下载中心</a><p>甲<p>乙<p>丙<p>丁", "通知公告\n规章制度\n下载中心\n甲\n乙\n丙\n丁"),
        # Of a site that makes its menus and lists of the most read out of boxes, whatever their number beside the text.
        (
            (f"<div><div><a>通知公告</a></div><div><a>规章制度</a></div><div><a>下载中心</a></div></div><p>{RULES}"
            "<h4>热门文章</h4><div><i>1</i><a>会议纪要写法</a></div><div><i>2</i><a>盘点表</a></div><div><i>3</i><a>排班表</a></div>"),
            RULES.replace("<p>", "\n"),
        ),
        (
            "<div><a>考勤办法</a></div><div><a>保密办法</a></div><div><a>用车办法</a></div><p>共三份",
            "考勤办法\n保密办法\n用车办法\n共三份",
        ),
        # Rules side by side are no row, data are.
        (
            "<table><tr><td>第一条 员工应当准时到岗。<td>Article 1 Employees come on time.</table>",
            "第一条 员工应当准时到岗。\nArticle 1 Employees come on time.",
        ),
        ("<table><tr><td>一、考勤<td>二、着装<td>三、其他</table>", "一、考勤\t二、着装\t三、其他"),
        ("<table><tr><td>1.5<td>2.5</table>", "1.5\t2.5"),
        ("<table><tr><td>下列行为：<br>1、吸烟；<br>2、玩手机。<td>扣2分</table>", "下列行为：\n1、吸烟；\n2、玩手机。\n扣2分"),
    ],
)  # fmt: skip
def test_what_a_page_shows(page, text):
    assert read(page).text == text
