"""Signs of bookmarks beside the lines of a narrow text."""

import pytest

from desktop.widgets.margin_signs import MarginSigns, Sign
from desktop.widgets.reading_text import ReadingText
from tracker.model.span import Span

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_no_sign_touches_the_last_character_of_a_line(qtbot):
    """Where a text is narrow its lines end before the signs, and reach on without any."""
    text = ReadingText()
    qtbot.addWidget(text)
    text.resize(260, 300)
    text.show()
    qtbot.waitExposed(text)
    text.set_text("材料科学姑苏实验室挂牌成立" * 12)
    free = text.document().rootFrame().frameFormat().rightMargin()
    signs = MarginSigns(text)
    signs.set_signs((Sign(Span(0, 4), 1, is_note=True, tip="年底前再看进度。"),))
    (sign,) = signs.on_screen()
    ends = text.viewport().width() - text.document().rootFrame().frameFormat().rightMargin()
    assert sign.x() - text.viewport().x() >= ends
    signs.set_signs(())
    assert text.document().rootFrame().frameFormat().rightMargin() == free
