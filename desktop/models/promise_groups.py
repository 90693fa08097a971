"""The order of the promises in a table: filtered, grouped, sorted, with group heads between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from desktop.models.ledger import Ledger
from desktop.models.promise_field import Field
from desktop.models.promise_filter import PromiseFilter

Namer = Callable[[Field, str], str]
"""Gives a value of a field the name that people read."""


class SortBy(StrEnum):
    """What promises are sorted by."""

    PLACE = "place"
    KIND = "kind"
    SECTION = "section"
    DUE = "due"
    MACHINE = "machine"
    CONFIDENCE = "confidence"
    MARK = "mark"
    NOTE = "note"
    REPORT = "report"
    BODY = "body"
    ANSWERED = "answered"


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
    groups: tuple[Group, ...]
    n_rows: int

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
        return next((group for group in self.groups if row in group.rows), None)

    def head_above(self, line: int) -> int:
        """Return the line of the head of the group that a line stands in, -1 without groups."""
        heads = np.flatnonzero(self.lines[: line + 1] < 0)
        return int(heads[-1]) if len(heads) else -1

    def shown_rows(self) -> NDArray[np.int64]:
        """Return the rows that pass the filter, in order, folded away or not."""
        if self.groups:
            return np.concatenate([group.rows for group in self.groups])
        return self.lines

    def next_row(self, row: int, wanted: NDArray[np.bool_]) -> int:
        """Return the next row after one, in order and round again, that is wanted; -1: none."""
        shown = self.shown_rows()
        at = np.flatnonzero(shown == row)
        turned = np.roll(shown, -(int(at[0]) + 1)) if len(at) else shown
        found = turned[wanted[turned]]
        return int(found[0]) if len(found) else -1


@dataclass(frozen=True, slots=True)
class Wish:
    """How the promises shall stand.

    Attributes:
        filter: Which are shown.
        sort: What they are sorted by.
        descending: The largest first.
        group: What they are grouped by, or None.
        folded: Keys of the groups that are folded away.
    """

    filter: PromiseFilter = field(default_factory=PromiseFilter)
    sort: SortBy = SortBy.PLACE
    descending: bool = False
    group: Field | None = None
    folded: frozenset[str] = frozenset()


def arrange(ledger: Ledger, wish: Wish, name: Namer) -> Arrangement:
    """Return the order that is wished for; rows that are alike stay as they stand in the text."""
    placed = _by_place(ledger)
    rows = placed[wish.filter.rows(ledger)[placed]]
    by_text = wish.sort is SortBy.PLACE
    key = np.arange(len(rows)) if by_text else sort_key(ledger, wish.sort, name)[rows]
    if wish.descending:
        key = -key
    if wish.group is None:
        rows = rows[np.argsort(key, kind="stable")]
        return Arrangement(rows, _places(ledger, rows), (), len(rows))
    ranks, keys = _group_ranks(ledger, wish.group, name)
    rank = ranks[rows]
    rows = rows[np.lexsort((key, rank))]
    return _with_heads(ledger, wish, rows, ranks[rows], keys, name)


def _with_heads(
    ledger: Ledger,
    wish: Wish,
    rows: NDArray[np.int64],
    ranks: NDArray[np.int64],
    keys: list[str],
    name: Namer,
) -> Arrangement:
    starts = np.flatnonzero(np.diff(ranks, prepend=-1)) if len(rows) else np.empty(0, np.int64)
    groups, lines = list[Group](), list[NDArray[np.int64]]()
    for n, members in enumerate(np.split(rows, starts[1:]) if len(starts) else ()):
        key = keys[int(ranks[starts[n]])]
        group = Group(
            key, _group_name(ledger, wish.group, key, members, name), members,
            key not in wish.folded,
        )  # fmt: skip
        groups.append(group)
        lines.append(np.array([-1 - n]))
        if group.is_open:
            lines.append(members)
    joined = np.concatenate(lines) if lines else np.empty(0, np.int64)
    return Arrangement(joined, _places(ledger, joined), tuple(groups), len(rows))


def _by_place(ledger: Ledger) -> NDArray[np.int64]:
    """Return all rows, region by region and year by year, in the order of the text.

    Reports come as they were judged, some of them late; in the table each has its place.
    """
    blocks = ledger.blocks
    told = [(one.region_code or "~", one.name, one.year or 0) for one in blocks]
    order = sorted(range(len(told)), key=told.__getitem__)
    if order == list(range(len(told))):
        return np.arange(len(ledger))
    spans = (ledger.rows_of(blocks[one].report_id) for one in order)
    return np.concatenate([np.arange(span.start, span.stop) for span in spans])


def _places(ledger: Ledger, lines: NDArray[np.int64]) -> NDArray[np.int64]:
    places = np.full(len(ledger), -1, np.int64)
    at = np.flatnonzero(lines >= 0)
    places[lines[at]] = at
    return places


def _group_ranks(ledger: Ledger, by: Field, name: Namer) -> tuple[NDArray[np.int64], list[str]]:
    """Return the place of each row's group among the groups, and the keys in that order.

    Sections stand together only within their report: 一、2020年工作回顾 of one and of another city
    are not one thing.
    """
    labels, codes = ledger.labels[by].values, ledger.codes[by].astype(np.int64)
    if by is Field.SECTION:
        report = ledger.codes[Field.REPORT].astype(np.int64)
        joined = report * max(1, len(labels)) + codes
        placed = _by_place(ledger)
        distinct, first, place = np.unique(joined[placed], return_index=True, return_inverse=True)
        order = np.argsort(first, kind="stable")
        ranks = np.empty(len(distinct), np.int64)
        ranks[order] = np.arange(len(distinct))
        found = np.empty(len(joined), np.int64)
        found[placed] = ranks[place]
        return found, [str(distinct[n]) for n in order]
    ranks = _ranks(ledger, by, name)
    keys = [""] * len(labels)
    for code, rank in enumerate(ranks):
        keys[int(rank)] = labels[code]
    return ranks[codes], keys


def _group_name(
    ledger: Ledger, by: Field | None, key: str, members: NDArray[np.int64], name: Namer
) -> str:
    if by is Field.SECTION:
        row = int(members[0])
        report = ledger.value(Field.REPORT, row)
        section = name(Field.SECTION, ledger.value(Field.SECTION, row))
        return section if len(ledger.blocks) == 1 else f"{name(Field.REPORT, report)} · {section}"
    return name(by, key) if by is not None else ""


def _ranks(ledger: Ledger, by: Field, name: Namer) -> NDArray[np.int64]:
    """Return the place of each value of a field in the order in which people look for it.

    Values of the model stand in their own order, years and regions by number, words by what they
    are called; what is not said stands last.
    """
    values = ledger.labels[by].values
    if by in (Field.STATUS, Field.MACHINE, Field.MARK, Field.ANSWERED, Field.SECTION):
        return np.arange(len(values))
    if by is Field.REPORT:
        told = [(b.region_code or "~", b.name, b.year or 0) for b in ledger.blocks]
        order = sorted(range(len(values)), key=told.__getitem__)
    elif by in (Field.YEAR, Field.REGION):
        order = sorted(range(len(values)), key=lambda n: values[n] or "~")
    else:
        order = sorted(range(len(values)), key=lambda n: (not values[n], name(by, values[n])))
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values))
    return ranks


def sort_key(ledger: Ledger, by: SortBy, name: Namer) -> NDArray[np.float64]:
    """Return a number for each row that it is sorted by."""
    if by is SortBy.DUE:
        return ledger.due.astype(np.float64)
    if by is SortBy.CONFIDENCE:
        return np.nan_to_num(ledger.confidence, nan=-1.0).astype(np.float64)
    if by is SortBy.NOTE:
        return _note_key(ledger)
    if by is SortBy.SECTION:
        return np.maximum(ledger.sections, 0).astype(np.float64)
    column = Field(by.value)
    codes = ledger.codes[column]
    ranks = np.append(_ranks(ledger, column, name), len(ledger.labels[column].values))
    return ranks[codes].astype(np.float64)  # -1, no mark, takes the last


def _note_key(ledger: Ledger) -> NDArray[np.float64]:
    """Return the place of each note among the notes; rows without one come after them."""
    found = {int(row): ledger.mark(int(row)) for row in np.flatnonzero(ledger.noted)}
    notes = {row: mark.note for row, mark in found.items() if mark is not None}
    places = {note: n for n, note in enumerate(sorted(set(notes.values())))}
    key = np.full(len(ledger), float(len(places)))
    for row, note in notes.items():
        key[row] = places[note]
    return key
