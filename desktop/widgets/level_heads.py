"""Heads of columns that stand side by side: equally high, so that their texts begin level."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class LevelHeads(QObject):
    """Gives all heads the height of the highest, whatever they tell and however wide they are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heads: tuple[QWidget, ...] = ()

    def set_heads(self, heads: Sequence[QWidget]) -> None:
        """Level these; each has a layout."""
        for head in self._heads:
            head.removeEventFilter(self)
        self._heads = tuple(heads)
        for head in self._heads:
            head.installEventFilter(self)
        self._level()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of a head and what it tells."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._level()
        return super().eventFilter(watched, event)

    def _level(self) -> None:
        highest = max((_wanted(head) for head in self._heads), default=0)
        for head in self._heads:
            if head.minimumHeight() != highest:
                head.setMinimumHeight(highest)


def _wanted(head: QWidget) -> int:
    """Return the height that what a head tells takes at its width."""
    layout = head.layout()
    if layout is None:
        return 0
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(head.width())
    return layout.totalSizeHint().height()
