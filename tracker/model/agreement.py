"""Agreement (一致性): the figures of two documents of one region and one year side by side.

The work report and the plan report of a year tell of the same year and promise for the same next
one; where their figures differ, one of them is wrong, or means another thing by the same name.
"""

from dataclasses import dataclass
from enum import StrEnum

from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.series import IndicatorValue


class Concord(StrEnum):
    """How two documents stand to each other in one figure."""

    SAME = "same"
    """The same figure, units converted, the coarser one rounded."""
    BOUND = "bound"
    """The same figure, bound otherwise (5%左右, 5%以上)."""
    DIFFERENT = "different"
    ONLY_A = "only_a"
    ONLY_B = "only_b"


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One figure.

    Attributes:
        concord: How the documents stand to each other in it.
        a: The value in the first document, None where it gives none.
        b: The value in the second.
        renamed: The two go by other names and are taken for one by their words and their value.
        reason: What is the same or other, in a sentence.
    """

    concord: Concord
    a: IndicatorValue | None
    b: IndicatorValue | None
    renamed: bool
    reason: Message

    @property
    def value(self) -> IndicatorValue:
        """The value in the first document that gives one."""
        found = self.a or self.b
        if found is None:
            raise ValueError("a row of an agreement has at least one value")
        return found


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of two documents.

    Attributes:
        a: The first document.
        b: The second.
        rows: Figures by indicator: results first, promises after them.
    """

    a: ReportId
    b: ReportId
    rows: tuple[AgreementRow, ...]
