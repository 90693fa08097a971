"""Icons have one colour, the sign of the program has its own."""

import pytest
from PySide6.QtGui import QColor, QIcon

from desktop.dialogs.about_dialog import AboutDialog
from desktop.widgets.assets import asset, pixmap


def colours(picture):
    """Return the colours that are painted fully, by name."""
    image = picture.toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("name", ["undo", "import"])
def test_an_icon_has_the_colour_of_the_words_around_it(qapp, name):
    """Whatever the file is drawn in."""
    assert colours(pixmap(name, QColor("#336699"))) == {"#336699"}


def test_the_sign_of_the_program_has_its_colours(qapp):
    """It is the same in the about box, on the window and in the menu of the system."""
    picture = QIcon(str(asset("duizhang.svg"))).pixmap(64)
    assert {"#1f5fae", "#ffffff", "#ffe3a3"} <= colours(picture)
    assert not AboutDialog(None).iconPixmap().isNull()
