"""Headings of an outline that go on in the next line."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from desktop.models.outline_tree import BEHIND
from desktop.widgets.wrapped_items import WrappedItems

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "在推动经济社会发展的同时，我们持之以恒加强政府自身建设，不断提高政府服务效能，" * 3


@pytest.fixture
def tree(qtbot):
    """Return a narrow tree."""
    made = QTreeView()
    qtbot.addWidget(made)
    made.setModel(QStandardItemModel(made))
    made.setItemDelegate(WrappedItems(made))
    made.resize(180, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def told(tree, words):
    """Return what is painted of an item."""
    tree.model().clear()
    tree.model().appendRow(QStandardItem(words))
    option = QStyleOptionViewItem()
    tree.itemDelegate().initStyleOption(option, tree.model().index(0, 0))
    return option.text


def test_what_is_said_behind_a_long_heading_is_never_left_out(tree):
    """The heading gives way, so that one sees that a person linked the section."""
    found = told(tree, f"{LONG}{BEHIND}人工对应")
    assert found.endswith(f"…{BEHIND}人工对应")
    assert LONG.startswith(found.split("…")[0])


def test_a_heading_with_room_stays_whole(tree):
    """Nothing is shortened that has its lines."""
    words = f"大力培育产业创新集群{BEHIND}人工对应"
    assert told(tree, words) == words
