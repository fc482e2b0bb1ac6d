"""What gives a web page's furniture and a template's patter away, as a table of votes: weight, reason, pattern.

3 and more: no rule says this. 1 to 2: says it seldom. Patterns run on the folded view.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.importers.verdicts import ADVERT, CHROME, COMMENTS, DOWNLOAD, FOOTER, LINKS, PREFACE, TEASER


@dataclass(frozen=True, slots=True)
class Vote:
    """One reason to think that a line is furniture."""

    weight: float
    reason: str
    pattern: re.Pattern[str]


def vote(weight: float, reason: str, pattern: str) -> Vote:
    """Return a vote; the pattern is searched for in either case."""
    return Vote(weight, reason, re.compile(pattern, re.IGNORECASE))


VOTES = (
    vote(3.0, CHROME, r"当前(?:所在)?位置 ?[::]|^首页 ?[>›»/|]|本文(?:地址|链接) ?[::]"),
    vote(
        3.0,
        CHROME,
        r"责任编辑|小编[::]|(?:浏览|阅读|点击)(?:次数|量|数)? ?[:(]? ?\d"
        r"|^字号? ?[::]|上一[篇页] ?[::]|下一[篇页] ?[::]",
    ),
    vote(
        2.5,
        CHROME,
        r"^(?:来源|作者|编辑|发布者?|上传者?|出处) ?[::]|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: [\d:]+)? *来源",
    ),
    vote(
        2.5,
        CHROME,
        r"(?:更新|发布|上传|格式)(?:时间 ?[::] ?\d{2,4}年|(?:时间|日期)? ?[::] ?(?:\d{2,4}[-/.]|DOC|PDF|WORD))",
    ),
    vote(1.2, CHROME, r"(?:时间|日期) ?[::] ?\d{4}[-/.年]"),
    vote(
        2.0, CHROME, r"(?:人气|回应|留言|看过|收藏|点赞|评论|推荐度) ?[::]? ?[\d,]+|\d+人(?:看过|浏览|收藏)|推荐度 ?:"
    ),
    vote(2.5, CHROME, r"(?:最近|最后|上次|最新)(?:编辑|修改|更新|保存|检视)(?:日期|时间)?(?:于? ?[::]|于 ?\d)"),
    vote(
        2.5,
        CHROME,
        r"^(?:previous|next)(?: (?:post|article|page))? ?[::»«>←→] ?\S|^[上下]一[篇则页] ?\S|^share ?:|^字[号级体](?:大小)?[\W小中大特]+$",
    ),
    vote(
        2.5,
        CHROME,
        r"^\W*(?:en|eng|english|繁体?|简体?|中文|繁中|简中|日本语)(?:\W+(?:en|eng|english|繁体?|简体?|中文|繁中|简中|日本语))+\W*$",
    ),
    vote(
        2.5,
        CHROME,
        r"^跳[至到转]+主?要?内容|(?:本|这|该|此|以上)(?:篇|个)?(?:文章?|文档|网?页面?|内容|回答|解答).{0,4}(?:对您|对你|是否).{0,4}(?:有?帮助|有用|满意)",
    ),
    vote(2.5, CHROME, r"本站.{0,6}(?:资料|内容|文章|范例|范文).{0,6}(?:仅供|来自|来源)|24小时内删除"),
    vote(
        2.5,
        CHROME,
        r"^(?:分享到?|收藏(?:本[站页])?|打印(?:本页)?|登录|注册|会员中心|联系我们|关于我们|返回(?:顶部|首页|列表)|网站地图)[ |·/]*$"
        r"|^回到?(?:页顶|顶[部端]|页首)$",
    ),
    vote(
        2.0,
        CHROME,
        r"扫(?:一扫|码)关注|关注.{0,6}公众号|客服(?:QQ|微信)|^(?:Home|Menu|Skip to (?:main )?content|跳[至到转]+(?:主要)?内容)\b",
    ),
    vote(
        2.5,
        CHROME,
        r"^(?:Share (?:this|on)|Print this page|Log ?in|Sign (?:up|in)|Subscribe\b)",
    ),
    vote(
        2.0,
        CHROME,
        r"^(?:Posted|Published|Uploaded|Last updated) (?:on|by|:)|\bviews?\b.{0,20}\bdownloads?\b|cookie policy",
    ),
    vote(3.0, CHROME, r"All rights reserved|ICP备|(?:版权|著作权)(?:归.{0,8}所有|声明)|copyright ©|未经允许.{0,6}转载"),
    vote(3.0, CHROME, r"(?:网络|网友|用户|互联网).{0,12}(?:上传|贡献|收集|整理).{0,80}(?:侵权|侵犯|版权|举报|删除)"),
    vote(
        2.5,
        CHROME,
        r"本(?:文档|文|站|资料).{0,8}(?:用户|会员|网友).{0,4}(?:上传|提供)|版权归属(?:于|原|作者|本站)|本站不保证|收益归属",
    ),
    vote(
        2.5, CHROME, r"付费(?:下载|阅读|之前)|网站客服|^\W*[\d.]+ ?[KM]B$|^\W*共?\d+页$|\d-\d\d? ?(?:发布|上传|更新)$"
    ),
    vote(2.5, CHROME, r"本(?:网)?站.{0,20}(?:不拥有|不承担|不负责|无关)|一经查实.{0,12}删除"),
    vote(
        3.0,
        DOWNLOAD,
        r"下载(?:本|此|该|这篇)?(?:文档|文章|范文|文件|word|提示|前请)|合集下载|点(?:击|此处?|我)下载|文档为 ?doc|免费下载",
    ),
    vote(
        3.0,
        DOWNLOAD,
        r"文档内容的?完整性|不可在线预览|仅(?:部分|可)预览|介意.{0,4}(?:请勿|勿).{0,2}下载|申请退款|侵犯您的权益|联系客服反馈|需要下载|全文阅读已结束",
    ),
    vote(2.5, DOWNLOAD, r"^(?:get|download|save) .{2,40}\b(?:as|in) (?:an? )?(?:pdf|word)\b\W*$"),
    vote(1.5, DOWNLOAD, r"下载(?:到|至).{0,6}(?:电脑|本地|手机)"),
    vote(
        2.5,
        DOWNLOAD,
        r"(?:查看|阅读|显示)(?:更多|全文|剩余)|点(?:击|此)(?:查看|阅读|展开)|展开全文|不能全部显示|请使用.{0,8}浏览器",
    ),
    vote(
        3.0,
        DOWNLOAD,
        r"^.{0,30}下载.{0,20}(?:word|doc|docx|pdf)(?:格式|版)?(?:文档)?$|^\S{0,40}\.(?:docx?|pdf|wps)$|Download tips",
    ),
    vote(
        2.5,
        PREFACE,
        r"小编|(?:以下|下面)(?:是|为|给出).{0,20}(?:整理|收集|分享|指导|范文)|(?:希望|但愿).{0,10}(?:对|帮助|有助).{0,6}(?:大家|您|你)",
    ),
    vote(
        2.0,
        PREFACE,
        r"欢迎(?:阅读|下载|借鉴|参考)|(?:供|请).{0,4}(?:大家|您).{0,4}(?:参考|借鉴)|本店铺|经典版|范文参考",
    ),
    vote(
        2.5,
        TEASER,
        r"^(?:相关|最新|热门|精选|推荐)(?:文档|文章|推荐|阅读|范文|资料|文库|标签)+\W*(?:$|[|>»]|: *\S+ +\S)|猜你喜欢|大家都在(?:看|搜)|为您推荐|随机推荐",
    ),
    vote(
        2.5,
        TEASER,
        r"^(?:about the author|author bio|关于作者|作者简介)\W*$|^want more\?.{0,60}$|^(?:related|popular|recent|latest|more|trending|top|further) "
        r"(?:articles|posts|documents|links|stories|reads|reading|content|pages)(?: [一-鿿]{2,8})?\W*$"
        r"|^(?:you may also like|recommended for you)\W*$"
        r"|^(?:快速|相关|友情|常用)(?:链接|连结|连接)\W*$|^related ?: \S",
    ),
    vote(2.5, TEASER, r"^\W*查?看更多\S{2,4}(?:\W|$)|^\W*更多(?:范[文本例]|样本|模[板版])(?:\W|$)"),
    vote(1.5, TEASER, r"(?:\.{3,}|…+)$"),
    vote(
        3.0,
        FOOTER,
        r"^[-—–=~·_]+ ?\d{1,4} ?[-—–=~·_]+$|^第 ?(?:\d{1,4}|[一二三四五六七八九十]{1,3}) ?页(?:[ ,/]*共 ?\d{1,4} ?页)?$|^\d{1,4} ?/ ?\d{1,4}$",
    ),
    vote(3.0, FOOTER, r"页脚内容|^Page \d+(?: of \d+)?$"),
    vote(2.5, CHROME, r"^扫一扫.{0,12}$|^tags ?:|^\W*(?:©|copyright\b|\(c\)) ?\d{4}"),
    vote(2.0, CHROME, r"^.{4,40} ?[-_|–] ?\S{0,10}(?:范文|文库|资料[库网站]|文档网|下载[站网]|模板[网站])$"),
    vote(2.5, CHROME, r"(?:[›»▸] ?(?:[^›»▸\n]{1,20}|[ -~]{1,40})){2,}$"),
    vote(1.5, CHROME, r"(?:[>›»▸] ?(?:[^>›»▸\n]{1,20}|[ -=?-~]{1,40})){2,}$"),  # 申请 > 审批 > 发放 may be a procedure
    vote(2.5, CHROME, r"^\S{2,24}(?:官网|官方网站|门户网站?|聊天记录)$|^(?:浏览|阅读|点击)人次 ?: ?[\d,]+$"),
    vote(
        2.0,
        FOOTER,
        r"printed cop(?:y|ies)\b.{0,20}\buncontrolled|uncontrolled (?:when|if) printed|(?:打印|复印|印刷)件.{0,6}非受控",
    ),
    vote(3.5, CHROME, r"^\W*(?:\S{0,6}(?:首页|主页)|home|staff portal|portal|intranet)\b.{0,12} [>›»▸/|·] "),
    vote(
        2.5,
        CHROME,
        r"^楼主(?= |$)|发表于 ?(?:\d{4}-|今天|昨天)|本帖最后由|只看该作者|GMT[+-]\d|^由 ?\S{2,10} ?发[表布]于",
    ),
    vote(2.5, CHROME, r"^\W*powered by\b|\bcookies?\b.{0,60}(?:experience|settings|accept|site)|min(?:ute)?s? read\b"),
    vote(
        2.5,
        CHROME,
        r"(?:updated?|edited|posted|published).{0,24}\bago\b|last edited by|was this (?:page|article|answer) helpful",
    ),
    vote(
        2.5,
        CHROME,
        r"(?:本文|这篇文章|该文档?|此页).{0,4}(?:对您|对你|是否).{0,4}(?:有帮助|有用|满意)|评[分价] ?: ?[★☆]|^search .{0,20}(?:\.{3}|…)$",
    ),
    vote(
        2.5,
        CHROME,
        r"登[录陆](?:后|即)?(?:可见|可?(?:查看|阅读)(?:全文|更多|高清|完整|剩余))|您?需要登[录陆]后?才可以?(?:回帖|下载|查看|发表|阅读)|^\W*广告(?:\W+$|.{0,12}(?:阅读|往下|继续)\W*$)",
    ),
    vote(2.5, CHROME, r"(?:文章|全文)(?:未完|尚未结束)|展开(?:全文|剩余|余下)|^\W*(?:剩余|余下) ?\d+%\W*$"),
    vote(
        2.5,
        CHROME,
        r"收藏(?:一下吧?|本文)\W*$|(?:记得|欢迎|顺手|请).{0,4}(?:点个?赞|按赞|收藏)\W*$|粉丝团\W*$|一键三连|更多精彩内容",
    ),
    vote(2.5, CHROME, r"本网?站.{0,12}(?:会员|网友|用户)(?:提供|上传|分享)|本网?站.{0,30}不负"),
    vote(2.5, PREFACE, r"^以上是.{2,40}全部内容|^以上就是.{2,40}(?:内容|介绍)|(?:文章|本文|小编)(?:整理|汇总|收集)了"),
    vote(
        3.0,
        TEASER,
        r"^\W*(?:看过|阅读过|下载过).{1,6}(?:的人|还|也)|^\W*(?:看[了过]|浏览了?)\W?.{2,40}\W?的(?:人|用户|网友)还|猜你(?:想看|喜欢)|^\W*(?:您|你)可能(?:还|也)?(?:想[问看]|感兴趣|喜欢|关注)\W*(?::|$|的)"
        r"|(?:相关(?:推荐)?(?:文章|阅读|推荐|链接|搜索|范文|页面|词条)|(?:延伸|推荐|扩展)阅读|更多(?:文章|范文))(?:推荐)?\W{0,2}[:>»]|^related ?:.*[·|]",
    ),
    vote(
        3.0,
        FOOTER,
        r"^\W*第 ?\d{1,4} ?页\W{0,3}共 ?\d{1,4} ?页\W*$|^\W*(?:本文)?共 ?\d{1,4} ?页\W{0,3}.{0,6}第 ?\d{1,4} ?页\W*$|\bpage \d+ ?(?:/|of) ?\d+\W*$",
    ),
    vote(1.5, FOOTER, r"^[^。;:]{0,30} 第 ?\d{1,4} ?页$|^[^。;:]{0,40} \d{1,3} ?/ ?\d{1,3}$"),
    vote(
        3.0,
        FOOTER,
        r"^(?:主题词|抄送|抄报|分送) ?: ?\S|^\S{2,20} +(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日印发$",
    ),
    vote(2.5, FOOTER, r"^内部(?:资料|文件|使用)\W{0,3}(?:请勿|严禁|不得|注意)\S{2,4}$"),
    vote(
        3.0,
        CHROME,
        r"(?:本|此|该)(?:电子)?邮件.{0,40}(?:收件人|误收|保密)|this (?:e-?)?mail.{0,80}(?:intended|confidential|recipient)"
        r"|^从我的\S{1,10}发送$|^sent from my \w+",
    ),
    vote(
        3.0,
        ADVERT,
        r"^\W*(?:广告|赞助(?:商|区|内容)? ?(?:链接|连结|广告)?|推广(?:链接|信息)?|advertisements?|sponsored(?: content)?)\W*$"
        r"|^\W{0,2}[【\[(](?:广告|推广|赞助|ad)[】\])]",
    ),
    vote(
        3.0,
        COMMENTS,
        r"^\W*(?:全部|最新|热门|精彩|网友|用户|读者|文章)(?:评论|回应|留言|回复|跟帖)(?:区|列表)? ?(?:\(?\d*\)?(?:条|则)?\W*$|:)"
        r"|^\W*(?:评论|回应|留言|回复|回帖|跟帖)(?:区|列表)? ?\(?\d+(?:条|则)?\)?\W*$|^\W*\d+ ?(?:条|则)?(?:评论|回应|留言|回复)\W*$"
        r"|^(?:leave a (?:comment|reply)|(?:\d+ )?(?:comments|replies|responses)(?: ?\(\d+\))?)\W*$",
    ),
    vote(
        3.0,
        TEASER,
        r"^\W*(?:往期|精彩|更多|热门|近期|站内|本站|编辑)(?:精彩)?(?:精选|推荐|回顾|文章|阅读|内容|下载|资料|热门|范文)(?:推荐)?\W*$"
        r"|^\W*(?:热门|推荐|相关|更多)(?:资料|文档|文件|表格|范文|模板)?下载\W*(?:$|:)",
    ),
    vote(
        2.5,
        CHROME,
        r"^跳转[至到] ?:|^jump to ?:|本(?:条目|页面?|词条|文档).{0,6}(?:最后|最近|已被?).{0,6}(?:修改|编辑|访问|更新|浏览)|^分类 ?:.*\|",
    ),
    vote(
        2.5,
        CHROME,
        r"点个\W?(?:在看|赞)|^喜欢作者|[↑↓]点击[上下]方|未完.{0,8}(?:下一页|待续)|未经许可.{0,4}(?:翻印|复制|转载)$",
    ),
    vote(
        3.0,
        CHROME,
        r"^(?:长按|扫描?|微信扫).{0,12}二维码|[^\w]长按.{0,8}二维码|^\W*(?:文档|资料|文件)(?:编号|id) ?: ?\d+ +格式|(?:下载|所需)(?:积分|金币|豆|券) ?: ?\d"
        r"|^.{0,4}还?剩(?:余|下)? ?\d+ ?[页%].{0,4}未读|^\W*继续阅读\W*$|^页[脚眉] ?:|^(?:views|rating|reads?|hits) ?:? ?[\d,.]+"
        r"|\b(?:views|rating|votes|downloads) ?: ?[\d,.]+|^\W*\d[\d,]* (?:replies|views|likes|comments)\b|^attachments? ?\(\d+\) ?:"
        r"|^re ?: .{3,60}$|^page \d+ of \d+ ?[·|]|^(?:languages?|语言|语系) ?:.*[▾▼|+]|^chat with us\b|订阅.{0,4}(?:电子报|推送|邮件).{0,10}$"
        r"|^(?:subscribe to|enter your e-?mail|follow us|rate this|back to top|download pdf|reading time)\b.{0,40}$"
        r"|^打印时间 ?:.*打印人|^\W*(?:页面|本页|内容)有误\W",
    ),
    vote(1.5, CHROME, r"^(?:知识库|knowledge base|help cent(?:er|re)|wiki|帮助中心)\W*$"),
    vote(
        3.0,
        TEASER,
        r"^(?:热门搜索|热搜|热搜词|大家都在搜|(?:您|你)(?:可能|也许)(?:还|也)?会?喜欢|相似文档|同类文档) ?(?::|$)"
        r"|[】》]? ?的相关(?:文章|范文|阅读)\W*$|\.docx? +相关(?:文章|文档)\W*$"
        r"|^\W*[【\[](?:推荐|热门|相关|精选)[】\]]\W*$",
    ),
    vote(
        3.0,
        ADVERT,
        r"^\W*(?:赞助商?(?:链接|连结|内容)|推广链接)[ :]+\S|^\W{0,2}(?:sponsored|advertisement|advert|promoted) ?: ?\S|^\W{0,2}[(【\[]广告位?[)】\]] ?\S",
    ),
    vote(
        3.0,
        CHROME,
        r"^(?:网站|本站|免责|版权|郑重|特别)?声明 ?:.{0,30}(?:仅代表|不代表|用户|网友|转载|本站|作者观点|投稿|侵权)"
        r"|收藏本站|快捷键 ?ctrl|^小贴士 ?:.{0,12}收藏",
    ),
    vote(
        3.0,
        COMMENTS,
        r"^\W*(?:\d{1,4} ?[楼#]|沙发|板凳|地板)(?= |$)"
        r".{0,30}(?:发表于|回复于|匿名|游客|网友|\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d\d)",
    ),
    vote(2.5, PREFACE, r"分享给(?:大家|需要)|拿走不谢|顶一下|网上找的|有需要的(?:朋友|同学|拿)"),
    vote(3.0, FOOTER, r"^第 ?\d{1,4} ?页 ?/ ?page \d{1,4}$|^(?:p\.|page) ?\d{1,4} ?/ ?第 ?\d{1,4} ?页$"),
    vote(3.0, FOOTER, r"^\W*[\[<{【]/?(?:next ?)?(?:page|分页)(?: ?break)?符?[\]>}】]\W*$"),
    vote(
        3.0,
        CHROME,
        r"^!?\[(?:图片|表情|动画表情|语音|视频|文件|链接|image|photo|sticker|video)\]$|^\[\[(?:file|image|文件|图片)\W.*\]\]$|^!\[.*\]\(.*\)$",
    ),
    vote(
        4.5,
        DOWNLOAD,
        r"^附件下载 ?: ?\S+\.[a-z]{3,4}\b"
        r"|^\W*(?:get|grab|download) (?:the|your|this|our) (?:free|editable|printable|full)? ?(?:editable|printable|word|pdf|excel)\b.{0,60}$",
    ),
    vote(
        2.5,
        CHROME,
        r"(?-i:\bPowered by\b)|\b(?:consider|think of) the environment\b.{0,20}\bprint|^(?:打印|列印)(?:此|本)(?:封|电子)?邮件前.{0,8}环(?:境|保)"
        r"|建议(?:您?使用|以).{0,16}(?:chrome|firefox|edge|\bie\b).{0,8}浏览|建议(?:浏览|使用)?.{0,6}(?:分辨率|解析度)",
    ),
    vote(
        2.5,
        PREFACE,
        r"以上就是.{0,16}分享|[帮给](?:我|忙|小编).{0,4}(?:点个?|按个?)赞",
    ),
    vote(
        3.0,
        TEASER,
        r"^\W*(?:本|同|该|相近)?(?:频道|栏目|站|类|专题)(?:最新|热门|推荐|文章|精选)\w{0,4} ?:"
        r"|^\W*(?:本周|本月|今日|一周|最近)(?:热门|热点|排行)\w{0,4}(?:$| ?:)",
    ),
    vote(1.5, CHROME, r"^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d\d(?::\d\d)?(?: [^:。]{0,40})?$"),
    vote(2.0, CHROME, r"^(?:推荐|相关|关联)访问 ?:|^\W*(?:back to )?top\W*$"),
    vote(
        3.0,
        CHROME,
        r"我要投稿|网友投稿|^(?:本文|文章)?(?:标题|链接地址|来源) ?: ?(?:\S+\.(?:docx?|pdf)\b|https?:|网络|互联网)|^关于本文\W*$",
    ),
    vote(
        3.0,
        CHROME,
        r"本站(?:的|所有|提供的?)(?:资源|文档|素材)|(?:权益|版权)所有(?:人|者).{0,12}(?:同意|许可|授权)|展开阅读",
    ),
    vote(
        3.0,
        DOWNLOAD,
        r"word(?:版本?|格式)可编辑|欢迎下载\W*(?:支持\W*)?$|^\W*(?:(?:可编辑|精选|全文|完整版|修改|精品文档|学习资料|专业资料)\W*){2,}$|^\W*精品文档\W*$"
        r"|本文档共 ?\d+ ?页|版权归属?内容提供|收益(?:全部)?归属?内容提供|侵权举报",
    ),
    vote(
        3.0,
        CHROME,
        r"^相关(?:热词|搜索|关键词)|^\W*发表评论\W*$|阅 ?: ?\d+ 转 ?: ?\d|^献花\(\+?\d|^来自 ?: ?\S+ > |本文已(?:影响|帮助)",
    ),
    vote(1.5, LINKS, r"(?:https?://|www\.)\S+"),
    vote(1.0, DOWNLOAD, r"下载|预览"),
    vote(1.0, CHROME, r"点击|登录|注册|转载|版权|侵权"),
)
