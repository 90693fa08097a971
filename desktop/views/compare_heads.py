"""The row above the two texts: which reports, which parts, and the way through the changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.catalog import WHOLE_REPORT
from desktop.models.words import name_of
from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.report_box import QuietBox, ReportBox
from desktop.widgets.theme import colours
from tracker.model.alignment import AlignmentPart
from tracker.model.library import ReportEntry


class CompareHeads(QWidget):
    """Boxes for two reports and a part, buttons for the changes.

    Signals:
        chosen(): Another report or part was chosen.
        swap_wanted(): The reports shall change sides.
        previous_wanted(): The change before shall be shown.
        next_wanted(): The next one.
    """

    chosen = Signal()
    swap_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier_box, self.later_box = ReportBox(self), ReportBox(self)
        self.part_box = QuietBox(self)
        for box in (self.earlier_box, self.later_box):
            box.setSizePolicy(box.sizePolicy().Policy.Expanding, box.sizePolicy().Policy.Fixed)
            box.setMinimumWidth(120)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.swap_button = QToolButton(self)
        self.previous_button, self.next_button = QToolButton(self), QToolButton(self)
        self.position = QLabel(self)
        self.position.setObjectName("muted")
        self.summary = ElidedLabel(self)
        self.summary.setObjectName("muted")
        self.summary.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.summary)
        row.addWidget(self.earlier_box, 3)
        row.addWidget(self.swap_button)
        row.addWidget(self.later_box, 3)
        row.addSpacing(8)
        row.addWidget(self.part_box, 2)
        row.addSpacing(8)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        row.addWidget(self.position)
        self.earlier_box.activated.connect(self.chosen)
        self.later_box.activated.connect(self.chosen)
        self.part_box.activated.connect(self.chosen)
        self.swap_button.clicked.connect(self.swap_wanted)
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
        for box in (self.earlier_box, self.later_box):
            box.setPlaceholderText(self.tr("Choose a report"))
        self.earlier_box.setToolTip(self.tr("Earlier report"))
        self.later_box.setToolTip(self.tr("Later report"))
        self.swap_button.setToolTip(self.tr("Swap the two reports"))
        self.previous_button.setToolTip(self.tr("Previous change (Shift+F7)"))
        self.next_button.setToolTip(self.tr("Next change (F7)"))
        for button in (self.swap_button, self.previous_button, self.next_button):
            button.setAccessibleName(button.toolTip())

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        ink, faint = self.palette().windowText().color(), colours().line
        self.swap_button.setIcon(icon("swap", ink, faint))
        self.previous_button.setIcon(icon("previous", ink, faint))
        self.next_button.setIcon(icon("next", ink, faint))

    def set_entries(self, entries: tuple[ReportEntry, ...]) -> None:
        """Offer these reports."""
        for box in (self.earlier_box, self.later_box):
            box.set_entries(entries)

    def pair(self) -> tuple[str, str]:
        """Return the ids of the chosen reports, "" where none is chosen."""
        return self.earlier_box.chosen(), self.later_box.chosen()

    def parts(self) -> tuple[AlignmentPart, ...]:
        """Return the chosen parts; Qt hands string enumerations out as bare strings."""
        return tuple(AlignmentPart(part) for part in self.part_box.currentData())

    def say_summary(self, text: str) -> None:
        """Say in one line what changed; "" as long as nothing was compared."""
        self.summary.set_text(text)
        self.summary.setVisible(bool(text))

    def say_position(self, current: int, total: int) -> None:
        """Say which change is shown (from 0; -1 for none) of how many."""
        self.previous_button.setEnabled(total > 0)
        self.next_button.setEnabled(total > 0)
        if current >= 0:
            self.position.setText(self.tr("{0} of {1}").format(current + 1, total))
        else:
            self.position.setText(self.tr("Changes: {0}").format(total) if total else "")
