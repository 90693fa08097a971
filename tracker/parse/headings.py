"""Finds what may be a heading: numbered, on a line of its own, or run into its paragraph."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.parse.lexicon import HeadingCues, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import Numbering, NumberKind, number_at
from tracker.parse.said import NOTHING_SAID

_SENTENCE_END = re.compile(r"[。！？][”’）)]*|：(?=.{12})")
LEAD_END = re.compile(r"[。！？][”’）)]*")
"""What ends a heading that is a sentence, closing marks included."""
_FULL_STOP = re.compile(r"[。！？]")
_OPEN_END = re.compile(r"[。！？；：，、…,;:]$")
_QUANTITY = re.compile(r"\d")
QUOTED = re.compile(r"[“‘《（(][^”’》）)]*[”’》）)]")
"""Names in quotation marks, whose figures are no quantities."""
_SCRIPTED_NAME = re.compile(rf"{QUOTED.pattern}|\d{{4}}年|\d+G")
_MAX_BARE = 60
_MIN_TEXT = 20
"""Characters of a line that may be text under a heading; shorter lines are furniture."""
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}：")
_CLOSERS = "。！？；：:"
_CJK = re.compile(r"[\u4e00-\u9fff]")
_MAX_RUN_IN = 60
_MIN_HEADING = 4
"""Characters of a heading whose end no mark shows."""
_GOES_ON = re.compile(r"[，、的和与及在对是为于“《（]$")
"""No heading ends so; white space behind it is a slip of the scan."""
MAX_LEAD = 40
"""Characters. Of 120 annotated headings with a number the longest has 32, of 208 first sentences
that are headings 41; a first sentence gets the tighter bound because no number vouches for it."""


_NAMES_PERIOD = re.compile(
    r"[^，、；：]*(\d{4}年|今年|过去|今后|未来|五年|十[一二三四五]?五)[^，、；：]*"
)
"""Words without bold marks or a number that may be the heading of a part."""


_MAX_SHARED = 90
"""The same for a sentence whose opening its siblings share (过去的五年，我们…，是…的五年。)."""


_PARALLEL_LABEL = re.compile(r"[\u4e00-\u9fff“”、]{4,16}[：:](?=.{40})")
_ROW = 3
_REACH = 4
"""Paragraphs behind a line that looks like a heading among which its text begins: headings of two
more levels may stand between."""


class Style(StrEnum):
    """How a heading stands in the text."""

    NUMBERED = "numbered"
    BARE = "bare"
    LEAD = "lead"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a heading.

    Attributes:
        paragraph: Index of its paragraph.
        start: Canonical offset of the heading (after its number) in the paragraph.
        end: Offset after it.
        text: Its canonical characters.
        numbering: Its number.
        style: How it stands.
        rest: Characters of the paragraph that follow it and its closing mark.
        look: Rank of its look, where it has a line of its own and no number; 0 for none.
    """

    paragraph: int
    start: int
    end: int
    text: str
    numbering: Numbering | None
    style: Style
    rest: int
    look: int = 0

    @property
    def kind(self) -> NumberKind:
        """Kind of its number."""
        return self.numbering.kind if self.numbering else NumberKind.NONE


def find_candidates(
    paragraphs: tuple[Paragraph, ...],
    cues: HeadingCues,
    said: Mapping[int, int] = NOTHING_SAID,
) -> tuple[Candidate, ...]:
    """Return at most one candidate for every paragraph, in order.

    Args:
        paragraphs: Those of the body.
        cues: Heading words.
        said: Levels that a person gave to paragraphs, by index. Where it is 0 the candidate stays,
            for what its siblings are taken for does not hang on it.
    """
    reader = _Reader(cues)
    found = []
    for i, paragraph in enumerate(paragraphs):
        level = said.get(paragraph.index)
        if level:
            found.append(reader.by_word(paragraph))
        if paragraph.in_table or level:
            continue
        candidate = reader.read(paragraph)
        alone = candidate and candidate.style is Style.BARE and not candidate.rest
        if candidate and (not alone or _leads_text(paragraphs, i, _REACH if paragraph.look else 2)):
            found.append(candidate)
    found += _in_sequence(paragraphs, found, set(said))
    found += _parallel_labels(paragraphs, {c.paragraph for c in found} | set(said))
    return tuple(sorted(found, key=lambda c: c.paragraph))


