"""How the paragraphs of a report are set: comfortable lines, small gaps, tables in columns."""

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCursor, QTextDocument

from desktop.widgets.theme import line_height

_SMALL = 0.35
"""Height of an empty line, and of the room between paragraphs, in heights of a line."""


def set_paragraphs(document: QTextDocument, font: QFont, gutter: int) -> None:
    """Set the height of all lines; empty ones only leave a small gap.

    Args:
        document: Text that is shown.
        font: Its font.
        gutter: Pixels left of the text, beside its margin.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    frame = document.rootFrame()
    sides = frame.frameFormat()
    sides.setLeftMargin(document.documentMargin() + gutter)
    frame.setFrameFormat(sides)
    cursor.select(QTextCursor.SelectionType.Document)
    full = QTextBlockFormat()
    full.setLineHeight(line_height(font), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    full.setBottomMargin(gap_below(document, font))
    cursor.mergeBlockFormat(full)
    gap = QTextBlockFormat()
    height = QFontMetricsF(font).height() * _SMALL
    gap.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    gap.setBottomMargin(0)
    block = document.begin()
    while block.isValid():
        if not block.text().strip():
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(gap)
        block = block.next()
    cursor.endEditBlock()


def gap_below(document: QTextDocument, font: QFont) -> float:
    """Return the room below a paragraph where no empty lines make some, in pixels."""
    text = document.toPlainText()
    airy = text.count("\n\n") > text.count("\n") * 0.2
    return 0.0 if airy else QFontMetricsF(font).height() * _SMALL
