"""Under which name marks are made: one's own, or a second reader's who sees none of the first."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

_INDENT = 24


class MarkAsDialog(QDialog):
    """Two ways to mark, each with a name.

    Args:
        own: Name that is written beside marks of the first reading.
        reader: Name of the second reading that is under way, or "".
        readers: Names of second readers that are known.
        parent: Window it belongs to.
    """

    def __init__(
        self, own: str, reader: str, readers: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mark as"))
        self.own_choice = QRadioButton(self.tr("My own marks"), self)
        self.own_name = QLineEdit(own, self)
        self.own_name.setAccessibleName(self.tr("My name"))
        self.own_name.setToolTip(
            self.tr("Stands beside every mark from now on; earlier marks keep their names")
        )
        own_told = self._told(
            self.tr("They are the marks of the workspace: shown in tables, printed in handouts.")
        )
        self.second_choice = QRadioButton(self.tr("A second reading, blind"), self)
        self.reader_box = QComboBox(self)
        self.reader_box.setEditable(True)
        self.reader_box.addItems(list(readers))
        self.reader_box.setCurrentText(reader or next(iter(readers), ""))
        self.reader_box.setAccessibleName(self.tr("Name of the second reader"))
        self.reader_box.setToolTip(
            self.tr("Whose second reading it is; choose one that was begun, or type a new name.")
        )
        line = QLineEdit(self.reader_box)
        self.reader_box.setLineEdit(line)
        line.setPlaceholderText(self.tr("Name of the second reader"))
        second_told = self._told(
            self.tr(
                "For checking how reliable the marks are: whoever reads a second time sees none "
                "of the first marks, notes and passages said to be evidence. Both are compared "
                "afterwards under “Agreement of two readers”."
            )
        )
        self._group = QButtonGroup(self)
        for n, choice in enumerate((self.own_choice, self.second_choice)):
            self._group.addButton(choice, n)
        (self.second_choice if reader else self.own_choice).setChecked(True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("Begin"))
        self.buttons.button(standard.Cancel).setText(self.tr("Cancel"))
        self._build(own_told, second_told)
        self.setMinimumWidth(460)
        self._group.idToggled.connect(lambda *_: self._check())
        line.textChanged.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._check()

    def _build(self, own_told: QLabel, second_told: QLabel) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        for choice, field, told in (
            (self.own_choice, self.own_name, own_told),
            (self.second_choice, self.reader_box, second_told),
        ):
            below = QVBoxLayout()
            below.setContentsMargins(_INDENT, 0, 0, 10)
            below.setSpacing(6)
            below.addWidget(field)
            below.addWidget(told)
            layout.addWidget(choice)
            layout.addLayout(below)
        layout.addWidget(self.buttons)

    def _told(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        return label

    def _check(self) -> None:
        second = self.second_choice.isChecked()
        self.own_name.setEnabled(not second)
        self.reader_box.setEnabled(second)
        named = bool(self.reader_box.currentText().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(named or not second)

    def chosen_reader(self) -> str:
        """Return the name of the second reader, "" for one's own marks."""
        second = self.second_choice.isChecked()
        return self.reader_box.currentText().strip() if second else ""

    def chosen_name(self) -> str:
        """Return one's own name."""
        return self.own_name.text().strip()
