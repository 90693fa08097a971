"""How far two readers agree, in figures: per cent, kappa, and verdict by verdict."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.kappa import meaning
from desktop.models.words import name_of
from desktop.widgets.assets import icon
from desktop.widgets.theme import colours
from tracker.model.reader_agreement import ReaderAgreement


class AgreementFigures(QWidget):
    """Two large figures, what they mean, and a small table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: ReaderAgreement | None = None
        self._names = ("", "")
        self.share, self.kappa = self._figure(), self._figure()
        self.share_told, self.kappa_told, self.alone = (self._label() for _ in range(3))
        self.table = QTableWidget(0, 4, self)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setObjectName("plainTable")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 16, 16)
        layout.setSpacing(4)
        for widget in (self.share, self.share_told, self.kappa, self.kappa_told, self.alone):
            layout.addWidget(widget)
            if widget in (self.share_told, self.kappa_told, self.alone):
                layout.addSpacing(12)
        layout.addWidget(self.table)
        layout.addStretch(1)
        self.setFixedWidth(340)

    def _figure(self) -> QLabel:
        label = QLabel(self)
        font = QFont(label.font())
        font.setPointSizeF(font.pointSizeF() * 2)
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        return label

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def set_agreement(self, found: ReaderAgreement | None, first: str) -> None:
        """Show how far two readers agree; ``first`` is who marked in the first reading."""
        self._found, self._names = found, (first, found.reader if found else "")
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        found = self._found
        if found is None:
            return
        self.share.setText("—" if found.share is None else f"{found.share * 100:.0f}%")
        self.share_told.setText(
            self.tr("Equal verdicts: {0} of {1} promises that both have marked").format(
                found.same, found.total
            )
        )
        kappa = found.kappa
        self.kappa.setText("κ —" if kappa is None else f"κ {kappa:.2f}".replace("-", "−"))
        self.kappa.setToolTip(self.tr("Cohen's kappa: 1 is perfect, 0 what chance alone gives"))
        self.kappa_told.setText(meaning(kappa, found.total))
        self.alone.setText(
            self.tr("By one alone: {0} in the first reading, {1} by {2}").format(
                found.only_first, found.only_second, found.reader
            )
        )
        self._fill(found)

    def _fill(self, found: ReaderAgreement) -> None:
        heads = [self.tr("Verdict"), self.tr("First"), self.tr("Second"), self.tr("Both")]
        self.table.setAccessibleName(self.tr("Verdicts of both readers"))
        tips = ("", *self._names, self.tr("Promises to which both gave this verdict"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for column, (name, tip) in enumerate(zip(heads, tips, strict=True)):
            head = QTableWidgetItem(name)
            head.setToolTip(tip)
            head.setTextAlignment(right if column else left)
            self.table.setHorizontalHeaderItem(column, head)
        rows = found.by_verdict()
        self.table.setRowCount(len(rows))
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + height * len(rows)
        )
        for row, (verdict, *numbers) in enumerate(rows):
            colour = colours().of_verdict(verdict)
            item = QTableWidgetItem(icon(verdict.value, colour), name_of(verdict))
            item.setForeground(colour)
            self.table.setItem(row, 0, item)
            for column, number in enumerate(numbers, start=1):
                cell = QTableWidgetItem(str(number))
                cell.setTextAlignment(right)
                self.table.setItem(row, column, cell)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "table"):
            self.retranslate()
