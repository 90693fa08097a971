"""Judging the promises of a report by later reports (guide, section GC).

For each promise: look for passages that speak of it, read the figure or the stage of work they
give, and decide; a report's own admission outranks figures, and where nothing decides, the verdict
is ``undetermined`` with the reason rather than a guess.
"""

from dataclasses import dataclass, replace

from tracker.match import reasons
from tracker.match.admissions import Admission
from tracker.match.choosing import CHOSEN, choose
from tracker.match.confidence import confidence_of
from tracker.match.decided import Chosen, Decided, told
from tracker.match.figure_rules import rule_figures
from tracker.match.finding import (
    Bench,
    Finding,
    Found,
    entries_of,
    names_of_region,
    promise_year,
    promised_again,
    sought,
)
from tracker.match.folding import fold
from tracker.match.ground import lay_out
from tracker.match.lexicon import MatchLexicon
from tracker.match.milestones import Manner, StageReader
from tracker.match.naming import Naming, with_names
from tracker.match.nearby import look
from tracker.match.progress_rules import rule_progress
from tracker.match.relation_rules import rule_relation
from tracker.match.replanned import Replanned, trace
from tracker.match.ruling import Ruling, quote_of
from tracker.match.showing import JOINED_LIMIT, KEPT, admission_evidence, evidence_of, touch
from tracker.match.silence_rules import rule_silence
from tracker.match.sought import Sought
from tracker.match.title_rules import rule_title
from tracker.match.topics import TopicReader
from tracker.match.word_rules import rule_words
from tracker.model.commitment import Commitment, Outcome, Statement, StatementKind
from tracker.model.decision import NOTHING_SAID, MatchWord, TrackingWords
from tracker.model.measure import Measure, Relation
from tracker.model.report import Report
from tracker.model.score import Score, ScorePart
from tracker.model.tracking import Answered, Evidence, Goalpost, Tracking, Verdict

_EVEN = 0.5
_LISTED = "、"
_NOT_LOOKED_BACK = (
    "所认定的段落不在回顾部分，不能据以判断完成情况",
    "The passage stands in no part that looks back, so nothing follows from it",
)
_NEEDS_A_WORD = frozenset({Relation.TASK, Relation.VERSUS_AVERAGE, Relation.SYNCHRONOUS})


