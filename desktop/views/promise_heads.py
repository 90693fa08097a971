"""What stands above the table of promises: whose they are, which are shown, how they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.models.field_names import field_name
from desktop.models.promise_desk import Scope
from desktop.models.promise_field import Field
from desktop.widgets.assets import icon
from desktop.widgets.condition_bar import ConditionBar
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.quiet_box import QuietBox
from desktop.widgets.report_box import ReportBox
from desktop.widgets.theme import colours
from desktop.widgets.verdict_chips import VerdictChips

GROUPS = (
    None,
    Field.SECTION,
    Field.STATUS,
    Field.KIND,
    Field.REGION,
    Field.YEAR,
    Field.REPORT,
    Field.BODY,
)
"""What promises can be grouped by; None: by nothing."""


_NAME = 17
"""Letters that the name of a report has room for: it is known only after the box is laid out."""


class PromiseHeads(QWidget):
    """Two rows of choices, and the conditions where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope_box, self.group_box = QuietBox(self), QuietBox(self)
        self.report_box = ReportBox(self)
        self.judged_by = ElidedLabel(self)
        self.judged_by.setObjectName("muted")
        self.filter = FilterLine(self)
        self.add_button, self.more_button = QToolButton(self), QToolButton(self)
        self.chips = VerdictChips(self)
        self.conditions = ConditionBar(self)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(12, 8, 12, 4)
        first.setSpacing(6)
        self.report_box.setMinimumWidth(120)
        self.report_box.setMinimumContentsLength(_NAME)
        self.report_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.report_box.setPlaceholderText("…")
        self.scope_box.setMinimumWidth(92)
        self.group_box.setMinimumWidth(84)
        self.filter.setMinimumWidth(110)
        for button in (self.add_button, self.more_button):
            button.setObjectName("tool")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setIconSize(QSize(14, 14))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        first.addWidget(self.scope_box)
        first.addWidget(self.report_box)
        first.addWidget(self.judged_by, 1)
        first.addWidget(self.filter)
        first.addWidget(self.add_button)
        first.addWidget(self.group_box)
        first.addWidget(self.more_button)
        second = QHBoxLayout()
        second.setContentsMargins(0, 0, 0, 4)
        second.setSpacing(6)
        second.addWidget(self.chips, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.conditions)
        self.setTabOrder(self.scope_box, self.report_box)  # as they are read, not made
        self.setTabOrder(self.add_button, self.group_box)
        self.setTabOrder(self.group_box, self.more_button)

    def scope(self) -> Scope:
        """Return how far is looked."""
        return tuple(Scope)[max(0, self.scope_box.currentIndex())]

    def show_report(self, report: str | None, region: str) -> None:
        """Show whose promises are in the table: a report, or all of a region or of the library."""
        one = self.scope() is Scope.REPORT
        self.report_box.setEnabled(one)
        self.report_box.choose(report if one else None)
        told = self.tr("All reports")
        if self.scope() is Scope.REGION and region:
            told = self.tr("All of {0}").format(region)
        self.report_box.setPlaceholderText("…" if one else told)

    def group(self) -> Field | None:
        """Return what is grouped by."""
        return GROUPS[max(0, self.group_box.currentIndex())]

    def left(self) -> tuple[str, str]:
        """Return scope and grouping as they can be kept."""
        group = self.group()
        return self.scope().value, "" if group is None else group.value

    def restore(self, scope: str, group: str) -> None:
        """Choose scope and grouping as they were kept; what is unknown stays as it is."""
        scopes = [one.value for one in Scope]
        groups = ["" if one is None else one.value for one in GROUPS]
        for box, names, wanted in (
            (self.group_box, groups, group),
            (self.scope_box, scopes, scope),
        ):
            if wanted in names and names.index(wanted) != box.currentIndex():
                box.setCurrentIndex(names.index(wanted))
                box.activated.emit(box.currentIndex())

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        _refill(
            self.scope_box,
            (self.tr("This report"), self.tr("This region"), self.tr("Whole workspace")),
        )
        grouped = (field_name(field) for field in GROUPS if field)
        names = (self.tr("By {0}").format(name.lower()) for name in grouped)
        _refill(self.group_box, (self.tr("Not grouped"), *names))
        self.add_button.setText(self.tr("Filter"))
        self.more_button.setText("⋯")
        self.draw_icons()
        for widget, name, tip in (
            (
                self.scope_box,
                self.tr("Whose promises"),
                self.tr("One report, all reports of its region, or all there are, in one table"),
            ),
            (
                self.report_box,
                self.tr("Report whose promises are shown"),
                self.tr("The report that promised; later ones are looked through"),
            ),
            (
                self.filter,
                self.tr("Filter promises"),
                self.tr("Words of a promise, of its section, its department or your note"),
            ),
            (
                self.add_button,
                self.tr("Add a condition"),
                self.tr("Only promises of a kind, section, region, verdict … (F)"),
            ),
            (
                self.group_box,
                self.tr("Group promises"),
                self.tr("Put promises together under heads that fold; Left and Right do so too"),
            ),
            (
                self.more_button,
                self.tr("More"),
                self.tr("Columns, groups, filters with a name, and the export of what is shown"),
            ),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(tip)
        self.filter.setPlaceholderText(self.tr("Filter promises"))

    def draw_icons(self) -> None:
        """Draw icons in the colours of the theme."""
        self.add_button.setIcon(icon("add", colours().muted))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "conditions"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.draw_icons()


def _refill(box: QComboBox, words: tuple[str, ...]) -> None:
    """Say the choices of a box anew; what is chosen stays chosen."""
    at = max(0, box.currentIndex())
    box.clear()
    box.addItems(list(words))
    box.setCurrentIndex(at)
