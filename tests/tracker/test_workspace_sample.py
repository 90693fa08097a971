"""The sample workspace with the program's own stages, and how lightly it opens again."""

import subprocess
import sys
from pathlib import Path

from tracker.model.report import ReportKind
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

AGAIN = """
import sys
from tracker.workspace import Workspace

with Workspace.open(sys.argv[1]) as workspace:
    earlier = next(e.id for e in workspace.entries() if e.name.startswith("002"))
    laters = workspace.laters_for(earlier)
    assert workspace.is_ready(earlier)
    print(len(workspace.tracking(earlier)), len(workspace.alignment(earlier, laters[0]).rows))
heavy = ("alembic", "jieba", "pandas", "PySide6", "tracker.parse.report", "tracker.align.sections")
print([name for name in heavy if name in sys.modules])
"""


def test_the_sample_workspace_tracks_and_opens_lightly(tmp_path: Path, private_cache: Path) -> None:
    """Reports find what answers them; a warm opening loads no stage.

    苏州 2021 is judged by both documents of 2023, and the plan report of 2023 by its own table.
    """
    path = tmp_path / "new folder" / "sample.duizhang"
    with Workspace.open_sample(path) as workspace:
        entries = workspace.entries()
        assert len(entries) == 5
        (earlier,) = [entry for entry in entries if entry.name.startswith("002")]
        laters = workspace.laters_for(earlier.id)
        kinds = {entry.kind for entry in entries if entry.id in laters}
        assert kinds == {ReportKind.GOVERNMENT_WORK_REPORT, ReportKind.PLAN_REPORT}
        n_found = len(workspace.tracking(earlier.id))
        n_rows = len(workspace.alignment(earlier.id, laters[0]).rows)
        assert n_found > 50
        (own,) = [entry for entry in entries if entry.name.startswith("001")]
        assert workspace.laters_for(own.id) == (own.id,)
        answered = [t for t in workspace.tracking(own.id) if t.verdict is not Verdict.PENDING]
        assert {t.commitment.due for t in answered} == {2022}
        assert len(answered) == 18
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [f"{n_found} {n_rows}", "[]"]
    assert (private_cache / "duizhang").stat().st_mode & 0o777 == 0o700
