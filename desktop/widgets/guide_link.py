"""A quiet button that opens the user guide where it tells of what is shown."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget


class GuideLink(QPushButton):
    """Does what the action ``show_guide`` of a window does; hidden where a window has none.

    Args:
        place: Widget of the window that has the action.
        parent: Parent, which may be a sheet of its own.
    """

    def __init__(self, place: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.setObjectName("link")
        self.setFlat(True)
        self.clicked.connect(self._open)
        self._name()

    def _name(self) -> None:
        self.setText(self.tr("User guide"))
        self.setToolTip(self.tr("What can be done here, step by step (Shift+F1)"))

    def _action(self) -> QAction | None:
        named = (one for one in self._place.window().actions() if one.objectName() == "show_guide")
        return next(named, None)

    def _open(self) -> None:
        action = self._action()
        if action is not None:
            action.trigger()

    def event(self, event: QEvent) -> bool:
        """Be there only where there is a guide to open."""
        if event.type() == QEvent.Type.Polish:
            self.setVisible(self._action() is not None)
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
