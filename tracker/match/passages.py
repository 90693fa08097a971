"""Clauses of a report, with the words they hold, as the ground on which matching looks.

A clause ends at a comma, a semicolon, a colon or a full stop; clauses know their sentence, so
that neighbours can be read together (``完成固定资产投资5774.2亿元，增长1.5%``).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import NamedTuple

from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.model.canonical import Passage
from tracker.model.outline import FORWARD_ROLES, Role
from tracker.model.report import Report, ReportKind
from tracker.model.span import Span
from tracker.text.retrospect import tells_the_past

_CLAUSE_END = re.compile(r"[，,；;。！？!?：:]")
_PRICES = re.compile(r"按照?(?:可比|不变|当年)?价格?(?:计算|核算)")
_SENTENCE_END = frozenset("。！？!?；;")
_RUNS = re.compile(r"[一-鿿]+|[a-z0-9+.]+(?:号线)?|[Ⅰ-ⅿ]")
_ROMAN = range(ord("Ⅰ"), ord("ⅿ") + 1)
_LINES = re.compile(r"(?:s?\d+、)+s?\d+号线")
_LINE = re.compile(r"s?\d+")
_TITLE = 40  # a paragraph as short as this that opens with a heading is nothing but a heading
_NUMBER_ROOM = 8  # 一、 （一） 1．: a heading begins behind its number
_NUMBER = re.compile(r"[\d.,]+")
_CACHED_CLAUSES = 16384
_CACHED_PARAGRAPHS = 2048
"""As many as some ten reports have: the words of a text are the same whatever it is asked."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a report.

    Attributes:
        index: Its place among the clauses that were read.
        sentence: Number of its sentence, rising through the report.
        paragraph: What it stands in.
        start: Where it begins in its paragraph.
        end: Where it ends there, without the mark that ends it.
        text: Folded text of it.
        role: Role of the part it stands in.
    """

    index: int
    sentence: int
    paragraph: Passage
    start: int
    end: int
    text: str
    role: Role

    @property
    def passage(self) -> Passage:
        """It as a passage; most clauses are never asked for it."""
        return self.paragraph.sub(self.start, self.end)

    @property
    def span(self) -> Span:
        """Its source span."""
        return self.paragraph.source(self.start, self.end)


def grams(folded: str) -> tuple[str, ...]:
    """Return the character pairs of Chinese runs and the whole Latin or numbered words."""
    found: list[str] = []
    for run in _RUNS.findall(folded):
        if ord(run[0]) in _ROMAN:
            # Folding keeps lengths, so that Ⅲ stands there as one character, III as three.
            found.append(unicodedata.normalize("NFKC", run).lower())
        elif run[0] < "一":
            if not _NUMBER.fullmatch(run):
                found.append(run)
        elif len(run) > 1:
            found.extend(map(add, run, run[1:]))
    return tuple(found)


def clause_grams(folded: str, lexicon: MatchLexicon) -> frozenset[str]:
    """Return the grams of a clause together with those of the aliases of what it names."""
    own, aliases = _held(folded), lexicon.aliases_in(folded)
    return own.union(*map(_held, aliases)) if aliases else own


@lru_cache(maxsize=_CACHED_CLAUSES)
def _held(folded: str) -> frozenset[str]:
    """Return the grams of a clause, of listed lines (1、2号线) each."""
    found = frozenset(grams(folded))
    if "号线" not in folded:
        return found
    listed = (number for line in _LINES.findall(folded) for number in _LINE.findall(line))
    return found.union(f"{number}号线" for number in listed)


def looks_back(report: Report, role: Role) -> bool:
    """Tell whether a part of a report says what was done.

    A document that is no report (统计公报, a department's summary) looks back in all it says.
    """
    if report.meta.kind is ReportKind.OTHER:
        return role not in (Role.NOISE, Role.FRONT)
    return role is Role.REVIEW


def looks_forward(report: Report, role: Role) -> bool:
    """Tell whether a part of a report says what shall be done."""
    return report.meta.kind is not ReportKind.OTHER and role in FORWARD_ROLES


def read_clauses(report: Report, first_index: int, roles: Iterable[Role]) -> tuple[Clause, ...]:
    """Return the clauses of some parts of a report in the order of its text.

    Args:
        report: Report to read.
        first_index: Index of the first clause.
        roles: Roles of the parts to read.
    """
    wanted = frozenset(roles)
    found: list[Clause] = []
    sentence = 0
    titles = frozenset(
        s.heading_span.start for s in report.sections if s.level == 1 or not s.run_in
    )
    for paragraph in report.canonical.paragraphs:
        text = paragraph.text
        if not text.strip():
            continue
        at = paragraph.span.start
        if any(start in titles for start in range(at, at + _NUMBER_ROOM)) and len(text) < _TITLE:
            continue
        if report.told_row(at) is not None:
            continue  # a list of tasks tells what became of them in outcomes
        role = report.role_at(at)
        if role in (Role.SELF, Role.OUTLOOK) and tells_the_past(text):
            role = Role.REVIEW  # 过去一年，… opens many a part on the government's own work
        if role not in wanted:
            continue
        for start, end, folded, closes in _pieces(text):
            if folded:
                at = first_index + len(found)
                found.append(Clause(at, sentence, paragraph, start, end, folded, role))
            sentence += closes
        sentence += 1
    return tuple(found)


class _Piece(NamedTuple):
    """A clause of a paragraph: where it stands, its folded text, whether it ends a sentence."""

    start: int
    end: int
    folded: str
    closes: bool


@lru_cache(maxsize=_CACHED_PARAGRAPHS)
def _pieces(text: str) -> tuple[_Piece, ...]:
    """Return the clauses of a paragraph; between two marks there may be an empty one."""
    return tuple(
        _Piece(start, end, fold(text[start:end]), closes) for start, end, closes in _cut(text)
    )


def _cut(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the clauses of a paragraph as (start, end, whether a sentence ends there)."""
    start = 0
    for mark in _CLAUSE_END.finditer(text):
        at = mark.start()
        if mark.group() in ",:" and 0 < at < len(text) - 1 and text[at + 1].isdigit():
            continue
        if _PRICES.fullmatch(text, start, at):
            start = mark.end()
            continue  # 生产总值2.4万亿元，按可比价格计算，增长2%: the growth is that of the first
        begin = at - len(text[start:at].lstrip())
        yield begin, at, mark.group() in _SENTENCE_END
        start = mark.end()
    begin = len(text) - len(text[start:].lstrip())
    yield begin, max(begin, len(text.rstrip())), True
