"""The stages as the workspace calls them; loaded when the first text has to be read.

Opening a workspace whose findings are cached loads no stage, no word list and no dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tracker.model.alignment import Alignment, AlignmentPart, HandWords, NearSection
from tracker.model.chain import Chain
from tracker.model.change import ReportDiff
from tracker.model.commitment import Commitment, Outcome
from tracker.model.correction import LineCorrection
from tracker.model.decision import MatchWord, NamePair, TrackingWords
from tracker.model.ids import CommitmentId
from tracker.model.measure import Measure
from tracker.model.promise_word import PromiseWords
from tracker.model.report import Report
from tracker.model.source import SourceDocument
from tracker.model.span import Span
from tracker.model.thread import TopicHistory
from tracker.model.tracking import Tracking, Verdict
from tracker.workspace.gathering import Incoming

if TYPE_CHECKING:
    from tracker.model.cascade import Cascade
    from tracker.model.chain import Chain
    from tracker.model.figures import Grouping, ReportFigures
    from tracker.model.first_use import Phrases
    from tracker.model.handout import TrackedPromise
    from tracker.model.nearness import ReportTopics
    from tracker.model.ranking import ComparedYear
    from tracker.model.series import IndicatorSeries, IndicatorValue, ReadReport, YearPair
    from tracker.model.shared_text import ReportHead, Trace
    from tracker.pipeline import AnalysisOptions


class Historian(Protocol):
    """Draws topics through reports."""

    def __call__(
        self,
        reports: Sequence[Report],
        part: AlignmentPart,
        aligned: Callable[[Report, Report], Alignment],
        *,
        one_year: bool,
    ) -> TopicHistory:
        """Return the topics of a part, from what ``aligned`` gives of two reports."""


class Decoder(Protocol):
    """Reads bytes."""

    def __call__(
        self, data: bytes, name: str, encoding: str = "", should_stop: Callable[[], bool] = ...
    ) -> SourceDocument:
        """Return the text of bytes."""


class Nearest(Protocol):
    """Finds sections like one section."""

    def __call__(
        self,
        earlier: Report,
        later: Report,
        part: AlignmentPart,
        section: int,
        *,
        of_later: bool,
        said: HandWords,
    ) -> tuple[NearSection, ...]:
        """Return the best ones first."""


def _never() -> bool:
    """Never ask to stop."""
    return False


@cache
def _options() -> AnalysisOptions:
    from tracker.resources import load_options  # noqa: PLC0415
    from tracker.store.private import prepare_words  # noqa: PLC0415

    prepare_words()
    return load_options()


def _version() -> str:
    from tracker.resources import findings_version  # noqa: PLC0415

    return findings_version()


def _read_source(path: Path, encoding: str) -> tuple[SourceDocument, bytes]:
    from tracker.ingest.files import read_source  # noqa: PLC0415

    return read_source(path, encoding=encoding)


def _decode_source(
    data: bytes, name: str, encoding: str = "", should_stop: Callable[[], bool] = _never
) -> SourceDocument:
    from tracker.ingest.files import decode_source  # noqa: PLC0415

    return decode_source(data, name, encoding=encoding, should_stop=should_stop)


def _gather(paths: Sequence[Path]) -> Iterator[Incoming]:
    from tracker.workspace.gathering import gather  # noqa: PLC0415

    return gather(paths)


def _encodings(name: str) -> tuple[str, ...]:
    from tracker.workspace.gathering import encodings_of  # noqa: PLC0415

    return encodings_of(name)


def _pasted(plain: str, html: str) -> Incoming | None:
    from tracker.workspace.gathering import pasted  # noqa: PLC0415

    return pasted(plain, html)


def _samples() -> tuple[tuple[str, bytes], ...]:
    from tracker.resources import sample_reports  # noqa: PLC0415

    return tuple((path.name, path.read_bytes()) for path in sample_reports())


def _read(source: SourceDocument, corrections: tuple[LineCorrection, ...]) -> Report:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.read(source, _options(), corrections)


def _commitments(report: Report) -> tuple[Commitment, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.commitments(report, _options())


def _correct_promises(
    report: Report, found: Sequence[Commitment], said: PromiseWords
) -> tuple[Commitment, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.corrected_commitments(report, found, said, _options())


def _outcomes(report: Report) -> tuple[Outcome, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.outcomes(report, _options())


def _align(earlier: Report, later: Report, part: AlignmentPart, said: HandWords) -> Alignment:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.align(earlier, later, part, _options(), said)


def _nearest(
    earlier: Report,
    later: Report,
    part: AlignmentPart,
    section: int,
    *,
    of_later: bool,
    said: HandWords,
) -> tuple[NearSection, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.nearest(earlier, later, part, _options(), section, of_later=of_later, said=said)


def _boilerplate(report: Report) -> tuple[Span, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.boilerplate(report, _options())


def _compare(alignment: Alignment, earlier: Report, later: Report) -> ReportDiff:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.compare(alignment, earlier, later, _options())


def _align_topics(
    earlier: Report, later: Report, part: AlignmentPart, said: HandWords
) -> Alignment:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.align_topics(earlier, later, part, _options(), said)


def _history(
    reports: Sequence[Report],
    part: AlignmentPart,
    aligned: Callable[[Report, Report], Alignment],
    *,
    one_year: bool,
) -> TopicHistory:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.history(reports, part, _options(), one_year=one_year, aligned=aligned)


def _compare_topic(
    alignment: Alignment,
    couple: tuple[int, int],
    earlier: tuple[Report, Sequence[Measure]],
    later: tuple[Report, Sequence[Measure]],
) -> ReportDiff:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.compare_topic(alignment, couple, earlier, later, _options())


def _track(
    earlier: Report,
    laters: tuple[ReadReport, ...],
    said: TrackingWords,
    promises: tuple[Commitment, ...],
) -> tuple[Tracking, ...]:
    from tracker import pipeline  # noqa: PLC0415
    from tracker.model.series import ReadReport  # noqa: PLC0415

    return pipeline.judge(ReadReport(earlier, promises, ()), laters, _options(), said)


def _count(
    earlier: Report, laters: Sequence[Report], promises: Sequence[TrackedPromise], by: Grouping
) -> tuple[ReportFigures, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.count(earlier, laters, promises, by)


def _pairs(readings: Sequence[ReadReport]) -> tuple[YearPair, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.pairs(readings, _options())


def _series(readings: Sequence[ReadReport]) -> tuple[IndicatorSeries, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.series(readings, _options())


def _chains(
    reports: Sequence[Report],
    said: TrackingWords,
    marks: Mapping[CommitmentId, Verdict],
    promises: Sequence[tuple[Commitment, ...]],
) -> tuple[Chain, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.chains(reports, _options(), said, marks, promises)


def _cascade(upper: Report, lower: Report, promises: Sequence[tuple[Commitment, ...]]) -> Cascade:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.cascade(upper, lower, _options(), promises)


def _offer_names(
    commitment: Commitment, outcomes: tuple[Outcome, ...], word: MatchWord
) -> NamePair | None:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.offer_names(commitment, outcomes, word, _options())


def _trace(report: Report) -> Trace:
    from tracker.across.traces import trace_of  # noqa: PLC0415

    return trace_of(report)


def _topics(report: Report) -> ReportTopics:
    from tracker.across.nearest import topics_of  # noqa: PLC0415

    return topics_of(report, _options().text)


def _phrases(report: Report) -> Phrases:
    from tracker.across.first_uses import phrases_of  # noqa: PLC0415

    return phrases_of(report)


def _values(reading: ReadReport) -> tuple[IndicatorValue, ...]:
    from tracker import pipeline  # noqa: PLC0415

    return pipeline.indicators_of((reading,), _options())


def _compare_regions(
    heads: Sequence[ReportHead], values: Sequence[IndicatorValue], year: int
) -> ComparedYear:
    from tracker.across.ranking import compared_year  # noqa: PLC0415

    return compared_year(heads, values, year, _options().match)


@dataclass(frozen=True)
class Analysis:
    """Everything the workspace asks of the stages; tests bring their own.

    Attributes:
        version: Changes whenever the stages or their word lists do; part of every cache key.
        read_source: A file to its text and bytes; takes the encoding that a person chose, or "".
        decode_source: Bytes, a name and an encoding, or "", to a text; asks while it reads
            whether it should stop, and raises ``Stopped`` then.
        gather: The documents in files, folders and archives.
        encodings: Encodings that a person can choose for a file of that name.
        pasted: What was copied, plain and rich, as a document.
        samples: Names and bytes of the sample reports.
        read: A text to a report, with a person's word on single lines.
        commitments: What a report promises.
        correct_promises: The same, around what a person said of the promises.
        outcomes: What a report says was done.
        align: Which sections belong beside each other, around what a person said of some.
        nearest: Which sections of the other report a section is most like.
        boilerplate: Clauses of a report that stand in most reports.
        compare: What changed inside them.
        align_topics: The same, to draw topics from.
        history: Topics through several reports.
        compare_topic: What changed between two sections that are one topic.
        track: Promises judged by reports that were read, around what a person said of names and
            passages; the last argument are the promises.
        count: Figures of a report whose promises are judged.
        pairs: Indicators of reports by year, promised beside reported.
        series: Indicators of regions through the years.
        chains: Promises of a region through the years, around what a person said and marked;
            the last argument are the promises of each report as a person wants them.
        cascade: What of an upper plan stands in a lower one; the last argument as in ``chains``.
        trace: What is kept of the clauses of a report to find them elsewhere.
        topics: What a report and its sections speak of.
        phrases: The short phrases of a report.
        values: The indicators of one report by itself.
        compare_regions: Indicators over the regions of a year.
        offer_names: The names by which a promise and a passage that was decided on differ.
        in_processes: Another process that imports this module has the same stages. Those that a
            test brings live in its own process alone.
    """

    version: Callable[[], str] = _version
    read_source: Callable[[Path, str], tuple[SourceDocument, bytes]] = _read_source
    decode_source: Decoder = _decode_source
    gather: Callable[[Sequence[Path]], Iterator[Incoming]] = _gather
    encodings: Callable[[str], tuple[str, ...]] = _encodings
    pasted: Callable[[str, str], Incoming | None] = _pasted
    samples: Callable[[], tuple[tuple[str, bytes], ...]] = _samples
    read: Callable[[SourceDocument, tuple[LineCorrection, ...]], Report] = _read
    commitments: Callable[[Report], tuple[Commitment, ...]] = _commitments
    correct_promises: Callable[
        [Report, Sequence[Commitment], PromiseWords], tuple[Commitment, ...]
    ] = _correct_promises
    outcomes: Callable[[Report], tuple[Outcome, ...]] = _outcomes
    align: Callable[[Report, Report, AlignmentPart, HandWords], Alignment] = _align
    nearest: Nearest = _nearest
    boilerplate: Callable[[Report], tuple[Span, ...]] = _boilerplate
    compare: Callable[[Alignment, Report, Report], ReportDiff] = _compare
    align_topics: Callable[[Report, Report, AlignmentPart, HandWords], Alignment] = _align_topics
    history: Historian = _history
    compare_topic: Callable[
        [
            Alignment,
            tuple[int, int],
            tuple[Report, Sequence[Measure]],
            tuple[Report, Sequence[Measure]],
        ],
        ReportDiff,
    ] = _compare_topic
    track: Callable[
        [Report, tuple[ReadReport, ...], TrackingWords, tuple[Commitment, ...]],
        tuple[Tracking, ...],
    ] = _track
    count: Callable[
        [Report, Sequence[Report], Sequence[TrackedPromise], Grouping], tuple[ReportFigures, ...]
    ] = _count
    pairs: Callable[[Sequence[ReadReport]], tuple[YearPair, ...]] = _pairs
    series: Callable[[Sequence[ReadReport]], tuple[IndicatorSeries, ...]] = _series
    trace: Callable[[Report], Trace] = _trace
    topics: Callable[[Report], ReportTopics] = _topics
    phrases: Callable[[Report], Phrases] = _phrases
    values: Callable[[ReadReport], tuple[IndicatorValue, ...]] = _values
    compare_regions: Callable[
        [Sequence[ReportHead], Sequence[IndicatorValue], int], ComparedYear
    ] = _compare_regions
    chains: Callable[
        [
            Sequence[Report],
            TrackingWords,
            Mapping[CommitmentId, Verdict],
            Sequence[tuple[Commitment, ...]],
        ],
        tuple[Chain, ...],
    ] = _chains
    cascade: Callable[[Report, Report, Sequence[tuple[Commitment, ...]]], Cascade] = _cascade
    offer_names: Callable[[Commitment, tuple[Outcome, ...], MatchWord], NamePair | None] = (
        _offer_names
    )
    in_processes: bool = True
