"""Where a note on a passage is written: a small sheet over the text, no dialog (批注)."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.elided_label import ElidedLabel

_WIDTH = 400


class _NoteField(QPlainTextEdit):
    """Plain text; Ctrl+Enter keeps it, Escape leaves it.

    Signals:
        kept(): It shall be kept.
        left(): It shall not.
    """

    kept = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Escape and undo before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if event.key() == Qt.Key.Key_Escape or any(event.matches(one) for one in ours):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep or leave."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        else:
            super().keyPressEvent(event)


class NoteEditor(QFrame):
    """A passage and the note on it.

    What was written is kept when the keyboard goes elsewhere: words are lost by Escape alone.

    Signals:
        kept(str): Words to be kept.
        removed(): The bookmark shall go.
        closed(): It was closed by its own keys or buttons: the keyboard is free.
    """

    kept = Signal(str)
    removed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAutoFillBackground(True)
        self._page = parent
        self._before = ""
        self.quote = ElidedLabel(self)
        self.quote.setObjectName("muted")
        self.field = _NoteField(self)
        self.field.setTabChangesFocus(True)
        self.field.setAcceptDrops(False)
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.keep_button = QPushButton(self)
        self.remove_button = QPushButton(self)
        self.remove_button.setObjectName("link")
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.remove_button)
        row.addWidget(self.keep_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.quote)
        layout.addWidget(self.field, 1)
        layout.addLayout(row)
        self.setFixedSize(_WIDTH, 190)
        self.field.kept.connect(self._keep)
        self.field.left.connect(self._leave)
        self.keep_button.clicked.connect(self._keep)
        self.remove_button.clicked.connect(self._remove)
        for part in (self.field, self.keep_button, self.remove_button):
            part.installEventFilter(self)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.field.setPlaceholderText(self.tr("Note on this passage"))
        self.field.setAccessibleName(self.tr("Note on this passage"))
        self.hint.setText(self.tr("Ctrl+Enter saves, Esc leaves"))
        self.keep_button.setText(self.tr("Save"))
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setToolTip(self.tr("Take the bookmark away with its note"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "hint"):
            self.retranslate()

    def write(self, quote: str, note: str, at: QPoint, *, is_new: bool) -> None:
        """Open at a point of the parent, as far inside of it as it must be."""
        self._before = note
        self.quote.set_text(" ".join(quote.split()))
        self.field.setPlainText(note)
        self.remove_button.setVisible(not is_new)
        area = self._page.rect().adjusted(8, 8, -8, -8)
        x = max(area.left(), min(at.x(), area.right() - self.width()))
        y = max(area.top(), min(at.y(), area.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what was written and close; before anything else happens to the texts."""
        if not self.isHidden():
            self.hide()
            words = self.field.toPlainText().strip()
            if words != self._before.strip():
                self.kept.emit(words)

    def _keep(self) -> None:
        self.finish()
        self.closed.emit()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _remove(self) -> None:
        self.hide()
        self.removed.emit()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was written when the keyboard leaves the sheet for another part."""
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            # Where another window has it for a while, it is still this field's here.
            left = not self.isAncestorOf(self.window().focusWidget())
            if left:
                self.finish()
        return super().eventFilter(watched, event)
