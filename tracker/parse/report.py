"""From a source text to a report: the steps of reading, in order."""

from bisect import bisect_right
from dataclasses import replace
from functools import partial

from tracker.model.canonical import CanonicalText
from tracker.model.correction import LineCorrection
from tracker.model.outline import Part, Role, Section, Table
from tracker.model.report import Report, ReportKind
from tracker.model.source import SourceDocument
from tracker.model.span import Span
from tracker.parse.attachments import find_attachments
from tracker.parse.broken import find_broken
from tracker.parse.headings import Style, find_candidates
from tracker.parse.kinds import guess_kind, kind_remarks
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.lines import Line, Paragraph, build_paragraphs, split_lines
from tracker.parse.looks import find_looks
from tracker.parse.metadata import front_length, front_of, read_metadata
from tracker.parse.noise import find_noise
from tracker.parse.note_marks import find_note_marks
from tracker.parse.numbering import NumberKind, number_at
from tracker.parse.one_way import (
    one_way_headings,
    one_way_role,
    one_way_roles,
    summary_roles,
    time_limits,
)
from tracker.parse.plan_year import LISTS
from tracker.parse.remarks import ending_remarks, outline_remarks
from tracker.parse.roles import RoleReader
from tracker.parse.run_together import divide
from tracker.parse.said import said_of
from tracker.parse.sections import choose_headings
from tracker.parse.table_cells import build_table
from tracker.parse.tables import TableLines, find_tables
from tracker.parse.tail_notes import find_tail_notes
from tracker.parse.task_tables import build_task_table, limits_of, with_groups
from tracker.parse.tops import Chosen
from tracker.text.canonical import canonicalise

_LABEL = 8
"""Characters of a line that labels an attachment (附件1) between closing words and its name."""
_READ_OUT = ReportKind.GOVERNMENT_WORK_REPORT
"""The kind that ends with closing words; plan and budget reports are handed in on paper."""


