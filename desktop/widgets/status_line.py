"""The line at the foot of the window: what passes there ends with …, where room ends."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStatusBar, QStyle, QStyleOption, QWidget

from desktop.models.words import say
from desktop.widgets.tips import plain_tip
from tracker.message import Message

_PASSING_MS = 8000
_BEFORE, _BEHIND = 6, 12
"""Pixels free before a message, and between it and what stands at the right."""


class StatusLine(QStatusBar):
    """A status bar that shortens what it cannot tell whole; its tip tells it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside: list[QWidget] = []
        self._told: Message | None = None
        self.shown = ""
        self.setSizeGripEnabled(False)
        self.messageChanged.connect(self._on_message)

    def addPermanentWidget(self, widget: QWidget, /, stretch: int | None = 0) -> None:
        """Put something at the right, that messages do not hide."""
        self._beside.append(widget)
        super().addPermanentWidget(widget, stretch or 0)

    def removeWidget(self, widget: QWidget, /) -> None:
        """Take something away."""
        self._beside = [one for one in self._beside if one is not widget]
        super().removeWidget(widget)

    def tell(self, message: Message) -> None:
        """Say a sentence; it goes by itself."""
        self._told = message
        self.showMessage(say(message), _PASSING_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Say what is still to be read in the other language."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange or not self.currentMessage():
            return
        if self._told is not None and self.currentMessage() in (self._told.zh, self._told.en):
            self.tell(self._told)

    def _on_message(self, words: str) -> None:
        self.setToolTip(plain_tip(words) if words else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the message as far as there is room."""
        words = self.currentMessage()
        if not words:
            self.shown = ""
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        panel = QStyle.PrimitiveElement.PE_PanelStatusBar
        self.style().drawPrimitive(panel, option, painter, self)
        ends = (one.x() - _BEHIND for one in self._beside if one.isVisible())
        room = QRect(_BEFORE, 0, min(ends, default=self.width()) - _BEFORE, self.height())
        elided = Qt.TextElideMode.ElideRight
        self.shown = self.fontMetrics().elidedText(words, elided, room.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), self.shown)
        painter.end()
