"""The index of words of a workspace: the same hits as without it, and nothing kept too long."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tracker.model.search import Query, Scope
from tracker.workspace import Workspace, search_reports, search_workspace

Seed = Callable[[str], Path]


@pytest.fixture
def workspace(tmp_path: Path, seed: Seed) -> Iterator[Workspace]:
    """Yield a workspace of three reports."""
    with Workspace.create(tmp_path / "w.duizhang") as opened:
        opened.import_files([seed(number) for number in ("000", "002", "003")])
        yield opened


def rows(workspace: Workspace, table: str = "word_index_report") -> int:
    """Return how many rows a table of the file has."""
    with closing(sqlite3.connect(workspace.path)) as file:
        return int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def holding(workspace: Workspace, text: str) -> set[str]:
    """Return the names of reports that hold a word."""
    found = {one.report_id for one in search_workspace(workspace, Query(text))}
    return {entry.name[:3] for entry in workspace.entries() if entry.id in found}


@pytest.mark.parametrize(
    "query",
    [
        Query("粮食"),
        Query("县"),
        Query("GDP 增长"),
        Query("「高质量发展」"),
        Query("５％"),
        Query("經濟"),
        Query("政  府"),
        Query("苏州", whole_words=True),
        Query(r"增长\d+%", regex=True),
        Query("没有这样的话"),
        Query("%"),
    ],
    ids=lambda query: query.text,
)
def test_hits_are_those_of_reading_all(workspace: Workspace, query: Query) -> None:
    """Order, sentences and matches are the same; the index only leaves out what holds nothing."""
    reports = [workspace.report(entry.id) for entry in workspace.entries()]
    assert search_workspace(workspace, query) == tuple(search_reports(reports, query))


def test_no_report_is_read_for_a_search(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hits come out of the index and the paragraphs beside it, within a scope too."""
    monkeypatch.setattr("tracker.workspace.findings.Findings.report", _refuse)
    assert search_workspace(workspace, Query("粮食"))
    found = workspace.search(Query("生产总值"), Scope(years=frozenset({2021})))
    assert found.page(0)
    assert len(found.reports) < len(workspace.entries())


def test_the_index_follows_the_library(workspace: Workspace, seed: Seed) -> None:
    """What is removed, brought back or corrected is found, or not, at once."""
    assert holding(workspace, "相城区") >= {"003"}
    gone = next(entry for entry in workspace.entries() if entry.name.startswith("003"))
    workspace.remove(gone.id)
    assert "003" not in holding(workspace, "相城区")
    workspace.undo()
    assert "003" in holding(workspace, "相城区")
    workspace.import_files([seed("004")])
    assert rows(workspace) == 4
    line = workspace.report(gone.id).line_of(workspace.report(gone.id).text.index("相城"))
    before = search_workspace(workspace, Query("相城"))
    workspace.correct_line(gone.id, line, noise=True)
    reports = [workspace.report(entry.id) for entry in workspace.entries()]
    after = search_workspace(workspace, Query("相城"))
    assert after == tuple(search_reports(reports, Query("相城")))
    assert after != before


def test_an_import_of_many_leaves_an_index_of_one_piece(
    workspace: Workspace, seed: Seed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few add a piece of their own; of many the pieces are merged, and the hits stay."""
    pieces = "(SELECT DISTINCT segid FROM word_index_idx)"
    monkeypatch.setattr("tracker.workspace.indexing._MANY", 2)
    monkeypatch.setattr("tracker.store.word_index._MERGED_AT_ONCE", 8)
    workspace.import_bytes("a.txt", "在这里写明数字乡村的安排。".encode())
    assert rows(workspace, pieces) > 1
    workspace.import_files([seed("001"), seed("004")])
    assert rows(workspace, pieces) == 1
    reports = [workspace.report(entry.id) for entry in workspace.entries()]
    for query in (Query("发展"), Query("数字乡村"), Query("实现高质量发展")):
        assert search_workspace(workspace, query) == tuple(search_reports(reports, query))


def test_what_is_forgotten_leaves_no_word(workspace: Workspace) -> None:
    """Its paragraphs and their pairs go, on the disk too; those of the others stay."""
    gone = next(entry for entry in workspace.entries() if entry.name.startswith("003"))
    asked = "SELECT 1 FROM word_index WHERE word_index MATCH '相城'"
    n_paragraphs = rows(workspace, "paragraph")
    with closing(sqlite3.connect(workspace.path)) as file:
        assert file.execute(asked).fetchall()
    workspace.forget(gone.id)
    assert rows(workspace) == 2
    assert 0 < rows(workspace, "paragraph") < n_paragraphs
    with closing(sqlite3.connect(workspace.path)) as file:
        assert not file.execute(asked).fetchall()
        pages = b"".join(row[0] for row in file.execute("SELECT block FROM word_index_data"))
    assert "相城".encode() not in pages
    assert "相城".encode() not in workspace.path.read_bytes()
    assert "相城".encode("gb18030") not in workspace.path.read_bytes()
    assert holding(workspace, "粮食") == {"000", "002"}


def test_what_no_undo_can_bring_back_leaves_the_index(workspace: Workspace, seed: Seed) -> None:
    """A report that was taken back and whose place in the history is gone has no row."""
    workspace.import_files([seed("004")])
    workspace.undo()
    assert rows(workspace) == 4
    workspace.clear_undo()
    assert rows(workspace) == 3


def test_an_index_that_is_gone_is_made_again(workspace: Workspace) -> None:
    """As in a file of an older version: the first search fills it, once."""
    with closing(sqlite3.connect(workspace.path)) as file:
        file.execute("DELETE FROM word_index_report")
        file.execute("DELETE FROM paragraph")
        file.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')")
        file.commit()
    told: list[int] = []
    search_workspace(
        workspace, Query("粮食"), report_progress=lambda _, total, __: told.append(total)
    )
    assert 3 in told
    assert rows(workspace) == 3
    assert holding(workspace, "粮食") >= {"000", "002"}


def test_texts_that_are_not_in_it_yet_are_looked_through(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program holds the file: nothing can be put in, and nothing is missed."""
    with closing(sqlite3.connect(workspace.path)) as file:
        file.execute("DELETE FROM word_index_report")
        file.execute("DELETE FROM paragraph")
        file.commit()
        monkeypatch.setattr("tracker.store.word_index.put", _refuse)
        assert holding(workspace, "粮食") >= {"000", "002"}


def _refuse(*_: object) -> None:
    from tracker.errors import StoreProblem  # noqa: PLC0415
    from tracker.message import Message  # noqa: PLC0415

    raise StoreProblem(Message("忙", "busy"))
