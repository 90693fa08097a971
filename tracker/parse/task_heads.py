"""Reads the heads of tables that list tasks (重点任务分解表、民生实事责任表).

In: the texts of the cells of a table. Out: the ``Head`` with a column of tasks and columns of who
does them and by when: ``序号 | 重点任务 | 工作内容 | 牵头单位 | 完成时限``. Rows above it (title,
填报单位, date) are skipped. A table of figures (指标 | 目标值 | 责任单位) is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.model.outline import Column, ColumnRole
from tracker.parse.table_heads import Head, year_of

_MOST_ABOVE = 8
"""Rows above the head among which it is looked for: title, who filled it in, date, unit."""
_LONGEST_TITLE = 24
_LONGEST_FIGURE = 24
_LONGEST_NAME = 20
_LEAST_TASK = 4
"""Characters that the tasks of a column have at least, on average."""
_LEAST_NAMED = 6
"""The same where nothing but a column of progress says that they are tasks."""
_WORKS = re.compile("实事|民心工程|惠民工程|民生工程")
_WORKS_DONE = re.compile("完成|落实|进展|总结|回顾")
_OF_INDICATORS = re.compile("指标|目标值|^目标$|计划数|预期|年?度?(?:目标|计划)$|^(?:计量)?单位$")
_GROUPS_OF = 0.8
"""Share of rows with an own cell, below which a column left of the tasks groups them."""

_WORDS = (
    (ColumnRole.NUMBER, re.compile(r"^(?:序号|编号|序|号|No\.?|#)$")),
    (
        ColumnRole.OTHER,
        re.compile(
            r"领导|负责人|责任人|联系|电话|备注|依据|来源|资金|投资|地点|分值|权重|性质|签字|完成率"
            r"|存在.{0,4}问题|困难|建议|计量单位|所占"
        ),
    ),
    (
        ColumnRole.RESULT,
        re.compile(
            r"(?:完成|进展|落实|推进|办理|实施|进度|执行)(?:情况|状态|结果)|进展$|实际完成|(?:工作|落实|推进)成效"
            r"|目前进度|^(?:是否)?已?完成(?:与否)?$|^完成程度"
        ),
    ),
    (
        ColumnRole.BODY,
        re.compile(
            r"(?:责任|牵头|主办|承办|协办|协同|配合|参与|参加|落实|实施|主管|主责|主要|包保|包抓|督办|分管|督查"
            r"|完成|负责|建设|申报|相关)(?:责任|实施)?(?:单位|部门|处室|科室|机关|主体|股室)|责任分工|任务分工"
            r"|^(?:责任|负责)?(?:部门|处室|科室)(?:[及和].*)?$|责任单位"
        ),
    ),
    (
        ColumnRole.DUE,
        re.compile(r"时限|期限|时间|节点|日期|办结|时序|进度(?:安排|要求|计划)|工期"),
    ),
    (ColumnRole.GROUP, re.compile(r"分类|类别|领域|类型|板块|维度|^方面$|^类$|大项")),
    (
        ColumnRole.TASK,
        re.compile(r"任务|工作|事项|内容|举措|措施|目标|项目|要求|实事|指标|工程|承诺|名称|做法"),
    ),
)
_NAMES = re.compile("名称|项目|事项|工程|实事|指标")
"""Titles of a column that names what the tasks on its right are about."""
_FIGURE = re.compile(r"\d")
_TARGET = re.compile("目标|计划|任务|预期")
_VALUE = re.compile(r"(?!20\d\d年)[≥≤<>＞＜]?\d|[增下降升]\D{0,3}\d")
"""What stands for a figure, and for no task: 6%左右, 增长5%."""
_NUMBERS = re.compile(r"[\d.、（）()]+")
_YEAR = re.compile(r"20\d\d年?")
_OWN_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])\d{1,3}$|^\d{1,2}(?=月)")


def read_task_head(rows: Sequence[Sequence[str]]) -> Head | None:
    """Return the head of a table of tasks, None where the table is none.

    Args:
        rows: Canonical texts of all cells, "" where a cell is empty or merged into another.
    """
    for at in range(min(_MOST_ABOVE, len(rows) - 1)):
        titles, length = _titles(rows, at)
        roles = [_role(title) for title in titles]
        assigned = ColumnRole.BODY in roles or ColumnRole.DUE in roles
        told = ColumnRole.RESULT in roles
        if not ((assigned or told) and ColumnRole.TASK in roles and _are_titles(titles)):
            continue
        body = rows[at + length :]
        columns = _columns(titles, roles, body)
        if not assigned and not _tells_of_tasks(columns, body):
            continue
        if columns and not _holds_figures(columns, titles, body):
            caption = next((text for row in rows[:at] for text in row if text), "")
            return Head(at + length, columns, caption)
    return None


def read_works_head(rows: Sequence[Sequence[str]], above: str) -> Head | None:
    """Return the head of a table of works for the people (民生实事), None where it is none.

    Such a table often names each work and what is built, and neither who does it nor by when; only
    its title tells it from a list of works (重大项目): ``above`` holds the lines above it.
    """
    for at in range(min(_MOST_ABOVE, len(rows) - 1)):
        titles = list(rows[at])
        said = above + "".join(text for row in rows[:at] for text in row)
        if not _WORKS.search(said) or _WORKS_DONE.search(said) or not _are_titles(titles):
            continue
        roles = [_role(title) for title in titles]
        columns = (
            _columns(titles, roles, rows[at + 1 :]) if roles.count(ColumnRole.TASK) > 1 else ()
        )
        if columns and not _holds_figures(columns, titles, rows[at + 1 :]):
            caption = next((text for row in rows[:at] for text in row if text), "")
            return Head(at + 1, columns, caption)
    return None


def is_task_head(row: Sequence[str]) -> bool:
    """Tell whether a row looks like the head of a table of tasks."""
    roles = {_role(title) for title in row if title}
    assigned = roles & {ColumnRole.BODY, ColumnRole.DUE, ColumnRole.RESULT}
    return bool(assigned) and ColumnRole.TASK in roles and _are_titles(row)


def _role(title: str) -> ColumnRole:
    return next((role for role, words in _WORDS if title and words.search(title)), ColumnRole.OTHER)


def _are_titles(titles: Sequence[str]) -> bool:
    """Titles are short and hold no figure but a year, or a number of their own (备注2)."""
    return all(
        len(t) <= _LONGEST_TITLE and not _FIGURE.search(_OWN_NUMBER.sub("", _YEAR.sub("", t)))
        for t in titles
    )


def _titles(rows: Sequence[Sequence[str]], at: int) -> tuple[list[str], int]:
    """Return the titles of a row, joined with those below merged ones, and how many rows."""
    first = list(rows[at])
    if at + 2 > len(rows) - 1:
        return first, 1
    second = [*rows[at + 1], *[""] * (len(first) - len(rows[at + 1]))][: len(first)]
    filled = [i for i, text in enumerate(second) if text]
    split = any(not first[i] for i in filled)
    known = sum(_role(second[i]) in (ColumnRole.BODY, ColumnRole.DUE) for i in filled)
    if not (len(filled) > 1 and split and known * 2 >= len(filled) and _are_titles(second)):
        return first, 1
    carried, titles = "", list[str]()
    for above, below in zip(first, second, strict=True):
        carried = above or carried
        titles.append(below if below else above)
    return titles, 2


@dataclass(frozen=True, slots=True)
class _Filled:
    """What stands below a title: its cells, their mean length, and how many differ."""

    cells: tuple[str, ...]
    length: float
    distinct: float

    @classmethod
    def of(cls, at: int, body: Sequence[Sequence[str]]) -> "_Filled":
        rows = [row for row in body if sum(map(bool, row)) > 1]
        cells = tuple(row[at] for row in rows if at < len(row) and row[at])
        length = sum(map(len, cells)) / len(cells) if cells else 0.0
        return cls(cells, length, len(set(cells)) / len(rows) if rows else 0.0)


def _columns(
    titles: Sequence[str], roles: Sequence[ColumnRole], body: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """Return the columns; of those that could be tasks the one with the longest texts leads.

    What stands on its left groups the tasks where its cells are merged or repeated, else it names
    them (项目名称 | 建设内容); what stands on its right goes on with them (年度目标).
    """
    filled = {i: _Filled.of(i, body) for i, role in enumerate(roles) if role is ColumnRole.TASK}
    main = max(filled, key=lambda i: (filled[i].length, -i))
    if filled[main].length < _LEAST_TASK:
        return ()
    found = []
    for i, (title, role) in enumerate(zip(titles, roles, strict=True)):
        own = role
        if role is ColumnRole.TASK and i < main:
            own = _left_of_tasks(title, filled[i])
        elif role is ColumnRole.TASK and i > main and filled[i].length < _LEAST_TASK:
            own = ColumnRole.OTHER
        found.append(Column(title, own, year_of(title)))
    return tuple(found)


def _left_of_tasks(title: str, column: _Filled) -> ColumnRole:
    counted = sum(bool(_FIGURE.search(_NUMBERS.sub("", c[:3]) + c[3:])) for c in column.cells)
    if column.length > _LONGEST_NAME and counted * 2 > len(column.cells):
        return ColumnRole.TASK  # 新增就业18万人 | 举办招聘会: both are promised
    names = column.distinct >= _GROUPS_OF and _NAMES.search(title)
    return ColumnRole.INDICATOR if names else ColumnRole.GROUP


def _tells_of_tasks(columns: Sequence[Column], body: Sequence[Sequence[str]]) -> bool:
    """Tell whether what stands below 完成情况 is said of tasks, and no figures of indicators.

    Where no column says who does them or by when, it is all that tells 重点工作 | 完成情况 from
    指标 | 目标 | 完成情况.
    """
    if any(_OF_INDICATORS.search(column.title) for column in columns):
        return False
    main = next((i for i, c in enumerate(columns) if c.role is ColumnRole.TASK), None)
    told = [i for i, c in enumerate(columns) if c.role is ColumnRole.RESULT]
    cells = [row[i] for row in body for i in told if i < len(row) and row[i]]
    figures = [c for c in cells if len(c) <= _LONGEST_FIGURE and _VALUE.match(c)]
    if main is None or not cells:
        return False
    return len(figures) * 2 < len(cells) and _Filled.of(main, body).length >= _LEAST_NAMED


def _holds_figures(
    columns: Sequence[Column], titles: Sequence[str], body: Sequence[Sequence[str]]
) -> bool:
    """Tell whether what looks like tasks are the figures of indicators (目标值: 6%左右)."""
    for i, column in enumerate(columns):
        names = column.role in (ColumnRole.GROUP, ColumnRole.INDICATOR)
        if names or not (column.role is ColumnRole.TASK or _TARGET.search(titles[i])):
            continue
        cells = [row[i] for row in body if i < len(row) and row[i]]
        figures = [c for c in cells if len(c) <= _LONGEST_FIGURE and _VALUE.match(c)]
        if len(figures) * 2 > len(cells):
            return True
    return False
