"""Chains: each promise of a region followed through all its reports.

In: the reports of one region, read. Out: every promise of every report in exactly one chain. Each
report is set beside the last promises of the chains before it, and judged once by the next report
that looks back; works that this one leaves open are asked for in two years more. So the work grows
with the number of years, not with that of the pairs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.across.stories import state_of, story
from tracker.across.values import comparable, ends, written
from tracker.match.finding import names_of_region, promise_year
from tracker.match.judge import Later, judge_commitments
from tracker.match.lexicon import MatchLexicon
from tracker.match.replanned import goalposts_between
from tracker.match.restating import Restating, Subject
from tracker.message import Message
from tracker.model.chain import Chain, ChainLink, Shift, ShiftKind
from tracker.model.commitment import Commitment, StatementKind
from tracker.model.ids import CommitmentId
from tracker.model.report import ReportKind
from tracker.model.score import Score
from tracker.model.tracking import Goalpost, Tracking, Verdict
from tracker.model.words import word

_LONGEST_SILENCE = 2
"""Years after which a promise that no plan repeated is not taken up again."""
_LATER_YEARS = 2
_SURE = 0.7
_NAMED = 0.9
_OPEN_VERDICTS = frozenset({Verdict.IN_PROGRESS, Verdict.NOT_REPORTED, Verdict.UNDETERMINED})
_SETTLES = frozenset({Verdict.FULFILLED, Verdict.PARTIAL, Verdict.MISSED, Verdict.IN_PROGRESS})
_KINDS = list(ReportKind)


@dataclass(frozen=True, slots=True)
class _Step:
    """One report of the row, with its year and the verdicts on its promises."""

    year: int
    reading: Later
    judged: dict[CommitmentId, Tracking]
    answered_in: int | None


@dataclass(frozen=True, slots=True)
class _Tail:
    """The last promise of a chain, which a later report may make again."""

    chain: int
    year: int
    subject: Subject | None


def chains_of(readings: Sequence[Later], lexicon: MatchLexicon) -> tuple[Chain, ...]:
    """Return the chains of one region's reports, those of the earliest promises first.

    Args:
        readings: Reports of one region that name their year, in any order; a work report and a plan
            report of one year may both be there.
        lexicon: Word lists of matching.
    """
    steps = _judged(readings, lexicon)
    restating = Restating(
        [found for step in steps for found in step.reading.statements],
        lexicon,
        names_of_region(steps[0].reading.report) if steps else (),
    )
    chains: list[list[ChainLink]] = []
    tails: dict[int, _Tail] = {}
    for step in steps:
        _prune(tails, step, steps)
        subjects = [restating.subject(c) for c in step.reading.commitments]
        before = _continued(restating, list(tails.values()), subjects)
        for at, commitment in enumerate(step.reading.commitments):
            tail, score = before.get(at, (None, None))
            number = len(chains) if tail is None else tail.chain
            if tail is None:
                chains.append([])
            previous = chains[number][-1] if chains[number] else None
            link = _link(commitment, step, previous, score, lexicon)
            chains[number].append(link)
            tails[number] = _Tail(number, step.year, subjects[at])
    return _ended(chains, steps, lexicon)


def _judged(readings: Sequence[Later], lexicon: MatchLexicon) -> tuple[_Step, ...]:
    """Return the reports in order, each judged by the next year's."""
    dated = [(r.report.meta.year, r) for r in readings if r.report.meta.year is not None]
    dated.sort(key=lambda pair: (pair[0], _KINDS.index(pair[1].report.meta.kind)))
    years = sorted({year for year, _ in dated})
    following = dict(pairwise(years))
    steps = []
    for year, reading in dated:
        laters = [r for y, r in dated if y == following.get(year)]
        answered_in = following.get(year)
        if reading.report.answers_for_itself:
            laters.insert(0, reading)
        found = judge_commitments(reading.commitments, reading.report, tuple(laters), lexicon)
        judged = {t.commitment.id: t for t in found}
        steps.append(_Step(year, reading, judged, answered_in))
    return tuple(steps)


def _prune(tails: dict[int, _Tail], step: _Step, steps: Sequence[_Step]) -> None:
    """Forget the promises that no plan has made for too long; a missing report is no silence."""
    before = max((s.year for s in steps if s.year < step.year), default=step.year)
    oldest = min(before, step.year - _LONGEST_SILENCE)
    for number in [n for n, tail in tails.items() if tail.year < oldest]:
        del tails[number]


def _continued(
    restating: Restating, tails: Sequence[_Tail], subjects: Sequence[Subject | None]
) -> dict[int, tuple[_Tail, Score]]:
    """Return which promise continues which chain: the surest first, the latest of equal ones."""
    likenesses = restating.likenesses([tail.subject for tail in tails], subjects)
    ranked = sorted(likenesses, key=lambda one: (-one.score.value, -tails[one.first].year))
    found: dict[int, tuple[_Tail, Score]] = {}
    taken: set[int] = set()
    for one in ranked:
        if one.second not in found and one.first not in taken:
            found[one.second] = tails[one.first], one.score
            taken.add(one.first)
    return found


