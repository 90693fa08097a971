"""Paragraphs of a report as an archive keeps and finds them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from tracker.model.paragraph import Paragraph, Place
from tracker.model.report import Report
from tracker.text.pairs import pairs_of, spelled
from tracker.text.sentences import sentences


class Unit(NamedTuple):
    """A paragraph of the canonical text, or the cells of a row of a table."""

    start: int
    end: int
    is_row: bool


def units_of(report: Report) -> tuple[Unit, ...]:
    """Return the paragraphs of a report; those of one source line, which are cells, as one."""
    canonical = report.canonical
    return _units(canonical.text, tuple(report.line_starts), canonical.runs)


@lru_cache(maxsize=64)
def _units(
    text: str, line_starts: tuple[int, ...], runs: tuple[tuple[int, int], ...]
) -> tuple[Unit, ...]:
    starts = [start for start, _ in runs]
    paragraphs: list[tuple[int, int, int]] = []
    at = 0
    for paragraph in text.split("\n"):
        if paragraph:
            canonical, source = runs[bisect_right(starts, at) - 1]
            line = bisect_right(line_starts, source + at - canonical)
            paragraphs.append((line, at, at + len(paragraph)))
        at += len(paragraph) + 1
    rows = (list(row) for _, row in groupby(paragraphs, key=lambda one: one[0]))
    return tuple(Unit(row[0][1], row[-1][2], len(row) > 1) for row in rows)


def pieces(text: str, *, is_row: bool) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph with the marks that end them; of a row, all of it."""
    if is_row:
        return [(0, len(text))]
    starts = [sentence.start for sentence in sentences(text)]
    ends = [*starts[1:], len(text)]
    return list(zip(starts, ends, strict=True)) or [(0, len(text))]


def paragraphs_of(report: Report) -> Iterator[tuple[Paragraph, str]]:
    """Yield the paragraphs of a report in order, each with its pairs for an index."""
    folded = spelled(report.canonical.text)
    run_starts = [start for start, _ in report.canonical.runs]
    section_starts = [section.span.start for section in report.sections]
    for unit in units_of(report):
        first = bisect_right(run_starts, unit.start) - 1
        last = bisect_left(run_starts, unit.end)
        paragraph = _paragraph(report, unit, report.canonical.runs[first:last], section_starts)
        yield paragraph, pairs_of(folded[unit.start : unit.end])


def _paragraph(
    report: Report,
    unit: Unit,
    runs: tuple[tuple[int, int], ...],
    section_starts: list[int],
) -> Paragraph:
    text = report.canonical.text[unit.start : unit.end]
    start = runs[0][1] + unit.start - runs[0][0]
    end = runs[-1][1] + unit.end - runs[-1][0]
    source = report.text[start:end]
    line = report.line_of(start)
    places = [_place(report, 0, start)]
    changes = bisect_left(section_starts, end) > bisect_right(section_starts, start)
    if changes or "\n" in source:
        canonical = report.canonical
        for at, _ in pieces(text, is_row=unit.is_row)[1:]:
            begin = canonical.source_between(unit.start + at, unit.start + at + 1).start
            place = _place(report, at, begin)
            if (place.page, place.role, place.section) != (
                places[-1].page,
                places[-1].role,
                places[-1].section,
            ):
                places.append(place)
    if source == text:
        return Paragraph(text, start, line, tuple(places))
    moved = ((max(0, c - unit.start), s + max(0, unit.start - c) - start) for c, s in runs)
    return Paragraph(text, start, line, tuple(places), tuple(moved), source)


def _place(report: Report, offset: int, position: int) -> Place:
    section = report.section_at(position)
    return Place(
        offset,
        report.page_of(position),
        report.role_at(position),
        None if section is None else section.index,
    )
