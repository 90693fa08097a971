"""What stands on a page of a PDF: characters with their places, ruled lines, pictures.

Coordinates are points in reading direction: x grows along the text, y downwards from the top edge.
A page that lies on its side is turned, by the direction in which most of its characters run.
"""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.errors import InputProblem
from tracker.message import Message

GLYPH_LIMIT = 100_000
"""Most characters on a page that is read; a page of small print has 5,000."""

_OBJECT_LIMIT = 20_000
"""Drawn objects of one page that are looked at for ruled lines; a drawn map has a million."""

_NESTING = 4
_LEAST_RULE = 4.0
_THIN = 2.5
"""A filled rectangle thinner than this is a line (points)."""

_HEAVY = ("bold", "black", "heavy", "semibold", "-bd", "demibold")


@dataclass(slots=True)
class Glyph:
    """One character: its box along the line, its base line, its size, whether it is bold."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    face: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Ink:
    """What stands on one page.

    Attributes:
        width: Of the page as it is read.
        height: Of the page as it is read.
        glyphs: In the order of the file.
        turned: Characters that run in other directions (a watermark, a spine), each group with its
            own coordinates.
        rules: Ruled lines.
        pictured: Share of the page that its largest picture covers.
        unmapped: Characters for which the file does not say which they are.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    turned: list[list[Glyph]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    unmapped: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """What all characters of one text object have in common."""

    angle: int
    size: float
    advance: float
    bold: bool
    face: str


def is_wide(text: str) -> bool:
    """Whether a character stands in a square of its own: Chinese, or full-width."""
    return (
        "\u2e80" <= text <= "\u9fff"
        or "\uf900" <= text <= "\ufaff"
        or "\uff01" <= text <= "\uff60"
        or text >= "\U00020000"
    )


class _Turn:
    """Turns the file's coordinates into those of the reading direction."""

    def __init__(self, degrees: int, box: tuple[float, float, float, float]) -> None:
        radians = math.radians(degrees)
        self._cos, self._sin = math.cos(radians), math.sin(radians)
        left, bottom, right, top = box
        corners = [self._along(x, y) for x in (left, right) for y in (bottom, top)]
        self._left = min(u for u, _ in corners)
        self._top = max(v for _, v in corners)
        self.width = max(u for u, _ in corners) - self._left
        self.height = self._top - min(v for _, v in corners)

    def _along(self, x: float, y: float) -> tuple[float, float]:
        return x * self._cos + y * self._sin, y * self._cos - x * self._sin

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        u, v = self._along(x, y)
        return u - self._left, self._top - v


def read_ink(page: Any) -> Ink:  # noqa: ANN401 - pypdfium2 has no types
    """Return what stands on a page of pypdfium2.

    Raises:
        InputProblem: There are more characters on it than on any page of a report.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    textpage = page.get_textpage()
    try:
        found, unmapped = _characters(pdfium, textpage)
    finally:
        textpage.close()
    box = page.get_cropbox()
    angles = Counter(run.angle for _, _, run in found)
    main = angles.most_common(1)[0][0] if angles else -90 * page.get_rotation() // 90
    turn = _Turn(main, box)
    ink = Ink(turn.width, turn.height, unmapped=unmapped)
    turns = {angle: _Turn(angle, box) for angle in angles}
    groups: dict[int, list[Glyph]] = {angle: [] for angle in angles}
    for text, (x0, y0, x1, y1, x, y), run in found:
        turned = turns[run.angle]
        (a, _), (b, _), (start, base) = turned(x0, y0), turned(x1, y1), turned(x, y)
        # Fonts drawn as shapes (Chromium's) have boxes as tight as the ink: a wide character
        # reaches over its whole square, which the next one cuts where it is set closer.
        end = max(a, b, start + run.advance if is_wide(text) else 0.0)
        glyph = Glyph(text, min(start, a, b), end, base, run.size, run.bold, run.face)
        if -1 < (glyph.x0 + glyph.x1) / 2 < turned.width + 1 and -1 < base < turned.height + 9:
            groups[run.angle].append(glyph)
    ink.glyphs = groups.pop(main, [])
    ink.turned = [group for group in groups.values() if group]
    _read_objects(pdfium, page, turn, ink)
    return ink


_Found = tuple[str, tuple[float, float, float, float, float, float], _Run]


def _characters(pdfium: Any, textpage: Any) -> tuple[list[_Found], int]:  # noqa: ANN401
    found: list[_Found] = []
    runs: dict[int, _Run] = {}
    unmapped = 0
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    count = pdfium.FPDFText_CountChars(textpage)
    if count > GLYPH_LIMIT:
        raise InputProblem(
            Message(
                f"PDF的一页上有{count}个字符，不像一份报告，请只保留报告部分。",
                f"One page of the PDF holds {count:,} characters, which no report has; keep only "
                "the report.",
            )
        )
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:  # Windows: a character beyond the first plane in two halves
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        unmapped += pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1
        text = _text_of(code)
        if not text:
            continue
        obj = pdfium.FPDFText_GetTextObject(textpage, index)
        key = ctypes.addressof(obj.contents) if obj else 0
        if key not in runs:
            runs[key] = _run(pdfium, textpage, index, obj)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        place = (box.left, box.bottom, box.right, box.top, x.value, y.value)
        found.append((text, place, runs[key]))
    return _shared_out(found), unmapped


def _shared_out(found: list[_Found]) -> list[_Found]:
    """Give each character of a glyph that stands for several (``——``, ``fi``) its part of it."""
    result: list[_Found] = []
    index = 0
    while index < len(found):
        end = index + 1
        while end < len(found) and found[end][1:] == found[index][1:]:
            end += 1
        _, (_, low, right, high, x, y), run = found[index]
        if end - index > 1 and run.angle == 0:
            step = (right - x) / (end - index)
            for part in range(end - index):
                at = x + part * step
                box = (at, low, at + step, high, at, y)
                result.append((found[index + part][0], box, replace(run, advance=step)))
        else:
            result += found[index:end]
        index = end
    return result


def _text_of(code: int) -> str:
    """The character of a code; a hyphen at the line's end has a code of its own in PDFium."""
    if code in {0x2, 0xFFFE}:
        return "\u00ad"
    if code in {0x9, 0xA0, 0x3000} or 0x2000 <= code <= 0x200A:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or code in {0x200B, 0xFEFF} or 0xD800 <= code < 0xE000:
        return ""
    return chr(code) if code <= 0x10FFFF else ""


def _run(pdfium: Any, textpage: Any, index: int, obj: Any) -> _Run:  # noqa: ANN401
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a)))
    near = 90 * round(angle / 90)
    angle = (near if abs(angle - near) <= 3 else angle) % 360
    size = pdfium.FPDFText_GetFontSize(textpage, index) * scale
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(200)
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 200, flags)
    face = name.value.decode("utf-8", "replace").partition("+")[2] or name.value.decode(
        "utf-8", "replace"
    )
    weight = pdfium.FPDFText_GetFontWeight(textpage, index)
    stroked = bool(obj) and pdfium.FPDFTextObj_GetTextRenderMode(obj) == 2
    bold = weight >= 600 or stroked or any(w in face.lower() for w in _HEAVY)
    advance = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.a, matrix.b)
    return _Run(angle, max(size, 0.1), advance, bold, face)


