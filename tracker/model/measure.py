"""Measures: what is counted, how it compares, how much (指标、比较、数值、单位)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.model.span import Span


class Comparison(StrEnum):
    """How a value binds: 以上 at least, 超 more, 以内 at most, 左右 about, 1~2 a range."""

    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    ABOUT = "~"
    EXACTLY = "="
    RANGE = "range"


class MeasureKind(StrEnum):
    """What a value measures; meanings in ``tests/gold/GUIDE.md``, section GB."""

    GROWTH = "growth"
    LEVEL = "level"
    INCREMENT = "increment"
    SHARE = "share"
    DECREASE = "decrease"
    RANK = "rank"
    OTHER = "other"


class Relation(StrEnum):
    """What a promise without a digit says, or ``numeral`` for a value in Chinese numerals."""

    NUMERAL = "numeral"
    DOUBLE = "double"
    FULL = "full"
    ZERO_BROKEN = "zero_broken"
    ZERO = "zero"
    PARITY = "parity"
    STABLE = "stable"
    RISE = "rise"
    FALL = "fall"
    SYNCHRONOUS = "synchronous"
    TASK = "task"
    VERSUS_AVERAGE = "versus_average"


@dataclass(frozen=True, slots=True)
class Measure:
    """One quantity of a promise or a result.

    Attributes:
        indicator: The thing measured, in the text's words.
        comparison: How the value binds; None for relations without a value.
        value: Number as written (2.7 of 2.7万个), or None.
        value2: Upper end of a range, or None.
        unit: As written without 左右/以上 (万个), or "".
        kind: What the value measures.
        relation: What a promise without a digit says, or None.
        span: Source span of the shortest clause that holds the whole measure.
    """

    indicator: str
    comparison: Comparison | None
    value: Decimal | None
    value2: Decimal | None
    unit: str
    kind: MeasureKind
    relation: Relation | None
    span: Span
