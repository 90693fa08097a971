"""The remarks of the reader on a report, in a small window that a click elsewhere closes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.models.words import say
from tracker.message import Message

_WIDTH = 380
_SHOWN = 20


class RemarkList(QFrame):
    """A list of sentences that can be read and copied."""

    def __init__(self, messages: tuple[Message, ...], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        head = QLabel(self.tr("Remarks on the reading: {0}").format(len(messages)), self)
        head.setObjectName("muted")
        layout.addWidget(head)
        shown = [say(message) for message in messages[:_SHOWN]]
        if len(messages) > _SHOWN:
            shown.append(self.tr("… and {0} more").format(len(messages) - _SHOWN))
        self.labels = [QLabel(text, self) for text in shown]
        for label in self.labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFixedWidth(_WIDTH)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)

    def open_at(self, at: QPoint) -> None:
        """Open below a place of the screen, moved so that all of it is seen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(at.x(), room.right() - self.width())),
            max(room.top(), min(at.y(), room.bottom() - self.height())),
        )
        self.show()
