"""Reads the heads of tables (表头): what each column holds, of which year, in which unit.

In: the texts of the cells of a table. Out: how many rows are heads, and a column for each title,
heads that stand above one another joined: ``2022年 | 目标`` over ``完成``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from tracker.model.outline import Column, ColumnRole

UNIT = re.compile(
    r"(?:[十百千万亿]*(?:元|美元|户|人次|人|个百分点|百分点|个|家|件|项|套|间|张|亩|公顷|公里|平方公里|平方米|立方米|米|吨标准煤|"
    r"吨标煤|吨|公斤|斤|千瓦时|千瓦|标箱|标准箱|辆|台|座|处|所|条|名|位|头|羽|只|天|岁|年|倍|分|微克|毫克|册|场|次|度)"
    r"|%|‰|[A-Za-zμ³²]{1,6}(?=[/／]))(?:[/／][十百千万亿]*[\u4e00-\u9fffA-Za-z³²]{1,5})?"
)
"""A unit as tables write it: 亿元, %, 万人次, 微克/立方米, 亿元/平方公里."""

_UNIT_LINE = re.compile(r"[（(]?(?:计量)?单位[：:](?P<unit>[^）)]{1,12})[）)]?$")
_BRACKETED = re.compile(r"[（(](?P<unit>[^（()）]{1,12})[)）]$")
_YEAR = re.compile(r"(20\d\d)(?:年|$|(?=[^\d.]))")
_YEARS = re.compile(r"20\d\d")
BARE_YEAR = re.compile(r"20\d\d年?(?:[（(][^（()）]*[)）])?")
"""A head that says nothing but a year: 2025年, 2020年（基期）."""

_MONTHS = re.compile(r"\d{1,2}[-—－~～至]?\d{0,2}月|[前上]\d?[季月半]")
_PERIOD = re.compile(r"(?P<number>十[一二三四五六七])五")
_NUMERALS = {f"十{numeral}": 11 + at for at, numeral in enumerate("一二三四五六七")}
_FIRST_PERIOD = 1955
"""The sixth plan ended in 1985, each later one five years after the one before it."""

_LAST_YEAR = re.compile(r"^(?:上年|去年|上一年)(?!同期)")
_THIS_YEAR = re.compile(r"^(?:本年|今年|当年)")
NEUTRAL = re.compile(r"^(?:全年|绝对[数量额值]|总量|数值|前三季度|上半年|一季度)(?:[（(].*)?$")
"""A head that says neither target nor result; the caption may."""

_WORDS = (
    (ColumnRole.NUMBER, re.compile(r"^(?:序号|编号|序|No\.?|#)$")),
    (ColumnRole.UNIT, re.compile(r"^(?:计量)?单位$")),
    (ColumnRole.BODY, re.compile(r"(?:责任|牵头|主办|承办|配合|实施|负责)(?:单位|部门)")),
    (ColumnRole.DUE, re.compile(r"完成时[限间]|时限|时间节点")),
    (
        ColumnRole.OTHER,
        re.compile(
            r"单位|部门|备注|说明|时限|时间|完成率|是否|进度|百分比|口径|来源|[与和]目标|"
            r"(?:完成|占|为).{0,6}(?:计划|目标|任务|预算|上年).{0,2}[的之]?[%％]"
        ),
    ),
    (ColumnRole.GROUP, re.compile(r"分类|类别|领域|类型|属性|性质|维度|^方面$")),
    (ColumnRole.RESULT, re.compile(r"完成|实际|实绩|执行|实现|预计|达到|现状|基[期数准]|累计")),
    (ColumnRole.TARGET, re.compile(r"目标|计划|预期|安排|任务|规划|预测|建议|指标值")),
    (ColumnRole.RESULT, re.compile(r"^(?:上年|去年)")),
    (ColumnRole.RESULT, NEUTRAL),
    (ColumnRole.INDICATOR, re.compile(r"^(?!.*20\d\d).*(?:指标|项目|名称|内容)")),
)
_CHANGE = re.compile(r"(?:增长|增速|增幅|增减|涨幅|年均|同比|±)")
_RATE = re.compile(r"(?:增长|增速|增幅|涨幅|[%％])$")
_VALUE = re.compile(r"[\d%]|^[—–-]+$|^(?:持平|完成)")
_SAYS_HOW_MUCH = re.compile(
    r"\d|^[—–-]+$|持平|稳|同步|完成|下降|提[高升]|增[长加]|任务|[无未]|平均"
)
_LONGEST_HEAD = 20
_MOST_HEADS = 8
_NUMBERED = re.compile(r"^(?:\d{1,3}|[一二三四五六七八九十]+)[.．、]?$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head rows of a table say.

    Attributes:
        n_rows: Rows that it takes, rows of caption and unit above it included.
        columns: One for each column.
        caption: Text of a caption row in the table, or "".
        unit: Unit of the whole table, or "".
    """

    n_rows: int
    columns: tuple[Column, ...]
    caption: str = ""
    unit: str = ""

    @property
    def is_of_indicators(self) -> bool:
        """It names indicators, and targets or results of them."""
        roles = {column.role for column in self.columns}
        return ColumnRole.INDICATOR in roles and bool(
            roles & {ColumnRole.TARGET, ColumnRole.RESULT}
        )

    @property
    def is_of_tasks(self) -> bool:
        """It names tasks, and who does them or by when."""
        return any(column.role is ColumnRole.TASK for column in self.columns)


