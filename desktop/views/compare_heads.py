"""The row above the columns: which parts, what changed, and the way through the changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.jobs.catalog import WHOLE_REPORT
from desktop.models.words import name_of
from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.report_box import QuietBox
from desktop.widgets.theme import colours
from tracker.model.alignment import AlignmentPart


class CompareHeads(QWidget):
    """A box for the part, a line on what changed, buttons for the changes and for a column.

    Signals:
        part_chosen(): Another part was chosen.
        add_wanted(): One more column is wanted.
        previous_wanted(): The change before shall be shown.
        next_wanted(): The next one.
    """

    part_chosen = Signal()
    add_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part_box = QuietBox(self)
        self.add_button = QToolButton(self)
        self.previous_button, self.next_button = QToolButton(self), QToolButton(self)
        self.position = QLabel(self)
        self.position.setObjectName("muted")
        self.summary = ElidedLabel(self)
        self.summary.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 2)
        row.setSpacing(8)
        row.addWidget(self.part_box)
        row.addWidget(self.summary, 1)
        row.addWidget(self.position)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        row.addSpacing(8)
        row.addWidget(self.add_button)
        self.part_box.activated.connect(self.part_chosen)
        self.add_button.clicked.connect(self.add_wanted)
        self.previous_button.clicked.connect(self.previous_wanted)
        self.next_button.clicked.connect(self.next_wanted)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        at = max(0, self.part_box.currentIndex())
        self.part_box.clear()
        self.part_box.addItem(self.tr("Whole report"), WHOLE_REPORT)
        for part in AlignmentPart:
            self.part_box.addItem(name_of(part), (part,))
        self.part_box.setCurrentIndex(at)
        self.part_box.setToolTip(self.tr("Which parts are set beside each other"))
        self.add_button.setToolTip(self.tr("One more column, up to four (Ctrl+Shift+T)"))
        self.previous_button.setToolTip(self.tr("Previous change (Shift+F7)"))
        self.next_button.setToolTip(self.tr("Next change (F7)"))
        for widget in (self.part_box, self.add_button, self.previous_button, self.next_button):
            widget.setAccessibleName(widget.toolTip())

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        ink, faint = self.palette().windowText().color(), colours().line
        self.add_button.setIcon(icon("add", ink, faint))
        self.previous_button.setIcon(icon("previous", ink, faint))
        self.next_button.setIcon(icon("next", ink, faint))

    def parts(self) -> tuple[AlignmentPart, ...]:
        """Return the chosen parts; Qt hands string enumerations out as bare strings."""
        return tuple(AlignmentPart(part) for part in self.part_box.currentData())

    def say_summary(self, text: str) -> None:
        """Say in one line what changed; "" as long as nothing was compared."""
        self.summary.set_text(text)

    def say_position(self, pair: str, current: int, total: int) -> None:
        """Say which change is shown (from 0; -1 for none) of how many, between which two."""
        self.previous_button.setEnabled(total > 0)
        self.next_button.setEnabled(total > 0)
        told = self.tr("{0} of {1}").format(current + 1, total)
        if current < 0:
            told = self.tr("Changes: {0}").format(total) if total else ""
        self.position.setText(f"{pair}   {told}" if pair and told else told)
