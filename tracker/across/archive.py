"""Many reports by their traces: which clauses of them are one (同源语句).

In go heads and traces, out comes an archive that tells of every clause in which other reports it
stands, nearly word for word. Built anew when a report comes or goes; the traces are kept elsewhere.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracker.model.ids import ReportId
from tracker.model.shared_text import ReportHead, Trace
from tracker.model.span import Span
from tracker.text.sketch import N_HASHES, Sketches, families

Numbers = NDArray[np.integer[Any]]


class Archive:
    """The clauses of many reports, numbered through, each with its family.

    Args:
        traced: Reports with their traces; they are put in order of year and region, so that the
            first of a family said it first.
    """

    def __init__(self, traced: Iterable[tuple[ReportHead, Trace]]) -> None:
        held = sorted(traced, key=lambda one: one[0].order)
        traces = [trace for _, trace in held]
        sizes = [len(trace.letters) // 2 for trace in traces]
        self.heads: tuple[ReportHead, ...] = tuple(head for head, _ in held)
        self.number: dict[ReportId, int] = {head.id: at for at, head in enumerate(self.heads)}
        self.bounds: Numbers = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
        self.report_of: Numbers = np.repeat(np.arange(len(held), dtype=np.int32), sizes)
        places: dict[str, int] = {}
        numbers = [places.setdefault(head.place or head.id, len(places)) for head in self.heads]
        self.place_of: Numbers = np.array(numbers, dtype=np.int32)
        """Number of the region of each report."""
        self.letters: Numbers = _joined((trace.letters for trace in traces), "<u2")
        """Letters of each clause."""
        self.sections: Numbers = _joined((trace.sections for trace in traces), "<i2")
        """Section of each clause in its report, -1 for none."""
        self._starts: Numbers = _joined((trace.starts for trace in traces), "<u4")
        self._sizes: Numbers = _joined((trace.sizes for trace in traces), "<u2")
        data = b"".join(trace.sketches for trace in traces)
        self.sketches: Sketches = np.frombuffer(data, dtype=np.uint8).reshape(-1, N_HASHES)
        """Sketch of each clause, a row each."""

    @cached_property
    def family(self) -> Numbers:
        """Number of the family of each clause: that of its first member."""
        return families(self.sketches).astype(np.int32)

    @cached_property
    def _by_family(self) -> tuple[Numbers, Numbers]:
        """All clauses in order of their family, and the family of each in that order."""
        order = np.argsort(self.family, kind="stable")
        return order, self.family[order]

    def members(self, family: int) -> Numbers:
        """Return the clauses of a family, the earliest first."""
        order, keys = self._by_family
        low, high = np.searchsorted(keys, (family, family + 1))
        return order[low:high]

    def span(self, clause: int) -> Span:
        """Return where a clause stands in its report."""
        start = int(self._starts[clause])
        return Span(start, start + int(self._sizes[clause]))

    def clauses_of(self, report: int) -> Numbers:
        """Return the numbers of the clauses of a report."""
        return np.arange(self.bounds[report], self.bounds[report + 1])

    def before(self, report: int) -> int | None:
        """Return the report of the same region and kind of the nearest earlier year, or None."""
        own = self.heads[report]
        if own.year is None or not own.place:
            return None
        found = [
            at
            for at in np.flatnonzero(self.place_of == self.place_of[report]).tolist()
            if self.heads[at].kind is own.kind and (self.heads[at].year or own.year) < own.year
        ]
        return max(found, key=lambda at: self.heads[at].year or 0, default=None)

    @cached_property
    def others(self) -> tuple[Numbers, Numbers]:
        """Of each clause in how many other regions, and in how many reports of these, it stands."""
        family, place = self.family, self.place_of[self.report_of]
        n_reports = _distinct(family, self.report_of)
        n_places = _distinct(family, place)
        joint = family.astype(np.int64) * (int(self.place_of.max(initial=0)) + 1) + place
        _, at = np.unique(joint, return_inverse=True)
        at = at.reshape(-1)
        of_place = _distinct(at, self.report_of)
        regions, reports = n_places[family] - 1, n_reports[family] - of_place[at]
        return regions.astype(np.int32), reports.astype(np.int32)


def _joined(pieces: Iterable[bytes], kind: str) -> Numbers:
    return np.frombuffer(b"".join(pieces), dtype=kind).astype(np.int32)


def _distinct(groups: Numbers, values: Numbers) -> Numbers:
    """Return how many different values each group has, by the number of the group."""
    if not len(groups):
        return np.zeros(0, dtype=np.int64)
    base = int(values.max()) + 1
    pairs = np.sort(groups.astype(np.int64) * base + values)
    # Sorted and looked over: ``np.unique`` hashes millions of numbers, in twenty times the time.
    new = np.concatenate(([True], pairs[1:] != pairs[:-1]))
    return np.bincount(pairs[new] // base, minlength=int(groups.max()) + 1)
