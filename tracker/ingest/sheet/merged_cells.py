"""Which cells of a workbook are merged with those above them.

openpyxl reads large sheets row by row and then tells nothing of merged cells, so their list is read
from the part of each sheet, which names it behind its rows (ECMA-376 part 1, 18.3.1.55).
"""

import posixpath
import re
from collections import defaultdict

from tracker.errors import InputProblem
from tracker.ingest.office.xml_parts import Parts

MergedCells = dict[int, list[int]]
"""By row, from 0 on, the columns in which the cell above goes on."""

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="(?P<left>[A-Z]{1,3})(?P<top>\d{1,7}):'
    rb'[A-Z]{1,3}(?P<bottom>\d{1,7})"'
)
_MOST_CELLS = 200_000
"""Merged cells of a sheet; more is a mistake of the file."""


_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def merged_by_sheet(data: bytes, most_rows: int) -> dict[str, MergedCells]:
    """Return the merged cells of each sheet by its title, as far as the file names its parts.

    Args:
        data: Bytes of the workbook.
        most_rows: Rows of a sheet that are read.
    """
    parts = Parts(data)
    found = dict[str, MergedCells]()
    try:
        book, relations = parts.xml(_WORKBOOK), parts.xml(_RELATIONS)
        if book is None or relations is None:
            return {}
        targets = {relation.get("Id"): relation.get("Target") or "" for relation in relations}
        for sheet in (e for e in book.iter() if e.tag.endswith("}sheet")):
            target = next((targets[i] for name in _IDS if (i := sheet.get(name)) in targets), "")
            part = parts.read(posixpath.normpath(posixpath.join("/xl", target)).lstrip("/"))
            if part is not None:
                found[sheet.get("name") or ""] = _merged(part, most_rows)
    except InputProblem:
        return {}  # a sheet that cannot be read says so where its rows are read
    return found


def _merged(part: bytes, most_rows: int) -> MergedCells:
    found = defaultdict[int, list[int]](list)
    count = 0
    for merge in _MERGE.finditer(part):
        column = _column(merge["left"])
        for row in range(int(merge["top"]), min(int(merge["bottom"]), most_rows)):
            found[row].append(column)
            count += 1
            if count > _MOST_CELLS:
                return {}
    return dict(found)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
