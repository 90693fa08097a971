r"""RTF, as Word, WPS and LibreOffice write it, in any code page.

In come groups and control words, out come paragraphs and table rows. Heads, feet, comments, deleted
and hidden text, field codes and pictures are left out; list numbers stand in the file as text
(``\listtext``). Read here and not by striprtf, which gives a text without headings, with deleted
words in it, and in which cells of tables can no longer be told apart.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tracker.errors import InputProblem
from tracker.ingest.blocks import Block, build_text
from tracker.ingest.office.remarks import Remarks
from tracker.ingest.office.rtf_look import RtfLook, RtfStyles, apply_word
from tracker.ingest.office.rtf_stream import CellFrame, Stream, TableCount
from tracker.ingest.office.rtf_tokens import Kind, Token, code_page, decoded, tokens
from tracker.ingest.office.runs import Run
from tracker.ingest.office.xml_parts import damaged, only_pictures
from tracker.message import Message
from tracker.model.source import LineLayout, SourceText

_DEEPEST = 4000
_MOST_RUNS = 3_000_000

_TEXT_AFTER_STAR = frozenset({"shpinst", "ud", "nesttableprops", "shptxt", "footnote"})
_LEFT_OUT = frozenset(
    {
        *("colortbl", "info", "pict", "themedata", "colorschememapping", "datastore", "template"),
        *("latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl"),
        *("revtbl", "filetbl", "userprops", "private", "panose", "falt", "docvar", "pgptbl"),
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        *("annotation", "atnid", "atnauthor", "atntime", "atndate", "atnref", "atnicn"),
        *("atnparent", "atrfstart", "atrfend", "bkmkstart", "bkmkend", "fldinst", "formfield"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pn", "pnseclvl"),
        *("pntxta", "pntxtb", "objdata", "objclass", "objname", "sn", "sv", "shprslt"),
        *("nonshppict", "background", "tc", "tcn", "xe", "nonesttables", "datafield"),
    }
)
"""Destinations whose text is none of the document."""

_TABLES = frozenset({"fonttbl", "stylesheet"})
_SHOWN = frozenset({"", "label"})

_SIGNS = {
    "tab": " ",
    "nbsp": " ",
    "nbhyphen": "-",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u3000",
    "enspace": " ",
    "qmspace": " ",
}


@dataclass(slots=True)
class _Group:
    look: RtfLook
    place: str = ""
    """Where its text goes: "" into the stream, else the name of the destination."""
    owner: str = ""
    """Destination that this very group is, for what must be done at its end."""
    skipped: int = 1
    """Characters after ``\\u`` that older readers would show (``\\uc``)."""


def read_rtf(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of an RTF file.

    Args:
        data: Bytes of the file.
        encoding: Not used: the file says its own.

    Raises:
        InputProblem: It is no RTF, or broken beyond reading.
    """
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise InputProblem(
            Message(
                "这不是RTF文件（开头不对），请用Word或WPS打开后另存。",
                "it is no RTF file (it begins wrongly); open it in Word or WPS and save it anew.",
            )
        )
    return _Rtf().read(data)


