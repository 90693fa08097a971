"""Writes are kept although something in the process dropped its locks on the workspace file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

TEXT = "320500|2021|苏州\n# 一\n建成学校1所。\n建成桥梁2座。\n"

LOOK = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1])
other.execute("SELECT count(*) FROM mark").fetchall()
other.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks belong to handles there")
def test_a_write_after_another_program_took_the_log_away_is_kept(tmp_path: Path) -> None:
    """A file dialog looks into the open workspace, another program opens and closes it."""
    path = tmp_path / "w.duizhang"
    with Workspace.create(path, analysis=Small().analysis()) as workspace:
        entry = workspace.import_bytes("r.txt", TEXT.encode()).entry
        assert entry is not None
        first, second = workspace.commitments(entry.id)
        workspace.mark(first.id, verdict=Verdict.FULFILLED)
        for ending in ("", "-shm", "-wal"):
            os.close(os.open(path.with_name(path.name + ending), os.O_RDONLY))
        subprocess.run([sys.executable, "-c", LOOK, str(path)], check=True)
        assert not path.with_name(path.name + "-wal").exists()
        workspace.mark(second.id, verdict=Verdict.MISSED)
        # Before it is closed, as after a crash: another program sees both.
        with Workspace.open(path, analysis=Small().analysis()) as other:
            assert len(other.marks(entry.id)) == 2
    with Workspace.open(path, analysis=Small().analysis()) as again:
        assert [m.verdict for m in again.marks(entry.id).values()] == [
            Verdict.FULFILLED,
            Verdict.MISSED,
        ]
