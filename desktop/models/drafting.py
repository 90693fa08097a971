"""Documents under a person's hands before they are brought in: what is said, and taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import intake
from desktop.jobs.job import Job
from desktop.session import READING, Session, without_context
from tracker.model.draft import Corrections, Draft, ImportChoice, Standing
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from tracker.model.ids import ReportId


@dataclass(frozen=True, slots=True)
class Said:
    """What a person chose for one document: corrections, and an encoding or ""."""

    corrections: Corrections
    encoding: str


@dataclass(slots=True)
class Item:
    """One document in the list.

    Attributes:
        draft: As it was worked out last.
        said: What is wanted; ahead of ``draft`` while it is worked out.
        chosen: It shall be brought in.
        replaces: It takes the place of the report that it stands against.
        past: What was said before, oldest first.
        future: What was taken back, latest last.
    """

    draft: Draft
    said: Said
    chosen: bool = False
    replaces: bool = False
    past: tuple[Said, ...] = ()
    future: tuple[Said, ...] = ()


class Drafting(QObject):
    """Documents in the order they were found.

    Signals:
        awaited(tuple[Draft, ...]): These are on their way, known by name and place alone.
        added(int, int): Documents came in, from this row to that one.
        changed(int): What is known of a row changed.
        worked_out(int): The report of a row was read anew.
        settled(): All that was said is worked out.
    """

    awaited = Signal(object)
    added = Signal(int, int)
    changed = Signal(int)
    worked_out = Signal(int)
    settled = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._items: list[Item] = []
        self._awaited: tuple[Draft, ...] = ()
        self._pending: set[int] = set()
        session.runner.crashed.connect(self._on_crashed)

    @property
    def items(self) -> tuple[Item, ...]:
        """All documents."""
        return tuple(self._items)

    def item(self, row: int) -> Item:
        """Return one document."""
        return self._items[row]

    def add(self, *drafts: Draft) -> None:
        """Take more documents; one is chosen when it is new and looks like a report."""
        first = len(self._items)
        for draft in drafts:
            chosen = _is_wanted(draft) and not is_foreign(draft)
            self._items.append(Item(draft, Said(draft.corrections, draft.encoding), chosen=chosen))
        if drafts:
            there = {draft.place for draft in drafts}
            self._await(tuple(one for one in self._awaited if one.place not in there))
            self.added.emit(first, len(self._items) - 1)

    def foresee(self, drafts: tuple[Draft, ...]) -> None:
        """Take notice of documents that will be read next."""
        self._await((*self._awaited, *drafts))

    def _await(self, drafts: tuple[Draft, ...]) -> None:
        if drafts != self._awaited:
            self._awaited = drafts
            self.awaited.emit(drafts)

    def end(self) -> None:
        """All documents are there: one that was given alone is meant, whatever it is."""
        self._await(())
        if len(self._items) == 1 and _is_wanted(self._items[0].draft):
            self.choose(0, chosen=True)

    def choose(self, row: int, *, chosen: bool) -> None:
        """Say whether a document shall be brought in."""
        item = self._items[row]
        if item.draft.is_new and item.chosen != chosen:
            item.chosen = chosen
            self.changed.emit(row)

    def replace_there(self, row: int, *, replaces: bool) -> None:
        """Say whether a document takes the place of the one it stands against."""
        item = self._items[row]
        item.replaces = replaces
        item.chosen = item.draft.is_new
        self.changed.emit(row)

    def correct(self, row: int, corrections: Corrections) -> None:
        """Say something else about a document."""
        self._say(row, replace(self._items[row].said, corrections=corrections))

    def encode(self, row: int, encoding: str) -> None:
        """Choose an encoding for a document; "" leaves it to the program."""
        self._say(row, replace(self._items[row].said, encoding=encoding))

    def _say(self, row: int, said: Said) -> None:
        item = self._items[row]
        if said != item.said:
            item.past, item.future = (*item.past, item.said), ()
            self._work_out(row, said)

    def undo(self, row: int) -> None:
        """Take back what was said last about a document."""
        item = self._items[row]
        if item.past:
            *past, said = item.past
            item.past, item.future = tuple(past), (*item.future, item.said)
            self._work_out(row, said)

    def redo(self, row: int) -> None:
        """Say again what was taken back last."""
        item = self._items[row]
        if item.future:
            *future, said = item.future
            item.past, item.future = (*item.past, item.said), tuple(future)
            self._work_out(row, said)

    def _work_out(self, row: int, said: Said) -> None:
        item = self._items[row]
        item.said = said
        self.changed.emit(row)
        workspace = self._session.workspace
        if workspace is None:
            return
        work = partial(intake.redraft, workspace, item.draft, said.corrections, said.encoding)
        job = Job(f"draft {id(self)} {row}", READING, without_context(work), quiet=True)
        self._pending.add(row)
        self._session.runner.submit(
            job, partial(self._on_worked_out, row), partial(self._on_unworked, row)
        )

    def is_settled(self) -> bool:
        """Tell whether all that was said is worked out: only then can it be brought in."""
        return not self._pending

    def n_said(self) -> int:
        """Return how many things were said that closing would lose."""
        return sum(len(item.past) for item in self._items if item.draft.is_new)

    def _settle(self, row: int) -> None:
        self._pending.discard(row)
        if not self._pending:
            self.settled.emit()

    def _on_unworked(self, row: int, _: object) -> None:
        """What was said cannot be worked out; the document stays as it was."""
        item = self._items[row]
        item.said = Said(item.draft.corrections, item.draft.encoding)
        self.changed.emit(row)
        self.worked_out.emit(row)
        self._settle(row)

    def _on_crashed(self, _: str) -> None:
        for row in tuple(self._pending):
            self._on_unworked(row, None)

    def _on_worked_out(self, row: int, draft: Draft) -> None:
        item = self._items[row]
        could = item.draft.is_new
        twin = item.draft.twin
        if twin and draft.standing not in (Standing.SAME_FILE, Standing.FAILED):
            draft = replace(draft, twin=twin, standing=item.draft.standing)
        item.draft = draft
        if draft.is_new and not could:
            item.chosen = _is_wanted(draft)
        elif not draft.is_new:
            item.chosen = False
        self.changed.emit(row)
        self.worked_out.emit(row)
        self._settle(row)

    def choices(self) -> tuple[ImportChoice, ...]:
        """Return what shall be brought in."""
        return tuple(
            ImportChoice(item.draft, _replaced(item)) for item in self._items if item.chosen
        )


def _is_wanted(draft: Draft) -> bool:
    return draft.standing in (Standing.NEW, Standing.RIVAL)


def is_foreign(draft: Draft) -> bool:
    """Tell whether a document lies among reports without being one: a notice, a list of names."""
    meta = draft.meta
    if meta is None:
        return False
    return meta.kind is ReportKind.OTHER and (meta.region is None or meta.year is None)


def _replaced(item: Item) -> ReportId | None:
    other = item.draft.other
    return other.id if item.replaces and other is not None else None
