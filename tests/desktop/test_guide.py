"""The user guide in the window: pages, links, the way back, finding, pictures that fit."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.dialogs.guide_dialog import GuideDialog
from desktop.models.guide import OF_VIEWS, PAGES, folder, pages
from desktop.widgets.codebook_sheet import CodebookSheet
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.guide_page import anchor_of
from desktop.widgets.picture_sheet import PictureSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def guide(qtbot):
    """Return the guide in Chinese, shown."""
    dialog = GuideDialog(lambda: "zh_CN")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.mark.parametrize("name", ["columns", "commands"])
def test_a_page_of_long_tables_is_laid_out_as_one_change(guide, name):
    """Shapes given one by one would lay it out hundreds of times, and hold the window up."""
    page = next(page for page in pages("zh_CN") if page.name == name)
    changes = []
    guide.page.document().contentsChange.connect(lambda *where: changes.append(where))
    guide.page.show_page(page.text, folder("zh_CN"))
    assert len(changes) < 10


def chosen(guide: GuideDialog) -> str:
    """Return the name of the page that is shown."""
    return PAGES[guide.list.currentRow()]


def click_link(guide: GuideDialog, target: str) -> None:
    """Click the first link of the page that leads somewhere."""
    page = guide.page
    block = page.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            if fragment.charFormat().anchorHref() == target:
                cursor = page.textCursor()
                cursor.setPosition(fragment.position())
                page.setTextCursor(cursor)
                page.ensureCursorVisible()
                spot = page.cursorRect().center() + QPoint(6, 0)
                QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
                return
            place += 1
        block = block.next()
    raise AssertionError(target)


def test_every_page_fits_its_window_in_both_languages(qtbot):
    """No page is wider than its room, at the size in which the guide opens."""
    for language in ("zh_CN", "en"):
        dialog = GuideDialog(lambda code=language: code)
        qtbot.addWidget(dialog)
        dialog.show()
        assert (dialog.width(), dialog.height()) == (980, 720)
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            QApplication.processEvents()
            assert dialog.page.horizontalScrollBar().maximum() == 0, (language, PAGES[row])
            assert dialog.page.document().size().width() <= dialog.page.viewport().width()


def test_a_link_opens_a_page_and_alt_left_goes_back_to_the_place(guide, qtbot):
    """The way back leads to the page and to where it was left."""
    guide.page.verticalScrollBar().setValue(300)
    click_link(guide, "track.md")
    left_at = guide._trail[-1][1]
    assert (chosen(guide), left_at > 0) == ("track", True)
    qtbot.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert chosen(guide) == "index"
    assert guide.page.verticalScrollBar().value() == left_at
    assert not guide.back.isEnabled()


def test_a_page_chosen_in_the_list_has_a_way_back_too(guide, qtbot):
    """The button beside the line leads back as well."""
    guide.list.setFocus()
    qtbot.keyClick(guide.list, Qt.Key.Key_Down)
    qtbot.keyClick(guide.list, Qt.Key.Key_Down)
    assert chosen(guide) == "track"
    qtbot.mouseClick(guide.back, Qt.MouseButton.LeftButton)
    assert chosen(guide) == "compare"


def test_a_link_to_a_heading_brings_it_to_the_top(guide):
    """The heading that a link names is the first thing to be read."""
    click_link(guide, "across.md#概览和反馈率")
    assert chosen(guide) == "across"
    first = guide.page.cursorForPosition(QPoint(40, 40)).block().text()
    assert anchor_of(first) == "概览和反馈率"


def test_typing_leaves_the_pages_that_hold_the_words(guide, qtbot):
    """All words must be there; the first place is selected, Enter goes on, all are marked."""
    guide.filter.setFocus()
    guide.filter.setText("双花括号")
    shown = [PAGES[row] for row in range(guide.list.count()) if not guide.list.isRowHidden(row)]
    assert (shown, chosen(guide)) == (["export"], "export")
    assert guide.page.textCursor().selectedText() == "双花括号"
    guide.filter.clear()
    guide.filter.setText("模板")
    first = guide.page.textCursor().position()
    assert len(guide.page.extraSelections()) > 2
    qtbot.keyClick(guide.filter, Qt.Key.Key_Return)
    assert guide.page.textCursor().position() > first


def test_words_that_no_page_holds_are_told(guide, qtbot):
    """An empty list says why; Escape empties the line and leaves the guide open."""
    guide.filter.setText("饕餮")
    assert guide.nothing.isVisible()
    qtbot.keyClick(guide.filter, Qt.Key.Key_Escape)
    assert (guide.isVisible(), guide.nothing.isVisible()) == (True, False)


def test_an_address_outside_is_copied_and_never_opened(guide):
    """The guide opens nothing: what a link names is on the clipboard, and that is said."""
    guide.open_page("clusters")
    click_link(guide, "https://www.dask.org")
    assert QGuiApplication.clipboard().text() == "https://www.dask.org"
    assert guide.told.isVisible()
    guide.open_page("index")
    assert not guide.told.isVisible()


def test_pictures_are_drawn_for_the_screen_and_open_in_full_size(guide, qtbot):
    """A picture is as wide as there is room, in pixels of the screen; a click shows all of it."""
    image = QTextDocument.ResourceType.ImageResource.value
    shown = guide.page.document().resource(image, QUrl("../pictures/compare-zh.png"))
    assert isinstance(shown, QImage)
    ratio = guide.page.devicePixelRatioF()
    assert shown.devicePixelRatio() == ratio
    assert shown.width() <= guide.page.viewport().width() * ratio
    block = guide.page.document().findBlock(guide.page.document().find("\ufffc").position())
    high = guide.page.document().documentLayout().blockBoundingRect(block).height()
    assert high < shown.height() / ratio + 40, "no empty room below"
    click_link(guide, "../pictures/compare-zh.png")
    (sheet,) = guide.findChildren(PictureSheet)
    assert sheet.label.pixmap().width() == 1280
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_everything_names_itself_to_screen_readers(guide):
    """Line, list, page and button say what they are."""
    for widget in (guide.filter, guide.list, guide.page, guide.back):
        assert widget.accessibleName()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_all_pages_are_there(language):
    """Each page has a title and text in its language."""
    found = pages(language)
    assert [page.name for page in found] == list(PAGES)
    assert all(page.title and page.text.startswith(f"# {page.title}\n") for page in found)
    assert folder(language).name == language[:2]


def test_shift_f1_opens_the_page_of_the_view(opened, qtbot):
    """The guide begins at its beginning beside reports, and at the page of every other view."""
    window = opened.window
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.furniture.dialogs._guide
    assert dialog.isVisible()
    assert PAGES[dialog.list.currentRow()] == "index"
    window.actions_table["show_commitments"].trigger()
    window.actions_table["show_guide"].trigger()
    assert PAGES[dialog.list.currentRow()] == "track"
    assert set(OF_VIEWS) <= {action.objectName() for action in window.actions()}


@pytest.fixture
def helped(qtbot):
    """Return a window with the action that opens a guide, and how often it did."""
    window, opened = QMainWindow(), []
    qtbot.addWidget(window)
    action = QAction(window)
    action.setObjectName("show_guide")
    action.triggered.connect(lambda: opened.append(1))
    window.addAction(action)
    yield window, opened
    QApplication.processEvents()


def test_an_empty_view_leads_to_the_guide(helped, qtbot):
    """The link does what the window's action does."""
    window, opened = helped
    empty = EmptyState("library", window)
    window.setCentralWidget(empty)
    window.show()
    qtbot.waitUntil(empty.guide.isVisible)
    qtbot.mouseClick(empty.guide, Qt.MouseButton.LeftButton)
    assert opened == [1]


def test_an_empty_view_without_a_guide_offers_none(qtbot):
    """Where the window has no such action the link is hidden."""
    empty = EmptyState("library")
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.guide.isVisible()


def test_the_codebook_leads_to_the_guide_and_closes(helped, qtbot):
    """What the verdicts mean is told at length on the page of promises."""
    window, opened = helped
    window.show()
    sheet = CodebookSheet(window)
    sheet.show()
    with qtbot.waitSignal(sheet.destroyed):
        qtbot.mouseClick(sheet.guide, Qt.MouseButton.LeftButton)
    assert opened == [1]
