"""The outline beside a text: how wide it is."""

import pytest

from desktop.widgets.report_pane import ReportPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_an_outline_takes_its_share_until_a_person_drags_its_edge(qtbot):
    """Wider panes show headings whole; a width that was chosen by hand stays."""
    pane = ReportPane()
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    narrow = pane.outline.width()
    pane.resize(1500, 500)
    wide = pane.outline.width()
    pane.resize(1800, 500)
    assert narrow < wide
    assert pane.outline.width() == wide
    pane.set_outline_right(right=True)
    pane.resize(1790, 500)
    assert pane.outline.width() == wide
    pane.splitter.setSizes([1400, 390])
    pane.splitter.splitterMoved.emit(1400, 1)
    pane.resize(1780, 500)
    assert pane.outline.width() > wide
