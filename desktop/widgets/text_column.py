"""A text with a line above that says where one is, and its overview beside it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget


class TextColumn(QWidget):
    """What texts beside an outline look like, alone or in columns.

    Args:
        where: Says where one is; takes the room there is.
        beside: What stands at the right of it.
        text: The text.
        overview: The bar for the whole of it.
        parent: Parent.
    """

    def __init__(
        self,
        where: QWidget,
        beside: QWidget,
        text: QWidget,
        overview: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 6, 12, 7)
        head.addWidget(where, 1)
        head.addWidget(beside)
        column.addLayout(head)
        edge = QFrame(self)
        edge.setObjectName("edge")
        edge.setFixedHeight(1)
        column.addWidget(edge)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(text, 1)
        body.addWidget(overview)
        column.addLayout(body, 1)
