"""Model values to bytes and back (MessagePack by msgspec), checked against their types.

Never pickle: a workspace file may come from anybody.
"""

import zlib
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec
import zstandard

from tracker.errors import InternalFault
from tracker.message import Message

T = TypeVar("T")

_DENSITY = 6
"""Level of zstd: as long as level 1 of zlib, which takes 1.6 times the room; 9 saves 2 % more."""

_ZSTD = zstandard.FRAME_HEADER
"""How packed bytes begin; the MessagePack of a dataclass, a list or a tuple never does."""

_ZLIB = b"\x78"
"""How bytes began that were packed by earlier versions, in whose files texts are kept so."""

_FILE_DENSITY = 1
"""Level of zlib for the bytes of a file, which every version must read."""

_LARGEST = 1 << 30
"""Packed bytes that claim to hold more are not ours."""

_FOLDED = b"\x00folded\x00"
"""How the bytes of a file begin that are kept folded; of one that begins so itself, too."""

_WORTH_IT = 0.9
"""Share of its bytes above which a file is kept as it is: pictures, archives, docx."""

_encoder = msgspec.msgpack.Encoder()


@cache
def _decoder(kind: Hashable) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def encode(value: object) -> bytes:
    """Return a model value as bytes."""
    return _encoder.encode(value)


def decode(data: bytes, kind: type[T]) -> T | None:
    """Return the value that bytes hold, or None when they are not a value of that kind."""
    try:
        found: T = _decoder(cast("Hashable", kind)).decode(data)
    except (msgspec.MsgspecError, ValueError):
        return None
    return found


def decode_kept(data: bytes, kind: type[T]) -> T:
    """Return the value of a row that people made, which must decode.

    Raises:
        InternalFault: It does not; the program and the file disagree.
    """
    found = decode(data, kind)
    if found is None:
        raise _unreadable(kind)
    return found


def pack(value: object) -> bytes:
    """Return a finding as few bytes: names of fields, and words, come again and again in one."""
    return squeeze(encode(value))


def squeeze(encoded: bytes) -> bytes:
    """Return an encoded value as ``pack`` does."""
    return zstandard.compress(encoded, _DENSITY)


def fold(data: bytes) -> bytes:
    """Return the bytes of a file as they are kept: folded where that saves anything."""
    folded = _FOLDED + zlib.compress(data, _FILE_DENSITY)
    if len(folded) < _WORTH_IT * len(data) or data.startswith(_FOLDED):
        return folded
    return data


def unfold(kept: bytes) -> bytes:
    """Return the very bytes of a file.

    Raises:
        InternalFault: They cannot be had any more.
    """
    if not kept.startswith(_FOLDED):
        return kept
    data = _inflated(kept[len(_FOLDED) :])
    if data is None:
        raise _unreadable(bytes)
    return data


def unpack(data: bytes, kind: type[T]) -> T | None:
    """Return the finding that bytes hold, packed or not; None when they hold none of that kind."""
    if data.startswith(_ZSTD):
        plain = _unpacked(data)
    elif data.startswith(_ZLIB):
        plain = _inflated(data)
    else:
        plain = data
    return None if plain is None else decode(plain, kind)


def _unpacked(data: bytes) -> bytes | None:
    try:
        if not 0 <= zstandard.frame_content_size(data) <= _LARGEST:
            return None
        return zstandard.ZstdDecompressor().decompress(data, allow_extra_data=False)
    except zstandard.ZstdError:
        return None


def _inflated(data: bytes) -> bytes | None:
    opened = zlib.decompressobj()
    try:
        plain = opened.decompress(data, _LARGEST)
    except zlib.error:
        return None
    return plain if opened.eof else None


def unpack_kept(data: bytes, kind: type[T]) -> T:
    """Return a finding that was just packed.

    Raises:
        InternalFault: It is none.
    """
    found = unpack(data, kind)
    if found is None:
        raise _unreadable(kind)
    return found


def _unreadable(kind: object) -> InternalFault:
    return InternalFault(
        Message("工作区中的一条记录无法读取。", "A record of the workspace cannot be read."),
        str(kind),
    )
