"""What one reader said on a promise: verdict, note, passages, who and when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.words import name_of
from desktop.widgets.assets import pixmap
from desktop.widgets.theme import colours
from tracker.model.mark import Mark
from tracker.model.tracking import Verdict


class SaidCard(QFrame):
    """A card beside that of the other reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.head, self.verdict = self._label("muted"), self._label("")
        self.icon = QLabel(self)
        self.note, self.by = self._label(""), self._label("muted")
        line = QHBoxLayout()
        line.setSpacing(7)
        line.addWidget(self.icon)
        line.addWidget(self.verdict, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(self.head)
        layout.addLayout(line)
        layout.addWidget(self.note)
        layout.addWidget(self.by)
        layout.addStretch(1)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def show_mark(self, head: str, mark: Mark, verdict: Verdict | None) -> None:
        """Show what a reader said."""
        self.head.setText(head)
        self.verdict.setText(name_of(verdict) if verdict else "")
        if verdict is not None:
            colour = colours().of_verdict(verdict)
            self.icon.setPixmap(pixmap(verdict.value, colour))
            self.verdict.setStyleSheet(f"color:{colour.name()};font-weight:600")
        quotes = [f"“{one.quote}”" for one in mark.evidence]
        self.note.setText("\n".join([*([mark.note] if mark.note else []), *quotes]))
        self.note.setVisible(bool(self.note.text()))
        when = mark.at.astimezone().strftime("%Y-%m-%d %H:%M")
        self.by.setText("  ·  ".join(part for part in (mark.user, when) if part))
        self.setAccessibleName(
            "  ".join(part for part in (head, self.verdict.text(), self.note.text()) if part)
        )
