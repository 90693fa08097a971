"""One topic, report by report: the text of a column, and the figures that changed in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.jobs.topics import sections_of
from desktop.models.changed_text import changed_text
from tracker.model.canonical import CanonicalText
from tracker.model.change import Direction
from tracker.model.span import Span

if TYPE_CHECKING:
    from desktop.jobs.catalog import Comparison
    from desktop.jobs.topics import ThreadStep, Topics
    from tracker.model.measure import Measure
    from tracker.model.report import Report

_FIGURE = re.compile(
    r"(?:约|近|超过?|不低于|不高于|突破)?[0-9０-９][0-9０-９,.．～~—-]*(?:个百分点|%|％)?"
)
_BOUND = re.compile("左右|以上|以内|以下")


@dataclass(frozen=True, slots=True)
class ColumnText:
    """What a column shows.

    Attributes:
        text: Source text of the section, then what the report before had and this one does not.
        source: Where the section stands in its report; it is at the beginning of ``text``.
        note: Where in ``text`` the words stand that introduce what is gone, None without any.
        dropped: Where in ``text`` sentences stand that are gone.
        gone: Where they stand in the report before.
        earlier: That report.
    """

    text: str
    source: Span
    note: Span | None = None
    dropped: tuple[Span, ...] = ()
    gone: tuple[Span, ...] = ()
    earlier: Report | None = None

    def place(self, span: Span) -> Span | None:
        """Return where a source span stands in the text, None outside of the section."""
        start = max(span.start, self.source.start)
        end = min(span.end, self.source.end)
        return Span(start - self.source.start, end - self.source.start) if start < end else None

    def place_gone(self, span: Span) -> Span | None:
        """Return where a span of the report before stands among what is gone; None outside."""
        for shown, source in zip(self.dropped, self.gone, strict=True):
            start, end = max(span.start, source.start), min(span.end, source.end)
            if start < end:
                return Span(shown.start + start - source.start, shown.start + end - source.start)
        return None

    def quoted(self, report: Report, shown: Span) -> tuple[Report, Span] | None:
        """Return which words a stretch of the text quotes: of this report, else what is gone."""
        start = self.source.start + shown.start
        end = min(self.source.start + shown.end, self.source.end)
        if start < end and report.quote(Span(start, end)).strip():
            return report, Span(start, end)
        for place, source in zip(self.dropped, self.gone, strict=True):
            start, end = max(shown.start, place.start), min(shown.end, place.end)
            if start < end and self.earlier is not None:
                moved = source.start - place.start
                return self.earlier, Span(start + moved, end + moved)
        return None

    def as_report(self, report: Report) -> Report:
        """Return the text in the form of a report, so that it can be searched."""
        text = CanonicalText(self.text, ((0, 0),) if self.text else ())
        return replace(
            report,
            text=self.text,
            canonical=text,
            noise=(),
            broken=(),
            parts=(),
            sections=(),
            tables=(),
        )


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that differs from the one in the report before.

    Attributes:
        indicator: What is counted.
        earlier: The figure in the report before, as it stands there.
        later: The figure here.
        value: Where the value went.
        softer: The bound got softer (以上 to 左右).
        firmer: It got firmer.
    """

    indicator: str
    earlier: str
    later: str
    value: Direction | None
    softer: bool
    firmer: bool


def plain_text(report: Report, section: int) -> ColumnText:
    """Return the text of a section, as long as nobody knows what changed."""
    span = report.sections[section].span
    return ColumnText(report.quote(span).rstrip(), span)


def changed_column(
    topics: Topics, step: ThreadStep, sections: dict[int, int], introduction: str
) -> ColumnText:
    """Return the text of a section with what is gone since the report before.

    Args:
        topics: The topics.
        step: What changed.
        sections: Sections of the topic by the positions of the reports.
        introduction: Words that introduce what is gone.
    """
    made = plain_text(topics.reports[step.place], sections[step.place])
    if step.comparison is None or step.before is None:
        return made
    earlier = step.comparison.earlier
    held = earlier.sections[sections[step.before]].span
    gone = [s for s in changed_text(step.comparison, later=False).passages if held.contains(s)]
    if not gone:
        return made
    text = f"{made.text}\n{introduction}\n"
    note = Span(len(text) - len(introduction) - 1, len(text) - 1)
    dropped, sources = [], []
    for span in gone:
        quote = earlier.quote(span).lstrip("，、；。：\n ").rstrip("\n")
        if quote:
            start = span.end - len(earlier.quote(span).lstrip("，、；。：\n "))
            sources.append(Span(start, start + len(quote)))
            dropped.append(Span(len(text), len(text) + len(quote)))
            text += f"{quote}\n"
    return ColumnText(text.rstrip("\n"), made.source, note, tuple(dropped), tuple(sources), earlier)


def couple_at(topics: Topics, number: int, place: int) -> tuple[tuple[Report, Span], ...]:
    """Return which two reports tell what became of a topic at a place, and where they tell it.

    They are the report there and the one before that has the topic, or else the one after; a
    report that lacks it leads to the last one that had it, or else to the first, alone.
    """
    held = sections_of(topics.history.threads[number])
    before, after = [n for n in held if n < place], [n for n in held if n > place]
    if place not in held:
        chosen = before[-1:] or after[:1]
    else:
        chosen = [*before[-1:], place] if before else [place, *after[:1]]
    reports = topics.reports
    return tuple((reports[n], reports[n].sections[held[n]].heading_span) for n in chosen)


def figure_changes(comparison: Comparison) -> tuple[FigureChange, ...]:
    """Return the figures that are in both texts and differ, each once."""
    found: dict[tuple[str, str, str], FigureChange] = {}
    for part in comparison.parts:
        for section in part.diff.sections:
            for number in section.numbers:
                if number.earlier is None or number.later is None:
                    continue
                one = _figure(comparison.earlier, number.earlier)
                other = _figure(comparison.later, number.later)
                if one != other:
                    found[number.indicator, one, other] = FigureChange(
                        number.indicator,
                        one,
                        other,
                        number.value,
                        softer=number.bound is Direction.DOWN,
                        firmer=number.bound is Direction.UP,
                    )
    return tuple(found.values())


def _figure(report: Report, measure: Measure) -> str:
    """Return a figure as it stands in its report, with its bound; a clause without digits whole."""
    quote = report.quote(measure.span).replace("\n", "")
    plain = format(measure.value, "f") if measure.value is not None else ""
    for found in _FIGURE.finditer(quote):
        if plain and plain in found.group().replace("．", "."):
            end = found.end()
            if measure.unit and quote.startswith(measure.unit, end):
                end += len(measure.unit)
            bound = _BOUND.match(quote, end)
            return quote[found.start() : bound.end() if bound else end]
    return quote
