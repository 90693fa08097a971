"""Names (名称对照): which names are one thing and which are two, as a person said."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.words import say
from desktop.session import Session
from desktop.widgets.said_table import SaidTable
from tracker.model.decision import NamePair
from tracker.model.kept_decision import KeptNames, NameOrigin


class NamesDialog(QDialog):
    """A list beside the window: add, see, remove.

    Signals:
        add_wanted(NamePair): These two names shall be kept.
        remove_wanted(KeptNames): These shall be taken back.
    """

    add_wanted = Signal(object)
    remove_wanted = Signal(object)
    ONE, RELATION, OTHER, SOURCE, EFFECT = range(5)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names: tuple[KeptNames, ...] = ()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.table = SaidTable(5, self, wide=(self.SOURCE,))
        header = self.table.horizontalHeader()
        for column in (self.ONE, self.OTHER):
            # Wide enough for a name before there is one, and no name takes the whole line.
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, 150)
        self.one, self.other = QLineEdit(self), QLineEdit(self)
        self.relation = QComboBox(self)
        self.add_button = QPushButton(self)
        self.add_button.setDefault(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("muted")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.remove_button: QPushButton = self.buttons.addButton("", role)
        self._build()
        self._wire()
        self.retranslate()
        self.resize(900, 440)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.one, 1)
        line.addWidget(self.relation)
        line.addWidget(self.other, 1)
        line.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.told)
        layout.addLayout(line)
        layout.addWidget(self.problem)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)

    def _wire(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.one.textChanged.connect(self._check)
        self.other.textChanged.connect(self._check)
        self.table.itemSelectionChanged.connect(self._check)
        self.buttons.rejected.connect(self.reject)
        self._session.tracked.connect(self._fill)

    def set_names(self, names: tuple[KeptNames, ...]) -> None:
        """Show these pairs, the latest first."""
        self._names = tuple(reversed(names))
        self._fill()

    def _fill(self) -> None:
        self.table.show_lines([self._row(kept) for kept in self._names])
        self._check()

    def _row(self, kept: KeptNames) -> tuple[str, ...]:
        sign = self.tr("is") if kept.pair.same else self.tr("is not")
        return kept.pair.one, sign, kept.pair.other, self._source(kept), self._effect(kept)

    def _source(self, kept: KeptNames) -> str:
        """Return who said so, when, on what ground and for which region."""
        ground = {
            NameOrigin.BY_HAND: self.tr("written by hand"),
            NameOrigin.FROM_MATCH: self.tr("from a passage"),
        }[kept.origin]
        names = {e.region_code: e.region_name for e in self._session.entries}
        place = names.get(kept.region, kept.region) if kept.region else self.tr("all regions")
        when = kept.at.astimezone().strftime("%Y-%m-%d")
        return "  ·  ".join(part for part in (ground, place, kept.user, when) if part)

    def _effect(self, kept: KeptNames) -> str:
        """Return for how many promises of the report that is looked at the names mattered."""
        tracked = self._session.tracking
        if tracked is None:
            return ""
        n = sum(any(p.key == kept.pair.key for p in t.names) for t in tracked.trackings)
        return str(n)

    def current(self) -> KeptNames | None:
        """Return the pair under the cursor."""
        row = self.table.currentRow()
        return self._names[row] if 0 <= row < len(self._names) else None

    def pair(self) -> NamePair:
        """Return the two names that are written."""
        same = self.relation.currentIndex() == 0
        return NamePair(self.one.text(), self.other.text(), same).tidied()

    def _check(self) -> None:
        pair = self.pair()
        begun = bool(pair.one and pair.other)
        self.add_button.setEnabled(begun and pair.problem is None)
        self.problem.setText(say(pair.problem) if begun and pair.problem is not None else "")
        self.problem.setVisible(bool(self.problem.text()))
        self.remove_button.setEnabled(self.current() is not None)

    def _add(self) -> None:
        self.add_wanted.emit(self.pair())
        for field in (self.one, self.other):
            field.clear()
        self.one.setFocus()

    def _remove(self) -> None:
        kept = self.current()
        if kept is not None:
            self.remove_wanted.emit(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen pair back, where the list has the keyboard."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setWindowTitle(self.tr("Names"))
        self.told.setText(
            self.tr(
                "Which names are one thing and which are not. They act wherever reports of the "
                "region, or of the levels above and below it, are checked, in every year."
            )
        )
        self.one.setPlaceholderText(self.tr("A name (S1线)"))
        self.other.setPlaceholderText(self.tr("Another (11号线)"))
        self.table.setAccessibleName(self.tr("Names"))
        self.one.setAccessibleName(self.tr("A name"))
        self.other.setAccessibleName(self.tr("Another name"))
        self.relation.setAccessibleName(self.tr("One thing, or two"))
        self.relation.setToolTip(self.tr("Whether both names mean the same thing"))
        at = max(0, self.relation.currentIndex())
        self.relation.clear()
        self.relation.addItems([self.tr("is"), self.tr("is not")])
        self.relation.setCurrentIndex(at)
        self.add_button.setText(self.tr("Add"))
        self.remove_button.setText(self.tr("Remove"))
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                "",
                self.tr("Name"),
                self.tr("Source"),
                self.tr("Acts on promises here"),
            ]
        )
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
