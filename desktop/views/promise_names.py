"""How the parts of the view of promises are called, to be read out and explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop.views.commitments_view import CommitmentsView


def name_parts(view: CommitmentsView) -> None:
    """Name them in the language of the interface."""
    say = QCoreApplication.translate
    view.filter.setPlaceholderText(say("CommitmentsView", "Filter promises"))
    for widget, name, tip in (
        (
            view.report_box,
            say("CommitmentsView", "Report whose promises are shown"),
            say("CommitmentsView", "The report that promised; later ones are looked through"),
        ),
        (
            view.filter,
            say("CommitmentsView", "Filter promises"),
            say("CommitmentsView", "Words of a promise, of its section or of your note"),
        ),
        (
            view.kind_box,
            say("CommitmentsView", "Kind of promise"),
            say("CommitmentsView", "Only promises of this kind"),
        ),
        (
            view.marked_box,
            say("CommitmentsView", "Marked or not"),
            say("CommitmentsView", "Only what you have marked, or what is still to be marked"),
        ),
    ):
        widget.setAccessibleName(name)
        widget.setToolTip(tip)
    view.table.setAccessibleName(say("CommitmentsView", "Promises"))
