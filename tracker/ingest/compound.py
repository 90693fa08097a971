"""The outside of OLE compound files, which doc, wps, xls and locked docx files are.

Only the directory is looked at: which streams there are, and whether Word's text is encrypted.
Layout after [MS-CFB] (header, directory entries of 128 bytes) and [MS-DOC] 2.5.1 (FibBase).
"""

import struct
from typing import NamedTuple

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_WORD_TEXT = "WordDocument"
_MINI_CUTOFF = 4096
_MINI_SECTOR = 64
_LOCKED = 0x0100
"""Bit ``fEncrypted`` of FibBase."""


class Stream(NamedTuple):
    """Where a stream begins and how long it is; the root holds all that are short."""

    sector: int
    size: int


def streams(data: bytes) -> dict[str, Stream]:
    """Return the streams and storages of a compound file by name.

    The whole file is searched for directory entries, so that a damaged chain of sectors does not
    hide them; entries lie at multiples of 128 bytes.

    Args:
        data: Bytes that begin with ``SIGNATURE``.
    """
    found: dict[str, Stream] = {}
    for at in range(512, len(data) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", data, at + 64)
        # Name length with its closing zero, kind 1 (storage), 2 (stream) or 5 (root), colour 0/1.
        if not 4 <= length <= 64 or length % 2 or data[at + 66] not in (1, 2, 5):
            continue
        if data[at + 67] > 1 or data[at + length - 2 : at + length] != b"\0\0":
            continue
        try:
            name = data[at : at + length - 2].decode("utf-16-le")
        except UnicodeDecodeError:
            continue
        stream = Stream(*struct.unpack_from("<II", data, at + 116))
        if name not in found or not found[name].size:  # an older, empty entry may be left over
            found[name] = stream
    return found


def is_locked(data: bytes) -> bool:
    """Tell whether a compound file holds an encrypted document of Word or of Office Open XML."""
    names = streams(data)
    if "EncryptedPackage" in names or "EncryptionInfo" in names:
        return True
    text, root = names.get(_WORD_TEXT), names.get("Root Entry")
    (power,) = struct.unpack_from("<H", data, 30) if len(data) >= 32 else (0,)
    if text is None or power not in (9, 12):
        return False
    start = (text.sector + 1) << power
    if text.size < _MINI_CUTOFF and root is not None:
        start = ((root.sector + 1) << power) + text.sector * _MINI_SECTOR
    if start + 12 > len(data):
        return False
    (flags,) = struct.unpack_from("<H", data, start + 10)
    return bool(flags & _LOCKED)
