"""Finds tables of which every line is a cell or a part of one (一格一行): what a paste leaves.

In go the short lines below one another, out come rows of cells. The head says which columns there
are: a number is a number, a value says how much, a name is a name. A narrow column may have broken
a cell over two or three lines, and the cell of a merged group stands in its first row only; of all
ways to read the lines the one that reads most of them with the fewest broken cells is taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from tracker.model.outline import ColumnRole
from tracker.parse.table_heads import UNIT, head_roles, says_how_much

_MOST_PARTS = 3
_LONGEST_GROUP = 6
"""Characters of a line of a group's name, which stands in a narrow column (发展 实力)."""
_BROKEN = 0.1
"""What a broken cell costs, in rows: a reading without it is better."""
_OPEN = ("，", "、", "（", "(")
_FIGURES = re.compile(r"[\d.%％—-]+")
_FIGURE_ALONE = re.compile(
    r"(?:同口径|预计|约|超|达|不低于|不高于)*(?:增长|下降|提高|降低)?[\d.,～~—-]+[^\d，。]{0,6}?"
    r"(?:左右|以上|以内|以下)?"
)
"""A line that is a value whatever stands around it: 15.8%左右, 增长10%左右."""
_IN_WORDS = re.compile(
    r"(?:[—–-]+$|持平|基本|总体|稳|保持|继续|进一步|明显|持续|显著|有所|略|与|[高低大小优]于|不|超|完成|"
    r"同[步比口]|[下上]降|提[高升]|增长|增加(?!值)|降幅|增幅|幅度|预计|力争|达|[无未已]|省|国家|市)"
)
"""How a value without a figure begins (与经济增长基本同步, 完成省下达任务); 能耗下降 is a name."""
_DIGIT = re.compile(r"\d")
_BROKEN_LINE = 2.0
"""What a line that goes on with a cell costs, in lines, when two heads are compared."""
_MOST_LINES = 1200

Cells = tuple[int, ...]
"""How many lines each cell of a row has."""


@dataclass(frozen=True)
class LineTable:
    """The rows that lines were read as.

    Attributes:
        head: How many lines each cell of the head has.
        rows: The same for each row below it.
    """

    head: Cells
    rows: tuple[Cells, ...]

    @property
    def worth(self) -> float:
        """How well the lines are read: those it takes, less what broken cells cost."""
        taken = sum(map(sum, self.rows))
        whole = sum(sum(n > 0 for n in row) for row in self.rows)
        return taken - _BROKEN_LINE * (taken - whole)


def read_line_table(texts: Sequence[str], least_rows: int) -> LineTable | None:
    """Return the table that lines begin with, or None.

    Args:
        texts: Lines without white space, none of them empty.
        least_rows: Rows below the head that make a table.
    """
    best: LineTable | None = None
    for head, roles in head_roles(texts):
        reader = _Rows(texts[:_MOST_LINES], roles)
        found = LineTable(head, reader.rows_from(sum(head)))
        enough = len(found.rows) >= least_rows
        if enough and (best is None or found.worth > best.worth):
            best = found
    return best


_NO_WAY = (float("-inf"), 0)


@dataclass(frozen=True)
class _Rows:
    """Reads rows of one head: the best reading from every line and column on, each once."""

    texts: Sequence[str]
    roles: tuple[ColumnRole, ...]

    @cached_property
    def _ways(self) -> list[list[tuple[float, int]]]:
        """Worth of the best reading, and lines of the next cell, by line and column.

        A reading ends between two rows; a column behind the last one stands for a whole row.
        """
        n_columns = len(self.roles)
        names = self.roles.index(ColumnRole.INDICATOR)
        ways = [[_NO_WAY] * (n_columns + 1) for _ in range(len(self.texts) + 1)]
        for at in range(len(self.texts), -1, -1):
            # A name takes a line, so columns before it need nothing that stands behind them here.
            for column in range(names, -1, -1):
                ways[at][column] = self._best(ways, at, column)
            if ways[at][0][0] <= 0:
                ways[at][0] = (0.0, 0)
            ways[at][n_columns] = (1 + ways[at][0][0], 0)
            for column in range(n_columns - 1, names, -1):
                ways[at][column] = self._best(ways, at, column)
        return ways

    def _best(self, ways: list[list[tuple[float, int]]], at: int, column: int) -> tuple[float, int]:
        role = self.roles[column]
        least = 0 if role is ColumnRole.GROUP else 1
        most = 1 if role in (ColumnRole.NUMBER, ColumnRole.UNIT) else _MOST_PARTS
        found = _NO_WAY
        for n in range(least, min(most, len(self.texts) - at) + 1):
            if _fits(role, self.texts[at : at + n]):
                worth = ways[at + n][column + 1][0] - _BROKEN * max(0, n - 1)
                found = max(found, (worth, n), key=lambda way: way[0])
        return found

    def rows_from(self, at: int) -> tuple[Cells, ...]:
        """Return the rows from a line on."""
        found: list[Cells] = []
        while self._ways[at][0][0] > 0:
            cells: list[int] = []
            for column in range(len(self.roles)):
                cells.append(self._ways[at][column][1])
                at += cells[-1]
            found.append(tuple(cells))
        return tuple(found)


def _fits(role: ColumnRole, lines: Sequence[str]) -> bool:
    """Tell whether lines are a cell of a column."""
    if role is ColumnRole.NUMBER:
        return all(line.isdigit() and len(line) <= 3 for line in lines)
    if role is ColumnRole.UNIT:
        return all(bool(UNIT.fullmatch(line)) or not line.strip("—-/") for line in lines)
    if role is ColumnRole.GROUP:
        return all(len(line) <= _LONGEST_GROUP and not _FIGURES.search(line) for line in lines)
    if role in (ColumnRole.TARGET, ColumnRole.RESULT):
        # 增长26万左右，年末户籍人口 | 800万左右: each part says how much, or goes on with a list.
        return all(map(_is_said, lines[:1])) and all(
            _is_said(after) or before.endswith(_OPEN) for before, after in pairwise(lines)
        )
    return not any(_FIGURE_ALONE.fullmatch(line) for line in lines)


def _is_said(line: str) -> bool:
    """Tell whether a line says how much, in figures or in words."""
    told = _DIGIT.search(line) or _IN_WORDS.match(line) or "，" in line  # a name has no comma
    return says_how_much(line) and bool(told)


def offsets(cells: Cells) -> list[tuple[int, int]]:
    """Return from which to which line of its row each cell stands."""
    ends = list(accumulate(cells))
    return [(end - n, end) for n, end in zip(cells, ends, strict=True)]
