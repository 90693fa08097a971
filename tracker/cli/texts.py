"""Help texts of the command line in both languages, by the name of the verb or option."""

from collections.abc import Mapping

from tracker.message import Message

COMMANDS: Mapping[str, Message] = {
    "duizhang": Message(
        "对账：把政府报告逐节对齐，看每项承诺有没有下文。\n\n"
        "不带命令时打开桌面程序。数据写到标准输出，提示写到标准错误。\n"
        "文件名 - 表示从标准输入读取。\n"
        "返回值：0 完成，1 输入无法使用，2 用法有误。",
        "Line government reports up and see what became of every promise.\n\n"
        "Without a command the desktop program opens. Data goes to stdout, remarks to stderr.\n"
        "The file name - stands for standard input.\n"
        "Exit status: 0 done, 1 the input cannot be used, 2 wrong usage.",
    ),
    "import": Message(
        "把报告导入工作区。\n\n"
        "可给出文件、文件夹和 zip 压缩包，- 表示标准输入；工作区不存在时新建。\n"
        "共享工作区写作 postgresql://用户@主机/数据库，密码取自 ~/.pgpass 或 PGPASSWORD。\n"
        "返回值：0 至少一份已在工作区中，1 一份也没有。",
        "Bring reports into a workspace.\n\n"
        "Takes files, folders and zip archives, - for standard input; makes the workspace when "
        "it is missing.\n"
        "A shared workspace is postgresql://user@host/database, its password in ~/.pgpass or "
        "PGPASSWORD.\n"
        "Exit status: 0 when at least one is in the workspace, 1 when none is.",
    ),
    "outline": Message(
        "列出报告的基本信息、各部分和标题。",
        "Show what a report says of itself, its parts and its headings.",
    ),
    "commitments": Message(
        "列出报告对今后的承诺：做什么、多少、何时完成。",
        "List what a report promises: what, how much, by when.",
    ),
    "outcomes": Message(
        "列出报告说已经做到的事。",
        "List what a report says was done.",
    ),
    "topics": Message(
        "列出每个主题在多份报告中的脉络：历年的，或同一年各地的。",
        "Follow each topic through several reports: years of a region, or regions of a year.",
    ),
    "indicators": Message(
        "列出各项指标历年、各地的承诺与完成情况。\n\n"
        "可给出多份报告。表格逐年对照；json、jsonl、csv 为每个数值的全部信息：\n"
        "所在报告、行、原文、期间（当年、累计、年均、前三季度）、其他报告的说法。",
        "List what was promised and reported of each indicator, over years and regions.\n\n"
        "Takes any number of reports. The table sets years side by side; json, jsonl and csv tell "
        "all of each value:\nits report, line and words, the time it covers, and what other "
        "reports say of it.",
    ),
    "ranking": Message(
        "把某一年各地的一项指标排在一起：目标、结果、位次，缺什么就说缺什么。\n\n"
        "给出报告、文件夹，或单独一个工作区。不给 --indicator 时列出可比的指标。",
        "Rank the regions of a year by one indicator: goal, result, place, and what is missing.\n\n"
        "Takes reports, folders, or one workspace alone. Without --indicator it lists what can be "
        "compared.",
    ),
    "feedback": Message(
        "按地区和年度列出反馈率：量化承诺中下一年报告有所交代的比例（杨君 2013）。\n\n"
        "表中 · 表示还没有报告回顾这一年，– 表示缺下一年的报告，没有反馈率。",
        "The feedback rate by region and year: the share of quantified promises that the next "
        "report answers (Yang Jun 2013).\n\nIn the table · stands where nothing looks back yet, – "
        "where the report of the next year is missing: there is no rate then.",
    ),
    "shared": Message(
        "每份报告有多少文字与本地上一份报告、与外地报告几乎逐字相同（套话占比）。\n\n"
        "用 --of 列出一份报告里这样的语句。",
        "How much of each report stands, nearly word for word, in the region's report before and "
        "in those of other regions.\n\nWith --of, the clauses of one report that do.",
    ),
    "first": Message(
        "谁最先提出一个词语、怎样传开；或者某一年有哪些新提法。",
        "Who says a phrase first and how it spreads; or which phrases are new in a year.",
    ),
    "nearest": Message(
        "与一份报告最相近的报告：主题和相同的语句。",
        "The reports nearest to one, by their topics and by the words they share.",
    ),
    "figures": Message(
        "统计每份报告有多少承诺、下一年的报告如何交代，以及反馈率。\n\n"
        "反馈率：当年到期的量化承诺中，下一年报告有所交代的比例（杨君 2013）；"
        "缺下一年的报告就没有（–）。\n"
        "给出报告、文件夹，或单独一个工作区（计入您的标记和认定）。",
        "Count the promises of each report, how the next one answers them, and the feedback "
        "rate.\n\nThat is the share of the quantified promises due in the year that the next "
        "report answers (Yang Jun 2013); without that report there is none (–). Takes reports, "
        "folders, or one workspace alone, with your marks and decisions in it.",
    ),
    "chains": Message(
        "把一个地区的每项承诺逐年连起来：哪年提出、哪年有回应、怎样改动、最后如何。\n\n"
        "给出同一地区两个年度以上的报告或文件夹，次序不限；或单独一个工作区（计入您的标记和认定）。",
        "Follow each promise of a region through the years: made, answered, changed, ended.\n\n"
        "Takes reports of one region for two years or more, in any order, or folders; or one "
        "workspace alone, with your marks and decisions in it.",
    ),
    "cascade": Message(
        "上级的安排在下级同年的安排中有没有承接：同一项目、同一指标（高、低、相同）、同一任务。\n\n"
        "先给上级的报告，再给下级的。前面给出工作区时，报告用其中的文件名或“苏州市2022”这样的名称，"
        "承诺按您改定的算。",
        "What of an upper level's plan stands in a lower level's plan of the same year: the same "
        "project, indicator (higher, lower, the same) or task.\n\n"
        "The upper report comes first. After a workspace, reports are named by their files there, "
        "or by region and year, and promises are taken as people set them right.",
    ),
    "agreement": Message(
        "同一地区同一年度的两份文件（如工作报告与计划报告），哪些数字一致、不一致、只有一份有。",
        "Which figures of two documents of one region and year (a work report and a plan report) "
        "agree, which differ, and which stand in one only.",
    ),
    "align": Message(
        "把两份报告讲同一件事的章节对在一起。",
        "Find the sections of two reports that belong beside each other.",
    ),
    "diff": Message(
        "比较两份报告对应章节的文字和数字。",
        "Show what changed, in words and figures, between aligned sections.",
    ),
    "track": Message(
        "用后来的报告核对前一份报告的承诺。\n\n"
        "可给出多份后来的报告；报告也可以与自己核对（计划报告的目标与完成情况表）。",
        "Check the promises of a report against later reports.\n\n"
        "Several later reports may be given, also the earlier one itself (a plan report's "
        "table of targets and results).",
    ),
    "search": Message(
        "在报告或工作区里检索，列出命中的句子及其所在的章节。\n\n"
        "几个词用空格隔开，须在同一句中；引号里的是一个整体。全角半角、繁体简体、大小写不分。\n"
        "没有命中也是正常结果（返回值 0）。",
        "Find key words in reports or in a workspace: sentences with the section they stand in.\n\n"
        "Several words, parted by spaces, must stand in one sentence; quotation marks make a "
        "phrase.\nFull and half width, traditional and simplified characters, capital and small "
        "letters\nare the same. Finding nothing is a result, too (exit status 0).",
    ),
    "export": Message(
        "把工作区的对账表写成文件，格式由文件名结尾决定。",
        "Write the tracking report of a workspace; the ending chooses the format.",
    ),
    "batch": Message(
        "读完一个文件夹里的全部报告，核对每个地区逐年的承诺，写成表。\n\n"
        "可给出文件夹、文件、zip 压缩包，或单独一个工作区（计入您的更正、标记和认定）。\n"
        "写出 reports、sections、promises、outcomes、measures、pairs、verdicts、evidence、"
        "indicators 九张表和 summary.json。\n"
        "读不了的报告、核对不了的报告对，在 reports、pairs 表里占一行，写明环节（stage）和原因"
        "（problem），不影响其他。\n"
        "中途停下（Ctrl-C、断电）后运行同一命令会接着做；再次运行只处理新增和改动的。",
        "Read all reports under a folder, judge the promises of every region year by year, write "
        "tables.\n\n"
        "Takes folders, files and zip archives, or one workspace alone, with your corrections, "
        "marks\nand decisions in it. Writes nine tables: reports, sections, promises, outcomes, "
        "measures,\npairs, verdicts, evidence, indicators; and summary.json. A report that "
        "cannot be read\nand a pair that cannot be judged are rows of reports and pairs with stage "
        "and problem, and stop\nno other. Stopped halfway, the same command goes on; run again, it "
        "does only what is new or\nchanged.",
    ),
}

