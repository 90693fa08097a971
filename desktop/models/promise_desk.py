"""What is done with promises of many reports: reading them, marking several, keeping filters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import promise_rows
from desktop.jobs.job import Job, Lane
from desktop.models import row_words
from desktop.notice import Notice, Tone
from desktop.session import READING, SAVING, Session, without_context
from tracker.message import Message
from tracker.model.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.jobs.promise_rows import Slice
    from desktop.models.row_words import RowTexts
    from tracker.errors import TrackerError
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Mark
    from tracker.model.tracking import Verdict


_TOGETHER = 400
"""Reports whose words are read at once to be looked through: a fifth of a second."""


class Scope(Enum):
    """Whose promises stand in the table."""

    REPORT = "report"
    REGION = "region"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class ShownPromises:
    """What a table shows, to be handed on.

    Attributes:
        reports: The reports they are of, in their order.
        ids: The promises that pass the filter, in the order of the table.
    """

    reports: tuple[ReportId, ...]
    ids: tuple[CommitmentId, ...]


class PromiseDesk(QObject):
    """Reads the promises of many reports slice by slice; nothing of it holds the window up.

    Signals:
        grown(tuple[RowBlock, ...]): More reports were read.
        reading(int, int): So many of so many reports are there; 0 of 0 when none is to come.
        judging(int, int): The others were not judged yet, and are now.
        paused(int, int): They are no more, since the person said so.
        lines_read(Mapping[ReportId, PromiseLines]): What rows say.
        texts_read(Mapping[ReportId, RowTexts]): All words of the promises of some reports.
        renewed(tuple[RowBlock, ...]): Reports were read once more: their promises were set right.
        marks_read(Mapping[ReportId, Mapping[CommitmentId, Mark]]): Marks of some reports.
        filters_read(Mapping[str, str]): The filters that have a name.
    """

    grown = Signal(object)
    reading = Signal(int, int)
    judging = Signal(int, int)
    paused = Signal(int, int)
    renewed = Signal(object)
    lines_read = Signal(object)
    texts_read = Signal(object)
    marks_read = Signal(object)
    filters_read = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: tuple[ReportId, ...] = ()
        self._unjudged: tuple[ReportId, ...] = ()
        self._known: promise_rows.Known | None = None
        self._texts: dict[ReportId, str] = {}
        self._n_wanted = 0
        self._held = False
        self._request = 0
        self._set_right: set[ReportId] = set()

    # Reading

    def reports_of(self, scope: Scope, report: ReportId | None) -> tuple[ReportId, ...]:
        """Return the reports of a scope, region by region and year by year.

        Args:
            scope: How far to look.
            report: The report whose region is meant.
        """
        entries = self._session.entries
        own = next((one for one in entries if one.id == report), None)
        if scope is Scope.REPORT:
            return (own.id,) if own else ()
        if scope is Scope.REGION:
            entries = tuple(
                one
                for one in entries
                if own is not None
                and (one.region_code, one.region_name) == (own.region_code, own.region_name)
            )
        ordered = sorted(entries, key=lambda e: (e.region_code or "~", e.region_name, e.year or 0))
        return tuple(one.id for one in ordered)

    def read(self, reports: Iterable[ReportId]) -> None:
        """Read the promises of these reports; what was being read before is left."""
        self.stop()
        self._waiting = tuple(reports)
        self._n_wanted = len(self._waiting)
        self._go_on()

    def stop(self) -> None:
        """Read and judge no further."""
        if self._request:
            self._session.runner.cancel(self._request)
        self._request, self._waiting, self._unjudged, self._known = 0, (), (), None
        self._held = False
        if self._n_wanted:
            self._n_wanted = 0
            self.reading.emit(0, 0)

    def is_reading(self) -> bool:
        """Tell whether reports are still to come; not while a person holds them up."""
        return bool(self._waiting or self._unjudged) and not self._held

    def is_held(self) -> bool:
        """Tell whether a person holds reports up that are still to come."""
        return self._held and bool(self._waiting or self._unjudged)

    def hold(self) -> None:
        """Read and judge no further until ``go_on``."""
        if self._request:
            self._session.runner.cancel(self._request)
        self._request, self._held = 0, True
        self.paused.emit(*self._progress())

    def go_on(self) -> None:
        """Read and judge what was held up."""
        self._held = False
        self._go_on()

    def _progress(self) -> tuple[int, int]:
        left = len(self._waiting) + len(self._unjudged)
        return self._n_wanted - left, self._n_wanted

    def _go_on(self) -> None:
        """Read what is known of the reports that wait; then judge the others."""
        workspace = self._session.workspace
        if not self.is_reading() or workspace is None:
            self.stop()
            return
        (self.reading if self._waiting else self.judging).emit(*self._progress())
        reader, lane = self._session.second.reader, Lane.ANALYSIS
        if self._waiting:
            work = partial(promise_rows.read_slice, workspace, self._waiting, reader, self._known)
        elif len(self._unjudged) < promise_rows.MANY or reader:
            work = partial(promise_rows.judge_slice, workspace, self._unjudged, reader)
        else:
            work = partial(promise_rows.judge_many, workspace, self._unjudged)
            lane = Lane.INTAKE  # promises that are clicked meanwhile do not wait
        job = Job("", READING, work, lane, quiet=True)
        self._request = self._session.runner.submit(job, self._on_slice, self._on_failed)

    def _on_slice(self, found: Slice) -> None:
        self._request = 0
        if self._waiting:
            self._waiting, self._known = self._waiting[found.n_read :], found.known
            self._unjudged += found.unjudged
        else:
            self._unjudged = self._unjudged[found.n_read :]
        if found.blocks:
            self.grown.emit(found.blocks)
        self._go_on()

    def _on_failed(self, _: TrackerError) -> None:
        self._request = 0
        self.stop()

    # Words

    def read_lines(self, wanted: Mapping[ReportId, str]) -> None:
        """Read what rows say that are looked at; the answer is ``lines_read``."""
        workspace = self._session.workspace
        if workspace is not None:
            reader = self._session.second.reader
            work = without_context(partial(promise_rows.read_lines, workspace, wanted, reader))
            job = Job("", READING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, self.lines_read.emit, self._no_lines)

    def _no_lines(self, _: TrackerError) -> None:
        self.lines_read.emit({})

    def read_texts(self, wanted: Mapping[ReportId, str]) -> None:
        """Read all words of reports; the answers are ``texts_read``."""
        is_under_way = bool(self._texts)
        self._texts.update(wanted)
        if not is_under_way:
            self._read_texts()

    def _read_texts(self) -> None:
        workspace = self._session.workspace
        if workspace is None or not self._texts:
            self._texts.clear()
            return
        some = dict(list(self._texts.items())[:_TOGETHER])
        reader = self._session.second.reader
        work = without_context(partial(row_words.read_texts, workspace, some, reader))
        job = Job("", READING, work, Lane.SEARCH, quiet=True)
        done = partial(self._on_texts, tuple(some))
        self._session.runner.submit(job, done, lambda _: self._texts.clear())

    def _on_texts(self, asked: tuple[ReportId, ...], found: Mapping[ReportId, RowTexts]) -> None:
        for one in asked:
            self._texts.pop(one, None)
        self.texts_read.emit(found)
        self._read_texts()

    def read_anew(self, reports: Iterable[ReportId]) -> None:
        """Read reports once more whose promises people set right; the answer is ``renewed``."""
        wanted, workspace = tuple(reports), self._session.workspace
        self._set_right.update(wanted)
        if wanted and workspace is not None:
            reader = self._session.second.reader
            work = partial(promise_rows.read_again, workspace, wanted, reader)
            self._session.runner.submit(Job("", READING, work, quiet=True), self.renewed.emit)

    def set_right(self) -> tuple[ReportId, ...]:
        """Return the reports that were read once more: undo may give them other promises."""
        return tuple(sorted(self._set_right))

    # Marks

    def mark_all(self, commitments: tuple[CommitmentId, ...], verdict: Verdict | None) -> None:
        """Give many promises one verdict, or take it from them, as one action."""
        workspace = self._session.workspace
        if workspace is None or not commitments:
            return
        work = partial(
            promise_rows.mark_all, workspace, commitments, verdict, self._session.second.reader
        )
        says = word(verdict) if verdict else None
        done = without_context(work)
        job = Job("", SAVING, done, Lane.STORE, about=commitments, says=says)
        self._session.runner.submit(job, self._on_marked)

    def _on_marked(self, reports: tuple[ReportId, ...]) -> None:
        self.ask_marks(reports)
        self._session.refresh()

    def ask_marks(self, reports: tuple[ReportId, ...]) -> None:
        """Ask anew what people say of the promises of some reports."""
        workspace = self._session.workspace
        if workspace is not None and reports:
            reader = self._session.second.reader
            work = without_context(partial(promise_rows.marks_of, workspace, reports, reader))
            job = Job("marks of many", READING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._on_marks, reader))

    def _on_marks(self, reader: str, found: Mapping[ReportId, Mapping[CommitmentId, Mark]]) -> None:
        if reader == self._session.second.reader:  # else they are not to be seen any more
            self.marks_read.emit(found)

    # Filters with a name

    def ask_filters(self) -> None:
        """Ask which filters have a name."""
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(promise_rows.kept_filters, workspace))
            job = Job("filters", READING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, self._on_filters)

    def keep_filter(self, name: str, says: str) -> None:
        """Keep a filter under a name, or forget the one of that name where it says nothing."""
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(promise_rows.keep_filter, workspace, name, says))
            job = Job("filters", SAVING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._on_kept, name, bool(says)))

    def _on_kept(self, name: str, kept: bool, found: Mapping[str, str]) -> None:  # noqa: FBT001
        zh, en = (
            ("已保存筛选方案", "Filter saved") if kept else ("已删除筛选方案", "Filter deleted")
        )
        told = Message(f"{zh}：{name}", f"{en}: {name}")
        self._session.noticed.emit(Notice(Tone.DONE, told, passing=True))
        self.filters_read.emit(found)
        self._session.refresh()

    def _on_filters(self, found: Mapping[str, str]) -> None:
        self.filters_read.emit(found)
