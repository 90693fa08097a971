"""What a person says about single lines of a report (更正): heading or not, joined or not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineCorrection:
    """A person's word on one line, which the reader takes as given; None leaves its own judgement.

    Attributes:
        line: 1-based source line.
        heading: Level (1 to 3) of the heading that the line is or begins with; 0: it is none.
        joined: It continues the paragraph before it (True) or begins one of its own (False).
        noise: It is no part of the report (True), or it is (False).
    """

    line: int
    heading: int | None = None
    joined: bool | None = None
    noise: bool | None = None
