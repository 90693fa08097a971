"""Which reports of a workspace may hold what is looked for, without reading them."""

from collections.abc import Callable
from contextlib import suppress

from tracker.errors import StoreProblem
from tracker.model.library import ReportEntry
from tracker.model.search import Query
from tracker.store import shelf, summaries, word_index
from tracker.store.database import Database
from tracker.workspace.findings import Findings

_TOGETHER = 50
"""Reports that are put into the index in one transaction."""


class WordIndex:
    """The index of the words of a workspace.

    Args:
        database: The workspace file.
        findings: The texts.
        version: Version of the stages that read them.
    """

    def __init__(self, database: Database, findings: Findings, version: Callable[[], str]) -> None:
        self._database = database
        self._findings = findings
        self._version = version

    def entries(
        self,
        query: Query,
        report_progress: Callable[[int, int, str], None],
        should_stop: Callable[[], bool],
    ) -> tuple[ReportEntry, ...]:
        """Return the lines of the reports that may hold what is looked for.

        Texts that the index does not know yet are put into it first; when that is stopped, or
        cannot be written, they are among those that may.
        """
        wanted = () if query.regex else _wanted(query)
        if any(wanted):
            self._catch_up(report_progress, should_stop)
        with self._database.read() as connection:
            found = word_index.holding(connection, wanted)
            if found is None:
                return shelf.entries(connection)
            unknown = word_index.without_pairs(connection, self._version())
            return shelf.entries_of(connection, frozenset((*found, *unknown)))

    def _catch_up(
        self,
        report_progress: Callable[[int, int, str], None],
        should_stop: Callable[[], bool],
    ) -> None:
        version = self._version()
        with self._database.read() as connection:
            missing = word_index.without_pairs(connection, version)
        if not missing:
            return
        from tracker.text.pairs import pairs_in  # noqa: PLC0415

        with suppress(StoreProblem):
            with self._database.write() as connection:
                word_index.clear_outdated(connection, version)
            for start in range(0, len(missing), _TOGETHER):
                rows = []
                for at, report_id in enumerate(missing[start : start + _TOGETHER], start):
                    if should_stop():
                        return
                    report_progress(at, len(missing), "")
                    report = self._findings.report(report_id)
                    pairs = pairs_in(report.canonical.text)
                    rows.append((report_id, summaries.text_hash(report), version, pairs))
                with self._database.write() as connection:
                    for row in rows:
                        word_index.put_pairs(connection, *row)


def _wanted(query: Query) -> tuple[tuple[str, ...], ...]:
    """Return what the index is asked for each word of a query."""
    from tracker.text.pairs import wanted_pairs  # noqa: PLC0415 - loaded with the first search
    from tracker.text.search import terms  # noqa: PLC0415

    return tuple(wanted_pairs(term) for term in terms(query.text))
