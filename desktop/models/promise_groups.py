"""What stands where in a table of promises: lines, and the groups whose heads stand between them.

There may be forty thousand groups of a million rows: they are numbers in arrays, and a group is
made when somebody looks at it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Group:
    """Promises that stand together.

    Attributes:
        key: What they share, as it stays from one arrangement to the next.
        name: What they share, for people.
        rows: Their rows in the ledger, in the order in which they are shown.
        is_open: They are shown.
    """

    key: str
    name: str
    rows: NDArray[np.int64]
    is_open: bool


class Groups(Sequence[Group]):
    """The groups of a table, in their order.

    Args:
        rows: All rows that pass the filter, group by group.
        starts: Where each group begins among them.
        is_open: Whether each is shown.
        keys_of: Gives the keys of groups by their first rows.
        name_of: Gives the name of a group by its first row.
    """

    def __init__(
        self,
        rows: NDArray[np.int64],
        starts: NDArray[np.int64],
        is_open: NDArray[np.bool_],
        keys_of: Callable[[NDArray[np.int64]], list[str]],
        name_of: Callable[[int], str],
    ) -> None:
        self.rows, self.is_open = rows, is_open
        self._ends = np.append(starts, len(rows))
        self._keys_of, self._name_of = keys_of, name_of

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> Group: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[Group, ...]: ...

    def __getitem__(self, number: int | slice) -> Group | tuple[Group, ...]:
        if isinstance(number, slice):
            return tuple(map(self._at, range(*number.indices(len(self)))))
        return self._at(range(len(self))[number])

    def _at(self, number: int) -> Group:
        members = self.rows[self._ends[number] : self._ends[number + 1]]
        (key,) = self._keys_of(members[:1])
        return Group(key, self._name_of(int(members[0])), members, bool(self.is_open[number]))

    def keys(self) -> frozenset[str]:
        """Return the keys of all groups."""
        return frozenset(self._keys_of(self.rows[self._ends[:-1]]))

    def number_of(self, row: int) -> int:
        """Return the number of the group that a row stands in, -1 where there is none."""
        at = np.flatnonzero(self.rows == row)
        return int(np.searchsorted(self._ends, at[0], side="right")) - 1 if len(at) else -1

    def having(self, row: int) -> Group | None:
        """Return the group that a row stands in."""
        number = self.number_of(row)
        return self._at(number) if number >= 0 else None

    def opened(self, numbers: Sequence[int] | None, *, is_open: bool) -> Groups:
        """Return them with some groups shown, or folded away; None means all."""
        now = self.is_open.copy()
        now[slice(None) if numbers is None else list(numbers)] = is_open
        return Groups(self.rows, self._ends[:-1], now, self._keys_of, self._name_of)

    def lines(self) -> NDArray[np.int64]:
        """Return the rows in their order, with -1 - n before those of the open group n."""
        sizes = np.diff(self._ends)
        shown = np.where(self.is_open, sizes, 0)
        heads = np.cumsum(shown) - shown + np.arange(len(self))
        found = np.empty(int(shown.sum()) + len(self), np.int64)
        is_row = np.ones(len(found), np.bool_)
        is_row[heads] = False
        found[heads] = -1 - np.arange(len(self))
        found[is_row] = self.rows if self.is_open.all() else self.rows[self.is_open.repeat(sizes)]
        return found


_NONE = np.empty(0, np.int64)
NO_GROUPS = Groups(_NONE, _NONE, np.empty(0, np.bool_), lambda _: [], lambda _: "")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What stands where.

    Attributes:
        lines: For each line of the table the row in the ledger, or -1 - n for the head of group n.
        places: For each row in the ledger its line, -1 where it is not shown.
        groups: The groups.
        n_rows: How many promises pass the filter, shown or folded away.
    """

    lines: NDArray[np.int64]
    places: NDArray[np.int64]
    groups: Groups
    n_rows: int

    @classmethod
    def of(cls, total: int, lines: NDArray[np.int64], groups: Groups, n_rows: int) -> Arrangement:
        """Return the arrangement of some lines, of so many rows in the ledger."""
        places = np.full(total, -1, np.int64)
        at = np.flatnonzero(lines >= 0)
        places[lines[at]] = at
        return cls(lines, places, groups, n_rows)

    def opened(self, numbers: Sequence[int] | None, *, is_open: bool) -> Arrangement:
        """Return it with some groups shown, or folded away; no row changes its group."""
        groups = self.groups.opened(numbers, is_open=is_open)
        return Arrangement.of(len(self.places), groups.lines(), groups, self.n_rows)

    def row_at(self, line: int) -> int:
        """Return the row in the ledger of a line, -1 for the head of a group."""
        return max(-1, int(self.lines[line])) if 0 <= line < len(self.lines) else -1

    def rows_between(self, first: int, last: int) -> list[int]:
        """Return the rows in the ledger of some lines."""
        found = self.lines[first : last + 1]
        return [int(row) for row in found[found >= 0]]

    def line_of(self, row: int) -> int:
        """Return the line of a row, -1 where it is not shown."""
        return int(self.places[row]) if 0 <= row < len(self.places) else -1

    def first_line(self) -> int:
        """Return the first line that is a promise, -1 where there is none."""
        found = np.flatnonzero(self.lines >= 0)
        return int(found[0]) if len(found) else -1

    def group_at(self, line: int) -> Group | None:
        """Return the group that a line is the head of."""
        if not 0 <= line < len(self.lines):
            return None
        number = int(self.lines[line])
        return self.groups[-1 - number] if number < 0 else None

    def group_of(self, row: int) -> Group | None:
        """Return the group that a row stands in."""
        return self.groups.having(row)

    def head_above(self, line: int) -> int:
        """Return the line of the head of the group that a line stands in, -1 without groups."""
        heads = np.flatnonzero(self.lines[: line + 1] < 0)
        return int(heads[-1]) if len(heads) else -1

    def shown_rows(self) -> NDArray[np.int64]:
        """Return the rows that pass the filter, in order, folded away or not."""
        return self.groups.rows if len(self.groups) else self.lines

    def next_row(self, row: int, wanted: NDArray[np.bool_]) -> int:
        """Return the next row after one, in order and round again, that is wanted; -1: none."""
        shown = self.shown_rows()
        at = np.flatnonzero(shown == row)
        turned = np.roll(shown, -(int(at[0]) + 1)) if len(at) else shown
        found = turned[wanted[turned]]
        return int(found[0]) if len(found) else -1


EMPTY = Arrangement(_NONE, _NONE, NO_GROUPS, 0)
