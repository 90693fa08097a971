"""Which reader reads which file, by the ending of its name."""

from collections.abc import Callable
from pathlib import PurePath

from tracker.errors import InputProblem
from tracker.ingest.from_plain import read_plain
from tracker.ingest.office.from_docx import read_docx
from tracker.ingest.office.from_odt import read_odt
from tracker.ingest.office.from_rtf import read_rtf
from tracker.ingest.office.libreoffice import read_through_office
from tracker.ingest.pdf.from_pdf import read_pdf
from tracker.ingest.sheet.from_csv import read_csv
from tracker.ingest.sheet.from_xls import read_xls
from tracker.ingest.sheet.from_xlsx import read_xlsx
from tracker.ingest.sheet.marked_sheet import read_marked_sheet
from tracker.ingest.web.from_html import read_html
from tracker.ingest.web.from_mhtml import read_mhtml, read_webarchive
from tracker.message import Message
from tracker.model.source import SourceText

Reader = Callable[[bytes, str], SourceText]
"""Turns a file's bytes into text; takes the encoding that a person chose, "" to find it out, which
formats that say their own ignore. Raises ``InputProblem`` when it cannot."""

READERS: dict[str, Reader] = {
    "": read_plain,
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".shtml": read_html,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".webarchive": read_webarchive,
    ".docx": read_docx,
    ".docm": read_docx,
    ".dotx": read_docx,
    ".dotm": read_docx,
    ".odt": read_odt,
    ".ott": read_odt,
    ".fodt": read_odt,
    ".rtf": read_rtf,
    ".doc": read_through_office,
    ".dot": read_through_office,
    ".wps": read_through_office,
    ".wpt": read_through_office,
    ".sxw": read_through_office,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".xltx": read_xlsx,
    ".xltm": read_xlsx,
    ".xls": read_xls,
    ".xlt": read_xls,
    ".et": read_xls,
    ".ett": read_xls,
    ".ods": read_xls,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".pdf": read_pdf,
}
"""Reader by ending, lower case."""

MARKED_SHEET = "xlsx: marks"
"""Names the reader of marks in an exported workbook; no ending of a file is called so."""

PRIVATE_READERS: dict[str, Reader] = {MARKED_SHEET: read_marked_sheet}
"""Readers of what is no report, asked for by name."""

PLAIN = frozenset({"", ".txt", ".text", ".md", ".markdown"})
"""Endings whose reader is simple enough to run in the program itself, see ``apart``."""

PACKAGES = frozenset(
    {".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".ods", ".xlsx", ".xlsm", ".xltx", ".xltm"}
)
"""Endings of zips of XML, looked through before a library opens them, see ``packages``."""

CONVERTED = frozenset(
    {".doc", ".dot", ".wps", ".wpt", ".sxw", ".xls", ".xlt", ".et", ".ett", ".ods"}
)
"""Endings that an installed LibreOffice converts first: a reader that may start a program."""

_PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic", ".heif"}
)
_PACKED = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".cab", ".iso"})
_PAGES = frozenset({".ofd", ".caj", ".ceb", ".xps", ".oxps", ".djvu"})
_SLIDES = frozenset({".ppt", ".pptx", ".dps", ".odp", ".key"})


_SAME = (
    PLAIN,
    frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".et", ".ett"}),
    frozenset({".doc", ".dot", ".wps", ".wpt"}),
    frozenset({".xls", ".xlt", ".et", ".ett"}),
    frozenset({".html", ".htm", ".xhtml", ".shtml"}),
    frozenset({".mhtml", ".mht"}),
    frozenset({".odt", ".ott", ".fodt"}),
    frozenset({".csv", ".tsv", ".txt"}),
    frozenset({".jpg", ".jpeg"}),
    frozenset({".tif", ".tiff"}),
)
"""Endings that mean the same to a person, so that nothing has to be said about it."""


def belies(name: str, kind: str) -> bool:
    """Tell whether a file's name says something else than what is in it."""
    suffix = suffix_of(name)
    alike = any(suffix in family and kind in family for family in _SAME)
    return bool(suffix) and suffix != kind and not alike


def suffix_of(name: str) -> str:
    """Return the ending of a file's name as ``READERS`` has it: lower case, with its dot."""
    return PurePath(name.strip()).suffix.lower()


def is_known(name: str) -> bool:
    """Tell whether a file's ending is one that is read."""
    return suffix_of(name) in READERS


def reader_for(suffix: str) -> Reader:
    """Return the reader of files of an ending.

    Raises:
        InputProblem: No reader knows it.
    """
    try:
        return READERS[suffix]
    except KeyError:
        raise unknown_format(suffix) from None


def unknown_format(suffix: str) -> InputProblem:
    """Return the problem of an ending that no reader knows: what it is, what to do instead."""
    if suffix in _PICTURES:
        return InputProblem(
            Message(
                "这是图片，里面没有文字；请先用文字识别（OCR）软件转成文本，或找带文字的原文件。",
                "it is a picture and holds no text; let a text recognition (OCR) program make "
                "text of it first, or find the file it was made from.",
            )
        )
    if suffix in _PACKED:
        return InputProblem(
            Message(
                f"不支持{suffix}压缩包，请先解压，再选择解压后的文件夹；也可以改用zip。",
                f"archives of the format {suffix} are not supported; unpack it and choose the "
                "folder that comes out, or use zip.",
            )
        )
    if suffix in _PAGES:
        return InputProblem(
            Message(
                f"不支持{suffix}版式文件，请在它的阅读软件中另存或打印为PDF。",
                f"pages in the format {suffix} are not supported; save or print them as PDF in "
                "the program that shows them.",
            )
        )
    if suffix in _SLIDES:
        return InputProblem(
            Message(
                "这是幻灯片，不是报告全文；请选择报告的Word、PDF或文本文件。",
                "these are slides, not the text of a report; choose its Word, PDF or text file.",
            )
        )
    return InputProblem(
        Message(
            f"不支持{suffix or '这种'}格式，请先另存为docx、pdf、html、xlsx或txt。",
            f"the format {suffix} is not supported; save it as docx, pdf, html, xlsx or txt first.",
        )
    )
