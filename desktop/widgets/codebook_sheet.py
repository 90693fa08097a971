"""The codebook (判定标准): what each verdict means, on a sheet that opens beside the buttons."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop.models.codebook import definition
from desktop.models.words import name_of
from desktop.widgets.assets import pixmap
from desktop.widgets.guide_link import GuideLink
from desktop.widgets.theme import colours
from tracker.model.tracking import Verdict

_WIDE = 420


class CodebookSheet(QFrame):
    """Opens above a widget; a click elsewhere or Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("What the verdicts mean"))
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 16, 18, 16)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(2, _WIDE)
        top = Qt.AlignmentFlag.AlignTop
        for row, verdict in enumerate(Verdict):
            colour = colours().of_verdict(verdict)
            sign, name, told = QLabel(self), QLabel(name_of(verdict), self), QLabel(self)
            sign.setPixmap(pixmap(verdict.value, colour))
            name.setStyleSheet(f"color:{colour.name()};font-weight:600")
            told.setTextFormat(Qt.TextFormat.PlainText)
            told.setText(definition(verdict))
            told.setWordWrap(True)
            told.setFixedWidth(_WIDE)
            for column, label in enumerate((sign, name, told)):
                grid.addWidget(label, row, column, top)

        self.guide = GuideLink(parent, self)
        self.guide.clicked.connect(self.close, Qt.ConnectionType.QueuedConnection)
        grid.addWidget(self.guide, len(Verdict), 2, Qt.AlignmentFlag.AlignLeft)

    def open_above(self, widget: QWidget) -> None:
        """Open with its lower right corner at the upper right one of a widget."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width(), -6))
        screen = widget.screen().availableGeometry()
        x = max(screen.left(), corner.x() - self.width())
        self.move(x, max(screen.top(), corner.y() - self.height()))
        self.show()