def _in_sequence(
    paragraphs: tuple[Paragraph, ...], found: list[Candidate], said: set[int]
) -> list[Candidate]:
    """Return the numbered paragraphs that fill a gap between numbers, however long they begin.

    Where 二、 stands between 一、 and 三、, it is a heading; it ends at white space or at a clause.
    """
    by_paragraph = {c.paragraph: c for c in found}
    added = []
    last: dict[NumberKind, int] = {}
    for paragraph in paragraphs:
        candidate = by_paragraph.get(paragraph.index)
        number = candidate.numbering if candidate else number_at(paragraph.text)
        if number is None or number.kind not in (NumberKind.CHINESE, NumberKind.PAREN):
            continue
        follows = number.value == last.get(number.kind, 0) + 1
        if candidate is None and (not follows or paragraph.index in said or paragraph.in_table):
            continue
        last[number.kind] = number.value
        if number.kind is NumberKind.CHINESE:
            last[NumberKind.PAREN] = 0
        if candidate is None:
            end = _clause_end(paragraph, number.end)
            if end:
                added.append(candidate_in(paragraph, number.end, end, Style.NUMBERED, number))
    return added


def _clause_end(paragraph: Paragraph, start: int) -> int:
    """Return where the heading of a numbered paragraph most likely ends, 0 for nowhere."""
    text = paragraph.text
    bounds = range(start + _MIN_HEADING, start + _MAX_RUN_IN)
    gaps = [g for g in paragraph.gaps if g in bounds and not _GOES_ON.search(text[:g])]
    clauses = [m.start() for m in re.finditer("[，：；。]", text) if m.start() in bounds]
    return (gaps or clauses or [0])[-1]


def _parallel_labels(paragraphs: tuple[Paragraph, ...], taken: set[int]) -> list[Candidate]:
    """Return the labels (经济增长目标：…) of paragraphs in a row that end alike and differ.

    One label proves nothing (牵头单位：…); three that are built alike divide the text.
    """
    found: list[Candidate] = []
    row: list[Candidate] = []
    for paragraph in (*paragraphs, None):
        label = paragraph and _PARALLEL_LABEL.match(paragraph.text)
        if paragraph and label and paragraph.index not in taken and not paragraph.in_table:
            candidate = candidate_in(paragraph, 0, label.end(), Style.LEAD)
            if not row or row[-1].text[-3:-1] == candidate.text[-3:-1]:
                row.append(candidate)
                continue
        if len({c.text for c in row}) >= _ROW:
            found += row
        row = []
    return found


def _leads_text(paragraphs: tuple[Paragraph, ...], at: int, reach: int) -> bool:
    """Tell whether text, a number or a table follows a bare line; else it is furniture."""
    return any(
        p.in_table or len(p.text) > _MIN_TEXT or number_at(p.text)
        for p in paragraphs[at + 1 : at + 1 + reach]
    )


