"""The promises of a report as rows of a table of many reports: what it shows and filters by."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from tracker.model.report import Report
from tracker.model.tracking import Tracking


@dataclass(frozen=True, slots=True)
class PromiseRows:
    """The promises of a report, judged.

    Attributes:
        sections: Heading of the section of each, "" where there is none.
        texts: All words of each that a filter looks through, in small letters.
        trackings: The promises. In a table of many reports without their passages, which are the
            most of them: those are asked for with one report.
    """

    sections: tuple[str, ...]
    texts: tuple[str, ...]
    trackings: tuple[Tracking, ...]

    @classmethod
    def of(cls, report: Report, trackings: Iterable[Tracking]) -> Self:
        """Return the promises of a report as rows, passages and all."""
        headings = [section.heading.rstrip("。：；") for section in report.sections]
        rows = tuple(trackings)
        sections, texts = [], []
        for tracking in rows:
            said = tracking.commitment.statement
            known = said.section is not None and said.section < len(headings)
            sections.append(headings[said.section] if known and said.section is not None else "")
            above = _headings_above(report, said.section)
            parts = (said.object, said.told.quote, *above, tracking.commitment.body)
            texts.append("\n".join(parts).lower())
        return cls(tuple(sections), tuple(texts), rows)

    def without_passages(self) -> Self:
        """Return the rows without the passages that the verdicts stand on."""
        slim = tuple(replace(row, evidence=()) for row in self.trackings)
        return replace(self, trackings=slim)


def _headings_above(report: Report, section: int | None) -> tuple[str, ...]:
    """Return the headings that a promise stands below, the nearest first."""
    known = section is not None and section < len(report.sections)
    found, at = [], report.sections[section] if known and section is not None else None
    while at is not None:
        found.append(at.heading)
        at = report.sections[at.parent] if at.parent is not None else None
    return tuple(found)
