"""Marks and imports without end and prints what was acknowledged; is killed by the crash test.

``python -m tests.crash_writer FILE ROUND`` prints one JSON list per line: what was done, the id
of the promise or report, and a number that grows from mark to mark.
"""

import json
import random
import sys

from tests.small_analysis import Small
from tracker.model.decision import NamePair
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace
from tracker.workspace.anchoring import line_anchor


def main(path: str, turn: int) -> None:
    """Work on a file until the end comes."""
    chance = random.Random(turn)
    workspace = Workspace.open(path, user="张三", analysis=Small().analysis())
    step = turn * 1_000_000
    while True:
        step += 1
        if step % 1_000_000 % 7 == 1:
            lines = "".join(f"建成第{step}批{n}号学校。\n" for n in range(chance.randint(1, 60)))
            text = f"320500|{2000 + step % 30}|报告\n# 一\n{lines}"
            entry = workspace.import_bytes(f"{step}.txt", text.encode()).entry
            _say("import", entry.id if entry else "", step)
        reports = workspace.entries()
        promise = chance.choice(workspace.commitments(chance.choice(reports).id))
        mark = workspace.mark(promise.id, verdict=Verdict.PARTIAL, note=f"{step} " + "注" * 500)
        _say("mark", mark.commitment_id, step)
        workspace.add_names(NamePair(f"旧名{step % 50}", f"新名{step}"))
        _say("names", f"新名{step}", step)
        report = workspace.report(promise.statement.report_id)
        workspace.decide(promise.id, line_anchor(report, 3), answers=step % 2 == 0)
        _say("decision", promise.id, step)
        kept = workspace.add_bookmark(line_anchor(report, 3), f"{step} " + "记" * 300)
        _say("bookmark", str(kept.id), step)


def _say(what: str, name: str, step: int) -> None:
    sys.stdout.write(json.dumps([what, name, step]) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
