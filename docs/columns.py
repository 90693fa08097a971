"""What the columns of the tables of a batch mean, for the page of the guide that tells them.

A column means the same in every table that has it, unless ``TABLE.COLUMN`` says otherwise. A
column without a meaning here stops the making of the page.
"""

from collections.abc import Iterator, Mapping
from enum import Enum

from tracker.batch.failures import Stage
from tracker.batch.tables import TABLES, Type, type_of
from tracker.message import Message
from tracker.model.commitment import Firmness, Milestone, StatementKind
from tracker.model.measure import Comparison, MeasureKind, Relation
from tracker.model.outline import Role
from tracker.model.report import RegionLevel, ReportKind
from tracker.model.series import Period, Side, Standing
from tracker.model.tracking import Answered, Goalpost, Verdict
from tracker.model.words import word

TITLE = Message("批量数据表的各列", "Columns of the tables")
OPENING = Message(
    "`duizhang batch` 写出九张表（[大批报告](archives.md#整批写成数据表)）。"
    "本页由程序自身生成，逐列说明。\n\n"
    "- 空格子是报告没有说，或程序没有读出，不是 0。\n"
    "- 编号在每次运行、每台电脑上都一样：报告的编号是文件内容的 SHA-256，"
    "其余编号由它在报告里的位置组成。文件改动一个字，编号就变。\n"
    "- 是非列在 CSV 里写 1 和 0，在 Parquet 里是真假值。CSV 是带 BOM 的 UTF-8，Excel 可直接打开；"
    "以 = + - @ 开头的文字前面有一个撇号，免得被当成公式，只有一个符号的除外。\n"
    "- 数字照原文的单位；indicators 表另外折算成基本单位。",
    "`duizhang batch` writes nine tables "
    "([Large archives](archives.md#tables-of-everything)). "
    "This page is made from the program itself and tells each column.\n\n"
    "- An empty cell is what the report does not say, or what was not found in it; it is no 0.\n"
    "- Ids are the same in every run and on every computer: that of a report is the SHA-256 of the "
    "bytes of its file, the others say where something stands in it. With one character changed "
    "the ids are others.\n"
    "- Truth values are 1 and 0 in CSV, and truth values in Parquet. CSV is UTF-8 with a byte "
    "order mark, which Excel opens as it is; text that begins with = + - @ has an apostrophe "
    "before it, so that nothing takes it for a formula, except where the sign stands alone.\n"
    "- Figures are in the unit of the text; the table indicators has them in base units, too.",
)
HEADS = (Message("列", "column"), Message("内容", "holds"), Message("意思", "meaning"))
TYPES = {
    Type.TEXT: Message("文字", "text"),
    Type.WHOLE: Message("整数", "whole number"),
    Type.NUMBER: Message("数", "number"),
    Type.TRUTH: Message("是非", "truth"),
}
ROWS: Mapping[str, Message] = {
    "reports": Message(
        "每份文件一行；读不了的也占一行。", "One row for each file, also for one that failed."
    ),
    "sections": Message("每个标题一行。", "One row for each heading."),
    "promises": Message("每项承诺一行。", "One row for each promise."),
    "outcomes": Message("每项“已做到”的表述一行。", "One row for each thing said to be done."),
    "measures": Message(
        "承诺和完成情况里的每个数字一行。", "One row for each figure of a promise or a result."
    ),
    "pairs": Message(
        "每份报告与核对它的报告一行，带各种条数。",
        "One row for each report and those that judge it, with the counts.",
    ),
    "verdicts": Message(
        "每一对里的每项承诺一行：结论。", "One row for each promise of a pair: what became of it."
    ),
    "evidence": Message(
        "每项承诺的每段依据一行。", "One row for each passage that speaks of a promise."
    ),
    "indicators": Message(
        "每个指标在一份报告里的每个值一行。", "One row for each value of an indicator in a report."
    ),
}
VALUES: Mapping[str, type[Enum]] = {
    "kind": StatementKind,
    "reports.kind": ReportKind,
    "report_kind": ReportKind,
    "region_level": RegionLevel,
    "stage": Stage,
    "role": Role,
    "milestone": Milestone,
    "firmness": Firmness,
    "op": Comparison,
    "measure": MeasureKind,
    "relation": Relation,
    "verdict": Verdict,
    "answered": Answered,
    "goalposts": Goalpost,
    "period": Period,
    "indicators.side": Side,
    "indicators.standing": Standing,
}
"""Columns that hold one of a few words."""

