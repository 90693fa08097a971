"""What processes do where findings of many reports are wanted: bytes in, bytes out.

A report goes there as it is kept, with its promises and results, and what is found of it comes
back as it is kept: who asks has only to read and to write. A process holds the reports that it
read last, so that a report is read once for its pair with the year before and that with the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tracker.attempt import Attempt
from tracker.model.commitment import Commitment, Outcome
from tracker.model.decision import TrackingWords
from tracker.model.draft import Corrections
from tracker.model.figures import Grouping
from tracker.model.handout import TrackedPromise
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.series import ReadReport
from tracker.model.tracking import Tracking
from tracker.store import codec
from tracker.workspace.analysis import Analysis
from tracker.workspace.overlay import corrected
from tracker.workspace.promise_table import packed_rows

_AT_HAND = 12
"""Reports with their findings that a process holds; some 2 MB each."""


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as it is kept; two of one state are the same.

    Attributes:
        state: Name of its text and what people said of it.
        said: What people said of it.
        report: The report as the program read it, packed.
        commitments: Its promises as the program finds them, packed.
        outcomes: Its results, packed.
    """

    state: str
    said: Corrections = field(compare=False, repr=False)
    report: bytes = field(compare=False, repr=False)
    commitments: bytes = field(compare=False, repr=False)
    outcomes: bytes = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class KeptPair:
    """A report whose promises are to be judged, and those that look back on it.

    Attributes:
        earlier: The report.
        laters: The others.
        words: What people said of names and passages.
        judged: The verdicts, packed, where they are known and only figures are wanted.
    """

    earlier: KeptReport
    laters: tuple[KeptReport, ...]
    words: TrackingWords
    judged: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """Pairs that follow each other.

    Attributes:
        numbers: The number of each, for who asks.
        pairs: The pairs.
    """

    numbers: tuple[int, ...]
    pairs: tuple[KeptPair, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class PairFound:
    """What is kept of a pair.

    Attributes:
        judged: The verdicts, packed; None where they were known.
        rows: The rows of a table of promises, packed, by the name of what they hold.
        figures: The figures of the earlier report, packed, as if nobody had marked any promise.
    """

    judged: bytes | None = field(repr=False)
    rows: Mapping[str, bytes] = field(repr=False)
    figures: bytes = field(repr=False)


@lru_cache(maxsize=_AT_HAND)
def _reading(kept: KeptReport) -> ReadReport:
    machine = codec.unpack_kept(kept.report, Report)
    return ReadReport(
        corrected(machine, kept.said.metadata, kept.said.roles),
        codec.unpack_kept(kept.commitments, tuple[Commitment, ...]),
        codec.unpack_kept(kept.outcomes, tuple[Outcome, ...]),
    )


def judge_apart(piece: Piece) -> tuple[PairFound | None, ...]:
    """Judge the promises of some pairs that follow each other; None where a stage fails."""
    return tuple(map(_tried, piece.pairs))


def _tried(pair: KeptPair) -> PairFound | None:
    with Attempt():
        return _judge(pair)
    return None


def _judge(pair: KeptPair) -> PairFound:
    analysis = Analysis()
    earlier, laters = _reading(pair.earlier), tuple(map(_reading, pair.laters))
    if pair.judged is not None:
        judged = codec.unpack_kept(pair.judged, tuple[Tracking, ...])
    else:
        judged = analysis.track(earlier.report, laters, pair.words, earlier.commitments)
    promises = tuple(map(TrackedPromise, judged))
    others = [one.report for one in laters]
    figures = analysis.count(earlier.report, others, promises, Grouping.REPORT)
    return PairFound(
        codec.pack(judged) if pair.judged is None else None,
        packed_rows(earlier.report, judged),
        codec.pack(figures),
    )


STAGES = frozenset({"trace", "topics", "phrases", "values"})
"""What ``find_apart`` finds of single reports."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A report of which something is wanted."""

    report_id: ReportId
    kept: KeptReport = field(repr=False)


def find_apart(stage: str, asked: Asked) -> bytes:
    """Return what a stage finds of a report, packed."""
    analysis, reading = Analysis(), _reading(asked.kept)
    if stage == "values":
        return codec.pack(analysis.values(reading))
    make = {"trace": analysis.trace, "topics": analysis.topics, "phrases": analysis.phrases}
    return codec.pack(make[stage](reading.report))
