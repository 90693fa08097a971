"""``make accuracy``: print how well the stages agree with the gold, one figure on a line.

Texts that are not in ``seeds/`` are looked for under the folder that ``CORPUS`` names.
"""

import argparse
import os
import sys
from pathlib import Path

from tests.accuracy.alignment import score_together
from tests.accuracy.calibration import Judged, score_calibration
from tests.accuracy.figures import Figures, SectionCounts
from tests.accuracy.floors import pinned, raised, read_floors, write_floors
from tests.accuracy.gold import Manifest
from tests.accuracy.measuring import Measuring
from tests.accuracy.reading import score_reading
from tracker.resources import load_options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.accuracy",
        description="Print how well the stages agree with the annotations in tests/gold.",
    )
    parser.add_argument("only", nargs="*", help="measure only tasks whose name holds one of these")
    parser.add_argument("--errors", type=int, default=0, help="show so many rows that differ")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached")
    parser.add_argument(
        "--corpus",
        type=Path,
        default=Path(os.environ["CORPUS"]) if os.environ.get("CORPUS") else None,
        help="folder of the texts that are no samples",
    )
    return parser


def _print(figures: Figures, errors: int) -> None:
    out = sys.stdout
    out.writelines(f"  {figure}\n" for figure in figures)
    for difference in figures.differences[:errors]:
        out.write(f"    {' | '.join(map(str, difference))}\n")
    out.flush()


def _print_together(
    aligned: list[SectionCounts], tracks: dict[str, Judged], promised: int, errors: int
) -> None:
    """Print what is measured over several tasks at once."""
    if aligned:
        sys.stdout.write("\nsections  (the pairs above that are no samples, together)\n")
        _print(score_together(aligned), errors)
    if tracks:
        sys.stdout.write("\ncalibration  (all verdicts above)\n")
        _print(score_calibration(tracks, promised), errors)


def main() -> int:
    """Print the figures; return 0."""
    asked = _parser().parse_args()
    manifest, measuring = Manifest.read(), Measuring()
    reached = {}
    tracks: dict[str, Judged] = {}
    aligned: list[SectionCounts] = []
    promised = 0
    for task in manifest.tasks:
        if asked.only and not any(word in task.name for word in asked.only):
            continue
        sys.stdout.write(f"\n{task.name}  ({', '.join(task.gold)})\n")
        found = manifest.find(task.texts, asked.corpus)
        if found.problem:
            sys.stdout.write(f"  {found.problem}\n")
            continue
        figures = measuring.score(task, found.paths)
        _print(figures, asked.errors)
        if task.what == "track":
            tracks[task.name] = figures.judged
            promised += figures.asked
        if task.what == "align" and not task.is_on_samples:
            aligned.append(figures.aligned)
        if task.is_on_samples:
            reached[task.name] = pinned(task, figures)
    _print_together(aligned, tracks, promised, asked.errors)
    if asked.corpus and (not asked.only or any(word in "reading" for word in asked.only)):
        sys.stdout.write("\nreading  (region and year as the folders of the corpus say)\n")
        _print(score_reading(asked.corpus, load_options()), asked.errors)
    if asked.pin:
        write_floors(raised(read_floors(), reached))
    return 0


if __name__ == "__main__":
    sys.exit(main())
