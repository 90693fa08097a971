"""A box to choose from that changes by a choice alone and never shows half a letter."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_EDGES = 4
"""Pixels that the style leaves free beside the words of a box."""


class QuietBox(QComboBox):
    """A box that the wheel passes over: what is shown changes by a choice, not by scrolling."""

    cut_at = Qt.TextElideMode.ElideRight
    """Where a name gives way that has no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # By the first sight of it a box would keep the width it had in another language.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Return the room in which the longest name is not cut."""
        wanted, metrics = super().sizeHint(), self.fontMetrics()
        # Qt measures ink; the right half of a Chinese bracket has none, yet takes its room.
        blank = metrics.horizontalAdvance("）") - metrics.boundingRect("）").width()
        return QSize(wanted.width() + blank + _EDGES, wanted.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is below; the open list gets its own events."""
        event.ignore()

    def shown_name(self) -> str:
        """Return what is chosen as far as there is room."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        return self.fontMetrics().elidedText(
            self.currentText(), self.cut_at, field.width() - _EDGES
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box; a name that has no room ends in … instead of in half a letter."""
        if self.isEditable() or self.currentIndex() < 0:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_name()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
