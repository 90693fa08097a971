"""The row above the columns: which parts, what changed, and the way through the changes."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.jobs.catalog import WHOLE_REPORT
from desktop.models.change_list import StepKind
from desktop.models.words import name_of
from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.mode_switch import ModeSwitch
from desktop.widgets.quiet_box import QuietBox
from tracker.model.alignment import AlignmentPart

_OTHERS = 600
"""Width, in pixels, that the rest of the row needs beside the ways to show two reports."""
_BOX = 140
"""… of which for the box of parts."""
_WHICH = 100
"""… more, where the two columns are named that are compared."""


class CompareHeads(QWidget):
    """A box for the part, a line on what changed, buttons for the changes and for a column.

    Signals:
        part_chosen(): Another part was chosen.
        add_wanted(): One more column is wanted.
        previous_wanted(): The change before shall be shown.
        next_wanted(): The next one.
        kind_chosen(StepKind): Changes of another kind shall be gone through.
    """

    kind_chosen = Signal(object)

    part_chosen = Signal()
    add_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modes = ModeSwitch(self)
        self.part_box = QuietBox(self)
        self.part_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.add_button = QToolButton(self)
        self.previous_button, self.next_button = QToolButton(self), QToolButton(self)
        self.kind_button = QToolButton(self)
        tools = self.add_button, self.previous_button, self.next_button, self.kind_button
        for button in tools:
            button.setObjectName("quiet")
        self.kind_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kind_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._kinds = self._make_kinds()
        self.position = QLabel(self)
        self.position.setObjectName("muted")
        self._tells_which = False
        self.summary = ElidedLabel(self)
        self.summary.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 2)
        row.setSpacing(8)
        row.addWidget(self.modes)
        row.addWidget(self.part_box)
        row.addWidget(self.summary, 1)
        row.addWidget(self.position)
        row.addWidget(self.kind_button)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        row.addSpacing(8)
        row.addWidget(self.add_button)
        self.part_box.activated.connect(self.part_chosen)
        self.add_button.clicked.connect(self.add_wanted)
        self.previous_button.clicked.connect(self.previous_wanted)
        self.next_button.clicked.connect(self.next_wanted)

    def _make_kinds(self) -> dict[StepKind, QAction]:
        """Make the menu of kinds of changes; one of them is chosen."""
        menu, group = QMenu(self.kind_button), QActionGroup(self)
        found: dict[StepKind, QAction] = {}
        for kind in StepKind:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setChecked(kind is StepKind.ALL)
            group.addAction(action)
            action.triggered.connect(partial(self._on_kind, kind))
            found[kind] = action
        self.kind_button.setMenu(menu)
        return found

    def _on_kind(self, kind: StepKind) -> None:
        self.kind_chosen.emit(kind)

    def _kind_name(self, kind: StepKind) -> str:
        return {
            StepKind.ALL: self.tr("All changes"),
            StepKind.FIGURES: self.tr("Figures"),
            StepKind.NEW: self.tr("New passages"),
            StepKind.DROPPED: self.tr("Dropped passages"),
            StepKind.MOVED: self.tr("Moved passages"),
        }[kind]

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        at = max(0, self.part_box.currentIndex())
        self.part_box.clear()
        self.part_box.addItem(self.tr("Whole report"), WHOLE_REPORT)
        for part in AlignmentPart:
            self.part_box.addItem(name_of(part), (part,))
        self.part_box.setCurrentIndex(at)
        self.part_box.setToolTip(self.tr("Which parts are set beside each other"))
        for kind, action in self._kinds.items():
            action.setText(self._kind_name(kind))
        self.kind_button.setToolTip(
            self.tr("Which changes the arrows go through (Ctrl+F7: the next kind)")
        )
        self.add_button.setToolTip(self.tr("One more column, up to four (Ctrl+Shift+T)"))
        self.previous_button.setToolTip(self.tr("Previous change (Shift+F7)"))
        self.next_button.setToolTip(self.tr("Next change (F7)"))
        buttons = self.kind_button, self.add_button, self.previous_button, self.next_button
        for widget in (self.part_box, *buttons):
            widget.setAccessibleName(widget.toolTip())
        self.modes.retranslate()  # its words take another room
        self._fit()

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        ink = self.palette().windowText().color()
        self.add_button.setIcon(icon("add", ink))
        self.previous_button.setIcon(icon("previous", ink))
        self.next_button.setIcon(icon("next", ink))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme, once its colours are here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "summary"):
            self.draw_icons()

    def parts(self) -> tuple[AlignmentPart, ...]:
        """Return the chosen parts; Qt hands string enumerations out as bare strings."""
        return tuple(AlignmentPart(part) for part in self.part_box.currentData())

    def set_parts(self, parts: tuple[AlignmentPart, ...]) -> None:
        """Choose parts, without telling anybody."""
        places = range(self.part_box.count())
        found = (n for n in places if tuple(self.part_box.itemData(n)) == parts)
        self.part_box.setCurrentIndex(next(found, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the switch out where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        others = _OTHERS + max(0, self.part_box.sizeHint().width() - _BOX)
        self.modes.fit(self.width() - others - (_WHICH if self._tells_which else 0))

    def set_paired(self, *, paired: bool) -> None:
        """Offer what only means something between two reports, or leave it away."""
        ways = self.kind_button, self.previous_button, self.next_button
        for widget in (self.modes, self.part_box, self.position, *ways):
            widget.setVisible(paired)

    def say_summary(self, text: str) -> None:
        """Say in one line what changed; "" as long as nothing was compared."""
        self.summary.set_text(text)

    def say_position(self, pair: str, kind: StepKind, current: int, total: int) -> None:
        """Say which change of a kind is shown (from 0; -1 for none) of how many, between which."""
        self._kinds[kind].setChecked(True)
        self.kind_button.setText(f"{self._kind_name(kind)} ▾")
        self.previous_button.setEnabled(total > 0)
        self.next_button.setEnabled(total > 0)
        told = self._counted(kind).format(current + 1, total)
        if current < 0:
            told = self.tr("{0} in all").format(total) if total or kind is not StepKind.ALL else ""
        self.position.setText(f"{pair}   {told}" if pair and told else told)
        if self._tells_which != bool(pair):
            self._tells_which = bool(pair)
            self._fit()

    def _counted(self, kind: StepKind) -> str:
        """Return the words for one change of so many of a kind."""
        return {
            StepKind.ALL: self.tr("{0} of {1}"),
            StepKind.FIGURES: self.tr("{0} of {1} figures"),
            StepKind.NEW: self.tr("{0} of {1} new"),
            StepKind.DROPPED: self.tr("{0} of {1} dropped"),
            StepKind.MOVED: self.tr("{0} of {1} moved"),
        }[kind]
