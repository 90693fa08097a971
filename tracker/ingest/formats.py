"""Which reader reads which file, by the ending of its name."""

from collections.abc import Callable
from pathlib import PurePath

from tracker.errors import InputProblem
from tracker.ingest.from_plain import read_plain
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
}
"""Reader by ending, lower case."""


def reader_for(name: str) -> Reader:
    """Return the reader of a file.

    Raises:
        InputProblem: No reader knows the ending.
    """
    suffix = PurePath(name).suffix.lower()
    try:
        return READERS[suffix]
    except KeyError:
        known = "、".join(sorted(s for s in READERS if s))
        raise InputProblem(
            Message(
                f"不支持{suffix}格式，请先另存为以下格式之一：{known}。",
                f"the format {suffix} is not supported; save it as one of {known} first.",
            )
        ) from None