def unit_of_line(text: str) -> str:
    """Return the unit that a line names (``单位：亿元``), or ""."""
    found = _UNIT_LINE.search(text)
    return found["unit"] if found and UNIT.fullmatch(found["unit"]) else ""


def unit_in_brackets(name: str) -> tuple[str, str]:
    """Return a name and the unit in brackets after it: ``生产总值（亿元）`` gives both."""
    found = _BRACKETED.search(name)
    if found is None or not UNIT.fullmatch(found["unit"]):
        return name, ""
    return name[: found.start()], found["unit"]


def year_of(text: str, plan_year: int | None = None) -> int | None:
    """Return the one year that a title or caption names; two years are none.

    A five-year plan (“十四五”) is of its last year.
    """
    years = {int(m.group(1)) for m in _YEAR.finditer(text)}
    if len(years) == 1 and len(set(_YEARS.findall(text))) == 1:
        return years.pop()
    period = _PERIOD.search(text)
    if period and not years:
        return _FIRST_PERIOD + 5 * _NUMERALS[period["number"]]
    if plan_year and _LAST_YEAR.search(text):
        return plan_year - 1
    return plan_year if plan_year and _THIS_YEAR.search(text) else None


def read_head(rows: Sequence[Sequence[str]]) -> Head:
    """Return the head of a table.

    Args:
        rows: Canonical texts of all its cells, "" where a cell is empty or merged into another.
    """
    caption, unit, at = "", "", 0
    while at < len(rows) - 1 and _is_one_cell(rows[at]) and len(rows[at + 1]) > 1:
        text = next(text for text in rows[at] if text)
        unit = unit_of_line(text) or unit
        caption = caption or ("" if unit_of_line(text) else text)
        at += 1
    n_heads = 0 if any(map(_is_value, rows[at])) else 1
    if n_heads and at + 1 < len(rows) and _is_second_head(rows[at], rows[at + 1]):
        n_heads = 2
    if not n_heads:
        columns = tuple(Column("", ColumnRole.OTHER, None) for _ in rows[at])
        return Head(at, columns, caption, unit)
    titles = _titles(rows[at : at + n_heads])
    return Head(at + n_heads, _columns(titles, rows[at + n_heads :]), caption, unit)


def _is_value(title: str) -> bool:
    """A figure other than a year or a month: the row is no head."""
    return bool(re.search(r"\d", _MONTHS.sub("", _YEARS.sub("", title))))


def _is_one_cell(row: Sequence[str]) -> bool:
    return sum(bool(text) for text in row) == 1


def _is_second_head(first: Sequence[str], second: Sequence[str]) -> bool:
    """The first head leaves cells empty that the second fills, and the second holds no values."""
    filled = [text for text in second if text]
    merged = any(not a and b for a, b in zip(first, second, strict=False))
    if not (merged and len(filled) >= 2):
        return False
    named = sum(
        _role(text) is not ColumnRole.OTHER or bool(_CHANGE.search(text)) for text in filled
    )
    years = sum(bool(re.fullmatch(r"20\d\d年?", text)) for text in filled)
    return named + years >= len(filled) / 2 and not any(map(_is_value, filled))


def _titles(heads: Sequence[Sequence[str]]) -> list[str]:
    """Join heads above one another; a merged head holds for the empty cells on its right."""
    width = max(len(row) for row in heads)
    padded = [[*row, *[""] * (width - len(row))] for row in heads]
    if len(padded) == 1:
        return padded[0]
    upper, lower = padded
    carried, titles = "", []
    for above, below in zip(upper, lower, strict=True):
        carried = above or (carried if below else "")
        titles.append(carried + below if carried != below else below)
    return titles


