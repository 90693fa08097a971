"""How the parts of the view of promises are called, to be read out and explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.words import report_name, say
from tracker.message import Message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

    from desktop.jobs.catalog import Tracked


def name_parts(
    report_box: QWidget, filter_: QLineEdit, kind_box: QWidget, marked_box: QWidget, table: QWidget
) -> None:
    """Name them in the language of the interface."""
    filter_.setPlaceholderText(QCoreApplication.translate("CommitmentsView", "Filter promises"))
    for widget, name, tip in (
        (
            report_box,
            QCoreApplication.translate("CommitmentsView", "Report whose promises are shown"),
            QCoreApplication.translate(
                "CommitmentsView", "The report that promised; later ones are looked through"
            ),
        ),
        (
            filter_,
            QCoreApplication.translate("CommitmentsView", "Filter promises"),
            QCoreApplication.translate(
                "CommitmentsView", "Words of a promise, of its section or of your note"
            ),
        ),
        (
            kind_box,
            QCoreApplication.translate("CommitmentsView", "Kind of promise"),
            QCoreApplication.translate("CommitmentsView", "Only promises of this kind"),
        ),
        (
            marked_box,
            QCoreApplication.translate("CommitmentsView", "Marked or not"),
            QCoreApplication.translate(
                "CommitmentsView", "Only what you have marked, or what is still to be marked"
            ),
        ),
    ):
        widget.setAccessibleName(name)
        widget.setToolTip(tip)
    table.setAccessibleName(QCoreApplication.translate("CommitmentsView", "Promises"))


def judged_by(tracked: Tracked | None) -> str:
    """Say by which reports the promises are judged."""
    if tracked is None:
        return ""
    if not tracked.laters:
        return QCoreApplication.translate(
            "CommitmentsView", "No later report of this region yet; import one to judge by."
        )
    names = say(Message("、", ", ")).join(report_name(report) for report in tracked.laters)
    return QCoreApplication.translate("CommitmentsView", "judged by {0}").format(names)
