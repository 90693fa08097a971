"""Key words in the text of a report (检索): which sentences hold all that is looked for.

Canonical text is looked through, so a word that a page break or a space cut in two (政 府) is
found, and what is no part of the report is not. Full and half width, traditional and simplified
characters, capital and small letters count as the same. Spans of hits are source spans.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.paragraph import Paragraph
from tracker.model.report import Report
from tracker.model.search import EVERYWHERE, Hit, Query, Scope
from tracker.model.span import Span
from tracker.text.pairs import LATIN, one_spaced
from tracker.text.paragraphs import Unit, pieces, units_of
from tracker.text.script import one_spelling, one_width, simplified
from tracker.text.tokens import tokens

_TERM = re.compile(r'[“「『"](?P<phrase>[^“”「」『』"]+)[”」』"]|(?P<word>\S+)')
_LONGEST = 500
"""Characters of a query; a longer one was pasted by mistake."""
_PATIENCE = 0.25
"""Seconds that a regular expression may take for one paragraph: those that go wrong
(``(\\w+\\s?)+$``) double their time with every character, honest ones need some microseconds."""
_LATIN = re.compile(f"{LATIN}{{2}}")
_MARKS = re.compile("[。！？!?.\n]")
_NUMBER = re.compile(r"[\d.,]+")
_OF_PLACE = frozenset("省市县区州镇乡")
"""What jieba leaves at the end of a name of a place: 苏州市 holds the word 苏州."""

_Range = tuple[int, int]


class _Pattern(Protocol):
    """What is used of a compiled expression."""

    def finditer(self, text: str, start: int, end: int, /) -> Iterator["_Match"]:
        """Yield what it finds between two positions."""


class _Match(Protocol):
    """What is used of a match."""

    def span(self) -> _Range:
        """Return where it stands."""


@dataclass(frozen=True)
class Matcher:
    """A query, ready to be looked for.

    Attributes:
        patterns: All of them must be found.
        whole_words: What is found must begin and end where words do.
        shown: The query, for people.
    """

    patterns: tuple[_Pattern, ...]
    whole_words: bool
    shown: str

    def may_be_in(self, text: str) -> bool:
        """Tell whether all words stand anywhere in a folded text; True for an expression."""
        return all(not isinstance(p, re.Pattern) or p.search(text) for p in self.patterns)

    def ranges(self, text: str, start: int, end: int) -> list[list[_Range]] | None:
        """Return what each pattern finds in a stretch of folded text, None unless all find some.

        Raises:
            InputProblem: A regular expression takes too long.
        """
        found: list[list[_Range]] = []
        for pattern in self.patterns:
            try:
                spans = [match.span() for match in pattern.finditer(text, start, end)]
            except TimeoutError:
                raise _too_slow(self.shown) from None
            spans = [(a, b) for a, b in spans if a < b]
            if not spans:
                return None
            found.append(spans)
        return found


class _Timed:
    """An expression of the library ``regex``, which can be told how long it may take."""

    def __init__(self, pattern: str) -> None:
        import regex  # noqa: PLC0415 - loaded when a reader writes a regular expression

        self._compiled = regex.compile(pattern, regex.IGNORECASE)

    def finditer(self, text: str, start: int, end: int, /) -> Iterator[_Match]:
        """Yield what it finds; raises ``TimeoutError`` when it takes too long."""
        found: Iterator[_Match] = self._compiled.finditer(text, start, end, timeout=_PATIENCE)
        return found


def matcher(query: Query) -> Matcher:
    """Return what looks for a query.

    Raises:
        InputProblem: It is empty, too long, or no valid regular expression.
    """
    shown = query.text.strip()
    if not shown:
        raise InputProblem(Message("没有写要检索的词。", "There is no word to search for."))
    if len(shown) > _LONGEST:
        raise InputProblem(
            Message(
                f"检索词太长（{len(shown)} 字），最多 {_LONGEST} 字。",
                f"The query is too long ({len(shown)} characters); at most {_LONGEST}.",
            )
        )
    patterns = (_expression(shown),) if query.regex else tuple(map(_literal, terms(shown)))
    return Matcher(patterns, query.whole_words, shown)


def terms(text: str) -> tuple[str, ...]:
    """Return the words and phrases of a query."""
    found = (match["phrase"] or match["word"] for match in _TERM.finditer(text))
    return tuple(dict.fromkeys(term for term in found if term.strip()))


def _literal(term: str) -> _Pattern:
    """Return an expression for a word or phrase.

    White space counts as it does for ``tracker.text.pairs``: for nothing, except where it parts
    figures or Latin words. No word runs over the line feed between cells of a row of a table.
    """
    plain = one_spaced(one_spelling(" ".join(term.split())))
    found = [re.escape(char) if char != " " else r"[^\S\n]+" for char in plain]
    for at in range(len(plain) - 1, 0, -1):
        if " " not in plain[at - 1 : at + 1] and not _LATIN.fullmatch(plain, at - 1, at + 1):
            found.insert(at, r"[^\S\n]*")
    return re.compile("".join(found), re.IGNORECASE)


def _expression(pattern: str) -> _Pattern:
    import regex  # noqa: PLC0415 - loaded when a reader writes a regular expression

    try:
        return _Timed("".join(map(_unfolded, pattern, simplified(pattern))))
    except regex.error as error:
        raise _invalid(pattern, str(error.msg), error.pos) from error
    except (OverflowError, RecursionError, ValueError) as error:
        raise _invalid(pattern, "", None) from error


def _unfolded(written: str, char: str) -> str:
    """Return a character of a pattern in the spelling of the text it is held against.

    A full-width bracket means a bracket; folded it would open a group.
    """
    folded = one_width(char)
    return re.escape(folded) if folded != char and not written.isspace() else char


_FAULTS = {
    "missing )": "缺少右括号",
    "unbalanced parenthesis": "括号不配对",
    "missing ]": "缺少右方括号",
    "unterminated character set": "缺少右方括号",
    "nothing to repeat": "没有可重复的内容",
    "bad escape": "反斜杠后的写法有误",
    "multiple repeat": "重复符号连用",
    "min repeat greater than max repeat": "重复次数下限大于上限",
}


def _invalid(pattern: str, fault: str, at: int | None) -> InputProblem:
    zh = next((said for start, said in _FAULTS.items() if fault.startswith(start)), "写法有误")
    where = "" if at is None else f"（第 {at + 1} 个字符处）"
    place = "" if at is None else f" (at character {at + 1})"
    said = f": {fault}" if fault else ""
    return InputProblem(
        Message(
            f"正则表达式“{pattern}”{zh}{where}。",
            f"“{pattern}” is not a valid regular expression{said}{place}.",
        )
    )


def _too_slow(pattern: str) -> InputProblem:
    return InputProblem(
        Message(
            f"正则表达式“{pattern}”太费时，已停止；请写得更具体，不要把重复套在重复里。",
            f"The regular expression “{pattern}” takes too long and was stopped; make it more "
            "specific, without repetitions inside repetitions.",
        )
    )


def find(
    report: Report,
    wanted: Matcher,
    scope: Scope = EVERYWHERE,
    should_stop: Callable[[], bool] = lambda: False,
) -> tuple[Hit, ...]:
    """Return the sentences of a report that hold all that is wanted, in the order of its text.

    Args:
        report: The report.
        wanted: What to look for.
        scope: Only its roles are looked at; which reports are looked through is up to the caller.
        should_stop: Asked between paragraphs; what was found so far is returned then.

    Raises:
        InputProblem: A regular expression takes too long.
    """
    folded = _folded(report.canonical.text)
    if not wanted.may_be_in(folded):
        return ()
    found: list[Hit] = []
    for unit in units_of(report):
        if should_stop():
            break
        ranges = wanted.ranges(folded, unit.start, unit.end)
        if ranges is None:
            continue
        if wanted.whole_words:
            ranges = _of_words(ranges, report.canonical.text[unit.start : unit.end], unit.start)
        for sentence, matches in _sentences(report.canonical.text, unit, ranges):
            hit = _hit(report, sentence, matches)
            if not scope.roles or hit.role in scope.roles:
                found.append(hit)
    return tuple(found)


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """Return a text in the spelling that is searched; 0.5 ms for 30,000 characters."""
    return one_spelling(text)


def _of_words(ranges: Sequence[list[_Range]], text: str, start: int) -> list[list[_Range]]:
    """Return the ranges that begin and end where words do."""
    edges = word_edges(simplified(text))
    return [[(a, b) for a, b in one if {a - start, b - start} <= edges] for one in ranges]


@lru_cache(maxsize=4096)
def word_edges(text: str) -> frozenset[int]:
    """Return the positions between the words of a text (jieba's), its beginning and its end.

    A figure parts from its unit, a name of a place from what it is, a quoted name from its marks.
    """
    found = {0}
    at = 0
    for token in tokens(text):
        if token[0] in "“《" and len(token) > 2:
            found |= {at + 1 + edge for edge in word_edges(token[1:-1])}
        elif number := _NUMBER.match(token):
            found.add(at + number.end())
        elif len(token) > 2 and token[-1] in _OF_PLACE:
            found.add(at + len(token) - 1)
        at += len(token)
        found.add(at)
    return frozenset(found)


def _sentences(
    text: str, unit: Unit, ranges: Sequence[list[_Range]]
) -> Iterator[tuple[_Range, list[_Range]]]:
    """Yield the sentences of a unit that hold a match of every pattern, with all their matches."""
    if not ranges or not all(ranges):
        return
    cut = pieces(text[unit.start : unit.end], is_row=unit.is_row)
    starts = [unit.start + start for start, _ in cut]

    def of_sentence(found: Sequence[_Range]) -> dict[int, list[_Range]]:
        placed: dict[int, list[_Range]] = {}
        for one in found:
            placed.setdefault(max(0, bisect_right(starts, one[0]) - 1), []).append(one)
        return placed

    placed, *others = map(of_sentence, ranges)
    for other in others:  # both in one sentence
        placed = {at: [*found, *other[at]] for at, found in placed.items() if at in other}
    for at in sorted(placed):
        matches = sorted(set(placed[at])) if others else placed[at]
        # A phrase may run over the end of its sentence.
        end = max(unit.start + cut[at][1], *(b for _, b in matches))
        yield (starts[at], end), _apart(matches)


def _apart(matches: Sequence[_Range]) -> list[_Range]:
    """Return ranges in order, those that overlap as one."""
    joined: list[_Range] = []
    for start, end in matches:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _hit(report: Report, sentence: _Range, matches: Sequence[_Range]) -> Hit:
    span = report.canonical.to_source(Span(*sentence))
    section = report.section_at(span.start)
    first, last = report.lines_of(span)
    return Hit(
        span=span,
        quote=report.quote(span),
        matches=tuple(report.canonical.to_source(Span(*match)) for match in matches),
        line=first,
        end_line=last,
        page=report.page_of(span.start),
        section=section.heading if section else "",
        role=report.role_at(span.start),
    )


def find_in(
    paragraph: Paragraph, folded: str, headings: Sequence[str], wanted: Matcher
) -> tuple[Hit, ...]:
    """Return what ``find`` returns of one paragraph that an archive kept.

    Args:
        paragraph: The paragraph.
        folded: Its text in one spelling.
        headings: Headings of the sections of its report.
        wanted: What to look for.

    Raises:
        InputProblem: A regular expression takes too long.
    """
    ranges = wanted.ranges(folded, 0, len(folded))
    return () if ranges is None else hits_at(paragraph, ranges, headings, wanted)


def hits_at(
    paragraph: Paragraph,
    ranges: Sequence[list[_Range]],
    headings: Sequence[str],
    wanted: Matcher,
) -> tuple[Hit, ...]:
    """Do the same where it is known what ``Matcher.ranges`` gives of its folded text."""
    if wanted.whole_words:
        ranges = _of_words(ranges, paragraph.text, 0)
    unit = Unit(0, len(paragraph.text), paragraph.is_row)
    return tuple(
        [
            _kept_hit(paragraph, headings, sentence, matches)
            for sentence, matches in _sentences(paragraph.text, unit, ranges)
        ]
    )


def stands_in(paragraph: Paragraph, folded: str, wanted: Matcher) -> bool:
    """Tell whether ``find_in`` finds anything, which is soon told of most paragraphs.

    Raises:
        InputProblem: A regular expression takes too long.
    """
    ranges = wanted.ranges(folded, 0, len(folded))
    if ranges is None:
        return False
    if wanted.whole_words:
        ranges = _of_words(ranges, paragraph.text, 0)
    if len(ranges) < 2 or not all(ranges):
        return all(ranges)
    # Between two of these marks there is one sentence at most, whatever stands in brackets.
    marks = [mark.start() for mark in _MARKS.finditer(folded)]
    stretches = [{bisect_right(marks, start) for start, _ in found} for found in ranges]
    if set.intersection(*stretches):
        return True
    unit = Unit(0, len(folded), paragraph.is_row)
    return any(_sentences(paragraph.text, unit, ranges))


def _kept_hit(
    paragraph: Paragraph, headings: Sequence[str], sentence: _Range, matches: Sequence[_Range]
) -> Hit:
    span = paragraph.span(*sentence)
    place = paragraph.place(sentence[0])
    first, last = paragraph.lines(span)
    known = place.section is not None and place.section < len(headings)
    return Hit(
        span=span,
        quote=paragraph.quote(span),
        matches=tuple([paragraph.span(*match) for match in matches]),
        line=first,
        end_line=last,
        page=place.page,
        section=headings[place.section] if known and place.section is not None else "",
        role=place.role,
    )