MEANINGS: Mapping[str, Message] = {
    "report_id": Message("报告的编号。", "Id of the report."),
    "file": Message("文件的名称或路径。", "Name or path of the file."),
    "reports.status": Message(
        "read 读出，same 与另一份相同，failed 没有读成。",
        "read; same: the same document as another file; failed.",
    ),
    "pairs.status": Message("judged 已核对，failed 没有核对成。", "judged; failed."),
    "stage": Message("在哪一步失败。", "The step that failed."),
    "problem": Message("失败的原因，一句话。", "Why it failed, in one sentence."),
    "same_as": Message("与哪个文件相同。", "The file that it is the same as."),
    "title": Message("标题。", "Title."),
    "region": Message("地区全称。", "Full name of the region."),
    "region_code": Message("行政区划代码。", "Its division code."),
    "region_level": Message("地区级别。", "Level of the region."),
    "year": Message("年度。", "Year of the report."),
    "outcomes.year": Message("说的是哪一年的事。", "The year that is spoken of."),
    "indicators.year": Message(
        "目标到期的年份，或结果所属的年份。", "Year that a goal is due, or that a result is of."
    ),
    "pairs.year": Message("承诺的是哪一年。", "The year that is planned."),
    "plan_year": Message("安排的是哪一年的工作。", "The year that it plans."),
    "back_year": Message("回顾的是哪一年。", "The year that it looks back on."),
    "reports.kind": Message("文件类别。", "Kind of document."),
    "report_kind": Message("文件类别。", "Kind of document."),
    "date": Message("作报告的日期。", "Day on which it was given."),
    "meeting": Message("会议。", "Session."),
    "speaker": Message("报告人。", "Who gave it."),
    "office": Message("报告人的职务。", "Their office."),
    "text_hash": Message(
        "正文的校验值：格式不同而文字相同的文件，这一列相同。",
        "Hash of the text: the same for files of other formats with the same words.",
    ),
    "characters": Message("正文字数（字符）。", "Characters of the text."),
    "sections": Message("标题个数。", "How many headings."),
    "promises": Message("承诺项数。", "How many promises."),
    "outcomes": Message("完成情况的条数。", "How many results."),
    "warnings": Message(
        "提示个数（如分节可疑）。", "How many remarks (such as a doubtful heading)."
    ),
    "section_id": Message("标题的编号。", "Id of the heading."),
    "sections.number": Message("第几个标题，从 0 起。", "Which heading, from 0."),
    "measures.number": Message(
        "这句话里的第几个数字，从 0 起。", "Which figure of the statement, from 0."
    ),
    "level": Message("级别，1 最高。", "Level, 1 is the highest."),
    "run_in": Message("标题与正文在同一段。", "The heading runs into its paragraph."),
    "section_number": Message("原文的序号，如（一）。", "Number in the text, such as （一）."),
    "heading": Message("标题文字。", "Words of the heading."),
    "role": Message("在报告的哪一部分。", "The part of the report that it is in."),
    "line": Message("起始行。", "First line."),
    "end_line": Message("结束行。", "Last line."),
    "page": Message("页码（有页的文件才有）。", "Page, for files that have pages."),
    "parent": Message(
        "上一级标题的 number，没有则空。", "The number of the heading above; empty for none."
    ),
    "promise_id": Message("承诺的编号。", "Id of the promise."),
    "outcome_id": Message("完成情况的编号。", "Id of the result."),
    "statement_id": Message(
        "所属的 promise_id 或 outcome_id。", "The promise_id or outcome_id that it belongs to."
    ),
    "quote": Message("原文。", "Words of the text."),
    "object": Message("什么事。", "What is promised or done."),
    "kind": Message("哪一类。", "Kind of statement."),
    "section": Message("所在的标题。", "The heading that it stands under."),
    "verb": Message("动词。", "The verb."),
    "milestone": Message("到哪个节点。", "The milestone that is spoken of."),
    "beneficiaries": Message("受益的人和数量。", "Who gains by it, and how many."),
    "measures": Message("其中的数字，用；隔开。", "Its figures, parted by ；."),
    "due": Message("到期的年份。", "Year that it is due."),
    "firmness": Message("语气。", "How firmly it is said."),
    "body": Message("责任单位。", "Who is responsible."),
    "deadline": Message("写明的期限。", "Deadline, where one is written."),
    "cumulative": Message("累计，或几年合计的数。", "A stock, or of several years."),
    "provisional": Message("预计数，或不足一年的数。", "An estimate, or of a part of the year."),
    "measures.side": Message("promise 承诺，outcome 完成情况。", "promise or outcome."),
    "indicators.side": Message("目标还是结果。", "Goal or result."),
    "indicator": Message("指标。", "What is measured."),
    "indicators.indicator": Message(
        "指标，按词表统一的名称。", "What is measured, by one name for all reports."
    ),
    "op": Message("怎样比较。", "How the figure binds."),
    "value": Message("数值，照原文。", "The figure as written."),
    "indicators.value": Message("数值，折算成 unit。", "The figure in the unit of this row."),
    "value2": Message("范围的上端。", "Upper end of a range."),
    "unit": Message("单位，照原文。", "Unit as written."),
    "indicators.unit": Message(
        "基本单位：金额为亿元，其余去掉万、亿。",
        "Base unit: 亿元 for money, without 万 and 亿 otherwise.",
    ),
    "measure": Message("哪一种数：增速、总量、增量……", "What the figure is: growth, level, …"),
    "relation": Message(
        "没有写数字的怎样说（翻番、全覆盖……）；numeral 是中文数字。",
        "What is said without a digit (doubled, all, …); numeral is a Chinese numeral.",
    ),
    "pair_id": Message("一对的编号。", "Id of the pair."),
    "later_ids": Message(
        "用哪几份报告核对，空格隔开。", "Reports that judge it, parted by blanks."
    ),
    "later_year": Message("核对它的报告的年度。", "Year of the report that judges it."),
    "missing_years": Message(
        "中间缺几年的报告；大于 0 的没有反馈率。",
        "Years missing between; there is no feedback rate above 0.",
    ),
    "quantified": Message("量化且已到期的承诺。", "Promises with a figure that are due."),
    "quantified_answered": Message("其中有反馈的。", "Those of them that are answered."),
    "feedback_rate": Message(
        "反馈率：quantified_answered ÷ quantified（杨君 2013）。",
        "Feedback rate: quantified_answered by quantified (杨君 2013).",
    ),
    "plain_rate": Message(
        "同上，只算主动和间接的反馈。", "The same, counting direct and implied answers alone."
    ),
    "exceeded_promises": Message("超过目标的项数。", "How many were surpassed."),
    "restated_promises": Message("后一份又提出的项数。", "How many the later plan has again."),
    "verdict": Message("程序的结论。", "What the program found."),
    "mark": Message("人工标记（工作区里的）。", "A person's verdict, of a workspace."),
    "answered": Message("怎样回应。", "How it was answered."),
    "exceeded": Message("超过目标。", "The goal was surpassed."),
    "restated": Message("后一份又提出。", "The later plan has it again."),
    "dropped": Message("后一份不再有这项指标。", "The later goals have it no more."),
    "goalposts": Message("再次提出时怎样变了。", "How it was changed when it was said again."),
    "confidence": Message("把握，0 到 1。", "How sure the program is, 0 to 1."),
    "reason": Message("理由，一句话。", "Why, in one sentence."),
    "evidence_found": Message("有几段依据。", "How many passages of evidence there are."),
    "rank": Message("第几段，1 最好。", "Which passage, 1 is the best."),
    "score": Message("与承诺相合的程度，0 到 1。", "How well it answers the promise, 0 to 1."),
    "evidence.report_id": Message("依据所在的报告。", "Report that the passage stands in."),
    "evidence.standing": Message(
        "evidence 依据；candidate 只是最接近的，不算回应。",
        "evidence; candidate: the nearest there is, no answer.",
    ),
    "indicators.standing": Message("其他报告怎么说。", "What other reports say of it."),
    "value_id": Message("值的编号。", "Id of the value."),
    "standard": Message("指标词表里有。", "The vocabulary of indicators has it."),
    "scope": Message("范围，如全市、本级。", "What it is counted over, such as 市区."),
    "period": Message("多长时间的数。", "How much time it covers."),
    "estimated": Message("报告说是预计。", "The report calls it an estimate."),
    "differs": Message("同一份报告另有不同的数。", "The same report has another figure, too."),
    "report_year": Message("报告的年度。", "Year of the report."),
    "written_indicator": Message("指标，原文的说法。", "The indicator in the text's words."),
    "written_value": Message("数值，照原文。", "The figure as written."),
    "written_value2": Message("范围的上端，照原文。", "Upper end as written."),
    "written_unit": Message("单位，照原文。", "The unit as written."),
    "also": Message("还在哪些行。", "Other lines that give it."),
}


