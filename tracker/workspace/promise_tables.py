"""The part of the door from which a table of promises is read: columns of all, words by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store import bulk
from tracker.workspace.next_documents import laters_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry
    from tracker.model.promise_rows import PromiseColumns, PromiseLines, PromiseRows, PromiseWords
    from tracker.store.database import Database
    from tracker.workspace.library import Library
    from tracker.workspace.promise_rows import RowFindings


class PromiseTables:
    """Tables of promises of a workspace; see ``Workspace``."""

    _database: Database
    _gathered: RowFindings
    _library: Library

    def promise_rows(self, report_id: ReportId, *, blind: bool = False) -> PromiseRows:
        """Return the promises of a report as rows of a table, judged now if they were not yet.

        They are judged by what follows the report; ``blind`` as for ``tracking``.

        Raises:
            InputProblem: The report is not in this workspace.
        """
        laters = laters_for(self._database, self._gathered, report_id)
        return self._gathered.promise_rows(report_id, laters, blind=blind)

    def row_names(
        self,
        report_ids: Sequence[ReportId],
        *,
        blind: bool = False,
        library: Sequence[ReportEntry] | None = None,
    ) -> Mapping[ReportId, str]:
        """Return the names under which the rows of reports are kept, as far as they are known.

        A name that nothing is kept under is that of a report that was not judged yet. ``library``
        is what ``entries`` gave, where that was asked just before.
        """
        shelved = self._library.entries() if library is None else library
        return self._gathered.row_names(report_ids, shelved, blind=blind)

    def row_columns(self, names: Iterable[str]) -> Mapping[str, PromiseColumns]:
        """Return what tables sort and filter by, of the rows that are kept under names."""
        return self._gathered.kept_columns(names)

    def row_words(self, names: Iterable[str]) -> Mapping[str, PromiseWords]:
        """Return what rows say that are kept under these names (``KeptColumns``)."""
        return self._gathered.kept_words(names)

    def row_lines(self, names: Iterable[str]) -> Mapping[str, PromiseLines]:
        """Return what the lines say that are kept under names, with the reasons."""
        return self._gathered.kept_lines(names)

    def marked_reports(self, reader: str = "") -> frozenset[ReportId]:
        """Return the reports that a reader marked anything of."""
        with self._database.read() as connection:
            return bulk.marked(connection, reader)
