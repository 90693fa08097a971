"""The part of the door by which people keep places of the texts, with or without a note."""

from pathlib import Path

from tracker.model.bookmark import Bookmark, ListedBookmark
from tracker.model.citation import CitationForm
from tracker.model.ids import BookmarkId, ReportId
from tracker.model.mark import Anchor
from tracker.workspace.bookmarking import Bookmarking


class Bookmarks:
    """Bookmarks of a workspace; see ``Workspace``."""

    _bookmarking: Bookmarking

    def add_bookmark(self, place: Anchor, note: str = "") -> Bookmark:
        """Put a bookmark on a passage, with a note or without.

        It takes the place of what was kept on the very same passage; a bare one leaves the note
        that is there.

        Raises:
            InputProblem: The passage does not stand there, or the note is too long.
        """
        return self._bookmarking.add(place, note)

    def write_note(self, bookmark: BookmarkId, note: str) -> Bookmark:
        """Write the words of a bookmark, or with "" take them away and leave it bare.

        Raises:
            InputProblem: No such bookmark, or the note is too long.
        """
        return self._bookmarking.write(bookmark, note)

    def remove_bookmarks(self, *bookmarks: BookmarkId) -> None:
        """Take bookmarks away with their notes, as one action; undo brings them back."""
        self._bookmarking.remove(bookmarks)

    def bookmarks(self, report_id: ReportId | None = None) -> tuple[Bookmark, ...]:
        """Return all bookmarks, or those of one report: in the order of the library, by place.

        One whose passage is gone from a new version of its report is there too, as lost.
        """
        return self._bookmarking.bookmarks(report_id)

    def listed_bookmarks(
        self, form: CitationForm = CitationForm.FULL
    ) -> tuple[ListedBookmark, ...]:
        """Return all bookmarks with headings, page or line, and citation; reads their reports."""
        return self._bookmarking.listed(form)

    def export_bookmarks(
        self, path: Path | str, language: str = "zh", form: CitationForm = CitationForm.FULL
    ) -> int:
        """Write all bookmarks and notes as plain text with citations; return how many.

        Raises:
            ExportProblem: The file cannot be written.
        """
        # The writer is loaded when something is written.
        from tracker.export.bookmark_text import write_bookmarks  # noqa: PLC0415

        found = self.listed_bookmarks(form)
        write_bookmarks(found, Path(path), language)
        return len(found)