def _read_objects(pdfium: Any, page: Any, turn: _Turn, ink: Ink) -> None:  # noqa: ANN401
    """Fill in ruled lines and the largest picture; objects in forms are looked into."""
    page_area = max(ink.width * ink.height, 1.0)
    left = _OBJECT_LIMIT
    count = pdfium.FPDFPage_CountObjects(page)
    stack = [
        (pdfium.FPDFPage_GetObject(page, i), _UNIT, 0) for i in range(min(count, _OBJECT_LIMIT))
    ][::-1]
    while stack and left:
        left -= 1
        obj, outer, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(pdfium, obj, _times(_matrix(pdfium, obj), outer), turn, ink.rules)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, *_ = _times(_matrix(pdfium, obj), outer)
            ink.pictured = max(ink.pictured, abs(a * d - b * c) / page_area)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _NESTING:
            inner = _times(_matrix(pdfium, obj), outer)
            number = min(pdfium.FPDFFormObj_CountObjects(obj), left)
            stack += [
                (pdfium.FPDFFormObj_GetObject(obj, i), inner, depth + 1) for i in range(number)
            ][::-1]


_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _matrix(pdfium: Any, obj: Any) -> _Matrix:  # noqa: ANN401
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(obj, matrix):
        return _UNIT
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _read_path(
    pdfium: Any,  # noqa: ANN401
    path: Any,  # noqa: ANN401
    matrix: _Matrix,
    turn: _Turn,
    rules: list[Rule],
) -> None:
    """Append the level and upright edges of a path: all that are stroked, thin ones if filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    edges: list[tuple[float, float, float, float]] = []
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), 2000)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = turn(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            edges.append((*last, *point))
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            edges.append((*last, *start))
            last = start
    if not edges:
        return
    if not stroke.value:
        xs = [v for edge in edges for v in edge[::2]]
        ys = [v for edge in edges for v in edge[1::2]]
        if not fill.value or min(max(xs) - min(xs), max(ys) - min(ys)) > _THIN:
            return
    for x0, y0, x1, y1 in edges:
        wide, tall = abs(x1 - x0), abs(y1 - y0)
        if min(wide, tall) <= 1 and max(wide, tall) >= _LEAST_RULE:
            rules.append(Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
