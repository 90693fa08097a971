"""Language, theme, imports, citations and words; another look is seen at once."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings import PREVIEW, SHORT_CITATIONS, Language, Settings, Theme
from desktop.widgets.verdict_words import VerdictWords


class SettingsDialog(QDialog):
    """Four choices and the words of the office.

    Signals:
        changed(): Language or theme were chosen; the settings hold them.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before = settings.language, settings.theme
        self.language_box = QComboBox(self)
        self.theme_box = QComboBox(self)
        self.preview_check = QCheckBox(self)
        self.preview_check.setChecked(settings.flag(PREVIEW, default=True))
        self.citation_check = QCheckBox(self)
        self.citation_check.setChecked(settings.flag(SHORT_CITATIONS, default=False))
        for language in Language:
            self.language_box.addItem("", language)
        for theme in Theme:
            self.theme_box.addItem("", theme)
        self.language_box.setCurrentIndex(list(Language).index(settings.language))
        self.theme_box.setCurrentIndex(list(Theme).index(settings.theme))
        self.verdict_words = VerdictWords(self)  # Tab goes to it before the buttons
        self.buttons = QDialogButtonBox(self)
        # No standard buttons: Qt says those anew in its own words when the language changes.
        role = QDialogButtonBox.ButtonRole
        self.save_button: QPushButton = self.buttons.addButton("", role.AcceptRole)
        self.cancel_button: QPushButton = self.buttons.addButton("", role.RejectRole)
        self.save_button.setDefault(True)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(12)
        self._form.setHorizontalSpacing(16)
        self._form.addRow(" ", self.language_box)
        self._form.addRow(" ", self.theme_box)
        self._form.addRow(" ", self.preview_check)
        self._form.addRow(" ", self.citation_check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(18)
        layout.addLayout(self._form)
        layout.addWidget(self.verdict_words)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(380)
        self.language_box.activated.connect(self._on_chosen)
        self.theme_box.activated.connect(self._on_chosen)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.setWindowTitle(self.tr("Settings"))
        languages = (self.tr("As the system"), "简体中文", "English")
        themes = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        for box, words in ((self.language_box, languages), (self.theme_box, themes)):
            for n, word in enumerate(words):
                box.setItemText(n, word)
        for field, text in (
            (self.language_box, self.tr("Language")),
            (self.theme_box, self.tr("Appearance")),
            (self.preview_check, self.tr("Import")),
            (self.citation_check, self.tr("Citations")),
        ):
            label = self._form.labelForField(field)
            label.setProperty("text", text)
        self.preview_check.setText(self.tr("Look at reports before they are imported"))
        self.citation_check.setText(self.tr("Short: document and page or line, without sections"))
        self.save_button.setText(self.tr("Save"))
        self.cancel_button.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.resize(self.size().expandedTo(self.sizeHint()))  # words may need more room

    def _on_chosen(self) -> None:
        self._settings.language = Language(self.language_box.currentData())
        self._settings.theme = Theme(self.theme_box.currentData())
        self.changed.emit()

    def accept(self) -> None:
        """Keep what was chosen."""
        self._settings.save_flag(PREVIEW, value=self.preview_check.isChecked())
        self._settings.save_flag(SHORT_CITATIONS, value=self.citation_check.isChecked())
        words = self.verdict_words.words()
        if words != self._settings.verdict_words:
            self._settings.verdict_words = words
            self.changed.emit()
        super().accept()

    def reject(self) -> None:
        """Put back what was there before."""
        self._settings.language, self._settings.theme = self._before
        self.changed.emit()
        super().reject()
