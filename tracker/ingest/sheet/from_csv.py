"""Tables as text, comma (csv) or tab separated (tsv), in any Chinese encoding."""

import csv

from tracker.errors import InputProblem
from tracker.ingest.blocks import build_text
from tracker.ingest.encodings import decode_text
from tracker.ingest.sheet.sheets import sheet_blocks
from tracker.message import Message
from tracker.model.source import SourceText

_DELIMITERS = ",\t;"
_SAMPLE = 20


def read_csv(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a csv or tsv file.

    Args:
        data: Bytes of the file.
        encoding: Encoding that a person chose; "" to find it out.

    Raises:
        InputProblem: The bytes are binary, text in no known encoding, or no table.
    """
    decoded = decode_text(data, encoding)
    lines = decoded.text.split("\n")
    try:
        rows = list(csv.reader(lines, delimiter=_delimiter(lines)))
    except csv.Error as error:
        raise InputProblem(
            Message(
                "表格的引号不成对或某一格太长，请用Excel或WPS打开后另存为xlsx。",
                "its quotes do not match or a cell is too long; open it in Excel or WPS and save "
                "it as xlsx.",
            ),
            str(error),
        ) from None
    blocks, _ = sheet_blocks(rows, 1)
    built = build_text(blocks, decoded.remarks)
    return SourceText(built.text, built.layout, decoded.encoding, built.remarks)


def _delimiter(lines: list[str]) -> str:
    """Return what parts the cells: of which sign the middle one of the first lines has most."""
    first = [line for line in lines if line.strip()][:_SAMPLE] or [""]
    return max(_DELIMITERS, key=lambda sign: _usual(first, sign))


def _usual(lines: list[str], sign: str) -> int:
    return sorted(line.count(sign) for line in lines)[len(lines) // 2]
