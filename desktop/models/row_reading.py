"""Words of rows that are not here: what is looked at is asked for, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.jobs.promise_rows import RowBlock
    from desktop.models.ledger import Ledger
    from desktop.models.row_words import RowTexts, RowWords
    from tracker.model.ids import ReportId
    from tracker.model.promise_rows import PromiseLine, PromiseLines

_TOGETHER = 64
"""Reports whose lines are asked for at once."""


class RowReading(QObject):
    """Asks for what rows say, and takes it over when it comes.

    Signals:
        lines_wanted(dict[ReportId, str]): What rows of these reports say is looked at; the names
            under which it is kept.
        texts_wanted(dict[ReportId, str]): All that these reports promise is looked through.
        came(list[ReportId]): What the rows of some reports say is here.
    """

    lines_wanted = Signal(object)
    texts_wanted = Signal(object)
    came = Signal(object)

    def __init__(self, words: RowWords, ledger: Ledger, parent: QObject) -> None:
        super().__init__(parent)
        self._words, self._ledger = words, ledger
        self._wanted: dict[ReportId, str] = {}
        self._asked: set[ReportId] = set()
        self._asked_texts: set[ReportId] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    def look_at(self, ledger: Ledger) -> None:
        """Read for another table."""
        self._ledger = ledger

    def forget(self, report: ReportId) -> None:
        """Drop what is known of a report."""
        self._words.forget(report)
        self._wanted.pop(report, None)
        self._asked_texts.discard(report)

    # What is looked at

    def line(self, block: RowBlock, place: int) -> PromiseLine | None:
        """Return what a row of a report says; None where that is asked for only now."""
        lines = self._words.lines(block.report_id)
        if lines is not None:
            return lines[place]
        if block.report_id not in self._asked:
            self._wanted.pop(block.report_id, None)
            self._wanted[block.report_id] = block.kept
            if not self._asked and not self._asking.isActive():
                self._asking.start()
        return None

    def expect(self, rows: Iterable[int]) -> None:
        """Ask for what some rows say: they will be looked at soon."""
        for row in rows:
            self.line(*self._ledger.place_of(row))

    def _ask(self) -> None:
        last = list(self._wanted)[-_TOGETHER:]  # who scrolls on has passed the others by
        wanted = {one: self._wanted[one] for one in last}
        self._wanted = {}
        self._asked.update(wanted)
        if wanted:
            self.lines_wanted.emit(wanted)

    def take_lines(self, found: Mapping[ReportId, PromiseLines]) -> None:
        """Take over what rows say that were asked for."""
        self._asked.clear()
        if self._wanted:
            self._asking.start()
        known = self._ledger.reports
        came = []
        for report, lines in found.items():
            if report in known and len(lines) == known[report].columns.n:
                self._words.put_lines(report, lines)
                came.append(report)
        if came:
            self.came.emit(came)

    # What is looked through

    def ask_texts(self) -> None:
        """Ask for all words of those promises that cannot be looked through yet, if any."""
        reports, asked = self._ledger.reports, self._asked_texts
        ids = (one.report_id for one in self._ledger.blocks)
        missing = [one for one in self._words.without_texts(ids) if one not in asked]
        if missing:
            asked.update(missing)
            self.texts_wanted.emit({one: reports[one].kept for one in missing})

    def take_texts(self, found: Mapping[ReportId, RowTexts]) -> None:
        """Look through these texts, too, from now on."""
        known = self._ledger.reports
        self._words.put_texts(
            {
                one: texts
                for one, texts in found.items()
                if one in known and len(texts.starts) == known[one].columns.n
            }
        )
