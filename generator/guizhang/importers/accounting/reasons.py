"""Why text is no part of a rule, as people read it."""

from __future__ import annotations

from collections.abc import Mapping

from guizhang.diagnostics import Message

REASONS: Mapping[str, Message] = {
    "layout": Message("空白和换行", "blanks and line breaks"),
    "separator": Message("编号和正文之间的符号", "signs between number, heading and text"),
    "gloss": Message("注音", "pinyin glosses"),
    "invisible": Message("看不见的字符", "invisible characters"),
    "columns": Message("列与列之间的空白", "blanks between columns"),
    "markup": Message("排版标记", "markup"),
    "stray-mark": Message("零散的符号", "stray signs"),
    "repeated-title": Message("重复的标题", "repeated titles"),
    "title-label": Message("标题前的“文件名称”", "labels such as Document title"),
    "page-head": Message("文件之外的标题", "headings outside the documents"),
    "page-title": Message("网页标题", "title of the web page"),
    "table-of-contents": Message("目录", "table of contents"),
    "running-head": Message("页眉页脚", "running heads"),
    "page-number": Message("页码", "page numbers"),
    "page-footer": Message("页脚", "page footers"),
    "watermark": Message("水印", "watermarks"),
    "overprint": Message("重叠印刷的字", "overprinted characters"),
    "hidden": Message("隐藏的文字", "hidden text"),
    "tracked-deletion": Message("修订中已删除的文字", "text deleted in tracked changes"),
    "struck-out": Message("划掉的文字", "text that is struck out"),
    "field-instruction": Message("域代码", "field codes"),
    "site-chrome": Message("网页栏目和声明", "parts of the web page"),
    "link-farm": Message("链接", "links"),
    "advertisement": Message("广告", "advertisement"),
    "comments": Message("网友评论", "comments"),
    "mail-head": Message("邮件的抬头和签名", "head and signature of a mail"),
    "quoted-mail": Message("邮件里引用的来信", "the mail that a mail quotes"),
    "chat": Message("聊天里的发言人、时间和应答", "senders, times and nods of a chat"),
    "download-prompt": Message("下载提示", "download prompts"),
    "template-preface": Message("范文网站的引言", "preface of a template site"),
    "teaser": Message("其他文章的导读", "teasers of other articles"),
    "script": Message("网页脚本", "scripts of the web page"),
    "style": Message("网页样式", "styles of the web page"),
    "comment": Message("批注", "comments of the file"),
    "alternate": Message("同一内容的另一种写法", "another form of the same content"),
    "ruby": Message("拼音指南", "phonetic guides"),
    "sheet-name": Message("工作表名称", "names of sheets"),
    "column-names": Message("列名，每一条里都写着", "names of columns, which each rule says"),
    "group-again": Message("分组的名称，上面一行已写", "names of groups, said in the row above"),
    "empty-cell": Message(
        "空着的格子里的“—”“无”和空行的序号", "signs such as — in cells that say nothing, and numbers of empty rows"
    ),
    "language-names": Message("中文、英文的列名", "names of the two languages over their columns"),
    "signing-sheet": Message("签名用的名单", "lists of people to sign"),
    "hidden-sheet": Message("隐藏的工作表", "hidden sheets"),
    "merged-away": Message("合并单元格盖住的内容", "what merged cells cover"),
    "formula-without-result": Message("没有结果的公式", "formulas without a result"),
    "note-separator": Message("脚注分隔线", "lines above footnotes"),
    "unreferenced-note": Message("正文没有提到的脚注", "notes nothing refers to"),
    "unreferenced-part": Message("文件中没有用到的部分", "parts of the file nothing refers to"),
    "needs-ocr": Message("图片页，要先做文字识别", "pages that are pictures and need OCR"),
    "unplaced": Message("页面之外的文字", "text outside the page"),
    "fallback": Message("给旧浏览器的替代文字", "text for browsers that lack something"),
    "noscript": Message("给不运行脚本的浏览器的文字", "text for browsers without scripts"),
    "template": Message("网页模板", "templates of the web page"),
    "joined-lines": Message("行与行之间的换行", "breaks between lines"),
}
"""Why characters are no part of a rule. A reason that is not here is shown as it is called."""

SAID_ELSEWHERE = frozenset({"column-names", "group-again", "empty-cell"})
"""Reasons of what every rule says all the same: nothing of it is missing."""


def reason_name(reason: str) -> Message:
    """Return what a reason is called."""
    return REASONS.get(reason) or Message(reason, reason.replace("-", " "))
