"""Floors: figures on the sample reports that may rise but not fall."""

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.accuracy.figures import Figures
from tests.accuracy.gold import Task

FILE = Path(__file__).with_name("floors.toml")

PINNED: Mapping[str, tuple[str, ...]] = {
    "outline": (
        "meta",
        "sections_level_12",
        "sections_level_123",
        "roles",
        "parts",
        "noise",
        "broken",
    ),
    "targets": ("exact", "found"),
    "align": ("accuracy", "hit_at_1"),
    "track": (
        "extracted",
        "verdict_accuracy",
        "verdict_macro_f1",
        "evidence_hit_at_3",
        "hard_verdicts_right",
    ),
    "table": ("rows", "verdict_accuracy"),
}
"""Figures that are held, by kind of task."""

EXACT = frozenset({"meta", "noise", "rows"})
"""Figures that are right or wrong: their floor is what is reached."""
MARGIN = 0.02
"""The others may fall by so much when a rule becomes more general: a promise or two."""

Floors = Mapping[str, Mapping[str, float]]

_HEAD = """\
# Figures on the sample reports below which a change may not bring them (make accuracy).
# `python -m tests.accuracy --pin` raises them to just below what is reached; it never lowers
# one. Who lowers one by hand says why in the commit.
"""


def read_floors() -> Floors:
    """Return the floors by task and figure."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def pinned(task: Task, figures: Figures) -> dict[str, float]:
    """Return the figures of a task that are held; those that measured nothing are left out."""
    found = {figure.name: figure.value for figure in figures}
    return {name: value for name in PINNED[task.what] if (value := found.get(name)) is not None}


def raised(old: Floors, measured: Floors) -> Floors:
    """Return floors raised to just below measured figures, rounded down to two places."""
    floors: dict[str, Mapping[str, float]] = dict(old)
    for task, figures in measured.items():
        before = old.get(task, {})
        floors[task] = {
            name: max(before.get(name, 0.0), _floor(name, value)) for name, value in figures.items()
        }
    return floors


def _floor(name: str, value: float) -> float:
    margin = 0 if name in EXACT else MARGIN
    # The sliver keeps 0.29 from becoming 0.28 when it is multiplied by 100.
    return math.floor((value - margin) * 100 + 1e-9) / 100


def write_floors(floors: Floors) -> None:
    """Write the floors to their file."""
    lines = [_HEAD]
    for task, figures in floors.items():
        lines.append(f'["{task}"]')
        lines.extend(f"{name} = {value:.2f}" for name, value in figures.items())
        lines.append("")
    FILE.write_text("\n".join(lines), encoding="utf-8")
