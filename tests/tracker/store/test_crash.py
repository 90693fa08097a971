"""Killed at any moment, a workspace opens and holds everything that was acknowledged.

``CRASHES=200 pytest tests/tracker/store/test_crash.py`` runs the long form.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import ROOT
from tests.small_analysis import Small
from tracker.model.ids import CommitmentId
from tracker.workspace import Workspace

N_CRASHES = int(os.environ.get("CRASHES", "12"))


def run_and_kill(path: Path, turn: int, seconds: float) -> list[tuple[str, str, int]]:
    """Start the writer and kill it; return what it said.

    Every other time the clock starts with its first word, so that it dies at work; else with the
    process, so that it may die while it opens the file.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crash_writer", str(path), str(turn)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline() if turn % 2 else b""
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
    lines = (first + rest).decode().splitlines(keepends=True)
    return [tuple(json.loads(line)) for line in lines if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """After each kill: integrity_check is ok, every mark and import is there, nothing is half."""
    chance = random.Random(20261121)
    path = tmp_path / "w.duizhang"
    Workspace.create(path).close()
    marked: dict[str, list[int]] = defaultdict(list)
    imported: set[str] = set()
    decided: dict[str, set[str]] = {"names": set(), "decision": set()}
    noted: dict[str, int] = {}
    for turn in range(N_CRASHES):
        said = run_and_kill(path, turn + 1, chance.uniform(0, 0.5))
        for what, name, step in said:
            if what == "mark":
                marked[name].append(step)
            elif what in decided:
                decided[what].add(name)
            elif what == "bookmark":
                noted[name] = step
            else:
                imported.add(name)
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with Workspace.open(path, analysis=Small().analysis()) as workspace:
            check(workspace, marked, imported)
            check_decisions(workspace, decided)
            check_notes(workspace, noted)
    sys.stdout.write(
        f"\n{N_CRASHES} kills, {sum(map(len, marked.values()))} marks and {len(imported)} imports "
        "acknowledged, none lost\n"
    )


def check(workspace: Workspace, marked: dict[str, list[int]], imported: set[str]) -> None:
    """Check that a workspace holds all that was acknowledged, and only whole things."""
    entries = workspace.entries()
    assert imported <= {entry.id for entry in entries}
    notes = {
        str(one): int(mark.note.split()[0])
        for entry in entries
        for one, mark in workspace.marks(entry.id).items()
    }
    for entry in entries:
        assert workspace.report(entry.id).text.encode() == workspace.content(entry.id)
    for name, steps in marked.items():
        assert notes[name] >= steps[-1]
    if not marked:
        return
    name, steps = max(marked.items(), key=lambda item: item[1][-1])
    told = {int(event.mark.note.split()[0]) for event in workspace.history(CommitmentId(name))}
    assert told >= set(steps)


def check_decisions(workspace: Workspace, decided: dict[str, set[str]]) -> None:
    """Check that every pair of names and every decided promise is there."""
    assert decided["names"] <= {kept.pair.other for kept in workspace.names()}
    known = {str(one) for entry in workspace.entries() for one in workspace.decisions(entry.id)}
    assert decided["decision"] <= known


def check_notes(workspace: Workspace, noted: dict[str, int]) -> None:
    """Check that every acknowledged note, or a later one on the same passage, is there whole."""
    there = {str(one.id): one for one in workspace.bookmarks()}
    for name, step in noted.items():
        number, rest = there[name].note.split()
        assert int(number) >= step
        assert rest == "记" * 300
