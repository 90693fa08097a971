"""Tells what kind of document it is (文种) by its title and by the words of its speaker."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.outline import ColumnRole, Role, Table
from tracker.model.report import Metadata, ReportKind
from tracker.parse.head import Head

_LISTS_TASKS = re.compile(
    r"(?:任务|责任|工作|目标|指标|事项|项目)的?(?:细化|落实)?(?:分解|分工)"
    r"|分工(?:方案|意见|表|落实|的(?:意见|通知))"
    r"|(?:任务|责任|事项|项目|实事|工作|目标)(?:清单|台账|一览表|分配表|责任表|安排表|责任书|责任状)"
    r"|(?:实事|民心工程|惠民工程)(?:项目|工程)?(?:的?(?:实施|工作|推进))?(?:方案|安排|计划|任务|表|的通知)"
)
"""重点任务分解表, 重点工作分工的意见, 民生实事项目清单: who does what, and by when."""
_TELLS_OF_A_LIST = re.compile("解读|一图读懂|完成情况|落实情况|进展情况|推进情况|讲话|答记者问")
_TELLS_PROGRESS = re.compile("(?:完成|落实|进展|推进|办理|实施|执行)情况|台账")
_HEADS_A_GROUP = 2
"""Filled cells of a row, number and name, that heads a group of tasks."""
_BULLETIN = re.compile(r"(?:统计|状况|资源|质量|发展|情况)公[报告]$|统计公[报告]")
_SUMMARY = re.compile(r"工作(?:情况)?总结|工作回顾[和与及].{0,12}(?:计划|打算|安排|思路)")
_MAY_LIST = re.compile("方案|要点|计划|意见|措施|行动|任务|台账|通知|清单|目标")
"""Titles of documents that list tasks where their text says who does each of them."""
_LEAST_ASSIGNED = 3
"""Tasks that name who does them, from which a document without a title is a list of tasks."""

_LONG = 5000
_MIN_MENTIONS = 5
"""Characters of, and times 政府 stands in, a text that may be a work report without its head: the
shortest of 2,166 work reports has 8,000 characters."""

_ABOUT_A_REPORT = re.compile(
    r"报告》?(?:主要|重点|确定|提出|中|所|的|各项|目标|工作|任务|责任|起草)*"
    r"(?:任务|目标|分工|分解|责任|解读|说明|通知|决议|要点|摘要|摘登|名词解释|辅导|讨论|审议|意见)"
    r"|通知$|的决议|的决定|实施方案|实施意见|行动方案|解读|一图读懂"
)
"""Documents that quote a work report: who does what of it, how it is to be read."""
_OF_OTHERS = re.compile(
    r"人民代表大会常务委员会|人大常委会|(?:中级|高级|最高)?人民法院|法院工作|人民检察院|检察院工作|政协|政治协商会议"
    r"|监察委员会|纪律检查|党代会|中共.{2,20}委员会工作报告"
)
"""Whose work report is none of a government."""
_OTHER_TITLE = re.compile(
    r"公报|五年(?:规划|计划)|规划(?:纲要)?|远景目标|工作总结|工作要点|工作计划|调研报告"
    r"|审计|(?:环境|生态).{0,20}报告|专项工作|情况通报|讲话|发言|答记者问|述职|评估报告|整改|落实情况|新闻发布"
)
_PART_OF_A_YEAR = re.compile("半年|季度|[一二三]季|[1-9]月份|前[一二三四五六七八九十]+个月")
_YEARLY_PLAN = re.compile(r"国民经济和?社会发展.{0,20}计划|计划执行情况|计划草案|计划（草案）")
_FIVE_YEARS = re.compile(r"五年(?:发展)?(?:计划|规划)|[一二三四]五[”\"]?(?:规划|计划)|中期评估")
_SPEAKS_FOR = re.compile(r"(?:代表|受)(.{0,30}?)(?:委托|，|,|向|作|报告)")
_GOVERNMENT = re.compile(r"政府|国务院|行政公署|行署|管理?委员会|管委会|兵团")
_REPORTS = re.compile(r"(?:报告|作).{0,4}(?:政府)?工作|工作报告|作报告|汇报.{0,4}工作")


def kind_of(head: Head, opening: str, text: str) -> ReportKind:
    """Return the kind of a document.

    Args:
        head: Its head.
        opening: The sentence in which the speaker says for whom he reports, or "".
        text: Whole text.
    """
    by_title = _by_title(head.title)
    if by_title is not None:
        return by_title
    speaks_for = _SPEAKS_FOR.search(opening)
    who = speaks_for.group(1) if speaks_for else ""
    if _OF_OTHERS.search(who) and not _GOVERNMENT.search(who):
        return ReportKind.OTHER
    by_opening = _by_subject(opening)
    if by_opening is not None:
        return by_opening
    reports = _GOVERNMENT.search(who) and re.search("报告|审议", opening)
    if reports or "政府工作报告" in text[:300]:
        return ReportKind.GOVERNMENT_WORK_REPORT
    return ReportKind.OTHER


def _by_title(title: str) -> ReportKind | None:
    """Return the kind that a title names, None where it says 工作报告 or nothing."""
    if not title:
        return None
    if _PART_OF_A_YEAR.search(title):
        return ReportKind.OTHER
    if _LISTS_TASKS.search(title) and not _TELLS_OF_A_LIST.search(title):
        return ReportKind.TASK_LIST
    if any(p.search(title) for p in (_ABOUT_A_REPORT, _OF_OTHERS)):
        return ReportKind.OTHER
    if _BULLETIN.search(title) or _SUMMARY.search(title):
        return ReportKind.BULLETIN if _BULLETIN.search(title) else ReportKind.WORK_SUMMARY
    return _by_subject(title) or (ReportKind.OTHER if _OTHER_TITLE.search(title) else None)


def _by_subject(words: str) -> ReportKind | None:
    if _YEARLY_PLAN.search(words) and not _FIVE_YEARS.search(words):
        return ReportKind.PLAN_REPORT
    if "预算" in words and not re.search("预算.{0,6}审计|审计", words):
        return ReportKind.BUDGET_REPORT
    if re.search("政府.{0,2}工作报告", words) or (
        _GOVERNMENT.search(words) and _REPORTS.search(words)
    ):
        return ReportKind.GOVERNMENT_WORK_REPORT
    return None


def guess_kind(meta: Metadata, tops: frozenset[Role], text: str) -> Metadata:
    """Return the metadata with the kind that the outline shows where the head is silent.

    A long text of a known region that looks back, plans and speaks of its government is a work
    report whose head was lost; a title that names another kind of document stands.
    """
    complete = {Role.REVIEW, Role.PLAN} <= tops and meta.region is not None
    silent = meta.kind is ReportKind.OTHER and not meta.title
    if complete and silent and len(text) >= _LONG and text.count("政府") >= _MIN_MENTIONS:
        return replace(meta, kind=ReportKind.GOVERNMENT_WORK_REPORT)
    return meta


def is_list(kind: ReportKind, title: str, n_assigned: int, *, tabled: bool) -> bool:
    """Tell whether a document of no known kind is a list of tasks.

    A sheet often begins with its head row; a title that names another kind of document stands.

    Args:
        kind: Kind by its head.
        title: Its title, or "".
        n_assigned: How many of its tasks name who does them, or by when.
        tabled: They stand in a table whose head says so.
    """
    telling = _TELLS_OF_A_LIST.search(title) or _PART_OF_A_YEAR.search(title)
    may = not title or (_MAY_LIST.search(title) and not telling)
    enough = 1 if tabled else _LEAST_ASSIGNED
    return kind is ReportKind.OTHER and bool(may) and n_assigned >= enough


def with_progress(kind: ReportKind, title: str, lists: Sequence[Table]) -> ReportKind:
    """Return the kind of a document by whether its lists say what became of their tasks.

    A column of progress that is still to be filled in makes none; a list of half a year tells of
    no whole one, and a report with such a list behind it stays a report.

    Args:
        kind: Kind by its head.
        title: Its title, or "".
        lists: Its tables of tasks.
    """
    if kind not in (ReportKind.TASK_LIST, ReportKind.OTHER) or _PART_OF_A_YEAR.search(title):
        return kind
    if kind is ReportKind.OTHER and not _TELLS_PROGRESS.search(title):
        return kind
    told = [
        any(
            c and column.role is ColumnRole.RESULT
            for c, column in zip(row, table.columns, strict=True)
        )
        for table in lists
        if table.tells_progress
        for row in table.rows
        if sum(map(bool, row)) > _HEADS_A_GROUP
    ]
    return ReportKind.PROGRESS_LIST if sum(told) * 2 > len(told) else kind


LIST_GUESSED = Diagnostic(
    "kind-guessed",
    Message(
        "标题没有写明，按所列责任单位和时限推断为任务分解，请核对。",
        "By the bodies and dates that it names this is a list of tasks, though no title says so. "
        "Please check.",
    ),
)
"""Said of a list of tasks that ``is_list`` found."""


def kind_remarks(kind: ReportKind, guessed: ReportKind) -> tuple[Diagnostic, ...]:
    """Return what is unsure about the kind of document that was read, and then guessed."""
    if guessed is ReportKind.OTHER:
        remark = Message(
            "这份文件看起来不是政府工作报告、计划报告或预算报告，也不是任务分解、统计公报或工作总结。",
            "This does not look like a government work, plan or budget report, nor like a list of "
            "tasks, a statistical bulletin or a work summary.",
        )
        return (Diagnostic("no-report", remark),)
    if guessed is not kind:
        remark = Message(
            "报告首部缺失，按内容推断为政府工作报告，请核对。",
            "The head is missing; by its content this is a government work report. Please check.",
        )
        return (Diagnostic("kind-guessed", remark),)
    return ()
