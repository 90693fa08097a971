"""Asking before work is thrown away: corrections that a closed dialog would lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def ask_leave(dialog: QDialog, n_corrections: int, leave: Callable[[], None]) -> QMessageBox:
    """Ask whether corrections shall be lost; ``leave`` is called if so.

    Args:
        dialog: What is about to be closed.
        n_corrections: Number of things that were said and not stored.
        leave: Closes it.

    Returns:
        The question, which is open already.
    """
    translate = QCoreApplication.translate
    box = QMessageBox(dialog)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(dialog.windowTitle())
    box.setText(translate("Leaving", "Close without your corrections ({0})?").format(n_corrections))
    box.setInformativeText(translate("Leaving", "They are stored nowhere yet."))
    lose = box.addButton(
        translate("Leaving", "Discard corrections"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(
        translate("Leaving", "Go on correcting"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    lose.clicked.connect(leave)
    box.open()
    return box


def ask_before(
    window: QWidget, n_unwritten: int, leave: Callable[[], None], *, is_kept: bool
) -> QMessageBox:
    """Ask whether to leave while changes wait for a shared workspace to be back.

    Args:
        window: What is about to be left.
        n_unwritten: How many there are.
        leave: Is called if so.
        is_kept: Whether they are on the disk; else they would be lost.

    Returns:
        The question, which is open already.
    """
    translate = QCoreApplication.translate
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Leaving", "Not written yet"))
    told = translate("Leaving", "{0} of your changes are not written: no answer comes.")
    box.setText(told.format(n_unwritten))
    if is_kept:
        more = translate(
            "Leaving",
            "They are kept on this computer, and offered when the shared workspace is opened next.",
        )
        go, role = (
            translate("Leaving", "Leave, write them later"),
            QMessageBox.ButtonRole.AcceptRole,
        )
    else:
        more = translate(
            "Leaving", "They wait in this window and would be lost if you leave it now."
        )
        go, role = (
            translate("Leaving", "Leave and lose them"),
            QMessageBox.ButtonRole.DestructiveRole,
        )
    box.setInformativeText(more)
    lose = box.addButton(go, role)
    stay = box.addButton(
        translate("Leaving", "Wait for the connection"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    lose.clicked.connect(leave)
    box.open()
    return box


def leave_field(dialog: QDialog) -> bool:
    """Let Escape leave a field that is being typed into, as it was; return whether it did."""
    field = dialog.focusWidget()
    if isinstance(field, QLineEdit) and field.isModified():
        field.undo()
        while field.isUndoAvailable():
            field.undo()
        field.setModified(False)
        return True
    return False
