"""Lines of a length that the eye takes in without losing it, in a column that is wider."""

from PySide6.QtCore import QEvent, QObject

from desktop.widgets.reading_text import ReadingText

_LONGEST = 64
"""Characters after which a line is broken at the latest, whatever the width of the window."""


class ShortLines(QObject):
    """Keeps the lines of a text short, the text in the middle of its room.

    Args:
        text: The text, with or without room for notes beside it.
    """

    def __init__(self, text: ReadingText) -> None:
        super().__init__(text)
        self._text = text
        self._characters = 0
        text.installEventFilter(self)

    def set_width(self, characters: int) -> None:
        """Break lines after so many Chinese characters; 0: at the end of room or eyesight."""
        if characters != self._characters:
            self._characters = characters
            self._centre()

    def _centre(self) -> None:
        """Leave the room free that lines of the wanted length do not need."""
        text = self._text
        characters = self._characters or _LONGEST
        line = text.fontMetrics().horizontalAdvance("国") * (characters + 1)
        sides = text.edge + text.document().documentMargin() + text.room_for_notes
        bar = text.verticalScrollBar().sizeHint().width()
        spare = max(0, round(text.width() - bar - sides - line) // 2)
        if text.viewportMargins().left() != spare:
            text.setViewportMargins(spare, 0, spare, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the column and the size of the letters."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._centre()
        return super().eventFilter(watched, event)
