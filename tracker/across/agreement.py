"""Agreement: which figures two documents of one region and year share, and which differ.

In: the values that were read from both (``indicators``). Out: one row for each thing that either
gives a value of. Two values are of one thing when they have one name, one year, one period and one
kind; else when they are the same figure under names that share their words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from tracker.across.amounts import Amount, same_figure
from tracker.across.indicators import signed
from tracker.across.values import SIGNS
from tracker.match.folding import fold
from tracker.match.passages import grams
from tracker.message import Message
from tracker.model.agreement import Agreement, AgreementRow, Concord
from tracker.model.ids import ReportId
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.series import IndicatorValue, Period, Side
from tracker.model.words import word
from tracker.text.units import same_unit

_LOWER = frozenset({Comparison.MORE, Comparison.AT_LEAST})
_UPPER = frozenset({Comparison.LESS, Comparison.AT_MOST})
_ROUND = Decimal("0.05")
"""A round figure (超2.4万亿元, 约950万元) may lie so far from the exact one."""
_ALIKE = 0.5
"""Share of their words that two names of the same figure have in common …"""
_TELLING = 10
"""… which has at least two digits: 3家 and 5个 are everywhere."""
_Key = tuple[object, ...]
_YEARLY = {
    Period.YEAR: Message("", ""),
    Period.TERM: Message("（数年合计）", " (several years)"),
    Period.AVERAGE: Message("（年均）", " (yearly average)"),
    Period.PART: Message("（部分月份）", " (a part of the year)"),
}


def agreement_of(values: Iterable[IndicatorValue], a: ReportId, b: ReportId) -> Agreement:
    """Return the figures of two documents side by side.

    Args:
        values: The values of both.
        a: The first document.
        b: The second.
    """
    groups: dict[_Key, dict[ReportId, IndicatorValue]] = defaultdict(dict)
    for value in values:
        groups[_key(value)][value.report_id] = value
    rows = [_row(found[a], found[b]) for found in groups.values() if a in found and b in found]
    lone_a = [found[a] for found in groups.values() if a in found and b not in found]
    lone_b = [found[b] for found in groups.values() if b in found and a not in found]
    pairs = _renamed(lone_a, lone_b)
    rows.extend(_row(lone_a[x], lone_b[y], renamed=True) for x, y in pairs.items())
    rows.extend(_only(one, Concord.ONLY_A) for x, one in enumerate(lone_a) if x not in pairs)
    taken = set(pairs.values())
    rows.extend(_only(one, Concord.ONLY_B) for y, one in enumerate(lone_b) if y not in taken)
    return Agreement(a, b, tuple(sorted(rows, key=_order)))


def _key(value: IndicatorValue) -> _Key:
    """Return what makes two values speak of the same thing."""
    kind: tuple[object, ...] = value.kind, value.unit if value.value is not None else value.relation
    if value.kind is MeasureKind.DECREASE and value.unit == "%":
        kind = MeasureKind.GROWTH, "%"
    name = value.indicator
    return fold(name.name), name.scope, value.side, value.year, value.period, *kind


def _order(row: AgreementRow) -> tuple[object, ...]:
    value = row.value
    return (
        value.side is Side.PROMISED,
        not value.indicator.standard,
        value.indicator.name,
        value.year or 0,
        value.kind.value,
        value.span,
    )


def _renamed(lone_a: Sequence[IndicatorValue], lone_b: Sequence[IndicatorValue]) -> dict[int, int]:
    """Return which values of the first are the same figure in the second under another name."""
    found = []
    for x, one in enumerate(lone_a):
        for y, other in enumerate(lone_b):
            if not (_is_telling(one) and _might_be_one(one, other) and _agree(one, other)):
                continue
            if one.indicator.standard and other.indicator.standard:
                continue  # 工业投资 and 固定资产投资 may grow alike
            alike = _alike(one.written, other.written)
            if alike >= _ALIKE:
                found.append((-alike, x, y))
    pairs: dict[int, int] = {}
    for _, x, y in sorted(found):
        if x not in pairs and y not in pairs.values():
            pairs[x] = y
    return pairs


def _might_be_one(a: IndicatorValue, b: IndicatorValue) -> bool:
    """Tell whether two values look the same way; 14家 and 14个 may count one thing."""
    if (a.side, a.year) != (b.side, b.year) or a.value is None or b.value is None:
        return False
    if a.unit == "%" or b.unit == "%":
        return _key(a)[2:] == _key(b)[2:]
    return same_unit(a.unit, b.unit) and not {a.period, b.period} & {Period.PART, Period.AVERAGE}


def _is_telling(value: IndicatorValue) -> bool:
    written = value.written_value
    return written is not None and len(written.as_tuple().digits) >= 2 and written != _TELLING


def _alike(a: str, b: str) -> float:
    first, second = set(grams(fold(a))), set(grams(fold(b)))
    return 2 * len(first & second) / max(1, len(first) + len(second))


def _amount(value: IndicatorValue) -> Amount:
    """Return a value with its sign and with how exactly it is written."""
    written, factor = value.written_value, Decimal(1)
    digit = Decimal(1)
    if written is not None and value.value is not None:
        factor = value.value / written if written else Decimal(1)
        digit = Decimal((0, (1,), int(written.as_tuple().exponent)))
    return Amount(signed(value), value.value2, value.unit, abs(digit * factor))


def _agree(a: IndicatorValue, b: IndicatorValue) -> bool:
    """Tell whether two values are one figure: rounded, or told as more than a round one."""
    if a.value is None or b.value is None:
        return a.value is b.value and a.relation is b.relation
    first, second = _amount(a), _amount(b)
    if same_unit(first.unit, second.unit):
        second = replace(second, unit=first.unit)
    return same_figure(first, second) or _passes(a, b) or _passes(b, a)


def _passes(round_one: IndicatorValue, exact: IndicatorValue) -> bool:
    """Tell whether a result told as 超, 约 or 近 a round figure is the exact one."""
    low, high = signed(round_one), signed(exact)
    if low is None or high is None or round_one.side is not Side.REPORTED:
        return False
    if round_one.comparison in _LOWER:
        return low <= high <= low + abs(low) * _ROUND
    about = round_one.comparison is Comparison.ABOUT
    return about and abs(high - low) <= abs(low) * _ROUND


def _row(a: IndicatorValue, b: IndicatorValue, *, renamed: bool = False) -> AgreementRow:
    names = _names(a, b)
    first, second = _told(a), _told(b)
    if not _agree(a, b):
        concord, how = Concord.DIFFERENT, Message("两份文件不一致", "the two differ")
    elif a.side is Side.PROMISED and _bind(a) != _bind(b):
        concord = Concord.BOUND
        how = Message("数值相同，宽严不同", "the same figure, bound otherwise")
    else:
        concord, how = Concord.SAME, Message("一致", "the same")
    values = Message(f"甲 {first.zh}，乙 {second.zh}", f"A {first.en}, B {second.en}")
    if first == second:
        values = Message(f"都是 {first.zh}", f"both {first.en}")
    elif concord is Concord.SAME and _amount(a).step != _amount(b).step:
        how = Message("取整后一致", "the same when rounded")
    return AgreementRow(
        concord,
        a,
        b,
        renamed,
        Message(f"{names.zh}：{values.zh}，{how.zh}。", f"{names.en}: {values.en}; {how.en}."),
    )


def _only(value: IndicatorValue, concord: Concord) -> AgreementRow:
    name = _subject(value)
    which = Message("甲", "A") if concord is Concord.ONLY_A else Message("乙", "B")
    said = _told(value)
    reason = Message(
        f"{name.zh}：只有{which.zh}写到（{said.zh}）。",
        f"{name.en}: only {which.en} has it ({said.en}).",
    )
    a, b = (value, None) if concord is Concord.ONLY_A else (None, value)
    return AgreementRow(concord, a, b, False, reason)


def _bind(value: IndicatorValue) -> object:
    """Return how a promise binds: 超 and 以上 alike, 不高于 and 以内 alike."""
    if value.comparison in _LOWER:
        return Comparison.AT_LEAST
    return Comparison.AT_MOST if value.comparison in _UPPER else value.comparison


def _subject(value: IndicatorValue) -> Message:
    name = f"{value.indicator.scope}{value.indicator.name}"
    year = "" if value.year is None else str(value.year)
    side = Message("目标", "target") if value.side is Side.PROMISED else Message("结果", "result")
    period = _YEARLY[value.period]
    return Message(
        f"{name}（{year + ' 年' if year else ''}{side.zh}）{period.zh}",
        f"{name} ({side.en}{' of ' + year if year else ''}){period.en}",
    )


def _names(a: IndicatorValue, b: IndicatorValue) -> Message:
    name = _subject(a)
    if a.indicator.name == b.indicator.name:
        return name
    return Message(f"{name.zh}，乙称“{b.written}”", f"{name.en}, called “{b.written}” in B")


def _told(value: IndicatorValue) -> Message:
    """Return a value as it is written, with a sign for 以上, 以内, 左右 and for a fall."""
    if value.written_value is None:
        return Message("", "") if value.relation is None else word(value.relation)
    falls = value.kind is MeasureKind.DECREASE and value.unit == "%"
    sign = SIGNS.get(value.comparison or Comparison.EXACTLY, "")
    upper = "" if value.written_value2 is None else f"~{value.written_value2}"
    told = f"{sign}{'-' if falls else ''}{value.written_value}{upper}{value.written_unit}"
    return Message(told, told)
