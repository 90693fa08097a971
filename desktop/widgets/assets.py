"""Icons, style sheet and translations: the files under ``resources/desktop``.

Icons are drawn with ``currentColor`` in the file and take the colour of the text around them.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

import tracker

_PACKAGED = Path(tracker.__file__).parent / "_data" / "resources" / "desktop"
_CHECKED_OUT = Path(tracker.__file__).parents[1] / "resources" / "desktop"


def asset(name: str) -> Path:
    """Return the path of a file of the program: in a checkout, or inside the installed package."""
    folder = _CHECKED_OUT if _CHECKED_OUT.is_dir() else _PACKAGED
    return folder / name


@cache
def _drawing(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int = 16, ratio: float = 2.0) -> QPixmap:
    """Return an icon as a picture in one colour."""
    return _pixmap(name, colour.name(), size, ratio)


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Draw an icon once: rows of lists ask for theirs each time that they are painted."""
    picture = QPixmap(_shape(name, round(size * ratio)))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), QColor(colour))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _shape(name: str, pixels: int) -> QPixmap:
    """Draw the shape of an icon: each colour of it is that shape, filled."""
    picture = QPixmap(QSize(pixels, pixels))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_drawing(name).encode())).render(painter)
    painter.end()
    return picture


@cache
def _icon(name: str, colour: str, off: str, chosen: str) -> QIcon:
    icon = QIcon(pixmap(name, QColor(colour)))
    icon.addPixmap(pixmap(name, QColor(off)), QIcon.Mode.Disabled)
    icon.addPixmap(pixmap(name, QColor(chosen)), QIcon.Mode.Selected)
    return icon


def icon(name: str, colour: QColor) -> QIcon:
    """Return an icon in a colour.

    Where it is disabled or in a selected line, it has the colour of the words there.
    """
    palette, role = QGuiApplication.palette(), QPalette.ColorRole
    off = palette.color(QPalette.ColorGroup.Disabled, role.WindowText)
    chosen = palette.color(role.HighlightedText)
    return _icon(name, colour.name(), off.name(), chosen.name())
