"""A page of the user guide: Markdown set as a page to be read, with pictures that fit."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QImage,
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
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.widgets.theme import colours

_LINE = 150.0
"""Height of a line in per cent."""

_HEADINGS = {1: 1.55, 2: 1.25, 3: 1.08}
"""Size of a heading's letters by its level, as a multiple of the text's."""

_MARGIN = 28.0
_WIDEST = 960
"""Pixels that a picture takes at most."""


class GuidePageView(QTextBrowser):
    """Shows one page; links inside the guide are told, other addresses are only shown.

    Signals:
        page_wanted(str): Name of another page that a link leads to.
    """

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
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
        self._set_blocks()
        self._set_tables(document.rootFrame())
        self._fitted = 0
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the width."""
        super().resizeEvent(event)
        self._fit_pictures()

    def _follow(self, link: QUrl) -> None:
        """Go to another page of the guide; nothing outside is opened."""
        if link.isRelative() and link.path().endswith(".md"):
            self.page_wanted.emit(Path(link.path()).stem)

    def _set_blocks(self) -> None:
        for block in _blocks(self.document()):
            cursor = QTextCursor(block)
            shape = QTextBlockFormat()
            level = block.blockFormat().headingLevel()
            code = block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockCodeFence)
            if not code:
                proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
                shape.setLineHeight(_LINE, proportional.value)
            if level:
                shape.setTopMargin(22 if level > 1 else 0)
                shape.setBottomMargin(6)
                letters = QTextCharFormat()
                letters.setFontPointSize(self.font().pointSizeF() * _HEADINGS.get(level, 1.0))
                letters.setFontWeight(600)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(letters)
            elif code:
                shape.setBackground(colours().side)
                shape.setLeftMargin(10)
            cursor.mergeBlockFormat(shape)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
        for fragment in _fragments(self.document()):
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
        picture = picture.scaledToWidth(wide, smooth)
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
