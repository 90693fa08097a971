"""A choice of reports, told by region, year and kind."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.models.words import entry_names
from tracker.model.library import ReportEntry

_EDGES = 4
"""Pixels that the style leaves free beside the words of a box."""


class QuietBox(QComboBox):
    """A box that the wheel passes over: what is shown changes by a choice, not by scrolling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is below; the open list gets its own events."""
        event.ignore()


class ReportBox(QuietBox):
    """Reports of the library; what is chosen stays chosen when the library changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []

    def set_entries(self, entries: tuple[ReportEntry, ...]) -> None:
        """Offer these reports."""
        offered = [(name, str(report)) for report, name in entry_names(entries).items()]
        if offered == self._shown:
            return
        chosen, self._shown = self.chosen(), offered
        self.clear()
        for name, report in offered:
            self.addItem(name, report)
        self.choose(chosen)

    def shown_name(self) -> str:
        """Return the chosen name as far as there is room; its end tells files apart."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        middle = Qt.TextElideMode.ElideMiddle
        return self.fontMetrics().elidedText(option.currentText, middle, field.width() - _EDGES)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the box with a name that is cut in its middle rather than at its end."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_name()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def chosen(self) -> str:
        """Return the id of the chosen report, or ""."""
        return str(self.currentData() or "")

    def choose(self, report: str | None) -> None:
        """Choose a report; one that is not there leaves nothing chosen."""
        self.setCurrentIndex(self.findData(report) if report else -1)
