"""Old spreadsheets (xls, et) by way of an installed LibreOffice, which writes them as xlsx."""

from tracker.ingest import compound
from tracker.ingest.office.libreoffice import XLSX, convert, find_office, no_office
from tracker.ingest.office.xml_parts import locked
from tracker.ingest.sheet.from_xlsx import read_xlsx
from tracker.model.source import SourceText


def read_xls(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of an old spreadsheet.

    Args:
        data: Bytes of the file.
        encoding: Not used: the file says its own.

    Raises:
        InputProblem: There is no LibreOffice, a password is in the way, or it cannot read the file.
    """
    if data.startswith(compound.SIGNATURE) and compound.is_locked(data):
        raise locked()
    program = find_office()
    if program is None:
        raise no_office()
    return read_xlsx(convert(data, program, ending=".xls", target=XLSX), encoding)
