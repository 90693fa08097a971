"""The content decides what a file is, its name only where the content says nothing."""

import pytest

from tests.office_files import docx, odt, p, zipped
from tracker.ingest.compound import SIGNATURE, is_locked, streams
from tracker.ingest.kinds import kind_of


def compound_file(*names: str, flags: int = 0) -> bytes:
    """Return a compound file with streams of these names; WordDocument begins in sector 1."""
    head = bytearray(512)
    head[:8] = SIGNATURE
    head[30:32] = (9).to_bytes(2, "little")
    directory = b""
    for name in ("Root Entry", *names):
        entry = bytearray(128)
        written = name.encode("utf-16-le") + b"\0\0"
        entry[: len(written)] = written
        entry[64:66] = len(written).to_bytes(2, "little")
        entry[66] = 5 if name == "Root Entry" else 2
        entry[67] = 1
        entry[116:120] = (1).to_bytes(4, "little")
        entry[120:124] = (8192).to_bytes(4, "little")
        directory += bytes(entry)
    fib = bytearray(512)
    fib[10:12] = flags.to_bytes(2, "little")
    return bytes(head) + directory.ljust(512, b"\0") + bytes(fib)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (docx(p("正文")), "报告.doc", ".docx"),
        (docx(p("正文")), "报告.docm", ".docm"),
        (docx(p("正文")), "报告", ".docx"),
        (odt(""), "报告.docx", ".odt"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "表.doc", ".xlsx"),
        (zipped({"OFD.xml": "", "Doc_0/Document.xml": ""}), "公文.pdf", ".ofd"),
        (zipped({"a.txt": "x"}), "报告.docx", ".zip"),
        (b"PK\x03\x04 broken", "报告.docx", ".docx"),
        (b"{\\rtf1 x}", "报告.doc", ".rtf"),
        (b"%PDF-1.7", "报告.doc", ".pdf"),
        (b"\xff\xd8\xff\xe0", "报告.doc", ".jpg"),
        (compound_file("WordDocument"), "报告.docx", ".doc"),
        (compound_file("WordDocument"), "报告.wps", ".doc"),
        (compound_file("Workbook"), "报告.doc", ".xls"),
        (compound_file("EncryptedPackage"), "报告.docx", ".doc"),
        (compound_file("EncryptedPackage"), "表.xlsx", ".xlsx"),
        (compound_file("MatOST"), "报告.wps", ".wps"),
        ("\ufeff<!DOCTYPE html><p>报告".encode(), "报告.doc", ".html"),
        ("<html><body>报告".encode("utf-16"), "报告.xls", ".html"),
        (b"<html>", "a.htm", ".htm"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "报告.doc", ".html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "报告.doc", ".mhtml"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "a.xml", ".doc"),
        (b'<?xml version="1.0"?><office:document xmlns="x">', "a.xml", ".fodt"),
        ("政府工作报告".encode("gb18030"), "报告.doc", ".txt"),
        ("政府工作报告".encode(), "报告.md", ".md"),
        (b"\0\1\2\3", "报告.docx", ".docx"),
        (b"", "报告.docx", ".docx"),
        (b"", "报告", ""),
    ],
)
def test_content_decides_and_the_name_only_helps(data: bytes, name: str, expected: str):
    """A .doc may be anything; a .docm stays one, since the same reader takes it."""
    assert kind_of(data, name) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (compound_file("WordDocument"), False),
        (compound_file("WordDocument", flags=0x0100), True),
        (compound_file("EncryptionInfo", "EncryptedPackage"), True),
        (compound_file("Workbook"), False),
        (compound_file("WordDocument")[:1030], False),
        (SIGNATURE, False),
    ],
)
def test_passwords_are_seen_from_outside(data: bytes, expected: bool):  # noqa: FBT001
    """Office Open XML is wrapped as a whole, Word says it in the first bytes of its text."""
    assert is_locked(data) is expected


def test_streams_are_named_however_broken_the_file():
    """Each entry of the directory is found by itself."""
    assert set(streams(compound_file("WordDocument", "1Table"))) == {
        "Root Entry",
        "WordDocument",
        "1Table",
    }
    assert streams(SIGNATURE + bytes(4096)) == {}
