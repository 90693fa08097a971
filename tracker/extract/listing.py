"""What is quoted of a list of quantities that share a verb (并列数量的引文).

In: the readings of a clause. Out: for each the range that a person must see to understand it, and
the draft that quotes it: of ``新建绿地1200公顷、城市绿道200公里`` the second item alone does not
say that anything shall be built.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.quantities import Reading
from tracker.model.commitment import Quotation
from tracker.model.report import Report

_LONGEST = 60  # in a longer list a person loses the item


def told_together(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Yield what is quoted for each reading: its list, or its own range.

    A list that is too long to be read at a glance is quoted from its verb to the item, and an item
    too far behind the verb by itself.
    """
    first = 0
    while first < len(readings):
        last = first + 1
        while last < len(readings) and readings[last].goes_on:
            last += 1
        listed = readings[first:last]
        # 安排重点项目285项、投资4500亿元 lists nothing: the second is more of the same thing, and
        # its own range goes back to the first.
        lists = any(not reading.inherited for reading in listed[1:])
        start, end = min(r.start for r in listed), max(r.end for r in listed)
        for reading in listed:
            if lists and end - start <= _LONGEST:
                yield start, end
            elif lists and reading.end - start <= _LONGEST:
                yield start, reading.end
            else:
                yield reading.start, reading.end
        first = last


def with_clause(draft: Draft, report: Report, told: tuple[int, int]) -> Draft:
    """Return a draft with the clause that lists it, where that says more than its own words."""
    if told == (draft.start, draft.end):
        return draft
    span = draft.paragraph.source(*told)
    clause = Quotation(span, report.quote(span))
    return draft._replace(statement=replace(draft.statement, clause=clause))
