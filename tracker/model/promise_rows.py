"""The promises of a report as rows of a table: what it sorts and filters by, and what it shows.

The numbers of all reports together are small enough to stand in memory, the words are not: a table
reads the words of those rows that are looked at, report by report.
"""

import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from tracker.message import Message
from tracker.model.commitment import Commitment, StatementKind
from tracker.model.figures import is_quantified
from tracker.model.ids import CommitmentId
from tracker.model.report import Report
from tracker.model.tracking import Answered, Tracking, Verdict

COLUMNS = (
    "verdict",
    "kind",
    "answered",
    "by_hand",
    "quantified",
    "due",
    "section",
    "heading",
    "body",
    "start",
    "end",
    "number",
)
"""What stands in ``PromiseColumns.numbers``, in this order.

Verdict, kind and how it was answered by their place in the model; whether a person had a hand in
it, whether it counts as quantified; the year it is due, 0 where
that is open; the number of its section, -1 where there is none; heading and department by their
place among ``headings`` and ``bodies``; the parts of its id.
"""

_INT, _REAL = "i", "d"
_VERDICTS = {value: n for n, value in enumerate(Verdict)}
_KINDS = {value: n for n, value in enumerate(StatementKind)}
_ANSWERS = {value: n for n, value in enumerate(Answered)}
_BY_HAND = "h"
"""How the running number of a promise begins that a person added."""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What a line of a table says besides numbers.

    Attributes:
        object: What is promised.
        quote: The words of the text.
        due_text: When it is due, for people.
        reason: Why it is judged so.
    """

    object: str
    quote: str
    due_text: str
    reason: Message


@dataclass(frozen=True, slots=True)
class PromiseColumns:
    """What the promises of a report are sorted, grouped and filtered by, in numbers.

    Attributes:
        n: How many there are.
        numbers: ``COLUMNS``, one behind the other, in 32 bits each, the lowest byte first.
        confidence: How certain each verdict is, in 64 bits each.
        headings: Headings of the sections they stand in; "" for none.
        bodies: Departments that are named; "" for none.
        prefix: How the id of each begins.
    """

    n: int
    numbers: bytes
    confidence: bytes
    headings: tuple[str, ...]
    bodies: tuple[str, ...]
    prefix: str

    def ids(self) -> tuple[CommitmentId, ...]:
        """Return the ids of the promises."""
        found = _read(_INT, self.numbers)
        first = COLUMNS.index("start") * self.n
        starts, ends, numbers = (
            found[first + at * self.n : first + (at + 1) * self.n] for at in range(3)
        )
        return tuple(
            commitment_id(self.prefix, *place) for place in zip(starts, ends, numbers, strict=True)
        )


def commitment_id(prefix: str, start: int, end: int, number: int) -> CommitmentId:
    """Return the id of a promise; a negative number is that of one that a person added."""
    told = f"{_BY_HAND}{-1 - number}" if number < 0 else str(number)
    return CommitmentId(f"{prefix}-{start}-{end}-{told}")


def place_in_id(commitment: CommitmentId) -> tuple[str, int, int, int] | None:
    """Return the parts of an id, as ``commitment_id`` takes them; None where it is none."""
    parts = commitment.split("-")
    if len(parts) != len(("prefix", "start", "end", "number")):
        return None
    prefix, start, end, told = parts
    number = told.removeprefix(_BY_HAND)
    if not (start.isdecimal() and end.isdecimal() and number.isdecimal()):
        return None
    return prefix, int(start), int(end), -1 - int(number) if number != told else int(number)


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """What the promises of a report say.

    Attributes:
        objects: What is promised.
        quotes: The words of the text.
        due_texts: When each is due.
        above: For each section of the report the headings that stand over its promises.
    """

    objects: tuple[str, ...]
    quotes: tuple[str, ...]
    due_texts: tuple[str, ...]
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromiseReasons:
    """Why the promises of a report are judged as they are.

    Attributes:
        zh: In Chinese.
        en: In English.
    """

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromiseLines:
    """What the lines of a report say; one of them is made when somebody looks at it."""

    words: PromiseWords
    reasons: PromiseReasons

    def __len__(self) -> int:
        return len(self.words.objects)

    def __getitem__(self, at: int) -> PromiseLine:
        """Return what one line says."""
        said, told = self.words, Message(self.reasons.zh[at], self.reasons.en[at])
        return PromiseLine(said.objects[at], said.quotes[at], said.due_texts[at], told)


@dataclass(frozen=True, slots=True)
class PromiseRows:
    """The promises of a report, judged, as a table needs them."""

    columns: PromiseColumns
    words: PromiseWords
    reasons: PromiseReasons

    @classmethod
    def of(cls, report: Report, trackings: Iterable[Tracking]) -> Self:
        """Return the promises of a report as rows."""
        rows = tuple(trackings)
        promises = [row.commitment for row in rows]
        said = [one.statement for one in promises]
        words = PromiseWords(
            tuple(one.object for one in said),
            tuple(one.told.quote for one in said),
            tuple(one.due_text for one in promises),
            tuple(_above(report)),
        )
        told = [row.reason for row in rows]
        reasons = PromiseReasons(tuple(one.zh for one in told), tuple(one.en for one in told))
        return cls(_columns(report, rows, promises), words, reasons)

    def lines(self) -> PromiseLines:
        """Return what the lines say."""
        return PromiseLines(self.words, self.reasons)


def _columns(
    report: Report, rows: tuple[Tracking, ...], promises: list[Commitment]
) -> PromiseColumns:
    titles = [section.heading.rstrip("。：；") for section in report.sections]
    sections = [
        -1 if at is None or at >= len(titles) else at
        for at in (one.statement.section for one in promises)
    ]
    told = ["" if at < 0 else titles[at] for at in sections]
    headings, bodies = _distinct(told), _distinct([one.body for one in promises])
    places = [_place(one.id) for one in promises]
    columns = (
        [_VERDICTS[row.verdict] for row in rows],
        [_KINDS[one.statement.kind] for one in promises],
        [_ANSWERS[row.answered] for row in rows],
        [int(one.by_hand) for one in promises],
        [int(is_quantified(one, report)) for one in promises],
        [one.due or 0 for one in promises],
        sections,
        [headings[heading] for heading in told],
        [bodies[one.body] for one in promises],
        *([place[at] for place in places] for at in range(3)),
    )
    numbers = array(_INT, (number for column in columns for number in column))
    return PromiseColumns(
        len(rows),
        _written(numbers),
        _written(array(_REAL, (row.confidence for row in rows))),
        tuple(headings),
        tuple(bodies),
        promises[0].id.split("-", 1)[0] if promises else report.id[:12],
    )


def _place(commitment: CommitmentId) -> tuple[int, int, int]:
    place = place_in_id(commitment)
    if place is None:
        raise ValueError("no id of a promise")
    return place[1:]


def _distinct(values: list[str]) -> dict[str, int]:
    """Return each value once, with its place."""
    return {value: n for n, value in enumerate(dict.fromkeys(values))}


def _above(report: Report) -> Iterable[str]:
    """Yield for each section the headings that its promises stand below, the nearest first."""
    for section in report.sections:
        found, parent = [section.heading], section.parent
        while parent is not None:
            found.append(report.sections[parent].heading)
            parent = report.sections[parent].parent
        yield "\n".join(found)


def _written(numbers: "array[int] | array[float]") -> bytes:
    if sys.byteorder != "little":
        numbers.byteswap()
    return numbers.tobytes()


def _read(code: str, data: bytes) -> "array[int]":
    found = array(code)
    found.frombytes(data)
    if sys.byteorder != "little":
        found.byteswap()
    return found
