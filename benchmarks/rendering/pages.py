"""Web pages: a paragraph a line, broken lines, headings with lists that count, tables for layout, a site around the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

from benchmarks.rendering.blocks import Block, Label

_LISTS = {
    "decimal": "decimal",
    "letter": "lower-alpha",
    "Letter": "upper-alpha",
    "roman": "lower-roman",
    "Roman": "upper-roman",
    "chinese": "cjk-ideographic",
}


def paragraphs(blocks: Sequence[Block]) -> str:
    """Return a page with a paragraph for each line."""
    return _page(_lines(blocks, '<p style="text-indent:2em">{}</p>', '<p align="center"><strong>{}</strong></p>'))


def broken(blocks: Sequence[Block]) -> str:
    """Return a page whose lines end with <br>, indented with blanks."""
    inner = "".join(
        f"<b>{escape(b.text)}</b><br>\n" if b.kind == "title" else f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(b.text)}<br/>\n"
        for b in blocks
    )
    return _page(f"<div class=text>{inner}</div>")


def divisions(blocks: Sequence[Block]) -> str:
    """Return a page of nested <div> and <span>, as editors of sites leave them."""
    inner = "".join(
        f'<div><span style="font-size:16px"><span lang="EN-US">{escape(b.text[:3])}</span>{escape(b.text[3:])}</span></div>\n'
        for b in blocks
    )
    return _page(f'<div><div class="rich_media_content">{inner}</div></div>')


def headings_and_lists(blocks: Sequence[Block]) -> str:
    """Return a page with headings, lists that count by themselves, bullets and tables."""
    return _page(_structured(blocks))


def layout_table(blocks: Sequence[Block]) -> str:
    """Return an old page: everything in tables, a menu in the left column."""
    menu = "".join(f'<tr><td><a href="/{i}.asp">{name}</a></td></tr>' for i, name in enumerate(_MENU))
    rows = "".join(f'<tr><td class="line">{escape(b.text)}</td></tr>' for b in blocks)
    return _page(
        '<table width="100%"><tr><td colspan=2><img src="logo.gif"></td></tr><tr><td width=160 valign=top>'
        f"<table>{menu}</table></td><td><table>{rows}</table></td></tr></table>"
    )


def site(blocks: Sequence[Block]) -> str:
    """Return a page of a content management system: bars above, beside and below the text."""
    links = "".join(f'<li><a href="/a/{i}.html">{name}</a></li>' for i, name in enumerate(_MENU))
    others = "".join(f'<li><a href="/b/{i}.html">{name}</a></li>' for i, name in enumerate(_OTHERS))
    title = next((b.text for b in blocks if b.kind == "title"), "")
    text = _lines(blocks, "<p>{}</p>", "<h2>{}</h2>")
    return _page(
        f'<header><div class="logo">众言资料</div><nav><ul>{links}</ul></nav></header>'
        f'<div class="crumbs"><a href="/">首页</a> &gt; <a href="/zl">管理资料</a> &gt; {escape(title)}</div>'
        f'<div class="wrap"><article><div class="entry-content">{text}</div>'
        '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>'
        '<p class="pager">上一篇：<a href="/b/8.html">门卫登记表填写说明</a></p></article>'
        f'<aside class="sidebar"><h3>相关推荐</h3><ul>{others}</ul></aside></div>'
        "<footer><p>关于我们 | 联系方式 | 网站地图</p><p>Copyright © 众言资料网 版权所有</p></footer>",
        title=f"{title} - 众言资料",
    )


def site_of_boxes(blocks: Sequence[Block]) -> str:
    """Return a page of a template site, whose bars are plain boxes."""
    title = escape(next((b.text for b in blocks if b.kind == "title"), ""))
    menu = "".join(f'<div class="item"><a href="/x{i}">{name}</a></div>' for i, name in enumerate(_MENU))
    hot = "".join(f'<div><i>{i}</i><a href="/h{i}.html">{name}</a></div>' for i, name in enumerate(_OTHERS, 1))
    return _page(
        f'<div class="top"><a href="/">众言资料网</a><div class="menu">{menu}</div><form><input><button>搜索</button></form></div>'
        '<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/g">管理资料</a> &gt; 正文</div>'
        f'<div class="main"><h1>{title}</h1><div class="info">时间：2024-05-06 来源：众言资料网 作者：小编 浏览：1234次</div>'
        f'<div class="con">{_lines(blocks, "<p>{}</p>", "<p>{}</p>")}</div>'
        '<div class="page">上一篇：<a href="1">食堂卫生检查表</a><br>下一篇：<a href="2">车辆使用登记表</a></div></div>'
        f'<div class="right"><div class="tit">热门文章</div>{hot}</div><div class="right"><div class="tit">最新更新</div>{hot}</div>'
        '<div class="foot">关于我们 | 版权声明 | 联系方式<br>Copyright © 2024 众言资料网 All Rights Reserved</div>',
        title=f"{title} - 众言资料网",
    )


def post(blocks: Sequence[Block]) -> str:
    """Return a post of a public account: its title over it, its text in sections that a script shows."""
    title = escape(next((b.text for b in blocks if b.kind == "title"), ""))
    text = _lines(
        blocks,
        "<section><section><p><span>{}</span></p></section></section>",
        "<section><p><strong>{}</strong></p></section>",
    )
    return _page(
        f'<div id="js_article"><h1 class="rich_media_title">{title}</h1><div id="meta_content"><span>原创</span> <span>行政小站</span>'
        f' <em id="publish_time">2024年3月5日 18:20</em></div><div class="rich_media_content" style="visibility: hidden">{text}</div>'
        '<div class="rich_media_tool"><span>阅读 1.2万</span><span>赞 30</span><span>在看</span></div></div>',
        title=title,
    )


def saved_by_word(blocks: Sequence[Block]) -> str:
    """Return a page as Word saves it: the numbers of its lists are text that Word ignores."""
    return _page(
        "\n".join(
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>"
            f"{escape(b.label.printed)}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>{escape(b.body)}<o:p></o:p></p>"
            if b.label
            else f"<p class=MsoNormal><span lang=EN-US>{escape(b.text)}</span><o:p></o:p></p>"
            for b in blocks
        )
    )


_MENU = ("首页", "管理资料", "表格下载", "培训课件", "联系我们", "会员中心")
_OTHERS = ("值班安排表模板下载", "试用期转正申请范文", "仓库盘点表填写样例", "会议纪要怎么写", "年终总结范文五篇")


def _page(inner: str, title: str = "") -> str:
    head = f"<title>{escape(title)}</title>" if title else ""
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">{head}</head>\n<body>{inner}</body></html>\n'


def _lines(blocks: Iterable[Block], one: str, title: str) -> str:
    return "\n".join((title if b.kind == "title" else one).format(escape(b.text)) for b in blocks)


def table(rows: Sequence[Block]) -> str:
    """Return rows as a table."""
    return (
        "<table border=1>"
        + "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row.cells) + "</tr>" for row in rows)
        + "</table>"
    )


class _Lists:
    """The lists that are open; closes and opens them as the labels ask."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._open: list[tuple[int, str, int, int]] = []
        """Parent, style, last value and node of the open item."""

    def close(self, to: int = 0) -> None:
        while len(self._open) > to:
            self._open.pop()
            self.out.append("</li></ol>")

    def item(self, label: Label, node: int, text: str) -> None:
        style = _LISTS[label.kind]
        for depth, (parent, old, last, _) in enumerate(self._open):
            if (parent, old, last + 1) == (label.parent, style, label.value):
                self.close(depth + 1)
                self._open[depth] = (parent, old, label.value, node)
                self.out.append(f"</li><li>{text}")
                return
        while self._open and self._open[-1][3] != label.parent:
            self.close(len(self._open) - 1)
        start = f' start="{label.value}"' if label.value != 1 else ""
        self.out.append(f'<ol style="list-style-type:{style}"{start}><li>{text}')
        self._open.append((label.parent, style, label.value, node))


