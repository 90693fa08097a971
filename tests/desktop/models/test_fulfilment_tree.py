"""The tree of the overview: what a rate is, and where there is none."""

from PySide6.QtCore import Qt

from desktop.jobs.series import Fulfilment
from desktop.models.fulfilment_tree import FulfilmentTree
from tests.builders import (
    make_commitment,
    make_evidence,
    make_measure,
    make_report,
    make_tracking,
)
from tracker.across.figures import report_figures
from tracker.model.handout import TrackedPromise

TEXT = "一、安排\n新增就业20万人。"
SAID = "新增就业21万人"


def figures_of(year: int, later_year: int):
    """Return the figures of one promise that the report of a later year answers."""
    earlier = make_report(TEXT, year=year, name=str(year))
    later = make_report(f"一、回顾\n{SAID}。", year=later_year, name=f"later {later_year}")
    measure = make_measure(earlier, "新增就业20万人", "20", "万人")
    promise = make_commitment(earlier, "新增就业20万人", measures=(measure,))
    row = TrackedPromise(make_tracking(promise, evidence=(make_evidence(later, SAID),)))
    (figures,) = report_figures(earlier, [later], (row,))
    return figures


def test_a_report_judged_over_a_missing_year_has_no_feedback_rate(qtmodeltester):
    """The rate is what the next year's report answers; the tip tells what the later one does."""
    model = FulfilmentTree()
    qtmodeltester.check(model)
    whole = (figures_of(2021, 2022), figures_of(2023, 2026))
    model.set_fulfilment(Fulfilment(whole, {}), regions=False)
    model.sort(FulfilmentTree.RATE, Qt.SortOrder.AscendingOrder)
    cells = [model.index(row, FulfilmentTree.RATE) for row in range(2)]
    assert [cell.data() for cell in cells] == ["–", "100%"]
    assert "No feedback rate" in cells[0].data(Qt.ItemDataRole.ToolTipRole)
    assert "1 of 1" in cells[0].data(Qt.ItemDataRole.ToolTipRole)
    assert "No feedback rate" not in cells[1].data(Qt.ItemDataRole.ToolTipRole)
