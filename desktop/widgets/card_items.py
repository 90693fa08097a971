"""Cards of section pairs, painted: a head with badges, below it both texts beside each other."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.figures import FigureChange
from desktop.models.pair_cards import Card, CardKind, CardSide, Look
from desktop.models.roles import DataRole
from desktop.textmap import TextMap
from desktop.widgets.inks import Ink, ink_format
from desktop.widgets.theme import LINE_HEIGHT, body_font, colours

_ROOM, _PAD, _MIDDLE = 7.0, 14.0, 28.0
"""Pixels around a card, inside it, and between its two texts."""
_FOLDED_LINES = 9
"""Lines of a text that are shown before the card is opened."""
_BADGE, _GAP = 20.0, 6.0
_MOST_BADGES = 12
_LONGEST_NAME = 14
"""Characters of what is counted, in the head of a card."""
_INKS = {
    Look.HEADING: (Ink.HEADING, Ink.HEADING),
    Look.PASSAGE: (Ink.DROPPED_PASSAGE, Ink.ADDED_PASSAGE),
    Look.WORDS: (Ink.DROPPED, Ink.ADDED),
    Look.MOVED: (Ink.MOVED, Ink.MOVED),
    Look.NUMBER: (Ink.NUMBER, Ink.NUMBER),
}


def kind_words(card: Card) -> str:
    """Return what a card shows, in words."""
    words = {
        CardKind.SAME: QCoreApplication.translate("CardItems", "Same topic"),
        CardKind.RELATED: QCoreApplication.translate("CardItems", "Related"),
        CardKind.DROPPED: QCoreApplication.translate("CardItems", "Dropped"),
        CardKind.NEW: QCoreApplication.translate("CardItems", "New"),
    }[card.kind]
    told = [words]
    if card.by_hand:
        told.append(QCoreApplication.translate("CardItems", "by hand"))
    if card.merged:
        told.append(QCoreApplication.translate("CardItems", "merged"))
    if card.moved:
        told.append(QCoreApplication.translate("CardItems", "moved"))
    if card.kind is CardKind.SAME and card.share is not None:
        told.append(
            QCoreApplication.translate("CardItems", "{0}% changed").format(round(card.share * 100))
        )
    return " · ".join(told)


@dataclass(frozen=True, slots=True)
class _Badge:
    """A figure in the head of a card."""

    box: QRectF
    words: str


@dataclass(frozen=True, slots=True)
class _Laid:
    """A card that was laid out for a width."""

    width: int
    badges: tuple[_Badge, ...]
    texts: tuple[QTextLayout | None, QTextLayout | None]
    top: float
    line: float
    lines: int


class CardItems(QStyledItemDelegate):
    """Lays cards out when they are first needed, and paints them.

    Args:
        view: The list; a card is as wide as what it shows.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._laid: dict[tuple[int, int | None, int | None], _Laid] = {}
        self._open: set[tuple[int, int | None, int | None]] = set()
        self._font = body_font()

    def forget(self) -> None:
        """Lay everything out anew: other cards, other colours."""
        self._laid.clear()

    def set_font(self, font: QFont) -> None:
        """Show the texts in letters of another size."""
        self._font = font
        self.forget()

    def is_open(self, card: Card) -> bool:
        """Tell whether a card shows its whole texts."""
        return card.key in self._open

    def toggle(self, card: Card) -> None:
        """Show the whole texts of a card, or their beginnings again."""
        self._open ^= {card.key}

    def folds(self, card: Card) -> bool:
        """Tell whether a card is longer than what it shows folded."""
        return self._lay_out(card).lines > _FOLDED_LINES

    # Size

    def width_for(self, characters: int) -> int:
        """Return how wide a card is whose lines take so many characters."""
        size = QFontMetricsF(self._font).horizontalAdvance("国")
        return round(2 * (characters * size + _ROOM + _PAD) + _MIDDLE)

    def sizeHint(
        self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a card."""
        card: Card = index.data(DataRole.VALUE)
        laid = self._lay_out(card)
        return QSize(laid.width, self._height(card, laid))

    def _height(self, card: Card, laid: _Laid) -> int:
        shown = laid.lines if self.is_open(card) else min(laid.lines, _FOLDED_LINES)
        more = laid.line if laid.lines > _FOLDED_LINES else 0
        return round(laid.top + shown * laid.line + more + _PAD + _ROOM)

    def _lay_out(self, card: Card) -> _Laid:
        width = self._view.viewport().width()
        have = self._laid.get(card.key)
        if have is not None and have.width == width:
            return have
        small = QFontMetricsF(self._view.font())
        left, right = _ROOM + _PAD, width - _ROOM - _PAD
        badges, bottom = _badges(card, small, left, right, _ROOM + _PAD + small.height() + _GAP)
        column = (right - left - _MIDDLE) / 2
        size = QFontMetricsF(self._font).horizontalAdvance("国")
        line = size * LINE_HEIGHT
        texts = (
            self._text(card.earlier, column, line, later=False),
            self._text(card.later, column, line, later=True),
        )
        lines = max((text.lineCount() for text in texts if text is not None), default=1)
        laid = _Laid(width, badges, texts, bottom + _GAP, line, lines)
        self._laid[card.key] = laid
        return laid

    def _text(
        self, side: CardSide | None, width: float, line: float, *, later: bool
    ) -> QTextLayout | None:
        """Lay one text out."""
        if side is None:
            return None
        made = QTextLayout(side.text.replace("\n", "\u2028"), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setFormats(_formats(side, later=later))
        made.beginLayout()
        n = 0
        while (one := made.createLine()).isValid():
            one.setLineWidth(max(60.0, width))
            one.setPosition(QPointF(0, n * line + (line - one.height()) / 2))
            n += 1
        made.endLayout()
        return made

    # Painting

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a card."""
        card: Card = index.data(DataRole.VALUE)
        laid, state = self._lay_out(card), QStyle.StateFlag
        selected = bool(option.state & state.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(option.rect.topLeft()))
        palette = QGuiApplication.palette()  # the list behind the cards has a ground of its own
        box = QRectF(_ROOM, _ROOM, laid.width - 2 * _ROOM, self._height(card, laid) - 2 * _ROOM)
        edge = palette.color(QPalette.ColorRole.Accent) if selected else colours().line
        painter.setPen(QPen(edge, 2 if selected else 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, 6, 6)
        self._paint_head(painter, card, laid, palette)
        self._paint_texts(painter, card, laid, palette)
        painter.restore()

    def _paint_head(self, painter: QPainter, card: Card, laid: _Laid, palette: QPalette) -> None:
        font = QFont(self._view.font())
        painter.setFont(font)
        ours, metrics = colours(), QFontMetricsF(font)
        left, width = _ROOM + _PAD, laid.width - 2 * (_ROOM + _PAD)
        strip = QRectF(left, _ROOM + _PAD - 2, width, metrics.height() + 2)
        colour = {CardKind.DROPPED: ours.dropped, CardKind.NEW: ours.added}.get(card.kind)
        _paint_mark(painter, card.kind, QRectF(left, strip.top() + 3, 12, strip.height() - 6))
        strip.setLeft(left + 20)
        painter.setPen(colour or ours.muted)
        painter.drawText(strip, int(Qt.AlignmentFlag.AlignVCenter), kind_words(card))
        ink = palette.color(QPalette.ColorRole.Text)
        for badge in laid.badges:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ours.number_ground)
            painter.drawRoundedRect(badge.box, 4, 4)
            painter.setPen(ink)
            painter.drawText(badge.box, int(Qt.AlignmentFlag.AlignCenter), badge.words)

    def _paint_texts(self, painter: QPainter, card: Card, laid: _Laid, palette: QPalette) -> None:
        left, column = _ROOM + _PAD, (laid.width - 2 * (_ROOM + _PAD) - _MIDDLE) / 2
        shown = laid.lines if self.is_open(card) else min(laid.lines, _FOLDED_LINES)
        height = shown * laid.line
        ours, ink = colours(), palette.color(QPalette.ColorRole.Text)
        middle = left + column + _MIDDLE / 2
        painter.setPen(ours.line)
        painter.drawLine(QPointF(middle, laid.top), QPointF(middle, laid.top + height))
        for n, text in enumerate(laid.texts):
            at = QRectF(left + n * (column + _MIDDLE), laid.top, column, height)
            if text is None:
                painter.setPen(ours.muted)
                painter.drawText(at, int(Qt.AlignmentFlag.AlignTop), _nothing(later=n == 1))
                continue
            painter.save()
            painter.setClipRect(at.adjusted(-2, 0, 2, 0), Qt.ClipOperation.IntersectClip)
            painter.setPen(ink)
            text.draw(painter, at.topLeft())
            painter.restore()
        if laid.lines > _FOLDED_LINES:
            more = QRectF(left, laid.top + height, 2 * column + _MIDDLE, laid.line)
            painter.setPen(palette.color(QPalette.ColorRole.Link))
            painter.drawText(more, int(Qt.AlignmentFlag.AlignCenter), self._more(card, laid))

    def _more(self, card: Card, laid: _Laid) -> str:
        if self.is_open(card):
            return QCoreApplication.translate("CardItems", "Show less")
        told = QCoreApplication.translate("CardItems", "{0} more lines")
        return told.format(laid.lines - _FOLDED_LINES)

    def is_more(self, card: Card, y: float) -> bool:
        """Tell whether a height inside a card is that of the line that opens it."""
        laid = self._lay_out(card)
        bottom = self._height(card, laid) - _ROOM
        return laid.lines > _FOLDED_LINES and bottom - laid.line - _PAD <= y <= bottom


def _nothing(*, later: bool) -> str:
    if later:
        return QCoreApplication.translate("CardItems", "No section of the later report")
    return QCoreApplication.translate("CardItems", "No section of the earlier report")


def _formats(side: CardSide, *, later: bool) -> list[QTextLayout.FormatRange]:
    """Return the formats of a text; what comes later lies over what comes before."""
    units = TextMap(side.text)
    edges = sorted({edge for start, end, _ in side.looks for edge in (start, end)})
    order, found = list(Look), []
    for start, end in pairwise(edges):
        looks = sorted(
            (look for a, b, look in side.looks if a <= start and end <= b), key=order.index
        )
        if looks:
            made = QTextCharFormat()
            for look in looks:
                made.merge(ink_format(_INKS[look][later]))
            one = QTextLayout.FormatRange()
            one.start = units.to_utf16(start)
            one.length = units.to_utf16(end) - one.start
            one.format = made
            found.append(one)
    return found


def _badge_words(figure: FigureChange) -> str:
    name = figure.indicator
    cut = f"{name[: _LONGEST_NAME - 1]}…" if len(name) > _LONGEST_NAME else name
    return f"{cut} {figure.badge()}"


def _badges(
    card: Card, metrics: QFontMetricsF, left: float, right: float, top: float
) -> tuple[tuple[_Badge, ...], float]:
    """Place the badges in rows; return them and the height below them."""
    found: list[_Badge] = []
    x, y = left, top
    for figure in card.figures[:_MOST_BADGES]:
        words = _badge_words(figure)
        width = min(right - left, metrics.horizontalAdvance(words) + 14)
        if x > left and x + width > right:
            x, y = left, y + _BADGE + _GAP
        found.append(_Badge(QRectF(x, y, width, _BADGE), words))
        x += width + _GAP
    return tuple(found), y + _BADGE + _GAP if found else top


def _paint_mark(painter: QPainter, kind: CardKind, box: QRectF) -> None:
    """Paint the sign of a kind: two bars, linked or not, or one of them alone."""
    ours = colours()
    colour: QColor = {CardKind.DROPPED: ours.dropped, CardKind.NEW: ours.added}.get(
        kind, ours.muted
    )
    painter.setPen(QPen(colour, 1.4))
    left = QRectF(box.left(), box.top(), 4, box.height())
    right = QRectF(box.right() - 4, box.top(), 4, box.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for one, there in ((left, kind is not CardKind.NEW), (right, kind is not CardKind.DROPPED)):
        if there:
            painter.drawRect(one)
    if kind in (CardKind.SAME, CardKind.RELATED):
        style = Qt.PenStyle.SolidLine if kind is CardKind.SAME else Qt.PenStyle.DotLine
        painter.setPen(QPen(colour, 1.4, style))
        y = box.center().y()
        painter.drawLine(QPointF(left.right(), y), QPointF(right.left(), y))
