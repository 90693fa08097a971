"""Search through reports that are at hand, and through those of a workspace."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tracker.model.report import Report
from tracker.model.search import EVERYWHERE, Query, ReportHits, Scope

if TYPE_CHECKING:
    from tracker.model.library import ReportEntry
    from tracker.workspace.workspace import Workspace


def _go_on() -> bool:
    """Never ask to stop."""
    return False


def _silent(done: int, total: int, doing: str) -> None:
    """Tell nobody."""


def search_reports(
    reports: Iterable[Report],
    query: Query,
    scope: Scope = EVERYWHERE,
    should_stop: Callable[[], bool] = _go_on,
) -> Iterator[ReportHits]:
    """Yield the hits of reports that have any, one report after the other.

    Raises:
        InputProblem: The query is empty, no valid regular expression, or one that takes too long;
            said before the first report is looked at, where it can be known.
    """
    from tracker.text.search import find, matcher  # noqa: PLC0415 - loaded with the first search

    if query.whole_words:
        from tracker.store.private import prepare_words  # noqa: PLC0415

        prepare_words()
    wanted = matcher(query)

    def found() -> Iterator[ReportHits]:
        for report in reports:
            if should_stop():
                return
            meta = report.meta
            if not scope.admits(meta.region.name if meta.region else "", meta.year, meta.kind):
                continue
            hits = find(report, wanted, scope, should_stop)
            if hits:
                yield ReportHits(report.id, hits)

    return found()


def search_workspace(
    workspace: "Workspace",
    query: Query,
    scope: Scope = EVERYWHERE,
    *,
    report_progress: Callable[[int, int, str], None] = _silent,
    should_stop: Callable[[], bool] = _go_on,
) -> tuple[ReportHits, ...]:
    """Return the hits of all reports of a workspace, in the order of its library.

    What was found so far is returned when ``should_stop`` says so.

    Raises:
        InputProblem: As ``search_reports``.
    """
    search_reports((), query)  # a wrong query is told before anything is read
    entries = [
        entry
        for entry in workspace.word_index.entries(query, report_progress, should_stop)
        if scope.admits(entry.region_name, entry.year, entry.kind)
    ]

    def reports(entries: list["ReportEntry"]) -> Iterator[Report]:
        for number, entry in enumerate(entries):
            report_progress(number, len(entries), entry.title or entry.name)
            yield workspace.report(entry.id)

    return tuple(search_reports(reports(entries), query, scope, should_stop))
