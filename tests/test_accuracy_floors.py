"""What the stages reach on the sample reports does not fall."""

import pytest

from tests.accuracy.floors import pinned, raised, read_floors
from tests.accuracy.gold import Manifest, Task
from tests.accuracy.measuring import Measuring

MANIFEST = Manifest.read()
TASKS = [task for task in MANIFEST.tasks if task.is_on_samples]


@pytest.fixture(scope="module")
def measuring() -> Measuring:
    """Read each sample report once for all tasks."""
    return Measuring()


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_no_figure_falls_below_its_floor(task: Task, measuring: Measuring) -> None:
    """Every figure that is held is measured, and reaches its floor."""
    found = MANIFEST.find(task.texts, None)
    assert not found.problem
    reached = pinned(task, measuring.score(task, found.paths))
    floors = read_floors()[task.name]
    assert set(floors) == set(reached)
    fallen = {
        name: (reached[name], floor) for name, floor in floors.items() if reached[name] < floor
    }
    assert not fallen, f"reached and floor: {fallen}; see python -m tests.accuracy --errors 9"


def test_floors_only_rise() -> None:
    """Pinning takes the better of old and new, and stays just below what is new."""
    old = {"align": {"hit_at_1": 0.9, "accuracy": 0.8}, "table": {"rows": 1.0}}
    new = {"align": {"hit_at_1": 0.859, "accuracy": 0.859}, "outline": {"meta": 1.0}}
    assert raised(old, new) == {
        "align": {"hit_at_1": 0.9, "accuracy": 0.83},
        "table": {"rows": 1.0},
        "outline": {"meta": 1.0},
    }
