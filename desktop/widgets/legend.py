"""What the colours and shapes of a comparison mean, in one quiet line."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.widgets.change_bars import Bar, paint_bar
from desktop.widgets.theme import colours


class _Sample(QWidget):
    """A bar as it stands beside a passage."""

    def __init__(self, bar: Bar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self.setFixedSize(7, 19)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, self._bar, QRectF(1, 0, 5, self.height()))
        painter.end()


class Legend(QWidget):
    """Words, passages, moves and figures, each drawn as it looks in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self._added, self._dropped = QLabel(self), QLabel(self)
        self._number = QLabel(self)
        self._bars = {bar: QLabel(self) for bar in Bar}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 5, 24, 5)
        layout.setSpacing(18)
        layout.addWidget(self._added)
        layout.addWidget(self._dropped)
        for bar, label in self._bars.items():
            pair = QHBoxLayout()
            pair.setSpacing(5)
            pair.addWidget(_Sample(bar, self), 0, Qt.AlignmentFlag.AlignVCenter)
            pair.addWidget(label)
            layout.addLayout(pair)
        layout.addWidget(self._number)
        layout.addStretch(1)
        for label, strike in ((self._added, False), (self._dropped, True)):
            font = QFont(label.font())
            font.setStrikeOut(strike)
            font.setUnderline(not strike)
            label.setFont(font)
        self.retranslate()
        self._paint_words()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self._added.setText(self.tr("New words"))
        self._dropped.setText(self.tr("Dropped words"))
        self._bars[Bar.SOLID].setText(self.tr("New sentences"))
        self._bars[Bar.DASHED].setText(self.tr("Dropped sentences"))
        self._bars[Bar.DOUBLE].setText(self.tr("Moved"))
        self._number.setText(self.tr("Other figure"))

    def _paint_words(self) -> None:
        ours = colours()
        self._added.setStyleSheet(f"color:{ours.added.name()}")
        self._dropped.setStyleSheet(f"color:{ours.dropped.name()}")
        self._number.setStyleSheet(
            f"background:{ours.number_ground.name()};padding:0 3px;font-weight:600"
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_number"):
            self._paint_words()