def _columns(titles: list[str], body: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    columns: list[Column] = []
    for at, title in enumerate(titles):
        name, unit = unit_in_brackets(title)
        role = _role(name)
        values = [row[at] for row in body if at < len(row) and row[at]]
        if role is ColumnRole.OTHER and BARE_YEAR.fullmatch(name):
            role = ColumnRole.TARGET  # whether it lies ahead is known later
        if _CHANGE.search(name) and role in (ColumnRole.OTHER, ColumnRole.RESULT):
            role = _before(columns, role)
            unit = unit or "%"
        elif _RATE.search(name) and role is ColumnRole.TARGET:
            unit = unit or "%"
        if role is ColumnRole.OTHER and not title and values and _are_numbers(values):
            role = ColumnRole.NUMBER
        columns.append(Column(title, role, year_of(name), unit))
    return _with_names(columns, body)


def _before(columns: list[Column], role: ColumnRole) -> ColumnRole:
    """A rate of change is of the value on its left."""
    values = (ColumnRole.TARGET, ColumnRole.RESULT)
    left = next((c.role for c in reversed(columns) if c.role in values), None)
    return left or (role if role in values else ColumnRole.RESULT)


@lru_cache(maxsize=1024)
def _role(title: str) -> ColumnRole:
    return next((role for role, words in _WORDS if words.search(title)), ColumnRole.OTHER)


def _are_numbers(values: list[str]) -> bool:
    return all(_NUMBERED.match(value) for value in values)


def _with_names(columns: list[Column], body: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Take the first column of words for the names where no head says so (项 目 is blank)."""
    roles = [column.role for column in columns]
    if ColumnRole.INDICATOR in roles:
        return tuple(columns)
    values = [i for i, r in enumerate(roles) if r in (ColumnRole.TARGET, ColumnRole.RESULT)]
    for at in range(values[0] if values else 0):
        cells = [row[at] for row in body if at < len(row) and row[at]]
        words = [text for text in cells if not _VALUE.search(text) and len(text) > 1]
        if roles[at] is not ColumnRole.NUMBER and cells and len(words) > len(cells) / 2:
            columns[at] = replace(columns[at], role=ColumnRole.INDICATOR)
            break
    return tuple(columns)


def is_transposed(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column says 目标, 完成 and the first row names the indicators."""
    if len(rows) < 2 or len(rows[0]) < 3 or read_head(rows).is_of_indicators:
        return False
    first = [row[0] for row in rows[1:] if row and row[0]]
    value = (ColumnRole.TARGET, ColumnRole.RESULT)
    return (
        bool(first)
        and len(first) == len(rows) - 1
        and all(_role(text) in value or re.fullmatch(r"20\d\d年?", text) for text in first)
    )


def head_roles(texts: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[ColumnRole, ...]]]:
    """Return the ways to take the first lines for the head of a table, one cell per line.

    Each way is how many lines each cell has and what the columns hold: one cell may be broken
    over two lines (指标 | 分类). Every way has a column of names and one of targets or results.
    """
    length = _head_length(texts)
    ways = [(1,) * length]
    ways += [(1,) * at + (2,) + (1,) * (length - at - 2) for at in range(length - 1)]
    found = []
    for cells in ways:
        ends = list(accumulate(cells))
        titles = ["".join(texts[end - n : end]) for n, end in zip(cells, ends, strict=True)]
        roles = tuple(_role(unit_in_brackets(title)[0]) for title in titles)
        values = {ColumnRole.TARGET, ColumnRole.RESULT} & set(roles)
        if len(roles) >= 2 and values and roles.count(ColumnRole.INDICATOR) == 1:
            found.append((cells, roles))
    return found


def _head_length(texts: Sequence[str]) -> int:
    """Return how many of these lines, from the first on, say what a column holds."""
    length = 0
    for text in texts[:_MOST_HEADS]:
        name, _ = unit_in_brackets(text)
        heads = _role(name) is not ColumnRole.OTHER or _CHANGE.search(name) or BARE_YEAR.match(name)
        if not heads or _is_value(name) or len(text) > _LONGEST_HEAD:
            break
        length += 1
    return length


def says_how_much(text: str) -> bool:
    """Tell whether a text may stand where a target or a result stands."""
    return bool(_SAYS_HOW_MUCH.search(text))