def parse_report(
    source: SourceDocument,
    lexicon: ParseLexicon,
    corrections: tuple[LineCorrection, ...] = (),
) -> Report:
    """Return the report that a source text holds.

    Strange text is no error: what is not a report comes out as kind ``other``, perhaps without
    sections, with diagnostics.

    Args:
        source: Text with its layout.
        lexicon: Word lists.
        corrections: What a person said about single lines; taken as given.
    """
    lines = split_lines(source.text)
    said = said_of(corrections)
    tables = find_tables(lines, source.layout, frozenset({*said.heading, *said.joined}))
    noise = (find_noise(lines, lexicon.roles.noise) - tables.lines - tables.rows) | tables.marks
    furniture = {n for n, layout in enumerate(source.layout, 1) if layout.furniture}
    noise = frozenset(
        x.number
        for x in lines
        if x.bare and said.noise.get(x.number, x.number in noise | furniture)
    )
    looks = find_looks(lines, source.layout, noise | tables.lines | tables.rows)
    notes = find_tail_notes(
        lines,
        noise | tables.lines | tables.rows,
        {n for n, x in enumerate(source.layout, 1) if x.note and not said.heading.get(n)},
    )
    apart = tables.lines | tables.rows | notes
    broken = find_broken(lines, noise, apart, said.joined, looks.broken)
    canonical = canonicalise(
        source.text,
        noise=noise,
        joined=[*(second for _, second in broken), *tables.continued],
        cells=tables.cells,
        marks=find_note_marks(lines, tables.lines | tables.rows),
    )
    canonical = divide(canonical, source.text)
    paragraphs = build_paragraphs(canonical, lines, tables.lines, tables.labels, looks.ranks)
    paragraphs = _without(paragraphs, notes)
    head = front_of(lines, noise, broken, source.name)
    lists = [build_task_table(found, canonical) for found in tables.tables if found.is_of_tasks]
    limits = (*time_limits(paragraphs), *(limit for one in lists for limit in limits_of(one)))
    meta, remarks = read_metadata(head, paragraphs, lexicon, limits, lists)
    kind = meta.kind
    levels = said.levels(paragraphs)
    front = min(
        [
            _before_numbers(paragraphs, front_length(paragraphs)),
            *(i for i, level in levels.items() if level),
        ]
    )
    one_way = one_way_role(meta)
    attachments = () if one_way else find_attachments(paragraphs, meta.plan_year, lexicon, levels)
    n_body = attachments[0].candidate.paragraph if attachments else len(paragraphs)
    body = paragraphs[:n_body]
    candidates = find_candidates(body[front:], lexicon.headings, levels)
    headings = (
        one_way_headings(paragraphs, candidates, one_way, levels)
        if one_way
        else choose_headings(body, candidates, meta.plan_year, lexicon.headings, levels, front)
    )
    headings += attachments
    tops = frozenset(h.role for h in headings if h.level == 1 and h.role)
    meta = guess_kind(meta, tops, canonical.text)
    roles = (
        one_way_roles(paragraphs, headings, one_way, front)
        if one_way
        else RoleReader(lexicon.roles, meta.plan_year).assign(paragraphs, headings, front)
    )
    if meta.kind is ReportKind.WORK_SUMMARY:
        roles = summary_roles(paragraphs, headings, roles)
    headings = tuple(h for h in headings if not _opens_no_section(h, roles))
    sections = _sections(headings, paragraphs, roles, source.text)
    if meta.kind in LISTS:
        sections = with_groups(sections, lists, source.text)
    read_out = meta.kind is _READ_OUT
    starts = [line.start for line in lines]
    return Report(
        id=source.id,
        name=source.name,
        text=source.text,
        canonical=canonical,
        noise=tuple(sorted(noise)),
        broken=broken,
        parts=_parts(lines, paragraphs, roles, noise, notes),
        sections=sections,
        tables=_tables(tables, lists, canonical, meta.plan_year),
        meta=meta,
        diagnostics=(
            *source.remarks,
            *remarks,
            *kind_remarks(kind, meta.kind),
            *(
                ()
                if one_way or meta.kind is ReportKind.WORK_SUMMARY
                else outline_remarks(
                    sections, headings, len(canonical.text), partial(bisect_right, starts)
                )
            ),
            *(ending_remarks(paragraphs, roles, lexicon.roles) if read_out else ()),
        ),
        pages=tuple(layout.page or 0 for layout in source.layout)
        if any(layout.page for layout in source.layout)
        else (),
    )


def _tables(
    found: TableLines, lists: list[Table], canonical: CanonicalText, plan_year: int | None
) -> tuple[Table, ...]:
    """Return all tables in order; those of tasks are read already."""
    read = iter(lists)
    return tuple(
        next(read) if one.is_of_tasks else build_table(one, canonical, plan_year)
        for one in found.tables
    )


