"""Nested rows as flat ones, for CSV: a row for each thing that can be counted.

A promise with three figures gives three lines, a section with two counterparts two; the fields
of the whole are repeated on each. A thing without parts keeps one line, its part fields empty.
"""

from collections.abc import Iterable, Iterator, Sequence

from tracker.export.rows import Row

_EVIDENCE_SHOWN = 3


def parts_of(row: Row, key: str) -> list[Row]:
    """Return the rows nested under a key; none where it holds something else."""
    found = row.get(key)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def _scalars(row: Row) -> Row:
    return {key: value for key, value in row.items() if not isinstance(value, list | dict)}


def statements(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one line for each measure of each promise or result."""
    for row in rows:
        for measure in parts_of(row, "measures") or [{}]:
            # Line and quote of the measure lie inside those of the statement: left out.
            own = {k: measure.get(k) for k in _MEASURE_FIELDS}
            yield {**_scalars(row), **own}


_MEASURE_FIELDS = ("indicator", "op", "value", "value2", "unit", "measure", "relation")


def links(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one line for each counterpart of each section."""
    for row in rows:
        for link in parts_of(row, "b") or [{}]:
            own = {k: link.get(k) for k in ("b_line", "b_heading", "rel", "score")}
            yield {**_scalars(row), **own}


_OF_FIGURES = ("indicator", "unit", "a_unit", "a_op", "b_op", "value", "bound")
_OF_WORDINGS = ("ladder", "direction")
_OF_PLACES = ("a_line", "b_line", "elsewhere_line", "ignored")


def changes(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one line for each change, then those with op ``number`` and ``wording``."""
    none: Row = dict.fromkeys((*_OF_PLACES, *_OF_FIGURES, *_OF_WORDINGS))
    for row in rows:
        place: Row = {}
        for side in ("a", "b"):
            found = row[side]
            section = found if isinstance(found, dict) else {}
            place[f"{side}_section_line"] = section.get("line")
            place[f"{side}_section"] = section.get("heading")
        for change in parts_of(row, "changes"):
            yield {**place, "op": None, "a": None, "b": None, **none, **change}
        for op, key in (("number", "numbers"), ("wording", "wordings")):
            for found in parts_of(row, key):
                yield {**place, "op": op, "a": None, "b": None, **none, **found}


def trackings(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one line for each promise, its best evidence beside it."""
    for row in rows:
        promise = row["commitment"]
        flat = _scalars(promise) if isinstance(promise, dict) else {}
        flat["measures"] = "；".join(
            str(measure.get("quote", ""))
            for measure in (parts_of(promise, "measures") if isinstance(promise, dict) else [])
        )
        flat |= _scalars(row)
        goalposts = row.get("goalposts")
        flat["goalposts"] = " ".join(map(str, goalposts)) if isinstance(goalposts, list) else ""
        shown: Sequence[Row] = parts_of(row, "evidence")[:_EVIDENCE_SHOWN]
        for at in range(_EVIDENCE_SHOWN):
            evidence = shown[at] if at < len(shown) else {}
            for key in ("standing", "file", "line", "quote"):
                flat[f"evidence{at + 1}_{key}"] = evidence.get(key)
        yield flat
