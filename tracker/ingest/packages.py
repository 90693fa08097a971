"""Zip files from strangers: opened within limits, and office files (zips of XML) looked through.

Nothing is ever unpacked to a disk, so names with ``../`` in them can do no harm.
"""

import codecs
import io
import re
import zipfile
import zlib
from typing import BinaryIO

from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.message import Message

_CHUNK = 2**20
_HEAD = 1024

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x4c\x6f\xa7\x94")
"""Beginnings of XML in UTF-16 and in EBCDIC (XML 1.0, appendix F)."""

BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError),
    *(RuntimeError, OverflowError, IndexError),
)
"""What zipfile raises on damaged archives and on ways of packing that it does not know."""

_ENTITY = b"<!ENTITY"
_ENTITIES = (_ENTITY, _ENTITY.decode().encode("utf-16-le"), _ENTITY.decode().encode("utf-16-be"))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_READABLE = frozenset(
    {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "iso8859-1", "cp1252"}
    | {"gb2312", "gbk", "gb18030", "big5"}
)
"""Encodings in which an entity can be seen without decoding; office programs write UTF-8."""


class BoundedFile(io.RawIOBase):
    """A file that gives no more than so many bytes at once.

    ``zipfile`` reads the list of members in one go, however large the archive says that it is; and
    it makes an object of half a kilobyte from each 46 bytes of it.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, see ``io.RawIOBase.read``.

        Raises:
            zipfile.BadZipFile: More than ``limits.ARCHIVE_DIRECTORY`` were asked for.
        """
        most = limits.ARCHIVE_DIRECTORY
        data = self._file.read(min(size, most + 1) if size >= 0 else most + 1)
        if len(data) > most:
            raise zipfile.BadZipFile("list of members too long")
        return data

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place, see ``io.IOBase.seek``."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the place, see ``io.IOBase.tell``."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Tell that any place can be gone to."""
        return True

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True


def open_zip(file: BinaryIO, most_members: int = limits.ARCHIVE_MEMBERS) -> zipfile.ZipFile:
    """Return an open archive.

    Raises:
        InputProblem: It is damaged or has too many members.
    """
    try:
        archive = zipfile.ZipFile(BoundedFile(file))
    except BROKEN_ZIP as error:
        raise damaged_zip(type(error).__name__) from None
    if len(archive.infolist()) > most_members:
        raise InputProblem(
            Message(
                f"压缩包里的文件超过{most_members}个，请分成几个压缩包。",
                f"the archive holds more than {most_members:,} files; split it into several.",
            )
        )
    return archive


def is_folder(info: zipfile.ZipInfo) -> bool:
    """Tell whether a member is a folder; ``ZipInfo.is_dir`` fails on an empty name."""
    return info.filename.endswith("/")


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return the bytes of a member.

    Args:
        archive: Where it is.
        info: Which it is.
        most: Most bytes that are unpacked.

    Raises:
        InputProblem: It is encrypted, damaged, too large, or packed so densely that it must be
            a trap. What the archive says of sizes is not believed, only what comes out.
    """
    if info.flag_bits & 0x1:
        raise InputProblem(
            Message(
                "它有密码保护，请先用密码解压，再打开解压后的文件。",
                "a password protects it; unpack it with the password and open what comes out.",
            )
        )
    allowed = min(most, max(limits.RATIO_FREE, info.compress_size * limits.RATIO))
    if info.file_size > allowed:
        raise _too_large(info.file_size > most, most)
    taken: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > allowed:
                    raise _too_large(size > most, most)
                taken.append(chunk)
    except BROKEN_ZIP as error:
        raise damaged_zip(type(error).__name__) from None
    return b"".join(taken)


def check_package(data: bytes) -> None:
    """Look through an office file before a library opens it: docx, odt and xlsx are zips of XML.

    Raises:
        InputProblem: It is damaged, locked, has too many or too large parts, or XML with
            entities, which no office program writes and traps are built from.
    """
    with open_zip(io.BytesIO(data), limits.PACKAGE_MEMBERS) as archive:
        left = limits.PACKAGE_XML
        for info in archive.infolist():
            if not is_folder(info) and _may_be_xml(archive, info):
                part = read_member(archive, info, left)
                left -= len(part)
                _check_xml(part)


def _may_be_xml(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Tell by its beginning: any part, whatever its name, may be named as a sheet or a text."""
    try:
        with archive.open(info) as file:
            head = file.read(_HEAD)
    except BROKEN_ZIP as error:
        # What a password protects is said by read_member.
        if info.flag_bits & 0x1:
            return True
        raise damaged_zip(type(error).__name__) from None
    bare = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return bare.startswith((b"<", *_WIDE)) or b"\0" in head[:2] or (bool(head) and not bare)


def _check_xml(part: bytes) -> None:
    if any(entity in part for entity in _ENTITIES) or not _is_readable(part):
        raise InputProblem(
            Message(
                "文件里的XML含有实体定义或不常见的编码，办公软件不会这样写，为安全起见没有读取。",
                "its XML defines entities or is in an odd encoding, which no office program "
                "writes; it was not read, to be safe.",
            )
        )


def _is_readable(part: bytes) -> bool:
    if part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return not part.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE))
    if part.startswith((b"\0", b"\x4c\x6f\xa7\x94")) or part[1:4] == b"\0\0\0":
        return False  # UTF-32 or EBCDIC (XML 1.0, appendix F)
    declared = _DECLARED.match(part.removeprefix(codecs.BOM_UTF8))
    if declared is None:
        return True
    try:
        return codecs.lookup(declared.group(1).decode("ascii")).name in _READABLE
    except LookupError:
        return False


def damaged_zip(detail: str) -> InputProblem:
    """Return the problem of a zip, or of an office file, that is damaged."""
    return InputProblem(
        Message(
            "文件已损坏或不完整，请重新下载，或用原来的软件打开后另存为新文件。",
            "it is damaged or incomplete; download it again, or open it in its own program and "
            "save it as a new file.",
        ),
        detail,
    )


def _too_large(by_size: bool, most: int) -> InputProblem:  # noqa: FBT001
    if by_size:
        megabytes = most // limits.MEGABYTE
        return InputProblem(
            Message(
                f"解压后超过{megabytes} MB，不像一份报告，没有读取。",
                f"it unpacks to more than {megabytes} MB, which no report has; it was not read.",
            )
        )
    return InputProblem(
        Message(
            "压缩率高得反常，可能是恶意文件（“压缩炸弹”），没有读取。",
            "it is packed so densely that it may be a trap (a “zip bomb”); it was not read.",
        )
    )
