"""What gives away words around a document that are not its own: prefaces, download prompts, teasers, advertising, comments."""

from __future__ import annotations

from guizhang.importers.verdicts import ADVERT, COMMENTS, DOWNLOAD, PREFACE, TEASER, vote

PATTER = (
    vote(
        3.0,
        DOWNLOAD,
        r"下载(?:本|此|该|这篇)?(?:文档|文章|范文|文件|word|提示|前请)|合集下载|点(?:击|此处?|我)下载|文档为 ?doc|免费下载",
    ),
    vote(
        3.0,
        DOWNLOAD,
        r"文档内容的?完整性|不可在线预览|仅(?:部分|可)预览|介意.{0,4}(?:请勿|勿).{0,2}下载|申请退款|侵犯您的权益"
        r"|联系客服反馈|需要下载|全文阅读已结束",
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
        r"^.{0,30}下载.{0,20}(?:word|doc|docx|pdf)(?:格式|版)?(?:文档)?$|^\S{0,40}\.(?:docx?|pdf|wps|xlsx?|zip|rar)(?: ?\(?[\d.]+ ?[KM]B?\)?)?(?: ?下载)?$"
        r"|Download tips",
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
        r"^(?:相关|最新|热门|精选|推荐)(?:文档|文章|推荐|阅读|范文|资料|文库|标签)+\W*(?:$|[|>»]|: *\S+ +\S)|猜你喜欢"
        r"|大家都在(?:看|搜)|为您推荐|随机推荐",
    ),
    vote(
        3.5,
        TEASER,
        r"^(?:about the author|author bio|关于作者|作者简介)\W*$|^want more\?.{0,60}$|^(?:related|popular|recent|latest|more|trending|top|further) "
        r"(?:articles|posts|documents|links|stories|reads|reading|content|pages)(?: [一-鿿]{2,8})?\W*$"
        r"|^(?:you may also like|recommended for you)\W*$"
        r"|^(?:快速|相关|友情|常用)(?:链接|连结|连接)\W*$|^related ?: \S",
    ),
    vote(2.5, TEASER, r"^\W*查?看更多\S{2,4}(?:\W|$)|^\W*更多(?:范[文本例]|样本|模[板版])(?:\W|$)"),
    vote(1.5, TEASER, r"(?:\.{3,}|…+)$"),
    vote(2.5, PREFACE, r"^以上是.{2,40}全部内容|^以上就是.{2,40}(?:内容|介绍)|(?:文章|本文|小编)(?:整理|汇总|收集)了"),
    vote(
        3.0,
        TEASER,
        r"^\W*(?:看过|阅读过|下载过).{1,6}(?:的人|还|也)|^\W*(?:看[了过]|浏览了?)\W?.{2,40}\W?的(?:人|用户|网友)还"
        r"|猜你(?:想看|喜欢)|^\W*(?:您|你)可能(?:还|也)?(?:想[问看]|感兴趣|喜欢|关注)\W*(?::|$|的)"
        r"|(?:相关(?:推荐)?(?:文章|阅读|推荐|链接|搜索|范文|页面|词条)|(?:延伸|推荐|扩展)阅读|更多(?:文章|范文))(?:推荐)?\W{0,2}[:>»]"
        r"|^related ?:.*[·|]",
    ),
    vote(
        3.0,
        ADVERT,
        r"^\W*(?:广告|赞助(?:商|区|内容)? ?(?:链接|连结|广告)?|推广(?:链接|信息)?|advertisements?|ad|sponsored(?: content)?)\W*$"
        r"|^\W{0,2}[【\[(](?:广告|推广|赞助|ad)[】\])]",
    ),
    vote(
        3.5,
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
        3.0,
        TEASER,
        r"^(?:热门搜索|热搜|热搜词|大家都在搜|(?:您|你)(?:可能|也许)(?:还|也)?会?喜欢|相似文档|同类文档) ?(?::|$)"
        r"|[】》]? ?的相关(?:文章|范文|阅读)\W*$|\.docx? +相关(?:文章|文档)\W*$"
        r"|^\W*[【\[](?:推荐|热门|相关|精选)[】\]]\W*$",
    ),
    vote(
        3.0,
        ADVERT,
        r"^\W*(?:赞助商?(?:链接|连结|内容)|推广链接)[ :]+\S|^\W{0,2}(?:sponsored|advertisement|advert|promoted) ?: ?\S"
        r"|^\W{0,2}[(【\[]广告位?[)】\]] ?\S",
    ),
    vote(
        3.5,
        COMMENTS,
        r"^\W*(?:\d{1,4} ?[楼#]|沙发|板凳|地板)(?= |$)"
        r".{0,30}(?:发表于|回复于|匿名|游客|网友|\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d\d)",
    ),
    vote(3.0, PREFACE, r"分享给(?:大家|需要)|拿走不谢|顶一下|网上找的|有需要的(?:朋友|同学|拿)"),
    vote(
        4.5,
        DOWNLOAD,
        r"^附件下载 ?: ?\S+\.[a-z]{3,4}\b"
        r"|^\W*(?:get|grab|download) (?:the|your|this|our) (?:free|editable|printable|full)? ?(?:editable|printable|word|pdf|excel)\b.{0,60}$",
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
    vote(
        3.0,
        DOWNLOAD,
        r"word(?:版本?|格式)可编辑|欢迎下载\W*(?:支持\W*)?$|^\W*(?:(?:可编辑|精选|全文|完整版|修改|精品文档|学习资料"
        r"|专业资料)\W*){2,}$|^\W*精品文档\W*$"
        r"|本文档共 ?\d+ ?页|版权归属?内容提供|收益(?:全部)?归属?内容提供|侵权举报",
    ),
    vote(
        3.0,
        PREFACE,
        r"(?:范[文本例]|样[本例]|模[板版]|示例|例文)(?:内容|资料|文本)?.{0,4}(?:仅|只)?[供作].{0,6}参考|(?:范[文本例]"
        r"|样[本例]|模[板版]).{0,24}(?:法律意见|咨询律师|照搬)"
        r"|^(?:this|these|our|the|all)? ?(?:samples?|templates?|examples?)\b.{0,40}(?:for (?:guidance|information"
        r"|reference|illustration)|legal advice)",
    ),
    vote(
        4.0,
        DOWNLOAD,
        r"^下载 ?(?:pdf|word|excel|docx?)\b.{0,8}$|^download (?:the |this |as )?(?:pdf|word|excel|file|document|template)\b.{0,20}$",
    ),
    vote(
        3.0,
        ADVERT,
        r"\b(?:start|begin|get|try) (?:your |a |our |it )?(?:free|14-day|30-day)\b.{0,20}\b(?:trial|demo|account)"
        r"|\bbook a (?:demo|call)\b|\btalk to sales\b|\bin(?:to)? your inbox\b",
    ),
    vote(
        3.0,
        ADVERT,
        r"(?:后台|私信|评论区|公众号).{0,4}(?:回复|发送|留言).{0,14}(?:获取|领取|即可|下载|资料)|^进群|预约.{0,6}(?:顾问"
        r"|诊断|体验)|欢迎(?:来电|来函|致电|新老).{0,6}(?:咨询|选购|订购|惠顾)"
        r"|^更多(?:产品|商品|课程|服务) ?:|点亮.{0,2}在看|(?:律师|顾问|专家).{0,4}(?:一对一|在线)",
    ),
    vote(1.0, DOWNLOAD, r"下载|预览"),
    vote(2.5, TEASER, r"^(?:延伸|扩展|推荐|相关|同类|精彩|往期|热门)(?:阅读|推荐|文章|内容|主题|精选)\W*$"),
    vote(
        3.0,
        TEASER,
        r"^\W*(?:相关|关联|相近|相似|同类|推荐|热门|最新|更多|其他|下级|子)(?:页面|网页|词条|条目|链接|连结|帖子?|话题|视频|专题|标签|资讯|新闻)\W*$",
    ),
)
