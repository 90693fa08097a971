"""What promises are filtered and grouped by."""

from enum import StrEnum


class Field(StrEnum):
    """What promises are filtered and grouped by."""

    STATUS = "status"
    """The person's verdict where there is one, else the machine's."""
    MACHINE = "machine"
    MARK = "mark"
    KIND = "kind"
    SECTION = "section"
    REGION = "region"
    YEAR = "year"
    REPORT = "report"
    BODY = "body"
    ANSWERED = "answered"
    CONFIDENCE = "confidence"
    DISAGREEMENT = "disagreement"
    QUANTIFIED = "quantified"
    """It gives a figure that is due in the year: the next report has to answer it."""
    BY_HAND = "by_hand"
    NOTE = "note"
