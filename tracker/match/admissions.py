"""A report's own word on which targets were not reached; it outranks every figure.

``对照预期目标，预计地区生产总值、固定资产投资等5个指标无法完成`` names them; a table's result that
says ``预计能够完成预期目标`` or ``无数据`` decides its own row.
"""

import re
from dataclasses import dataclass

from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon, any_of
from tracker.match.topics import Topic, topic_of
from tracker.model.canonical import Passage
from tracker.model.outline import Role
from tracker.model.report import Report

_SENTENCE = re.compile(r"[^。！？!?；;]+")
_SPLIT = re.compile(r"[、，,:：]|以及|(?<=[一-鿿]{2})[和及](?=[一-鿿]{2})")
_COUNT = re.compile(r"等?\d*(?:项|个)?(?:主要)?(?:经济)?指标")
_LEAD = re.compile(r"^.*?(?:预计|其中|但|受[^，]*影响)")


@dataclass(frozen=True, slots=True)
class Admission:
    """A sentence in which a report says that targets were not reached.

    Attributes:
        passage: The sentence.
        names: Folded names of what was not reached.
        indicators: Entries of the indicator vocabulary among them.
        topics: Their topics, for names outside the vocabulary.
    """

    passage: Passage
    names: tuple[str, ...]
    indicators: frozenset[int]
    topics: tuple[Topic, ...]


def admissions_of(report: Report, lexicon: MatchLexicon) -> tuple[Admission, ...]:
    """Return the admissions of a report's review and of its account of problems."""
    lead, end = any_of(lexicon.admission_lead), any_of(lexicon.admission_end)
    found = []
    for paragraph in report.canonical.paragraphs:
        if not paragraph.text.strip():
            continue
        if report.role_at(paragraph.span.start) not in (Role.REVIEW, Role.PROBLEMS):
            continue
        for sentence in _SENTENCE.finditer(paragraph.text):
            folded = fold(sentence.group())
            closing = end.search(folded)
            if closing and lead.search(folded):
                names = _names(folded[: closing.start()])
                if names:
                    entries = [lexicon.indicators_in(n) for n in names]
                    found.append(
                        Admission(
                            paragraph.sub(sentence.start(), sentence.end()),
                            names,
                            frozenset().union(*entries),
                            tuple(topic_of(n, lexicon) for n in names),
                        )
                    )
    return tuple(found)


def _names(folded: str) -> tuple[str, ...]:
    """Return the things that an admission lists before its closing words."""
    pieces = [_COUNT.sub("", p) for p in _SPLIT.split(folded)]
    names = [_LEAD.sub("", p).strip() for p in pieces]
    return tuple(n for n in names if 2 <= len(n) <= 24 and "目标" not in n)
