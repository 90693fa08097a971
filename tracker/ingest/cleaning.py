r"""Takes characters out of a text that no reader of it can see, for files of every format.

``报告\u202e01\x00`` shows as something else than it holds: a control character turns the order of
what follows, ends a string, or breaks a line where none is. What goes out are characters of a
line; lines are never made or lost, so that the layout of a file still fits its text.
"""

import re
from collections.abc import Sequence

from tracker.message import Message
from tracker.model.diagnostic import Diagnostic

_BREAKS = "\v\f\r\x85\u2028\u2029"
"""End a line for some programs, not for this one: one space each."""

_HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls (C0 but for the tab, DEL, C1)
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # order of writing (Unicode 16.0, UAX #9)
    "\ufff9-\ufffb\ufffe\uffff"  # annotation marks, no characters at all
    "\U000e0000-\U000e007f"  # tags: a second text that nobody sees
)
_SURROGATE = "\ud800-\udfff"
"""Half a character, which cannot be written to a file or a database: U+FFFD, as a decoder does."""

_ODD = re.compile(f"[{_BREAKS}{_HIDDEN}{_SURROGATE}]")
_MOST_NAMED = 5


def clean(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Return a text without control characters, and what a person should know about it.

    Args:
        text: Its lines end with ``\n``; the result has as many.
    """
    if not _ODD.search(text):
        return text, ()
    lines = text.split("\n")
    odd = [number for number, line in enumerate(lines, 1) if _ODD.search(line)]
    count = len(_ODD.findall(text))
    remark = Diagnostic(
        "control-characters",
        Message(
            f"{lines_zh(odd)}有{count}个看不见的控制字符，已去掉或换成空格。",
            f"{lines_en(odd)}: {count} invisible control character(s) taken out or made a space.",
        ),
        odd[0],
    )
    return _ODD.sub(_instead, text), (remark,)


def _instead(odd: re.Match[str]) -> str:
    character = odd.group()
    if character in _BREAKS:
        return " "
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""


def lines_zh(lines: Sequence[int]) -> str:
    """Name 1-based lines in Chinese (``第3、7行``), the first of them where they are many."""
    named = "、".join(map(str, lines[:_MOST_NAMED]))
    return f"第{named}行" + (f"等{len(lines)}行" if len(lines) > _MOST_NAMED else "")


def lines_en(lines: Sequence[int]) -> str:
    """Name 1-based lines in English (``Lines 3, 7``), the first of them where they are many."""
    named = ", ".join(map(str, lines[:_MOST_NAMED]))
    more = f" and {len(lines) - _MOST_NAMED} more" if len(lines) > _MOST_NAMED else ""
    return f"{'Line' if len(lines) == 1 else 'Lines'} {named}{more}"
