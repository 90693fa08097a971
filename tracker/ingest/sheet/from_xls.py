"""Other spreadsheets (xls, et, ods): an installed LibreOffice writes them as xlsx."""

from tracker.ingest import compound
from tracker.ingest.office.libreoffice import XLSX, convert, find_office, no_office
from tracker.ingest.office.xml_parts import locked
from tracker.ingest.sheet.from_xlsx import read_xlsx
from tracker.model.source import SourceText

_ZIP = b"PK\x03\x04"


def read_xls(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a spreadsheet that is no xlsx.

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
    ending = ".ods" if data.startswith(_ZIP) else ".xls"
    return read_xlsx(convert(data, program, ending=ending, target=XLSX), encoding)
