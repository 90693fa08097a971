"""Chains: each promise of a region followed through all its reports.

In: the reports of one region, read. Out: every promise of every report in exactly one chain. Each
report is set beside the last promises of the chains before it, and judged once by the next report
that looks back; works that this one leaves open are asked for in two years more. So the work grows
with the number of years, not with that of the pairs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from tracker.across.stories import state_of, story
from tracker.across.values import comparable, ends, written
from tracker.match.finding import names_of_region, promise_year
from tracker.match.judge import Later, judge_commitments
from tracker.match.lexicon import MatchLexicon
from tracker.match.replanned import goalposts_between
from tracker.match.restating import Restating, Subject
from tracker.message import Message
from tracker.model.chain import Chain, ChainLink, Shift, ShiftKind
from tracker.model.commitment import Commitment, Milestone, StatementKind
from tracker.model.decision import NOTHING_SAID, TrackingWords
from tracker.model.ids import CommitmentId, ReportId
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
    """The promises that one report made for one year, judged.

    Attributes:
        year: The year they were made for: the one that the report plans for, or an earlier one that
            its table of targets and results names.
        reading: The report.
        commitments: The promises.
        judged: Their verdicts.
        answered_in: Year of the report that judged them, None where there is none.
    """

    year: int
    reading: Later
    commitments: tuple[Commitment, ...]
    judged: dict[CommitmentId, Tracking]
    answered_in: int | None


@dataclass(frozen=True, slots=True)
class _Tail:
    """The last promise of a chain, which a later report may make again."""

    chain: int
    year: int
    subject: Subject | None


@dataclass(frozen=True, slots=True)
class _Judging:
    """What promises are judged with.

    Attributes:
        lexicon: Word lists of matching.
        said: What a person said about names and passages.
        marks: A person's verdicts.
    """

    lexicon: MatchLexicon
    said: TrackingWords
    marks: Mapping[CommitmentId, Verdict]

    def verdicts(
        self, promises: tuple[Commitment, ...], reading: Later, laters: tuple[Later, ...]
    ) -> tuple[Tracking, ...]:
        """Return the promises of a report judged by others; a person's verdict outranks."""
        found = judge_commitments(promises, reading.report, laters, self.lexicon, self.said)
        return tuple(self._marked(tracking) for tracking in found)

    def _marked(self, tracking: Tracking) -> Tracking:
        verdict = self.marks.get(tracking.commitment.id)
        if verdict is None:
            return tracking
        name = word(verdict)
        reason = Message(f"人工标记为{name.zh}。", f"Marked by a person as {name.en}.")
        return replace(tracking, verdict=verdict, confidence=1.0, reason=reason)


def chains_of(
    readings: Sequence[Later],
    lexicon: MatchLexicon,
    said: TrackingWords = NOTHING_SAID,
    marks: Mapping[CommitmentId, Verdict] = MappingProxyType({}),
) -> tuple[Chain, ...]:
    """Return the chains of one region's reports, those of the earliest promises first.

    Args:
        readings: Reports of one region that name their year, in any order; a work report and a plan
            report of one year may both be there.
        lexicon: Word lists of matching.
        said: What a person said about names and passages, taken as given.
        marks: A person's verdicts on promises; they take the place of the program's.
    """
    judging = _Judging(lexicon, said, marks)
    by_year = _by_year(readings)
    steps = _judged(by_year, judging)
    restating = Restating(
        [found for reading in readings for found in reading.statements],
        lexicon,
        names_of_region(readings[0].report) if readings else (),
        one_region=True,
    )
    chains: list[list[ChainLink]] = []
    tails: dict[int, _Tail] = {}
    for step in steps:
        _prune(tails, step, steps)
        subjects = [restating.subject(c, step.year) for c in step.commitments]
        before = _continued(restating, list(tails.values()), subjects)
        for at, commitment in enumerate(step.commitments):
            tail, score = before.get(at, (None, None))
            number = len(chains) if tail is None else tail.chain
            if tail is None:
                chains.append([])
            previous = chains[number][-1] if chains[number] else None
            link = _link(commitment, step, previous, score, judging)
            chains[number].append(link)
            tails[number] = _Tail(number, step.year, subjects[at])
    return _ended(chains, by_year, judging)


def _by_year(readings: Sequence[Later]) -> dict[int, tuple[Later, ...]]:
    """Return the reports by the year they plan for, in order; work reports before plan reports."""
    found: dict[int, tuple[Later, ...]] = {}
    for reading in sorted(readings, key=lambda r: _KINDS.index(r.report.meta.kind)):
        year = reading.report.meta.plan_year
        if year is not None:
            found[year] = (*found.get(year, ()), reading)
    return dict(sorted(found.items()))


