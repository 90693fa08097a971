"""Which reports are nearest to one (相近报告), by their topics and by the words they share.

In: what each report speaks of (``topics_of``), and an archive. Out: the others in order, with what
the order stands on; and of two reports the sections and the clauses that they have in common.
"""

from collections.abc import Mapping

import numpy as np

from tracker.across.archive import Archive, Numbers
from tracker.model.ids import ReportId
from tracker.model.nearness import Common, CommonClause, CommonTopic, NearReport, ReportTopics
from tracker.model.outline import Role, Section
from tracker.model.report import Report
from tracker.text.bags import (
    Matrix,
    Rarity,
    cosines,
    count,
    directions,
    local_rarity,
    phrase_counts,
    unit,
    weigh,
    word_counts,
)
from tracker.text.lexicon import TextLexicon

_SPOKEN = frozenset({Role.REVIEW, Role.PROBLEMS, Role.OUTLOOK, Role.TARGETS, Role.PLAN, Role.SELF})
_TOPICS, _WORDS = 0.7, 0.3
"""How much topics and words count; see ARCHITECTURE.md for what was tried."""
_MANY_WORDS = 0.3
"""Share of common words from which two reports are as near by words as can be: it is a tenth
for neighbours, and more than a half for two copies."""
_OF_TOPIC = 0.15
"""What a topic counts beside characters where two sections are compared, as in aligning."""
_FEW = 20
"""Reports of which half of what they have in common is taken for what all reports speak of."""
_SAME_TOPIC = 0.16
_N_TOPICS = 12


def topics_of(report: Report, lexicon: TextLexicon) -> ReportTopics:
    """Return what a report and each of its smallest sections speaks of."""
    parents = {section.parent for section in report.sections}
    small = [s for s in report.sections if s.index not in parents and s.role in _SPOKEN]
    texts = [report.passage(section.span).text for section in small]
    counts = [count(text, word_counts) for text in texts]
    rest = count(report.canonical.text, word_counts)
    rarity = Rarity(lexicon)
    general = {word: rarity(word) for word in rest}
    found = directions(weigh([rest, *counts], general), lexicon.vocabulary)
    return ReportTopics(
        found[0].astype("<f4").tobytes(),
        np.array([section.index for section in small], dtype="<i2").tobytes(),
        np.round(found[1:] * 127).astype(np.int8).tobytes(),
    )


def nearest(
    archive: Archive, topics: Mapping[ReportId, ReportTopics], report: ReportId
) -> tuple[NearReport, ...]:
    """Return all other reports of an archive, the nearest first.

    Args:
        archive: The reports.
        topics: What each of them speaks of.
        report: One of them.
    """
    own = archive.number[report]
    wholes = _wholes([topics[head.id].whole for head in archive.heads])
    alike = np.clip(wholes @ wholes[own], 0.0, 1.0)
    letters, clauses = _in_common(archive, own)
    sizes = np.bincount(archive.report_of, archive.letters, len(archive.heads))
    shorter = np.maximum(np.minimum(sizes, sizes[own]), 1)
    words = np.minimum(letters / shorter, 1.0)
    value = _TOPICS * alike + _WORDS * np.minimum(words / _MANY_WORDS, 1.0)
    ranked = sorted((at for at in range(len(value)) if at != own), key=lambda at: -value[at])
    return tuple(
        NearReport(
            archive.heads[at],
            round(float(value[at]), 4),
            round(float(alike[at]), 4),
            round(float(words[at]), 4),
            int(clauses[at]),
        )
        for at in ranked
    )


def _wholes(raw: list[bytes]) -> Matrix:
    """Return the directions of whole reports, what all of them have in common taken out.

    That is known the better the more they are: of few, only a part is taken out.
    """
    found: Matrix = np.stack([np.frombuffer(one, dtype="<f4") for one in raw])
    known = len(raw) / (len(raw) + _FEW)
    return unit((found - known * found.mean(axis=0)).astype(np.float32))


def _in_common(archive: Archive, own: int) -> tuple[Numbers, Numbers]:
    """Return how many letters, and how many clauses, each report shares with one."""
    mine = np.unique(archive.family[archive.clauses_of(own)])
    shared = np.flatnonzero(np.isin(archive.family, mine))
    reports = archive.report_of[shared]
    _, first = np.unique(
        np.stack((reports, archive.family[shared])), axis=1, return_index=True
    )  # a clause that stands twice counts once
    kept = shared[first]
    n = len(archive.heads)
    by = archive.report_of[kept]
    letters = np.bincount(by, archive.letters[kept], n).astype(np.int64)
    return letters, np.bincount(by, minlength=n)


def in_common(
    archive: Archive, topics: Mapping[ReportId, ReportTopics], one: Report, other: Report
) -> Common:
    """Return the topics and the clauses that two reports of an archive have in common."""
    return Common(_common_topics(topics, one, other), _common_clauses(archive, one, other))


def _common_topics(
    topics: Mapping[ReportId, ReportTopics], one: Report, other: Report
) -> tuple[CommonTopic, ...]:
    """Return sections that are each other's nearest, by the characters and topics they share."""
    here, there = _directions(topics[one.id]), _directions(topics[other.id])
    if not (len(here) and len(there)):
        return ()
    first, second = _sections(topics[one.id], one), _sections(topics[other.id], other)
    counts = [
        count(report.passage(section.span).text, phrase_counts)
        for report, sections in ((one, first), (other, second))
        for section in sections
    ]
    centre = np.concatenate((here, there)).mean(axis=0)
    spoken = unit(here - centre) @ unit(there - centre).T
    alike = cosines(weigh(counts, local_rarity(counts)), len(first))
    value = (alike + _OF_TOPIC * np.clip(spoken, 0.0, 1.0)) / (1 + _OF_TOPIC)
    rows, columns = value.argmax(axis=1), value.argmax(axis=0)
    pairs = [
        CommonTopic(first[a].index, second[b].index, round(float(value[a, b]), 4))
        for a, b in enumerate(rows.tolist())
        if columns[b] == a and value[a, b] >= _SAME_TOPIC
    ]
    return tuple(sorted(pairs, key=lambda pair: -pair.likeness)[:_N_TOPICS])


def _sections(topics: ReportTopics, report: Report) -> list[Section]:
    numbers = np.frombuffer(topics.sections, dtype="<i2").tolist()
    return [report.sections[number] for number in numbers]


def _directions(topics: ReportTopics) -> Matrix:
    n = len(topics.sections) // 2
    flat = np.frombuffer(topics.directions, dtype=np.int8).astype(np.float32)
    return unit(flat.reshape(n, -1)) if n else np.zeros((0, 1), dtype=np.float32)


def _common_clauses(archive: Archive, one: Report, other: Report) -> tuple[CommonClause, ...]:
    there: dict[int, int] = {}
    for row in archive.clauses_of(archive.number[other.id]).tolist():
        there.setdefault(int(archive.family[row]), row)
    found = []
    for row in archive.clauses_of(archive.number[one.id]).tolist():
        twin = there.pop(int(archive.family[row]), None)
        if twin is not None:
            found.append(CommonClause(archive.span(row), archive.span(twin)))
    return tuple(found)
