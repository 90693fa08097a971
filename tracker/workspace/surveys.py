"""The part of the door that looks over many reports: figures and chains, with people's words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import InputProblem, Stopped
from tracker.message import Message
from tracker.model.alignment import Alignment, AlignmentPart
from tracker.model.decision import TrackingWords
from tracker.model.figures import Grouping, ReportFigures
from tracker.model.handout import TrackedPromise
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import ReportKind
from tracker.model.series import ReadReport
from tracker.model.tracking import Verdict
from tracker.store.database import Database
from tracker.workspace.accounts import Accounts
from tracker.workspace.analysis import Analysis
from tracker.workspace.deciding import Deciding
from tracker.workspace.decision_places import decisions_on, match_words
from tracker.workspace.findings import Findings
from tracker.workspace.library import Library
from tracker.workspace.marking import Marking
from tracker.workspace.next_documents import laters_for
from tracker.workspace.promise_rows import RowFindings
from tracker.workspace.together import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from tracker.model.cascade import Cascade
    from tracker.model.chain import Chain
    from tracker.model.change import ReportDiff
    from tracker.model.report import Report
    from tracker.model.series import IndicatorSeries, YearPair
    from tracker.model.thread import TopicHistory

_PLANS_NOTHING = frozenset({ReportKind.OTHER, ReportKind.BULLETIN})


def _go_on() -> bool:
    """Never ask to stop."""
    return False


def _silent(done: int, total: int, doing: str) -> None:
    """Tell nobody."""


class Surveys:
    """What the reports of a workspace tell together; see ``Workspace``."""

    _accounts: Accounts
    _analysis: Analysis
    _database: Database
    _deciding: Deciding
    _findings: Findings
    _library: Library
    _marking: Marking
    _gathered: RowFindings

    def judge_all(
        self,
        pairs: Iterable[tuple[ReportId, Sequence[ReportId]]] | None = None,
        *,
        report_progress: Callable[[int, int, str], None] = _silent,
        should_stop: Callable[[], bool] = _go_on,
    ) -> int:
        """Judge the promises of many reports, on all processors.

        What is judged already is not judged again; ``tracking`` and all that asks for verdicts
        has them at once afterwards.

        Args:
            pairs: Reports with those that each is judged by; all of them by what follows them.
            report_progress: Told how far it is.
            should_stop: Asked whether to stop.

        Returns:
            How many were judged now.

        Raises:
            Stopped: ``should_stop`` said so; what was judged by then is kept.
        """
        if pairs is None:
            pairs = ((e.id, self._laters(e.id, should_stop)) for e in self._library.entries())
        wanted = [Pair(earlier, tuple(laters)) for earlier, laters in pairs if laters]
        return self._gathered.judge_together(wanted, report_progress, should_stop)

    def _laters(self, report_id: ReportId, should_stop: Callable[[], bool]) -> tuple[ReportId, ...]:
        if should_stop():
            raise Stopped
        return laters_for(self._database, self._gathered, report_id)

    def figures(
        self,
        by: Grouping = Grouping.REPORT,
        reports: Collection[ReportId] | None = None,
        *,
        report_progress: Callable[[int, int, str], None] = _silent,
        should_stop: Callable[[], bool] = _go_on,
    ) -> tuple[ReportFigures, ...]:
        """Return the figures of each report that a later one of its region looks back on.

        Marks outrank the program's verdicts, and what people decided about names and passages
        has acted in these. ``reports`` are those that are asked for, all of them by default.

        Raises:
            Stopped: ``should_stop`` said so; the verdicts found so far are kept.
        """
        entries = [e for e in self._library.entries() if reports is None or e.id in reports]
        pairs: dict[ReportId, tuple[ReportId, ...]] = {}
        for entry in entries:
            laters = tuple(o for o in self._laters(entry.id, should_stop) if o != entry.id)
            if laters and entry.kind not in _PLANS_NOTHING:
                pairs[entry.id] = laters
        self.judge_all(pairs.items(), report_progress=report_progress, should_stop=should_stop)
        titles = {entry.id: entry.title or entry.name for entry in entries}
        counted: list[ReportFigures] = []
        for done, (report_id, laters) in enumerate(pairs.items()):
            if should_stop():
                raise Stopped
            report_progress(done, len(pairs), titles[report_id])
            counted.extend(self.count_report(report_id, laters, by))
        return tuple(counted)

    def count_report(
        self, report_id: ReportId, laters: Sequence[ReportId], by: Grouping = Grouping.REPORT
    ) -> tuple[ReportFigures, ...]:
        """Return the figures of one report judged by others, marks first."""
        marks = self._marking.marks(report_id)
        promises = [
            TrackedPromise(found, marks.get(found.commitment.id))
            for found in self._findings.tracking(report_id, tuple(laters))
        ]
        others = [self._findings.report(one) for one in laters]
        return self._analysis.count(self._findings.report(report_id), others, promises, by)

    def series(
        self,
        reports: Sequence[ReportId],
        *,
        report_progress: Callable[[int, int, str], None] = _silent,
        should_stop: Callable[[], bool] = _go_on,
    ) -> tuple[IndicatorSeries, ...]:
        """Return every indicator that reports give values of, year by year.

        Raises:
            InputProblem: A report is not in this workspace.
            Stopped: ``should_stop`` said so; what was read of each report so far is kept.
        """
        return self._gathered.series(reports, report_progress, should_stop)

    def export_series(
        self, path: Path | str, series: Sequence[IndicatorSeries], language: str = "zh"
    ) -> None:
        """Write indicators as a table, csv or xlsx, in the format of the path's ending.

        Raises:
            ExportProblem: Unknown ending, or the file cannot be written.
        """
        from tracker.export.series_file import write_series  # noqa: PLC0415

        pairs = (cell.pair for one in series for cell in one.cells if cell.pair is not None)
        sides = (value for pair in pairs for value in (pair.promised, pair.reported))
        ids = {value.report_id for value in sides if value is not None}
        reports = {one: self._findings.report(one) for one in ids}
        write_series(Path(path), series, reports, language)

    def write_rows(
        self, path: Path | str, heads: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> None:
        """Write a table as xlsx, csv, md or json, by the path's ending.

        Raises:
            ExportProblem: Unknown ending, or the file cannot be written.
        """
        from tracker.export.table_file import write_table  # noqa: PLC0415

        write_table(Path(path), [dict(zip(heads, row, strict=True)) for row in rows])

    def write_file(self, path: Path | str, content: bytes) -> None:
        """Write a file whole or not at all: a picture of what was found.

        Raises:
            ExportProblem: The file cannot be written.
        """
        from tracker.export.files import check_target, replace_file  # noqa: PLC0415

        check_target(Path(path))
        replace_file(Path(path), content)

    def chains(self) -> tuple[Chain, ...]:
        """Return each promise of every region with reports of two years, followed through them.

        A person's mark takes the place of the program's verdict. Reports without region or year,
        and such as are no reports, are left out.
        """
        regions: dict[str, list[ReportEntry]] = {}
        for entry in self._library.entries():
            region = entry.region_code or entry.region_name
            if region and entry.year is not None and entry.kind is not ReportKind.OTHER:
                regions.setdefault(region, []).append(entry)
        return tuple(
            chain
            for entries in regions.values()
            if len({entry.year for entry in entries}) > 1
            for chain in self._chains([entry.id for entry in entries])
        )

    def chains_of(self, report_id: ReportId) -> tuple[Chain, ...]:
        """Return each promise of the region of a report, followed through its years."""
        entry = self._library.entry(report_id)
        region = entry.region_code or entry.region_name
        ids = [
            one.id
            for one in self._library.entries()
            if region
            and region == (one.region_code or one.region_name)
            and one.year is not None
            and one.kind is not ReportKind.OTHER
        ]
        return tuple(self._chains(ids)) if ids else ()

    def cascade(self, upper: ReportId, lower: ReportId) -> Cascade:
        """Return what of an upper level's plan stands in a lower one's, as people set them right.

        Raises:
            InputProblem: A report is not in this workspace, one region does not lie within the
                other, or the years differ.
        """
        both = (upper, lower)
        above, below = map(self._findings.report, both)
        promises = [tuple(self._findings.commitments(one)) for one in both]
        return self._analysis.cascade(above, below, promises)

    def topics(
        self,
        reports: Sequence[ReportId],
        part: AlignmentPart = AlignmentPart.PLAN,
        *,
        report_progress: Callable[[int, int, str], None] = _silent,
        should_stop: Callable[[], bool] = _go_on,
    ) -> TopicHistory:
        """Return each topic of a part through reports, in their order; links by hand hold.

        What was found of two reports is kept: a further one costs two alignments.

        Raises:
            InputProblem: A report is not in this workspace, or they are fewer than two.
            Stopped: ``should_stop`` said so; what was found of pairs so far is kept.
        """
        if len(reports) < 2:
            raise InputProblem(Message("至少要有两份报告。", "At least two reports are needed."))
        read = [self._findings.report(one) for one in reports]
        done = 0

        def aligned(earlier: Report, later: Report) -> Alignment:
            nonlocal done
            if should_stop():
                raise Stopped
            report_progress(done, 2 * len(reports) - 3, later.meta.title or later.name)
            done += 1
            return self._gathered.topic_alignment(earlier.id, later.id, part)

        one_year = len({report.meta.year for report in read}) == 1
        return self._analysis.history(read, part, aligned, one_year=one_year)

    def topic_changes(
        self, earlier: ReportId, later: ReportId, part: AlignmentPart, couple: tuple[int, int]
    ) -> ReportDiff:
        """Return what changed between two sections of one topic, with what stands under them."""
        return self._gathered.topic_changes(earlier, later, part, couple)

    def _pairs(self, ids: Sequence[ReportId]) -> tuple[YearPair, ...]:
        """Return the indicators of reports by year, promised beside reported."""
        readings = [
            ReadReport(
                self._findings.report(one),
                tuple(self._findings.commitments(one)),
                tuple(self._findings.outcomes(one)),
            )
            for one in ids
        ]
        return self._analysis.pairs(readings)

    def _chains(self, ids: Sequence[ReportId]) -> tuple[Chain, ...]:
        names = tuple(kept.pair for kept in self._deciding.names(ids[0]))
        decided = (decisions_on(self._database, self._findings, one) for one in ids)
        matches = tuple(word for found in decided for word in match_words(found, tuple(ids)))
        marks: dict[CommitmentId, Verdict] = {
            key: mark.verdict
            for one in ids
            for key, mark in self._marking.marks(one).items()
            if mark.verdict is not None
        }
        return self._analysis.chains(
            [self._findings.report(one) for one in ids],
            TrackingWords(names, matches),
            marks,
            [self._findings.commitments(one) for one in ids],
        )
