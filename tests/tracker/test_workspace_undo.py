"""Whatever people do in whatever order can be taken back, and done again."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_analysis import Small
from tracker.errors import InputProblem
from tracker.model.decision import NamePair
from tracker.model.library import MetadataCorrection
from tracker.model.outline import Role
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace
from tracker.workspace.anchoring import line_anchor

TEXTS = [
    f"320500|{2020 + number}|报告{number}\n# 一\n建成学校{number}所。\n"
    f"新增企业{number}家。\n# 二\n完成新建桥梁{number}座。\n整治河道{number}条。\n"
    for number in range(3)
]
NEW_TEXTS = [text.replace("# 一\n", "# 一\n前言。\n").replace("整治河道", "清淤") for text in TEXTS]

NUMBERS = st.integers(0, 5)
ACTIONS = st.tuples(
    st.sampled_from(
        [
            "import",
            "mark",
            "clear",
            "remove",
            "reimport",
            "meta",
            "role",
            "line",
            "anew",
            "link",
            "unlink",
            "alone",
            "new",
            "decide",
            "names",
            "bookmark",
            "unmark",
        ]
    ),
    NUMBERS,
    NUMBERS,
)


def act(workspace: Workspace, folder: Path, action: tuple[str, int, int]) -> None:
    """Do one action with the reports that are there; numbers choose among them."""
    what, one, two = action
    if what == "import":
        workspace.import_bytes("r.txt", TEXTS[one % 3].encode())
        return
    reports = [entry.id for entry in workspace.entries()]
    if not reports:
        return
    report, other = reports[one % len(reports)], reports[two % len(reports)]
    promises = workspace.commitments(report)
    promise = promises[two % len(promises)].id
    path = folder / "new.txt"
    path.write_text(NEW_TEXTS[two % 3])
    verdict = list(Verdict)[one]
    doings: dict[str, Callable[[], Any]] = {
        "mark": lambda: workspace.mark(promise, verdict=verdict, note=str(two)),
        "clear": lambda: workspace.mark(promise),
        "remove": lambda: workspace.remove(report),
        "reimport": lambda: workspace.reimport(report, path),
        "meta": lambda: workspace.correct_metadata(report, MetadataCorrection(year=2000 + two)),
        "role": lambda: workspace.correct_role(report, two % 2, list(Role)[one]),
        "line": lambda: workspace.correct_line(report, 1 + one, noise=two % 3 == 0 or None),
        "anew": lambda: workspace.read_anew(report, ("utf-8", "utf-8-sig")[two % 2]),
        "link": lambda: workspace.link_sections(report, one % 2, other, two % 2),
        "unlink": lambda: workspace.unlink_sections(report, one % 2, other, two % 2),
        "alone": lambda: workspace.no_counterpart(report, one % 2, other),
        "new": lambda: workspace.no_forerunner(report, other, one % 2),
        "decide": lambda: workspace.decide(
            promise, line_anchor(workspace.report(other), 3), answers=(True, False, None)[one % 3]
        ),
        "names": lambda: workspace.add_names(
            NamePair("学校", f"学堂{one % 2}", two % 2 == 0), used_in=report, taken_from=other
        ),
    }
    doings["bookmark"] = lambda: workspace.add_bookmark(
        line_anchor(workspace.report(report), 2 + one % 2), "注" * (two % 3)
    )
    doings["unmark"] = lambda: workspace.remove_bookmarks(*(b.id for b in workspace.bookmarks()))
    try:
        doings[what]()
    except InputProblem:
        assert what == "reimport"  # the new file is in the workspace already


def state(workspace: Workspace) -> list[object]:
    """Return everything that people can see of a workspace, but for counts not asked yet."""
    reports = [entry.id for entry in workspace.entries()]
    for report in reports:
        workspace.commitments(report)
    return [
        workspace.entries(),
        sorted(workspace.lost_marks(), key=str),
        [workspace.marks(report) for report in reports],
        [workspace.decisions(report) for report in reports],
        workspace.names(),
        workspace.bookmarks(),
        [workspace.report(report) for report in reports],
        [workspace.alignment(one, two) for one in reports for two in reports],
    ]


@settings(max_examples=40)
@given(actions=st.lists(ACTIONS, max_size=12))
def test_undoing_all_leads_back_and_redoing_all_forth(actions: list[tuple[str, int, int]]) -> None:
    """Undo goes through the very states that were there, one by one; redo goes back up."""
    with TemporaryDirectory() as name, patch.dict("os.environ", XDG_DATA_HOME=name):
        folder = Path(name)
        with Workspace.create(folder / "w.duizhang", analysis=Small().analysis()) as workspace:
            states = [state(workspace)]
            for action in actions:
                act(workspace, folder, action)
                now = state(workspace)
                if now != states[-1]:
                    states.append(now)
            seen = [states[-1]]
            while workspace.undo():
                shown = state(workspace)
                if shown != seen[-1]:  # a word on sections that were not linked shows nothing
                    seen.append(shown)
            assert seen == states[::-1]
            while workspace.redo():
                pass
            assert state(workspace) == states[-1]
