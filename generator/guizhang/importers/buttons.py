"""Words that stand on the buttons and links of a page: a line made of little else is furniture."""

from __future__ import annotations

import re

# A line of these alone says nothing a rule would say; two of them are needed, or one with a count: 收藏 33.
_WORDS = frozenset(
    "首页 主页 回首页 返回 返回首页 返回顶部 返回列表 回到顶部 回上一页 上一页 下一页 上一篇 下一篇 末页 尾页 全文阅读 阅读全文 目录导航 "
    "收藏 加入收藏 收藏本页 举报 投诉举报 打印 打印本页 打印此页 列印 列印此页 关闭 关闭窗口 关闭本页 分享 分享到 转发 转载 点赞 赞 踩 "
    "评论 发表评论 文档评论 回复 发表回复 我要评论 回帖 发帖 引用 支持 反对 评分 打赏 登录 登入 注册 退出 登出 会员 会员中心 关注 取消关注 "
    "编辑 历史 版本历史 浏览 阅读 点击 下载 下载本文 下载文档 立即下载 免费下载 复制链接 复制 我要投稿 投稿 纠错 倒序浏览 只看该作者 楼主 "
    "沙发 标签 字号 大 中 小 简体 繁体 帮助 快捷键 搜索 热搜 关于我们 关于 广告 广告合作 商务合作 意见反馈 意见回馈 反馈 私隐政策 隐私政策 "
    "隐私 条款 服务条款 使用条款 免责声明 联系我们 网站地图 站点地图 帮助中心 版权声明 友情链接 在线客服 客服 微信 "
    "微博 qq空间 qq好友 朋友圈 更多 展开 收起 查看更多 "
    "查看原图 订阅 邮件 导出 手机版 电脑版 打开app 我的 购物车 充值 vip home help share print login log sign in up register privacy policy "
    "terms imprint sitemap contact us feedback accept all manage settings cookies edit history export pdf word download comments comment "
    "like likes views view follow subscribe report a problem previous next back to top yes no skip main content search menu about copyright "
    "bookmark reply quote facebook twitter linkedin whatsapp wechat line email 电邮 电子邮件 友善列印 转寄 转寄友人 会员登入 会员登录 加入会员 "
    "免费注册 开通会员 结帐 rss trial free".split()
)
# 浏览, 编辑, 中 are words of rules and names too.
_WEAK = frozenset(
    "大 中 小 会员 编辑 历史 浏览 阅读 中心 支持 反对 评分 标签 帮助 复制 我的 关于 条款 更多 引用 发帖 投稿 纠错 隐私 反馈 邮件 导出 "
    "a in up no to all us word main report problem view views content search back next previous accept manage about help "
    "history edit comment comments follow reply quote terms policy like log contact menu top register yes pdf line email 电邮 电子邮件 free trial".split()
)
_SEPARATORS = re.compile(r"[|/·•,、\s\[\]【】()<>»›▸:;~_-]+")
_COUNTS = re.compile(r"^[\d.,+%★☆¥￥©]+(?:次|条|人|k)?|[\d.,+%★☆]+(?:次|条|人|k)?$")
_LONGEST = 80


def buttons(text: str) -> float:
    """Return a vote for a line that consists of what stands on buttons: 0 (no) to 3.

    Args:
        text: The folded line.
    """
    if len(text) > _LONGEST:
        return 0.0
    tokens = [token for token in (_COUNTS.sub("", part) for part in _SEPARATORS.split(text.lower())) if token]
    known = [token for token in tokens if token in _WORDS]
    firm = sum(token not in _WEAK for token in known)
    letters = sum(map(len, tokens))
    # 隐私政策 关于本站 免责声明: two that stand on buttons vouch for a third.
    if not firm or sum(map(len, known)) * 10 < letters * (5 if firm >= 2 and len(tokens) == len(known) + 1 else 7):
        return 0.0
    return (
        3.0 if len(known) >= 3 else 2.5 if len(known) == 2 or (len(tokens) == 1 and len(text) > len(tokens[0])) else 0.0
    )
