"""Words with which pages speak of themselves: a line made of little else is furniture, however it puts them together.

No list of whole lines can be complete (网友评论（0条） 发表评论请先登录; 暂无评论，快来抢沙发); the words they are made of are
few. Counted is how much of a line they cover, and how many of them are such that rules hardly say them.
"""

from __future__ import annotations

import re

# What hardly any rule says in a line made of such words alone.
_FIRM = (
    "相关档案 语音朗读 思维导图 开通 相似文档 为您精选 换一批 相关附件 更多回答 匿名用户 换一换 赚钱 版主 加入精华 上传者 尚无留言 无留言 可留言 "
    "可能有兴趣 同类文章 同类推荐 最新更新 最近更新 最新文章 最新发布 来自网络 来源网络 来源于网络 源自网络 整理自 网整理 转自 查看全部 查看更多 "
    "查看全文 查看详情 评论 留言板 回帖 跟帖 发帖 沙发 点赞 打赏 收藏本站 收藏 转发 订阅 登录 登入 登陆 注册 猜你喜欢 可能感兴趣 也喜欢 还看了 也看了 "
    "还看过 在看 都在读 都在搜 人气 访问量 阅读量 浏览量 点击量 浏览 下载 首页 主页 顶部 顶端 页首 页顶 文首 上一篇 下一篇 上一页 下一页 上页 下页 "
    "尾页 末页 回目录 返回目录 返回上级 返回上一级 返回列表 返回栏目 回列表 原文 原标题 全文阅读 阅读全文 阅读原文 本站 本网站 本网 全站 网站地图 "
    "站点地图 网页 公众号 长按 扫一扫 朋友圈 微博 小程序 app 广告位 广告服务 广告合作 商务合作 赞助商 友情链接 友情连结 版权所有 必删 侵删 转载 icp备 "
    "公网安备 增值电信 免责声明 版权声明 隐私政策 隐私权政策 私隐政策 隐私权 隐私条款 服务条款 使用条款 用户协议 服务协议 联系我们 联络我们 联系客服 "
    "关于我们 关于本站 加入我们 意见反馈 意见回馈 纠错 站长 网友 小编 楼主 热门 热搜 热点 排行榜 排行 推荐 延伸阅读 扩展阅读 相关阅读 相关文章 "
    "相关内容 相关主题 相关搜索 相关标签 相关热词 往期 精彩 栏目 频道 范文 文库 互联网 投稿 在线客服 在线咨询 加群 加微信 蓝字 加载 展开 收起 未读 "
    "付费 购物车 试读 预览 专享 vip 招商 加盟 人觉得 没用 有用 字号 字体 手机版 电脑版 导航 帮助中心 技术支持 网站建设 网站声明 站内 快捷键 文明上网 "
    "理性发言 有帮助 贴吧 帖子 置顶 转寄 发表于 下载地址 网盘 提取码 责编 领取 立即购买 鸡腿 回首页 赞 踩 "
    "只看楼主 只看该作者 只看大图 倒序浏览 电梯直达 加好友 发私信 发消息 "
    "复制链接 送花 顶贴 沉帖 按赞 最后登录 使用道具 发新帖 本版积分规则 高级模式 打印正文 已读 友善列印 转寄好友"
)
# What pages say often, and rules too.
_SEMI = (
    "举报 检举 回覆 侵权 留言 回复 分享 关注 会员 点击 阅读 二维码 扫码 扫描 微信 qq 空间 广告 赞助 推广 链接 连结 网址 版权 著作权 声明 客服 反馈 用户 作者 "
    "来源 出处 原创 标签 关键词 分类 专题 文章 文档 范本 范例 模板 模版 样本 样例 资料 资源 素材 图文 网络 搜索 喜欢 更新 发布 发表 上传 打印 列印 "
    "关闭 返回 回到 跳转 查看 更多 剩余 目录 编辑 全文 网站 论坛 社区 百科 帮助 支持 反对 购买 充值 积分 金币 新闻 合作伙伴 合作 政策 条款 协议 隐私 "
    "联系 关于 加入 参考 浏览器 优惠 限时 电子报 历史 倒序 引用 评分 参与 讨论 许可证 备案 主题 感兴趣 图片 附件 精选 热线 本页 此页 页面 免费 本文 "
    "此文 该文 公众 立即 删除 本类 本栏 同类 最新 授权 退出 登出 搬运 整理 申诉"
)
# What stands between them.
_BETWEEN = (
    "万 分 内 ai 总结 提问 手机 打开 当前页 消息 回 全套 获取 赏个 业务 窗口 友善 电话 对您 请先 请 先 后 即可 可以 可 您 你们 你 我们 我 大家 他们 "
    "她们 其他人 别人 其他 人 的 了 吧 呀 哦 来 快来 快 还 也 都 要 想 会 把 被 为 与 和 或 及 并 在 于 从 自 到 至 以上 以下 下方 上方 这里 此处 此 "
    "本 该 这 那 全部 所有 全 共有 共 暂无 目前 尚无 没有 还没有 无 未 有 过 上 下 一下 一 第 条 个 次 则 篇 位 页 当前 是否 是 否 不 需要 需 才 能 就 "
    "觉得 如有 如果 如 若 及时 版 服务 某某 网 公司 科技 有限 大 中 小 看 找 写 发 用 年 月 日 时间 日期 号 京 沪 粤 浙 苏 闽 鲁 位置 所在 所属 正在 "
    "文 完整版 完整 格式 文件 本地 高速 地址 入口 内容 信息 个人 仅供 仅 供 学习 对 给 好友 资讯 完 经 更 许可 经营"
)
_FIRM_ENGLISH = (
    r"child pages?|(?:no|edit) labels|likes? this|inbox|book a demo|talk to sales|get started|comments?|log ?in|log ?out|sign ?in"
    r"|sign ?up|subscribe|unsubscribe|newsletter|tweet|permalinks?|cookies?|privacy|site ?map|contact us|about us|imprint|legal notice"
    r"|powered by|theme by|copyright|rights reserved|related (?:content|articles?|posts?|topics?|links?|stories|pages?|reading)"
    r"|read next|up next|read more|more from|more like this|also (?:like|viewed|bought|read)|recommended|trending"
    r"|most (?:read|popular|viewed)|popular (?:posts?|articles?|content)|download|edit this page|page history"
    r"|report (?:this|abuse|an? (?:issue|problem|error))|(?:back|return) to|go back|helpful|rate this|this answer|be the first|older"
    r"|newer|follow us|social media|facebook|twitter|linkedin|whatsapp|instagram|youtube|wechat|rss|accept all|free trial|accessibility"
    r"|terms of (?:use|service)|bookmark|share (?:this|on)|print this|(?:page|last) (?:was )?(?:last )?(?:updated|modified|edited)"
    r"|leave (?:a|your)|careers|skip to|similar (?:documents?|articles?|templates?)|about the author|tags?"
)
_SEMI_ENGLISH = (
    r"labels|best articles|share|print|e-?mail|feedback|report|help|home|menu|terms|like|pin|views?|reply|replies|previous|next|top"
    r"|press|contact|preferences|settings|articles?|posts?|search|register|category|history|templates?|samples?|index|contents?"
    r"|published|updated|posted|edit|export|pdf|word|manage|privacy policy|news"
)
_BETWEEN_ENGLISH = (
    r"an?|the|to|this|our|your|for|and|or|of|on|in|by|us|we|is|are|was|did|do|if|be|it|not|yes|no|page|document|version|all|more|here"
    r"|add|first|from|as|with|you|might|may|people|free|via|question|site|only|provided|information|guidance|answer|yet|new|v"
)


