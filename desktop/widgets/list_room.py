"""What stands below the pages: lists of hits or bookmarks, of which one is seen at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_SHARE = 0.38
"""Of the height: what a list takes that is opened where none was."""


class ListRoom(QSplitter):
    """The pages above, one list below.

    Two lists at once would leave a text of four lines on a small screen.

    Args:
        pages: What is read.
    """

    def __init__(self, pages: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.pages = pages
        self.addWidget(pages)
        self.setChildrenCollapsible(False)

    def lists(self) -> tuple[QWidget, ...]:
        """Return the lists that were made, shown or not."""
        found = (self.widget(n) for n in range(1, self.count()))
        return tuple(one for one in found if one is not None)

    def shown(self) -> QWidget | None:
        """Return the list that is there."""
        return next((one for one in self.lists() if not one.isHidden()), None)

    def show_list(self, wanted: QWidget) -> None:
        """Show a list in the place of another one, which is as high as it was."""
        before = self.shown()
        if before is wanted:
            return
        total = sum(self.sizes()) or self.height()
        height = round(total * _SHARE) if before is None else before.height()
        if self.indexOf(wanted) < 0:
            self.addWidget(wanted)
            self.setStretchFactor(0, 1)
        for one in self.lists():
            one.setVisible(one is wanted)
        below = [height if one is wanted else 0 for one in self.lists()]
        self.setSizes([max(1, total - height), *below])

    def close_list(self) -> bool:
        """Take the list away; return False where there is none."""
        found = self.shown()
        if found is not None:
            found.hide()
        return found is not None
