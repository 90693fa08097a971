"""What can be done by keyboard (F1)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)


class KeysDialog(QDialog):
    """A list of actions and their keys."""

    def __init__(self, keys: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(7)
        half = (len(keys) + 1) // 2
        for n, (words, key) in enumerate(keys):
            column = 0 if n < half else 3
            name, shown = QLabel(words, self), QLabel(key, self)
            shown.setObjectName("muted")
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, n % half, column)
            grid.addWidget(shown, n % half, column + 1)
        rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.VLine)
        rule.setObjectName("muted")
        grid.addWidget(rule, 0, 2, half, 1)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Close, self)
        buttons.button(standard.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 16)
        layout.setSpacing(18)
        layout.addLayout(grid)
        layout.addWidget(buttons)
