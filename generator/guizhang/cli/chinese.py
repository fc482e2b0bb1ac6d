"""The Chinese of the command line's help and of its usage errors, by the English that stands beside the code."""

from __future__ import annotations

HEADINGS = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数"}
EXTRAS = {"default": "默认", "required": "必填", "env var": "环境变量"}

MESSAGES = (
    ("Missing command.", "缺少命令。"),
    ("Missing argument {name}.", "缺少参数 {name}。"),
    ("Missing argument {name}. {more}", "缺少参数 {name}。{more}"),
    ("Missing option {name}.", "缺少选项 {name}。"),
    ("Missing option {name}. {more}", "缺少选项 {name}。{more}"),
    ("Choose from: {choices}", "可选：{choices}"),
    ("Invalid value for {name}: {message}", "{name} 的值不对：{message}"),
    ("Invalid value: {message}", "值不对：{message}"),
    ("No such option {name}.", "没有选项 {name}。"),
    ("No such option {name}. {more}", "没有选项 {name}。{more}"),
    ("No such option: {name}", "没有选项 {name}。"),
    ("No such command {name}.", "没有命令 {name}。"),
    ("No such command {name}. {more}", "没有命令 {name}。{more}"),
    ("Did you mean {name}?", "是不是 {name}？"),
    ("(Did you mean one of: {names}?)", "是不是其中之一：{names}？"),
    ("Got unexpected extra argument ({args})", "多了参数：{args}"),
    ("Got unexpected extra arguments ({args})", "多了参数：{args}"),
    ("Option {name} requires an argument.", "选项 {name} 要带一个值。"),
    ("Option {name} requires {count} arguments.", "选项 {name} 要带 {count} 个值。"),
    ("Option {name} does not take a value.", "选项 {name} 不带值。"),
    ("Argument {name} takes {count} values.", "参数 {name} 要 {count} 个值。"),
    ("{value} is not one of {choices}.", "{value} 不在可选的值里：{choices}。"),
    ("{value} does not match the format {form}.", "{value} 不合格式 {form}。"),
    ("{value} does not match the formats {form}.", "{value} 不合格式 {form}。"),
    ("{value} is not a valid integer.", "{value} 不是整数。"),
    ("{value} is not a valid integer range.", "{value} 不是整数。"),
    ("{value} is not a valid float range.", "{value} 不是数。"),
    ("{value} is not a valid float.", "{value} 不是数。"),
    ("{value} is not in the range {range}.", "{value} 不在范围 {range} 内。"),
    ("File {name} does not exist.", "没有文件 {name}。"),
    ("Directory {name} does not exist.", "没有文件夹 {name}。"),
    ("Path {name} does not exist.", "没有 {name}。"),
    ("{kind} {name} is a file.", "{name} 是文件，这里要文件夹。"),
    ("{kind} {name} is a directory.", "{name} 是文件夹，这里要文件。"),
    ("{kind} {name} is not readable.", "{name} 读不了。"),
    ("{kind} {name} is not writable.", "{name} 写不了。"),
    ("{value} is not {choice}.", "{value} 不对，只能是 {choice}。"),
    # What the commands themselves say.
    ("write to a file that ends with .pdf or .html", "文件名要以 .pdf 或 .html 结尾"),
    ("pages, certificates and the re-test list are for people: leave out --pseudonymise",
     "个人页、证书和补考名单是给本人的：不要加 --pseudonymise"),
    ("--statistics writes into a handbook, and there is no content/handbook.yaml in {root}",
     "--statistics 要写进手册，{root} 里没有 content/handbook.yaml"),
    ("say why with --reason TEXT", "用 --reason TEXT 说明理由"),
    ("give either FOLDER or --engine", "FOLDER 和 --engine 要给一个，只给一个"),
    ("people are renamed when they are loaded: guizhang results load --pseudonymise",
     "姓名在载入时换成代号：guizhang results load --pseudonymise"),
    ("--format xlsx needs -o FILE", "--format xlsx 要用 -o 指明文件"),
    ("no such summary: {names}; there are {all}", "没有这个汇总：{names}；有 {all}"),
    ("give either QUERY or --file", "QUERY 和 --file 要给一个，只给一个"),
    ("--outline, --ledger and --facts take one FILE at a time", "--outline、--ledger、--facts 一次只能处理一个文件"),
    ("--renews takes one FILE and goes with --output", "--renews 一次只能处理一个文件，并要和 --output 一起用"),
    ("--into must lie outside FOLDER", "--into 要在 FOLDER 之外"),
    ("--key-file goes with --pseudonymise", "--key-file 要和 --pseudonymise 一起用"),
    ("ITEM=… is missing in {text}", "{text} 里缺少 ITEM=…"),
    ("points above 0 are missing in {text}; --drop takes a question out", "{text} 里要有大于 0 的分值；去掉一题用 --drop"),
    ("--public-key goes with --web", "--public-key 要和 --web 一起用"),
    ("--individual needs --candidates, and goes without --forms", "--individual 要有 --candidates，不与 --forms 同用"),
    (
        "no terminal to ask for the password: give {option}, or set GUIZHANG_KEY_PASSWORD",
        "没有终端可以输入密码：用 {option} 写明，或设置 GUIZHANG_KEY_PASSWORD",
    ),
    ("the password needs {count} characters or more", "密码至少 {count} 个字符"),
    ("--candidate takes 1 to 80 characters", "--candidate 为 1 至 80 个字符"),
    ("{text} is no period: 24m, 2y, 90d, P1Y6M", "{text} 不是时间段：可写 24m、2y、90d、P1Y6M"),
)  # fmt: skip
"""English with its fields, and the Chinese; the first that fits counts, and fields are put into Chinese likewise."""

