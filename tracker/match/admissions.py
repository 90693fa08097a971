"""A report's own word on which targets were not reached; it outranks every figure.

``对照预期目标，预计地区生产总值、固定资产投资等5个指标无法完成`` names them; a table's result that
says ``预计能够完成预期目标`` or ``无数据`` decides its own row.
"""

import re
from dataclasses import dataclass

from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.model.canonical import Passage
from tracker.model.outline import Role
from tracker.model.report import Report

_SENTENCE = re.compile(r"[^。！？!?；;]+")
_CLAUSE_MARKS = "，,:："
_LONG_SENTENCE = 110
_SPLIT = re.compile(r"、|以及|(?<=[一-鿿]{2})[和及](?=[一-鿿]{2})")
_COUNT = re.compile(r"(?:等?\d*[项个])?(?:主要)?(?:经济)?(?:等)?(?:部分)?(?:经济)?指标.*$|等$")
_LEAD = re.compile(r"^.*?(?:预计|其中|但是|但|仍有|主要有|去年|在)")
_SHORTFALL = re.compile(r"低于")
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Admission:
    """A sentence in which a report says that targets were not reached.

    Attributes:
        passage: The sentence, or its end from the clause that names them where it is long.
        names: Folded names of what was not reached.
        indicators: Entries of the indicator vocabulary among them.
        term: It speaks of a plan of several years, not of the last year's targets.
    """

    passage: Passage
    names: tuple[str, ...]
    indicators: frozenset[int]
    term: bool


def admissions_of(report: Report, lexicon: MatchLexicon) -> tuple[Admission, ...]:
    """Return the admissions of a report's review and of its account of problems."""
    found = []
    for paragraph in report.canonical.paragraphs:
        if not paragraph.text.strip():
            continue
        if report.role_at(paragraph.span.start) not in (Role.REVIEW, Role.PROBLEMS):
            continue
        for sentence in _SENTENCE.finditer(paragraph.text):
            passage = paragraph.sub(sentence.start(), sentence.end())
            admission = _read(passage, lexicon)
            if admission is not None:
                found.append(admission)
    return tuple(found)


def _read(passage: Passage, lexicon: MatchLexicon) -> Admission | None:
    """Return the admission that a sentence makes, None where it makes none."""
    folded = fold(passage.text)
    closing = lexicon.admission_end_pattern.search(folded)
    if closing is None or not lexicon.admission_lead_pattern.search(folded):
        return None
    start, names, indicators = _listed(folded[: closing.start()], lexicon)
    if _SHORTFALL.search(closing.group()):
        # A price rise that stays below its ceiling is no failure.
        indicators = frozenset(i for i in indicators if not lexicon.indicators[i].ceiling)
    if not names or not indicators:
        return None
    term = any(word in folded for word in lexicon.admission_term)
    if len(folded) > _LONG_SENTENCE:
        passage = passage.sub(start, len(folded))
    return Admission(passage, names, indicators, term)


def _listed(folded: str, lexicon: MatchLexicon) -> tuple[int, tuple[str, ...], frozenset[int]]:
    """Return the nearest clause before the admission that holds any indicator.

    Returns:
        Where it starts, the names it lists, and the indicators among them.
    """
    end = len(folded)
    while end > 0:
        start = max(folded.rfind(mark, 0, end) for mark in _CLAUSE_MARKS) + 1
        clause = folded[start:end]
        indicators = lexicon.indicators_in(clause)
        if indicators:
            pieces = [_COUNT.sub("", p) for p in _SPLIT.split(clause)]
            names = [_LEAD.sub("", p).strip() for p in pieces]
            return start, tuple(n for n in names if 1 < len(n) <= _LONGEST_NAME), indicators
        end = start - 1
    return 0, (), frozenset()
