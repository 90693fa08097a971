"""What the values of the model are called for people, in both languages.

One name for one thing: window, command line and handouts all take their words from here. In
data (JSON, CSV on the command line) the value itself stands instead.
"""

from collections import Counter
from collections.abc import Mapping
from enum import Enum

from tracker.message import Message
from tracker.model.alignment import AlignmentPart, LinkKind
from tracker.model.change import ChangeKind
from tracker.model.commitment import Firmness, Milestone, StatementKind
from tracker.model.measure import Comparison, MeasureKind, Relation
from tracker.model.outline import Role
from tracker.model.report import RegionLevel, ReportKind
from tracker.model.tracking import Answered, Goalpost, Verdict

_TABLES: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    Verdict: {
        Verdict.FULFILLED: ("已兑现", "fulfilled"),
        Verdict.PARTIAL: ("部分兑现", "partly fulfilled"),
        Verdict.MISSED: ("未兑现", "missed"),
        Verdict.IN_PROGRESS: ("推进中", "in progress"),
        Verdict.NOT_REPORTED: ("未提及", "not reported"),
        Verdict.UNDETERMINED: ("无法判断", "undetermined"),
        Verdict.PENDING: ("未到期", "pending"),
    },
    Answered: {
        Answered.DIRECT: ("主动报告", "reported directly"),
        Answered.IMPLIED: ("间接反映", "implied"),
        Answered.VAGUE: ("表述模糊", "vague"),
        Answered.SILENT: ("未报告", "silent"),
    },
    Goalpost: {
        Goalpost.DEFINITION: ("口径改变", "other definition"),
        Goalpost.LOWER: ("目标调低", "lower figure"),
        Goalpost.SOFTER: ("措辞变软", "softer word"),
        Goalpost.LATER: ("期限推后", "later year"),
    },
    StatementKind: {
        StatementKind.TARGET: ("主要目标", "headline target"),
        StatementKind.QUOTA: ("数量任务", "quota"),
        StatementKind.PROJECT: ("项目", "project"),
        StatementKind.ACTION: ("举措", "action"),
    },
    Milestone: {
        Milestone.PLANNED: ("谋划", "planned"),
        Milestone.PREPARED: ("前期", "prepared"),
        Milestone.STARTED: ("开工", "started"),
        Milestone.BUILDING: ("在建", "being built"),
        Milestone.COMPLETED: ("完工", "completed"),
        Milestone.IN_USE: ("投用", "in use"),
    },
    Firmness: {
        Firmness.ENSURE: ("确保", "ensure"),
        Firmness.PLAIN: ("直陈", "plain"),
        Firmness.STRIVE: ("力争", "strive"),
        Firmness.SEEK: ("争取", "seek"),
        Firmness.EXPLORE: ("探索", "explore"),
    },
    Role: {
        Role.FRONT: ("篇首", "front"),
        Role.REVIEW: ("工作回顾", "review"),
        Role.PROBLEMS: ("困难问题", "problems"),
        Role.OUTLOOK: ("总体要求与远期目标", "outlook"),
        Role.TARGETS: ("主要预期目标", "targets"),
        Role.PLAN: ("工作安排", "plan"),
        Role.SELF: ("政府自身建设", "government itself"),
        Role.CLOSING: ("结语", "closing"),
        Role.GLOSSARY: ("名词解释", "glossary"),
        Role.TABLE: ("表格", "table"),
        Role.NOISE: ("杂讯", "noise"),
    },
    ReportKind: {
        ReportKind.GOVERNMENT_WORK_REPORT: ("政府工作报告", "government work report"),
        ReportKind.PLAN_REPORT: ("计划报告", "plan report"),
        ReportKind.BUDGET_REPORT: ("预算报告", "budget report"),
        ReportKind.TASK_LIST: ("任务分解", "list of tasks"),
        ReportKind.PROGRESS_LIST: ("任务完成情况", "account of tasks"),
        ReportKind.BULLETIN: ("统计公报", "statistical bulletin"),
        ReportKind.WORK_SUMMARY: ("工作总结", "work summary"),
        ReportKind.OTHER: ("其他文件", "other document"),
    },
    RegionLevel: {
        RegionLevel.NATIONAL: ("国家", "national"),
        RegionLevel.PROVINCE: ("省级", "province"),
        RegionLevel.PREFECTURE: ("地级", "prefecture"),
        RegionLevel.COUNTY: ("县级", "county"),
    },
    MeasureKind: {
        MeasureKind.GROWTH: ("增长", "growth"),
        MeasureKind.LEVEL: ("总量", "level"),
        MeasureKind.INCREMENT: ("新增", "increment"),
        MeasureKind.SHARE: ("占比", "share"),
        MeasureKind.DECREASE: ("下降", "decrease"),
        MeasureKind.RANK: ("位次", "rank"),
        MeasureKind.OTHER: ("其他", "other"),
    },
    Comparison: {
        Comparison.AT_LEAST: ("不低于", "at least"),
        Comparison.MORE: ("超过", "more than"),
        Comparison.AT_MOST: ("不高于", "at most"),
        Comparison.LESS: ("低于", "less than"),
        Comparison.ABOUT: ("约", "about"),
        Comparison.EXACTLY: ("", ""),
        Comparison.RANGE: ("", ""),
    },
    Relation: {
        Relation.NUMERAL: ("汉字数目", "number in words"),
        Relation.DOUBLE: ("翻番", "doubled"),
        Relation.FULL: ("全部", "all"),
        Relation.ZERO_BROKEN: ("零的突破", "first one"),
        Relation.ZERO: ("为零", "none"),
        Relation.PARITY: ("持平", "unchanged"),
        Relation.STABLE: ("稳定", "stable"),
        Relation.RISE: ("提高", "rising"),
        Relation.FALL: ("下降", "falling"),
        Relation.SYNCHRONOUS: ("同步", "in step"),
        Relation.TASK: ("完成上级任务", "as assigned from above"),
        Relation.VERSUS_AVERAGE: ("与平均相比", "against the average"),
    },
    LinkKind: {
        LinkKind.SAME: ("同题", "same topic"),
        LinkKind.RELATED: ("相关", "related"),
    },
    AlignmentPart: {
        AlignmentPart.PLAN: ("工作安排", "plan"),
        AlignmentPart.REVIEW: ("工作回顾", "review"),
        AlignmentPart.OUTLOOK: ("总体要求", "outlook"),
        AlignmentPart.PLAN_REVIEW: ("安排对回顾", "plan against review"),
    },
    ChangeKind: {
        ChangeKind.EQUAL: ("保留", "kept"),
        ChangeKind.INSERT: ("新增", "added"),
        ChangeKind.DELETE: ("删去", "dropped"),
        ChangeKind.REPLACE: ("改写", "reworded"),
        ChangeKind.MOVE: ("移位", "moved"),
    },
}


