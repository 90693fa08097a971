"""Finding the passages that speak of a promise, best first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from tracker.match.candidates import Window
from tracker.match.decided import Decided
from tracker.match.folding import fold
from tracker.match.ground import Ground
from tracker.match.lexicon import MatchLexicon
from tracker.match.likeness import begins_otherwise, is_another
from tracker.match.milestones import StageReader
from tracker.match.passages import Clause
from tracker.match.readings import Reading, is_the_number, read_measure, side_of
from tracker.match.scoring import (
    SPEAKS,
    SPEAKS_OF_NAME,
    Signals,
    score_window,
)
from tracker.match.sought import Sought
from tracker.match.topics import Topic, TopicReader, parts_of, topics_of
from tracker.model.commitment import Commitment, Statement, StatementKind
from tracker.model.decision import NamePair
from tracker.model.measure import Measure
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.score import Score, ScorePart

_FLOOR = 0.2
_KEPT = 12
_WORTH_A_LOOK = 2.6  # weight of the rarest word: not only 发展 and 企业
_SAME_NAME = 0.9
_SURELY_SAME, _NEVER_DECIDES = 0.85, 0.25
_SAME_NUMBER = 0.7
_NAMED_MASS = 10.0  # an indicator that is named tells all there is to tell
_PART_OF_WHOLE = 0.7  # of an equal share
_PART_MASS = 6.0
_ALL_SPOKEN = 0.85
_SAID_NAME = 0.85  # whose own name stands there, a person said
PART_SPOKEN = 0.55  # a part is short, so chance finds more of it
_PLACE_ENDS = re.compile(r"(?:特别行政区|自治区|自治州|自治县|地区|省|市|区|县|州|盟|旗)$")
_PLACES = re.compile(r".+?(?:特别行政区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)")


@dataclass(frozen=True)
class PromisedAgain:
    """The later reports' own promises, to be looked up.

    Attributes:
        by_object: By folded object.
        by_entry: Those with measures, by entry of the indicator vocabulary.
    """

    by_object: dict[str, tuple[Commitment, ...]]
    by_entry: dict[int, tuple[Commitment, ...]]


def promised_again(earlier: Report, ground: Ground, lexicon: MatchLexicon) -> PromisedAgain:
    """Return the promises of all later reports but the earlier one itself."""
    by_object: dict[str, list[Commitment]] = {}
    by_entry: dict[int, list[Commitment]] = {}
    for later in ground.laters:
        if later.report.id == earlier.id:
            continue
        for commitment in later.commitments:
            by_object.setdefault(fold(commitment.statement.object), []).append(commitment)
            if commitment.statement.measures:
                for entry in sorted(entries_of(commitment, lexicon)):
                    by_entry.setdefault(entry, []).append(commitment)
    return PromisedAgain(
        {name: tuple(found) for name, found in by_object.items()},
        {entry: tuple(found) for entry, found in by_entry.items()},
    )


@dataclass(frozen=True)
class Bench:
    """What every promise of a report is judged with.

    Attributes:
        earlier: The report that promises.
        plan_year: The year it plans for, None where unknown.
        ground: The later reports.
        lexicon: Word lists.
        stages: Reader of stages and manners.
        own_names: Names of the report's region, folded.
        topics: Reads words as topics.
        promised_again: The later reports' own promises.
        decided: What a person decided.
    """

    earlier: Report
    plan_year: int | None
    ground: Ground
    lexicon: MatchLexicon
    stages: StageReader
    own_names: tuple[str, ...]
    topics: TopicReader
    promised_again: PromisedAgain
    decided: Decided


class Finding(NamedTuple):
    """A passage that may speak of a promise.

    Attributes:
        window: Its clauses.
        text: Their folded text.
        later: Which later report it stands in.
        score: How well it fits, with its parts.
        off_year: It speaks of another year than the one the promise was made for.
        part_year: It speaks of a part of a year (上半年).
        term: It speaks of several years (五年来).
        readings: For each measure of the promise, the figure that answers it, if any.
        own_row: It is the result that stands in the promise's own table row.
        another: It names another thing of the promised kind.
        joined: The pair of names, said by a person, by which it names the promised thing.
        part: Which of the promise's enumerated things it speaks of, None for the whole.
    """

    window: Window
    text: str
    later: int
    score: Score
    off_year: bool
    part_year: bool
    term: bool
    readings: tuple[Reading | None, ...]
    part: int | None
    own_row: bool
    another: bool = False
    joined: NamePair | None = None


class Found(NamedTuple):
    """All that was found for a promise.

    Attributes:
        findings: Passages that speak of it, best first.
        weak: Where none speaks of it, those that fall short of it, best first.
        near: Best score of any passage, also below the threshold.
        parts: How many things it enumerates (0 when it is one thing).
        parts_spoken: How many of them are spoken of.
        kept_apart: Pairs of names, said by a person to be two things, that kept a passage out.
    """

    findings: tuple[Finding, ...]
    weak: tuple[Finding, ...]
    near: float
    parts: int
    parts_spoken: int
    kept_apart: tuple[NamePair, ...] = ()


def names_of_region(report: Report) -> tuple[str, ...]:
    """Return the names a report has for its own region, the longest first."""
    region = report.meta.region
    if region is None:
        return ()
    pieces = _PLACES.findall(region.name) or [region.name]
    own = pieces[-1]
    short = _PLACE_ENDS.sub("", own)
    return tuple(fold(n) for n in (own, short) if len(n) > 1)


def promise_year(commitment: Commitment, plan_year: int | None) -> int | None:
    """Return the year a promise is first answerable for.

    That is the year the report plans for, or an earlier year that a table of results names.
    """
    if commitment.due is None:
        return plan_year
    return commitment.due if plan_year is None else min(commitment.due, plan_year)


def entries_of(commitment: Commitment, lexicon: MatchLexicon) -> frozenset[int]:
    """Return the entries of the indicator vocabulary that a promise names."""
    statement = commitment.statement
    named = [lexicon.indicators_in(fold(m.indicator)) for m in statement.measures if m.indicator]
    found = frozenset().union(*named) if named else frozenset()
    name = statement.object or statement.quote
    of_object = found & lexicon.indicators_in(fold(name))  # 城镇 of 城乡居民人均可支配收入
    return (
        of_object
        or found
        or lexicon.indicators_in(fold(name))
        or lexicon.indicators_in(fold(statement.verb + name))
    )


def sought(commitment: Commitment, bench: Bench) -> Sought:
    """Return what passages are asked about a promise."""
    statement = commitment.statement
    entries = entries_of(commitment, bench.lexicon) if statement.measures else frozenset()
    year = promise_year(commitment, bench.plan_year)
    return Sought.of(commitment, topics_of(statement, bench.topics), entries, year)


def find(wanted: Sought, bench: Bench) -> Found:
    """Return the passages of later reports that speak of a promise."""
    commitment = wanted.commitment
    statement = commitment.statement
    parts = parts_of(commitment, bench.topics)
    topics: list[tuple[Topic, int | None]] = [(t, None) for t in wanted.topics]
    topics.extend((t, n) for n, t in enumerate(parts))
    floor = SPEAKS_OF_NAME if statement.kind is StatementKind.PROJECT else SPEAKS
    best: dict[tuple[int, int], Finding] = {}
    spoken: set[int] = set()
    apart: dict[NamePair, None] = {}
    near = 0.0
    candidates = _candidates(wanted, topics, bench)
    for finding in not_apart(commitment, candidates, apart, bench):
        near = max(near, finding.score.value)
        if finding.part is not None and finding.score.value >= PART_SPOKEN:
            spoken.add(finding.part)
        key = (finding.window.first, finding.window.last)
        if key not in best or _fit(best[key]) < _fit(finding):
            best[key] = finding
    ranked = sorted(best.values(), key=_order)
    kept = tuple(f for f in ranked if f.score.value >= floor)
    short = () if kept else tuple(ranked)
    if any(f.part is None and f.score.value >= _ALL_SPOKEN for f in kept):
        spoken = set(range(len(parts)))
    return Found(kept[:_KEPT], short, near, len(parts), len(spoken), tuple(apart))


def _candidates(
    wanted: Sought, topics: list[tuple[Topic, int | None]], bench: Bench
) -> Iterator[Finding]:
    """Yield the places that hold words of a promise, or of one of the things it lists."""
    commitment = wanted.commitment
    blocked = bench.decided.blocked_for(commitment.id)
    parts = sum(part is not None for _, part in topics)
    for topic, part in topics:
        named = wanted.entries if part is None else frozenset()
        for window in _windows(topic, named, blocked, bench):
            if part is not None and not _stands_for(commitment, topics[0][0], window, parts, bench):
                continue
            finding = finding_of(wanted, topic, part, window, bench)
            if finding is not None:
                yield finding


def not_apart(
    commitment: Commitment,
    findings: Iterable[Finding],
    apart: dict[NamePair, None],
    bench: Bench,
) -> Iterator[Finding]:
    """Yield the passages that speak of no other thing, as a person said; keep by which names."""
    for finding in findings:
        pair = bench.decided.parts(commitment, finding.window, bench.ground)
        if pair is None:
            yield finding
        elif is_worth_a_look(finding, bench):
            apart[pair] = None


def is_worth_a_look(finding: Finding, bench: Bench) -> bool:
    """Tell whether a passage that falls short shares a rare word with the promise."""
    index = bench.ground.index
    return any(index.weight(word) >= _WORTH_A_LOOK for word in finding.window.words)


def _fit(finding: Finding) -> tuple[float, float]:
    return finding.score.value, finding.window.coverage


def _order(finding: Finding) -> tuple[float, float, int]:
    value = finding.score.value + finding.own_row
    value += 0.08 * any(r is not None for r in finding.readings)
    value -= 0.06 * finding.off_year
    value -= 0.12 * finding.part_year
    value -= 0.12 * finding.term
    value -= 0.1 * (finding.part is not None)
    return -value, -finding.window.coverage, finding.window.first


def _windows(
    topic: Topic, entries: frozenset[int], blocked: frozenset[int], bench: Bench
) -> list[Window]:
    index = bench.ground.index
    found = list(index.windows(topic, _FLOOR, blocked)[: 3 * _KEPT])
    seen = {at for w in found for at in range(w.first, w.last + 1)} | blocked
    for entry in entries:
        for at in index.naming(entry):
            if at not in seen:
                shared = tuple(g for g in topic.grams if g in index.grams[at])
                found.append(Window(at, at, 0.5, shared, at, _NAMED_MASS))
                seen.add(at)
    return found


def _stands_for(
    commitment: Commitment, whole: Topic, window: Window, parts: int, bench: Bench
) -> bool:
    """Tell whether one of the listed things, found alone, speaks of the promise.

    With a figure (高速公路、高速铁路信号全覆盖) the listed things are only where it is counted.
    """
    if commitment.statement.measures:
        return share_of(whole, window, bench) >= _PART_OF_WHOLE / parts
    return window.mass >= _PART_MASS


def share_of(whole: Topic, window: Window, bench: Bench) -> float:
    """Return how much of a whole promise stands where one of its parts was found."""
    index = bench.ground.index
    held = frozenset().union(*(index.grams[at] for at in range(window.first, window.last + 1)))
    total = sum(max(0.0, index.weight(g)) for g in whole.grams)
    found = sum(max(0.0, index.weight(g)) for g in whole.grams if g in held)
    return found / total if total else 0.0


def finding_of(
    wanted: Sought,
    topic: Topic,
    part: int | None,
    window: Window,
    bench: Bench,
    *,
    chosen: bool = False,
) -> Finding | None:
    """Return a window as a finding; None where it cannot be one, unless a person chose it."""
    ground = bench.ground
    clauses = ground.index.clauses[window.first : window.last + 1]
    later = ground.laters[ground.places[window.first].later]
    statement, entries, year = wanted.commitment.statement, wanted.entries, wanted.year
    early = year is not None and later.back_year is not None and later.back_year < year
    if early and not chosen:
        return None  # what was done before a promise was due to begin does not answer it
    if later.report.id == bench.earlier.id and any(
        c.span.overlap(statement.span) and not ground.places[c.index].outcomes for c in clauses
    ):
        return None
    named = ground.index.indicators[window.core]
    same = bool(entries & named)
    if entries and part is None and named and not same and not chosen:
        return None
    core = ground.index.clauses[window.core].text
    if entries and not same and entries & bench.lexicon.measured_by(core):
        return None  # 万元地区生产总值能耗下降16% says nothing of 地区生产总值
    tabled = [c for c in clauses if c.role is Role.TABLE]
    own_row = bool(tabled) and _is_own_row(tabled, statement, ground)
    if later.report.id == bench.earlier.id and not own_row and not chosen:
        rows = (later.report.told_row(c.span.start) for c in clauses)
        if any(row is not None for row in rows):
            return None  # in a list's own column of progress a task has its own row only
    text = ",".join([c.text for c in clauses])
    readings = _readings(wanted, topic, window, bench) if statement.measures else ()
    if entries and not same and part is None and window.coverage < _SAME_NAME:
        readings = (None,) * len(readings)
    signals = Signals(
        indicator=same,
        figures=readings.count(None) < len(readings),
        verb=wanted.verb if wanted.verb in text else "",
        named_thing=part is None and wanted.named_thing,
        part=part is not None,
        own_row=own_row,
        paper=wanted.paper,
    )
    score = score_window(window, topic, ground, signals)
    joined = bench.decided.joins(wanted.commitment, window, ground)
    if joined is not None:
        score = _with_name(score, wanted.commitment, joined)
    off_year = _off_year(wanted.year, window, later.back_year, ground)
    part_year = any(p.part_year for p in ground.places[window.first : window.last + 1])
    term = ground.places[window.core].term
    if signals.figures and _tells_the_number(statement.measures, readings):
        score = replace(score, value=max(score.value, _SAME_NUMBER))
    another = begins_otherwise(topic, core) or (
        _NEVER_DECIDES < window.coverage < _SURELY_SAME and is_another(topic, core, bench.lexicon)
    )
    return Finding(
        window,
        text,
        later.number,
        score,
        off_year,
        part_year,
        term,
        readings,
        part,
        own_row,
        another and joined is None,
        joined,
    )


def _readings(
    wanted: Sought, topic: Topic, window: Window, bench: Bench
) -> tuple[Reading | None, ...]:
    """Return for each measure of a promise the figure of a window that answers it, if any."""
    said, ground, lexicon = wanted.commitment.statement, bench.ground, bench.lexicon
    sides = [(measure, topic.grams + side_of(said, measure)) for measure in said.measures]
    return tuple([read_measure(m, window, words, ground, lexicon) for m, words in sides])


def _tells_the_number(measures: tuple[Measure, ...], readings: tuple[Reading | None, ...]) -> bool:
    """Tell whether the very number that was promised is reported."""
    pairs = zip(measures, readings, strict=True)
    return any(r is not None and is_the_number(m, r) for m, r in pairs)


def _with_name(score: Score, commitment: Commitment, joined: NamePair) -> Score:
    """Return a score that knows of the name; whose promise ends in it, speaks of that thing."""
    names = {fold(joined.one), fold(joined.other)}
    object_ = fold(commitment.statement.object)
    # 锡澄城际轨道S1线 is S1线, S1线沿线综合开发 is not.
    value = max(score.value, _SAID_NAME) if object_.endswith(tuple(names)) else score.value
    part = ScorePart("said", 1.0, (joined.one, joined.other))
    return replace(score, value=value, parts=(*score.parts, part))


def _is_own_row(tabled: list[Clause], statement: Statement, ground: Ground) -> bool:
    """Tell whether one of a passage's cells is the result in the promise's own table row."""
    return any(
        (c.span.overlap(statement.span) or _beside(c, statement, ground))
        and any(
            o.statement.report_id == statement.report_id for o in ground.places[c.index].outcomes
        )
        for c in tabled
    )


def _beside(clause: Clause, statement: Statement, ground: Ground) -> bool:
    """Tell whether a passage says what became of a task, beside it in its list."""
    report = ground.laters[ground.places[clause.index].later].report
    row = report.told_row(clause.span.start)
    return row is not None and row == report.told_row(statement.span.end - 1)


def _off_year(year: int | None, window: Window, back_year: int | None, ground: Ground) -> bool:
    """Tell whether a passage speaks of another year than the promise."""
    place = ground.places[window.first]
    spoken = place.year if place.year is not None else back_year
    return year is not None and spoken is not None and spoken != year


def measure_entry(measure: Measure, lexicon: MatchLexicon) -> frozenset[int]:
    """Return the entries of the vocabulary that a measure's indicator names."""
    return lexicon.indicators_in(fold(measure.indicator))
