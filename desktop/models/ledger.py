"""Promises in columns of numbers (numpy), so that 50,000 are sorted, filtered and grouped at once.

Nothing here knows Qt's models. A column holds one number for each promise; what a number stands
for is listed once (``Labels``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from tracker.model.commitment import StatementKind
from tracker.model.tracking import Answered, Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.jobs.promise_rows import RowBlock
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Mark
    from tracker.model.tracking import Tracking

LOW = 0.6
"""A judgement that is less certain than this is worth a look of its own."""

VERDICTS, KINDS, ANSWERS = tuple(Verdict), tuple(StatementKind), tuple(Answered)
_UNSETTLED = frozenset({Verdict.PENDING, Verdict.UNDETERMINED})
NO_YEAR = 9999


class Field(StrEnum):
    """What promises are filtered and grouped by."""

    STATUS = "status"
    """The person's verdict where there is one, else the machine's."""
    MACHINE = "machine"
    MARK = "mark"
    KIND = "kind"
    SECTION = "section"
    REGION = "region"
    YEAR = "year"
    REPORT = "report"
    BODY = "body"
    ANSWERED = "answered"
    CONFIDENCE = "confidence"
    DISAGREEMENT = "disagreement"
    BY_HAND = "by_hand"
    NOTE = "note"


def is_judged(tracking: Tracking) -> bool:
    """Tell whether there is a judgement to be certain of.

    Nobody could look yet, or what was found settles nothing: a number beside that would be read
    as how surely the promise was kept.
    """
    return tracking.verdict not in _UNSETTLED


def disagrees(tracking: Tracking, mark: Mark | None) -> bool:
    """Tell whether a person says otherwise than the program, where that says anything."""
    if mark is None or mark.verdict is None or not is_judged(tracking):
        return False
    return mark.verdict is not tracking.verdict


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
        blocks: Reports, in the order in which they were read.
        trackings: One for each row.
        texts: What words are looked for in, one for each row.
        sections: Heading of each row.
        marks: What people said.
        reports: The reports by their ids.
        regions: Names of the regions by what rows of theirs are filed under.
    """

    def __init__(self, blocks: Iterable[RowBlock] = ()) -> None:
        self.blocks: list[RowBlock] = []
        self.trackings: list[Tracking] = []
        self.texts: list[str] = []
        self.sections: list[str] = []
        self.marks: dict[CommitmentId, Mark] = {}
        self._rows: dict[CommitmentId, int] = {}
        self._starts: dict[ReportId, int] = {}
        self.reports: dict[str, RowBlock] = {}
        self.regions: dict[str, str] = {}
        self.labels: dict[Field, Labels] = {
            Field.STATUS: Labels(),
            Field.MACHINE: Labels(),
            Field.MARK: Labels(),
            Field.KIND: Labels(),
            Field.ANSWERED: Labels(),
            Field.SECTION: Labels(),
            Field.REGION: Labels(),
            Field.YEAR: Labels(),
            Field.REPORT: Labels(),
            Field.BODY: Labels(),
        }
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
            one: np.empty(0, np.int32) for one in self.labels
        }
        self.confidence = np.empty(0, np.float32)
        self.due = np.empty(0, np.int32)
        self.by_hand = self.noted = np.empty(0, np.bool_)
        self.extend(blocks)

    def __len__(self) -> int:
        return len(self.trackings)

    # Rows that come

    def extend(self, blocks: Iterable[RowBlock]) -> None:
        """Add reports at the end."""
        new = tuple(blocks)
        if not new:
            return
        rows = [tracking for block in new for tracking in block.trackings]
        at = len(self.trackings)
        for block in new:
            self._starts[block.report_id] = at
            self.reports[block.report_id] = block
            self.regions.setdefault(block.region_code or block.name, block.name)
            at += len(block.trackings)
            self.sections.extend(block.sections)
            self.texts.extend(block.texts)
            self.marks.update(block.marks)
        first = len(self.trackings)
        self.blocks.extend(new)
        self.trackings.extend(rows)
        self._rows.update((row.commitment.id, first + n) for n, row in enumerate(rows))
        self._extend_columns(new, rows)
        self._set_marks(first, len(self.trackings))

    def _extend_columns(self, new: tuple[RowBlock, ...], rows: list[Tracking]) -> None:
        numbers: dict[Field, list[int]] = {one: [] for one in self.labels}
        for block in new:
            n = len(block.trackings)
            for one, value in (
                (Field.REGION, block.region_code or block.name),
                (Field.YEAR, str(block.year or "")),
                (Field.REPORT, block.report_id),
            ):
                numbers[one].extend([self.labels[one].code(value)] * n)
            section = self.labels[Field.SECTION]
            numbers[Field.SECTION].extend(section.code(heading) for heading in block.sections)
        body = self.labels[Field.BODY]
        numbers[Field.BODY].extend(body.code(row.commitment.body) for row in rows)
        numbers[Field.MACHINE].extend(_VERDICT[row.verdict] for row in rows)
        numbers[Field.KIND].extend(_KIND[row.commitment.statement.kind] for row in rows)
        numbers[Field.ANSWERED].extend(_ANSWER[row.answered] for row in rows)
        numbers[Field.MARK] = numbers[Field.STATUS] = [-1] * len(rows)
        for one, found in numbers.items():
            self.codes[one] = np.concatenate((self.codes[one], np.array(found, np.int32)))
        sure = [row.confidence if is_judged(row) else np.nan for row in rows]
        self.confidence = np.concatenate((self.confidence, np.array(sure, np.float32)))
        due = [row.commitment.due or NO_YEAR for row in rows]
        self.due = np.concatenate((self.due, np.array(due, np.int32)))
        by_hand = [row.commitment.by_hand for row in rows]
        self.by_hand = np.concatenate((self.by_hand, np.array(by_hand, np.bool_)))
        self.noted = np.concatenate((self.noted, np.zeros(len(rows), np.bool_)))

    def judge_anew(self, block: RowBlock) -> None:
        """Take over other judgements on the same promises of a report that is here."""
        start, n = self._starts[block.report_id], len(block.trackings)
        one = Ledger((block,))
        for column in (Field.MACHINE, Field.KIND, Field.ANSWERED):
            self.codes[column][start : start + n] = one.codes[column]
        for column, values in (
            (Field.BODY, [row.commitment.body for row in block.trackings]),
            (Field.SECTION, list(block.sections)),
        ):
            found = [self.labels[column].code(value) for value in values]
            self.codes[column][start : start + n] = found
        for name in ("confidence", "due", "by_hand"):
            getattr(self, name)[start : start + n] = getattr(one, name)
        self.trackings[start : start + n] = block.trackings
        self.texts[start : start + n] = block.texts
        self.sections[start : start + n] = block.sections
        at = self.blocks.index(self.reports[block.report_id])
        self.blocks[at] = self.reports[block.report_id] = block
        self._set_marks(start, start + n)

    # Marks

    def take_marks(self, report: ReportId, marks: Mapping[CommitmentId, Mark]) -> list[int]:
        """Take over the marks of a report; return the rows whose marks are others now."""
        start = self._starts.get(report)
        if start is None:
            return []
        end = start + len(self.reports[report].trackings)
        changed = []
        for row in range(start, end):
            key = self.trackings[row].commitment.id
            before, now = self.marks.get(key), marks.get(key)
            if before != now:
                changed.append(row)
                self.marks.pop(key, None)
                if now is not None:
                    self.marks[key] = now
        if changed:
            self._set_marks(start, end)
        return changed

    def _set_marks(self, start: int, end: int) -> None:
        """Write down in numbers what people said of these rows."""
        said = [self.marks.get(row.commitment.id) for row in self.trackings[start:end]]
        codes = [
            -1 if one is None or one.verdict is None else _VERDICT[one.verdict] for one in said
        ]
        marked = np.array(codes, np.int32)
        self.codes[Field.MARK][start:end] = marked
        machine = self.codes[Field.MACHINE][start:end]
        self.codes[Field.STATUS][start:end] = np.where(marked >= 0, marked, machine)
        self.noted[start:end] = [one is not None and bool(one.note) for one in said]

    # What is asked

    def start_of(self, report: ReportId) -> int:
        """Return the first row of a report that is here."""
        return self._starts[report]

    def row_of(self, commitment: CommitmentId) -> int:
        """Return the row of a promise, -1 when it is not there."""
        return self._rows.get(commitment, -1)

    def mark(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        return self.marks.get(self.trackings[row].commitment.id)

    def block_at(self, row: int) -> RowBlock:
        """Return the report of a row."""
        return self.blocks[int(self.codes[Field.REPORT][row])]

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


_VERDICT = {value: n for n, value in enumerate(VERDICTS)}
_KIND = {value: n for n, value in enumerate(KINDS)}
_COUNTED = [_KIND[StatementKind.TARGET], _KIND[StatementKind.QUOTA]]
_ANSWER = {value: n for n, value in enumerate(ANSWERS)}
