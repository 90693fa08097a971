"""The same tables from a workspace: its reports as people corrected, decided and marked them."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tracker.batch.choosing import Choice, Head, Pair, pairs_of, regions_of
from tracker.batch.outputs import places_in
from tracker.batch.tables import Lines, Rows, lines_of, of_pair, of_region, of_report
from tracker.batch.writing import Summary, write_lines
from tracker.export.rows import Row
from tracker.message import Message
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

    Args:
        workspace: The workspace, open.
        out: Folder of the tables.
        choice: Which reports are wanted.
        language: Language of the sentences in the tables.
        form: Format of the tables.
        report_progress: Told how far it is.

    Raises:
        ExportProblem: The folder cannot be written to.
    """
    from tracker.resources import findings_version  # noqa: PLC0415

    taking = _Taking(workspace, language)
    heads = [head for head in taking.heads() if choice.admits(head.meta)]
    summary = Summary()
    summary.documents["not_wanted"] = len(workspace.entries()) - len(heads)
    regions = regions_of(heads)
    pairs = [pairs_of(region, choice.pairs) for region in regions]
    workspace.judge_all(
        ((one.earlier.id, [o.id for o in one.laters]) for some in pairs for one in some),
        report_progress=lambda done, total, _: report_progress(_JUDGING, done, total),
    )

    def pieces() -> Iterator[Lines]:
        for number, (region, judged) in enumerate(zip(regions, pairs, strict=True)):
            report_progress(_TAKING, number, len(regions))
            yield from map(lines_of, map(taking.of_report, region))
            yield from map(lines_of, map(taking.of_pair, judged))
            yield lines_of(taking.of_region(region))
        report_progress(_TAKING, len(regions), len(regions))

    write_lines(places_in(out, form), form, pieces(), summary)
    summary.write(out, findings_version())
    return summary


class _Taking:
    """Takes rows out of a workspace."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self._workspace = workspace
        self._language = language

    def heads(self) -> Iterator[Head]:
        for entry in self._workspace.entries():
            report = self._workspace.report(entry.id)
            yield Head(entry.id, "", entry.name, report.meta, report.answers_for_itself)

    def _reading(self, head: Head) -> ReadReport:
        workspace = self._workspace
        return ReadReport(
            workspace.report(head.id), workspace.commitments(head.id), workspace.outcomes(head.id)
        )

    def of_report(self, head: Head) -> Rows:
        from tracker.store.summaries import text_hash  # noqa: PLC0415

        reading = self._reading(head)
        rows = of_report(reading, text_hash(reading.report), self._language)
        found: Row = {"file": head.file, "status": "read"}
        return rows | {"reports": [rows["reports"][0] | found]}

    def of_pair(self, pair: Pair) -> Rows:
        from tracker import pipeline  # noqa: PLC0415

        laters = tuple(later.id for later in pair.laters)
        promises = self._workspace.handout(pair.earlier.id, laters).rows
        reports = [self._workspace.report(one) for one in (pair.earlier.id, *laters)]
        figures = pipeline.count(reports[0], reports[1:], promises)
        return of_pair(pair.id, reports, promises, figures[0], self._language)

    def of_region(self, region: list[Head]) -> Rows:
        from tracker import pipeline  # noqa: PLC0415
        from tracker.resources import load_options  # noqa: PLC0415

        readings = [self._reading(head) for head in region]
        values = pipeline.indicators_of(readings, load_options())
        return of_region(values, {one.report.id: one.report for one in readings})
