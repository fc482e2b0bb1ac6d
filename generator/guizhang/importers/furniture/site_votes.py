"""What gives away the parts of a page that are the site's own: paths, buttons, notices, page numbers, links."""

from __future__ import annotations

from guizhang.importers.lines.verdicts import CHROME, FOOTER, LINKS, vote

SITE = (
    vote(
        3.0,
        CHROME,
        r"(?:当前|您的|你的|您?现在的?|您?所在的?)(?:所在)?位置 ?[::]|^首页 ?[>›»/|]|本文(?:地址|链接) ?[::]",
    ),
    vote(
        3.0,
        CHROME,
        r"责任编辑|小编[::]|(?:浏览|阅读|点击)(?:次数|量|数)? ?[:(]? ?\d"
        r"|^字号? ?[::]|上一[篇页] ?[::]|下一[篇页] ?[::]",
    ),
    vote(
        1.2,
        CHROME,
        r"^(?:来源|作者|编辑|责编|发布者?|上传者?|出处) ?[::|丨]",
    ),
    vote(
        1.5,
        CHROME,
        r"^(?:来源|作者|编辑|发布者?|上传者?|出处) ?[::|丨] ?(?:\S{0,12}(?:网|网站|文库|论坛|公众号|百科|贴吧)(?:\W"
        r"|$)|佚名|匿名|未知|admin|小编|网友|本站|转载|互联网|网络)",
    ),
    vote(
        2.5,
        CHROME,
        r"^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: [\d:]+)? *来源",
    ),
    vote(
        1.0,
        CHROME,
        r"(?:更新|发布|上传|格式)(?:时间 ?[::] ?\d{2,4}年|(?:时间|日期)? ?[::] ?(?:\d{2,4}[-/.]|DOC|PDF|WORD))",
    ),
    vote(  # A date alone may be that of the rules.
        1.5,
        CHROME,
        r"(?:更新|发布|上传|格式)(?:时间 ?[::] ?\d{2,4}年|(?:时间|日期)? ?[::] ?(?:\d{2,4}[-/.]|DOC|PDF|WORD))(?!(?:\d|[-/.年月])*日?$)",
    ),
    vote(1.2, CHROME, r"(?:时间|日期) ?[::] ?\d{4}[-/.年](?!(?:\d|[-/.年月])*日?$)"),
    vote(
        2.0, CHROME, r"(?:人气|回应|留言|看过|收藏|点赞|评论|推荐度) ?[::]? ?[\d,]+|\d+人(?:看过|浏览|收藏)|推荐度 ?:"
    ),
    vote(
        2.5,
        CHROME,
        r"(?:最近|最后|上次|最新)(?:编辑|修改|修订|更新|保存|检视)(?:日期|时间)?(?: [a-z ]{4,30})?(?:于? ?[::]|于 ?\d)",
    ),
    vote(
        2.5,
        CHROME,
        r"^(?:previous|next)(?: (?:post|article|page))? ?[::»«>←→] ?\S|^[上下]一[篇则页] ?\S|^[上下]一[条个] ?:"
        r"|^share ?:|^字[号级体](?:大小)?[\W小中大特]+$",
    ),
    vote(
        2.5,
        CHROME,
        r"^\W*(?:en|eng|english|繁体?|简体?|中文|繁中|简中|日本语)(?:\W+(?:en|eng|english|繁体?|简体?|中文|繁中|简中|日本语))+\W*$",
    ),
    vote(
        2.5,
        CHROME,
        r"^跳[至到转]+主?要?内容|(?:本|这|该|此|以上)(?:篇|个)?(?:文章?|文档|网?页面?|内容|回答|解答).{0,4}(?:对您"
        r"|对你|是否).{0,4}(?:有?帮助|有用|满意)",
    ),
    vote(2.5, CHROME, r"本站.{0,6}(?:资料|内容|文章|范例|范文).{0,6}(?:仅供|来自|来源)|24小时内删除"),
    vote(
        2.5,
        CHROME,
        r"^(?:分享到?|收藏(?:本[站页])?|打印(?:本页)?|登录|注册|会员中心|联系我们|关于我们|返回(?:顶部|首页|列表)|网站地图)[ :|·/]*$"
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
    vote(
        3.0,
        CHROME,
        r"All rights reserved|ICP备|(?:版权|著作权)(?:归(?!.{0,6}(?:公司|单位|甲方|乙方|本院|本校|集团)).{0,8}所有"
        r"|声明)|copyright ©|^\W*未经\S{0,4}(?:允许|许可|授权|同意)\S{0,6}(?:转载|翻印)\W*$",
    ),
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
        3.0,
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
        r"登[录陆](?:后|即)?(?:可见|可?(?:查看|阅读)(?:全文|更多|高清|完整|剩余))|您?需要登[录陆]后?才可以?(?:回帖"
        r"|下载|查看|发表|阅读)|^\W*广告(?:\W+$|.{0,12}(?:阅读|往下|继续)\W*$)",
    ),
    vote(2.5, CHROME, r"(?:文章|全文)(?:未完|尚未结束)|展开(?:全文|剩余|余下)|^\W*(?:剩余|余下) ?\d+%\W*$"),
    vote(
        2.5,
        CHROME,
        r"收藏(?:一下吧?|本文)\W*$|(?:记得|欢迎|顺手|请).{0,4}(?:点个?赞|按赞|收藏)\W*$|粉丝团\W*$|一键三连|更多精彩内容",
    ),
    vote(2.5, CHROME, r"本网?站.{0,12}(?:会员|网友|用户)(?:提供|上传|分享)|本网?站.{0,30}不负"),
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
    vote(1.4, FOOTER, r"^内部资料\W{0,3}注意\S{2,4}$"),
    vote(2.5, FOOTER, r"^内部(?:资料|文件|使用)\W{0,3}(?:请勿|严禁|不得)\S{2,4}$"),
    vote(
        3.0,
        CHROME,
        r"(?:本|此|该)(?:电子)?邮件.{0,40}(?:收件人|误收|保密)|this (?:e-?)?mail.{0,80}(?:intended|confidential|recipient)"
        r"|^从我的\S{1,10}发送$|^sent from my \w+",
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
        r"^(?:长按|微信扫|扫描?.{0,12}二维码.{0,8}(?:关注|下载|加群|公众号|app)).{0,12}|[^\w]长按.{0,8}二维码|^\W*(?:文档"
        r"|资料|文件)(?:编号|id) ?: ?\d+ +格式|(?:下载|所需)(?:积分|金币|豆|券) ?: ?\d"
        r"|^.{0,4}还?剩(?:余|下)? ?\d+ ?[页%].{0,4}未读|^\W*继续阅读\W*$|^页[脚眉] ?:|^(?:views|rating|reads?|hits) ?:? ?[\d,.]+"
        r"|\b(?:views|rating|votes|downloads) ?: ?[\d,.]+|^\W*\d[\d,]* (?:replies|views|likes|comments)\b|^attachments? ?\(\d+\) ?:"
        r"|^re ?: .{3,60}$|^page \d+ of \d+ ?[·|]|^(?:languages?|语言|语系) ?:.*[▾▼|+]|^chat with us\b|订阅.{0,4}(?:电子报|推送|邮件).{0,10}$"
        r"|^(?:enter your e-?mail|rate this|back to top|download pdf|reading time)\b.{0,40}$"
        r"|^打印时间 ?:.*打印人|^\W*(?:页面|本页|内容)有误\W",
    ),
    vote(1.5, CHROME, r"^(?:知识库|knowledge base|help cent(?:er|re)|wiki|帮助中心)\W*$"),
    vote(
        3.0,
        CHROME,
        r"^(?:网站|本站|免责|版权|郑重|特别)?声明 ?:.{0,30}(?:仅代表|不代表|用户|网友|转载|本站|作者观点|投稿|侵权)"
        r"|收藏本站|快捷键 ?ctrl|^小贴士 ?:.{0,12}收藏",
    ),
    vote(3.0, FOOTER, r"^第 ?\d{1,4} ?页 ?/ ?page \d{1,4}$|^(?:p\.|page) ?\d{1,4} ?/ ?第 ?\d{1,4} ?页$"),
    vote(3.0, FOOTER, r"^\W*[\[<{【]/?(?:next ?)?(?:page|分页)(?: ?break)?符?[\]>}】]\W*$"),
    vote(
        3.0,
        CHROME,
        r"^!?\[(?:图片|表情|动画表情|语音|视频|文件|链接|image|photo|sticker|video)\]$|^\[\[(?:file|image|文件|图片)\W.*\]\]$|^!\[.*\]\(.*\)$",
    ),
    vote(
        3.0,
        CHROME,
        r"(?-i:\bPowered by\b)|\b(?:consider|think of) the environment\b.{0,20}\bprint|^(?:打印|列印)(?:此|本)(?:封|电子)?邮件前.{0,8}环(?:境|保)"
        r"|建议(?:您?使用|以).{0,16}(?:chrome|firefox|edge|\bie\b).{0,8}浏览|建议(?:浏览|使用)?.{0,6}(?:分辨率|解析度)",
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
        CHROME,
        r"^相关(?:热词|搜索|关键词)|^\W*发表评论\W*$|阅 ?: ?\d+ 转 ?: ?\d|^献花\(\+?\d|^来自 ?: ?\S+ > |本文已(?:影响|帮助)",
    ),
    vote(1.5, CHROME, r"^(?:标签|关键[词字]|tags?|keywords?|(?:所属|文档|文章)(?:分类|栏目|专题)) ?: ?\S"),
    vote(1.0, CHROME, r"^分类 ?: ?\S"),
    vote(2.5, CHROME, r"^source ?: (?:the )?(?:internet|web)\W*$"),
    vote(
        2.5,
        CHROME,
        r"^(?:(?:来源|编辑|作者|排版|审核|校对|责编|美编|策划|撰文|供稿|供图|图源|摄影|监制|制作|文字|图片|文|图) ?[|丨] ?\S{1,12}\s*)+$"
        r"|^\W*(?:阅读|浏览|播放|观看|在看)\W*[\d,.]+ ?[万w]?\+?\W*$|^registered (?:office|in \w+)\b.{0,60}$|^theme by \S",
    ),
    vote(
        2.5,
        CHROME,
        r"^\W*(?:返回|回到?|跳[到至转]+)(?:目录|顶[部端]?|页[首顶]|首页|主页|列表|上一?[级层]\S{0,2}|栏目\S{0,2}|文首|正文)\W*$",
    ),
    vote(2.5, CHROME, r"^(?:\d{4}(?: ?[-–—] ?\d{4})? ?)?© ?\S"),
    vote(
        3.0,
        FOOTER,
        r"^(?:第 ?\d+ ?页\W*){2,}$|^\W*(?:prev(?:ious)?|上一?页)?\W*(?:\d{1,3}\W+){2,}(?:next|下一?页|last|尾页|末页)\b",
    ),
    vote(2.5, CHROME, r"\.(?:docx?|xlsx?|pptx?|od[tsp]|pdf|zip|rar|wps)\W{0,3}[\d.]+ ?[kmg]b?\b"),
    vote(
        3.0,
        CHROME,
        r"^本(?:主题|帖|楼|贴).{0,24}(?:精华|置顶|编辑|移动|删除|关闭|锁定|设置)|^签名档|^(?:编辑|发布|发表|更新|修改|创建)于 ?\d{4}|\bip ?属地"
        r"|(?:全站|个人|此|文章)(?:分类|标签) ?:|(?:全站|个人|此)分类[上下]一|网站标识码|主办单位 ?:.*(?:承办|协办|信息中心|技术)",
    ),
    vote(
        2.5,
        CHROME,
        r"^[^。]{1,20} / (?:…|\.{3}) / \S|^(?:created|edited|modified|published|posted) by\b.{0,60}\d|^.{2,40}-(?:资源"
        r"|文档|内容)(?:描述|简介|介绍) ?:",
    ),
    vote(
        3.5,
        CHROME,
        r"^(?:no )?labels? ?: ?\S|\blikes? this\W*$|(?:超出|到达|结束).{0,4}(?:免费)?(?:预览|试读)|^disclaimer ?: .{0,30}\b(?:article"
        r"|post|page|blog|content|site|template|sample)|\b(?:not|no) (?:constitute )?(?:legal|tax) advice",
    ),
    vote(
        3.0,
        CHROME,
        r"本站\S{0,6}(?:压缩包|资源|文档|图纸)|归上传(?:用户|者|人)所有|用户(?:自行)?上传.{0,20}(?:分享|学习)|仅供(?:网友|用户|大家)学习交流",
    ),
    vote(2.5, CHROME, r"^(?:subscribe to|follow us)\b.{0,40}$|^(?:上版|上架|登载|张贴|刊登)(?:日期|时间) ?:"),
    vote(3.0, CHROME, r"(?:点阅|访问|观看)(?:次数|人次|量|数)? ?: ?[\d,]+"),
    vote(4.0, CHROME, r"热度 ?: ?\d|大小 ?: ?[\d.]+ ?[kmg]b\b|更新 ?: ?\d+ ?(?:天|小时|分钟)前"),
    vote(
        3.0,
        CHROME,
        r"^[\[【](?:编辑|edit)(?:源代码| source)?(?: ?\| ?(?:编辑源代码|edit source))?[\]】]$|^取自\W|^retrieved from\b",
    ),
    vote(
        3.5,
        CHROME,
        r"(?:内容|文字).{0,6}采用.{0,20}(?:许可|授权|协议)|\bcreative commons\b|\bavailable under\b.{0,30}\blicen[cs]e"
        r"|由 ?ai.{0,4}(?:生成|整理)|\bis this page useful\b|\bwas this .{0,20}\buseful\b|\bcan't find (?:what|it|the)\b",
    ),
    vote(
        3.0,
        CHROME,
        r"^(?:满意|最佳|推荐|优质)(?:答案|回答)\W*$|^热心网友|^提问者(?:评价|采纳)|本?回答被.{0,6}采纳|^悬赏(?:分"
        r"|金)? ?:|^其他(?:类似)?(?:问题|回答)\W*\d*\W*$",
    ),
    vote(
        2.5,
        CHROME,
        r"^(?:in|on) this (?:section|page|guide|site) ?: ?\S|^page owner\b|^(?:first )?published (?:on )?\d{1,2} \w+ \d{4}\b",
    ),
    vote(
        3.0,
        CHROME,
        r"^.{0,24}(?:导出|汇出|打印|列印|抓取|采集)(?:于|时间 ?:|日期 ?:) ?\d{4}|^(?:exported|printed|generated|archived) (?:from|on|by|at)\b.{0,40}\d"
        r"|^收录于|^\W*(?:continue reading|(?:story|article|text) continues|scroll (?:down )?to continue)\b.{0,20}$"
        r"|环(?:境|保).{0,20}(?:打印|列印).{0,8}邮件|第 ?\d+ ?页 ?:[^:]{2,40}第 ?\d+ ?页 ?:",
    ),
    vote(1.2, LINKS, r"(?:https?://|www\.)\S+"),
    # A public account's post: who wrote it and when.
    vote(3.0, CHROME, r"^原创 ?\S.{0,40}\d{4}[-/年]\d{1,2}[-/月]\d{1,2}|^\d+ ?人读过"),
    vote(3.0, FOOTER, r"^p\. ?\d{1,4}$|^page \d{1,4} [-–] .{3,60}$|^\d{1,3} of \d{1,3}$"),
    vote(3.0, CHROME, r"[•·|] ?[\d,.]+k? (?:views|likes|downloads|comments|shares)\b"),
    # A repository's page of a file.
    vote(
        3.0,
        CHROME,
        r"^\d+ contributors?$|^\d+ lines \(\d+ (?:sloc|loc)\)|^raw ?(?:blame|permalink|copy)|^latest commit\b|^footer(?: navigation)?$"
        r"|^[\w-]+(?:/[\w-]+)*/[\w.-]+\.(?:md|rst|adoc)$|\bupdate [\w-]+\.(?:md|rst)$",
    ),
    # Questions and answers; whose post it is.
    vote(3.0, CHROME, r"^\W*(?:追问|追答|提问者采纳)\W*$|^本?回答由.{0,12}(?:推荐|采纳)\W*$|^本文作者 ?: ?\S{1,12}$"),
    # A link set among the paragraphs: two blanks part the words from the title.
    vote(3.0, LINKS, r"^(?:see also|(?:also |must )?read(?: also)?) {2,}\S[^.;]*$"),
    # Previous02. 房间介绍Next04. 契约书; 考勤办法 本文简介:…
    vote(3.0, CHROME, r"^(?-i:Previous)\S.{0,60}(?-i:Next)\S|本文(?:关键[词字]|简介|摘要|内容|导读) ?:"),
    vote(1.0, CHROME, r"点击|登录|注册|转载|版权|侵权"),
)
