"""The head of a column: which report, a year back or forward, out of the row."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.assets import icon
from desktop.widgets.report_box import ReportBox
from tracker.model.library import ReportEntry


class ColumnHead(QWidget):
    """A box with the report, and buttons around it.

    Signals:
        chosen(str): Another report was chosen.
        stepped(int): This column shall go so many years on.
        swap_wanted(): This column shall change places with its left neighbour.
        lock_changed(bool): This column shall scroll with the others, or by itself.
        removed(): This column shall go.
    """

    chosen = Signal(str)
    stepped = Signal(int)
    swap_wanted = Signal()
    lock_changed = Signal(bool)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.swap_button = self._button()
        self.back_button, self.forward_button = self._button(), self._button()
        self.lock_button, self.close_button = self._button(), self._button()
        self.lock_button.setCheckable(True)
        self.lock_button.setChecked(True)
        self._steps: tuple[int | None, int | None] = (None, None)
        self.box = ReportBox(self)
        self.box.setSizePolicy(
            self.box.sizePolicy().Policy.Expanding, self.box.sizePolicy().Policy.Fixed
        )
        self.box.setMinimumWidth(60)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 5, 4, 3)
        column.setSpacing(1)
        for row in (self._upper, self._lower):
            row.setSpacing(2)
            column.addLayout(row)
        self._narrow: bool | None = None
        self.set_narrow(narrow=False)
        self.box.activated.connect(self._on_chosen)
        self.swap_button.clicked.connect(self.swap_wanted)
        self.back_button.clicked.connect(self._step_back)
        self.forward_button.clicked.connect(self._step_on)
        self.lock_button.toggled.connect(self._on_lock)
        self.close_button.clicked.connect(self.removed)
        self.retranslate()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the buttons below the box, where there is no room beside it."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for row in (self._upper, self._lower):
            while row.count():
                row.takeAt(0)
        self._upper.addWidget(self.swap_button)
        steps, others = (
            (self.back_button, self.forward_button),
            (self.lock_button, self.close_button),
        )
        if narrow:
            self._upper.addWidget(self.box, 1)
            for button in steps:
                self._lower.addWidget(button)
            self._lower.addStretch(1)
        else:
            for widget in (steps[0], self.box, steps[1]):
                self._upper.addWidget(widget, 1 if widget is self.box else 0)
        for button in others:
            (self._lower if narrow else self._upper).addWidget(button)

    def _button(self) -> QToolButton:
        made = QToolButton(self)
        made.setAutoRaise(True)
        made.setObjectName("quiet")
        return made

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.box.setPlaceholderText(self.tr("Choose a report"))
        self.box.setToolTip(self.tr("The report of this column"))
        self.swap_button.setToolTip(self.tr("Change places with the column at the left"))
        self._say_steps()
        self.close_button.setToolTip(self.tr("Remove this column (Ctrl+Shift+W)"))
        self._say_lock()
        for widget in (self.box, self.swap_button):
            widget.setAccessibleName(widget.toolTip())
        self.close_button.setAccessibleName(self.close_button.toolTip())

    def _say_lock(self) -> None:
        locked = self.lock_button.isChecked()
        self.lock_button.setToolTip(
            self.tr("Scrolls with the other columns; click to scroll it by itself (Ctrl+Shift+U)")
            if locked
            else self.tr("Scrolls by itself; click to bring it level again (Ctrl+Shift+U)")
        )
        self.lock_button.setAccessibleName(self.tr("Scrolls with the other columns"))

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        ink = self.palette().windowText().color()
        locked = "lock" if self.lock_button.isChecked() else "unlock"
        names = {
            self.swap_button: "swap",
            self.back_button: "back",
            self.forward_button: "forward",
            self.lock_button: locked,
            self.close_button: "close",
        }
        # What scrolls by itself is the exception: it shall be seen at a glance.
        inks = {self.lock_button: ink if locked == "lock" else self.palette().accent().color()}
        for button, name in names.items():
            button.setIcon(icon(name, inks.get(button, ink)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "box"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.draw_icons()

    def _say_steps(self) -> None:
        """Name the years that the buttons lead to."""
        back, on = self._steps
        back_words = self.tr("To {0} (Alt+PgUp)").format(back)
        on_words = self.tr("To {0} (Alt+PgDown)").format(on)
        self.back_button.setToolTip(back_words if back else self.tr("No earlier year is there"))
        self.forward_button.setToolTip(on_words if on else self.tr("No later year is there"))
        for button, year in ((self.back_button, back), (self.forward_button, on)):
            button.setEnabled(year is not None)
            button.setAccessibleName(button.toolTip())

    def say(
        self,
        entries: tuple[ReportEntry, ...],
        report: str,
        steps: tuple[int | None, int | None],
    ) -> None:
        """Offer reports, show which one is there, and the years that are one step back or on."""
        self.box.set_entries(entries)
        self.box.choose(report)
        self._steps = steps
        self._say_steps()

    def set_place(self, *, first: bool, alone: bool) -> None:
        """Fit the buttons to where the column stands."""
        self.swap_button.setVisible(not first)
        self.lock_button.setVisible(not alone)
        self.close_button.setVisible(not alone)

    def set_current(self, *, current: bool) -> None:
        """Show whether keys that are meant for one column are meant for this one."""
        if self.property("current") != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_locked(self, *, locked: bool) -> None:
        """Show whether the column scrolls with the others."""
        self.lock_button.setChecked(locked)

    def _on_chosen(self) -> None:
        self.chosen.emit(self.box.chosen())

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _on_lock(self, locked: bool) -> None:  # noqa: FBT001 - a signal
        self._say_lock()
        self.draw_icons()
        self.lock_changed.emit(locked)
