"""A workspace that can only be read, at the desk: reading as always, writing held back with why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.builders import SEEDS
from tests.desktop.conftest import Program
from tests.desktop.intake_steps import drop
from tracker.store import opening
from tracker.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

READS = ("find", "search_library", "next_change", "export_report", "copy_cited", "show_topics")
CHANGES = ("import_files", "paste_report", "link_sections", "bookmark", "write_note", "mark_as")


@pytest.fixture
def disc(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a workspace where nothing can be written; at the end nothing was."""
    path = tmp_path / "disc" / "库.duizhang"
    path.parent.mkdir()
    path.write_bytes(sample_file.read_bytes())
    monkeypatch.setattr(opening, "may_write", lambda where: where.parent != path.parent)
    yield path
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == sample_file.read_bytes()


@pytest.fixture
def lent(qtbot, program: Program, disc: Path) -> Program:
    """Return the program with it, two reports side by side."""
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(disc)
    with qtbot.waitSignal(program.session.pair_compared, timeout=60_000):
        program.window.furniture.compare.choose_first_pair()
    return program


def said(program: Program) -> str:
    """Return what the bar says, "" where it is not there."""
    bar = program.window.message_bar
    return bar.label.text() if bar.isVisible() else ""


def test_it_opens_for_reading_and_says_so(lent: Program) -> None:
    """The texts are there; the title and the bar say that nothing can be changed."""
    window = lent.window
    assert len(lent.session.columns) == 2
    assert "read only" in window.windowTitle()
    assert "can only be read" in said(lent)
    assert window.message_bar.open_button.text() == "Save a copy…"
    for name in READS:
        assert window.actions_table[name].isEnabled(), name
    for name in CHANGES:
        assert not window.actions_table[name].isEnabled(), name
        assert "can only be read" in window.actions_table[name].toolTip(), name
    assert not window.actions_table["undo"].isEnabled()


def test_files_that_are_dropped_are_refused_with_the_reason(qtbot, lent: Program) -> None:
    """A drop is answered by a sentence, no preview opens."""
    lent.window.message_bar.forget()
    drop(lent, next(SEEDS.glob("001_*.txt")))
    assert "Nothing can be imported" in said(lent)
    assert lent.window.furniture.intake.dialog is None


def test_the_menu_of_a_report_reads_only(lent: Program) -> None:
    """Correcting, renaming, removing are not to be had; reading is."""
    library = lent.window.library
    report = lent.session.entries[0].id
    library.select(report)
    library.open_menu(library.tree.currentIndex(), library.tree.rect().center())
    menu = library.menu
    assert menu.promises.isEnabled()
    assert menu.earlier.isEnabled()
    assert not menu.rename.isEnabled()
    assert not menu.remove.isEnabled()
    assert not any(action.isEnabled() for action in menu.care.values())
    menu.close()


def test_promises_are_judged_and_marks_are_held_back(qtbot, lent: Program) -> None:
    """The table works; buttons and note are off, the key says why and offers a copy."""
    window = lent.window
    with qtbot.waitSignal(lent.session.tracked, timeout=60_000):
        window.furniture.ways.show_commitments()
        window.furniture.commitments.choose(lent.session.columns[0].id)
    view = window.furniture.commitments
    qtbot.waitUntil(lambda: view.model.rowCount() > 5, timeout=60_000)
    bar = view.detail.marks
    assert not any(button.isEnabled() for button in bar.buttons.values())
    assert not bar.note.isEnabled()
    assert bar.next_button.isEnabled()
    window.message_bar.forget()
    view.table.setFocus()
    view.table.setCurrentIndex(view.table.model().index(0, 0))
    shown = [card.choice for card in view.detail.evidence.cards if not card.isHidden()]
    for off in (
        *view.detail.tools.buttons,
        *(button for choice in shown for button in (choice.yes, choice.no)),
    ):
        assert not off.isEnabled()
        assert off.toolTip() == "This workspace can only be read"
    with qtbot.waitSignal(lent.session.noticed, timeout=10_000):
        qtbot.keyClick(view.table, Qt.Key.Key_1)
    assert "was not saved" in said(lent)
    assert window.message_bar.open_button.text() == "Save a copy…"


def test_a_saved_copy_is_opened_and_can_be_worked_in(
    qtbot, lent: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button of the bar leads to a workspace in which everything is to be had again."""
    target = tmp_path / "mine"
    offered: list[str] = []

    def choose(*asked: object) -> tuple[str, str]:
        offered.append(str(asked[2]))
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(lent.session.opened, timeout=60_000):
        qtbot.mouseClick(lent.window.message_bar.open_button, Qt.MouseButton.LeftButton)
    assert offered[0].endswith("库 copy.duizhang")
    assert lent.session.place == target.with_suffix(".duizhang")
    assert not lent.session.read_only
    assert "read only" not in lent.window.windowTitle()
    for name in CHANGES:
        assert lent.window.actions_table[name].isEnabled(), name
    assert "can only be read" not in lent.window.actions_table["bookmark"].toolTip()


def test_a_copy_of_a_workspace_that_can_be_changed_leaves_it_open(
    qtbot, opened: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Save a copy writes beside; one goes on where one was."""
    target, place = tmp_path / "beside.duizhang", opened.session.place
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(opened.session.noticed, timeout=60_000):
        opened.window.actions_table["save_copy"].trigger()
    assert str(target) in said(opened)
    assert opened.session.place == place
    with Workspace.open(target) as copy:
        assert len(copy.entries()) == len(opened.session.entries)
