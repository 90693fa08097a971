"""What a bug looks like to a person."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.dialogs.error_dialog import ErrorDialog
from tracker import __version__

# The offscreen platform says this about every dialog; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_report_can_be_copied(qtbot):
    """One button puts versions and place of the error on the clipboard."""
    dialog = ErrorDialog('builtins.KeyError\n  File "x.py", line 3, in work\n')
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert __version__ in copied
    assert "line 3, in work" in copied
