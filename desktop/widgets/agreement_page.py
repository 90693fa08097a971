"""Two readings of a report: how far they agree, and every difference to a settled verdict."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.models.codebook import MARKABLE
from desktop.models.differences import Differences, settled_note
from desktop.models.words import name_of, report_name, say
from desktop.widgets.agreement_figures import AgreementFigures
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.evidence_card import ParagraphText, paragraph_of
from desktop.widgets.key_binding import bind_keys
from desktop.widgets.mark_bar import MarkBar
from desktop.widgets.quiet_box import QuietBox
from desktop.widgets.said_card import SaidCard

if TYPE_CHECKING:
    from desktop.jobs.readers import Difference, Readings
    from tracker.model.tracking import Verdict


_WIDEST = 1040
"""Pixels: a paragraph in lines that the eye finds back from, two cards beside each other."""


class SettleBar(MarkBar):
    """Six verdicts and a line for the reason, on what two readers differ."""

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        super().retranslate()
        self.note.setPlaceholderText(self.tr("Why (M)"))
        self.note.setAccessibleName(self.tr("Why this was settled on"))
        self.next_button.setText(self.tr("Next difference"))
        self.next_button.setToolTip(self.tr("Next difference that is not settled (N)"))


class AgreementPage(QWidget):
    """Figures at the left, the walk through the differences at the right.

    Signals:
        settled(CommitmentId, Verdict, str): Both settled on a verdict; the note of it.
        reader_chosen(str): The reading of another second reader is wanted.
        promise_wanted(ReportId, CommitmentId): The promise with all its evidence.
        mark_as_wanted(): A second reading shall be begun.
        import_wanted(): A colleague's marks shall be brought in.
    """

    settled = Signal(str, object, str)
    reader_chosen = Signal(str)
    promise_wanted = Signal(str, str)
    mark_as_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readings: Readings | None = None
        self.walk = Differences()
        self.title, self.place = QLabel(self), QLabel(self)
        self.reader_label, self.reader_box = QLabel(self), QuietBox(self)
        self.figures = AgreementFigures(self)
        self.previous, self.next = QPushButton(self), QPushButton(self)
        self.promise, self.machine = self._label(""), self._label("muted")
        self.paragraph = ParagraphText(self)
        self.first, self.second = SaidCard(self), SaidCard(self)
        self.bar = SettleBar(self)
        self.bar.setObjectName("footer")
        self.none_yet, self.all_equal = EmptyState("promises", self), EmptyState("done", self)
        self._build()
        self._wire()
        self.retranslate()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _build(self) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        self.promise.setFont(font)
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 16, 10)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.reader_label)
        head.addWidget(self.reader_box)
        self.reader_box.setMinimumWidth(160)
        edge = QFrame(self)
        edge.setObjectName("edge")
        edge.setFixedWidth(1)
        self._right = QStackedLayout()
        self._right.addWidget(self._make_walk())
        self._right.addWidget(self.all_equal)
        both = QWidget(self)
        sides = QHBoxLayout(both)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.figures)
        sides.addWidget(edge)
        sides.addLayout(self._right, 1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.none_yet)
        self._pages.addWidget(both)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._pages, 1)

    def _make_walk(self) -> QWidget:
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addWidget(self.place, 1)
        steps.addWidget(self.previous)
        steps.addWidget(self.next)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self.first, 1)
        cards.addWidget(self.second, 1)
        body, inner = QWidget(self), QWidget(self)
        body.setObjectName("detailBody")
        room = QHBoxLayout(body)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(inner, 1)
        room.addStretch(0)
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(12)
        column.addLayout(steps)
        for widget in (self.promise, self.paragraph):
            column.addWidget(widget)
        column.addLayout(cards)
        column.addWidget(self.machine)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setWidget(body)
        area.viewport().setObjectName("detailBody")
        self.area = area
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(self.bar)
        return whole

    def _wire(self) -> None:
        self.reader_box.activated.connect(
            lambda at: self.reader_chosen.emit(self.reader_box.itemText(at))
        )
        self.previous.clicked.connect(partial(self.step, -1))
        self.next.clicked.connect(partial(self.step, 1))
        self.bar.marked.connect(self.settle)
        self.bar.noted.connect(self._on_note)
        self.bar.next_wanted.connect(self.step_open)
        self.bar.note.returnPressed.connect(self.area.setFocus)
        self.none_yet.acted.connect(self.mark_as_wanted)
        self.none_yet.other_acted.connect(self.import_wanted)
        bind_keys(self, ((str(n), partial(self.settle, v)) for n, v in enumerate(MARKABLE, 1)))
        steps = (("N", self.step_open), ("P", partial(self.step, -1)))
        bind_keys(self, (*steps, ("M", self._write_note)))
        bind_keys(self.area, (("Return", self._open), ("Enter", self._open)))

    def _write_note(self) -> None:
        """Let the reason be written in the place of the one that is offered."""
        self.bar.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What is shown

    def show_readings(self, found: Readings, *, after: bool = False) -> None:
        """Show two readings of a report; ``after`` a settlement the next open one is looked at."""
        self._readings = found
        self.walk.take(found.differences)
        if after:
            self.walk.step_open()
        self.reader_box.clear()
        self.reader_box.addItems(list(found.readers))
        if found.agreement is not None:
            self.reader_box.setCurrentText(found.agreement.reader)
        self._say()

    def _say(self) -> None:
        found = self._readings
        if found is None:
            return
        self.title.setText(
            self.tr("Agreement of two readers") + "  ·  " + report_name(found.report)
        )
        there = found.agreement is not None
        for widget in (self.reader_label, self.reader_box):
            widget.setVisible(there)
        self._pages.setCurrentIndex(1 if there else 0)
        self.figures.set_agreement(found.agreement, "、".join(found.first))
        self._right.setCurrentIndex(0 if len(self.walk) else 1)
        self._say_difference()

    def _say_difference(self) -> None:
        one, found = self.walk.current, self._readings
        if one is None or found is None or found.agreement is None:
            return
        told = self.tr("Difference {0} of {1}").format(self.walk.at + 1, len(self.walk))
        settled = self.tr("{0} settled").format(self.walk.settled)
        self.place.setText(f"{told}  ·  {settled}")
        statement = one.tracking.commitment.statement
        self.promise.setText(statement.object.replace("\n", ""))
        self.paragraph.set_context(paragraph_of(found.report, statement.span))
        self.first.show_mark(self.tr("First reading"), one.first, one.said.said_first)
        name = self.tr("Second reading by {0}").format(found.agreement.reader)
        self.second.show_mark(name, one.said.second, one.said.second.verdict)
        self.machine.setText(self._machine(one))
        self.bar.set_mark(one.said.first if one.said.settled is not None else None)

    def _machine(self, one: Difference) -> str:
        verdict = name_of(one.tracking.verdict)
        return self.tr("By machine: {0}. {1}").format(verdict, say(one.tracking.reason))

    def enter(self) -> None:
        """Put the keyboard where the keys of the walk hold."""
        if self._readings is not None and self._readings.agreement is None:
            self.none_yet.button.setFocus()
        else:
            self.area.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return (self.reader_box, self.area, self.bar.note)

    # The walk

    def step(self, by: int) -> None:
        """Go to the next difference, or the one before."""
        self.walk.step(by)
        self._look()

    def step_open(self) -> None:
        """Go to the next difference that is not settled; round them all where none is."""
        if not self.walk.step_open():
            self.walk.step(1)
        self._look()

    def _look(self) -> None:
        self.bar.note.setModified(False)  # a reason belongs to the difference it was written on
        self._say_difference()
        self.area.verticalScrollBar().setValue(0)

    def settle(self, verdict: Verdict | None) -> None:
        """Settle on a verdict; what is settled is taken back by undo."""
        one = self.walk.current
        if one is None or verdict is None:
            self._say_difference()  # the button stays pressed
            return
        note = settled_note(self.bar.note.text())
        self.bar.note.setModified(False)
        self.settled.emit(one.said.commitment_id, verdict, note)

    def _on_note(self, note: str) -> None:
        """Keep a reason that is written after the verdict; before, it waits for the verdict."""
        one = self.walk.current
        if one is not None and one.said.settled is not None:
            self.settled.emit(one.said.commitment_id, one.said.settled, settled_note(note))

    def _open(self) -> None:
        one, found = self.walk.current, self._readings
        if one is not None and found is not None:
            self.promise_wanted.emit(found.report.id, one.said.commitment_id)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.reader_label.setText(self.tr("Second reader"))
        self.reader_box.setAccessibleName(self.tr("Second reader"))
        self.area.setAccessibleName(self.tr("Differences between two readers"))
        self.previous.setText(self.tr("Previous"))
        self.previous.setToolTip(self.tr("The difference before (P)"))
        self.next.setText(self.tr("Next"))
        self.next.setToolTip(self.tr("The next difference, settled or not"))
        self.none_yet.set_words(
            self.tr("Nobody has read this report a second time"),
            self.tr(
                "Let a colleague mark it blind on this machine, or bring in a colleague's marks "
                "as a second reading. Then it is told here how far both agree."
            ),
            self.tr("Mark as…"),
            self.tr("Import marks…"),
        )
        self.all_equal.set_words(
            self.tr("No differences"),
            self.tr("Both gave the same verdict to every promise that both have marked."),
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "_pages"):
            self.retranslate()
