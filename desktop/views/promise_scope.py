"""The promises that a number of the overview counts: filters set as a person would set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.promise_desk import Scope
from desktop.models.promise_field import Field
from desktop.models.promise_filter import YES, Condition, PromiseFilter

if TYPE_CHECKING:
    from desktop.views.commitments_view import CommitmentsView
    from tracker.model.tracking import Verdict


def show_only(
    view: CommitmentsView,
    verdict: Verdict | None,
    sections: tuple[str, ...] | None,
    *,
    quantified: bool = False,
) -> None:
    """Show the promises of one report at a verdict, in some sections, or those with a figure.

    What is not given is not asked for; "" is the section of what stands below no heading. The
    conditions are seen as chips and taken away like any other.
    """
    if view.heads.scope() is not Scope.REPORT:
        view.heads.scope_box.setCurrentIndex(0)
        view.set_scope(Scope.REPORT)
    conditions = (
        *((Condition(Field.SECTION, sections),) if sections is not None else ()),
        *((Condition(Field.QUANTIFIED, (YES,)),) if quantified else ()),
    )
    verdicts = frozenset() if verdict is None else frozenset((verdict,))
    view.filtering.use(PromiseFilter("", verdicts, conditions))
