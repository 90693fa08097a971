"""Everything that looks for words: in what is read (Ctrl+F), in the library (Ctrl+Shift+F)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from desktop.views.passages import Passages

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.views.compare_view import CompareView
    from desktop.views.desk import Desk
    from desktop.views.finding import TextFinder
    from desktop.views.library_view import LibraryView
    from desktop.views.search_view import SearchView
    from desktop.widgets.list_room import ListRoom


class Finding(QObject):
    """Everything that looks for words; bar and panel are made when they are first wanted.

    Args:
        session: Runs the searches.
        room: Pages, and lists below them.
        library: What is filtered where there is no text to find in.

    Signals:
        place_wanted(ReportId, Span): A hit in the library was chosen.
        library_wanted(): The library shall be shown.
    """

    place_wanted = Signal(str, object)
    library_wanted = Signal()

    def __init__(
        self,
        session: Session,
        room: ListRoom,
        library: LibraryView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self.passages = Passages(self)
        self._finders: dict[Desk, TextFinder] = {}
        self.panel: SearchView | None = None
        self.room = room

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self.place_wanted.connect(view.places.show)

    def has_texts(self) -> bool:
        """Tell whether texts are looked at that words can be found in."""
        return self.passages.desk() is not None

    @property
    def texts(self) -> TextFinder | None:
        """What finds in the texts, once it was wanted and while there are any."""
        desk = self.passages.desk()
        if desk is not None and desk not in self._finders:
            from desktop.views.finding import TextFinder  # noqa: PLC0415 - when first wanted

            self._finders[desk] = TextFinder(self._session, desk, self)
        return self._finders[desk] if desk is not None else None

    def find(self) -> None:
        """Open the bar below the texts, or filter the library where there are none."""
        if self.texts is None:
            self.filter_library()
        else:
            self.texts.open()

    def filter_library(self) -> None:
        """Put the keyboard into the filter of the library."""
        if self._library.isHidden():
            self.library_wanted.emit()
        self.enter(self._library.filter)

    def enter(self, field: QLineEdit) -> None:
        """Put the keyboard into a field, what stands in it selected."""
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def find_next(self) -> None:
        """Go to the next hit in the texts."""
        if self.texts is not None:
            self.texts.find_next()

    def find_previous(self) -> None:
        """Go to the hit before."""
        if self.texts is not None:
            self.texts.find_previous()

    def close(self) -> bool:
        """Close the bar below the texts; return False where there is none."""
        if self.texts is None or not self.texts.is_open():
            return False
        self.texts.close()
        return True

    def search_library(self) -> None:
        """Open the panel that searches all reports, and put the keyboard into it."""
        if self.panel is None:
            from desktop.views.search_view import SearchView  # noqa: PLC0415 - when first wanted

            self.panel = SearchView(self._session, self.room)
            self.panel.place_wanted.connect(self.place_wanted)
            self.panel.closed.connect(self._close_panel)
        self.room.show_list(self.panel)
        self.panel.enter()

    def close_list(self) -> bool:
        """Close the list below the texts, of hits or of bookmarks; False where there is none."""
        if self.room.shown() is None:
            return False
        self._close_panel()
        return True

    def _close_panel(self) -> None:
        self.room.close_list()
        text = self.passages.text()
        if text is not None:
            text.text.setFocus(Qt.FocusReason.OtherFocusReason)
