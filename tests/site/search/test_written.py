"""Hand-written pages as what is found."""

from guizhang.model.text import Text
from guizhang.site.search.unit import Kind
from guizhang.site.search.written import units_of_page

PAGE = """
<div lang="zh"><p>手册里的<b>每一条</b>都有名字。</p><ul><li>第一<br>第二</li></ul></div>
<div lang="en"><p>Every rule has a <em>name</em>.</p></div>
<h2 id="print"><span lang="zh">打印</span> <span lang="en">Printing</span></h2>
<p>按 Ctrl &amp; P。</p><script>alert(1)</script>
"""


def test_sections_by_heading_and_language():
    whole, printing = units_of_page("reading.html", Text(zh="怎样读", en="How to read"), PAGE)
    assert (whole.kind, whole.url, whole.title.zh) == (Kind.PAGE, "reading.html", "怎样读")
    assert whole.body.zh == "手册里的每一条都有名字。\n第一 第二"
    assert whole.body.en == "Every rule has a name."
    assert (printing.url, printing.heading.shown.en) == ("reading.html#print", "How to read")
    assert (printing.title.zh, printing.title.en) == ("打印", "Printing")
    assert printing.body.zh == "按 Ctrl & P。"
