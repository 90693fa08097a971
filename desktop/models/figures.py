"""Figures that changed (数字变动), each with its places and what is to be said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.model.change import Direction
from tracker.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.jobs.catalog import Comparison
    from tracker.model.change import NumberChange
    from tracker.model.measure import Measure
    from tracker.model.report import Report

_FIGURE = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
_BEFORE = re.compile(r"(?:不低于|不少于|不超过|超过|突破|约|近|超)\s*$")
_BEHIND = re.compile(r"\s*(?:以上|左右|以内|以下|上下)")
"""Words that bind a figure (5.5%以上, 超500家); they belong to what is told of it."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of one indicator in both texts.

    Attributes:
        indicator: What is counted, in the later text's words.
        earlier: Where the earlier figure stands with the words that bind it.
        later: Where the later one stands.
        was: The earlier figure, without blanks.
        now: The later one.
        value: Where the value went, in a common unit.
        bound: Where the bound went; DOWN is softer.
        other_unit: It is counted in another unit.
    """

    indicator: str
    earlier: Span
    later: Span
    was: str
    now: str
    value: Direction | None
    bound: Direction | None
    other_unit: bool

    def badge(self) -> str:
        """Return all of it in a few signs and words (↓ 5.5%以上 → 5%左右 · 软)."""
        sign = {Direction.UP: "↑ ", Direction.DOWN: "↓ "}.get(self.value or Direction.SAME, "")
        said = QCoreApplication.translate("Figures", "other unit") if self.other_unit else ""
        if self.bound is Direction.DOWN:
            said = QCoreApplication.translate("Figures", "softer")
        elif self.bound is Direction.UP:
            said = QCoreApplication.translate("Figures", "firmer")
        return f"{sign}{self.was} → {self.now}" + (f" · {said}" if said else "")

    def words(self) -> str:
        """Return what happened to it in words."""
        said = []
        if self.value is Direction.UP:
            said.append(QCoreApplication.translate("Figures", "higher"))
        elif self.value is Direction.DOWN:
            said.append(QCoreApplication.translate("Figures", "lower"))
        if self.bound is Direction.UP:
            said.append(QCoreApplication.translate("Figures", "more firmly put"))
        elif self.bound is Direction.DOWN:
            said.append(QCoreApplication.translate("Figures", "more softly put"))
        if self.other_unit:
            said.append(QCoreApplication.translate("Figures", "counted in another unit"))
        joint = QCoreApplication.translate("Figures", ", ", "between words of one figure")
        told = joint.join(said) or QCoreApplication.translate("Figures", "told otherwise")
        return f"{self.indicator}\n{self.was} → {self.now}\n{told}"


def figure_changes(comparison: Comparison) -> tuple[FigureChange, ...]:
    """Return the figures that stand in both texts and differ, in the order of the later one."""
    found = {(one.earlier, one.later): one for one in _found(comparison)}
    return tuple(sorted(found.values(), key=lambda one: (one.later, one.earlier)))


def _found(comparison: Comparison) -> Iterator[FigureChange]:
    for part in comparison.parts:
        for section in part.diff.sections:
            for number in section.numbers:
                change = figure_change(comparison, number)
                if change is not None:
                    yield change


def figure_change(comparison: Comparison, number: NumberChange) -> FigureChange | None:
    """Return a figure that differs with its places; None where one text does not have it."""
    before, after = number.earlier, number.later
    if before is None or after is None:
        return None
    earlier, later = _bound(comparison.earlier, before), _bound(comparison.later, after)
    return FigureChange(
        number.indicator,
        earlier,
        later,
        "".join(comparison.earlier.quote(earlier).split()),
        "".join(comparison.later.quote(later).split()),
        number.value,
        number.bound,
        before.unit != after.unit,
    )


def figure_span(report: Report, measure: Measure) -> Span:
    """Return where a measure's figure stands, or its whole clause where it is not in digits."""
    quote = report.quote(measure.span)
    for found in _FIGURE.finditer(quote):
        if measure.value is not None and Decimal(found.group().replace("．", ".")) == measure.value:
            end = found.end()
            if measure.unit and quote.startswith(measure.unit, end):
                end += len(measure.unit)
            return Span(measure.span.start + found.start(), measure.span.start + end)
    return measure.span


def _bound(report: Report, measure: Measure) -> Span:
    """Return where a figure stands with the words that bind it."""
    span = figure_span(report, measure)
    if span == measure.span:
        return span
    before = _BEFORE.search(report.text, max(0, span.start - 4), span.start)
    behind = _BEHIND.match(report.text, span.end)
    return Span(
        before.start() if before else span.start,
        behind.end() if behind else span.end,
    )
