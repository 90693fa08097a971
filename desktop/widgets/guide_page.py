"""A page of the user guide: Markdown set as a page to be read, with pictures that fit."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QImage,
    QPainter,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.widgets.theme import colours

_LINE = 128.0
"""Height of a line in per cent; the faces for Chinese bring much room of their own."""

_ROOM = {True: 4, False: 11}
"""Pixels below an item of a list, and below a paragraph."""

_HEADINGS = {1: 1.55, 2: 1.25, 3: 1.08}
"""Size of a heading's letters by its level, as a multiple of the text's."""

_PICTURE = "\ufffc"
"""How a picture stands in a text."""

_MARGIN = 28.0
_INDENT = 22.0
_WIDEST = 960
"""Pixels that a picture takes at most."""


class GuidePageView(QTextBrowser):
    """Shows one page; links inside the guide are told, other addresses are only shown.

    Signals:
        page_wanted(str, str): Name of another page that a link leads to, and a heading in it.
        picture_wanted(str): File of a picture that shall be seen in its full size.
        address_wanted(str): Address outside of the guide that a link names.
    """

    page_wanted = Signal(str, str)
    picture_wanted = Signal(str)
    address_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        # Pictures and code are made to fit, so that there is nothing at the side to scroll to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._follow)
        self._folder = Path()
        self._fitted = 0

    def show_page(self, text: str, folder: Path) -> None:
        """Show a page whose pictures lie relative to a folder."""
        self._folder = folder
        document = self.document()
        document.setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        document.setDocumentMargin(_MARGIN)
        document.setIndentWidth(_INDENT)
        # In one edit: each by itself would lay the page out anew, for a long table many times.
        whole = QTextCursor(document)
        whole.beginEditBlock()
        self._set_blocks()
        self._set_tables(document.rootFrame())
        whole.endEditBlock()
        self._fitted = 0
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the width."""
        super().resizeEvent(event)
        self._fit_pictures()

    def _follow(self, link: QUrl) -> None:
        """Tell where a link leads; nothing outside is opened."""
        if not link.isRelative():
            self.address_wanted.emit(link.toString())
        elif link.path().endswith(".png"):
            self.picture_wanted.emit(str(self._folder / link.path()))
        else:
            self.page_wanted.emit(Path(link.path()).stem, link.fragment())

    def show_heading(self, anchor: str) -> None:
        """Bring a heading to the top by its anchor, which is made of its words."""
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top - _MARGIN / 2))

    def mark_words(self, words: list[str]) -> None:
        """Mark all places of words on the page."""
        ink = QTextCharFormat()
        ink.setBackground(colours().found_ground)
        marks = []
        for word in words:
            place = self.document().find(word)
            while not place.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = place, ink
                marks.append(mark)
                place = self.document().find(word, place)
        self.setExtraSelections(marks)

    def _set_blocks(self) -> None:
        for block in _blocks(self.document()):
            cursor = QTextCursor(block)
            shape = QTextBlockFormat()
            level = block.blockFormat().headingLevel()
            code = _is_code(block)
            shape.setTopMargin(0)
            if not code:
                shape.setBottomMargin(_ROOM[_goes_on(block)])
            if not code and not _is_picture(block):  # a picture would be a higher line, too
                proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
                shape.setLineHeight(_LINE, proportional.value)
            if level:
                shape.setTopMargin(20 if level > 1 else 0)
                shape.setBottomMargin(8)
                letters = QTextCharFormat()
                letters.setFontPointSize(self.font().pointSizeF() * _HEADINGS.get(level, 1.0))
                letters.setFontWeight(600)
                # A selection with the break above would take the block above along.
                end = QTextCursor.MoveOperation.EndOfBlock
                cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(letters)
            elif code:
                shape.setBackground(colours().side)
                shape.setLeftMargin(10)
                shape.setNonBreakableLines(False)
                shape.setBottomMargin(0 if _is_code(block.next()) else _ROOM[False])
            cursor.mergeBlockFormat(shape)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
        for fragment in _fragments(self.document()):
            if fragment.charFormat().isImageFormat():
                picture = QTextCharFormat()
                picture.setAnchor(True)
                picture.setAnchorHref(fragment.charFormat().toImageFormat().name())
                self._merge(fragment, picture)
            if fragment.charFormat().fontFixedPitch():
                letters = QTextCharFormat()
                # A fixed face first, then the interface's own for Chinese.
                letters.setFontFamilies([*fixed, *self.font().families()])
                letters.setBackground(colours().side)
                self._merge(fragment, letters)

    def _merge(self, fragment: QTextFragment, letters: QTextCharFormat) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(letters)

    def _set_tables(self, frame: QTextFrame) -> None:
        for child in frame.childFrames():
            if isinstance(child, QTextTable):
                shape = child.format()
                shape.setBorder(0)
                shape.setCellSpacing(0)
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                shape.setTopMargin(8)
                shape.setBottomMargin(12)
                child.setFormat(shape)
                for row in range(child.rows()):
                    for column in range(child.columns()):
                        self._set_cell(child.cellAt(row, column))

    def _set_cell(self, cell: QTextTableCell) -> None:
        """Give a cell room and a line below, and its text no space of its own."""
        shape = cell.format().toTableCellFormat()
        shape.setPadding(6)
        shape.setBottomBorder(1)
        shape.setBottomBorderBrush(colours().line)
        shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setFormat(shape)
        block = cell.firstCursorPosition().block()
        while block.isValid() and block.position() <= cell.lastPosition():
            text = QTextBlockFormat()
            text.setTopMargin(0)
            text.setBottomMargin(0)
            QTextCursor(block).mergeBlockFormat(text)
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the guide in the very size in which it is shown."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        path = self._folder / QUrl(name).path()
        picture = QImage(str(path))
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        wide = round(min(self._room(), picture.width()) * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = picture.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(wide, smooth)
        pen = QPen(colours().line)
        pen.setWidthF(ratio)
        painter = QPainter(picture)
        painter.setPen(pen)
        half = ratio / 2
        painter.drawRect(QRectF(picture.rect()).adjusted(half, half, -half, -half))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _room(self) -> float:
        return max(min(self.viewport().width() - 2 * _MARGIN - 2, _WIDEST), 200.0)

    def _fit_pictures(self) -> None:
        """Show pictures anew when the room for them is another; the text stays where it is."""
        if round(self._room()) == self._fitted:
            return
        self._fitted = round(self._room())
        document = self.document()
        for fragment in _fragments(document):
            picture = fragment.charFormat().toImageFormat()
            if picture.isValid():
                kind = QTextDocument.ResourceType.ImageResource
                url = QUrl(picture.name())
                document.addResource(kind.value, url, self.loadResource(kind.value, url))
                document.markContentsDirty(fragment.position(), fragment.length())


def anchor_of(heading: str) -> str:
    """Return the anchor of a heading, as the site has it too."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def _goes_on(block: QTextBlock) -> bool:
    """Tell whether a list goes on below."""
    return block.textList() is not None and block.next().textList() is block.textList()


def _is_picture(block: QTextBlock) -> bool:
    return block.text() == _PICTURE


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockCodeFence)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    for block in _blocks(document):
        place = block.begin()
        while not place.atEnd():
            yield place.fragment()
            place += 1