def _pattern(han: str, english: str) -> str:
    words = sorted(han.split(), key=len, reverse=True)
    latin = "|".join([english, *(word for word in words if word.isascii())])
    return rf"{'|'.join(word for word in words if not word.isascii())}|(?<![a-z])(?:{latin})(?![a-z])"


_WORD = re.compile(
    rf"(?P<firm>{_pattern(_FIRM, _FIRM_ENGLISH)})|(?P<semi>{_pattern(_SEMI, _SEMI_ENGLISH)})"
    rf"|(?P<between>{_pattern(_BETWEEN, _BETWEEN_ENGLISH)})",
    re.IGNORECASE,
)
_OTHER = re.compile(r"[\W\d_]+")
_LONGEST = 90
_NEARLY_ALL, _MOST = 0.8, 0.6
_NEARLY = ((2.0, 3.0), (1.5, 2.3), (1.0, 1.7))
_MOSTLY = ((2.0, 1.6), (1.5, 1.1))
"""What the words of a line say at least -> the vote, where they cover nearly all of it, or most."""
_LONE = re.compile(
    r"\W*(?:回复|评分|分享|收藏|打印|关闭|返回|举报|支持|反对|关注|查看|点击|搜索|留言|更多|(?:打印|列印)[此本]页|like|share|reply|report|print|edit)\W*"
)
_ONE = 1.2
"""The vote for a line that is one button: only beside others does it go."""
BUTTONS = 2.5
"""The vote for several buttons in a row."""
_APART = re.compile(r"[|/·•,、\s\[\]【】()<>»›▸:;~_-]+")


def page_talk(text: str) -> float:
    """Return a vote for a line made of what pages say of themselves: 0 (no) to 3.

    Args:
        text: The folded line.
    """
    if len(text) > _LONGEST:
        return 0.0
    covered, firm, semi = _said(text.lower())
    if _LONE.fullmatch(text.lower()):
        return _ONE
    letters = len(_OTHER.sub("", text))
    if not covered or covered < _MOST * letters:
        return 0.0
    parts = [part for part in _APART.split(text.lower()) if _OTHER.sub("", part)]
    # 【打印】【关闭】: each a button.
    if covered == letters and ":" not in text and len(parts) > 1 and all(any(_said(part)[1:]) for part in parts):
        return BUTTONS
    said = len(firm) + 0.5 * len(semi) if firm else 0.0
    votes = _NEARLY if covered >= _NEARLY_ALL * letters else _MOSTLY
    return next((vote for least, vote in votes if said >= least), 0.0)


def _said(text: str) -> tuple[int, set[str], set[str]]:
    """Return how many letters page words cover, and which words of the first two kinds these are."""
    covered, words = 0, {"firm": set[str](), "semi": set[str](), "between": set[str]()}
    for found in _WORD.finditer(text):
        covered += len(_OTHER.sub("", found.group()))
        words[found.lastgroup or "between"].add(found.group())
    return covered, words["firm"], words["semi"]
