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

PLAIN = frozenset({"", ".txt", ".text", ".md", ".markdown"})
"""Endings whose reader is simple enough to run in the program itself, see ``apart``."""

PACKAGES = frozenset({".docx", ".odt", ".xlsx"})
"""Endings of zips of XML, looked through before a library opens them, see ``packages``."""

CONVERTED = frozenset({".doc", ".wps", ".xls", ".et"})
"""Endings that an installed LibreOffice converts first: a reader that may start a program."""

_PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic", ".heif"}
)
_PACKED = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".cab", ".iso"})
_SLIDES = frozenset({".ppt", ".pptx", ".dps", ".odp", ".key"})


def suffix_of(name: str) -> str:
    """Return the ending of a file's name as ``READERS`` has it: lower case, with its dot."""
    return PurePath(name.strip()).suffix.lower()


def is_known(name: str) -> bool:
    """Tell whether a file's ending is one that is read."""
    return suffix_of(name) in READERS


def reader_for(name: str) -> Reader:
    """Return the reader of a file.

    Raises:
        InputProblem: No reader knows the ending.
    """
    try:
        return READERS[suffix_of(name)]
    except KeyError:
        raise unknown_format(name) from None


def unknown_format(name: str) -> InputProblem:
    """Return the problem of a file that no reader knows: what it is, and what to do instead."""
    suffix = suffix_of(name)
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
    if suffix in _SLIDES:
        return InputProblem(
            Message(
                "这是幻灯片，不是报告全文；请选择报告的Word、PDF或文本文件。",
                "these are slides, not the text of a report; choose its Word, PDF or text file.",
            )
        )
    known = "、".join(sorted(s for s in READERS if s))
    return InputProblem(
        Message(
            f"不支持{suffix}格式，请先另存为以下格式之一：{known}。",
            f"the format {suffix} is not supported; save it as one of {known} first.",
        )
    )
