"""The outline of a real report as a tree."""

import pytest

from desktop.models.outline_tree import OutlineTree
from desktop.models.roles import DataRole


@pytest.mark.parametrize("number", ["000", "002", "004"])
def test_life_story(qtmodeltester, qtbot, read_seed, number):
    """The tree of a real report keeps Qt's rules, and holds every section once."""
    report = read_seed(number)
    model = OutlineTree()
    qtmodeltester.check(model)
    model.set_report(report)
    qtmodeltester.check(model)
    for section in report.sections:
        index = model.index_of(section.index)
        assert index.data(DataRole.SECTION) == section.index
        assert section.heading.rstrip("。：；") in index.data()
    model.set_report(None)
    assert model.rowCount() == 0
