"""How far the reading of many documents is: a bar, what is read now, and how long it will take."""

from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from desktop.jobs.job import Progress
from desktop.models.pace import Pace, time_left
from desktop.widgets.elided_label import ElidedLabel


class ReadingStrip(QWidget):
    """Stands above a list that fills; hidden while nothing is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pace = Pace()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.what = ElidedLabel(self)
        self.left = QLabel(self)
        for label in (self.what, self.left):
            label.setObjectName("muted")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self.bar, 0, 0, 1, 2)
        layout.addWidget(self.what, 1, 0)
        layout.addWidget(self.left, 1, 1)
        self.begin()

    def begin(self) -> None:
        """Something will be read; nobody knows yet how much."""
        self._pace = Pace()
        self.bar.setRange(0, 0)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading is."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.what.set_text(progress.doing)
        self.left.setText(time_left(self._pace.left(progress)))
