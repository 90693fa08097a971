"""The order of the promises in a table: filtered, grouped, sorted, with group heads between.

All of it is done in numbers, in the time that a person does not notice, for a million rows: what
rows are sorted by are small whole numbers, which numpy sorts by counting (radix sort), and what
words are called is spelled once for each different one (``collation.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from desktop.models.collation import spoken
from desktop.models.ledger import NO_YEAR, Ledger
from desktop.models.promise_field import Field
from desktop.models.promise_filter import PromiseFilter
from desktop.models.promise_groups import NO_GROUPS, Arrangement, Groups

Ranks = NDArray[np.int64]
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


ENUMS = (Field.STATUS, Field.MACHINE, Field.MARK, Field.ANSWERED)
"""Fields whose values have an order of their own."""

_FINE = 50_000
"""Steps of the certainty that rows are sorted by: a thousand times finer than what is shown."""

_ROUND = 1 << 16
"""Numbers that are sorted in one round."""


def arrange(ledger: Ledger, wish: Wish, name: Namer) -> Arrangement:
    """Return the order that is wished for; rows that are alike stay as they stand in the text."""
    placed = _by_place(ledger)
    rows = placed[wish.filter.rows(ledger)[placed]] if wish.filter else placed
    if wish.sort is not SortBy.PLACE:
        key = sort_key(ledger, wish.sort, name)
        rows = rows[stable_order((key.max(initial=0) - key if wish.descending else key)[rows])]
    elif wish.descending:
        rows = rows[::-1]
    if wish.group is None:
        return Arrangement.of(len(ledger), rows, NO_GROUPS, len(rows))
    groups = _grouped(ledger, wish, wish.group, rows, name)
    return Arrangement.of(len(ledger), groups.lines(), groups, len(rows))


def stable_order(key: Ranks) -> NDArray[np.int64]:
    """Return the places of whole numbers from 0 on in their order; equal ones stay as they are."""
    order: NDArray[np.int64] = np.argsort((key % _ROUND).astype(np.uint16), kind="stable")
    above = key // _ROUND
    if len(above) and above.max() > 0:
        order = order[stable_order(above[order])]
    return order


def _grouped(ledger: Ledger, wish: Wish, by: Field, rows: NDArray[np.int64], name: Namer) -> Groups:
    """Return the groups of rows that are sorted already.

    Sections stand together only within their report: 一、2020年工作回顾 of one and of another city
    are not one thing.
    """
    if by is Field.SECTION:
        codes = ledger.headings.astype(np.int64)
        ranks = _by_first(codes[_by_place(ledger)], ledger.n_headings)
        folded = [int(key) for key in wish.folded if key.isdecimal() and int(key) < len(ranks)]
    else:
        codes = ledger.codes[by].astype(np.int64)
        ranks = np.append(ranks_of(ledger, by, name), len(ledger.labels[by].values))  # -1: no mark
        folded = ledger.labels[by].find(wish.folded)
        folded += [-1] if _UNSAID in wish.folded else []
    rank = ranks[codes[rows]]
    order = stable_order(rank)
    rows, rank = rows[order], rank[order]
    starts = np.flatnonzero(np.diff(rank, prepend=-1)) if len(rows) else np.empty(0, np.int64)
    open_ = np.ones(len(ranks), np.bool_)
    open_[ranks[np.array(folded, np.int64)]] = False

    def keys_of(firsts: NDArray[np.int64]) -> list[str]:
        found = codes[firsts].tolist()
        if by is Field.SECTION:
            return list(map(str, found))
        return [_value(ledger, by, code) for code in found]

    def name_of(first: int) -> str:
        return _group_name(ledger, by, first, name)

    return Groups(rows, starts, open_[rank[starts]], keys_of, name_of)


_UNSAID = ""
"""Key of the rows of which a field says nothing."""


def _value(ledger: Ledger, by: Field, code: int) -> str:
    return ledger.labels[by].values[code] if code >= 0 else _UNSAID


def _by_first(codes: Ranks, n: int) -> Ranks:
    """Return the place of each code in the order in which they come up first."""
    first = np.full(n, len(codes), np.int64)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)  # of several the last one holds
    ranks = np.empty(n, np.int64)
    ranks[np.argsort(first, kind="stable")] = np.arange(n)
    return ranks


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


def _group_name(ledger: Ledger, by: Field, row: int, name: Namer) -> str:
    code = int(ledger.codes[by][row])
    if by is not Field.SECTION:
        return name(by, _value(ledger, by, code))
    section = name(Field.SECTION, _value(ledger, by, code))
    report = ledger.value(Field.REPORT, row)
    return section if len(ledger.blocks) == 1 else f"{name(Field.REPORT, report)} · {section}"


def ranks_of(ledger: Ledger, by: Field, name: Namer) -> Ranks:
    """Return the place of each value of a field in the order in which people look for it.

    Values of the model stand in their own order, years by number, regions by their official codes,
    words as in a dictionary; what is not said stands last.
    """
    values = ledger.labels[by].values
    if by in ENUMS or by is Field.SECTION:
        return np.arange(len(values))
    if by is Field.REPORT:
        told = [(b.region_code or "~", b.name, b.year or 0) for b in ledger.blocks]
        order = sorted(range(len(values)), key=told.__getitem__)
    elif by in (Field.YEAR, Field.REGION):
        order = sorted(range(len(values)), key=lambda n: values[n] or "~")
    else:
        said = [(not value, spoken(name(by, value))) for value in values]
        order = sorted(range(len(values)), key=said.__getitem__)
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values))
    return ranks


def sort_key(ledger: Ledger, by: SortBy, name: Namer) -> Ranks:
    """Return a whole number from 0 on for each row that it is sorted by."""
    if by is SortBy.DUE:
        return np.clip(ledger.due, 0, NO_YEAR).astype(np.int64)
    if by is SortBy.CONFIDENCE:
        return (np.nan_to_num(ledger.confidence * _FINE, nan=-1.0) + 1).astype(np.int64)
    if by is SortBy.NOTE:
        return _note_key(ledger)
    if by is SortBy.SECTION:
        return np.maximum(ledger.sections, 0).astype(np.int64)
    column = Field(by.value)
    codes = ledger.codes[column]
    ranks = np.append(ranks_of(ledger, column, name), len(ledger.labels[column].values))
    return ranks[codes]  # -1, no mark, takes the last


def _note_key(ledger: Ledger) -> Ranks:
    """Return the place of each note among the notes; rows without one come after them."""
    found = {int(row): ledger.mark(int(row)) for row in np.flatnonzero(ledger.noted)}
    notes = {row: mark.note for row, mark in found.items() if mark is not None}
    places = {note: n for n, note in enumerate(sorted(set(notes.values()), key=spoken))}
    key = np.full(len(ledger), len(places), np.int64)
    for row, note in notes.items():
        key[row] = places[note]
    return key
