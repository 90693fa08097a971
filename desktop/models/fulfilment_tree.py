"""What became of the promises of reports, as Qt sees it: a line for each, its sections below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.models.codebook import definition
from desktop.models.roles import DataRole
from desktop.models.words import name_of, short_region, year_name
from tracker.model.tracking import Verdict

if TYPE_CHECKING:
    from desktop.jobs.series import Fulfilment
    from tracker.model.figures import ReportFigures

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HEAD = int(_RIGHT) | int(Qt.TextFlag.TextWordWrap)
_TOP = 0
"""Internal id of the lines of reports; those of sections have the line above them, from 1."""


@dataclass(frozen=True, slots=True)
class Line:
    """A report, or a section of it, with what became of its promises."""

    figures: ReportFigures
    sections: tuple[ReportFigures, ...]
    regions: bool


class FulfilmentTree(QAbstractItemModel):
    """Reports with their sections; a column for each verdict."""

    NAME, PROMISES, BAR = range(3)
    VERDICTS = tuple(Verdict)
    QUANTIFIED = 3 + len(VERDICTS)
    RATE = QUANTIFIED + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._shown: list[Line] = []
        self._words = ""
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def set_fulfilment(self, found: Fulfilment | None, *, regions: bool) -> None:
        """Show other reports: of one region, or of several."""
        self.beginResetModel()
        whole = found.whole if found else ()
        self._lines = tuple(
            Line(one, found.sections.get(one.earlier, ()) if found else (), regions)
            for one in whole
        )
        self._choose()
        self.endResetModel()

    def set_words(self, words: str) -> None:
        """Show only reports whose region, year or sections have these words."""
        self.beginResetModel()
        self._words = words
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the reports; their sections stay as they stand in the text."""
        self.layoutAboutToBeChanged.emit()
        self._sorted = column, order
        self._choose()
        self.layoutChanged.emit()

    def _choose(self) -> None:
        wanted = self._words.lower().split()
        found = [line for line in self._lines if all(w in _words(line) for w in wanted)]
        column, order = self._sorted
        if column >= 0:
            found.sort(
                key=lambda line: self._key(line.figures, column),
                reverse=order is Qt.SortOrder.DescendingOrder,
            )
        self._shown = found

    def _key(self, figures: ReportFigures, column: int) -> tuple[object, ...]:
        if column in (self.NAME, self.BAR):
            return figures.region, figures.year or 0
        if column == self.RATE:
            return (figures.feedback_rate or 0.0,)
        return (self._number(figures, column),)

    def _number(self, figures: ReportFigures, column: int) -> int:
        if column == self.PROMISES:
            return figures.promises
        if column == self.QUANTIFIED:
            return figures.quantified
        return figures.verdicts.get(self.VERDICTS[column - 3], 0)

    # What stands where

    def lines(self) -> tuple[ReportFigures, ...]:
        """Return the figures of the reports that are shown."""
        return tuple(line.figures for line in self._shown)

    def total(self) -> int:
        """Return how many reports there are, shown or not."""
        return len(self._lines)

    def figures(self, index: Index) -> ReportFigures:
        """Return the figures of a line."""
        above = index.internalId()
        if above == _TOP:
            return self._shown[index.row()].figures
        return self._shown[above - 1].sections[index.row()]

    def verdict(self, column: int) -> Verdict | None:
        """Return which verdict a column counts, None for any other."""
        place = column - 3
        return self.VERDICTS[place] if 0 <= place < len(self.VERDICTS) else None

    # As Qt asks

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return where a line stands."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the report that a section is of."""
        above = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if above == _TOP else self.createIndex(above - 1, 0, _TOP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of reports, or of the sections of one."""
        if not parent.isValid():
            return len(self._shown)
        if parent.internalId() != _TOP or parent.column() > 0:
            return 0
        return len(self._shown[parent.row()].sections)

    def columnCount(self, _: Index = _ROOT) -> int:
        """Return the number of columns."""
        return self.RATE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return names and numbers, and what they mean as a tip."""
        if not index.isValid():
            return None
        figures, column = self.figures(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index, figures)
        if role == DataRole.VALUE:
            return figures if column == self.BAR else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column not in (self.NAME, self.BAR):
            return _RIGHT
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tip(index, figures)
        return None

    def _text(self, index: Index, figures: ReportFigures) -> str:
        column = index.column()
        if column == self.BAR:
            return ""
        if column == self.NAME:
            return self._name(index, figures)
        if column == self.RATE:
            rate = figures.feedback_rate
            nothing = "–" if figures.missing_years and figures.quantified else ""
            return nothing if rate is None else f"{rate:.0%}"
        return str(self._number(figures, column) or "·")

    def _name(self, index: Index, figures: ReportFigures) -> str:
        if index.internalId() != _TOP:
            return figures.group.rstrip("。") or self.tr("Under no heading")
        year = year_name(figures.year)
        regions = self._shown[index.row()].regions
        name = f"{short_region(figures.region)} {year}" if regions else year
        if figures.missing_years:
            return self.tr("{0} (judged by {1})").format(name, figures.later_year)
        return name

    def _tip(self, index: Index, figures: ReportFigures) -> str:
        column, name = index.column(), self._name(index, figures)
        if column == self.RATE:
            return "\n".join((self._rate(figures), rate_meaning()))
        verdict = self.verdict(column)
        if verdict is not None:
            n = self._number(figures, column)
            return f"{name} — {name_of(verdict)}: {n}\n{definition(verdict)}"
        if column == self.QUANTIFIED:
            return self.tr("{0}: {1} promises give a figure that is due by then").format(
                name, figures.quantified
            )
        if column == self.BAR:
            held = ((v, figures.verdicts.get(v, 0)) for v in self.VERDICTS)
            return "\n".join((name, *(f"{name_of(v)} {n}" for v, n in held if n)))
        lines = [
            self.tr("{0}: {1} promises, {2} marked by people").format(
                name, figures.promises, figures.marked
            )
        ]
        if figures.missing_years:
            lines.append(
                self.tr(
                    "The reports between are missing: its figures do not compare with those of "
                    "reports that follow each other."
                )
            )
        return "\n".join(lines)

    def _rate(self, figures: ReportFigures) -> str:
        told = self.tr(
            "{0} of {1} promises with a figure are answered, {2} so that it can be checked"
        )
        said = told.format(
            figures.quantified_answered, figures.quantified, figures.quantified_plainly
        )
        if not figures.missing_years:
            return said
        none = self.tr(
            "No feedback rate: that is what the report of the next year answers, and it is missing."
        )
        return "\n".join((none, said))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return what the columns are called, and what they mean."""
        if orientation == Qt.Orientation.Vertical:
            return None
        verdict = self.verdict(section)
        told: object = verdict if role == DataRole.VERDICT else None
        if role == Qt.ItemDataRole.DisplayRole:
            told = self._head(section)
        elif role == Qt.ItemDataRole.TextAlignmentRole and section not in (self.NAME, self.BAR):
            told = _HEAD
        elif role == Qt.ItemDataRole.ToolTipRole and verdict is not None:
            told = definition(verdict)
        elif role == Qt.ItemDataRole.ToolTipRole and section == self.RATE:
            told = rate_meaning()
        return told

    def _head(self, section: int) -> str:
        verdict = self.verdict(section)
        if verdict is not None:
            return name_of(verdict)
        return {
            self.NAME: self.tr("Report, section"),
            self.PROMISES: self.tr("Promises"),
            self.BAR: self.tr("What became of them"),
            self.QUANTIFIED: self.tr("With a figure"),
            self.RATE: self.tr("Feedback rate"),
        }[section]

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.beginResetModel()
        self.endResetModel()


def _words(line: Line) -> str:
    figures = line.figures
    headings = (one.group for one in line.sections)
    return "\n".join((figures.region, str(figures.year or ""), *headings)).lower()


def rate_meaning() -> str:
    """Return what the feedback rate is."""
    return QCoreApplication.translate(
        "FulfilmentTree",
        "Feedback rate (after Yang Jun, Chinese Public Administration 2013, no. 5): of the "
        "promises that give a figure due by the year looked back on, the share that the next "
        "report answers at all, directly, by implication or vaguely. By hand he found 67% in 150 "
        "reports of 15 cities, 2002 to 2011.",
    )
