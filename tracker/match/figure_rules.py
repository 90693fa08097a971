"""Verdicts on promises with a figure."""

import re
from decimal import Decimal

from tracker.match import reasons
from tracker.match.comparability import a_part, another_count, another_thing, is_named
from tracker.match.compare import Comparing, compare, is_percent
from tracker.match.finding import Bench, Finding, Found, entries_of, promise_year
from tracker.match.folding import fold
from tracker.match.milestones import Progress
from tracker.match.readings import Reading, is_addition
from tracker.match.ruling import Ruling, quote_of
from tracker.message import Message
from tracker.model.commitment import Commitment, Milestone
from tracker.model.measure import Measure, MeasureKind
from tracker.model.outline import Role
from tracker.model.tracking import Answered, Verdict
from tracker.text.units import base_value

_NEAR = (Decimal("0.7"), Decimal("1.6"))
_TERM_AHEAD = re.compile(
    r"(?:今后|未来|此后|下一个|接下来)[^，。]{0,4}五年|十[一二三四五]五[”\"]?(?:时期|期间|末|期末|规划期)|五年(?:内|后|间)"
)
_THIS_YEAR = re.compile(r"今年|本年度|20\d\d年[^，。；]{0,16}(?:预期|目标|安排)")
_STRIVEN = re.compile(
    r"(\d+(?:\.\d+)?)%[^,\d]{0,4},?(?:力争|争取|奋力|冲刺)[^,\d]{0,6}(\d+(?:\.\d+)?)%"
)
_LIST_LENGTH = 3000
_LEAD = 50
_YEAR_NAMED = re.compile(r"今年|本年度|(?<!到)20\d\d年(?!前|底|末)")
_PART_HEADING = re.compile(r"[*#\s]*[一二三四五六七八]、")
_FAR = (Decimal("0.2"), Decimal(5))
_AS_CLOSE = 0.1
_SURE_MATCH = 0.8
_PLAIN_VERB = 2  # 新改扩建 tells which deed it was, 新增 does not
_FAINT_MASS = 3.0
_SAYS_NOTHING = (("投入",), ("投资",), ("资金",), ("建设",), ("培训",), ("项目",))
_TELLING_MASS = 12.0  # some four rare pairs of characters
_MONEY = re.compile(r"元|美元")
_HELD = re.compile(r"累计|总量|总数|拥有|保有量|达到")


