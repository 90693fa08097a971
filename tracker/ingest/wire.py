"""What the program and its reading process say to each other: MessagePack, never code."""

import struct
from collections.abc import Callable
from typing import IO

import msgspec

from tracker.model.diagnostic import Diagnostic
from tracker.model.source import LineLayout, SourceText

_HEAD = struct.Struct(">I")

ANSWER_SIZE = 128 * 2**20
"""Largest answer in bytes: a million characters and as many remarks as lines fit four times."""


class Request(msgspec.Struct, frozen=True, tag=True):
    """One file to be read; its bytes follow the message.

    Attributes:
        suffix: Ending that decides the reader, see ``formats.READERS``.
        encoding: Encoding that a person chose, "" to find it out.
        size: Number of bytes that follow.
        memory: Bytes of memory that the process itself may take; 0 for no limit of its own.
    """

    suffix: str
    encoding: str
    size: int
    memory: int


class Answer(msgspec.Struct, frozen=True, tag=True):
    """A text that was read; equal layouts are sent once, and lines name them by number."""

    text: str
    layouts: list[LineLayout]
    lines: list[int]
    encoding: str
    remarks: tuple[Diagnostic, ...]


class Refusal(msgspec.Struct, frozen=True, tag=True):
    """Why a file cannot be read, in both languages."""

    zh: str
    en: str
    detail: str


class Fault(msgspec.Struct, frozen=True, tag=True):
    """A reader failed in a way it did not foresee: where, never any text of the file."""

    detail: str


Reply = Answer | Refusal | Fault


def pack_answer(read: SourceText) -> Answer:
    """Return a text as it is sent."""
    numbers: dict[LineLayout, int] = {}
    lines = [numbers.setdefault(layout, len(numbers)) for layout in read.layout]
    return Answer(read.text, list(numbers), lines, read.encoding, read.remarks)


def unpack_answer(answer: Answer) -> SourceText:
    """Return the text that was sent.

    Raises:
        ValueError: The answer contradicts itself.
    """
    try:
        layout = tuple([answer.layouts[number] for number in answer.lines])
    except IndexError:
        raise ValueError("a line names a layout that was not sent") from None
    return SourceText(answer.text, layout, answer.encoding, answer.remarks)


def send(stream: IO[bytes], message: Request | Reply, data: bytes = b"") -> None:
    """Write one message, and the bytes of the file after it.

    Raises:
        OSError: The other side is gone.
    """
    body = msgspec.msgpack.encode(message)
    stream.write(_HEAD.pack(len(body)) + body)
    if data:
        stream.write(data)
    stream.flush()


def receive_request(stream: IO[bytes]) -> tuple[Request, bytes]:
    """Return the next request and the bytes of its file.

    Raises:
        EOFError: The other side is gone.
    """
    request = msgspec.msgpack.decode(_frame(stream.read), type=Request)
    return request, _exactly(stream.read, request.size)


def receive_reply(stream: IO[bytes]) -> Reply:
    """Return what came back.

    Raises:
        EOFError: The other side is gone.
        ValueError: It said something else than a reply, or too much.
    """
    reply: Reply = msgspec.msgpack.decode(_frame(stream.read), type=Reply)
    return reply


def _frame(read: Callable[[int], bytes]) -> bytes:
    (size,) = _HEAD.unpack(_exactly(read, _HEAD.size))
    if size > ANSWER_SIZE:
        raise ValueError("too long a message")
    return _exactly(read, size)


def _exactly(read: Callable[[int], bytes], size: int) -> bytes:
    data = read(size)
    if len(data) != size:
        raise EOFError
    return data