class _Rtf:
    """Reads one file, once."""

    def __init__(self) -> None:
        self._remarks = Remarks()
        self._styles = RtfStyles()
        self._count = TableCount()
        self._streams = [Stream(self._count)]
        self._groups = [_Group(RtfLook())]
        self._star = False
        self._bytes = bytearray()
        self._units = ""
        self._to_skip = 0
        self._label = ""
        self._frames: list[CellFrame] = []
        self._frame = CellFrame()
        self._notes: list[list[Block]] = []
        self._n_runs = 0
        self._pictures = False
        self._in_hidden = False
        self._breaks: dict[str, Callable[[], None]] = {
            "par": self._paragraph,
            "sect": self._paragraph,
            "cell": lambda: self._cell(1),
            "nestcell": lambda: self._cell(max(2, self._now.look.tables)),
            "row": lambda: self._row(1),
            "nestrow": lambda: self._row(max(2, self._now.look.tables)),
        }

    def read(self, data: bytes) -> SourceText:
        """Return the text of a file."""
        for token in tokens(data):
            if token.kind is Kind.BYTES:
                self._take(token)
            else:
                if self._bytes or token.name != "u":
                    self._flush()
                self._structure(token)
            if not self._groups:
                break  # what follows the last brace is none of the document
        self._flush()
        while len(self._streams) > 1:  # the file ends in a note or a box
            self._hand_over("footnote")
        blocks = self._streams[0].finish(self._layout())
        if self._pictures and not any(block.text.strip() for block in blocks):
            raise only_pictures()
        for i, note in enumerate(self._notes, 1):
            self._remarks.count("notes-at-end")
            for j, block in enumerate(note):
                text = f"[{i}]{block.text}" if j == 0 else block.text
                blocks.append(Block(text, replace(block.layout, note=True)))
        return build_text(blocks, self._remarks.told())

    @property
    def _now(self) -> _Group:
        return self._groups[-1] if self._groups else _Group(RtfLook())

    def _structure(self, token: Token) -> None:
        if token.kind is Kind.OPEN:
            if len(self._groups) > _DEEPEST:
                raise damaged("groups nested too deeply")
            self._groups.append(replace(self._now, owner=""))
            self._to_skip = 0
        elif token.kind is Kind.CLOSE:
            self._to_skip = 0
            self._leave(self._groups.pop())
        elif token.kind is Kind.STAR:
            self._star = True
            return
        else:
            self._word(token)
        self._star = False

    def _word(self, token: Token) -> None:
        name, value = token.name, token.value
        group = self._now
        if self._star and name not in _TEXT_AFTER_STAR:
            if name == "annotation":
                self._remarks.count("comments-left-out")
            group.place = group.place if group.place == "fonttbl" else "left out"
        elif self._opens(group, name):
            return
        elif group.place in _TABLES:
            self._styles.word(group.place, name, value)
        elif name == "u" and value is not None:
            self._character(value)
        elif group.place in _SHOWN:
            self._formatting(name, value)

    def _opens(self, group: _Group, name: str) -> bool:
        """Take a word that says where the text of its group goes; tell whether it is one."""
        if name in _LEFT_OUT:
            self._pictures = self._pictures or name == "pict"
            group.place = "left out"
        elif name in _TABLES:
            group.place = name
        elif name == "upr" and group.place == "":
            group.place = "upr"  # the same text twice: for readers without Unicode, and for us
        elif name == "ud" and group.place == "upr":
            group.place = ""
        elif name in ("listtext", "pntext") and group.place == "":
            group.place = group.owner = "label"
        elif name in ("footnote", "shptxt", "dptxbxtext") and group.place == "":
            group.owner = name
            group.look = RtfLook(codepage=group.look.codepage)
            self._streams.append(Stream(self._count))
        else:
            if name == "object":
                self._remarks.count("embedded-left-out")
            return False
        return True

    def _formatting(self, name: str, value: int | None) -> None:
        group = self._now
        if name in self._breaks:
            if group.place == "":
                self._breaks[name]()
        elif name in _SIGNS:
            self._emit(_SIGNS[name])
        elif name == "uc":
            group.skipped = max(0, min(value or 0, 8))
        elif name in ("trowd", "cellx", "clmrg", "clvmrg"):
            self._row_property(name, value or 0)
        elif name == "ansicpg":
            group.look = replace(group.look, codepage=value or 1252)
            for outer in self._groups:
                outer.look = replace(outer.look, codepage=value or 1252)
        else:
            group.look = apply_word(group.look, name, value)

    def _row_property(self, name: str, value: int) -> None:
        if name == "trowd":
            self._frames, self._frame = [], CellFrame()
        elif name == "cellx":
            self._frame.edge = value
            self._frames.append(self._frame)
            self._frame = CellFrame()
        else:
            self._frame.covered = True
            self._frame.below = name == "clvmrg"

    def _leave(self, group: _Group) -> None:
        if group.owner == "label":
            label = self._label.strip()
            self._label = ""
            if any(c.isalnum() for c in label):
                self._add(f"{label} " if label[-1].isascii() else label)
        elif group.owner:
            self._groups.append(group)  # its last paragraph stands as it says
            self._hand_over(group.owner)
            self._groups.pop()

    def _hand_over(self, owner: str) -> None:
        stream = self._streams.pop()
        blocks = stream.finish(self._layout())
        if owner == "footnote":
            self._notes.append(blocks)
        else:
            self._streams[-1].boxes.extend(blocks)

    def _take(self, token: Token) -> None:
        data = token.data
        if self._to_skip:
            n = min(self._to_skip, len(data))
            self._to_skip -= n
            data = data[n:]
        if data and self._now.place in _SHOWN | _TABLES:
            self._end_units()
            self._bytes.extend(data)

    def _character(self, value: int) -> None:
        self._to_skip = self._now.skipped
        unit = value & 0xFFFF
        if self._now.place in _SHOWN | _TABLES and not 0xF000 <= unit <= 0xF0FF:
            self._units += chr(unit)

    def _flush(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            look = self._now.look
            charset = self._styles.charset(look.font)
            self._emit(decoded(data, code_page(charset, look.codepage)))
        elif self._units and not 0xD800 <= ord(self._units[-1]) <= 0xDBFF:
            self._end_units()

    def _end_units(self) -> None:
        if self._units:
            units, self._units = self._units, ""
            self._emit(units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _emit(self, text: str) -> None:
        place = self._now.place
        if place == "":
            self._add(text)
        elif place == "label":
            self._label += text
        elif place in _TABLES:
            self._styles.text(place, text)

    def _add(self, text: str) -> None:
        look = self._now.look
        if look.deleted or look.revised:
            self._remarks.count("changes-accepted")
        if look.hidden and text.strip() and not self._in_hidden:
            self._remarks.count("hidden-left-out")
        self._in_hidden = look.hidden
        if look.deleted or look.hidden:
            return
        self._n_runs += 1
        if self._n_runs > _MOST_RUNS:
            raise damaged("too many runs")
        self._streams[-1].runs.append(Run(text, look.bold, look.size, look.raised))

    def _layout(self) -> LineLayout:
        look = self._now.look
        level, contents = self._styles.of_paragraph(look.style)
        if look.outline is not None:
            level = look.outline + 1 if look.outline < 9 else None
        return LineLayout(style_level=level, centred=look.centred, furniture=contents)

    def _paragraph(self) -> None:
        self._streams[-1].end_paragraph(self._layout(), self._now.look.tables)

    def _cell(self, depth: int) -> None:
        self._streams[-1].end_cell(self._layout(), depth)

    def _row(self, depth: int) -> None:
        self._streams[-1].end_row(self._frames, depth)