@dataclass(frozen=True)
class Later:
    """A later report with what was read from it.

    Attributes:
        report: The report.
        outcomes: What it says was done.
        commitments: What it promises, for what was promised again.
    """

    report: Report
    outcomes: tuple[Outcome, ...]
    commitments: tuple[Commitment, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that it promises and tells."""
        return tuple(found.statement for found in self.commitments) + tuple(
            found.statement for found in self.outcomes
        )


def judge_commitments(
    commitments: tuple[Commitment, ...],
    earlier: Report,
    laters: tuple[Later, ...],
    lexicon: MatchLexicon,
    said: TrackingWords = NOTHING_SAID,
) -> tuple[Tracking, ...]:
    """Return every promise with its verdict, evidence and reason, in the order given.

    A report may be its own later report: its table of results then answers its table of targets.
    ``said`` is a person's word on names and passages, taken as given; reasons tell where it acted.
    """
    naming = Naming.of(said.names, commitments, lexicon)
    lexicon = with_names(lexicon, naming)
    read = tuple(
        (
            later.report,
            tuple(map(naming.outcome, later.outcomes)),
            tuple(map(naming.commitment, later.commitments)),
        )
        for later in laters
    )
    ground = lay_out(earlier, read, lexicon, naming)
    own_names = names_of_region(earlier)
    bench = Bench(
        earlier=earlier,
        plan_year=earlier.meta.plan_year,
        ground=ground,
        lexicon=lexicon,
        stages=StageReader.of(lexicon),
        own_names=own_names,
        topics=TopicReader(lexicon, own_names),
        promised_again=promised_again(earlier, ground, lexicon),
        decided=Decided.of(said, naming, ground, commitments),
    )
    named = [naming.commitment(commitment) for commitment in commitments]
    ground.nearness.expect(fold(commitment.statement.quote) for commitment in named)
    tracked = [_track(commitment, bench) for commitment in named]
    if not naming.usual:
        return tuple(tracked)
    return tuple(map(_as_promised, tracked, commitments))


def _as_promised(tracking: Tracking, commitment: Commitment) -> Tracking:
    """Return a verdict on a promise in the words of its text."""
    return replace(tracking, commitment=commitment)


def _track(commitment: Commitment, bench: Bench) -> Tracking:
    wanted = sought(commitment, bench)
    replanned = trace(wanted, bench)
    chosen = bench.decided.chosen.get(commitment.id, ())
    if not chosen and _is_pending(commitment, bench):
        ruling = Ruling(
            Verdict.PENDING,
            Answered.SILENT,
            0.95,
            reasons.waiting(wanted.year),
            (),
        )
        return _tracking(commitment, ruling, (), replanned)
    found = look(wanted, bench)
    admitted = _admitted(commitment, bench)
    own_word = admitted is not None and _is_chosen(admitted, chosen)
    if chosen and not own_word:
        return _by_choice(wanted, found, chosen, replanned, bench)
    if admitted is not None:
        later, admission = admitted
        ruling = Ruling(
            Verdict.MISSED,
            Answered.DIRECT,
            0.95,
            reasons.own_word(admission.passage.text.strip(), reached=False),
            found.findings[:2],
        )
        own = admission_evidence(later, admission, bench)
        ruling = _told(commitment, ruling, found, bench, chosen=own_word)
        return _tracking(commitment, ruling, (own, *evidence_of(ruling, found, bench)), replanned)
    ruling = _rule(commitment, found, replanned, bench)
    sure = _sure(commitment, ruling, found, replanned, bench)
    ruling = _told(commitment, ruling._replace(confidence=sure), found, bench)
    return _tracking(commitment, ruling, evidence_of(ruling, found, bench), replanned)


def _sure(
    commitment: Commitment, ruling: Ruling, found: Found, replanned: Replanned, bench: Bench
) -> float:
    statement = commitment.statement
    no_figure = not statement.measures
    return confidence_of(
        ruling,
        found,
        said_again=bool(replanned.quote),
        is_push=no_figure and bench.stages.manner(fold(statement.quote))[0] is Manner.OPEN,
        is_listed=_LISTED in statement.quote,
    )


def _by_choice(
    wanted: Sought,
    found: Found,
    chosen: tuple[Chosen, ...],
    replanned: Replanned,
    bench: Bench,
) -> Tracking:
    """Judge a promise by the passages that a person said answer it, shown first as they are."""
    commitment = wanted.commitment
    taken = choose(wanted, found, chosen, bench)
    laters = bench.ground.laters
    first = tuple(
        Evidence(c.word.report_id, c.word.span, laters[c.later].report.quote(c.word.span), None, s)
        for c, s in zip(chosen, _scores(taken, chosen), strict=True)
    )
    if taken.findings:
        ruling = _rule(commitment, taken, replanned, bench)
        sure = _sure(commitment, ruling, taken, replanned, bench)
        ruling = ruling._replace(confidence=sure)
    else:
        quote = first[0].quote.replace("\n", " ")[:JOINED_LIMIT]
        reason = reasons.beside(*_NOT_LOOKED_BACK, quote)
        ruling = Ruling(Verdict.UNDETERMINED, Answered.VAGUE, _EVEN, reason, ())
    ruling = _told(commitment, ruling, taken, bench, chosen=True)
    others = evidence_of(ruling._replace(leads=()), found, bench)
    rest = (e for e in others if not any(touch(e, one) for one in first))
    return _tracking(commitment, ruling, (*first, *rest), replanned)


def _scores(taken: Found, chosen: tuple[Chosen, ...]) -> tuple[Score, ...]:
    """Return the scores of chosen passages; those that no clause holds have no parts."""
    made = iter(taken.findings)
    bare = Score(1.0, (ScorePart("chosen", 1.0),), CHOSEN)
    return tuple(next(made).score if one.clauses else bare for one in chosen)


def _told(
    commitment: Commitment, ruling: Ruling, found: Found, bench: Bench, *, chosen: bool = False
) -> Ruling:
    """Return a ruling whose reason names every decision of a person that acted in it."""
    laters = {later.report.id: later.report for later in bench.ground.laters}
    refused = bench.decided.refused.get(commitment.id, ())
    joined = (lead.joined for lead in ruling.leads)
    names = tuple(dict.fromkeys(p for p in (*joined, *found.kept_apart) if p is not None))
    if not (chosen or refused or names):
        return ruling
    quotes = [laters[word.report_id].quote(word.span) for word in refused]
    reason = told(ruling.reason, chosen=chosen, refused=quotes, names=names)
    return ruling._replace(reason=reason, names=names)


def _is_pending(commitment: Commitment, bench: Bench) -> bool:
    year = promise_year(commitment, bench.plan_year)
    backs = [later.back_year for later in bench.ground.laters]
    return year is not None and all(back is not None and back < year for back in backs)


def _rule(commitment: Commitment, found: Found, replanned: Replanned, bench: Bench) -> Ruling:
    if not found.findings:
        return rule_silence(commitment, found, replanned, bench)
    best = found.findings[0]
    if bench.lexicon.no_data_pattern.search(best.text):
        return Ruling(
            Verdict.UNDETERMINED,
            Answered.VAGUE,
            0.85,
            reasons.no_data(quote_of(best, bench)),
            (best,),
        )
    ruled = rule_figures(commitment, found, bench)
    if ruled is None or ruled.verdict is Verdict.UNDETERMINED:
        ruled = rule_progress(commitment, best, bench) or ruled
    ruled = ruled or rule_relation(commitment, found, bench)
    ruled = ruled or rule_title(commitment, found, bench)
    if ruled is not None:
        return ruled
    measure = _undecided(commitment, best)
    if measure is not None:
        return Ruling(
            Verdict.UNDETERMINED,
            Answered.VAGUE,
            round((0.4 if best.off_year else 0.3) + 0.4 * best.score.value, 2),
            reasons.no_figure(measure, quote_of(best, bench)),
            (best,),
        )
    return rule_words(commitment, found, bench)


def _undecided(commitment: Commitment, best: Finding) -> Measure | None:
    """Return the measure that words alone cannot decide, None where they can.

    A target or a counted deliverable needs its figure, a task set from above needs the word that
    it was met, and a yearly trend needs its own year.
    """
    statement = commitment.statement
    counted = statement.kind in (StatementKind.TARGET, StatementKind.QUOTA)
    for measure in statement.measures:
        if measure.value is not None and counted:
            return measure
        if measure.relation in _NEEDS_A_WORD or (counted and best.off_year):
            return measure
    return None


def _admitted(commitment: Commitment, bench: Bench) -> tuple[int, Admission] | None:
    """Return the admission of the promise's own year that names it."""
    year = promise_year(commitment, bench.plan_year)
    statement = commitment.statement
    if "年均" in statement.quote or not (
        statement.measures or statement.kind is StatementKind.TARGET
    ):
        return None  # 培育新的经济增长点 is no target of growth
    entries = entries_of(commitment, bench.lexicon)
    name = fold(statement.object)
    for later in bench.ground.laters:
        if later.back_year is not None and year is not None and later.back_year != year:
            continue
        for admission in later.admissions:
            if _is_refused(commitment, later.report, admission, bench):
                continue
            if admission.term and commitment.due == year:
                continue
            if (entries and entries & admission.indicators) or (
                not entries and name and name in admission.names
            ):
                return later.number, admission
    return None


def _is_chosen(admitted: tuple[int, Admission], chosen: tuple[Chosen, ...]) -> bool:
    """Tell whether a person chose the admission itself."""
    number, admission = admitted
    span = admission.passage.span
    return any(one.later == number and one.word.span.overlap(span) > 0 for one in chosen)


def _is_refused(commitment: Commitment, report: Report, admission: Admission, bench: Bench) -> bool:
    word = MatchWord(commitment.id, report.id, admission.passage.span, answers=False)
    return bench.decided.refuses(commitment.id, word)


def _tracking(
    commitment: Commitment,
    ruling: Ruling,
    evidence: tuple[Evidence, ...],
    replanned: Replanned,
) -> Tracking:
    return Tracking(
        commitment=commitment,
        verdict=ruling.verdict,
        answered=ruling.answered,
        exceeded=ruling.exceeded,
        restated=replanned.restated,
        dropped=replanned.dropped,
        goalposts=tuple(
            g
            for g in replanned.goalposts
            if g is not Goalpost.LATER or ruling.verdict is not Verdict.FULFILLED
        ),
        evidence=evidence[:KEPT],
        confidence=ruling.confidence,
        reason=ruling.reason,
        names=ruling.names,
    )