def meaning(table: str, column: str, language: str) -> str:
    """Return what a column means, with the words that can stand in it."""
    if table == "pairs" and column in _COUNTS:
        told = Message("其中{0}的项数。", "How many of them: {0}.").text(language)
        return told.format(word(_COUNTS[column]).text(language))
    said = MEANINGS.get(f"{table}.{column}") or MEANINGS[column]
    text = said.text(language)
    kinds = VALUES.get(f"{table}.{column}") or VALUES.get(column)
    if kinds is None:
        return text
    told = Message("；", "; ").text(language).join(_told(kinds, language))
    return f"{text}{Message('', ' ').text(language)}{told}"


_COUNTS: Mapping[str, Enum] = {one.value: one for one in (*StatementKind, *Verdict, *Answered)}


OWN: Mapping[Enum, Message] = {
    Comparison.EXACTLY: Message("等于", "exactly"),
    Comparison.RANGE: Message("范围", "from … to …"),
    Stage.READ: Message("读文件", "reading"),
    Stage.EXTRACT: Message("提取", "finding promises and results"),
    Stage.JUDGE: Message("核对", "judging"),
    Stage.INDICATORS: Message("指标", "indicators"),
}
"""Words for what the window has no words for."""


def _told(kinds: type[Enum], language: str) -> Iterator[str]:
    """Return each word that can stand in a column, with what it means where that is another."""
    part = Message(" ", ": ").text(language)
    for one in kinds:
        name = one.name.lower() if isinstance(one.value, int) else str(one.value)
        said = (OWN.get(one) or word(one)).text(language)
        yield f"`{name}`{part}{said}" if said != name else f"`{name}`"


def page(language: str) -> str:
    """Return the page in one language."""
    heads = [head.text(language) for head in HEADS]
    lines = [f"# {TITLE.text(language)}", "", OPENING.text(language), ""]
    for table, columns in TABLES.items():
        lines += [f"## {table}", "", ROWS[table].text(language), ""]
        lines += [f"| {' | '.join(heads)} |", "| --- | --- | --- |"]
        for column in columns:
            holds = TYPES[type_of(column)].text(language)
            told = meaning(table, column, language).replace("|", "\\|")
            lines.append(f"| `{column}` | {holds} | {told} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