def _judged(by_year: dict[int, tuple[Later, ...]], judging: _Judging) -> tuple[_Step, ...]:
    """Return what each report promises for each year, judged by the next year's reports."""
    telling = _telling(by_year)
    following = {
        year: min(later for later in telling if later > year)
        for year in by_year
        if any(later > year for later in telling)
    }
    steps: list[_Step] = []
    for year, readings in by_year.items():
        for reading in readings:
            laters = telling[following[year]] if year in following else ()
            if reading.report.answers_for_itself:
                laters = (reading, *laters)
            found = judging.verdicts(reading.commitments, reading, laters)
            judged = {t.commitment.id: t for t in found}
            made: dict[int, list[Commitment]] = {}
            for commitment in reading.commitments:
                made.setdefault(promise_year(commitment, year) or year, []).append(commitment)
            steps.extend(
                _Step(
                    made_for,
                    reading,
                    tuple(promises),
                    judged,
                    year if made_for < year else following.get(year),
                )
                for made_for, promises in sorted(made.items())
            )
    return tuple(sorted(steps, key=lambda step: step.year))


def _telling(by_year: dict[int, tuple[Later, ...]]) -> dict[int, tuple[Later, ...]]:
    """Return the reports that look back, by year; a list of tasks does not."""
    found = {
        year: tuple(r for r in readings if r.report.meta.kind is not ReportKind.TASK_LIST)
        for year, readings in by_year.items()
    }
    return {year: readings for year, readings in found.items() if readings}


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
    judging: _Judging,
) -> ChainLink:
    tracking = step.judged[commitment.id]
    year = step.year
    answered_in = None if tracking.verdict is Verdict.PENDING else step.answered_in
    marked = commitment.id in judging.marks
    if previous is None or previous.year == year:
        return ChainLink(year, tracking, answered_in, score, (), (), marked)
    posts = goalposts_between(previous.commitment, commitment, judging.lexicon)
    kept = previous.tracking.verdict is Verdict.FULFILLED
    works = commitment.statement.kind is StatementKind.PROJECT
    posts = [
        post for post in dict.fromkeys(posts) if post is not Goalpost.LATER or (works and not kept)
    ]
    shifts = _shifts(previous.commitment, commitment, posts)
    return ChainLink(year, tracking, answered_in, score, shifts, tuple(posts), marked)


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
    was_stage, stage = _stage(before), _stage(after)
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


def _stage(commitment: Commitment) -> Milestone | None:
    """Return the promised stage; 启动前期工作 prepares a work and does not begin it."""
    statement = commitment.statement
    if statement.kind is not StatementKind.PROJECT:
        return None
    return Milestone.PREPARED if "前期" in statement.quote else statement.milestone


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
    chains: Sequence[list[ChainLink]], by_year: dict[int, tuple[Later, ...]], judging: _Judging
) -> tuple[Chain, ...]:
    """Return the chains with their state at the end and their story."""
    answers = _later_answers(chains, by_year, judging)
    last = max(by_year, default=0)
    found = []
    for links in chains:
        answer, answer_in = answers.get(links[-1].commitment.id, (None, None))
        state = state_of(links[-1], answer, last)
        chain = Chain(tuple(links), answer, answer_in, state, Message("", ""))
        found.append(replace(chain, reason=story(chain)))
    return tuple(found)


def _later_answers(
    chains: Sequence[list[ChainLink]], by_year: dict[int, tuple[Later, ...]], judging: _Judging
) -> dict[CommitmentId, tuple[Tracking, int]]:
    """Return what reports after the next one say of promises that it left open.

    Whether a bridge was opened can be told two years on, what was done in one year cannot.
    """
    found: dict[CommitmentId, tuple[Tracking, int]] = {}
    waiting: dict[ReportId, list[ChainLink]] = {}
    for links in chains:
        if _may_wait(links[-1]):
            waiting.setdefault(links[-1].report_id, []).append(links[-1])
    telling = _telling(by_year)
    for reading in (reading for readings in by_year.values() for reading in readings):
        for year, laters in telling.items():
            now = tuple(
                link.commitment
                for link in waiting.get(reading.report.id, ())
                if link.commitment.id not in found and _asks(link, year)
            )
            if not now:
                continue
            for tracking in judging.verdicts(now, reading, laters):
                if _settles(tracking):
                    found[tracking.commitment.id] = tracking, year
    return found


def _asks(link: ChainLink, year: int) -> bool:
    """Tell whether the report of a year is asked for a promise that was left open.

    Works are asked for in two years more; a promise with a year of its own when that year is over.
    """
    due = link.commitment.due
    if year <= (link.answered_in or link.year):
        return False
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
    if link.marked:
        return False  # a person has said how it ended
    return link.tracking.verdict in _OPEN_VERDICTS and (works or years)
