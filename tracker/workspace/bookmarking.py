"""Bookmarks and notes: written down at once, taken along when a report is read anew."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.bookmark import Bookmark, ListedBookmark
from tracker.model.citation import (
    CitationForm,
    cited,
    document_of,
    place_of,
    quote_of,
    section_trail,
)
from tracker.model.ids import BookmarkId, ReportId
from tracker.model.mark import Anchor
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.store import bookmarks as rows
from tracker.store import shelf
from tracker.store.database import Database, now
from tracker.store.journal import Journal, Recorder
from tracker.workspace.anchoring import reanchor
from tracker.workspace.findings import Findings

LONGEST_NOTE = 20_000
"""Characters of a note: more than a person writes by hand, less than a report."""

LONG_QUOTE = 400
"""From so many characters a passage that is not there in so many words is found again by its two
ends: 2,000 characters compared as one with every stretch of a text took minutes."""

_END = 150
"""Characters of an end."""

_ADD = Message("添加书签", "add a bookmark")
_WRITE = Message("写批注", "write a note")
_REMOVE = Message("删除书签", "remove a bookmark")


class Bookmarking:
    """Bookmarks of a workspace.

    Args:
        database: The workspace file.
        findings: Reports, to check that a passage stands where it is said to.
        user: Name that is written beside each.
    """

    def __init__(self, database: Database, findings: Findings, user: str) -> None:
        self._database = database
        self._findings = findings
        self._user = user
        self._journal = Journal(database)
        self._listed: dict[BookmarkId, tuple[object, ListedBookmark]] = {}

    def add(self, place: Anchor, note: str) -> Bookmark:
        """Put a bookmark on a passage; see ``Workspace.add_bookmark``."""
        words = _checked(note)
        report = self._findings.report(place.report_id)
        if not place.span or report.quote(place.span) != place.quote:
            raise InputProblem(
                Message("报告中没有这段文字。", "The report has no such passage there.")
            )
        value = Bookmark(BookmarkId(0), place, words, self._user, now())
        with self._journal.action(_WRITE if words else _ADD, self._user) as recorder:
            for other in rows.bookmarks(recorder.connection, place.report_id):
                if other.anchor == place and not other.lost:
                    if not words:
                        return other
                    value = replace(value, id=other.id)
                    rows.put_bookmark(recorder, value)
                    return value
            return rows.add_bookmark(recorder, value)

    def write(self, bookmark: BookmarkId, note: str) -> Bookmark:
        """Write or rewrite the words of a bookmark."""
        words = _checked(note)
        with self._journal.action(_WRITE, self._user) as recorder:
            found = rows.find_bookmark(recorder.connection, bookmark)
            if found is None:
                raise InputProblem(
                    Message("工作区中没有这个书签。", "The workspace has no such bookmark.")
                )
            if found.note == words:
                return found
            value = replace(found, note=words, user=self._user, at=now())
            rows.put_bookmark(recorder, value)
        return value

    def remove(self, bookmarks: Sequence[BookmarkId]) -> None:
        """Take bookmarks away, as one action."""
        n = len(bookmarks)
        told = _REMOVE if n == 1 else Message(f"删除 {n} 个书签", f"remove {n} bookmarks")
        with self._journal.action(told, self._user) as recorder:
            for one in bookmarks:
                rows.take_bookmark(recorder, one)

    def bookmarks(self, report_id: ReportId | None) -> tuple[Bookmark, ...]:
        """Return the bookmarks of the library, or of one report, by place."""
        with self._database.read() as connection:
            found = rows.bookmarks(connection, report_id)
            if not found:
                return ()
            order = {entry.id: at for at, entry in enumerate(shelf.entries(connection))}
        # Those of a report that was removed come back with it.
        there = [one for one in found if one.anchor.report_id in order]
        return tuple(sorted(there, key=lambda one: order[one.anchor.report_id]))

    def listed(self, form: CitationForm) -> tuple[ListedBookmark, ...]:
        """Return the bookmarks of the library with what a list of them shows.

        Reports are read for those alone of which something changed since they were listed last.
        """
        bookmarks = self.bookmarks(None)
        reports = {one.anchor.report_id for one in bookmarks}
        told = {report_id: self._findings.said(report_id) for report_id in reports}
        before, self._listed = self._listed, {}
        for one in bookmarks:
            state = (one, told[one.anchor.report_id], form)
            known = before.get(one.id)
            if known is None or known[0] != state:
                known = state, _listed(one, self._findings.report(one.anchor.report_id), form)
            self._listed[one.id] = known
        return tuple(found for _, found in self._listed.values())


def _listed(one: Bookmark, report: Report, form: CitationForm) -> ListedBookmark:
    span, document = one.anchor.span, document_of(report)
    if one.lost:
        quote = one.anchor.quote.strip()
        zh = f"“{quote}”（{document.zh}；原文已不在）"
        en = f"“{quote}” ({document.en}; no longer in the text)"
        return ListedBookmark(one, document, (), None, quote, Message(zh, en))
    return ListedBookmark(
        one,
        document,
        section_trail(report, span.start),
        place_of(report, span),
        quote_of(report, span),
        cited(report, span, form),
    )


def _checked(note: str) -> str:
    words = note.strip()
    if len(words) > LONGEST_NOTE:
        raise InputProblem(
            Message(
                f"批注最多{LONGEST_NOTE}个字。", f"A note has {LONGEST_NOTE} characters at most."
            )
        )
    return words


def moved_bookmarks(
    found: Sequence[Bookmark], old: ReportId, text: str, new: ReportId
) -> dict[BookmarkId, tuple[Bookmark, Bookmark]]:
    """Return the bookmarks of a report, as they are and as they stand in a new text.

    One whose words are gone stays with the document and is lost; it is looked for again when yet
    another text comes.
    """
    return {one.id: (one, _moved(one, text, new)) for one in found if one.anchor.report_id == old}


def _moved(one: Bookmark, text: str, new: ReportId) -> Bookmark:
    quote = one.anchor.quote
    whole = len(quote) < LONG_QUOTE or quote in text
    anchor = reanchor(one.anchor, text, new) if whole else _between_ends(one.anchor, text, new)
    if anchor is None:
        return replace(one, anchor=replace(one.anchor, report_id=new), lost=True)
    return replace(one, anchor=anchor, lost=False)


def _between_ends(anchor: Anchor, text: str, new: ReportId) -> Anchor | None:
    """Return the passage that begins and ends like a long one, and is about as long."""
    quote, span = anchor.quote, anchor.span
    first = replace(anchor, span=Span(span.start, span.start + _END), quote=quote[:_END])
    last = replace(anchor, span=Span(span.end - _END, span.end), quote=quote[-_END:])
    begin, end = reanchor(first, text, new), reanchor(last, text, new)
    if begin is None or end is None:
        return None
    length = end.span.end - begin.span.start
    if not len(quote) / 2 <= length <= len(quote) * 2:
        return None
    found = Span(begin.span.start, end.span.end)
    return Anchor(new, found, text[found.start : found.end])


def move_bookmarks(
    recorder: Recorder,
    old: ReportId,
    report: Report,
    ready: dict[BookmarkId, tuple[Bookmark, Bookmark]],
) -> None:
    """Write bookmarks of a report as they stand in its new text.

    Args:
        recorder: The action.
        old: The report that was replaced.
        report: The new one.
        ready: What ``moved_bookmarks`` found outside the lock; what was changed since is looked
            for anew.
    """
    for one in rows.bookmarks(recorder.connection, old):
        before, then = ready.get(one.id, (None, one))
        if before != one:
            then = _moved(one, report.text, report.id)
        if then != one:
            rows.put_bookmark(recorder, then)
