"""``make accuracy``: print how well the stages agree with the gold, one figure on a line.

Texts that are not in ``seeds/`` are looked for under the folder that ``CORPUS`` names.
"""

import argparse
import os
import sys
from pathlib import Path

from tests.accuracy.gold import Manifest
from tests.accuracy.measuring import Measuring


def main() -> int:
    """Print the figures; return 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("only", nargs="*", help="measure only tasks whose name holds one of these")
    parser.add_argument("--errors", type=int, default=0, help="show so many rows that differ")
    parser.add_argument(
        "--corpus", type=Path, default=os.environ.get("CORPUS") or None, help="folder of texts"
    )
    asked = parser.parse_args()
    manifest, measuring = Manifest.read(), Measuring()
    out = sys.stdout
    for task in manifest.tasks:
        if asked.only and not any(word in task.name for word in asked.only):
            continue
        corpus = Path(asked.corpus) if asked.corpus else None
        found = manifest.find(task.texts, corpus)
        out.write(f"\n{task.name}  ({', '.join(task.gold)})\n")
        if found.problem:
            out.write(f"  {found.problem}\n")
            continue
        figures = measuring.score(task, found.paths)
        out.writelines(f"  {figure}\n" for figure in figures)
        for difference in figures.differences[: asked.errors]:
            out.write(f"    {' | '.join(map(str, difference))}\n")
        out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
