"""The charts below the indicators: one, or one for each that is chosen, and their files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs import series as jobs
from desktop.jobs.job import Job, Lane
from desktop.notice import Notice, Tone
from desktop.widgets.chart_view import ChartArea
from desktop.widgets.documents import documents
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.tips import plain_tip
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.charts import Chart
    from desktop.session import Session
    from tracker.model.series import IndicatorSeries

WRITING = Message("正在写入文件", "Writing the file")
_TABLES = ("xlsx", "csv")


class ChartPanel(QWidget):
    """Charts with the choice between one and many, and the way into a file.

    Signals:
        kind_chosen(): One chart, or many.
    """

    kind_chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._series: tuple[IndicatorSeries, ...] = ()
        self._name = ""
        self._cell: tuple[Sequence[str], str] = (), ""
        self.area = ChartArea(self)
        self.one, self.many = QToolButton(self), QToolButton(self)
        group = QButtonGroup(self)
        for button, place in ((self.one, "first"), (self.many, "last")):
            button.setObjectName("segment")
            button.setProperty("place", place)
            button.setCheckable(True)
            group.addButton(button)
        self.one.setChecked(True)
        group.buttonClicked.connect(self.kind_chosen)
        self.told = ElidedLabel(self)
        self.told.setObjectName("muted")
        self.export_button = QToolButton(self)
        self.export_button.setObjectName("chip")
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.export_button.setMenu(self.menu)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 2)
        bar.setSpacing(0)
        bar.addWidget(self.one)
        bar.addWidget(self.many)
        bar.addSpacing(12)
        bar.addWidget(self.told, 1)
        bar.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.area, 1)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.one.setText(self.tr("One chart"))
        self.many.setText(self.tr("Small multiples"))
        self.one.setToolTip(self.tr("The indicator at the cursor"))
        self.many.setToolTip(
            self.tr(
                "A small chart for each chosen indicator; choose several with Shift or Ctrl, "
                "or see the first ones"
            )
        )
        self.tell(*self._cell)
        self.export_button.setText(self.tr("Export ▾"))
        self.export_button.setToolTip(self.tr("The charts as a picture, or the table as data"))
        self.menu.clear()
        for ending, words in (
            ("svg", self.tr("Charts as SVG…")),
            ("png", self.tr("Charts as PNG…")),
            ("pdf", self.tr("Charts as PDF…")),
            ("xlsx", self.tr("Shown indicators as an Excel workbook…")),
            ("csv", self.tr("Shown indicators as CSV…")),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._ask_path, ending))
        for button in (self.one, self.many, self.export_button):
            button.setAccessibleName(button.text())
        self.area.canvas.setAccessibleName(
            self.tr("Charts; arrow keys go from point to point, Enter to the sentence")
        )

    def tell(self, notes: Sequence[str], cell: str) -> None:
        """Say in a line what is to be said of the cell at the cursor; the tip says all of it."""
        self._cell = tuple(notes), cell
        hint = self.tr("A point leads to its sentence")
        self.told.set_text(" · ".join(note.rstrip("。.") for note in notes) or hint)
        self.told.setToolTip(plain_tip(f"{cell}\n{hint}".strip()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def is_many(self) -> bool:
        """Tell whether a chart for each chosen indicator is wanted."""
        return self.many.isChecked()

    def show_charts(
        self, charts: Sequence[Chart], series: Sequence[IndicatorSeries], name: str
    ) -> None:
        """Show charts; ``series`` are what a table of data holds, ``name`` proposes a file."""
        self.area.canvas.set_charts(charts)
        self._series, self._name = tuple(series), name
        self.export_button.setEnabled(bool(series))

    def _ask_path(self, ending: str) -> None:
        charts = self.area.canvas.charts
        name = self._name if ending in _TABLES or len(charts) != 1 else charts[0].title
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export"),
            str(Path(documents()) / f"{_file_name(name)}.{ending}"),
            f"*.{ending}",
        )
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write charts or data, whichever the path's ending says."""
        from desktop.widgets.chart_file import PICTURES, picture_bytes  # noqa: PLC0415

        workspace, ending = self._session.workspace, path.suffix.lower().removeprefix(".")
        if workspace is None:
            return
        if ending in PICTURES:
            content = picture_bytes(self.area.canvas.charts, ending)
            work = partial(jobs.write_picture, workspace, path, content)
        else:
            chinese = QLocale().language() == QLocale.Language.Chinese
            language = "zh" if chinese else "en"
            work = partial(jobs.write_series, workspace, path, self._series, language)
        self._session.runner.submit(Job("", WRITING, work, Lane.STORE), self._on_written)

    def _on_written(self, path: Path) -> None:
        told = Message(f"已写入 {path}。", f"Written: {path}.")
        self._session.noticed.emit(Notice(Tone.DONE, told, path))


def _file_name(text: str) -> str:
    """Return text that every system takes for a file's name."""
    return "".join("-" if char in '<>:"/\\|?*' else char for char in text).strip() or "chart"
