"""Outline (大纲) of one report as a tree of headings."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.roles import DataRole
from desktop.models.section_signs import SectionSign
from desktop.models.words import name_of
from tracker.model.outline import Section
from tracker.model.report import Report

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
BEHIND = "  · "
"""Stands between a heading and what is said of its section."""


class OutlineTree(QAbstractItemModel):
    """Sections below the sections they belong to.

    Args:
        parent: Owner.
        roles: Headings carry the role of their section, where it differs from the one above.
    """

    def __init__(self, parent: QObject | None = None, *, roles: bool = False) -> None:
        super().__init__(parent)
        self._roles = roles
        self._by_hand: frozenset[int] = frozenset()
        self._sections: tuple[Section, ...] = ()
        self._children: dict[int | None, list[int]] = {}
        self._rows: dict[int, int] = {}
        self._words: Mapping[int, str] = {}
        self._signs: Mapping[int, SectionSign] = {}

    def set_report(self, report: Report | None, by_hand: Collection[int] = ()) -> None:
        """Show another report.

        Args:
            report: The report.
            by_hand: Where the headings begin whose roles a person gave.
        """
        self.beginResetModel()
        self._by_hand = frozenset(by_hand)
        self._sections = report.sections if report else ()
        self._children, self._words, self._signs = {}, {}, {}
        for section in self._sections:
            self._children.setdefault(section.parent, []).append(section.index)
        self._rows = {
            index: row for below in self._children.values() for row, index in enumerate(below)
        }
        self.endResetModel()

    def set_words(self, words: Mapping[int, str]) -> None:
        """Put words behind the headings of some sections."""
        before, self._words = self._words, words
        for section in before.keys() | words.keys():
            at = self.index_of(section)
            self.dataChanged.emit(at, at)

    def set_signs(self, signs: Mapping[int, SectionSign]) -> None:
        """Show what became of the sections."""
        before, self._signs = self._signs, signs
        for section in before.keys() | signs.keys():
            if before.get(section) != signs.get(section):
                at = self.index_of(section)
                self.dataChanged.emit(at, at)

    def words(self, section: int) -> str:
        """Return the words behind a heading, "" for none."""
        return self._words.get(section, "")

    def section(self, index: Index) -> Section | None:
        """Return the section of a row."""
        return self._sections[index.internalId()] if index.isValid() else None

    def index_of(self, section: int) -> QModelIndex:
        """Return where a section stands."""
        if section not in self._rows:
            return QModelIndex()
        return self.createIndex(self._rows[section], 0, section)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return an index; its id is the section's index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._children[self._key(parent)][row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the section above."""
        section = self.section(index)
        if section is None or section.parent is None:
            return QModelIndex()
        return self.index_of(section.parent)

    def _key(self, parent: Index) -> int | None:
        return parent.internalId() if parent.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of sections below one."""
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self._children.get(self._key(parent), ()))

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 1."""
        return 0 if parent.isValid() and parent.column() != 0 else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return number and heading, and as a tip the role."""
        section = self.section(index)
        if section is None:
            return None
        heading = section.heading.rstrip("。：；")
        if role == Qt.ItemDataRole.DisplayRole:
            words = self.words(section.index)
            said = f"{BEHIND}{words}" if words else ""
            return f"{section.number}{heading}{self._role_words(section)}{said}"
        if role == Qt.ItemDataRole.ToolTipRole:
            sign = self._signs.get(section.index)
            said = f"\n{sign.words()}" if sign is not None else ""
            return f"{section.number}{heading}\n{name_of(section.role)}{said}"
        if role == DataRole.SIGN:
            return self._signs.get(section.index)
        if role == DataRole.SECTION:
            return section.index
        return None

    def _role_words(self, section: Section) -> str:
        if self._roles and section.heading_span.start in self._by_hand:
            return f"{BEHIND}{name_of(section.role)} ●"
        above = None if section.parent is None else self._sections[section.parent].role
        return f"{BEHIND}{name_of(section.role)}" if self._roles and section.role != above else ""
