"""A report on the screen: its characters, and what is laid over them."""

import pytest
from PySide6.QtGui import QTextCharFormat

from desktop.widgets.change_bars import Bar
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.reading_text import ReadingText
from tracker.model.span import Span

TEXT = "𠮷林省\n\n新建<b>学校</b>5所 http://example.com\n完"


def formats(view, position16):
    """Return the formats over a character."""
    block = view.document().findBlock(position16)
    at = position16 - block.position()
    laid = block.layout().formats()
    return [QTextCharFormat(f.format) for f in laid if f.start <= at < f.start + f.length]


@pytest.fixture
def view(qtbot):
    """Return a shown text."""
    made = ReadingText()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_text(TEXT)
    return made


def test_text_is_data(view):
    """Tags and links of a document stay characters."""
    assert view.toPlainText() == TEXT
    assert not view.document().findBlock(6).charFormat().isAnchor()


def test_spans_fall_on_their_characters(view):
    """A span behind an astral character is inked where its characters stand."""
    start = TEXT.index("学校")
    view.set_inked((Inked(Span(start, start + 2), Ink.ADDED),))
    assert formats(view, start + 1)[0].underlineStyle() != (
        QTextCharFormat.UnderlineStyle.NoUnderline
    )
    assert formats(view, start) == []
    assert formats(view, start + 3) == []


def test_inks_lie_over_one_another(view):
    """A figure inside dropped words is on amber and bold, and not struck: it must be read."""
    start = TEXT.index("5所")
    view.set_inked(
        (
            Inked(Span(start - 3, start + 2), Ink.DROPPED),
            Inked(Span(start, start + 1), Ink.NUMBER),
        )
    )
    (made,) = formats(view, start + 1)
    assert not made.fontStrikeOut()
    assert made.fontWeight() > 500
    (word,) = formats(view, start)
    assert word.fontStrikeOut()


def test_selection_copies_the_source(view):
    """What is selected by span is exactly the source text."""
    start = TEXT.index("<b>")
    view.select_span(Span(start, start + 5))
    assert view.textCursor().selectedText() == "<b>学校"


def test_passages_are_neither_struck_nor_underlined(view):
    """A sentence that came or went as a whole has a bar in the margin, and plain text."""
    whole = Span(5, 12)
    for ink in (Ink.ADDED_PASSAGE, Ink.DROPPED_PASSAGE):
        view.set_inked((Inked(whole, ink),))
        (made,) = formats(view, 7)
        assert not made.fontStrikeOut()
        assert made.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline
        ((_, top, bottom),) = view.margin.bars()
        assert bottom > top
    view.set_inked((Inked(whole, Ink.MOVED), Inked(whole, Ink.ADDED_PASSAGE)))
    assert {bar for bar, _, _ in view.margin.bars()} == {Bar.DOUBLE, Bar.SOLID}


def test_section_without_counterpart_has_a_word_in_the_margin(view):
    """The word is painted beside the line, left of the text."""
    before = view.grab().toImage()
    view.set_tags(((0, "Gone"),))
    after = view.grab().toImage()
    changed = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    edge = view.devicePixelRatioF() * (view.document().documentMargin() + 24)
    assert changed
    assert all(x < edge for x, _ in changed)
