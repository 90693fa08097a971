"""Cascades: the plan of an upper level beside that of a lower one of the same year.

In: two reports of one year, the region of one within that of the other. Out: each upper promise
with the promises of the lower plan that are the same project, indicator or task, or else a passage
there that speaks of it; and which promises that name the lower region it leaves out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from tracker.across.values import comparable, ends, written
from tracker.match.candidates import ClauseIndex
from tracker.match.finding import names_of_region
from tracker.match.folding import fold
from tracker.match.judge import Later
from tracker.match.lexicon import MatchLexicon
from tracker.match.likeness import is_another
from tracker.match.passages import clause_grams, looks_forward, read_clauses
from tracker.match.restating import Likeness, Restating, Subject
from tracker.message import Message
from tracker.model.cascade import Ambition, Cascade, CascadeRow, TakenUpAs, TakeUp
from tracker.model.commitment import Commitment, StatementKind
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.score import Score, ScorePart
from tracker.model.span import Span
from tracker.text.stretches import whole_words
from tracker.text.units import PERCENT

_KEPT = 5
_NEARLY = 0.1  # 供给侧结构性改革 goes to its like, not to 农业供给侧结构性改革
_PASSAGE = 0.9
_TELLING = 10.0
_WORDS = 4  # 环太湖, 基础设施: words of many things
# 南京大学, 无锡路: the name of the place serves to name something else.
_BORROWED = r"(?!大学|学院|银行|路|街|商会|证券|海关)"


def cascade_of(upper: Later, lower: Later, lexicon: MatchLexicon) -> Cascade:
    """Return what of the upper plan stands in the lower one."""
    own = names_of_region(upper.report)
    below = names_of_region(lower.report)
    restating = Restating(
        [*upper.statements, *lower.statements], lexicon, own + below, one_region=False
    )
    firsts = [restating.subject(c, upper.report.meta.year) for c in upper.commitments]
    seconds = [restating.subject(c, lower.report.meta.year) for c in lower.commitments]
    likenesses: dict[int, list[Likeness]] = defaultdict(list)
    found = restating.likenesses(firsts, seconds)
    best = {one.second: one.score.value for one in reversed(found)}
    for one in found:
        if one.score.value >= best[one.second] - _NEARLY:
            likenesses[one.first].append(one)
    passages = _Passages(lower.report, restating, lexicon)
    naming = re.compile("|".join(re.escape(n) + _BORROWED for n in below) or r"(?!)")
    said = Counter(c.statement.span for c in upper.commitments)
    rows = []
    for at, commitment in enumerate(upper.commitments):
        takes = tuple(
            _take(commitment, lower.commitments[one.second], one) for one in _clear(likenesses[at])
        )
        statement = commitment.statement
        alone = said[statement.span] == 1  # else the place may belong to what stands beside it
        names = bool(naming.search(fold(statement.quote if alone else statement.object)))
        if not takes and (names or statement.kind is StatementKind.PROJECT):
            takes = passages.take(firsts[at])
        rows.append(CascadeRow(commitment, names, takes, _told(takes, lower.report, names=names)))
    return Cascade(upper.report.id, lower.report.id, tuple(rows))


def _clear(found: Sequence[Likeness]) -> Sequence[Likeness]:
    """Return the likenesses of a promise; beside its own target, those by mere words go."""
    sure = [one for one in found if one.by_indicator]
    best = max((one.score.value for one in found), default=0.0)
    near = [one for one in found if one.score.value >= best - _NEARLY]
    return (sure or near)[:_KEPT]


def _take(commitment: Commitment, lower: Commitment, like: Likeness) -> TakeUp:
    statement = lower.statement
    projects = {commitment.statement.kind, statement.kind} & {StatementKind.PROJECT}
    if like.by_indicator:
        how = TakenUpAs.INDICATOR
    else:
        how = TakenUpAs.PROJECT if projects else TakenUpAs.TASK
    ambition = _ambition(commitment, lower)
    return TakeUp(
        how,
        lower,
        statement.report_id,
        statement.span,
        statement.quote,
        ambition,
        like.score,
        _why(commitment, lower, how, ambition, like),
    )


def _ambition(upper: Commitment, lower: Commitment) -> Ambition | None:
    """Return how two rates stand to each other; amounts of a whole and a part tell nothing."""
    pair = comparable(upper, lower)
    if pair is None or pair[0].unit not in PERCENT | {"％"}:
        return None
    first, second = ends(pair[0]), ends(pair[1])
    if first == second:
        return Ambition.SAME
    if second[0] >= first[0] and second[1] >= first[1]:
        return Ambition.HIGHER
    if second[0] <= first[0] and second[1] <= first[1]:
        return Ambition.LOWER
    return None


_AMBITIONS = {
    Ambition.HIGHER: Message("下级数值更高", "the lower level's is higher"),
    Ambition.SAME: Message("目标相同", "the same target"),
    Ambition.LOWER: Message("下级数值更低", "the lower level's is lower"),
    None: Message("下级有自己的数值", "the lower level has its own figure"),
}
_HOW = {
    TakenUpAs.PROJECT: Message("同一项目", "the same project"),
    TakenUpAs.INDICATOR: Message("同一指标", "the same indicator"),
    TakenUpAs.TASK: Message("同一任务", "the same task"),
}


def _why(
    upper: Commitment,
    lower: Commitment,
    how: TakenUpAs,
    ambition: Ambition | None,
    like: Likeness,
) -> Message:
    pair = comparable(upper, lower)
    name = _HOW[how]
    if pair is None:
        shared = like.score.reason
        return Message(f"{name.zh}；{shared.zh}。", f"{name.en}; {shared.en}.")
    said = _AMBITIONS[ambition]
    values = f"{written(pair[0])}，下级 {written(pair[1])}"
    return Message(
        f"{name.zh}：上级 {values}，{said.zh}。",
        f"{name.en}: upper {written(pair[0])}, lower {written(pair[1])}; {said.en}.",
    )


def _told(takes: Sequence[TakeUp], lower: Report, *, names: bool) -> Message:
    """Return what can be said of an upper promise in a sentence."""
    place = lower.meta.region.name if lower.meta.region else lower.name
    if takes:
        return takes[0].reason
    if names:
        return Message(
            f"点到了下级，{place}的安排中没有找到相应的承诺或文字。",
            f"It names the lower level; nothing in the plan of {place} was found to take it up.",
        )
    return Message(
        f"{place}的安排中没有找到相应的承诺。",
        f"Nothing in the plan of {place} was found to take it up.",
    )


class _Passages:
    """The clauses of the lower plan, for promises that none of its promises takes up."""

    def __init__(self, report: Report, restating: Restating, lexicon: MatchLexicon) -> None:
        self._report, self._restating, self._lexicon = report, restating, lexicon
        ahead = [role for role in Role if looks_forward(report, role)]
        clauses = read_clauses(report, 0, ahead)
        background: Counter[str] = Counter()
        others = read_clauses(report, 0, (Role.REVIEW,))
        for clause in others:
            background.update(clause_grams(clause.text, lexicon))
        held = tuple(clause_grams(clause.text, lexicon) for clause in clauses)
        self._index = ClauseIndex(clauses, held, background, len(others), lexicon)

    def take(self, subject: Subject | None) -> tuple[TakeUp, ...]:
        """Return the passage that holds nearly all words of a promise, if there is one."""
        if subject is None:
            return ()
        topic = subject.topic
        for window in self._index.windows(topic, _PASSAGE)[:3]:
            clauses = self._index.clauses[window.first : window.last + 1]
            text = "".join(clause.text for clause in clauses)
            if (
                window.mass < _TELLING
                or len(topic.grams) < _WORDS
                or not all(name in text for name in topic.names)
            ):
                continue
            if window.first != window.last or is_another(topic, text, self._lexicon):
                continue
            span = Span(clauses[0].span.start, clauses[-1].span.end)
            quote = self._report.quote(span)
            promised = subject.commitment.statement.quote
            shared = whole_words(promised, quote, window.words) or window.words
            words = "、".join(shared[:4])
            why = Message(
                f"安排中提到，没有可核对的承诺；共有字词：{words}。",
                f"The plan speaks of it without a promise to check; shared words: {words}.",
            )
            part = ScorePart("object", round(min(1.0, window.coverage), 3), window.words[:6])
            score = Score(part.value, (part,), why)
            return (
                TakeUp(TakenUpAs.PASSAGE, None, self._report.id, span, quote, None, score, why),
            )
        return ()
