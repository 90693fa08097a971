"""A small sheet on which values of a field are ticked, or a range is given."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QListView,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.models.value_list import Choice, ValueList
from desktop.widgets.filter_line import FilterLine

_BATCH = 1000
"""Values that are laid out at once; the others follow while the window does other things."""

_SEARCHED = 12
"""From so many values there is a line to look for one."""
_WIDTH, _ROW, _MOST, _EDGE = 320, 26, 12, 10


_FROM_EDGE = 8
"""Pixels between the sheet and the edge of the window."""


class ValueChoice(QFrame):
    """Goes away on Escape, Enter, or a click elsewhere; what is ticked holds at once.

    Signals:
        changed(tuple[str, ...]): The values that are ticked, or the ends of the range.
        closed(): The sheet went away.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        self.setAccessibleName(name)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.setSpacing(6)
        self.list: QListView | None = None
        self.values: ValueList | None = None
        self.line: FilterLine | None = None
        self.least, self.most = QSpinBox(self), QSpinBox(self)
        for box in (self.least, self.most):
            box.hide()
        self._name = name

    def offer(self, choices: Sequence[Choice], chosen: Sequence[str]) -> None:
        """Offer values to be ticked."""
        self.values = ValueList(choices, chosen, self)
        self.list = QListView(self)
        self.list.setAccessibleName(self._name)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # headings may be forty thousand
        self.list.setBatchSize(_BATCH)
        self.list.setModel(self.values)
        if len(choices) >= _SEARCHED:
            self.line = FilterLine(self)
            self.line.setPlaceholderText(self.tr("Look for a value"))
            self.line.setAccessibleName(self.tr("Look for a value"))
            self.line.typed.connect(self.values.narrow)
            self.line.left.connect(self._enter_list)
            self._layout.addWidget(self.line)
        self._layout.addWidget(self.list)
        self.values.ticked.connect(self.changed)
        self.list.clicked.connect(self._on_clicked)
        rows = max(3, min(_MOST, len(choices)))
        self.list.ensurePolished()
        self.list.setFixedHeight(rows * max(_ROW, self.list.sizeHintForRow(0)) + _EDGE)
        self.setFixedWidth(_WIDTH)
        if choices:
            self.list.setCurrentIndex(self.values.index(0))

    def offer_range(self, least: int, most: int) -> None:
        """Offer the ends of a range in per cent."""
        form = QFormLayout()
        for box, value, words in (
            (self.least, least, self.tr("At least")),
            (self.most, most, self.tr("At most")),
        ):
            box.setRange(0, 100)
            box.setSingleStep(5)
            box.setSuffix(" %")
            box.setValue(value)
            box.setAccessibleName(f"{self._name}: {words}")
            box.valueChanged.connect(self._tell_range)
            box.show()
            form.addRow(words, box)
        self._layout.addLayout(form)

    def pop_up(self, below: QWidget) -> None:
        """Show the sheet below a button, inside of the window and of the screen."""
        self.adjustSize()
        at = below.mapToGlobal(QPoint(0, below.height() + 2))
        room = below.screen().availableGeometry()
        right = min(room.right(), below.window().geometry().right() - _FROM_EDGE)
        at.setX(max(room.left(), min(at.x(), right - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        first = self.line or self.list or self.least
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _enter_list(self) -> None:
        """Go from the line to the first value it leaves."""
        if self.list is not None and self.values is not None:
            self.list.setCurrentIndex(self.values.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Tick what is clicked beside its box; the box does so itself."""
        if self.list is None or self.values is None:
            return
        at = self.list.viewport().mapFromGlobal(self.cursor().pos()).x()
        if at > self.list.visualRect(index).left() + _ROW:
            self.values.toggle(index)

    def _tell_range(self) -> None:
        least, most = sorted((self.least.value(), self.most.value()))
        self.changed.emit(() if (least, most) == (0, 100) else (str(least), str(most)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Enter, as on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        """Tell that the sheet went away."""
        super().hideEvent(event)  # type: ignore[arg-type]  # handed through as it came
        self.closed.emit()
