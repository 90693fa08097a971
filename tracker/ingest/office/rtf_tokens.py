r"""From the bytes of an RTF file to its tokens, and from bytes of a font to characters.

``{\b \'bb\'d8\'b9\'cb\u8220?}`` is a group with a control word, bytes in the code page of the
font and a character by its number. After the Rich Text Format Specification 1.9.1.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """Kinds of tokens."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "control word"
    STAR = "ignorable destination"
    BYTES = "text"


class Token(NamedTuple):
    """One token; ``name`` and ``value`` of control words, ``data`` of text."""

    kind: Kind
    name: str = ""
    value: int | None = None
    data: bytes = b""


_TOKEN = re.compile(
    rb"""
    \\(?P<word>[a-zA-Z]{1,40})(?P<value>-?\d{1,10})?\x20?
    |\\'(?P<hex>[0-9a-fA-F]{2})
    |\\(?P<symbol>[^a-zA-Z])
    |(?P<brace>[{}])
    |(?P<text>[^\\{}\r\n]+)
    |[\r\n]+|\\
    """,
    re.VERBOSE | re.DOTALL,
)
_SYMBOLS = {
    b"~": ("nbsp", None),
    b"_": ("nbhyphen", None),
    b"-": ("softhyphen", None),
    b"\n": ("par", None),
    b"\r": ("par", None),
    b"\t": ("tab", None),
    b":": ("subentry", None),
    b"|": ("formula", None),
}


def tokens(data: bytes) -> Iterator[Token]:
    """Return the tokens of an RTF file, binary data left out."""
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        if match["word"]:
            value = None if match["value"] is None else int(match["value"])
            name = match["word"].decode("ascii")
            if name == "bin":
                at += max(0, value or 0)
            else:
                yield Token(Kind.WORD, name, value)
        elif match["hex"]:
            yield Token(Kind.BYTES, "hex", data=bytes([int(match["hex"], 16)]))
        elif match["text"]:
            yield Token(Kind.BYTES, data=match["text"])
        elif match["brace"]:
            yield Token(Kind.OPEN if match["brace"] == b"{" else Kind.CLOSE)
        elif match["symbol"]:
            yield _symbol(match["symbol"])


def _symbol(sign: bytes) -> Token:
    if sign == b"*":
        return Token(Kind.STAR)
    if sign in _SYMBOLS:
        name, value = _SYMBOLS[sign]
        return Token(Kind.WORD, name, value)
    return Token(Kind.BYTES, "hex", data=sign)


_OF_CHARSET = {
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
r"""Code page by ``\fcharset`` (specification, Font Table)."""

_OF_PAGE = {936: "gb18030", 950: "cp950", 65001: "utf-8", 10008: "gb18030", 10002: "cp950"}
SYMBOL = "symbol"
"""What stands for the code page of a symbol font, whose characters are pictures."""


def code_page(charset: int | None, page: int) -> str:
    """Return the codec for bytes in a font.

    Args:
        charset: Character set of the font; None when it has none.
        page: Code page of the document.
    """
    if charset == 2:
        return SYMBOL
    if charset in _OF_CHARSET:
        return _OF_CHARSET[charset]
    # Fonts of Latin letters hold Chinese too in files of Chinese programs.
    return _OF_PAGE.get(page, f"cp{page}")


def decoded(data: bytes, codec: str) -> str:
    """Return bytes as text; what cannot be read becomes ``�``, signs of symbol fonts nothing."""
    if codec == SYMBOL:
        return data.decode("ascii", "ignore")
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode(codec, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")
