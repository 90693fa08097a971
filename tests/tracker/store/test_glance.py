"""A first look into a file says what the open workspace says, or nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import SEEDS
from tests.small_analysis import Small
from tracker.glance import kept_texts
from tracker.model.ids import ReportId
from tracker.model.library import MetadataCorrection
from tracker.model.outline import Role
from tracker.store import header
from tracker.store.glance import kept_reports
from tracker.workspace import Workspace

TEXT = "320500|2021|报告\n# 一\n建成学校1所。\n"
NEXT = TEXT.replace("2021", "2022")


class Shelf:
    """A workspace file with two reports, and what a look into it gives."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.analysis = Small().analysis()
        with Workspace.create(path, analysis=self.analysis) as workspace:
            self.name = workspace.id
            entries = [workspace.import_bytes("r.txt", t.encode()).entry for t in (TEXT, NEXT)]
            self.ids = tuple(entry.id for entry in entries if entry is not None)
            self.reports = tuple(map(workspace.report, self.ids))

    def open(self) -> Workspace:
        """Open it in earnest."""
        return Workspace.open(self.path, analysis=self.analysis)

    def look(self, name: str = "", version: str = "1") -> tuple[object, ...]:
        """Look into it."""
        return kept_reports(self.path, name or self.name, self.ids, version)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return a closed workspace file with two reports."""
    (tmp_path / "files").mkdir()
    return Shelf(tmp_path / "files" / "w.duizhang")


def test_a_look_gives_what_the_workspace_gives(shelf: Shelf) -> None:
    """The reports are equal to the last field, in the order that was asked for."""
    assert shelf.look() == shelf.reports
    backwards = kept_reports(shelf.path, shelf.name, shelf.ids[::-1], "1")
    assert backwards == shelf.reports[::-1]


def test_a_look_gives_real_reports_as_the_workspace_does(tmp_path: Path) -> None:
    """The same holds for the program's own stages and a sample report."""
    path = tmp_path / "w.duizhang"
    with Workspace.create(path) as workspace:
        entry = workspace.import_files([next(SEEDS.glob("003_*.txt"))])[0].entry
        assert entry is not None
        report, name = workspace.report(entry.id), workspace.id
    assert kept_texts(path, name, (report.id,)) == (report,)


def test_a_look_leaves_no_trace(shelf: Shelf) -> None:
    """Neither the file nor its folder changes."""
    before = shelf.path.read_bytes()
    shelf.look()
    assert shelf.path.read_bytes() == before
    assert [one.name for one in shelf.path.parent.iterdir()] == [shelf.path.name]


def test_a_look_sees_what_is_only_in_the_log(shelf: Shelf) -> None:
    """While another program has the file open, what it wrote last counts."""
    with shelf.open() as workspace:
        assert shelf.look() == shelf.reports
        workspace.remove(shelf.ids[1])
        assert shelf.look() == ()


def set_title(workspace: Workspace, report_id: ReportId) -> None:
    """Correct the head."""
    workspace.correct_metadata(report_id, MetadataCorrection(title="另一份"))


def set_role(workspace: Workspace, report_id: ReportId) -> None:
    """Correct the role of a section."""
    workspace.correct_role(report_id, 0, Role.REVIEW)


def set_line(workspace: Workspace, report_id: ReportId) -> None:
    """Correct a line."""
    workspace.correct_line(report_id, 1, noise=True)


@pytest.mark.parametrize("correct", [set_title, set_role, set_line])
def test_a_report_that_people_set_right_waits_for_the_workspace(
    shelf: Shelf, correct: Callable[[Workspace, ReportId], None]
) -> None:
    """What a person said about a report is never left out of what is shown."""
    with shelf.open() as workspace:
        correct(workspace, shelf.ids[0])
        workspace.report(shelf.ids[0])
    assert shelf.look() == ()
    with shelf.open() as workspace:
        workspace.undo()
    assert shelf.look() == shelf.reports


def test_another_workspace_gives_nothing(shelf: Shelf) -> None:
    """The name of the file may have gone over to another workspace."""
    assert shelf.look(name="0" * 32) == ()


def test_findings_of_another_version_give_nothing(shelf: Shelf) -> None:
    """A better program reads a report anew; that takes the workspace."""
    assert shelf.look(version="2") == ()


@pytest.mark.parametrize("step", [-1, 1])
def test_a_file_of_another_schema_gives_nothing(shelf: Shelf, step: int) -> None:
    """An older file is brought up to date first, a newer one is refused."""
    with closing(sqlite3.connect(shelf.path)) as file:
        file.execute(f"PRAGMA user_version={header.SCHEMA_VERSION + step}")
    assert shelf.look() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE cache",
        "DROP TABLE correction",
        "UPDATE cache SET payload = x'c1'",
        "UPDATE content SET reading = NULL",
        "DELETE FROM setting",
    ],
)
def test_a_file_out_of_order_gives_nothing(shelf: Shelf, statement: str) -> None:
    """Whoever asks waits for the workspace, which mends it or tells what is wrong."""
    with closing(sqlite3.connect(shelf.path)) as file:
        file.execute(statement)
        file.commit()
    assert shelf.look() == ()


@pytest.mark.parametrize("data", [None, b"", b"x" * 5000, b"SQLite format 3\0"])
def test_a_file_of_something_else_gives_nothing(shelf: Shelf, data: bytes | None) -> None:
    """No file, no workspace, no problem: opening it tells."""
    shelf.path.unlink()
    if data is not None:
        shelf.path.write_bytes(data)
    assert shelf.look() == ()


def test_a_damaged_file_gives_nothing_or_what_was_there(shelf: Shelf) -> None:
    """Broken pages are no crash, and nothing that was not written comes out of them."""
    data = shelf.path.read_bytes()
    for start in range(100, len(data), len(data) // 60):
        shelf.path.write_bytes(data[:start] + b"\xff" * 700 + data[start + 700 :])
        assert shelf.look() in ((), shelf.reports)


def test_another_text_under_the_same_name_is_not_taken_for_it(shelf: Shelf) -> None:
    """Reports are asked for by the hash of their bytes."""
    other = replace(shelf.reports[0], id=ReportId("0" * 64))
    assert kept_reports(shelf.path, shelf.name, (other.id,), "1") == ()