class _Reader:
    """Finds the heading with which a paragraph begins."""

    def __init__(self, cues: HeadingCues) -> None:
        self._stop = any_pattern(cues.lead.stop)
        self._opener = any_pattern(cues.lead.opener)
        self._title = any_pattern(cues.lead.title_end)
        self._period = any_pattern(cues.lead.period)

    def by_word(self, paragraph: Paragraph) -> Candidate:
        """Return the heading of a paragraph of which a person says that it has one.

        Where no rule sees how far it reaches, it is the first sentence.
        """
        seen = self.read(paragraph)
        if seen is not None:
            return seen
        text = paragraph.text
        number = number_at(text)
        start = number.end if number and number.end < len(text) else 0
        end = LEAD_END.search(text, start)
        until = end.end() if end else len(text)
        style = Style.NUMBERED if start else Style.LEAD if until < len(text) else Style.BARE
        return candidate_in(paragraph, start, until, style, number if start else None)

    def read(self, paragraph: Paragraph) -> Candidate | None:
        """Return the candidate of a paragraph, None where it begins with text."""
        number = number_at(paragraph.text)
        if number:
            return self._numbered(paragraph, number)
        if paragraph.look:
            return candidate_in(paragraph, 0, len(paragraph.text), Style.BARE)
        return _bare(paragraph) or self._fused(paragraph) or self._lead(paragraph)

    def _numbered(self, paragraph: Paragraph, number: Numbering) -> Candidate | None:
        text = paragraph.text
        start = number.end
        closed = _SENTENCE_END.search(text, start)
        end = closed.end() if closed else len(text)
        seam = self._seam(paragraph, start, end)
        if seam:
            end = seam
        elif end - start > _MAX_RUN_IN or end == start:
            return None
        if number.kind is NumberKind.INNER and closed and end == len(text):
            return None  # a sentence with nothing behind it is the item of a list
        return candidate_in(paragraph, start, end, Style.NUMBERED, number)

    def _seam(self, paragraph: Paragraph, start: int, end: int) -> int:
        """Return where a heading ends that runs into its text without a mark, 0 for nowhere.

        Bold words end there; or white space stands there, with text behind it that opens anew or
        makes one sentence with it that is too long for a heading; or the noun that closes a
        heading meets the words that open a text (2006年的主要工作2006年是…).
        """
        text = paragraph.text
        marked = paragraph.marked
        if start + _MIN_HEADING <= marked <= end and not _GOES_ON.search(text[:marked]):
            return marked
        bounds = range(start + _MIN_HEADING, min(end - 1, start + _MAX_RUN_IN))
        for gap in paragraph.gaps:
            if gap in bounds and not _GOES_ON.search(text[:gap]) and self._opener.match(text, gap):
                return gap
        for opener in self._opener.finditer(text, start + _MIN_HEADING, start + _MAX_RUN_IN + 12):
            if opener.start() in bounds and self._title.search(text[start : opener.start()]):
                return opener.start()
        wide = [g for g in paragraph.gaps if g in bounds and not _GOES_ON.search(text[:g])]
        return wide[-1] if wide and end - start > _MAX_RUN_IN else 0

    def _fused(self, paragraph: Paragraph) -> Candidate | None:
        """A heading without a number that runs into its text: bold, or by its last noun."""
        text = paragraph.text
        end = paragraph.marked
        if _LABEL.match(text) or not (end or text[-1] in "。！？"):
            return None
        if end and self._stop.match(text) and not self._title.search(text[:end]):
            return None
        if end and (_OPEN_END.search(text[:end]) or not _MIN_HEADING <= end <= _MAX_BARE):
            return None
        if not end:
            end = self._seam(replace(paragraph, gaps=()), 0, len(text))
            if not _NAMES_PERIOD.fullmatch(text[:end]):
                return None
        if _FULL_STOP.search(text[: end - 1]):
            return None
        return candidate_in(paragraph, 0, end, Style.BARE)

    def _lead(self, paragraph: Paragraph) -> Candidate | None:
        """A first sentence that may head the others."""
        text = paragraph.text
        lead = LEAD_END.search(text)
        shared = bool(self._period.match(text))
        if lead is None or not 5 <= lead.end() <= (_MAX_SHARED if shared else MAX_LEAD):
            return None
        if self._stop.match(text) and not shared:
            return None
        if _QUANTITY.search(_SCRIPTED_NAME.sub("", text[: lead.end()])):
            return None
        if shared and lead.end() == len(text):
            return candidate_in(paragraph, 0, lead.start(), Style.LEAD)
        if len(text) - lead.end() < 12:
            return None
        return candidate_in(paragraph, 0, lead.end(), Style.LEAD)


def candidate_by_word(paragraph: Paragraph, cues: HeadingCues) -> Candidate:
    """Return the heading of a paragraph of which a person says that it has one."""
    return _Reader(cues).by_word(paragraph)


def _bare(paragraph: Paragraph) -> Candidate | None:
    """A line of its own without the marks of a sentence."""
    text = paragraph.text
    if (
        len(text) > _MAX_BARE
        or _FULL_STOP.search(text)
        or _LABEL.match(text)
        or _OPEN_END.search(text)
        or len(_CJK.findall(text)) < 3
    ):
        return None
    return candidate_in(paragraph, 0, len(text), Style.BARE)


def candidate_in(
    paragraph: Paragraph, start: int, end: int, style: Style, number: Numbering | None = None
) -> Candidate:
    """Return the candidate that stands at ``text[start:end]`` of a paragraph."""
    text = paragraph.text
    while start < end and text[start] == " ":
        start += 1
    rest = len(text[end:].lstrip(_CLOSERS))
    look = paragraph.look if style is Style.BARE and not rest else 0
    return Candidate(paragraph.index, start, end, text[start:end], number, style, rest, look)
