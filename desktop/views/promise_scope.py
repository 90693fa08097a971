"""The promises that a number of the overview counts: filters set as a person would set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.views.commitments_view import CommitmentsView
    from tracker.model.tracking import Verdict


def show_only(view: CommitmentsView, verdict: Verdict | None, section: str) -> None:
    """Show the promises at a verdict and below a heading; what is not given is not asked for.

    The heading goes into the line of words, where it is seen and taken away like any other.
    """
    view.show_all_quietly()
    view.filter.setText(section)
    if verdict is not None:
        view.chips.buttons[verdict].setChecked(True)
