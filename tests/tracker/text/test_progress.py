"""Words that say what became of a task (完成情况)."""

import pytest

from tracker.model.commitment import Status
from tracker.text.progress import status_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("已完成", Status.DONE),
        ("1.已完成。新增床位1200张。", Status.DONE),
        ("新建学校70所，完成年度目标任务", Status.DONE),
        ("已完成。下一步，继续推进。", Status.DONE),
        ("√", Status.DONE),
        ("是", Status.DONE),
        ("基本完成", Status.MOSTLY),
        ("部分完成", Status.MOSTLY),
        ("正在推进", Status.GOING),
        ("按序时进度推进", Status.GOING),
        ("预计12月底完成", Status.GOING),
        ("已完成前期工作，正在施工", Status.GOING),
        ("A项正在推进，B项已完成", Status.GOING),
        ("未完成", Status.NOT_DONE),
        ("尚未开工", Status.NOT_DONE),
        ("受疫情影响，未能按期完成", Status.NOT_DONE),
        ("否", Status.NOT_DONE),
        ("新建学校70所", None),
        ("新建学校70所。下一步，加快推进。", None),
        ("已开工建设", None),
        ("", None),
        ("。", None),
    ],
)
def test_a_cell_says_what_became_of_its_task(text: str, expected: Status | None) -> None:
    """The word that opens or ends the cell counts; work that goes on outweighs parts done."""
    assert status_of(text) is expected
