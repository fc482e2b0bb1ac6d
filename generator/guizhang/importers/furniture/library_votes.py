"""What gives away the pages of document libraries: fields of the file, its pages as pictures, what may be done with it."""

from __future__ import annotations

from guizhang.importers.lines.verdicts import CHROME, DOWNLOAD, FOOTER, PREFACE, TEASER, vote

_FILE = r"\.(?:docx?|pdf|wps|xlsx?|pptx?)"

LIBRARY = (
    vote(
        2.5,
        CHROME,
        r"^(?:上传(?:时间|日期|用户|人|者)|贡献者|分享者|下载(?:积分|次数|点数|量)|(?:所需|消耗)积分"
        r"|(?:文档|文件|资源|全文)(?:id|格式|大小|页数|字数|热度|评分)) ?: ?\S",
    ),
    vote(
        2.0, CHROME, r"^(?:(?:文档|资源)编号 ?: ?\d{5,}|(?:页数|字数) ?: ?\d+ ?[页字]?|格式 ?: ?(?:docx?|pdf|wps|txt))$"
    ),
    vote(2.5, CHROME, r"^约? ?[\d.]+ ?[千万] ?字$|^约 ?\d+ ?[页字]$|^\d{4}-\d{1,2}-\d{1,2} ?发布于\S{2,6}$"),
    vote(2.5, CHROME, r"^[·•*-] ?\d{1,6}$"),  # how many have read it, say
    vote(3.0, DOWNLOAD, rf"^\S{{1,60}}{_FILE} ?(?:_?第 ?\d+ ?页|vip|免费)$"),
    vote(7.0, DOWNLOAD, r"由(?:会员|用户|网友)分享.{0,6}(?:在线)?阅读|\d页珍藏版|总共 ?\d+ ?页.{0,4}全部预览"),
    vote(2.5, CHROME, r"^(?:资源|文档)(?:描述|简介|介绍|详情|属性|预览|信息)(?: ?:.{0,40})?$"),
    vote(3.5, FOOTER, r"全文共 ?\d+ ?页.{0,4}当前为?第 ?\d+ ?页"),
    vote(
        3.0,
        PREFACE,
        r"^(?:use|customi[sz]e|download|get|try|copy|grab) (?:this|our|the) (?:free |customi[sz]able |editable )?[^.]{0,40}\b(?:template|sample)s?\b"
        r"|\b(?:this|our|the) (?:free )?[^.]{0,40}\b(?:template|sample) (?:is|can be|will|helps?|provides?|includes?|covers?|outlines?|should)\b",
    ),
    vote(
        2.5,
        CHROME,
        r"^(?:来源|作者|出处|信息来源|稿源) ?: ?.{1,20} (?:来源|作者|编辑|责编|日期|时间|发布(?:时间|日期|人)?|浏览|点击|阅读|字数) ?:",
    ),
    # A question that somebody asked of a page, over the answer.
    vote(
        3.0,
        CHROME,
        r"^\W*(?:[Ⅰ-Ⅻ] ?)?.{2,30}(?:制度|规定|办法|合同|守则|手册|职责|条例)(?:有没有|有吗|谁有|哪里有|怎么写|如何写|怎样写)\W*$",
    ),
    vote(3.0, CHROME, r"\bip ?: ?\d{1,3}\.[\d*]{1,3}\.[\d*]"),
    vote(2.0, FOOTER, r"^文档仅供参考\S{0,12}$"),
    vote(
        3.0,
        CHROME,
        r"^revision as of \d|^(?:this is an old|current|latest) revision\b|^\S{0,12}(?:浏览器|browser).{0,16}"
        r"(?:不支[援持]|未(?:启用|开启)|disabled|not support).{0,4}java ?script"
        r"|\benable java ?script\b|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? ?发[布表]? ?\((?:作者|来源|编辑) ?:",
    ),
    # What stands over rules and behind them on a page, and within them may be a heading or a remark.
    vote(1.3, CHROME, r"^(?-i:[Ff]rom|[Bb]y) (?-i:[A-Z]|[一-鿿])[^.,;:。;,]{1,40}$"),
    vote(1.5, TEASER, r"^(?:related|further|more|additional) (?:information|resources|topics|materials?)$"),
    vote(2.5, CHROME, r"^(?:法规(?:内容|沿革|类别|体系)|[图附]表附件|相关图表) ?:$"),
    vote(
        2.0,
        PREFACE,
        r"(?:寻找|查找|搜[寻索集]|撰写|编写|起草).{0,16}(?:制度|规定|职责|合同|范[文本]|文档).{0,6}(?:过程|时候?|途中)",
    ),
    vote(
        2.0, PREFACE, r"(?:希望|但愿|相信).{0,8}(?:让|给|为|帮).{0,2}(?:您|你|大家).{0,8}(?:时间|帮助|参考|启发|方便)"
    ),
)