def word(value: Enum) -> Message:
    """Return what a value is called; a value without a word of its own is called by its name.

    The table is looked up by type first: members of two string enumerations with the same
    value are equal, and 工作安排 the role is not 工作安排 the part.
    """
    table = _TABLES.get(type(value))
    if table is None:
        # Only what looks over many reports has these, and loads what they are the words of.
        from tracker.model.words_across import TABLES  # noqa: PLC0415

        table = TABLES.get(type(value), {})
    zh, en = table.get(value, (str(value.value), str(value.value)))
    return Message(zh, en)


def verdict_names(own: Mapping[Verdict, str], language: str) -> dict[Verdict, str]:
    """Return what each verdict is called where an office has words of its own.

    Two verdicts never have one name, so that a name that comes back in a file tells which is
    meant: an own word that another verdict also goes by has the program's word behind it.

    Args:
        own: The office's words; empty ones count as none.
        language: ``zh`` or ``en``.
    """
    usual = {verdict: word(verdict).text(language) for verdict in Verdict}
    said = {verdict: own.get(verdict) or name for verdict, name in usual.items()}
    taken = Counter([*said.values(), *(usual[one] for one in usual if said[one] != usual[one])])
    return {
        verdict: name
        if name == usual[verdict] or taken[name] == 1
        else f"{name}（{usual[verdict]}）"
        for verdict, name in said.items()
    }


_MEANINGS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.FULFILLED: (
        "后来的报告写明已经达到或超过承诺"
        "（“左右”容许数值的 10%，比率容许 0.5 个百分点；“以上”不容许差额）。",
        "A later report says the promise was reached or surpassed (“about” allows 10 % of the "
        "value, or 0.5 percentage point for rates; “at least” allows nothing).",
    ),
    Verdict.PARTIAL: (
        "只完成一部分，或数量明显不足但达到一半以上。",
        "Some parts were done, or an amount falls short but reaches half.",
    ),
    Verdict.MISSED: (
        "后来的报告与承诺相反：数量相差很多，比率低于目标，或节点没有达到。",
        "A later report says otherwise: far short, a rate below the target, a milestone not "
        "reached.",
    ),
    Verdict.IN_PROGRESS: (
        "报告说正在推进，没有说完成。",
        "Reported as moving on, without completion.",
    ),
    Verdict.NOT_REPORTED: (
        "后来的报告在回顾部分没有提到。",
        "No later report speaks of it where it looks back.",
    ),
    Verdict.UNDETERMINED: (
        "提到了，但口径或年份不同，或说得太笼统，不能比较。",
        "Spoken of, but not comparable (another year, another definition) or too vague.",
    ),
    Verdict.PENDING: (
        "还没有回顾该年度的报告。",
        "No report that looks back on its year is at hand.",
    ),
}


def meaning(verdict: Verdict) -> Message:
    """Return what a verdict says, as the annotation guide defines it."""
    return Message(*_MEANINGS[verdict])
