"""The matrix of topics as Qt sees it: a row for each topic, a column for each report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.models.roles import DataRole
from desktop.models.topic_rows import TopicCell, TopicOrder, TopicRow, sorted_rows, topic_rows
from desktop.models.words import labelled, report_name, short_region, year_name
from tracker.model.thread import Course

if TYPE_CHECKING:
    from desktop.jobs.topics import Topics
    from tracker.model.report import Report

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MANY = 10
"""Times from which no decimal is told."""
_COURSES = {
    Course.NEW: QT_TRANSLATE_NOOP("TopicWords", "New"),
    Course.BACK: QT_TRANSLATE_NOOP("TopicWords", "Back again"),
    Course.GROWN: QT_TRANSLATE_NOOP("TopicWords", "Clearly more text"),
    Course.SHRUNK: QT_TRANSLATE_NOOP("TopicWords", "Clearly less text"),
    Course.GONE: QT_TRANSLATE_NOOP("TopicWords", "Gone"),
    Course.MERGED: QT_TRANSLATE_NOOP("TopicWords", "Went into another section"),
}


class TopicMatrix(QAbstractTableModel):
    """Topics by reports; rows in the order, and with the words, that the person chose."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.topics: Topics | None = None
        self._rows: tuple[TopicRow, ...] = ()
        self._shown: tuple[TopicRow, ...] = ()
        self._order, self._words = TopicOrder.LATEST, ""

    def set_topics(self, topics: Topics | None) -> None:
        """Show other topics."""
        self.beginResetModel()
        self.topics = topics
        self._rows = topic_rows(topics) if topics else ()
        self._shown = self._chosen()
        self.endResetModel()

    def set_order(self, order: TopicOrder) -> None:
        """Sort the rows."""
        self._order = order
        self._choose_anew()

    def set_words(self, words: str) -> None:
        """Show only topics one of whose headings has these words."""
        self._words = words
        self._choose_anew()

    def _choose_anew(self) -> None:
        self.beginResetModel()
        self._shown = self._chosen()
        self.endResetModel()

    def _chosen(self) -> tuple[TopicRow, ...]:
        wanted = self._words.lower().split()
        found = (row for row in self._rows if all(word in row.words.lower() for word in wanted))
        return sorted_rows(tuple(found), self._order)

    # What stands where

    @property
    def order(self) -> TopicOrder:
        """What the rows are sorted by."""
        return self._order

    def total(self) -> int:
        """Return how many topics there are, also those that are not shown."""
        return len(self._rows)

    def row(self, index: Index | int) -> TopicRow:
        """Return the topic of a row."""
        return self._shown[index if isinstance(index, int) else index.row()]

    def cell(self, index: Index) -> TopicCell | None:
        """Return a topic in one report, None before it came up and after it is gone."""
        return self.row(index).cells[index.column()]

    def topic(self, number: int) -> TopicRow:
        """Return a topic by its number, shown or not."""
        return self._rows[number]

    def row_of(self, number: int) -> int:
        """Return where a topic stands, -1 where it is not shown."""
        return next((n for n, row in enumerate(self._shown) if row.number == number), -1)

    def find(self, place: int, section: int) -> int | None:
        """Return the topic that a section of a report, or what it stands in, belongs to."""
        if self.topics is None:
            return None
        sections, held = self.topics.reports[place].sections, {}
        for row in self._rows:
            cell = row.cells[place]
            if cell is not None and cell.section is not None:
                held[cell.section] = row.number
        at: int | None = section
        while at is not None:
            if at in held:
                return held[at]
            at = sections[at].parent
        return next((held[n] for n in sorted(held) if sections[n].parent == section), None)

    def column_name(self, place: int) -> str:
        """Return what a column is called: a year, or a region."""
        if self.topics is None:
            return ""
        return name_of_column(self.topics.reports[place], one_year=self.topics.one_year)

    def missing_before(self, place: int) -> tuple[int, ...]:
        """Return the years between the report before and this one of which there is no report."""
        if self.topics is None or self.topics.one_year or place == 0:
            return ()
        before, year = (self.topics.reports[n].meta.year for n in (place - 1, place))
        return tuple(range((before or 0) + 1, year or 0)) if before and year else ()

    def gap_before(self, place: int) -> str:
        """Tell of which years between the report before and this one there is none, else ""."""
        years = self.missing_before(place)
        if not years:
            return ""
        told = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        return self.tr("No report of {0}").format(told)

    # As Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of topics shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of reports."""
        return 0 if parent.isValid() or self.topics is None else len(self.topics.reports)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the length of a section in characters, and all there is to tell as a tip."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.length) if cell is not None and cell.section is not None else ""
        if role == DataRole.VALUE:
            return cell
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the year or region of a column, and the heading of a row."""
        if orientation == Qt.Orientation.Horizontal:
            return self._column_head(section, role)
        if not 0 <= section < len(self._shown):
            return None
        row = self._shown[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("{0}\nEnter: its text through all reports").format(row.title)
        return row if role == DataRole.VALUE else None

    def _column_head(self, place: int, role: int) -> object:
        if self.topics is None or not 0 <= place < len(self.topics.reports):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.column_name(place)
        if role == Qt.ItemDataRole.ToolTipRole:
            told, gap = report_name(self.topics.reports[place]), self.gap_before(place)
            return f"{told}\n{gap}" if gap else told
        return self.gap_before(place) if role == DataRole.VALUE else None

    def _told(self, index: Index) -> str:
        """Return what is known of a cell, in lines."""
        row, cell = self.row(index), self.cell(index)
        lines = [f"{row.title} · {self.column_name(index.column())}"]
        if cell is None:
            return "\n".join((*lines, self.tr("No such topic in this report")))
        if cell.section is not None:
            if cell.heading != row.title:
                lines.append(self.tr("here: {0}").format(cell.heading))
            lines.append(self.tr("{0} characters").format(cell.length))
        if cell.course is not None:
            lines.append(self._course(cell))
        if cell.score is not None:
            lines.append(
                self.tr("fit with the section before: {0} of 1").format(f"{cell.score:.2f}")
            )
        return "\n".join(lines)

    def _course(self, cell: TopicCell) -> str:
        told = course_words(cell.course)
        if cell.course is Course.MERGED:
            return labelled(told, cell.heading) if cell.heading else told
        if cell.course is Course.GROWN:
            return self.tr("{0}: {1} times its share of the text").format(told, _times(cell.factor))
        if cell.course is Course.SHRUNK:
            part = _times(1 / cell.factor) if cell.factor else ""
            return self.tr("{0}: {1} times less of the text").format(told, part)
        return told


def _times(factor: float) -> str:
    return f"{factor:.0f}" if factor >= _MANY else f"{factor:.1f}"


def name_of_column(report: Report, *, one_year: bool) -> str:
    """Return what a column is called: a year, or a region."""
    if one_year:
        region = report.meta.region
        return short_region(region.name) if region else report.name
    return year_name(report.meta.year)


def course_words(course: Course | None) -> str:
    """Return what became of a topic, in words; "" where nothing need be said."""
    if course is None or course not in _COURSES:
        return ""
    return QCoreApplication.translate("TopicWords", str(_COURSES[course]))
