"""A quiet button whose words may take several lines."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

_PAD = 8
_LINES = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_FLAGS = int(_LINES | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)


class WrappedLink(QPushButton):
    """A button in as many lines as its words need; they are plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link")
        self.setMinimumWidth(60)

    def sizeHint(self) -> QSize:
        """Return the height of all lines in the width there is."""
        width = max(120, self.width())
        room = QRect(0, 0, width - 2 * _PAD, 2000)
        height = self.fontMetrics().boundingRect(room, _FLAGS, self.text()).height()
        return QSize(width, height + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        """Return the height of all lines, and hardly any width."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the button, and its words over it."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
        words = QPainter(self)
        words.setPen(self.palette().link().color())
        words.drawText(self.rect().adjusted(_PAD, 0, -_PAD, 0), _FLAGS, self.text())
        words.end()
