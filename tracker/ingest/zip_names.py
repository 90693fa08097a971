"""Names of the members of a zip archive, as whoever packed it saw them.

Zip archives made by Chinese Windows hold names in GBK and do not say so; those from macOS and Linux
hold UTF-8 and often do not say so either. ``zipfile`` then takes them for code page 437.
"""

import re
import struct
import zipfile
from collections.abc import Iterator

from tracker.ingest.file_names import visible_name

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075
"""Extra field with the name in UTF-8 (APPNOTE 6.3.10, section 4.6.9)."""

_CANDIDATES = ("utf-8", "gb18030", "big5")
_DRIVE = re.compile(r"^[A-Za-z]:")


def member_names(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """Go through an archive: each member with its path, parted by ``/``, without any tricks."""
    encoding = _encoding(
        [_raw(info) for info in archive.infolist() if not info.flag_bits & _UTF8_FLAG]
    )
    for info in archive.infolist():
        yield info, _harmless(_name(info, encoding))


def _name(info: zipfile.ZipInfo, encoding: str) -> str:
    if info.flag_bits & _UTF8_FLAG:
        return info.orig_filename
    return _unicode_path(info.extra) or _raw(info).decode(encoding, "replace")


def _raw(info: zipfile.ZipInfo) -> bytes:
    # Code page 437 gives a character for each byte, so the bytes can be had back.
    return info.orig_filename.encode("cp437", "replace")


def _encoding(names: list[bytes]) -> str:
    """Return the one encoding that fits all names of an archive: they were packed by one program.

    Simplified Chinese in GBK is seldom valid UTF-8; of GBK and Big5, GBK is what mainland
    offices write, so Big5 is only taken where GBK fails.
    """
    together = b"\n".join(names)
    for encoding in _CANDIDATES:
        try:
            together.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "cp437"


def _unicode_path(extra: bytes) -> str:
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and size > 5:  # version, checksum of the other name, name
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return ""


def _harmless(name: str) -> str:
    """Return a path for people to read: no drive, no way up, no characters that hide others."""
    name = _DRIVE.sub("", visible_name(name).replace("\\", "/"))
    parts = [part.strip() for part in name.split("/")]
    return "/".join(part for part in parts if part not in {"", ".", ".."}) or "?"
