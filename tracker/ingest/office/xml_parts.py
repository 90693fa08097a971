"""A zip of XML parts, as docx and odt are, opened without trust in it.

Only the parts that are asked for are unpacked, within limits; entities are not resolved, so
that ``&lol9;`` grows into nothing, and nothing outside the file is ever opened. Parts are read here
and not by python-docx or odfdo, because those unpack every part of a file (all its pictures),
refuse macro files, templates and files with a dangling relation, which several Chinese programs
write, and know neither tracked changes nor text boxes nor list numbers.
"""

import io
from collections.abc import Iterator
from typing import Protocol

from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.ingest.packages import open_zip, read_member
from tracker.message import Message

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""Two names of one namespace: of ISO/IEC 29500 strict, and of what nearly all files have."""


class Element(Protocol):
    """What the readers use of an element of lxml."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str, /) -> str | None:
        """Return an attribute."""

    def find(self, path: str, /) -> "Element | None":
        """Return the first element on a path."""

    def findall(self, path: str, /) -> "list[Element]":
        """Return all elements on a path."""

    def iter(self, *tags: str) -> "Iterator[Element]":
        """Walk over an element and all below."""

    def itertext(self) -> "Iterator[str]":
        """Walk over the text in an element and in all below."""

    def __iter__(self) -> "Iterator[Element]":
        """Walk over the children."""

    def __len__(self) -> int:
        """Count the children."""


class Parts:
    """The parts of one file by name."""

    def __init__(self, data: bytes) -> None:
        self._zip = open_zip(io.BytesIO(data), limits.PACKAGE_MEMBERS)
        # "\" is what some programs write for "/".
        self._infos = {i.filename.replace("\\", "/").lower(): i for i in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, lower case."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None when there is none.

        Raises:
            InputProblem: It is damaged, locked by a password or too large.
        """
        info = self._infos.get(name.lower())
        if info is None:
            return None
        if info.flag_bits & 1:
            raise locked()
        return read_member(self._zip, info, limits.PACKAGE_XML)

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML part, None when there is none.

        Raises:
            InputProblem: It is no well-formed XML, or see ``read``.
        """
        data = self.read(name)
        return None if data is None else parse_xml(data.replace(_STRICT, _TRANSITIONAL))


def parse_xml(data: bytes) -> Element:
    """Return the root of an XML text without comments and processing instructions.

    Raises:
        InputProblem: It is not well-formed, or nested deeper than libxml2 allows (256).
    """
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(f"XML error {error.code}") from None
    except ValueError as error:
        raise damaged(str(error)) from None
    return root


def whole_number(written: str | None) -> int | None:
    """Return what an attribute counts, None when it is no whole number below a thousand million."""
    bare = (written or "").strip()
    digits = bare.removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        return None
    return int(bare)


def damaged(detail: str = "") -> InputProblem:
    """Return the problem of a file whose inner parts cannot be read."""
    return InputProblem(
        Message(
            "文件已损坏，请用Word或WPS打开后另存，或换一份完整的文件。",
            "the file is damaged; open it in Word or WPS and save it again, or get it anew.",
        ),
        detail,
    )


def locked() -> InputProblem:
    """Return the problem of a file that a password protects."""
    return InputProblem(
        Message(
            "文件有密码保护，请在Word或WPS中去掉密码后另存。",
            "a password protects the file; take the password off in Word or WPS and save it.",
        )
    )


def only_pictures() -> InputProblem:
    """Return the problem of a file that was scanned: it shows a text and holds none."""
    return InputProblem(
        Message(
            "文件里只有图片，没有文字，请换一份有文字的文件，或先做文字识别。",
            "the file holds pictures and no text; choose one with text, or recognise it first.",
        )
    )