def _without(paragraphs: tuple[Paragraph, ...], notes: frozenset[int]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that are no footnotes: these belong to no section, wherever they stand.

    Footnotes stay in the text, with the role of a glossary.
    """
    if not notes:
        return paragraphs
    kept = (p for p in paragraphs if p.first not in notes)
    return tuple(replace(p, index=i) for i, p in enumerate(kept))


def _before_numbers(paragraphs: tuple[Paragraph, ...], front: int) -> int:
    """Let the head end before a line 一、; where it lists several, they are its contents."""
    numbers = ((p.index, number_at(p.text)) for p in paragraphs[:front])
    tops = [i for i, n in numbers if n and n.kind in (NumberKind.PART, NumberKind.CHINESE)]
    return tops[0] if len(tops) == 1 else front


def _opens_no_section(heading: Chosen, roles: tuple[Role, ...]) -> bool:
    """Tell whether a lead sentence turned out to open the closing words or an admission."""
    candidate = heading.candidate
    no_section = roles[candidate.paragraph] in (Role.CLOSING, Role.PROBLEMS)
    loose = candidate.style in (Style.LEAD, Style.INLINE)
    return loose and no_section and not heading.said


def _sections(
    headings: tuple[Chosen, ...],
    paragraphs: tuple[Paragraph, ...],
    roles: tuple[Role, ...],
    text: str,
) -> tuple[Section, ...]:
    """Turn headings into sections whose spans reach up to the next one of their level."""
    starts = [_start(h, paragraphs) for h in headings]
    end_of_text = paragraphs[-1].passage.span.end if headings else 0
    n_body = next((h.candidate.paragraph for h in headings if h.attached), len(paragraphs))
    closing = _closing_start(paragraphs[:n_body], roles[:n_body], starts, end_of_text)
    found: list[Section] = []
    ends = _ends(headings, starts, end_of_text)
    open_sections: list[Section] = []
    for i, heading in enumerate(headings):
        candidate = heading.candidate
        passage = paragraphs[candidate.paragraph].passage
        heading_span = passage.source(candidate.start, candidate.end)
        end = ends[i]
        if starts[i] < closing:
            end = min(end, closing) if heading.level > 1 else end
        below = starts[i + 1] if i + 1 < len(headings) and starts[i + 1] < end else end
        while open_sections and (
            open_sections[-1].level >= heading.level or open_sections[-1].span.end <= starts[i]
        ):
            open_sections.pop()  # what the closing words ended holds nothing behind them
        role = heading.role or roles[candidate.paragraph]
        number = candidate.numbering.text if candidate.numbering else ""
        found.append(
            Section(
                index=i,
                level=heading.level,
                number=number,
                heading=text[heading_span.start : heading_span.end],
                heading_span=heading_span,
                span=_trimmed(text, starts[i], end),
                own=_trimmed(text, heading_span.end, max(heading_span.end, below)),
                run_in=candidate.rest > 0,
                role=role,
                parent=open_sections[-1].index if open_sections else None,
                reason=heading.reason,
            )
        )
        open_sections.append(found[-1])
    return tuple(found)


def _ends(headings: tuple[Chosen, ...], starts: list[int], end_of_text: int) -> list[int]:
    """Return where each section ends: at the next heading of its level or of one above."""
    ends: list[int] = []
    following: dict[int, int] = {}
    for heading, start in zip(reversed(headings), reversed(starts), strict=True):
        ends.append(
            min((following[n] for n in following if n <= heading.level), default=end_of_text)
        )
        following[heading.level] = start
    return ends[::-1]


def _start(heading: Chosen, paragraphs: tuple[Paragraph, ...]) -> int:
    """Source offset at which a section begins, its number included."""
    candidate = heading.candidate
    passage = paragraphs[candidate.paragraph].passage
    number = candidate.numbering
    at = candidate.start if number is None else number.end - len(number.text)
    return passage.source(max(0, at), candidate.end).start


def _closing_start(
    paragraphs: tuple[Paragraph, ...], roles: tuple[Role, ...], starts: list[int], end: int
) -> int:
    """Source offset of the closing words after the last heading of the body, else its end."""
    found = end
    for paragraph, role in zip(reversed(paragraphs), reversed(roles), strict=True):
        start = paragraph.passage.span.start
        if role is Role.CLOSING and starts and start > starts[0]:
            found = start
        elif role not in (Role.GLOSSARY, Role.TABLE) and len(paragraph.text) > _LABEL:
            break
    later = [s for s in starts if found < s <= paragraphs[-1].passage.span.start]
    return found if len(later) <= 1 else end


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _parts(
    lines: tuple[Line, ...],
    paragraphs: tuple[Paragraph, ...],
    roles: tuple[Role, ...],
    noise: frozenset[int],
    notes: frozenset[int],
) -> tuple[Part, ...]:
    """Return the roles of all non-empty lines, lines of one role put together."""
    of_line: dict[int, Role] = {}
    for paragraph, role in zip(paragraphs, roles, strict=True):
        for number in range(paragraph.first, paragraph.last + 1):
            if role is not Role.TABLE or number not in of_line:  # text beside labels is text
                of_line[number] = role
    of_line.update(dict.fromkeys(notes, Role.GLOSSARY))
    of_line.update(dict.fromkeys(noise, Role.NOISE))
    found: list[Part] = []
    for line in lines:
        if not line.bare:
            continue
        role = of_line.get(line.number, Role.NOISE)
        if found and found[-1].role is role:
            found[-1] = Part(found[-1].first_line, line.number, role)
        else:
            found.append(Part(line.number, line.number, role))
    return tuple(found)
