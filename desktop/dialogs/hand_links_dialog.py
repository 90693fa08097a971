"""What people said about the sections of two reports: a list to look through and take back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.words import year_name
from desktop.widgets.said_table import SaidTable
from tracker.model.library import HandLinkKind

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.jobs.catalog import Comparison
    from tracker.model.library import KeptLink
    from tracker.model.mark import Anchor


class HandLinksDialog(QDialog):
    """A list beside the window.

    Signals:
        place_wanted(KeptLink): The sections it speaks of shall be shown.
        forget_wanted(KeptLink): It shall be taken back.
    """

    place_wanted = Signal(object)
    forget_wanted = Signal(object)
    SAID, LEFT, RIGHT, BY = range(4)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: Comparison | None = None
        self._links: tuple[KeptLink, ...] = ()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.table = SaidTable(4, self, wide=(self.LEFT, self.RIGHT))
        standard, role = QDialogButtonBox.StandardButton, QDialogButtonBox.ButtonRole.ActionRole
        self.buttons = QDialogButtonBox(standard.Close, self)
        self.go_button: QPushButton = self.buttons.addButton("", role)
        self.forget_button: QPushButton = self.buttons.addButton("", role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        self.go_button.clicked.connect(self._go)
        self.forget_button.clicked.connect(self._forget)
        self.table.itemSelectionChanged.connect(self._check)
        self.table.cellActivated.connect(self._go)
        self.buttons.rejected.connect(self.reject)
        self.retranslate()
        self.resize(860, 420)

    def set_links(self, pair: Comparison | None, links: tuple[KeptLink, ...]) -> None:
        """Show what was said of these two reports, the latest first."""
        self._pair, self._links = pair, links
        self.table.show_lines([self._row(one) for one in links])
        self._say()
        self._check()

    def _row(self, one: KeptLink) -> tuple[str, ...]:
        said = {
            HandLinkKind.TOGETHER: self.tr("belong together"),
            HandLinkKind.APART: self.tr("do not belong together"),
            HandLinkKind.ALONE: self.tr("left: no counterpart"),
            HandLinkKind.NEW: self.tr("right: no counterpart"),
        }[one.link.kind]
        if one.is_lost:
            said += self.tr(" (heading is gone)")
        when = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
        by = "  ·  ".join(part for part in (one.user, when) if part)
        return said, _heading(one.link.earlier), _heading(one.link.later), by

    def current(self) -> KeptLink | None:
        """Return the word under the cursor."""
        row = self.table.currentRow()
        return self._links[row] if 0 <= row < len(self._links) else None

    def _check(self) -> None:
        one = self.current()
        self.go_button.setEnabled(one is not None and not one.is_lost)
        self.forget_button.setEnabled(one is not None)

    def _go(self) -> None:
        one = self.current()
        if one is not None and not one.is_lost:
            self.place_wanted.emit(one)

    def _forget(self) -> None:
        one = self.current()
        if one is not None:
            self.forget_wanted.emit(one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen word back: there is nothing else here to delete."""
        if event.key() == Qt.Key.Key_Delete:
            self._forget()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        if self._pair is None:
            self.told.setText(self.tr("Set two reports side by side first."))
            return
        years = [year_name(r.meta.year) for r in (self._pair.earlier, self._pair.later)]
        if self._links:
            words = self.tr(
                "What was set right by hand between {0} and {1}. Take a line back, and the "
                "program decides again; Ctrl+Z brings it back."
            )
        else:
            words = self.tr(
                "Nothing was set right by hand between {0} and {1}. Drag from the margin of a "
                "section, or from a heading of an outline, to a section of the other text."
            )
        self.told.setText(words.format(*years))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setWindowTitle(self.tr("Links by hand"))
        self.table.setAccessibleName(self.tr("Links by hand"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Said"), self.tr("Left section"), self.tr("Right section"), self.tr("By")]
        )
        self.go_button.setText(self.tr("Go there"))
        self.go_button.setToolTip(self.tr("Show both sections level with each other (Enter)"))
        self.forget_button.setText(self.tr("Take back"))
        self.forget_button.setToolTip(
            self.tr("Forget this one word; the rest is lined up anew (Delete)")
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self.set_links(self._pair, self._links)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _heading(place: Anchor) -> str:
    return place.quote.replace("\n", "").rstrip("。") or "—"
