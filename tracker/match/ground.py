"""Everything later reports say about the past, laid out once for all promises.

Clauses of the parts that look back, table results, which outcomes stand where, which year
each clause speaks of, and the index over all of it.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain

from tracker.match.admissions import Admission, admissions_of
from tracker.match.candidates import ClauseIndex
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.naming import Naming
from tracker.match.nearness import Nearness
from tracker.match.passages import (
    Clause,
    clause_grams,
    looks_back,
    looks_forward,
    read_clauses,
)
from tracker.model.commitment import Commitment, Outcome
from tracker.model.outline import Role
from tracker.model.report import Report

_TERM = re.compile(
    r"五年|[三四]年来|任期|年均(?![^,，]{0,2}(?:浓度|值))|“?十[一二三四五]五”?|届政府|过去几年|近年来|多年来"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_LAST_YEAR = re.compile(
    r"一年来|过去一年|去年|这一年|全年|过去的一年|(?<!\d)20\d\d年(?![^，。]{0,12}(?:以来|起|至))"
)
# 2021年各项任务顺利完成，本届政府任期… goes on to the term; 2021年是“十四五”开局之年 does not.
_WHOLE_TERM = re.compile(r"五年来|这五年|过去五年|任期|届政府")
# 近年来首次正增长, 五年来最好水平: how one year compares with those before it.
_OF_ALL = re.compile(
    r"(?:近?[两二三四五十\d]+年来?|近年来|多年来)[^,，。;]{0,4}(?:最|首次|第一|新高|少有|未有|罕见)"
)
# 五年来…值得珍惜。刚刚过去的一年…: from here on of that one. Sentences have no commas here.
_NOW_THE_YEAR = re.compile(r"(?:各位代表)?(?:刚刚)?过去的?(?:一年|20\d\d年)(?!多)")
# 2021年是本届政府任期的最后一年 says which of its years, and tells of that one alone.
_YEAR_OF_TERM = re.compile(
    r"(?:[上本这]?届政府|任期)[^,。;]{0,14}?(?:之年|一年|第[一二三四五]年|收官)"
)
# 实施“十二五”后半期…减排计划 names a plan; 圆满完成“十三五”规划 tells of its years.
_PLAN_NAME = re.compile(
    r"(?:实施|编制|启动|制定|出台|落实|推进|列入|纳入|印发|衔接|谋划|起草|开展|对接|执行)[^，。；]{0,12}?"
    r"“?十[一二三四五]五”?[^，。；]{0,24}?(?:规划|计划|纲要|方案|行动|工程|项目)"
    r"|“?十[一二三四五]五”?规划(?:纲要)?(?=实施|执行|编制|中期)"
)
_HEAD_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class LaterGround:
    """A later report, read for matching.

    Attributes:
        number: Its place among the later reports.
        report: The report.
        back_year: Year it looks back on, None where unknown.
        outcomes: Its outcomes.
        commitments: Its own promises.
        admissions: What it admits not to have reached.
    """

    number: int
    report: Report
    back_year: int | None
    outcomes: tuple[Outcome, ...]
    commitments: tuple[Commitment, ...]
    admissions: tuple[Admission, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a clause beside its words.

    Attributes:
        later: Which later report it stands in.
        outcomes: Outcomes that were read from it.
        term: It speaks of several years (五年来).
        year: Year it names itself, None where it names none.
        part_year: It speaks of a part of a year (上半年).
    """

    later: int
    outcomes: tuple[Outcome, ...]
    term: bool
    year: int | None
    part_year: bool


@dataclass(frozen=True)
class Ground:
    """The later reports laid out.

    Attributes:
        laters: The reports.
        index: Clauses that look back, with their index.
        nearness: How near in topic each of them is to some words.
        places: What is known of each clause, by its index.
        plan: Clauses that look forward, with their index, for what was promised again.
        plan_laters: Which later report each clause of ``plan`` stands in.
    """

    laters: tuple[LaterGround, ...]
    index: ClauseIndex
    nearness: Nearness
    places: tuple[Place, ...]
    plan: ClauseIndex
    plan_laters: tuple[int, ...]


def lay_out(
    earlier: Report,
    laters: tuple[tuple[Report, tuple[Outcome, ...], tuple[Commitment, ...]], ...],
    lexicon: MatchLexicon,
    naming: Naming,
) -> Ground:
    """Return the ground for a pair or more of reports; reads every text once.

    ``naming`` puts names that a person said are one thing under one name.
    """
    backs: list[Clause] = []
    places: list[Place] = []
    fronts: list[Clause] = []
    front_laters: list[int] = []
    grounds = []
    for number, (report, outcomes, commitments) in enumerate(laters):
        back = [r for r in Role if looks_back(report, r)]
        clauses = naming.clauses(read_clauses(report, len(backs), back))
        backs.extend(clauses)
        places.extend(_places(number, report, clauses, outcomes, lexicon))
        tabled = _table_clauses(report, len(backs), clauses, outcomes)
        backs.extend(clause for clause, _ in tabled)
        places.extend(Place(number, (o,), o.cumulative, o.year, False) for _, o in tabled)
        front = [r for r in Role if looks_forward(report, r)]
        ahead = naming.clauses(read_clauses(report, len(fronts), front))
        fronts.extend(ahead)
        front_laters.extend(number for _ in ahead)
        grounds.append(
            LaterGround(
                number,
                report,
                report.meta.back_year,
                outcomes,
                commitments,
                admissions_of(report, lexicon),
            )
        )
    of_fronts = tuple(clause_grams(c.text, lexicon) for c in fronts)
    background, size = _background(earlier, of_fronts, lexicon)
    of_backs = tuple(clause_grams(c.text, lexicon) for c in backs)
    return Ground(
        tuple(grounds),
        ClauseIndex(tuple(backs), of_backs, background, size, lexicon),
        Nearness(tuple(c.text for c in backs), lexicon.text),
        tuple(places),
        ClauseIndex(tuple(fronts), of_fronts, background, size, lexicon),
        tuple(front_laters),
    )