def rule_figures(commitment: Commitment, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on a promise's figures, None where none of them has a counterpart."""
    decided: list[Ruling] = []
    wanted = 0
    for number, measure in enumerate(commitment.statement.measures):
        if measure.value is None or is_start(commitment.statement.quote, measure):
            continue
        wanted += 1
        options = [
            f
            for f in found.findings
            if f.readings[number] is not None and not (f.part_year and f.off_year)
        ]
        if not options:
            continue
        best = min(options, key=lambda f: (_rank(f, measure, number), -f.score.value))
        reading = best.readings[number]
        if reading is None:
            continue
        ruling = _rule_one(commitment, measure, best, reading, bench)
        if ruling.verdict in (Verdict.MISSED, Verdict.PARTIAL):
            kept = _kept_elsewhere(commitment, (number, measure), best, options, bench)
            ruling = kept or ruling
        decided.append(ruling)
    return _join(decided, wanted) if decided else None


def _kept_elsewhere(
    commitment: Commitment,
    wanted: tuple[int, Measure],
    best: Finding,
    options: list[Finding],
    bench: Bench,
) -> Ruling | None:
    """Return that nothing can be said where a figure falls short and another one does not.

    吸纳京津技术合同成交额超300亿元 stands before 全省技术合同成交总额超1000亿元.
    """
    number, measure = wanted
    for other in options:
        reading = other.readings[number]
        close = other.score.value >= best.score.value - _AS_CLOSE
        if other is best or reading is None or not close:
            continue
        if _rule_one(commitment, measure, other, reading, bench).verdict is Verdict.FULFILLED:
            why = Message(
                f"另有一处报告为{reading.figure.told}，达到承诺",
                f"is not the only one: {reading.figure.told} is reported as well and keeps it",
            )
            short = best.readings[number] or reading
            return Ruling(
                Verdict.UNDETERMINED,
                Answered.VAGUE,
                0.5,
                reasons.not_comparable(measure, short.figure.told, why),
                (best, other),
            )
    return None


def is_start(quote: str, measure: Measure) -> bool:
    """Tell whether a figure of a promise is where it starts from (从每月503元提高到538元)."""
    return bool(re.search(rf"[从由](?:每[月年人])*{measure.value}", fold(quote)))


def _rank(finding: Finding, measure: Measure, number: int) -> float:
    """Order the passages that hold a figure: same year, all of it, same nature, same words."""
    reading = finding.readings[number]
    rank = 1.0 - finding.score.value - finding.own_row
    rank += 0.4 * (finding.off_year or finding.part_year) + 0.5 * finding.another
    rank += _distance(measure, reading) if reading is not None else 0.0
    if reading is not None and measure.kind is MeasureKind.INCREMENT and reading.stock:
        rank += 0.3
    return rank


def _distance(measure: Measure, reading: Reading) -> float:
    """Return how unlike in size a figure is: the same number is hardly chance, a tenth may be."""
    target = base_value(measure.value, measure.unit)[0] if measure.value is not None else 0
    if not target or reading.figure.rate:
        return 0.0
    ratio = reading.figure.value / target
    if ratio == 1:
        return -0.3
    if _NEAR[0] <= ratio <= _NEAR[1]:
        return -0.2
    return 0.0 if _FAR[0] <= ratio <= _FAR[1] else 0.2


def _join(rulings: list[Ruling], wanted: int) -> Ruling:
    """Return one verdict for a promise of several figures."""
    verdicts = {r.verdict for r in rulings}
    first = rulings[0]
    if len(verdicts) == 1 and len(rulings) == wanted:
        return first
    if len(verdicts) == 1 and first.verdict is not Verdict.FULFILLED:
        return first
    order = (Verdict.UNDETERMINED, Verdict.MISSED, Verdict.PARTIAL, Verdict.FULFILLED)
    weakest = min(rulings, key=lambda r: order.index(r.verdict))
    if Verdict.FULFILLED in verdicts and weakest.verdict is not Verdict.UNDETERMINED:
        return Ruling(Verdict.PARTIAL, weakest.answered, 0.6, weakest.reason, weakest.leads)
    if Verdict.FULFILLED in verdicts:
        best = next(r for r in rulings if r.verdict is Verdict.FULFILLED)
        return Ruling(Verdict.FULFILLED, best.answered, 0.6, best.reason, best.leads, best.exceeded)
    return weakest


def _rule_one(
    commitment: Commitment, measure: Measure, finding: Finding, reading: Reading, bench: Bench
) -> Ruling:
    if finding.off_year:
        return _rule_other_year(commitment, measure, finding, reading, bench)
    ceiling = any(
        bench.lexicon.indicators[e].ceiling for e in entries_of(commitment, bench.lexicon)
    )
    comparing = compare(measure, reading.figure, ceiling=ceiling)
    odd = a_part(commitment, reading, bench) or another_count(
        commitment, measure, finding, reading, bench
    )
    whole_term = measure.kind is MeasureKind.INCREMENT and reading.stock
    unlike = another_thing(commitment, measure, finding, reading, bench)
    if odd is not None and (whole_term or comparing.verdict is not Verdict.FULFILLED):
        unlike = odd
    if unlike is not None:
        sure = 0.6 if unlike is odd else 0.5
        return _unlike(measure, finding, reading, unlike, sure)
    if measure.kind is MeasureKind.OTHER and _goes_on(commitment, reading, bench):
        quote = quote_of(finding, bench)
        reason = reasons.by_stage(Verdict.IN_PROGRESS, measure.indicator, "", quote)
        return Ruling(Verdict.IN_PROGRESS, Answered.DIRECT, 0.7, reason, (finding,))
    return _rule_same(commitment, (measure, comparing), finding, reading, bench, odd)


def _unlike(
    measure: Measure, finding: Finding, reading: Reading, why: Message, sure: float
) -> Ruling:
    reason = reasons.not_comparable(measure, reading.figure.told, why)
    return Ruling(Verdict.UNDETERMINED, Answered.VAGUE, sure, reason, (finding,))


def _rule_same(
    commitment: Commitment,
    compared: tuple[Measure, Comparing],
    finding: Finding,
    reading: Reading,
    bench: Bench,
    odd: Message | None,
) -> Ruling:
    """Return the verdict by a figure that counts what was promised."""
    measure, comparing = compared
    quote, written = quote_of(finding, bench), reading.figure.told
    sure = finding.score.value
    back = bench.ground.laters[finding.later].back_year
    due = None if is_of_term(commitment, bench) else commitment.due
    early = due != commitment.due or _not_due(commitment, back)
    short = comparing.verdict is not Verdict.FULFILLED
    if early and (short or measure.kind is MeasureKind.GROWTH):
        reason = reasons.not_due(measure, written, due)
        return Ruling(Verdict.IN_PROGRESS, Answered.DIRECT, 0.85, reason, (finding,))
    lower = _lower_goal(commitment, measure) if short else None
    if lower is not None and reading.figure.value >= lower:
        why = Message(
            f"达到了{lower}%的目标，未达到力争的更高目标",
            f"reaches the goal of {lower}%, not the higher one that was striven for",
        )
        return _unlike(measure, finding, reading, why, 0.5)
    scope = _scope_differs(commitment, finding, bench)
    vague = _may_reach(measure, reading, bench)
    unsure = sure < _SURE_MATCH or scope or vague or _doubtful(measure, finding, reading)
    if (short and unsure) or _faint(finding):
        reason = reasons.no_figure(measure, quote)
        return Ruling(
            Verdict.UNDETERMINED, Answered.VAGUE, 0.5 if short else 0.4, reason, (finding,)
        )
    confidence = 0.55 + 0.4 * sure - 0.1 * (back is None) - 0.15 * (odd is not None)
    return Ruling(
        comparing.verdict,
        Answered.DIRECT if sure >= _SURE_MATCH else Answered.IMPLIED,
        round(min(0.95, confidence), 2),
        reasons.by_figure(measure, written, comparing, quote),
        (finding,),
        comparing.exceeded,
    )


def _not_due(commitment: Commitment, back_year: int | None) -> bool:
    """Tell whether a promise falls due after the year that is looked back on.

    A goal of several years that names no year is not due within the first.
    """
    statement = commitment.statement
    if commitment.due is None and statement.role is Role.OUTLOOK:
        return True
    if back_year is not None and "年均" in statement.quote and commitment.due in (None, back_year):
        return True  # one year is no average of several
    return commitment.due is not None and back_year is not None and commitment.due > back_year


def is_of_term(commitment: Commitment, bench: Bench) -> bool:
    """Tell whether the paragraph of a promise, or the line that leads to it, is of several years.

    Under “十二五”时期的主要目标是： the paragraphs that follow are of these years, up to one that
    names this year.
    """
    passage = bench.earlier.passage(commitment.statement.span)
    text, at = passage.canonical.text, passage.canonical_span.start
    before = fold(text[text.rfind("\n", 0, at) + 1 : at])
    terms = [m.end() for m in _TERM_AHEAD.finditer(before)]
    if terms:
        return not _THIS_YEAR.search(before, terms[-1])
    own = commitment.statement.role is not Role.TARGETS and not _YEAR_NAMED.search(before)
    return own and _is_led_by_term(text, at)


def _is_led_by_term(text: str, at: int) -> bool:
    """Tell whether the nearest line that leads to a list is of several years (今后五年目标：)."""
    above = fold(text[max(0, at - _LIST_LENGTH) : at]).split("\n")
    for line in reversed(above[1:-1]):
        if line.endswith((":", "是", "为")) and _TERM_AHEAD.search(line[-_LEAD:]):
            return not _THIS_YEAR.search(line[-_LEAD:])
        if _YEAR_NAMED.search(line[:_LEAD]) or _PART_HEADING.match(line):
            return False
    return False


def _scope_differs(commitment: Commitment, finding: Finding, bench: Bench) -> bool:
    """Tell whether a promise by another definition (同口径) is answered without it."""
    scope = bench.lexicon.scope_pattern
    return bool(scope.search(fold(commitment.statement.quote))) and not scope.search(finding.text)


def _doubtful(measure: Measure, finding: Finding, reading: Reading) -> bool:
    """Tell whether a short figure might count another thing: few telling words, another unit."""
    unit = base_value(measure.value, measure.unit)[1] if measure.value is not None else ""
    same_deed = any(
        part.name == "indicator" or (part.name == "verb" and len("".join(part.words)) > _PLAIN_VERB)
        for part in finding.score.parts
    )
    thin = finding.window.mass < _TELLING_MASS and not (same_deed or finding.own_row)
    return thin or _faint(finding) or unit != reading.figure.unit


def _lower_goal(commitment: Commitment, measure: Measure) -> Decimal | None:
    """Return the goal beside which a higher one is only striven for (增长30%，力争40%)."""
    if not is_percent(measure.unit):
        return None
    found = _STRIVEN.search(fold(commitment.statement.quote))
    if found is None or Decimal(found[2]) != measure.value:
        return None
    return Decimal(found[1])


def _goes_on(commitment: Commitment, reading: Reading, bench: Bench) -> bool:
    """Tell whether things of a number are only said to be worked on (80万吨乙烯加快推进)."""
    state = bench.stages.state(bench.ground.index.clauses[reading.clause].text)
    promised = commitment.statement.milestone
    begun = promised is not None and promised <= Milestone.STARTED
    return state.progress is Progress.GOING and not (begun and state.milestone is not None)


def _may_reach(measure: Measure, reading: Reading, bench: Bench) -> bool:
    """Tell whether a figure that is only given as more than a number may reach the promise.

    超过44% lies anywhere below 45%, so it does not say that 44.5% was missed; 降低3%以上 alike.
    """
    figure = reading.figure
    text = bench.ground.index.clauses[reading.clause].text
    over = figure.over or text.startswith("以上", figure.start + len(figure.written))
    if not over or measure.value is None or not is_percent(figure.unit):
        return False
    step = Decimal(1).scaleb(int(figure.value.as_tuple().exponent))
    return abs(figure.value) < measure.value < abs(figure.value) + step


def _faint(finding: Finding) -> bool:
    """Tell whether next to nothing telling was found (投资), so that no figure decides."""
    few = finding.window.mass < _FAINT_MASS or finding.window.words in _SAYS_NOTHING
    return few and not is_named(finding)


def holds_for_all_time(commitment: Commitment, measure: Measure, bench: Bench) -> bool:
    """Tell whether a later year's value still says if the promise was reached.

    Shares and stocks do; a year's growth, additions and turnover do not.
    """
    if measure.kind in (MeasureKind.GROWTH, MeasureKind.INCREMENT, MeasureKind.DECREASE):
        return False
    if any(bench.lexicon.indicators[e].stock for e in entries_of(commitment, bench.lexicon)):
        return True
    if any(bench.lexicon.indicators[e].ceiling for e in entries_of(commitment, bench.lexicon)):
        return False  # a rate of unemployment is of its year
    if measure.kind is MeasureKind.SHARE:
        return True
    if _MONEY.search(measure.unit) or measure.kind is not MeasureKind.LEVEL:
        return False
    return bool(_HELD.search(commitment.statement.quote))


def _rule_other_year(
    commitment: Commitment, measure: Measure, finding: Finding, reading: Reading, bench: Bench
) -> Ruling:
    place = bench.ground.places[finding.window.core]
    spoken = place.year or bench.ground.laters[finding.later].back_year
    written = reading.figure.told
    wanted = promise_year(commitment, bench.plan_year)
    later = spoken is not None and wanted is not None and spoken > wanted
    if later and holds_for_all_time(commitment, measure, bench):
        clause = bench.ground.index.clauses[reading.clause]
        if not (is_addition(clause, reading.figure) and not reading.stock):
            ceiling = any(
                bench.lexicon.indicators[e].ceiling for e in entries_of(commitment, bench.lexicon)
            )
            comparing = compare(measure, reading.figure, ceiling=ceiling)
            short = comparing.verdict is not Verdict.FULFILLED
            if short and _not_due(commitment, spoken):
                return Ruling(
                    Verdict.IN_PROGRESS,
                    Answered.DIRECT,
                    0.85,
                    reasons.not_due(measure, written, commitment.due),
                    (finding,),
                )
            if not short or finding.score.value >= _SURE_MATCH:
                return Ruling(
                    comparing.verdict,
                    Answered.IMPLIED,
                    0.6 if short else 0.8,
                    reasons.later_stock(measure, written, comparing, spoken),
                    (finding,),
                    comparing.exceeded,
                )
    return Ruling(
        Verdict.UNDETERMINED,
        Answered.VAGUE,
        round(min(0.9, 0.45 + 0.45 * finding.score.value), 2),
        reasons.other_year(written, spoken, wanted, measure),
        (finding,),
    )
