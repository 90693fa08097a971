"""Several threads and a large workspace: nothing is lost, lists stay instant."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.small_analysis import Small
from tracker.model.tracking import Verdict
from tracker.store.place import Place
from tracker.workspace import Workspace


def text_of(number: int, n_promises: int) -> bytes:
    """Return a report with some promises."""
    lines = "".join(f"建成第{number}批{n}号学校。\n" for n in range(n_promises))
    return f"320500|{2000 + number}|报告\n# 一\n{lines}".encode()


def test_threads_mark_import_and_read_together(place: Place) -> None:
    """Every call that returned left its mark, whatever the others did meanwhile."""
    with Workspace.create(place, analysis=Small().analysis()) as workspace:

        def work(number: int) -> int:
            entry = workspace.import_bytes(f"{number}.txt", text_of(number, 15)).entry
            assert entry is not None
            for promise in workspace.commitments(entry.id):
                workspace.mark(promise.id, verdict=Verdict.PARTIAL)
                workspace.entries()
            return len(workspace.marks(entry.id))

        with ThreadPoolExecutor(6) as pool:
            assert list(pool.map(work, range(12))) == [15] * 12
        assert [entry.n_marked for entry in workspace.entries()] == [15] * 12


def test_lists_of_a_large_workspace_are_instant(tmp_path: Path) -> None:
    """400 reports and 200 marks: the list and the marks take well under a tenth of a second."""
    with Workspace.create(tmp_path / "w.duizhang", analysis=Small().analysis()) as workspace:
        with workspace._database.write():  # one commit for all: the test is about reading
            for number in range(400):
                workspace.import_bytes(f"{number}.txt", text_of(number, 1))
            entry = workspace.import_bytes("large.txt", text_of(999, 1000)).entry
            assert entry is not None
            for promise in workspace.commitments(entry.id)[:200]:
                workspace.mark(promise.id, verdict=Verdict.PARTIAL)
        for ask in (workspace.entries, lambda: workspace.marks(entry.id)):
            start = time.perf_counter()
            assert len(ask()) in {401, 200}
            assert time.perf_counter() - start < 0.1
