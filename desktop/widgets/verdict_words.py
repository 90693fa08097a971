"""What an office calls the verdicts (本单位用语): a word of its own beside each of the seven."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLabel, QLineEdit, QWidget

from desktop.models.codebook import definition
from desktop.models.words import own_words, program_name
from desktop.widgets.assets import pixmap
from desktop.widgets.theme import colours
from tracker.model.tracking import Verdict

_LONGEST = 12


class VerdictWords(QGroupBox):
    """Seven lines; an empty one leaves the program's word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[Verdict, QLineEdit] = {}
        self._names: dict[Verdict, QLabel] = {}
        self._signs: dict[Verdict, QLabel] = {}
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        known = own_words()
        for n, verdict in enumerate(Verdict):
            row, column = n % 4, 3 * (n // 4)
            sign, name, line = QLabel(self), QLabel(self), QLineEdit(self)
            line.setText(known.get(verdict.value, ""))
            line.setMaxLength(_LONGEST)
            line.setMinimumWidth(110)
            name.setBuddy(line)
            for at, widget in enumerate((sign, name, line)):
                grid.addWidget(widget, row, column + at)
            self.lines[verdict], self._names[verdict] = line, name
            self._signs[verdict] = sign
        self.draw_signs()
        self.retranslate()

    def draw_signs(self) -> None:
        """Draw the signs of the verdicts in the colours of the theme."""
        for verdict, sign in self._signs.items():
            sign.setPixmap(pixmap(verdict.value, colours().of_verdict(verdict)))

    def words(self) -> Mapping[str, str]:
        """Return the words of the office by the verdicts' values."""
        said = {verdict.value: line.text().strip() for verdict, line in self.lines.items()}
        return {value: word for value, word in said.items() if word}

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setTitle(self.tr("What you call the verdicts"))
        for verdict, line in self.lines.items():
            name = program_name(verdict)
            self._names[verdict].setText(name)
            line.setPlaceholderText(name)
            line.setAccessibleName(self.tr("Your word for {0}").format(name))
            line.setToolTip(definition(verdict))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme, which may be chosen right above."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "lines"):
            self.draw_signs()
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "lines"):
            self.retranslate()