def _structured(blocks: Sequence[Block]) -> str:
    lists = _Lists()
    for kind, group in groupby(blocks, key=lambda b: "row" if b.kind == "row" else "ul" if b.bullet else ""):
        some = list(group)
        if kind == "row" and len(some) > 1:
            lists.out.append(table(some))
        elif kind == "ul":
            lists.out.append("<ul>" + "".join(f"<li>{escape(b.text[len(b.bullet) :])}</li>" for b in some) + "</ul>")
        else:
            for b in some:
                _one(b, lists)
    lists.close()
    return "\n".join(lists.out)


def _one(b: Block, lists: _Lists) -> None:
    counted = b.label is not None and _countable(b.label)
    if b.kind == "title":
        lists.close()
        lists.out.append(f"<h1>{escape(b.text)}</h1>")
    elif b.kind == "heading" and b.depth <= 3 and not counted:
        lists.close()
        lists.out.append(f"<h{b.depth + 1}>{escape(b.text)}</h{b.depth + 1}>")
    elif counted and b.label is not None:
        lists.item(b.label, b.node, escape(b.body))
    elif b.depth:
        # A number the list cannot print stays text; it stands where its own number puts it.
        lists.close()
        lists.out.append(f"<p>{escape(b.text)}</p>")
    else:
        lists.out.append(f"<p>{escape(b.text)}</p>")


def _countable(label: Label) -> bool:
    return not label.before and label.kind in _LISTS and re.fullmatch(r"[.、．]", label.behind) is not None


PAGES: Mapping[str, Callable[[Sequence[Block]], str]] = {
    "html, p": paragraphs,
    "html, br": broken,
    "html, div": divisions,
    "html, headings and ol": headings_and_lists,
    "html, layout table": layout_table,
    "html, site": site,
    "html, site of boxes": site_of_boxes,
    "html, post": post,
    "html, saved by Word": saved_by_word,
}
