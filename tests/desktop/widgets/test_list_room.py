"""One list below the texts."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.widgets.list_room import ListRoom

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def room(qtbot):
    """Return a room with pages and nothing below them."""
    made = ListRoom(QLabel("pages"))
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def test_a_list_takes_the_place_of_another(room):
    """Two lists never share the room; the second is as high as the first was pulled."""
    hits, bookmarks = QLabel("hits"), QLabel("bookmarks")
    room.show_list(hits)
    room.setSizes([300, 200])
    height = hits.height()
    room.show_list(bookmarks)
    assert room.shown() is bookmarks
    assert hits.isHidden()
    assert abs(bookmarks.height() - height) <= 2


def test_closing_gives_the_room_back(qtbot, room):
    """Without a list there is nothing to close, and the pages have all the height."""
    assert not room.close_list()
    room.show_list(QLabel("hits"))
    assert room.close_list()
    qtbot.waitUntil(lambda: room.pages.height() == room.height())
    assert not room.close_list()
