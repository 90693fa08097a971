"""Promises in columns of numbers (numpy), so that hundreds of thousands are put in order at once.

Nothing here knows Qt's models. A column holds one number for each promise; what a number stands
for is listed once (``Labels``). Words are not here: ``RowWords`` has those that are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from desktop.models.promise_field import Field
from desktop.models.row_search import RowSearch
from desktop.models.row_words import RowWords
from tracker.model.commitment import StatementKind
from tracker.model.promise_rows import COLUMNS, commitment_id, place_in_id
from tracker.model.tracking import Answered, Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.jobs.promise_rows import RowBlock
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Mark
    from tracker.model.promise_rows import PromiseColumns

LOW = 0.6
"""A judgement that is less certain than this is worth a look of its own."""

VERDICTS, KINDS, ANSWERS = tuple(Verdict), tuple(StatementKind), tuple(Answered)
NO_YEAR = 9999


@dataclass(slots=True)
class Labels:
    """What the numbers of a column stand for, in the order in which they came up."""

    values: list[str] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)

    def code(self, value: str) -> int:
        """Return the number of a value, a new one where it is new."""
        found = self._places.get(value)
        if found is None:
            found = self._places[value] = len(self.values)
            self.values.append(value)
        return found

    def find(self, values: Iterable[str]) -> list[int]:
        """Return the numbers of those values that came up."""
        return [self._places[value] for value in values if value in self._places]


class Ledger:
    """The promises of a table.

    Attributes:
        words: What rows say, as far as it is here.
        search: Looks for words in it.
        blocks: Reports, in the order in which they were read.
        marks: What people said, by report.
        reports: The reports by their ids.
        regions: Names of the regions by what rows of theirs are filed under.
        codes: For each field the number of each row among the labels.
        confidence: How certain each verdict is; NaN where nothing is judged.
        due: The year that each is due, or ``NO_YEAR``.
        sections: The number of the section within the report of each, -1 where there is none.
        headings: The number of its heading in its report among all headings of all reports.
        n_headings: How many numbers of headings there are.
        by_hand: People added it or set it right.
        quantified: It gives a figure that is due by the end of the year of its report.
        noted: There is a note on it.
    """

    def __init__(self, blocks: Iterable[RowBlock] = (), words: RowWords | None = None) -> None:
        self.words = words or RowWords()
        self.search = RowSearch(self)
        self.blocks: list[RowBlock] = []
        self.marks: dict[ReportId, dict[CommitmentId, Mark]] = {}
        self.reports: dict[str, RowBlock] = {}
        self.regions: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._starts = np.zeros(1, np.int64)
        self.labels: dict[Field, Labels] = {one: Labels() for one in _LABELLED}
        for one, values in (
            (Field.STATUS, VERDICTS),
            (Field.MACHINE, VERDICTS),
            (Field.MARK, VERDICTS),
            (Field.KIND, KINDS),
            (Field.ANSWERED, ANSWERS),
        ):
            for value in values:
                self.labels[one].code(value.value)
        self.codes: dict[Field, NDArray[np.int32]] = {
            one: np.empty(0, np.int32) for one in _LABELLED
        }
        self.n_headings = 0
        self._first_heading: dict[str, int] = {}
        self.headings = np.empty(0, np.int32)
        self.due = self.sections = self._start = self._end = self._number = np.empty(0, np.int32)
        self.confidence = np.empty(0, np.float64)
        self.by_hand = self.quantified = self.noted = np.empty(0, np.bool_)
        self.extend(blocks)

    def __len__(self) -> int:
        return int(self._starts[-1])

    # Rows that come

    def extend(self, blocks: Iterable[RowBlock]) -> None:
        """Add reports at the end."""
        new = tuple(blocks)
        if not new:
            return
        first, at = len(self), len(self.blocks)
        sizes = np.cumsum([block.columns.n for block in new], dtype=np.int64)
        self._starts = np.concatenate((self._starts, first + sizes))
        for number, block in enumerate(new, at):
            self._numbers[block.report_id] = number
            self._prefixes.setdefault(block.columns.prefix, []).append(number)
            self.reports[block.report_id] = block
            self.regions.setdefault(block.region_code or block.name, block.name)
            self.marks[block.report_id] = dict(block.marks)
        self.blocks.extend(new)
        self._extend_columns(new)
        for block in new:
            self._set_marks(block.report_id)

    def _extend_columns(self, new: tuple[RowBlock, ...]) -> None:
        pieces = [self._codes_of(block) for block in new]
        for one in self.codes:
            self.codes[one] = np.concatenate(
                (self.codes[one], *(codes[one] for codes, _ in pieces))
            )
        for name in (*_NUMBERS, "_start", "_end", "_number"):
            more = (numbers[name] for _, numbers in pieces)
            setattr(self, name, np.concatenate((getattr(self, name), *more)))
        unsaid = np.zeros(len(self) - len(self.noted), np.bool_)
        self.noted = np.concatenate((self.noted, unsaid))

    def _codes_of(
        self, block: RowBlock
    ) -> tuple[dict[Field, NDArray[np.int32]], dict[str, NDArray[np.generic]]]:
        """Return the columns of a report, with the numbers that its labels have here."""
        found, n = read_columns(block.columns), block.columns.n
        codes = {Field.MACHINE: found["verdict"], Field.STATUS: found["verdict"].copy()}
        codes |= {Field.KIND: found["kind"], Field.ANSWERED: found["answered"]}
        codes[Field.MARK] = np.full(n, -1, np.int32)
        for one, value in (
            (Field.REGION, block.region_code or block.name),
            (Field.YEAR, str(block.year or "")),
            (Field.REPORT, block.report_id),
        ):
            codes[one] = np.full(n, self.labels[one].code(value), np.int32)
        for one, values, name in (
            (Field.SECTION, block.columns.headings, "heading"),
            (Field.BODY, block.columns.bodies, "body"),
        ):
            here = np.array([self.labels[one].code(value) for value in values], np.int32)
            codes[one] = here[found[name]] if n else np.empty(0, np.int32)
        unsettled = np.isin(found["verdict"], _OPEN)
        sure = np.frombuffer(block.columns.confidence, "<f8")
        return codes, {
            "due": np.where(found["due"] > 0, found["due"], NO_YEAR).astype(np.int32),
            "sections": found["section"],
            "headings": found["heading"] + self._headings_of(block),
            "_start": found["start"],
            "_end": found["end"],
            "_number": found["number"],
            "confidence": np.where(unsettled, np.nan, sure),
            "by_hand": found["by_hand"] > 0,
            "quantified": found["quantified"] > 0,
        }

    def _headings_of(self, block: RowBlock) -> int:
        """Return the number of the first heading of a report."""
        old, first = self.reports.get(block.report_id), self._first_heading.get(block.report_id)
        if first is None or old is None or old.columns.headings != block.columns.headings:
            first = self._first_heading[block.report_id] = self.n_headings
            self.n_headings += max(1, len(block.columns.headings))
        return first

    def judge_anew(self, block: RowBlock) -> list[int]:
        """Take over other judgements on the same promises of a report that is here.

        Returns:
            The rows whose numbers are others now.
        """
        rows = self.rows_of(block.report_id)
        codes, numbers = self._codes_of(block)
        changed = np.zeros(len(rows), np.bool_)
        taken = (Field.MACHINE, Field.KIND, Field.ANSWERED, Field.SECTION, Field.BODY)
        for one in taken:
            changed |= self.codes[one][rows.start : rows.stop] != codes[one]
            self.codes[one][rows.start : rows.stop] = codes[one]
        for name in _NUMBERS:
            column, new = getattr(self, name), numbers[name]
            old = column[rows.start : rows.stop]
            # What is not certain at all (NaN) is not other than it was.
            changed |= ~((old == new) | ((old != old) & (new != new)))  # noqa: PLR0124
            column[rows.start : rows.stop] = new
        self.blocks[self._numbers[block.report_id]] = self.reports[block.report_id] = block
        self._set_marks(block.report_id)
        return [rows.start + int(at) for at in np.flatnonzero(changed)]

    # Marks

    def take_marks(self, report: ReportId, marks: Mapping[CommitmentId, Mark]) -> list[int]:
        """Take over the marks of a report; return the rows whose marks are others now."""
        before = self.marks.get(report)
        if before is None:
            return []
        differ = [one for one in {*before, *marks} if before.get(one) != marks.get(one)]
        changed = sorted(row for row in map(self.row_of, differ) if row >= 0)
        self.marks[report] = dict(marks)
        if changed:
            self._set_marks(report)
        return changed

    def _set_marks(self, report: ReportId) -> None:
        """Write down in numbers what people said of the promises of a report."""
        rows = self.rows_of(report)
        here = slice(rows.start, rows.stop)
        self.codes[Field.MARK][here] = -1
        self.codes[Field.STATUS][here] = self.codes[Field.MACHINE][here]
        self.noted[here] = False
        for commitment, mark in self.marks[report].items():
            row = self.row_of(commitment)
            if row < 0:
                continue
            self.noted[row] = bool(mark.note)
            if mark.verdict is not None:
                code = _VERDICT[mark.verdict]
                self.codes[Field.MARK][row] = self.codes[Field.STATUS][row] = code

    # What is asked

    def rows_of(self, report: ReportId) -> range:
        """Return the rows of a report that is here."""
        number = self._numbers[report]
        return range(int(self._starts[number]), int(self._starts[number + 1]))

    def place_of(self, row: int) -> tuple[RowBlock, int]:
        """Return the report of a row, and its place among the promises of that."""
        number = int(np.searchsorted(self._starts, row, side="right")) - 1
        return self.blocks[number], row - int(self._starts[number])

    def id_at(self, row: int) -> CommitmentId:
        """Return the promise of a row."""
        block, _ = self.place_of(row)
        return commitment_id(
            block.columns.prefix, int(self._start[row]), int(self._end[row]), int(self._number[row])
        )

    def row_of(self, commitment: CommitmentId) -> int:
        """Return the row of a promise, -1 when it is not there."""
        place = place_in_id(commitment)
        if place is None:
            return -1
        prefix, start, end, number = place
        for one in self._prefixes.get(prefix, ()):
            first, last = int(self._starts[one]), int(self._starts[one + 1])
            found = np.flatnonzero(
                (self._start[first:last] == start)
                & (self._end[first:last] == end)
                & (self._number[first:last] == number)
            )
            if len(found):
                return first + int(found[0])
        return -1

    def mark(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        marks = self.marks[self.place_of(row)[0].report_id]
        return marks.get(self.id_at(row)) if marks else None

    def value(self, one: Field, row: int) -> str:
        """Return what the field of a row is, as the label says it."""
        return self.labels[one].values[int(self.codes[one][row])]

    def reports_of(self, rows: NDArray[np.int64] | list[int]) -> tuple[ReportId, ...]:
        """Return the reports that some rows are of, in the order in which they were read."""
        found = np.unique(np.searchsorted(self._starts, rows, side="right") - 1)
        return tuple(self.blocks[int(number)].report_id for number in found)

    def saying(self, word: str) -> NDArray[np.bool_]:
        """Return which rows say a word in small letters, in any of their words or in a note."""
        found = self.search.rows(word).copy()
        for row in np.flatnonzero(self.noted).tolist():
            mark = self.mark(row)
            found[row] |= mark is not None and word in mark.note.lower()
        return found

    def unmarked(self) -> NDArray[np.bool_]:
        """Return which rows have no person's verdict."""
        return self.codes[Field.MARK] < 0

    def uncertain(self) -> NDArray[np.bool_]:
        """Return which rows nobody marked and the program is not sure of."""
        open_ = self.codes[Field.MACHINE] == _VERDICT[Verdict.UNDETERMINED]
        found: NDArray[np.bool_] = self.unmarked() & (open_ | (self.confidence < LOW))
        return found

    def by_doubt(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the uncertain ones of these rows, those first that a person should look at first.

        What has figures to check comes before what has none, the least certain before the rest.
        """
        doubted = rows[self.uncertain()[rows]]
        figures = np.isin(self.codes[Field.KIND][doubted], _COUNTED)
        sure = np.nan_to_num(self.confidence[doubted])
        found: NDArray[np.int64] = doubted[np.lexsort((sure, ~figures))]
        return found

    def disagreeing(self) -> NDArray[np.bool_]:
        """Return which rows a person and the program judge differently."""
        differ = self.codes[Field.MARK] != self.codes[Field.MACHINE]
        found: NDArray[np.bool_] = ~self.unmarked() & differ & ~np.isnan(self.confidence)
        return found


def read_columns(columns: PromiseColumns) -> dict[str, NDArray[np.int32]]:
    """Return the numbers of a report by the names of their columns."""
    found = np.frombuffer(columns.numbers, "<i4").reshape(len(COLUMNS), columns.n)
    return dict(zip(COLUMNS, found, strict=True))


_VERDICT = {value: n for n, value in enumerate(VERDICTS)}
_KIND = {value: n for n, value in enumerate(KINDS)}
_OPEN = [_VERDICT[Verdict.PENDING], _VERDICT[Verdict.UNDETERMINED]]
"""Where there is no judgement to be certain of: nobody could look yet, or nothing is settled. A
number beside that would be read as how surely the promise was kept."""
_COUNTED = [_KIND[StatementKind.TARGET], _KIND[StatementKind.QUOTA]]
_NUMBERS = ("due", "sections", "headings", "confidence", "by_hand", "quantified")
"""Columns that another judgement of the same promises may change."""
_LABELLED = (
    Field.STATUS,
    Field.MACHINE,
    Field.MARK,
    Field.KIND,
    Field.ANSWERED,
    Field.SECTION,
    Field.REGION,
    Field.YEAR,
    Field.REPORT,
    Field.BODY,
)
