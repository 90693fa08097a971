"""Heads of columns that stand side by side."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.level_heads import LevelHeads

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_heads_side_by_side_are_equally_high_whatever_they_tell(qtbot):
    """The texts below begin level, also when a head tells more or less than before."""
    row = QWidget()
    qtbot.addWidget(row)
    line, labels, heads = QHBoxLayout(row), [], []
    for words in ("聚焦数字经济", "聚焦实体经济\n市级以上智能工厂 15个 → 20家"):
        head, column = QWidget(row), QVBoxLayout()
        labels.append(QLabel(words, head))
        QVBoxLayout(head).addWidget(labels[-1])
        column.addWidget(head)
        column.addStretch(1)
        line.addLayout(column)
        heads.append(head)
    LevelHeads(row).set_heads(heads)
    row.resize(600, 400)
    row.show()
    qtbot.waitExposed(row)
    both = heads[1].height()
    assert heads[0].height() == both
    labels[1].setText("聚焦实体经济")
    qtbot.waitUntil(lambda: heads[1].height() < both)
    assert heads[0].height() == heads[1].height()