def _background(
    earlier: Report, fronts: tuple[frozenset[str], ...], lexicon: MatchLexicon
) -> tuple[Counter[str], int]:
    counted: Counter[str] = Counter()
    others = read_clauses(
        earlier, 0, (Role.REVIEW, Role.OUTLOOK, Role.TARGETS, Role.PLAN, Role.SELF)
    )
    of_others = (clause_grams(clause.text, lexicon) for clause in others)
    counted.update(chain.from_iterable(chain(of_others, fronts)))
    return counted, len(others) + len(fronts)


def _places(
    number: int,
    report: Report,
    clauses: tuple[Clause, ...],
    outcomes: tuple[Outcome, ...],
    lexicon: MatchLexicon,
) -> list[Place]:
    """Return what is known of each clause; a year or a term holds for its sentence and section."""
    waiting = sorted(outcomes, key=lambda o: (o.statement.span.start, o.statement.span.end))
    spoken: dict[int, str] = {}
    for clause in clauses:
        spoken[clause.sentence] = spoken.get(clause.sentence, "") + clause.text
    found: list[Place] = []
    first_waiting = 0
    partly = lexicon.partial_year_pattern
    scope = _TermScope(report)
    for clause in clauses:
        span = clause.span
        while (
            first_waiting < len(waiting) and waiting[first_waiting].statement.span.end <= span.start
        ):
            first_waiting += 1
        here = []
        for outcome in waiting[first_waiting:]:
            if outcome.statement.span.start >= span.end:
                break
            if outcome.statement.span.overlap(span):
                here.append(outcome)
        sentence = spoken[clause.sentence]
        before = _up_to(sentence, clause.text)
        years = [int(y) for y in _YEAR.findall(before[-60:])]
        found.append(
            Place(
                number,
                tuple(here),
                scope.is_term(clause, sentence),
                years[-1] if years else None,
                _is_of_part(before, partly),
            )
        )
    return found


def _is_of_part(before: str, partly: re.Pattern[str]) -> bool:
    """Tell whether what is said last is of a part of a year (一季度…下降6.7%，全年增长1.7%)."""
    parts = [found.start() for found in partly.finditer(before)]
    return bool(parts) and parts[-1] > before.rfind("全年")


class _TermScope:
    """Follows whether a review speaks of several years or of the last one.

    ``“十三五”时期…`` or ``五年来`` at the start of a paragraph opens an account of several years;
    ``2020年…`` or ``过去一年`` at the start of a later one closes it. Within it, a sentence that
    names the last year is of that year, and outside it one that says 五年 is of five.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._open = False
        self._paragraph = -2  # the first paragraph starts behind position -1
        self._sentence = ""
        self._last_year = self._term = False

    def is_term(self, clause: Clause, sentence: str) -> bool:
        """Return whether a clause speaks of several years; clauses must come in order."""
        starts = clause.paragraph.canonical_span.start + clause.start
        paragraph = self._report.canonical.text.rfind("\n", 0, starts)
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            begin = paragraph + 1
            opening = fold(self._report.canonical.text[begin : begin + 2 * _HEAD_CHARACTERS])
            head = _YEAR_OF_TERM.sub("", _PLAN_NAME.sub("", opening))[:_HEAD_CHARACTERS]
            term, year = _TERM.search(head), _LAST_YEAR.search(head)
            after = year is not None and term is not None and year.start() < term.start()
            if term and (not after or _WHOLE_TERM.search(head)):
                self._open = True
            elif year:
                self._open = False
        if sentence != self._sentence:
            self._sentence = sentence
            self._last_year = _LAST_YEAR.search(sentence) is not None
            self._term = _TERM.search(_PLAN_NAME.sub("", _OF_ALL.sub("", sentence))) is not None
            if _NOW_THE_YEAR.match(sentence):
                self._open = False
        if self._last_year:
            return bool(_TERM.search(clause.text))
        return self._open or self._term


def _up_to(sentence: str, clause: str) -> str:
    """Return a sentence up to the end of one of its clauses."""
    return sentence[: sentence.find(clause) + len(clause)]


def _table_clauses(
    report: Report, first_index: int, clauses: tuple[Clause, ...], outcomes: tuple[Outcome, ...]
) -> list[tuple[Clause, Outcome]]:
    """Return outcomes that stand in no clause that was read (table rows) as clauses."""
    tabled = [o for o in outcomes if o.statement.role is Role.TABLE]
    read = {c.span.start for c in clauses} if tabled else set()
    found: list[tuple[Clause, Outcome]] = []
    for outcome in tabled:
        statement = outcome.statement
        if statement.span.start in read:
            continue
        passage = report.passage(statement.span)
        text = fold(statement.object + "," + passage.text.replace("\n", ""))
        index = first_index + len(found)
        length = len(passage.canonical_span)
        clause = Clause(index, -1 - index, passage, 0, length, text, Role.TABLE)
        found.append((clause, outcome))
    return found
