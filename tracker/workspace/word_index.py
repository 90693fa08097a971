"""Which paragraphs of a workspace hold what is looked for, without reading its reports."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import StoreProblem
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.paragraph import Paragraph
from tracker.store import shelf, word_index
from tracker.store.database import Database
from tracker.store.word_index import IndexedReport
from tracker.workspace.findings import Findings
from tracker.workspace.indexing import indexed_text, merge_pieces

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from tracker.store.word_index import Numbers

    Present = NDArray[numpy.bool_]

_TOGETHER = 50
"""Reports that are put into the index in one transaction."""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the index knows of a query.

    Attributes:
        numbers: Paragraphs that hold all words, ascending; those of reports that are not in the
            library among them.
        reports: The reports of the library that are in the index, by number.
        present: Whether a number is that of one of them.
        unknown: Reports of the library that are not: they have to be read.
    """

    numbers: "Numbers"
    reports: dict[int, IndexedReport]
    present: "Present"
    unknown: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What was asked of the library while nobody changed it."""

    state: object
    reports: dict[int, IndexedReport]
    present: "Present"
    missing: tuple[ReportId, ...]


def present(numbers: Iterable[int]) -> "Present":
    """Return, for every number up to the greatest of these, whether it is one of them."""
    import numpy  # noqa: PLC0415 - loaded with the first search

    known = numpy.fromiter(numbers, dtype=numpy.int64)
    found: Present = numpy.zeros(int(known.max(initial=0)) + 1, dtype=bool)
    found[known] = True
    return found


class WordIndex:
    """The index of the words of a workspace.

    Args:
        database: The workspace file.
        findings: The texts.
    """

    def __init__(self, database: Database, findings: Findings) -> None:
        self._database = database
        self._findings = findings
        self._shelf: _Shelf | None = None

    def candidates(
        self,
        terms: Sequence[Sequence[str]],
        report_progress: Progress,
        should_stop: Callable[[], bool],
    ) -> Candidates:
        """Return the paragraphs that hold all terms, each as its pairs; all, where there are none.

        Texts that the index does not know yet are put into it first; when that is stopped, or
        cannot be written, they are told.
        """
        known, found = self._asked(terms)
        if known.missing:
            self._catch_up(report_progress, should_stop)
            known, found = self._asked(terms)
        return Candidates(found, known.reports, known.present, known.missing)

    def _asked(self, terms: Sequence[Sequence[str]]) -> tuple[_Shelf, "Numbers"]:
        """Return what the library is, and what the index finds, in one state of the file."""
        with self._database.read() as connection:
            state = word_index.state(connection)
            kept = self._shelf
            if kept is None or state is None or kept.state != state:
                reports = word_index.indexed_reports(connection)
                kept = _Shelf(state, reports, present(reports), word_index.missing(connection))
                self._shelf = kept
            return kept, word_index.matching(connection, terms)

    def texts(
        self, numbers: Sequence[int]
    ) -> tuple[dict[int, Paragraph], dict[int, tuple[str, ...]]]:
        """Return paragraphs by number, and by number of the report the headings of its sections.

        Those that are gone are left out.
        """
        with self._database.read() as connection:
            reports = {number // word_index.PLACES for number in numbers}
            return (
                word_index.paragraphs(connection, numbers),
                word_index.headings(connection, reports),
            )

    def entries(self) -> tuple[ReportEntry, ...]:
        """Return the lines of the library."""
        with self._database.read() as connection:
            return shelf.entries(connection)

    def _catch_up(self, report_progress: Progress, should_stop: Callable[[], bool]) -> None:
        with suppress(StoreProblem):
            with self._database.write() as connection:
                word_index.clear_outdated(connection)
                missing = word_index.missing(connection)
            for start in range(0, len(missing), _TOGETHER):
                rows = []
                for at, report_id in enumerate(missing[start : start + _TOGETHER], start):
                    if should_stop():
                        return
                    report_progress(at, len(missing), "")
                    rows.append((report_id, indexed_text(self._findings.report(report_id))))
                with self._database.write() as connection:
                    for row in rows:
                        word_index.put(connection, *row)
        merge_pieces(self._database, len(missing), should_stop)
