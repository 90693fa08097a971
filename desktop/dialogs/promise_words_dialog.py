"""What people said of the promises of a report: a list to look through and take back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.promise_history import act_words, edit_words
from desktop.widgets.said_table import SaidTable
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.model.promise_word import PromiseWord


_WHY = 3
"""Column of the reasons, the one that is written in."""


class PromiseWordsDialog(QDialog):
    """A list beside the window.

    Signals:
        forget_wanted(ReportId, PromiseWord): A word shall be taken back.
        explain_wanted(PromiseWord, str): A reason was written beside a word.
    """

    forget_wanted = Signal(str, object)
    explain_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = ReportId("")
        self._words: tuple[PromiseWord, ...] = ()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.table = SaidTable(5, self, wide=(1, 2, _WHY), editable=_WHY)
        standard, role = QDialogButtonBox.StandardButton, QDialogButtonBox.ButtonRole.ActionRole
        self.buttons = QDialogButtonBox(standard.Close, self)
        self.forget_button: QPushButton = self.buttons.addButton("", role)
        self.why_button: QPushButton = self.buttons.addButton("", role)
        self.why_button.clicked.connect(self.write_why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        self.forget_button.clicked.connect(self._forget)
        self.table.itemSelectionChanged.connect(self._check)
        self.table.itemChanged.connect(self._on_changed)
        self.buttons.rejected.connect(self.reject)
        self.retranslate()
        self.resize(1060, 420)

    def set_words(self, report: ReportId, words: tuple[PromiseWord, ...]) -> None:
        """Show what was said of the promises of a report, the latest first."""
        self._report, self._words = ReportId(report), tuple(reversed(words))
        self.table.show_lines([self._row(one) for one in self._words])
        self._say()
        self._check()

    def _row(self, one: PromiseWord) -> tuple[str, ...]:
        said = act_words(one.act)
        if one.lost:
            said += self.tr(" (text is gone)")
        when = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
        by = "  ·  ".join(part for part in (one.user, when) if part)
        return said, one.place.quote.replace("\n", ""), edit_words(one.edit), one.why, by

    def current(self) -> PromiseWord | None:
        """Return the word under the cursor."""
        row = self.table.currentRow()
        return self._words[row] if 0 <= row < len(self._words) else None

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _WHY:
            self.explain_wanted.emit(self._words[item.row()], item.text().strip())

    def write_why(self) -> None:
        """Let the reason of the chosen word be written."""
        item = self.table.item(self.table.currentRow(), _WHY)
        if item is not None:
            self.table.setCurrentItem(item)
            self.table.editItem(item)

    def _check(self) -> None:
        self.why_button.setEnabled(self.current() is not None)
        self.forget_button.setEnabled(self.current() is not None)

    def _forget(self) -> None:
        one = self.current()
        if one is not None:
            self.forget_wanted.emit(self._report, one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen word back, W writes why; there is nothing else here to type."""
        if event.key() == Qt.Key.Key_Delete:
            self._forget()
        elif event.key() in (Qt.Key.Key_W, Qt.Key.Key_F2):
            self.write_why()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.told.setText(
            self.tr(
                "Promises that were added, rejected or set right by hand. Take a line back, and "
                "what the program read is there again; Ctrl+Z brings the line back."
            )
            if self._words
            else self.tr(
                "Nothing was set right by hand in the promises of this report. In the table, F2 "
                "sets one right and Delete rejects it; in a text, select words to add one."
            )
        )

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setWindowTitle(self.tr("Promises set right by hand"))
        self.table.setAccessibleName(self.tr("Promises set right by hand"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Said"),
                self.tr("Words of the report"),
                self.tr("Instead"),
                self.tr("Why"),
                self.tr("By"),
            ]
        )
        self.why_button.setText(self.tr("Why…"))
        self.why_button.setToolTip(self.tr("Write the reason beside the chosen word (W)"))
        self.forget_button.setText(self.tr("Take back"))
        self.forget_button.setToolTip(
            self.tr("Forget this word: a rejected promise is one again (Delete)")
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self.set_words(self._report, tuple(reversed(self._words)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
