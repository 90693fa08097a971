"""What the colours and shapes of a comparison mean, in one quiet line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.widgets.change_bars import Bar, paint_bar
from desktop.widgets.fitting import show_what_fits
from desktop.widgets.side_notes import paint_bound, paint_wedge
from desktop.widgets.theme import colours
from tracker.model.change import Direction


class _Sample(QWidget):
    """A sign as it stands beside a passage or below a figure."""

    def __init__(self, width: int, paint: Callable[[QPainter], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setFixedSize(width, 19)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()


def _bar(bar: Bar, painter: QPainter) -> None:
    paint_bar(painter, bar, QRectF(1, 0, 5, 19))


def _wedges(painter: QPainter) -> None:
    paint_wedge(painter, QPointF(5, 10), Direction.UP)
    paint_wedge(painter, QPointF(15, 10), Direction.DOWN)


def _bounds(painter: QPainter) -> None:
    paint_bound(painter, QPointF(1, 10), 13, Direction.UP)
    paint_bound(painter, QPointF(19, 10), 13, Direction.DOWN)


class Legend(QWidget):
    """Words, passages, moves and figures, each drawn as it looks in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self._answers = False
        self._added, self._dropped = QLabel(self), QLabel(self)
        self._number = QLabel(self)
        self._value, self._bound = QLabel(self), QLabel(self)
        self._bars = {bar: QLabel(self) for bar in Bar}
        self._samples: dict[QLabel, _Sample] = {}
        self._row = layout = QHBoxLayout(self)
        layout.addWidget(self._added)
        layout.addWidget(self._dropped)
        for bar, label in self._bars.items():
            self._add(_Sample(7, partial(_bar, bar), self), label)
        layout.addWidget(self._number)
        self._add(_Sample(20, _wedges, self), self._value)
        self._add(_Sample(33, _bounds, self), self._bound)
        self._several = True
        self._next = QWidget(self)
        self._next_label = QLabel(self._next)
        row = QHBoxLayout(self._next)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._next_label)
        row.addWidget(
            _Sample(7, partial(_bar, Bar.DASHED), self._next), 0, Qt.AlignmentFlag.AlignVCenter
        )
        layout.addWidget(self._next)
        layout.addStretch(1)
        self._fit()
        self.retranslate()
        self._paint_words()

    def _add(self, sample: _Sample, label: QLabel) -> None:
        """Add a sign with its words."""
        pair = QHBoxLayout()
        pair.setSpacing(5)
        pair.addWidget(sample, 0, Qt.AlignmentFlag.AlignVCenter)
        pair.addWidget(label)
        self._samples[label] = sample
        self._row.addLayout(pair)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self._added.setText(self.tr("New words"))
        self._dropped.setText(self.tr("Dropped words"))
        self._bars[Bar.SOLID].setText(self.tr("New sentences"))
        silent, gone = self.tr("Nothing answers it"), self.tr("Dropped sentences")
        self._bars[Bar.DASHED].setText(silent if self._answers else gone)
        self._bars[Bar.DOUBLE].setText(self.tr("Moved"))
        self._number.setText(self.tr("Other figure"))
        self._value.setText(self.tr("Higher, lower"))
        self._bound.setText(self.tr("Firmer, softer"))

        self._next_label.setText(self.tr("Gone at the right"))
        self.setToolTip(
            self.tr(
                "The first column shows what the second has no more, each other one what is new "
                "beside its left neighbour. A bar at the right edge marks what the next column "
                "has no more."
            )
        )

    def set_several(self, *, several: bool) -> None:
        """Explain what is shown of a column that has a neighbour at either side."""
        self._several = several
        self._fit()

    def set_answers(self, *, answers: bool) -> None:
        """Explain what is marked where a plan stands beside the review that answers it."""
        self._answers = answers
        self.retranslate()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move everything closer together where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it wants: a legend stops at its edge."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Move closer together, then leave the last signs to the tip: none is cut in two."""
        groups = self._meant()
        for label in (self._added, self._dropped, self._number, self._next, *self._samples):
            if not any(label in group for group in groups):
                label.hide()
                if label in self._samples:
                    self._samples[label].hide()
        for spacing, side in ((18, 24), (10, 12)):
            self._row.setSpacing(spacing)
            self._row.setContentsMargins(side, 5, side, 5)
            show_what_fits(groups, self.width() - 2 * side, spacing)
            if all(not part.isHidden() for group in groups for part in group):
                return

    def _meant(self) -> list[tuple[QWidget, ...]]:
        """Return the signs that what is shown has, each with its words."""
        gone = {self._added, self._dropped, self._bars[Bar.SOLID], self._bars[Bar.DOUBLE]}
        order = (self._added, self._dropped, *self._bars.values(), self._number)
        labels = (*order, self._value, self._bound)
        found: list[tuple[QWidget, ...]] = [
            (self._samples[label], label) if label in self._samples else (label,)
            for label in labels
            if not (self._answers and label in gone)
        ]
        return [*found, (self._next,)] if self._several else found

    def several_shown(self) -> bool:
        """Tell whether a column that has a neighbour at either side is explained."""
        return self._several

    def _paint_words(self) -> None:
        ours = colours()
        self._added.setStyleSheet(f"color:{ours.added.name()};text-decoration:underline")
        self._dropped.setStyleSheet(f"color:{ours.dropped.name()};text-decoration:line-through")
        self._number.setStyleSheet(
            f"background:{ours.number_ground.name()};padding:0 3px;font-weight:600"
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._fit()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_number"):
            self._paint_words()