def _link(
    commitment: Commitment,
    step: _Step,
    previous: ChainLink | None,
    score: Score | None,
    lexicon: MatchLexicon,
) -> ChainLink:
    tracking = step.judged[commitment.id]
    year = promise_year(commitment, step.year) or step.year
    answered_in = None if tracking.verdict is Verdict.PENDING else step.answered_in or step.year
    if previous is None or previous.year == year:
        return ChainLink(year, tracking, answered_in, score, (), ())
    posts = goalposts_between(previous.commitment, commitment, lexicon)
    kept = previous.tracking.verdict is Verdict.FULFILLED
    posts = [p for p in dict.fromkeys(posts) if not (kept and p is Goalpost.LATER)]
    shifts = _shifts(previous.commitment, commitment, posts)
    return ChainLink(year, tracking, answered_in, score, shifts, tuple(posts))


def _shifts(before: Commitment, after: Commitment, posts: Sequence[Goalpost]) -> tuple[Shift, ...]:
    """Return what is other when a promise is made again."""
    found = []
    value = _value_shift(before, after)
    if value is not None:
        found.append(value)
    ranks = list(type(before.firmness))
    softer = ranks.index(after.firmness) - ranks.index(before.firmness)
    if softer:
        was, now = word(before.firmness), word(after.firmness)
        kind = ShiftKind.SOFTER if softer > 0 else ShiftKind.FIRMER
        how = Message("变软", "softer") if softer > 0 else Message("变硬", "firmer")
        found.append(
            Shift(
                kind,
                Message(f"措辞{how.zh}：{was.zh}→{now.zh}", f"{how.en} word: {was.en} → {now.en}"),
            )
        )
    was_stage, stage = before.statement.milestone, after.statement.milestone
    if was_stage is not None and stage is not None and stage > was_stage:
        found.append(
            Shift(
                ShiftKind.FURTHER,
                Message(
                    f"更进一步：{word(was_stage).zh}→{word(stage).zh}",
                    f"further on: {word(was_stage).en} → {word(stage).en}",
                ),
            )
        )
    if Goalpost.LATER in posts:
        found.append(
            Shift(
                ShiftKind.LATER,
                Message(
                    f"期限推后：{before.due}→{after.due} 年", f"later: {before.due} → {after.due}"
                ),
            )
        )
    if Goalpost.DEFINITION in posts:
        found.append(Shift(ShiftKind.DEFINITION, Message("口径改变", "another definition")))
    return tuple(found)


def _value_shift(before: Commitment, after: Commitment) -> Shift | None:
    pair = comparable(before, after)
    if pair is None or ends(pair[0]) == ends(pair[1]):
        return None
    a, b = pair
    up = ends(b) > ends(a)
    return Shift(
        ShiftKind.HIGHER if up else ShiftKind.LOWER,
        Message(
            f"数值{'调高' if up else '调低'}：{written(a)}→{written(b)}",
            f"{'higher' if up else 'lower'} figure: {written(a)} → {written(b)}",
        ),
    )


def _ended(
    chains: Sequence[list[ChainLink]], steps: Sequence[_Step], lexicon: MatchLexicon
) -> tuple[Chain, ...]:
    """Return the chains with their state at the end and their story."""
    answers = _later_answers(chains, steps, lexicon)
    last = max((step.year for step in steps), default=0)
    found = []
    for links in chains:
        answer, answer_in = answers.get(links[-1].commitment.id, (None, None))
        state = state_of(links[-1], answer, last)
        chain = Chain(tuple(links), answer, answer_in, state, Message("", ""))
        found.append(replace(chain, reason=story(chain)))
    return tuple(found)


def _later_answers(
    chains: Sequence[list[ChainLink]], steps: Sequence[_Step], lexicon: MatchLexicon
) -> dict[CommitmentId, tuple[Tracking, int]]:
    """Return what reports after the next one say of promises that it left open.

    Whether a bridge was opened can be told two years on, what was done in one year cannot.
    """
    found: dict[CommitmentId, tuple[Tracking, int]] = {}
    by_report = {step.reading.report.id: step for step in steps}
    waiting: dict[str, list[ChainLink]] = {}
    for links in chains:
        if _may_wait(links[-1]):
            waiting.setdefault(links[-1].report_id, []).append(links[-1])
    for step in by_report.values():
        asked = waiting.get(step.reading.report.id, ())
        for year in sorted({s.year for s in steps if s.year > (step.answered_in or step.year)}):
            now = tuple(
                link.commitment
                for link in asked
                if link.commitment.id not in found and _asks(link, year)
            )
            if not now:
                continue
            laters = tuple(s.reading for s in steps if s.year == year)
            for tracking in judge_commitments(now, step.reading.report, laters, lexicon):
                if _settles(tracking):
                    found[tracking.commitment.id] = tracking, year
    return found


def _asks(link: ChainLink, year: int) -> bool:
    """Tell whether the report of a year is asked for a promise that was left open.

    Works are asked for in two years more; a promise with a year of its own when that year is over.
    """
    due = link.commitment.due
    if due is not None and due > link.year:
        return due + 1 == year
    return year <= (link.answered_in or link.year) + _LATER_YEARS


def _settles(tracking: Tracking) -> bool:
    """Tell whether a late verdict is sure enough, and of a passage that names the whole thing."""
    sure = tracking.verdict in _SETTLES and tracking.confidence >= _SURE
    return sure and bool(tracking.evidence) and tracking.evidence[0].score.value >= _NAMED


def _may_wait(link: ChainLink) -> bool:
    """Tell whether a promise was left open and can be answered years later."""
    commitment = link.commitment
    statement = commitment.statement
    works = (
        statement.kind is StatementKind.PROJECT
        and statement.milestone is not None
        and not statement.measures
    )
    years = commitment.due is not None and commitment.due > link.year
    return link.tracking.verdict in _OPEN_VERDICTS and (works or years)