HELP = {
    "Show this message and exit.": "显示这份说明。",
    "Show the version and exit.": "显示版本号。",
    "Company rules as a bilingual handbook, quizzes and scoring sheets.": "把公司规章制度做成双语手册、试题和评分表。",
    "Language of messages; the system's when absent.": "消息的语言；不写时与系统相同。",
    "Start a handbook in FOLDER from the reference handbook.": "以参考手册为底，在 FOLDER 里新建一份手册。",
    "Start with one example article instead.": "只放一条示例条款。",
    "Import rules from documents into YAML drafts. A report, the structure and an account of every character come with them. "
    "Drafts that are there already are merged: what was edited by hand stays.":
        "把文件里的规章导入为 YAML 草稿。同时给出报告、结构和逐字的账目。已有的草稿会合并：手工改过的保留。",
    "Folder for YAML drafts.": "YAML 草稿的文件夹。",
    "File for the report; with -o, when absent, build/import-report.html of the handbook.":
        "报告的文件；用了 -o 而不写时，为手册的 build/import-report.html。",
    "Write the structure as JSON.": "把结构写成 JSON。",
    "Write the account of characters as JSON.": "把逐字的账目写成 JSON。",
    "Write the figures, norms and references found as JSON.": "把找到的数字、规范性质和引用写成 JSON。",
    "Write drafts of Traditional Chinese in Simplified characters.": "繁体文件的草稿写成简体。",
    "The FILE is the new edition of this draft, under another name.": "FILE 是这份草稿的新版，只是文件名不同。",
    "Overwrite drafts that are there already; hand edits are lost.": "覆盖已有的草稿；手工改动会丢失。",
    "Check the content and the item bank of the handbook in ROOT.": "检查 ROOT 里手册的内容和题库。",
    "Treat warnings as errors.": "把警告当作错误。",
    "For people, for programs, or as annotations of a GitHub workflow.": "给人看、给程序读，或作为 GitHub 流程的标注。",
    "Check the content and build the handbook site.": "检查内容，生成手册网站。",
    "Folder of the site; ROOT/site when absent.": "网站的文件夹；不写时为 ROOT/site。",
    "Serve the handbook locally and rebuild it as files change.": "在本机打开手册，文件改动后重新生成。",
    "HOST:PORT to listen on.": "监听的 HOST:PORT。",
    "Search the handbook as its readers do. In Chinese, English or pinyin, or by number.":
        "像读者一样搜索手册。可以用中文、英文、拼音或条号。",
    "Folder of the handbook.": "手册的文件夹。",
    "Results shown, at most.": "最多显示几条结果。",
    "Print JSON.": "输出 JSON。",
    "Build the site for a company's web server. Headers and a manifest come with it. Refuses rules still marked for review, and files "
    "that were never meant for readers.":
        "生成放到公司服务器上的网站。同时给出响应头和清单。仍标着待审的规定、不该给读者的文件，都不发布。",
    "Folder to write; ROOT/published when absent.": "写出的文件夹；不写时为 ROOT/published。",
    "Let search engines find it: sitemap and robots.txt instead of noindex.": "让搜索引擎收录：写 sitemap 和 robots.txt，不写 noindex。",
    "Publish nothing; compare the folder with its manifest.": "不发布，只把文件夹与清单核对。",
    "Compare two editions, OLD and NEW. They are folders of the handbook, or revisions of its git repository. Without NEW the comparison "
    "is with the handbook as it stands in the folder. Differences are no faults: the exit code is 0 unless something could not be read, "
    "or --exit-code asks otherwise.":
        "比较两版手册 OLD 和 NEW。它们是手册的文件夹，或 git 仓库的版本；不写 NEW 时与文件夹里现在的手册比较。"
        "有差异不算错误：除非有内容读不了，或用了 --exit-code，退出码为 0。",
    "Write the difference as one page, in both languages.": "把差异写成一页，中英对照。",
    "Write the difference for other programs; - prints it.": "把差异写给别的程序；写 - 则输出到屏幕。",
    "Exit with 1 where the editions differ.": "两版不同时退出码为 1。",
    "Keep what changed as content/editions/VERSION.yaml, for the site to show.": "把改动存为 content/editions/VERSION.yaml，由网站显示。",
    "Day the recorded edition was issued, such as 2026-12-01; today when absent.": "所记版本的发布日，如 2026-12-01；不写时为今天。",
    "Draw exams, add people to them, see who has handed in, verify.": "抽题、加人、查看交卷情况、核对。",
    "Draw an exam from BLUEPRINT: papers, keys, scoring sheets. BLUEPRINT is a file under quizzes/blueprints/, or the id of a blueprint "
    "of the handbook in the current folder.":
        "按命题蓝图 BLUEPRINT 抽题：试卷、答案、评分表。BLUEPRINT 是 quizzes/blueprints/ 下的文件，或当前文件夹的手册里蓝图的 id。",
    "How many versions of the paper.": "出几套卷。",
    "Draw a paper for each person on the roster, instead of --forms.": "给名单上每人出一份卷，不与 --forms 同用。",
    "Roster: CSV or XLSX with id, name, role, department, language, form, extra_minutes, large_print.":
        "名单：CSV 或 XLSX，列为工号、姓名、岗位、部门、语言、卷别、加时、大字版；只有工号必须有。",
    "What all chance depends on: the same seed draws the same exam again. 128 random bits when absent.":
        "一切随机的依据：种子相同，抽出的卷也相同。不写时用 128 位随机数。",
    "Day of the exam (2026-12-01), today when absent: what is not in force yet on that day is not asked.":
        "考试那天的日期（2026-12-01），不写时为今天：到那天尚未施行的规定不考。",
    "Folder of an earlier exam, whose items are drawn again only where it cannot be helped; may be given several times.":
        "以前考试的文件夹，其中的题非不得已不再抽；可写多次。",
    "Language of the papers, that of the handbook when absent; one that the roster names for a candidate goes before.":
        "试卷的语言，不写时随手册；名单上给某人写明的优先。",
    "Size of the paper.": "试卷的纸张大小。",
    "Folder to make.": "要新建的文件夹。",
    "Replace an exam that is in the folder already.": "替换文件夹里已有的考试。",
    "Also write a page for each candidate (or form) to sit the exam in a browser.": "另给每人（或每套卷）写一页，在浏览器里作答。",
    "public-key.pem from guizhang exam keygen, which answers given in a browser are sealed to.":
        "guizhang exam keygen 生成的 public-key.pem，浏览器里的作答用它密封。",
    "Make the trainer's key. Answers given in a browser are sealed to its public half and opened with its private half.":
        "生成培训人员的密钥。浏览器里的作答用公钥密封，用私钥打开。",
    "Folder for the key.": "存放密钥的文件夹。",
    "Password of the private key; asked for when neither this nor GUIZHANG_KEY_PASSWORD is given.":
        "私钥的密码；这里和 GUIZHANG_KEY_PASSWORD 都没有时会询问。",
    "Draw an exam again and say whether it is the same. EXAM is its folder. The record and the handouts, which are made again from it, are "
    "checked first; they are all that is checked where --root holds no handbook. Keys, sheets and workbook in secret/ are not: they are "
    "there to be filled in. Exit code 0: nothing was found; 1: something differs.":
        "重新抽一次卷，看是否相同。EXAM 是考试的文件夹。先核对记录和据以重做的发放材料；--root 里没有手册时只核对这些。"
        "secret/ 里的答案、评分表和工作簿要填写，不核对。退出码 0：一致；1：有不同。",
    "Add somebody who is not on the roster to an exam. EXAM is its folder. Nobody else's paper changes. Where everybody has a paper of "
    "their own, one more is drawn from the handbook in --root.":
        "把名单外的人加入考试。EXAM 是考试的文件夹。别人的卷不变；一人一卷的，从 --root 的手册再抽一份。",
    "Id of the person, as it would stand on the roster.": "工号，写法与名单一致。",
    "Name.": "姓名。",
    "Role.": "岗位。",
    "Department.": "部门。",
    "Language of this person's paper.": "此人试卷的语言。",
    "Minutes this person has beyond the time limit.": "此人比时限多几分钟。",
    "This person needs large print.": "此人要大字卷。",
    "Form this person sits; when absent the one that fewest sit, or one of their own.": "此人用哪套卷；不写时用人数最少的一套，或单独一份。",
    "Show who has handed in. EXAM is the exam's folder; FOLDER has what came in: saved files, pasted texts, mails, archives. Without --key "
    "sealed files are not opened; it can only be seen whether they are whole, and which key they are sealed to. With it they are checked as "
    "guizhang grade checks them. Answers are never shown; nothing is written unless --into says where. Ctrl-C ends it.":
        "查看谁已交卷。EXAM 是考试的文件夹；FOLDER 里是收到的东西：文件、粘贴的文字、邮件、压缩包。"
        "没有 --key 时不打开密封的文件，只能看出是否完整、用哪把密钥密封；有 --key 时按 guizhang grade 的办法检查。"
        "从不显示作答；不写 --into 就什么也不写。按 Ctrl-C 结束。",
    "private-key.pem from guizhang exam keygen, to open sealed answers.": "guizhang exam keygen 生成的 private-key.pem，用来打开密封的作答。",
    "Password of --key; asked for when neither this nor GUIZHANG_KEY_PASSWORD is given.":
        "--key 的密码；这里和 GUIZHANG_KEY_PASSWORD 都没有时会询问。",
    "Look once and end; the exit code is 1 where something was refused.": "看一次就结束；有被拒绝的，退出码为 1。",
    "How often to look.": "隔多久看一次。",
    "Copy what was accepted into this folder, one file for each candidate, for guizhang grade.":
        "把收下的复制到这个文件夹，每人一个文件，供 guizhang grade 用。",
    "Write the handbook as PDF, Word, sign-off sheet or bundle.": "把手册写成 PDF、Word、签收单或离线包。",
    "Write the handbook, or part of it, as one PDF. It has contents, bookmarks and links.": "把手册或其中一部分写成一个 PDF。有目录、书签和链接。",
    "Only this regulation; repeat for several.": "只要这部规章；可写多次。",
    "Only what applies to this role, or to everyone.": "只要适用于这个岗位或所有人的。",
    "One language, or both side by side; when absent, both unless no rule is translated.":
        "一种语言，或两种并排；不写时两种都有，除非没有一条有译文。",
    "Size of the sheet.": "纸张大小。",
    "With both languages: English beneath the Chinese, not beside it.": "两种语言时，英文在中文下面，不并排。",
    "The day it is for (2026-12-01), today when absent: rules not yet or no longer in force are marked.":
        "以哪一天为准（2026-12-01），不写时为今天：尚未生效或已失效的会标出。",
    "File to write: handbook.pdf.": "要写的文件：handbook.pdf。",
    "Write regulations as a Word document for review.": "把规章写成供审阅的 Word 文件。",
    "The owner's copy: with provisions not adopted, and what somebody must look at as comments.":
        "负责人的一份：含未采用的条款，要看的地方写成批注。",
    "File to write: handbook.docx.": "要写的文件：handbook.docx。",
    "Write the sheet on which staff acknowledge their rules. Its rules are those that apply to a role, or to everybody.":
        "写出员工签收规章的单子。所列是适用于某岗位或所有人的规章。",
    "CSV or XLSX with id, name, department: one table for a team instead of one person's sheet.":
        "CSV 或 XLSX，列为 id、name、department：全组一张表，而不是每人一张单。",
    "File to write: signoff.pdf or signoff.html.": "要写的文件：signoff.pdf 或 signoff.html。",
    "Pack the built site into one file. Once unpacked it works without a server.": "把生成的网站打成一个文件。解开后不用服务器也能看。",
    "Folder of the built site; ROOT/site when absent.": "已生成的网站的文件夹；不写时为 ROOT/site。",
    "File to write: handbook.zip.": "要写的文件：handbook.zip。",
    "Grade RESPONSES of the exam in FOLDER. They are CSV and XLSX files, and answer files of the exam page.":
        "给 FOLDER 里的考试评分，作答在 RESPONSES 里。可以是 CSV、XLSX 文件和考试页面的作答文件。",
    "Results folder.": "成绩的文件夹。",
    "Address of the handbook site, so that results link to the rules.": "手册网站的地址，成绩里好链接到条款。",
    "Scoring rules (YAML) instead of the blueprint's.": "另用的评分规则（YAML），代替命题蓝图里的。",
    "Add how the items did to quizzes/statistics.yaml, for the next draw.": "把题目的表现记入 quizzes/statistics.yaml，供下次组卷。",
    "Day of the exam, such as 2026-12-01; when absent that of the last grading, else today.":
        "考试的日期，如 2026-12-01；不写时用上次评分的，否则为今天。",
    "Your name, for the log; the user of this computer when absent.": "你的姓名，记入日志；不写时为这台电脑的用户。",
    "Show people under codes in the results; guizhang results who tells whose they are.":
        "成绩里用代号代替姓名；guizhang results who 可查是谁的。",
    "Key the codes are made with, written where there is none yet: with it the same people have the same codes in every run.":
        "生成代号的密钥，没有就新建：用同一把，同一个人每次的代号相同。",
    "Write a page for each person to take home, as HTML and PDF.": "给每人写一页带走，HTML 和 PDF。",
    "Write certificates for those who passed, and their register.": "给合格的人写证书，并登记。",
    "How long certificates are valid; without limit when absent.": "证书有效几个月；不写时不限。",
    "List who has to sit again, and what each should read and practise.": "列出谁要补考，各人该读什么、练什么。",
    "Repeat none of the options with which this exam was graded into the folder before.": "不沿用上次评分写入这个文件夹时的选项。",
    "Look at, correct and purge the results of exams.": "查看、更正、清除考试成绩。",
    "Show who passed, and which rules people do not know. Over all exams below FOLDER; also who must sit again.":
        "显示谁合格、哪些规定没掌握。包括 FOLDER 下的所有考试；也列出谁要补考。",
    "Which summary, or `all`; several may be given.": "哪个汇总，或 `all`；可写多个。",
    "Ask this engine instead of a folder: postgres://USER@HOST/DATABASE or spark:MASTER, such as spark:local[*] (extra `warehouse`).":
        "不查文件夹而查这个引擎：postgres://USER@HOST/DATABASE 或 spark:MASTER，如 spark:local[*]（附加包 `warehouse`）。",
    "Table for reading, or a file for other programs.": "供人看的表，或给别的程序的文件。",
    "File to write; the screen when absent.": "要写的文件；不写时输出到屏幕。",
    "Rows of a table on the screen, at most.": "屏幕上的表最多几行。",
    "Address of the handbook site, so that rules are linked.": "手册网站的地址，好链接到条款。",
    "Leave out names, and put codes made with a secret key in the place of ids.": "去掉姓名，工号换成用密钥生成的代号。",
    "Answer one SELECT over all exams below FOLDER. docs/results.md lists the tables. The query reaches no file and changes nothing.":
        "对 FOLDER 下的所有考试执行一条 SELECT。各表见 docs/results.md；查询不碰文件，也不改任何东西。",
    "File with the query.": "写有查询的文件。",
    "Rows given, at most.": "最多给几行。",
    "Seconds a query may take.": "查询最多用几秒。",
    "Memory it may take, in MB.": "最多用多少内存，以 MB 计。",
    "Threads it may take; as many as there are cores when absent.": "最多用几个线程；不写时与核数相同。",
    "Load all exams below FOLDER into another engine. It is the company's own; `results show --engine` then asks it.":
        "把 FOLDER 下的所有考试载入另一个引擎。引擎是公司自己的；之后用 `results show --engine` 查询。",
    "postgres://USER@HOST/DATABASE or spark:MASTER, such as spark:local[*] (extra `warehouse`).":
        "postgres://USER@HOST/DATABASE 或 spark:MASTER，如 spark:local[*]（附加包 `warehouse`）。",
    "Correct an exam and grade its results again. EXAM is the exam's folder, RESULTS that of its results, which keep what was answered.":
        "更正考试并重新评分。EXAM 是考试的文件夹，RESULTS 是成绩的文件夹，里面留有作答。",
    "Make the question worth nothing. ITEM is its id or number (A3), or ITEM@FORM.": "这题不计分。ITEM 是题目的 id 或题号（A3），或 ITEM@FORM。",
    "Count these keys as right too.": "这些答案也算对。",
    "Count these keys instead of the one drawn.": "改用这些答案，代替原来的。",
    "Give everybody the question's points.": "这题人人得分。",
    "Make the question worth N points.": "这题改为 N 分。",
    "Other scoring rules (YAML).": "另用的评分规则（YAML）。",
    "Take back the correction with this number.": "撤回这个编号的更正。",
    "What the cut score keeps where the maximum changes: its share of it, or its points.": "满分变了，合格线保持什么：比例，或分数。",
    "Why; recorded with the correction.": "理由；与更正一起记下。",
    "From now on show people under codes in the results.": "从现在起成绩里用代号代替姓名。",
    "Say whose result would change, and write nothing.": "只说谁的成绩会变，什么也不写。",
    "Print who changed what in the results of an exam. EXAM is its folder. It is also checked that the log was not altered.":
        "列出谁改过考试成绩的什么。EXAM 是考试的文件夹。同时检查日志没有被改动。",
    "Tell whom a code in the results stands for. EXAM is the exam's folder; its secret folder is needed.":
        "查成绩里的代号是谁。EXAM 是考试的文件夹；要有其中的 secret 文件夹。",
    "Remove the people from exams held long ago. Those below FOLDER held longer ago than PERIOD; item statistics and totals stay.":
        "从很久以前的考试里去掉个人资料。指 FOLDER 下早于 PERIOD 的考试；题目统计和合计保留。",
    "24m, 2y, 90d, or a duration such as P1Y6M.": "24m、2y、90d，或 P1Y6M 这样的时长。",
    "List what would go and remove nothing.": "只列出会去掉什么，不动手。",
    "Do not ask.": "不询问。",
    "Register who has confirmed which rules, and who is missing. FOLDER holds the receipts: files, pasted texts, mails (EML) and archives "
    "are read. The exit code is 1 where a receipt was refused; with --strict also where one is doubtful, confirms an earlier edition, or "
    "somebody is missing.":
        "登记谁确认了哪些规章，谁还没有。FOLDER 里是回执：文件、粘贴的文字、邮件（EML）和压缩包都能读。"
        "有回执被拒绝时退出码为 1；用 --strict 时，有疑问的、确认旧版的、有人没交的也是。",
    "Who is to confirm: CSV or XLSX with id, name, role, department. Without it nobody can be missing.":
        "谁要确认：CSV 或 XLSX，列为 id、name、role、department。没有名单就看不出缺谁。",
    "An earlier edition: a folder or a git revision of the handbook; may be given several times, the oldest first.":
        "以前的版本：手册的文件夹或 git 版本；可写多次，最旧的在前。",
    "Write the register as a workbook (XLSX).": "把登记写成工作簿（XLSX）。",
    "Form of what is printed.": "输出的形式。",
    "Look at, check and exchange the test items. They are those in the bank, and those made from the rules.":
        "查看、检查、交换试题。包括题库里的和由规定生成的。",
    "List all items with the rules they cite; `items show` has a key.": "列出所有试题和所依据的规定；答案见 `items show`。",
    "A table for people, or everything for programs.": "给人看的表，或给程序的全部内容。",
    "Only items that cite this regulation, script, record or glossary.": "只要依据这部规章、话术、表单或术语表的题。",
    "Show one item with everything behind it. Key, reasons, rules, figures, freshness, and the items it cannot share a paper with.":
        "显示一道题的全部情况。答案、解析、规定、数字、是否过时，以及不能同卷的题。",
    "Say which items were made from PROVISION, and why no others. For each item model: its items, or why it made none. Then the items of the bank.":
        "说明由 PROVISION 生成了哪些题，为什么没有别的。每种出题方式：生成的题，或没有生成的原因。最后是题库里的题。",
    "Check how items are written. All those of the bank and those made from the rules, or those with these IDS.":
        "检查试题的写法。题库里的和由规定生成的全部，或只查这些 IDS。",
    "Print the help page of a rule (its name or code), and nothing else.": "只显示一条规则的说明（按名称或代码）。",
    "Record that items were read against the rules they cite. IDS are those of the items, or `all`.":
        "记下试题已与所依据的规定核对。IDS 是试题的 id，或 `all`。",
    "Ask questions made from the rules no more. They are on no paper and not on the site, until their rule makes another question of them.":
        "不再出这些由规定生成的题。试卷和网站都不用，直到规定生成的是另一道题。",
    "Why, for whoever finds them missing.": "理由，供发现少了题的人查看。",
    "Ask them again.": "恢复出题。",
    "Write the hand-written items to a workbook that trainers edit. Its headings are in the language of --lang.":
        "把手写的试题写成供培训人员编辑的工作簿。表头用 --lang 的语言。",
    "Workbook (XLSX) to write.": "要写的工作簿（XLSX）。",
    "Only items that cite this regulation; may be given several times.": "只要依据这部规章的题；可写多次。",
    "Take questions from files into the bank. The files are workbooks, CSV, Word or text; if one has a fault, none is taken.":
        "把文件里的试题收入题库。文件可以是工作簿、CSV、Word 或文本；有一题有错，就都不收。",
    "File for new items; ROOT/quizzes/bank/imported.yaml when absent.": "新题的文件；不写时为 ROOT/quizzes/bank/imported.yaml。",
    "Record that translations have been compared with their source.": "记下译文已与原文核对。",
    "Regulation, REGULATION/PROVISION, or `all`.": "规章、REGULATION/PROVISION，或 `all`。",
    "Write the JSON Schemas of the file formats, for editors.": "写出各文件格式的 JSON Schema，供编辑器用。",
    "Folder to write them to; printed when absent.": "写到哪个文件夹；不写时输出到屏幕。",
    "Say what is missing on this machine and how to get it.": "说明这台电脑缺什么、怎么装。",
}  # fmt: skip
"""Help of commands and options."""
