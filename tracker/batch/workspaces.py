"""The same tables from a workspace: its reports as people corrected, decided and marked them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tracker.attempt import Attempt
from tracker.batch.choosing import Choice, Head, Pair, pairs_of, regions_of
from tracker.batch.failures import Failure, Stage
from tracker.batch.outputs import places_in, unwritable
from tracker.batch.tables import (
    Lines,
    Rows,
    failed_pair,
    failed_report,
    failure_row,
    lines_of,
    of_pair,
    of_region,
    of_report,
)
from tracker.batch.writing import Summary, write_lines
from tracker.errors import StoreProblem
from tracker.export.rows import Row
from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import Metadata, Region
from tracker.model.series import ReadReport
from tracker.workspace import Workspace

_JUDGING = Message("核对承诺", "judging promises")
_TAKING = Message("整理工作区", "taking reports from the workspace")


def write_workspace(
    workspace: Workspace,
    out: Path,
    choice: Choice,
    language: str,
    form: str,
    report_progress: Callable[[Message, int, int], None],
) -> Summary:
    """Write the tables of a workspace; what it has found already is not found again.

    Whatever fails with a report or a pair is a row that says at which stage and why.

    Args:
        workspace: The workspace, open.
        out: Folder of the tables.
        choice: Which reports are wanted.
        language: Language of the sentences in the tables.
        form: Format of the tables.
        report_progress: Told how far it is.

    Raises:
        ExportProblem: The folder cannot be written to.
        StoreProblem: The workspace cannot be read any more.
    """
    from tracker.resources import findings_version  # noqa: PLC0415

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(out, error) from error
    taking = _Taking(workspace, language)
    entries = workspace.entries()
    heads = [head for head in map(taking.head, entries) if choice.admits(head.meta)]
    summary = Summary()
    summary.documents["not_wanted"] = len(entries) - len(heads)
    regions = regions_of(heads)
    pairs = [pairs_of(region, choice.pairs) for region in regions]
    workspace.judge_all(
        (taking.asked(one) for some in pairs for one in some if taking.all_read(one)),
        report_progress=lambda done, total, _: report_progress(_JUDGING, done, total),
    )

    def pieces() -> Iterator[Lines]:
        for number, (region, judged) in enumerate(zip(regions, pairs, strict=True)):
            report_progress(_TAKING, number, len(regions))
            yield from map(lines_of, taking.of_region(region, judged))
        report_progress(_TAKING, len(regions), len(regions))

    write_lines(places_in(out, form), form, pieces(), summary)
    summary.write(out, findings_version())
    return summary


class _Taking:
    """Takes rows out of a workspace."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self._workspace = workspace
        self._language = language
        self._unread: dict[ReportId, Failure] = {}

    def head(self, entry: ReportEntry) -> Head:
        """Return the head of a report; of one that cannot be read what the library knows."""
        with Attempt() as attempt:
            report = self._workspace.report(entry.id)
            return Head(entry.id, "", entry.name, report.meta, report.answers_for_itself)
        self._unread[entry.id] = self._failure(Stage.READ, attempt)
        region = None
        if entry.region_name and entry.level is not None:
            region = Region(entry.region_name, entry.level, entry.region_code)
        meta = Metadata(entry.title, region, entry.year, entry.kind, None, "", "", "")
        return Head(entry.id, "", entry.name, meta, answers_for_itself=False)

    def all_read(self, pair: Pair) -> bool:
        """Tell whether all reports of a pair could be read."""
        return self._unread_of(pair) is None

    def asked(self, pair: Pair) -> tuple[ReportId, list[ReportId]]:
        """Return a pair as the workspace is asked for it."""
        return pair.earlier.id, [later.id for later in pair.laters]

    def of_region(self, region: Sequence[Head], pairs: Sequence[Pair]) -> Iterator[Rows]:
        """Yield the rows of the reports and pairs of a region."""
        indicators, missing = self._indicators(region)
        for head in region:
            yield self._of_report(head, missing)
        for pair in pairs:
            yield self._of_pair(pair)
        yield indicators

    def _failure(self, stage: Stage, attempt: Attempt) -> Failure:
        """Return what failed.

        Raises:
            StoreProblem: Nothing can be read any more, of this report or of any other.
        """
        if isinstance(attempt.error, StoreProblem):
            self._workspace.entries()
        return Failure(stage, attempt.why)

    def _unread_of(self, pair: Pair) -> tuple[Head, Failure] | None:
        """Return the first report of a pair that could not be read."""
        for head in (pair.earlier, *pair.laters):
            if head.id in self._unread:
                return head, self._unread[head.id]
        return None

    def _reading(self, head: Head) -> ReadReport:
        workspace = self._workspace
        return ReadReport(
            workspace.report(head.id), workspace.commitments(head.id), workspace.outcomes(head.id)
        )

    def _of_report(self, head: Head, missing: Failure | None) -> Rows:
        failure = self._unread.get(head.id)
        if failure is None:
            with Attempt() as attempt:
                return self._told(head, missing)
            failure = self._failure(Stage.EXTRACT, attempt)
        return {"reports": [failed_report(head.file, failure, self._language, head)]}

    def _told(self, head: Head, missing: Failure | None) -> Rows:
        from tracker.store.summaries import text_hash  # noqa: PLC0415

        reading = self._reading(head)
        rows = of_report(reading, text_hash(reading.report), self._language)
        found: Row = {"file": head.file, "status": "read", **failure_row(missing, self._language)}
        return rows | {"reports": [rows["reports"][0] | found]}

    def _of_pair(self, pair: Pair) -> Rows:
        unread = self._unread_of(pair)
        if unread is not None:
            head, failure = unread
            failure = Failure(failure.stage, _of(head, failure.problem))
        else:
            with Attempt() as attempt:
                return self._judged(pair)
            failure = self._failure(Stage.JUDGE, attempt)
        return {"pairs": [failed_pair(pair, failure, self._language)]}

    def _judged(self, pair: Pair) -> Rows:
        from tracker import pipeline  # noqa: PLC0415

        laters = tuple(later.id for later in pair.laters)
        promises = self._workspace.handout(pair.earlier.id, laters).rows
        reports = [self._workspace.report(one) for one in (pair.earlier.id, *laters)]
        figures = pipeline.count(reports[0], reports[1:], promises)
        return of_pair(pair.id, reports, promises, figures[0], self._language)

    def _indicators(self, region: Sequence[Head]) -> tuple[Rows, Failure | None]:
        """Return the indicators of a region, or why there are none.

        A report that cannot be read, or of which nothing can be found, has a row of its own: the
        others of its region are set beside each other without it.
        """
        from tracker import pipeline  # noqa: PLC0415
        from tracker.resources import load_options  # noqa: PLC0415

        readings = []
        for head in region:
            with Attempt():
                readings.append(self._reading(head))
        with Attempt() as attempt:
            values = pipeline.indicators_of(readings, load_options())
            return of_region(values, {one.report.id: one.report for one in readings}), None
        return {}, self._failure(Stage.INDICATORS, attempt)


def _of(head: Head, problem: Message) -> Message:
    """Return why a pair fails with one of its reports."""
    return Message(f"{head.file}：{problem.zh}", f"{head.file}: {problem.en}")