OPTIONS: Mapping[str, Message] = {
    "times": Message("只列至少提出过这么多次的承诺。", "Only promises made at least so often."),
    "states": Message(
        "只列最后处于这种状态的承诺，可重复。", "Only promises that ended so; repeatable."
    ),
    "taken_up": Message(
        "只列下级有承接的和点到下级的承诺。",
        "Only promises that the lower plan takes up, or that name the lower level.",
    ),
    "lang": Message("输出语言（默认随系统）。", "Language (default: that of the system)."),
    "help": Message("显示本说明。", "Show this text and stop."),
    "version": Message("显示版本号。", "Show the version and stop."),
    "names": Message(
        "名称对照文件，每行一对：“S1线 = 11号线”是一回事，“姑苏实验室 ≠ 苏州实验室”不是。",
        "File of name pairs, one on each line: “A = B” are one thing, “A ≠ B” are not.",
    ),
    "form": Message(
        "输出格式（默认：终端为 table，管道为 json）。",
        "Output format (default: table on a terminal, json into a pipe).",
    ),
    "ignored": Message(
        "不显示的差异，可重复：引号、标点、繁简、套话。",
        "Differences not to show, may be repeated: quotes, punctuation, script, boilerplate.",
    ),
    "encoding": Message(
        "文本文件的编码（默认自动识别），如 gb18030、big5。",
        "Encoding of text files (found out by default), e.g. gb18030, big5.",
    ),
    "workspace": Message(
        "检索这个工作区里的全部报告：文件，或 postgresql://用户@主机/数据库。",
        "Search all reports of this workspace: a file, or postgresql://user@host/database.",
    ),
    "regex": Message("检索词是正则表达式。", "The query is a regular expression."),
    "order": Message(
        "工作区中报告的次序：library 按地区和年份，relevance 提到最多的在前，newest 最新的在前。",
        "Order of the reports of a workspace: library by region and year, relevance those first "
        "that speak of it most, newest the latest years.",
    ),
    "limit": Message("只印前 N 处。", "Print the first N hits only."),
    "words": Message(
        "只找整词：苏州不会在“姑苏州县”里找到。",
        "Whole words only, as a dictionary of Chinese cuts them.",
    ),
    "years": Message("只在这个年度的报告里找，可重复。", "Only reports of this year; repeatable."),
    "regions": Message(
        "只在地区名称含有这几个字的报告里找，可重复。",
        "Only reports whose region's name holds this; repeatable.",
    ),
    "kinds": Message("只在这类文件里找，可重复。", "Only documents of this kind; repeatable."),
    "roles": Message(
        "只在这个部分里找（plan 工作安排，review 工作回顾……），可重复。",
        "Only in this part (plan, review, …); repeatable.",
    ),
    "part": Message("要对齐的部分。", "Which parts are set beside each other."),
    "indicators": Message("只列这项指标，可重复。", "Only this indicator; repeatable."),
    "every_name": Message(
        "也列词表以外的指标，用原文的名称。",
        "Also what the vocabulary of indicators does not know, under the text's words.",
    ),
    "year": Message("比较哪一年。", "The year that is compared."),
    "name": Message(
        "比较哪一项指标（可写 名称:growth 指定类型）；不给时列出可比的指标。",
        "The indicator (NAME:growth asks for a kind); without it those that can be compared.",
    ),
    "of_report": Message(
        "列出这份报告里的雷同语句：文件名，或“地区 年度”，如“苏州 2021”。",
        "List the clauses of this report: its file, or region and year (“苏州 2021”).",
    ),
    "to_report": Message(
        "与这份报告相近的：文件名，或“地区 年度”，如“苏州 2021”。",
        "The report that others are near to: its file, or region and year (“苏州 2021”).",
    ),
    "new_in": Message(
        "列出这一年的新提法：至少两份报告都有，以前各年没有。",
        "List the phrases that two reports of this year have and none of an earlier year.",
    ),
    "level": Message("只比较这一级的地区。", "Only regions of this level."),
    "within": Message(
        "只比较这个行政区划代码以内的地区（如 320000）。",
        "Only regions within the division of this code (320000).",
    ),
    "phrase": Message("要找的词语。", "The phrase."),
    "other_regions": Message("不列同一地区的报告。", "Leave out reports of the same region."),
    "same_year": Message("只列同一年度的报告。", "Only reports of the same year."),
    "by": Message("按什么分组统计。", "What promises are counted by."),
    "output": Message("写到文件，而不是标准输出。", "Write to a file instead of stdout."),
    "out": Message("写到这个文件夹，没有则新建。", "Folder to write to; made when missing."),
    "listed": Message(
        "另读这份清单里的文件和文件夹，每行一个路径。",
        "Also read what this file lists, one path on each line.",
    ),
    "table_form": Message(
        "表的格式；parquet 需要安装 duizhang[parquet]。",
        "Format of the tables; parquet needs duizhang[parquet].",
    ),
    "pairs": Message(
        "核对哪些报告：next 下一年的，all 同地区以后各年的（各自成对），none 不核对。",
        "By which reports promises are judged: next, the following one; all, each later one of "
        "the region by itself; none.",
    ),
    "only_regions": Message(
        "只要地区名称含有这几个字的报告，可重复。",
        "Only reports whose region's name holds this; repeatable.",
    ),
    "only_years": Message(
        "只要这些年度的报告，如 2015 或 2010-2020，可重复。",
        "Only reports of these years, 2015 or 2010-2020; repeatable.",
    ),
    "workers": Message(
        "同时工作的进程数（默认：处理器的个数）。",
        "How many processes work at a time (default: one for each processor).",
    ),
    "scheduler": Message(
        "在这个 Dask 调度器（tcp://主机:端口）的集群上运行；需要安装 duizhang[cluster]。",
        "Work on the cluster of this Dask scheduler (tcp://HOST:PORT); needs duizhang[cluster].",
    ),
    "partitions": Message(
        "每张表写成一个文件夹的分片，而不是一个文件；用集群时总是如此。",
        "Write each table as a folder of parts, not as one file; a cluster always does.",
    ),
    "outputs": Message(
        "另写成文件（xlsx、html、csv、json 等），可重复。",
        "Also write the tracking report to a file (xlsx, html, csv, json, …); repeatable.",
    ),
    "verdicts": Message(
        "文件里只写处于这种结论的承诺，可重复。",
        "Only promises with this verdict go into the file; repeatable.",
    ),
    "marked": Message("只写人工标记过的承诺。", "Only promises that a person has marked."),
    "columns": Message(
        "文件里的列，用逗号隔开（如 no,promise,verdict 或 序号,承诺原文,结论）。",
        "Columns of the file, parted by commas (no,promise,verdict).",
    ),
    "without": Message(
        "文件里不要这一部分（依据、图、核查记录），可重复。",
        "Leave this part out of the file; repeatable.",
    ),
    "more": Message(
        "xlsx 和 json 里也写各报告的章节和章节对应（sections）。",
        "Also write the sections of the reports and how they correspond into xlsx and json.",
    ),
    "template": Message(
        "docx 用这份模板（docx 或 dotx）。", "Template for docx (a docx or dotx file)."
    ),
}
