"""Verdicts where no passage surely speaks of a promise, by the passages that come nearest.

In: a promise with passages that fall short of it. Out: silence, or that a push goes on, or that
too little is said to tell; never that a promise was kept or missed.
"""

import re

from tracker.match import reasons
from tracker.match.finding import Bench, Finding, Found, is_worth_a_look
from tracker.match.folding import fold
from tracker.match.milestones import Manner
from tracker.match.nearby import opens_a_list
from tracker.match.replanned import Replanned
from tracker.match.ruling import Ruling, quote_of
from tracker.model.commitment import Commitment, StatementKind
from tracker.model.tracking import Answered, Verdict

_EVEN = 0.5
_LIKELY = 0.7
_JUST_SHORT = 0.4
_SOME_OF_IT = 0.25
_RARE, _MANY_RARE = 3.5, 4  # a pair of characters in one of fifty clauses or fewer
_SAME_TOPIC, _SOME_WORDS = 0.7, 0.3  # six of seven such answers of four regions are answers
_TITLE = re.compile(r"创建|争创|申报|申请|争取|入选|获评")
_CLOSE = (
    "后来报告谈到相近的事，但不能认定就是所承诺的",
    "The later report speaks of something close, not clearly of the promised thing",
)
_SUMMED = (
    "后来报告给出的是几年合计，不能据以判断一年的承诺",
    "The later report gives a total of several years, which tells nothing of one year's promise",
)


def rule_silence(
    commitment: Commitment, found: Found, replanned: Replanned, bench: Bench
) -> Ruling:
    """Return the verdict where no passage surely speaks of a promise."""
    pushed = _pushed_on(commitment, found, bench)
    if pushed is not None:
        return pushed
    summed = _summed(found)
    if summed is not None:
        why = reasons.beside(*_SUMMED, quote_of(summed, bench))
        return Ruling(Verdict.UNDETERMINED, Answered.VAGUE, _EVEN, why, (summed,))
    close = _close(found, bench)
    if close is not None:
        why = reasons.beside(*_CLOSE, quote_of(close, bench))
        return Ruling(Verdict.UNDETERMINED, Answered.VAGUE, _EVEN, why, (close,))
    why = reasons.silent(replanned.quote, _nearest(found, bench), same_topic=bool(found.weak))
    return Ruling(Verdict.NOT_REPORTED, Answered.SILENT, _EVEN, why, ())


def _summed(found: Found) -> Finding | None:
    """Return a near passage that sums several years up in the unit of a year's promise.

    为企业降低各类成本1300亿元, said of five years, is too much for silence on 500亿元 in one.
    """
    for finding in found.weak:
        counted = any(reading is not None for reading in finding.readings)
        if finding.term and counted and finding.window.coverage >= _SOME_OF_IT:
            return None if finding.another else finding
    return None


def _nearest(found: Found, bench: Bench) -> str:
    """Return the passage that shares most words with the promise, "" where none shares a rare one.

    Passages of the same topic in other words are shown, but are no wording to be quoted.
    """
    shared = [f for f in found.weak if is_worth_a_look(f, bench)]
    best = max(shared, key=lambda f: f.window.coverage, default=None)
    return quote_of(best, bench) if best else ""


def _close(found: Found, bench: Bench) -> Finding | None:
    """Return a passage just short of speaking of a promise that shares many rare words with it.

    Silence would be too much to say of 农业面源污染治理取得初步成效 where 世界银行贷款农业面源污染
    治理项目 was promised; a kept promise too.
    """
    for finding in sorted(found.weak, key=lambda f: -f.score.value)[:1]:
        rare = sum(bench.ground.index.weight(w) >= _RARE for w in finding.window.words)
        whole = finding.part is None and not finding.another
        if whole and finding.score.value >= _JUST_SHORT and rare >= _MANY_RARE:
            return finding
    return None


def _pushed_on(commitment: Commitment, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on a push without an end by work that is told of the same topic.

    推进生态系统保护和修复 has no end to be reached, so 持续推进生态保护修复重大工程 answers it in
    other words; a project, a title to be won and a figure need their own name.
    """
    statement = commitment.statement
    if statement.kind is not StatementKind.ACTION or statement.measures:
        return None
    promise = fold(statement.quote)
    manner, _ = bench.stages.manner(promise)
    if manner is not Manner.OPEN or _TITLE.search(promise):
        return None
    for finding in found.weak:
        parts = {part.name: part.value for part in finding.score.parts}
        alike = parts.get("topic", 0.0) >= _SAME_TOPIC and finding.window.coverage >= _SOME_WORDS
        named = parts.get("names", 1.0) > 0  # “苏州制造”品牌 is not answered by another brand
        whole = finding.part is None and not finding.another
        if alike and named and whole and not opens_a_list(finding, bench):
            return Ruling(
                Verdict.IN_PROGRESS,
                Answered.IMPLIED,
                _LIKELY,
                reasons.pushed_on(quote_of(finding, bench)),
                (finding,),
            )
    return None
