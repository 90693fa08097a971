"""What a person does to promises: added from the text, set right, split, merged, rejected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from desktop.jobs import deciding, promising
from desktop.jobs.job import Job, Lane
from desktop.models.words import report_name, say
from desktop.notice import Notice, Tone
from desktop.session import READING, SAVING, Session, without_context
from desktop.widgets.key_binding import bind_keys
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from desktop.jobs.deciding import Offer
    from desktop.jobs.promising import Said
    from desktop.views.commitments_view import CommitmentsView
    from desktop.views.passages import Meant, Passages
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Anchor
    from tracker.model.promise_word import PromiseEdit, PromiseWord
    from tracker.model.said_event import SaidKey

_TOLD = 24
"""Characters of a passage that a notice repeats."""


class Correcting(QObject):
    """People's words on the promises of the open workspace.

    Args:
        session: The open workspace and the promises that are looked at.
        passages: What the reader means in the texts.

    Signals:
        words_read(ReportId, tuple[PromiseWord, ...]): What was said of the promises of a report.
    """

    words_read = Signal(str, object)

    def __init__(self, session: Session, passages: Passages) -> None:
        super().__init__(passages)
        self._session = session
        self._passages = passages
        self._view: CommitmentsView | None = None
        self.actions: dict[str, QAction] = {}
        self.words: tuple[PromiseWord, ...] = ()
        session.tracked.connect(self.ask_words)

    def serve(self, view: CommitmentsView) -> None:
        """Take over the promises, once their view is made."""
        self._view = view
        for name, key, slot in (
            ("edit", "F2", self.edit),
            ("split", "S", view.detail.open_split),
            ("merge", "J", self.merge),
            ("reject", "Del", self.reject),
            ("why", "W", view.detail.open_why),
        ):
            action = QAction(view)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            view.splitter.addAction(action)
            self.actions[name] = action
        bind_keys(view.splitter, (("?", view.detail.marks.show_codebook),))
        view.more = tuple(self.actions.values())
        view.detail.tools.set_actions(view.more[:-1])
        view.detail.explained.connect(self.explain)
        view.detail.why.left.connect(view.table.setFocus)
        view.detail.edited.connect(self._on_edited)
        view.detail.split.connect(self._on_split)
        for form in (view.detail.form, view.detail.split_form):
            form.left.connect(view.table.setFocus)
        view.table.selectionModel().selectionChanged.connect(self._check)
        view.desk.renewed.connect(view.take_anew)
        self._session.undone.connect(self._on_undone)
        self._session.opened.connect(lambda _: self.retranslate())
        view.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the actions in the language of the interface."""
        for name, words, tip in (
            ("edit", self.tr("Set right…"), self.tr("Object, kind, year, time limit, department")),
            ("split", self.tr("Split…"), self.tr("Cut the promise into several")),
            ("merge", self.tr("Merge"), self.tr("Make one promise of the selected rows")),
            ("reject", self.tr("No promise"), self.tr("What is selected is no promise")),
            ("why", self.tr("Why…"), self.tr("The reason of what was said last, for the history")),
        ):
            action = self.actions[name]
            action.setText(words)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tip} ({key})")
            if self._session.read_only:
                action.setToolTip(self.tr("This workspace can only be read"))
        self._check()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the language of the view."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    # What is selected

    def _chosen(self) -> list[int]:
        """Return the selected rows, from the top."""
        return self._view.table.selected_rows() if self._view is not None else []

    def _ids(self) -> tuple[CommitmentId, ...]:
        return self._view.proxy.ids(self._chosen()) if self._view is not None else ()

    def _reports(self) -> tuple[ReportId, ...]:
        """Return the reports that the selected promises are of."""
        return self._view.model.ledger.reports_of(self._chosen()) if self._view else ()

    def _check(self) -> None:
        n = 0 if self._session.read_only else len(self._chosen())
        for name, enabled in (
            ("edit", n > 0),
            ("split", n == 1),
            ("merge", n > 1),
            ("reject", n > 0),
            ("why", n > 0),
        ):
            self.actions[name].setEnabled(enabled)

    def _neighbour(self) -> CommitmentId | None:
        """Return the promise below what is selected, else the one above."""
        if self._view is None:
            return None
        gone, order = set(self._ids()), self._view.proxy
        at = self._view.table.currentIndex().row()
        lines = [*range(at + 1, order.rowCount()), *range(at - 1, -1, -1)]
        rows = (order.lines.row_at(line) for line in lines)
        ids = (self._view.model.ledger.id_at(row) for row in rows if row >= 0)
        return next((one for one in ids if one not in gone), None)

    def _report(self) -> ReportId | None:
        tracked = self._session.tracking
        return tracked.earlier.id if tracked is not None else None

    # In the table

    def edit(self) -> None:
        """Open the form for the selected promises."""
        if self._view is not None:
            self._view.detail.open_form(len(self._chosen()))

    def _on_edited(self, said: PromiseEdit, why: str) -> None:
        if ids := self._ids():
            told = (
                Message(f"已修改 {len(ids)} 项承诺", f"{len(ids)} promises were set right")
                if len(ids) > 1
                else Message("已修改这项承诺", "The promise was set right")
            )
            self._submit(promising.edit, self._reports(), ids, said, why, told=told)

    def _on_split(self, pieces: tuple[Anchor, ...], why: str) -> None:
        ids = self._ids()
        if len(ids) == 1:
            told = Message(f"已拆成 {len(pieces)} 项承诺", f"Split into {len(pieces)} promises")
            self._submit(promising.split, self._reports(), ids[0], pieces, why, told=told)

    def merge(self) -> None:
        """Make one promise of the selected ones."""
        ids = self._ids()
        if len(ids) > 1:
            told = Message(f"已合并 {len(ids)} 项承诺", f"Merged {len(ids)} promises")
            self._submit(promising.merge, self._reports(), ids, told=told)

    def reject(self) -> None:
        """Say that the selected ones are no promises."""
        if ids := self._ids():
            told = Message(
                f"已剔除 {len(ids)} 项，不再算作承诺", f"{len(ids)} taken out: no promises"
            )
            self._submit(promising.reject, self._reports(), ids, self._neighbour(), told=told)

    # In the texts

    def add(self) -> None:
        """Take what is selected in a report for a promise."""
        meant = self._selected()
        if meant is None:
            self._tell(
                Message("请先在报告中选中承诺的文字。", "Select the words of the promise first."),
                Tone.WARNING,
            )
            return
        words = meant.report.quote(meant.span).replace("\n", "")[:_TOLD]
        name = report_name(meant.report)
        told = Message(
            f"已添加到{name}的承诺：{words}", f"Added to the promises of {name}: {words}"
        )
        self._submit(promising.add, meant.anchor, told=told)

    def add_evidence(self) -> None:
        """Take what is selected in a report for evidence of the promise that is looked at."""
        meant, tracked = self._selected(), self._session.tracking
        read = map(self._view.model.tracking, self._chosen()) if self._view is not None else ()
        promise = next((one for one in read if one is not None), None)
        if self._session.second.reader:
            self._tell(deciding.NOT_BLIND, Tone.WARNING)
        elif promise is None or tracked is None:
            self._tell(
                Message("请先在承诺表中选一项承诺。", "Choose a promise in the table first."),
                Tone.WARNING,
            )
        elif meant is None:
            self._tell(
                Message("请先选中作为依据的文字。", "Select the words of the evidence first."),
                Tone.WARNING,
            )
        elif tracked.report(meant.report.id) in (None, tracked.earlier):
            self._tell(
                Message(
                    "依据要选自对照的后续报告。",
                    "Evidence stands in a later report that the promise is judged by.",
                ),
                Tone.WARNING,
            )
        else:
            name = promise.commitment.statement.object.replace("\n", "")[:_TOLD]
            told = Message(f"已作为依据：{name}", f"Evidence for: {name}")
            work = partial(
                deciding.decide,
                self._session.workspace,  # type: ignore[arg-type]  # tracked: one is open
                promise.commitment.id,
                meant.anchor,
                answers=True,
            )
            job = Job("", SAVING, without_context(work), Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._on_evidence, told))

    def _selected(self) -> Meant | None:
        meant = self._passages.meant()
        return meant if meant is not None and meant.is_selected else None

    # What is written down

    def take_back(self, report: ReportId, word: PromiseWord) -> None:
        """Forget a word on a promise."""
        told = Message("已收回对承诺的改动", "A word on a promise was taken back")
        self._submit(promising.take_back, report, word.id, told=told)

    def explain(self, keys: tuple[SaidKey, ...], why: str) -> None:
        """Say why something was said."""
        workspace = self._session.workspace
        if workspace is not None and keys:
            work = without_context(partial(promising.explain, workspace, keys, why))
            told = Message("已记下理由", "The reason is written down")
            job = Job("", SAVING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, lambda _: self._judge_anew(told))

    def _submit(self, action: Callable[..., Said], *what: object, told: Message) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(action, workspace, *what))
            job = Job("", SAVING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._on_said, told))

    def _on_said(self, told: Message, said: Said) -> None:
        zh, en = ("；按 W 可写明理由", "; W says why") if said.keys and not said.why else ("", "")
        self._tell(Message(told.zh + zh, told.en + en))
        tracked = self._session.tracking
        looked_at = tracked is not None and tracked.earlier.id in said.reports
        if self._view is not None:
            if said.shown is not None and (looked_at or self._view.place_of(said.shown).isValid()):
                self._view.kept = said.shown
            if said.keys and self._view.kept is not None:
                # Behind the first frame.
                from datetime import UTC, datetime  # noqa: PLC0415

                from desktop.models.promise_history import JustSaid  # noqa: PLC0415

                just_said = JustSaid(said.keys, say(told), datetime.now(UTC))
                self._view.detail.take_just_said(self._view.kept, just_said)
        self.show_anew(said.reports)

    def show_anew(self, reports: Collection[ReportId]) -> None:
        """Show the promises of some reports as people want them now."""
        self._session.corrected.emit()
        self._read_anew(reports)
        tracked = self._session.tracking
        if tracked is not None and tracked.earlier.id in reports:
            self._session.track(tracked.earlier.id, tuple(one.id for one in tracked.laters))
        else:
            self._session.refresh()

    def _read_anew(self, reports: Iterable[ReportId]) -> None:
        """Read reports of a table of many once more; a single one is judged anew anyway."""
        known = self._view.model.ledger.reports if self._view is not None else {}
        if self._view is not None and len(known) > 1:
            self._view.desk.read_anew(one for one in reports if one in known)

    def _on_undone(self, _: object) -> None:
        """Undo may have given promises back to any report that was set right."""
        if self._view is not None:
            self._view.detail.forget_just_said()
            self._read_anew(self._view.desk.set_right())

    def _on_evidence(self, told: Message, _: Offer) -> None:
        self._judge_anew(told)

    def _judge_anew(self, told: Message) -> None:
        self._tell(told)
        tracked = self._session.tracking
        if tracked is not None:
            self._session.track(tracked.earlier.id, tuple(one.id for one in tracked.laters))

    def ask_words(self) -> None:
        """Ask what was said of the promises that are looked at; the answer is ``words_read``."""
        workspace, report = self._session.workspace, self._report()
        if workspace is not None and report is not None:
            work = without_context(partial(promising.words, workspace, report))
            job = Job("promise words", READING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._take, report))

    def _take(self, report: ReportId, words: tuple[PromiseWord, ...]) -> None:
        self.words = words
        self.words_read.emit(report, words)

    def _tell(self, told: Message, tone: Tone = Tone.DONE) -> None:
        self._session.noticed.emit(Notice(tone, told, passing=True))
