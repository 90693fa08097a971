"""What kind of file some bytes are; the content decides, the ending only where it says nothing.

In comes a .doc, which is quite often a renamed docx, rtf or web page; out goes the ending of what
it is. No byte is believed further than its signature: the readers find out what is wrong inside.
"""

import io
import re
import zipfile
from pathlib import PurePath

from tracker.ingest import compound
from tracker.ingest.packages import BoundedFile

_HEAD = 4096
"""Bytes in which a text says that it is a web page or an XML of Word."""

_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"Rar!\x1a\x07", ".rar"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"\xdb\xa5-\0", ".doc"),  # Word 2, before compound files
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_INSIDE_PACKAGE = (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"))
_INSIDE_ZIP = (("ofd.xml", ".ofd"), ("meta-inf/container.xml", ".epub"), ("content.xml", ".odt"))
"""Part or folder that only this kind has, without regard to case."""

_MIMETYPES = (
    ("application/vnd.oasis.opendocument.text", ".odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
    ("application/vnd.oasis.opendocument.presentation", ".odp"),
    ("application/vnd.sun.xml.writer", ".sxw"),
    ("application/epub+zip", ".epub"),
)
_STREAMS = (
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("PowerPoint Document", ".ppt"),
    ("__properties_version1.0", ".msg"),
)
_WORD_XML = re.compile(rb'progid="Word\.Document"|<w:wordDocument|<pkg:package|<uof:UOF')
_FLAT_ODT = re.compile(rb"<office:document[\s>]")
_MIME = re.compile(rb"(?im)^(?:MIME-Version:|Content-Type:\s*multipart/related)")
_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_TEXT = frozenset({"", ".txt", ".text", ".md", ".markdown", ".csv"})
_WEB = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht"})
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})


def kind_of(data: bytes, name: str) -> str:
    """Return the ending, lower case and with its dot, that fits the content of a file.

    Args:
        data: Bytes of the file.
        name: Its name; the ending stands where the content does not speak against it.
    """
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    if data.startswith(compound.SIGNATURE):
        return _compound(data, suffix)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if b"%PDF-" in data[:1024] and not data[:1].isalpha():  # some programs put bytes before it
        return ".pdf"
    return _written(data, suffix)


def _zipped(data: bytes, suffix: str) -> str:
    """Return what a zip holds; one that cannot be opened is what its name says."""
    try:
        with zipfile.ZipFile(BoundedFile(io.BytesIO(data))) as package:
            names = {n.replace("\\", "/").lower() for n in package.namelist()}
            mimetype = _mimetype(package) if "mimetype" in names else ""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError):
        return suffix or ".zip"
    declared = next((kind for start, kind in _MIMETYPES if mimetype.startswith(start)), "")
    if declared:
        return declared
    if "[content_types].xml" in names or "_rels/.rels" in names:
        kind = _first_inside(_INSIDE_PACKAGE, names) or suffix or ".zip"
        return suffix if suffix in _OF_ONE_FAMILY.get(kind, ()) else kind
    return _first_inside(_INSIDE_ZIP, names) or ".zip"


def _first_inside(kinds: tuple[tuple[str, str], ...], names: set[str]) -> str:
    return next((kind for inside, kind in kinds if any(n.startswith(inside) for n in names)), "")


_OF_ONE_FAMILY = {
    ".docx": (".docm", ".dotx", ".dotm"),
    ".xlsx": (".xlsm", ".xltx", ".xltm"),
}
"""Endings that stay as they are, because the same reader takes them."""


def _mimetype(package: zipfile.ZipFile) -> str:
    info = package.getinfo("mimetype") if "mimetype" in package.namelist() else None
    if info is None or info.file_size > 200:
        return ""
    return package.read(info).decode("ascii", "replace").strip()


def _compound(data: bytes, suffix: str) -> str:
    names = compound.streams(data)
    if "EncryptedPackage" in names:  # the reader says that a password is in the way
        return suffix if suffix in (".xlsx", ".xlsm", ".pptx") else ".doc"
    return next((kind for stream, kind in _STREAMS if stream in names), suffix or ".doc")


def _written(data: bytes, suffix: str) -> str:
    """Return what a file without a signature is: web page, XML, text, or what its name says."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _WORD_XML.search(bare):
        return ".doc"
    if bare.startswith(b"<") and _FLAT_ODT.search(bare):
        return ".fodt"
    if _MIME.match(bare) or (b"\n" in bare and _MIME.search(bare) and suffix not in _TEXT):
        return ".mhtml"
    if _HTML.match(bare) or (bare.startswith((b"<?xml", b"<!--")) and _XHTML.search(bare)):
        return suffix if suffix in _WEB else ".html"
    if suffix in _TEXT or suffix in _WEB or (suffix == ".webarchive" and b"<plist" in bare):
        return suffix
    return ".txt" if data and not data[:_HEAD].translate(None, _NOT_CONTROL) else suffix


_NOT_CONTROL = bytes(set(range(256)) - set(_CONTROL))
"""Bytes of a text in any Chinese encoding but UTF-16: all but control characters."""
