"""Lines at the ends of documents: which are the document's own, and which the page's it was copied from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.importers import import_text

OWN = """\
特此通知。
特此公告
此令
此布。
附件：考勤记录表
附件：1. 请假单 2. 加班审批表
附：值班电话一览
附表一 物品清点表
附录：相关表格
主送：各车间、各科室
发：全体员工
报：总经理室
存档：人力资源部
行政部
人力资源部 2023年5月
2023年5月8日
二〇二三年五月八日
某某有限公司
某某有限公司行政部
（盖章）
（此页无正文）
总经理：
总经理（签字）：
法定代表人签名：________
甲方（盖章）： 乙方（盖章）：
签收人： 日期：
本人已阅读并理解以上内容，愿意遵守。
本人签字：____________ 日期：____年__月__日
阅读人签名：
部门： 姓名： 工号：
员工签名栏
编制：王某 审核：李某 批准：赵某
拟稿：行政部 校对：李某
制定人：张某
版本：V2.1 修订日期：2023-05-08
修订记录：2021年首次发布，2023年第一次修订
第二版 2022年10月
文件版本 A/3
更新日期：2023年5月8日
更新时间：2023年5月8日
发布日期：2023-05-08
发布部门：质量管理部
生效日期：2023年6月1日
执行日期：即日起
解释权：人力资源部
本规定解释权归行政部。
本制度最终解释权归公司所有。
本制度由人事部负责解释。
本办法自发布之日起施行。
以上规定自公布之日起执行，原规定同时作废。
以上各条，望全体员工自觉遵守。
以上内容请各部门传达到每一位员工。
以上条款如有未尽之处，另行通知。
以上价格仅供参考，以收银台为准。
未尽事宜，另行补充。
望遵照执行。
请认真贯彻执行。
请相互转告。
请各位同事点击系统首页的通知查看排班。
如有疑问，请联系行政部，分机 8012。
咨询电话：0000-1234567
联系人：王某 电话：8012
联系人：李某
联系电话：8012
监督电话：8012
投诉电话：8888
报修热线：8012
邮箱：admin@example.com
客服微信由前台统一保管。
值班室电话 8012
报警电话110，火警119
服务时间：8:30—17:30
上班时间：9:00-18:00
地址：一号楼三层
备注：节假日顺延。
备注：本表一式两份
备注
注：以上金额均为含税价。
注：本表由班长填写
说明：表中“次”按自然月计算。
※ 表内时间均为北京时间
※请妥善保管本守则
* 试用期员工除外
★ 为关键控制点
▲表示必须双人操作
○代表合格，×代表不合格
单位：元
填表日期：
表格编号：XZ-F-012
记录保存期限：三年
相关文件：《采购管理程序》
相关文件
相关记录：《来访登记表》
相关制度：见员工手册
参考文件：ISO 9001
引用文件 《消防法》
安全第一，预防为主
安全责任重于泰山！
顾客至上，服务第一！
高高兴兴上班来，平平安安回家去
今天工作不努力，明天努力找工作
让我们共同努力，营造整洁的办公环境！
谢谢合作！
谢谢配合
感谢您的支持与配合！
祝大家工作愉快！
欢迎提出宝贵意见。
欢迎大家监督。
欢迎新员工加入！
请保留此页以备查阅。
（完）
以下空白
—— 完 ——
共印50份
打印份数：三份
本文件为受控文件，未经批准不得复印。
本手册版权归公司所有，离职时交回。
未经公司书面许可，不得转载或外传。
本表可在内网下载。
表格可到公司网站下载区下载。
空白表格请登录内网首页下载。
电子版见共享盘“制度”文件夹。
点击“提交”后打印回执。
下载后请用A4纸打印并签字。
登录后点击“我的申请”，选择“请假”。
请登录 OA 系统查看全文。
转发本通知时请勿改动内容。
评论区的客户留言由客服当日回复。
收藏、点赞客户的帖子须用公司账号。
关注公司公众号，及时了解通知。
扫码关注“员工之家”可查询工资。
扫描二维码填写反馈表。
浏览器建议使用公司统一安装的版本。
回复短信时不得使用不文明用语。
更多要求见《仓库管理规定》。
详情见员工手册第三章
推荐：每周三为部门学习日。
热门时段（周末）加派一人。
最新排班表每周五张贴在公告栏。
广告：只许张贴在公告栏内。
上一班次的遗留问题写入交接本
下一步由质量部跟踪验证
返回仓库时先登记
打印机用完后关闭电源
分享会每月一次
首页为封面，第二页起为正文
全文共十二条
目录见附件一
发布人：王某
编辑部员工弹性上班
阅读后请签字
浏览完毕放回原处
会员卡不得转借
版权、商标由法务部管理
侵权事件由法务部处理
举报邮箱：jubao@example.com
举报奖励：查实后奖励200元
欢迎光临，欢迎再来
Signed: ____________________ Date: ____________
Approved by: General Manager
Prepared by HR, reviewed by Legal
Effective date: 1 June 2023
Version 2.0 – May 2023
Last reviewed: March 2023
Next review: March 2024
Owner: Human Resources
Contact: hr@example.com
Contact HR on extension 8012 with any questions.
For questions, please contact the HR department.
Questions? Ask your supervisor.
See also: Travel Policy
Related policy: Expense Policy
Related documents: SOP-12, Form F-03
Attachment: Leave form
Appendix A: Rate card
Note: times are local times.
Notes
* Excludes probationary staff
I have read and understood this policy.
Employee signature: ______________
Thank you for your cooperation.
Safety first!
End of policy
This policy will be reviewed every year.
Download the form from the staff portal.
Log in to the portal and click Submit.
Print this form on yellow paper.
Share this policy with your team.
Follow the instructions on the label.
Comments from guests are answered within a day.
Views of customers are recorded.
Keep this page in the binder.
All rights in work products belong to the company.
Copyright in manuals belongs to the company.
———— 以下空白 ————
——正文完——
===== END =====
———— 附件一 ————
（以下无正文）
—— 全文完 ——
""".splitlines()
"""What stands behind the last rule and belongs to the document: it must stay in every place."""
OF_PAGES = """\
【相关推荐】
▼相关阅读▼
== 延伸阅读 ==
☆猜你喜欢☆
>>更多精彩文章
≪推荐阅读≫
■ 相关文章 ■
相关内容推荐
相关内容：
同类文章
同类推荐
本类热门
本栏目热门文章
栏目推荐
大家还在看
大家都在读
他们还看了
其他人还看了
热门文章排行
阅读排行榜
点击排行
最新更新
最近更新：
你可能也喜欢
为你推荐
精彩推荐
编辑推荐
延伸閱讀
相關主題
熱門文章
其他人也看了
您可能有興趣的文章
Related content
Related posts:
You might also like
Read next
Up next
More from this category
More like this
People also viewed
Recommended for you
Most read
Similar documents
网友评论（0条） 发表评论请先登录
评论列表（0）
共有0条评论 我要评论
暂无评论，快来抢沙发吧
暂无评论
全部评论 0 写评论
0人参与 0条评论
还没有人评论过，快来发表第一条评论
文明上网，理性发言
登录后参与评论
请登录后发表评论
登入後可留言
目前尚無留言
Log in to comment
Be the first to comment
0 Comments Add a comment
No comments yet
Leave your comment
▲回目錄
返回目录
↑ 回到頁首
[TOP]
返回上级
返回上一级栏目
返回栏目列表
返回顶部↑
回首頁
Back to contents
↑ Top
Return to index
Go back
以上範例僅供參考，實際內容請依各店狀況調整
以上范本仅供参考，请根据实际情况修改使用
本范文仅供学习参考，请勿照搬
本模板仅供参考，不构成法律意见
声明：范本仅供参考，签署前请咨询律师。
本文内容由互联网用户自发贡献
本文仅代表作者个人观点，与本站无关
文章来源于网络，版权归原作者所有
内容来源网络，如侵权请联系删除
图文来自网络，侵删
素材来源于网络，侵权必删
如有侵权，请及时联系我们删除
以上内容整理自网络
本文由某某网整理发布
转载请注明出处
转载自某某公众号
未经授权禁止转载
原文链接：某某资料网
Templates are for guidance only and are not legal advice.
This sample is provided for information only.
Source: the internet
© 小店開張網　隱私權政策　│　聯絡我們
© 某某资料网 版权所有
版权所有 © 某某网络科技
Copyright 某某文库 All Rights Reserved
某某文库 隐私政策 用户协议 联系客服
关于我们 | 联系我们 | 加入我们 | 网站声明
关于本站 · 广告服务 · 投稿须知 · 帮助
京ICP备00000000号-1
公网安备 00000000000000号
粤公网安备00000000000000号
备案号：某ICP备000000号
增值电信业务经营许可证：某B2-00000000
技术支持：某某网络
网站建设：某某科技
Powered by SomeCMS
Theme by Someone
Team Hub v4.2  Accessibility  Report a problem
Privacy | Terms | Accessibility | Cookies
Privacy policy · Terms of use · Sitemap
Help  Feedback  Report an issue  Log out
About us   Contact   Careers   Press
Site map  Legal notice  Imprint
© 2023 Example Templates Ltd.
Registered in England No. 0000000
Page last updated 3 May 2023
Last modified: Tue, 3 May 2023 10:12
Was this helpful? Yes No
Did this answer your question?
Rate this article ★★★★★
Print  Email  Share
Share: Facebook Twitter LinkedIn
Share this page
Tweet  Like  Pin
Subscribe to our newsletter
Sign up for updates
Follow us on social media
Accept all cookies
Manage cookie preferences
Download as PDF
Download Word version (free)
Download (23 KB)
Edit this page
View page history
Report this page
Permalink
分享到：朋友圈 微博 空间
分享到微信 分享到微博 复制链接
分享 收藏 举报
点赞 12 收藏 3 转发
赞(0) 打赏
赏个鸡腿
喜欢就点个赞吧
觉得有用就收藏吧
长按识别二维码关注我们
扫码下载APP
扫码加群领取更多资料
微信扫一扫，分享给好友
关注公众号，回复“制度”领取完整版
加微信领取全套制度模板
点击阅读原文
阅读原文
阅读 1024 在看 16
阅读 10万+
戳“阅读原文”查看完整内容
点击上方蓝字关注我们
来源 | 某某人力资源
编辑 | 小王 审核 | 小李
作者：佚名 编辑：小陈
责编：某某
标签：管理制度 仓库 考勤
关键词：仓库 管理 制度
Tags: policy, HR, template
所属分类：规章制度 > 仓库
文档分类：管理/人力资源
上一篇：物业客服礼貌用语三十条    下一篇：物业保洁操作流程
上一篇
下一篇 >
« 上一页 1 2 3 下一页 »
[1] [2] [3] 下一页
1 2 3 4 5 下一页 尾页
第1页 第2页 第3页
共3页 当前第1页
← Older  Newer →
Previous  1  2  3  Next
全文完 本文共3页
【点击下载本文Word版】
下载本文 Word 版
立即下载全文
文档下载
下载地址1 下载地址2
本地下载 高速下载
附件下载
相关下载
资料下载：仓库管理制度.zip
仓库管理制度.docx 下载
开通VIP免费下载
VIP专享文档
充值会员 下载更多
¥5.00 立即购买
此文档为付费文档
还剩3页未读，继续阅读
剩余内容请下载后查看
试读结束，购买后阅读全文
加载更多
正在加载…
查看全部 >
收起全文
展开更多
网站首页  新闻中心  资料下载  联系我们
首页 > 人力资源 > 制度
您的位置：首页 - 制度 - 仓库
热线电话：400-000-0000 在线咨询
在线客服
意见反馈
举报/反馈
纠错
浏览：132 次
阅读量：1.2万
访问量 8,213
發表於 2022-05-08 瀏覽 1,234
人氣：3,412
12人觉得有用
有用 3 没用 0
此文章对你有帮助吗？ 是 否
本页内容对您是否有帮助
打印本页 关闭窗口
【打印】【关闭】【返回】
【字体：大 中 小】
友情链接：某某网 某某资讯 某某百科
广告
AD
赞助商广告
招商加盟热线
限时优惠，点击领取
相关链接：内网—制度—考勤
换一换 换一批
赞同 35　添加评论　分享　收藏　喜欢　收起
编辑于 2022-08-09 16:20・IP 属地浙江
【收藏】【转发】【关闭】
本主题由 版主小陈 于 2019-7-4 加入精华
文章標籤：民宿　管理　範例
派车单模板.xls（18K）
本文档由 AI 智能整理
3 Child Pages
Labels: facilities desk
Is this page useful?
Can't find what you need?
Start your free trial
Disclaimer: this article is not legal advice.
满意答案
本回答被提问者采纳
取自“https://wiki.example.com/index.php?title=巡检”
除非另有声明，本网站内容采用某某许可证授权。
""".splitlines()
"""What pages put there."""
SPEAKING_OF_PAGES = """\
点击“下载模板”，按模板填写后上传。
登录网站后台，先备份再更新内容。
每天九点前查看网站留言并回复。
发布文章前由编辑初审，部门负责人复审。
公众号每周推送不超过三次。
评论涉及投诉的，截图后转客服处理。
点赞、转发公司文章属自愿行为。
未经审批不得在朋友圈发布项目图片。
下载的资料用完即删，不得另存。
网友提出的问题由值班编辑当日回复。
会员注册须核对手机号码。
会员充值后当场打印小票。
版权归属按合同约定执行。
职务作品的著作权归公司所有。
转载他人文章须注明作者和来源。
发现侵权内容，立即删除并报告法务部。
广告须标明“广告”字样。
本网站由信息部维护。
网站首页每月更新一次。
上传文件不得超过20MB。
浏览记录保存六个月。
离开座位时退出登录。
扫码登录后核对姓名。
扫描二维码领取物料。
客服微信号不得私用。
打印、复印须登记页数。
打印本页并签字后交前台。
收藏夹内不得保存客户密码。
订阅报刊由办公室统一办理。
阅读后请在下方签名。
更多问题请咨询人力资源部。
相关文件由档案室保存。
相关链接失效的，由管理员更新。
推荐人奖励在转正后发放。
热门岗位优先内部招聘。
标签朝外，先进先出。
作者署名以实际撰写人为准。
来源不明的邮件不得打开。
首页横幅由设计组制作。
导航栏目的调整须经总编同意。
举报电话张贴在公告栏。
本文件的电子版可在内网下载。
查看全文须有相应权限。
返回上一级审批的，说明理由。
返回列表前先保存
关闭页面前先保存草稿。
搜索结果只供内部使用。
用户协议变更须提前七天公示。
隐私政策由法务部起草。
友情链接须经审核后添加。
投稿邮箱由编辑部管理。
赞助商的物料单独存放。
免费停车两小时。
付费停车按公示价目收取。
立即购买的物品须有两人签字。
加载货物不得超过标线。
展开警戒带，疏散人员。
收起遮阳棚后锁好。
预览打印效果，确认无误再打印。
微博、微信由市场部运营
Comments on social media are answered by the press office.
Log in with your own account only.
Download the latest version before each audit.
Share passwords with nobody.
Print two copies and keep one on file.
Related invoices are filed together.
Follow us to the exit when the alarm sounds.
Sign in at the front desk on arrival.
Report a problem to the shift leader at once.
Cookies and milk are served at three.
Privacy of guests is protected at all times.
Leave a comment in the log after every call.
Return to the top of the list after each round.
Back up the register every evening.
""".splitlines()
"""Rules about what pages are made of."""
HANS = (
    (
        "仓库管理制度",
        "第一条 仓管员每日清点库存。",
        "第二条 物料按类别分区存放，先进先出。",
        "第三条 领料须凭领料单，由仓管员核对。",
    ),
    ("食堂管理规定", "一、食堂每天供应三餐。", "二、员工凭卡就餐。", "三、餐具用后放回。"),
    ("门卫制度", "1、门卫二十四小时值班。", "2、来访者须登记。", "3、下班后锁好大门。"),
)
ENGLISH = (
    (
        "Visitor Policy",
        "1. Visitors sign in at the front desk.",
        "2. Visitors wear a badge at all times.",
        "3. Hosts stay with their visitors.",
    ),
    (
        "Parking Policy",
        "1. Staff park in the rear lot.",
        "2. Visitors use the marked spaces.",
        "3. Report damage to the office.",
    ),
    (
        "Locker Rules",
        "1. Lockers are given out by the office.",
        "2. Keys are handed back.",
        "3. Lockers are cleaned every month.",
    ),
)


def gone(*lines):
    found = import_text("\n".join(lines).encode(), "rules.txt").discarded
    return {number for item in found for number in range(item.lines[0], item.lines[1] + 1)}


def places(line):
    """Return where a line may stand: name, lines above it, lines below it."""
    first, second, third = ENGLISH if line.isascii() else HANS
    signature = ("Human Resources", "May 2023") if line.isascii() else ("行政部", "2023年5月8日")
    head = "Home / Policies / Safety" if line.isascii() else "首页 > 制度 > 正文"
    foot = "Was this page helpful? Yes No" if line.isascii() else "上一篇：出差制度 下一篇：印章制度"
    return {
        "at the end": (first, ()),
        "before another document": (first, ("", *second)),
        "behind a list": (third, ()),
        "over a signature": (first, signature),
        "among a page's lines": ((head, *first), (foot,)),
        "between rules": (first[:3], first[3:]),
    }


@pytest.mark.parametrize("line", OWN)
def test_what_a_document_ends_with_stays(line):
    kept = {name: len(above) + 1 not in gone(*above, line, *below) for name, (above, below) in places(line).items()}
    assert kept == dict.fromkeys(kept, True)


@pytest.mark.parametrize("line", OF_PAGES)
def test_what_a_page_ends_with_goes(line):
    left = {name: len(above) + 1 in gone(*above, line, *below) for name, (above, below) in places(line).items()}
    del left["between rules"]  # one line there takes more than it says to be no rule
    assert left == dict.fromkeys(left, True)


@given(
    st.lists(st.sampled_from([line for line in OWN if not line.isascii()]), max_size=8, unique=True),
    st.sampled_from(HANS),
)
def test_nothing_goes_from_the_end_of_a_text_without_a_page_around_it(ends, rules):
    assert not gone(*rules, *ends)


@pytest.mark.parametrize("line", SPEAKING_OF_PAGES)
def test_a_rule_about_pages_stays(line):
    first, *rest = (ENGLISH if line.isascii() else HANS)[0]
    assert 3 not in gone(first, rest[0], line, *rest[1:])
    signs = (
        [("1. ", "2. ", "3. "), ("(a) ", "(b) ", "(c) ")]
        if line.isascii()
        else [("1、", "2、", "3、"), ("（一）", "（二）", "（三）")]
    )
    about = ("Ask first.", line, "Tell the office.") if line.isascii() else ("管理员一人一号。", line, "做好登记。")
    for sign in signs:
        assert not gone(first, *(a + b for a, b in zip(sign, about, strict=True)))
