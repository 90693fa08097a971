"""The outline of a report as a tree with wrapped headings."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QTreeView, QWidget

from desktop.widgets.tips import show_tips_plainly
from desktop.widgets.wrapped_items import WrappedItems


def make_outline(model: QAbstractItemModel, parent: QWidget, *, least_width: int) -> QTreeView:
    """Return a tree that shows an outline.

    Args:
        model: Its sections.
        parent: Widget that it stands in.
        least_width: Pixels below which it is not squeezed.
    """
    outline = QTreeView(parent)
    outline.setObjectName("outline")
    outline.setModel(model)
    outline.setHeaderHidden(True)
    outline.setIndentation(12)
    outline.setWordWrap(True)
    outline.setTextElideMode(Qt.TextElideMode.ElideRight)
    outline.setItemDelegate(WrappedItems(outline))
    outline.header().sectionResized.connect(outline.scheduleDelayedItemsLayout)
    outline.setFrameShape(QTreeView.Shape.NoFrame)
    outline.setMinimumWidth(least_width)
    show_tips_plainly(outline)
    return outline


def mark_heading(outline: QTreeView, at: QModelIndex) -> None:
    """Mark in an outline what is read; of a closed branch the heading that is seen."""
    while at.parent().isValid() and not outline.isExpanded(at.parent()):
        at = at.parent()
    if at != outline.currentIndex():
        outline.setCurrentIndex(at)
