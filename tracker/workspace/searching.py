"""Search through reports that are at hand, and through those of a workspace."""

from collections.abc import Callable, Iterable, Iterator

from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.search import EVERYWHERE, Hit, Order, Query, ReportHits, Scope
from tracker.workspace.findings import Findings
from tracker.workspace.library_search import LibrarySearch, Searching
from tracker.workspace.word_index import WordIndex


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


class Searches:
    """The part of the door by which reports are searched; see ``Workspace``."""

    _word_index: WordIndex
    _findings: Findings

    def search(
        self,
        query: Query,
        scope: Scope = EVERYWHERE,
        order: Order = Order.RELEVANCE,
        *,
        report_progress: Callable[[int, int, str], None] = _silent,
        should_stop: Callable[[], bool] = _go_on,
    ) -> LibrarySearch:
        """Return which reports hold what is looked for, and in how many paragraphs; hits by page.

        What was found so far is returned when ``should_stop`` says so.

        Raises:
            InputProblem: As ``search_reports``.
        """
        if query.whole_words:
            from tracker.store.private import prepare_words  # noqa: PLC0415

            prepare_words()

        def read(report_id: ReportId) -> tuple[Hit, ...]:
            report = self._findings.report(report_id)
            found = search_reports((report,), query, Scope(roles=scope.roles), should_stop)
            return tuple(hit for one in found for hit in one.hits)

        searching = Searching(self._word_index, query, scope, report_progress, should_stop, read)
        return searching.run(order)


def search_workspace(
    workspace: Searches,
    query: Query,
    scope: Scope = EVERYWHERE,
    *,
    report_progress: Callable[[int, int, str], None] = _silent,
    should_stop: Callable[[], bool] = _go_on,
) -> tuple[ReportHits, ...]:
    """Return all hits of all reports of a workspace, in the order of its library.

    What was found so far is returned when ``should_stop`` says so. Who shows them one page after
    the other asks ``Workspace.search``.

    Raises:
        InputProblem: As ``search_reports``.
    """
    found = workspace.search(
        query, scope, Order.LIBRARY, report_progress=report_progress, should_stop=should_stop
    )
    hits = list[ReportHits]()
    for number, one in enumerate(found.reports):
        if should_stop():
            break
        report_progress(number, len(found.reports), "")
        hits.append(found.hits(one.report_id))
    return tuple(one for one in hits if one.hits)
