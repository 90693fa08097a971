"""Makes tables of tasks of their rows, and sections of what heads their groups (任务分解表).

In: the rows of a table with a head of tasks. Out: the ``Table``, in which what a merged cell says
holds for every row that it takes (领域, 责任单位, 时限), and its groups as sections:
``一、推动产业升级`` over the tasks of that part, or in a column beside them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.model.canonical import CanonicalText
from tracker.model.outline import Cell, ColumnRole, Role, Section, Table
from tracker.model.span import Span
from tracker.parse.numbering import NumberKind, number_at
from tracker.parse.table_cells import cell_of
from tracker.parse.tables import FoundTable

_Row = tuple[Cell | None, ...]
_CARRIED = frozenset({ColumnRole.GROUP, ColumnRole.BODY, ColumnRole.DUE, ColumnRole.INDICATOR})
_ASSIGNS = frozenset({ColumnRole.BODY, ColumnRole.DUE})
_CHINESE_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、．.]?")
_NOTE = re.compile(r"^[（(]?(?:注|备注|说明|填报|联系)[：:\d]")
_LONGEST_HEADING = 60
_DEEPEST = 3


def build_task_table(found: FoundTable, canonical: CanonicalText) -> Table:
    """Return a table of tasks with its cells.

    Args:
        found: The table; its head is one of tasks.
        canonical: Canonical text of the document.
    """
    columns = found.head.columns if found.head else ()
    n_heads = found.head.n_rows if found.head else 0
    roles = [column.role for column in columns]
    titles = [column.title for column in columns]
    all_pieces = [p for row in found.grid.rows for cell in row.cells for p in cell.pieces]
    span = Span(min(p.start for p in all_pieces), max(p.end for p in all_pieces))
    rows, parents = list[_Row](), list[Cell | None]()
    above: _Row = (None,) * len(columns)
    heading: Cell | None = None
    body = found.rows[n_heads:]
    known = any(raw.merged for raw in body[1:])
    for raw in body:
        cells = [cell_of(cell, canonical) for cell in raw.cells][: len(columns)]
        row = (*cells, *(None,) * (len(columns) - len(cells)))
        texts = [cell.text if cell else "" for cell in row]
        if not any(texts) or texts == titles or _is_note(texts):
            continue
        own = _heading_in(row, roles)
        if own is not None:
            heading, above = own, (None,) * len(columns)
            rows.append(row)
            parents.append(own)
            continue
        row = _carried(row, above, roles, raw.merged if known else None)
        above = row
        group = next(
            (c for c, r in zip(reversed(row), reversed(roles), strict=True) if _groups(c, r)), None
        )
        rows.append(row)
        parents.append(group or heading)
    return Table(found.title, span, columns, tuple(rows), found.unit, tuple(parents))


def limits_of(table: Table) -> tuple[str, ...]:
    """Return for each row of a table of tasks the words of its time limit, or ""."""
    at = next((i for i, c in enumerate(table.columns) if c.role is ColumnRole.DUE), None)
    limits = (row[at] if at is not None else None for row in table.rows)
    return tuple(cell.text if cell else "" for cell in limits)


def _groups(cell: Cell | None, role: ColumnRole) -> bool:
    return cell is not None and role is ColumnRole.GROUP


def _is_note(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) == 1 and bool(_NOTE.match(filled[0]))


def _heading_in(row: _Row, roles: Sequence[ColumnRole]) -> Cell | None:
    """Return the cell of a row that heads the rows below it, None where the row is a task."""
    filled = [(cell, role) for cell, role in zip(row, roles, strict=True) if cell is not None]
    if len(filled) == 2 and filled[0][1] is ColumnRole.NUMBER:
        if _CHINESE_NUMBER.fullmatch(filled[0][0].text) and filled[1][1] not in _ASSIGNS:
            return filled[1][0]  # 一 | 推动产业升级
        return None
    if len(filled) != 1 or len(filled[0][0].text) > _LONGEST_HEADING:
        return None
    cell, role = filled[0]
    if role is ColumnRole.TASK:
        number = number_at(cell.text)
        outer = number is not None and number.kind <= NumberKind.PAREN
        return cell if outer and not re.search("[。；]", cell.text) else None
    return None if role in _ASSIGNS or cell.text.isdigit() else cell


def _carried(
    row: _Row, above: _Row, roles: Sequence[ColumnRole], merged: frozenset[int] | None
) -> _Row:
    """Let empty cells say what the merged ones above them say, as long as the group is the same.

    Where a file says which cells are merged, an empty 责任单位 or 时限 that is not says nothing;
    ``merged`` is None where it says nothing of that.
    """
    if merged is not None:
        return tuple(
            cell or (above[i] if i in merged or role is ColumnRole.GROUP else None)
            for i, (cell, role) in enumerate(zip(row, roles, strict=True))
        )
    new = [i for i, c in enumerate(row) if c and roles[i] in (ColumnRole.GROUP, ColumnRole.BODY)]
    group = next((i for i in new if roles[i] is ColumnRole.GROUP), len(roles))
    named = any(
        cell is not None and role in (ColumnRole.TASK, ColumnRole.INDICATOR)
        for cell, role in zip(row, roles, strict=True)
    )
    charged = any(roles[i] is ColumnRole.BODY for i in new)
    found = list[Cell | None]()
    for i, (cell, role) in enumerate(zip(row, roles, strict=True)):
        keeps = role in _CARRIED and (role is ColumnRole.GROUP or named)
        keeps = keeps and not (charged and role is ColumnRole.BODY)  # nobody helps this one
        lower = role is ColumnRole.GROUP and i > group
        anew = group < len(roles) and role is not ColumnRole.GROUP
        found.append(cell or (above[i] if keeps and not lower and not anew else None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Group:
    cell: Cell
    level: int
    start: int
    end: int


def with_groups(
    sections: tuple[Section, ...], tables: Iterable[Table], text: str
) -> tuple[Section, ...]:
    """Return the outline of a list of tasks: its sections, and the groups of its tables."""
    groups = [group for table in tables if table.is_of_tasks for group in _groups_of(table)]
    if not groups:
        return sections
    found = list(sections)
    for group in groups:
        level = group.level + max(
            (s.level for s in sections if s.span.start <= group.start < s.span.end), default=0
        )
        if level <= _DEEPEST:
            found.append(_section(group, level, text))
    return _nested(sorted(found, key=lambda s: (s.span.start, s.level)))


def _groups_of(table: Table) -> list[_Group]:
    """Return the groups of a table from the outermost on, each up to the next of its level."""
    columns = [i for i, c in enumerate(table.columns) if c.role is ColumnRole.GROUP]
    found, deep = list[_Group](), 0
    last: dict[int, str] = {}
    for row, parent in zip(table.rows, table.parents, strict=True):
        start = min(cell.span.start for cell in row if cell is not None and cell.span.start >= 0)
        if parent is not None and parent in row and not _grouped(row, parent, columns):
            number = number_at(parent.text)
            deep = 2 if number and number.kind is NumberKind.PAREN and found else 1
            found.append(_Group(parent, deep, start, table.span.end))
            last.clear()
            continue
        for depth, at in enumerate(columns, 1):
            cell = row[at]
            if cell is not None and last.get(at) != cell.text:
                last[at] = cell.text
                begin = min(cell.span.start, *_own_starts(row, table))
                found.append(_Group(cell, deep + depth, begin, table.span.end))
    closed = list[_Group]()
    for n, group in enumerate(found):
        later = (g.start for g in found[n + 1 :] if g.level <= group.level)
        closed.append(replace(group, end=next(later, group.end)))
    return closed


def _grouped(row: _Row, parent: Cell, columns: Sequence[int]) -> bool:
    alone = sum(cell is not None for cell in row) <= 2
    return any(row[i] == parent for i in columns) and not alone


def _own_starts(row: _Row, table: Table) -> list[int]:
    """Return where the cells of a row begin that no other row shares."""
    return [
        cell.span.start
        for cell, column in zip(row, table.columns, strict=True)
        if cell is not None and column.role not in _CARRIED
    ]


def _section(group: _Group, level: int, text: str) -> Section:
    number = number_at(group.cell.text)
    source = text[group.cell.span.start : group.cell.span.end]
    lead = source.find(number.text) + len(number.text) if number and number.text in source else 0
    start = group.cell.span.start + lead
    heading = Span(start, group.cell.span.end)
    return Section(
        index=0,
        level=level,
        number=number.text if lead and number else "",
        heading=text[heading.start : heading.end],
        heading_span=heading,
        span=_trimmed(text, group.start, group.end),
        own=heading,
        run_in=False,
        role=Role.PLAN,
        parent=None,
        reason="heads a group of tasks in a table",
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _nested(sections: list[Section]) -> tuple[Section, ...]:
    """Give sections in document order their numbers, their parents and their own text."""
    found, open_sections = list[Section](), list[Section]()
    for n, section in enumerate(sections):
        while open_sections and open_sections[-1].level >= section.level:
            open_sections.pop()
        following = sections[n + 1].span.start if n + 1 < len(sections) else section.span.end
        end = max(section.heading_span.end, min(section.span.end, following))
        own = Span(section.heading_span.end, end)
        parent = open_sections[-1].index if open_sections else None
        found.append(replace(section, index=n, parent=parent, own=own))
        open_sections.append(found[-1])
    return tuple(found)
