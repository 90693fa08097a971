"""Promised values in words, and how two of them stand to each other."""

from decimal import Decimal

from tracker.match.replanned import same_kind
from tracker.model.commitment import Commitment
from tracker.model.measure import Comparison, Measure
from tracker.text.units import base_value

SIGNS = {
    Comparison.AT_LEAST: "≥",
    Comparison.MORE: ">",
    Comparison.AT_MOST: "≤",
    Comparison.LESS: "<",
    Comparison.ABOUT: "≈",
}


def written(measure: Measure) -> str:
    """Return the value of a measure as a text writes it, with a sign for 以上, 以内, 左右."""
    sign = SIGNS.get(measure.comparison or Comparison.EXACTLY, "")
    upper = "" if measure.value2 is None else f"~{measure.value2}"
    return f"{sign}{measure.value}{upper}{measure.unit}"


def comparable(a: Commitment, b: Commitment) -> tuple[Measure, Measure] | None:
    """Return the figures of two promises where both have one of the same kind and unit."""
    if not (a.statement.measures and b.statement.measures):
        return None
    first, second = a.statement.measures[0], b.statement.measures[0]
    if first.value is None or second.value is None or not same_kind(first, second):
        return None
    return first, second


def ends(measure: Measure) -> tuple[Decimal, Decimal]:
    """Return the lower and the upper end of a measure in base units, the same where it has one."""
    if measure.value is None:
        raise ValueError("a measure without a value has no ends")
    low = base_value(measure.value, measure.unit)[0]
    high = low if measure.value2 is None else base_value(measure.value2, measure.unit)[0]
    return low, high
