"""Model values to bytes and back (MessagePack by msgspec), checked against their types.

Never pickle: a workspace file may come from anybody.
"""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from tracker.errors import InternalFault
from tracker.message import Message

T = TypeVar("T")

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
        raise InternalFault(
            Message("工作区中的一条记录无法读取。", "A record of the workspace cannot be read."),
            str(kind),
        )
    return found
