"""Charts as files: SVG and PDF with letters that stay letters, PNG at twice the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from desktop.widgets.chart_paint import ChartInk, height_of, paint_charts
from desktop.widgets.theme import interface_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.charts import Chart

PICTURES = ("svg", "png", "pdf")
"""Endings of pictures that charts can be written as."""

_WIDTH, _HEIGHT = 1000.0, 420.0
_SCALE = 2
_POINTS_OF_PIXEL = 0.75
_POINTS = 9.75
_DOTS_OF_METRE = 3780
"""96 to the inch, as the other two."""


def picture_bytes(charts: Sequence[Chart], ending: str) -> bytes:
    """Return charts as a picture, in the colours of paper."""
    size = QSizeF(_WIDTH, max(_HEIGHT, height_of(charts, _WIDTH)))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    {"svg": _svg, "png": _png, "pdf": _pdf}[ending](charts, size, buffer)
    buffer.close()
    return bytes(data.data())


def _paint(painter: QPainter, charts: Sequence[Chart], size: QSizeF) -> None:
    font = interface_font()
    font.setPointSizeF(_POINTS)
    paint_charts(
        painter, QRectF(0, 0, size.width(), size.height()), charts, ChartInk.of_paper(font)
    )
    painter.end()


def _svg(charts: Sequence[Chart], size: QSizeF, buffer: QBuffer) -> None:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - not needed for the first frame

    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size.toSize())
    made.setViewBox(QRectF(0, 0, size.width(), size.height()))
    made.setResolution(96)
    made.setTitle("、".join(chart.title for chart in charts))
    _paint(QPainter(made), charts, size)


def _png(charts: Sequence[Chart], size: QSizeF, buffer: QBuffer) -> None:
    whole = QSize(round(size.width()), round(size.height()))
    image = QImage(whole * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.setDotsPerMeterX(_DOTS_OF_METRE)
    image.setDotsPerMeterY(_DOTS_OF_METRE)
    _paint(QPainter(image), charts, size)
    image.save(buffer, "PNG")  # type: ignore[call-overload]


def _pdf(charts: Sequence[Chart], size: QSizeF, buffer: QBuffer) -> None:
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    points = QSizeF(size.width() * _POINTS_OF_PIXEL, size.height() * _POINTS_OF_PIXEL)
    writer.setPageSize(
        QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle("、".join(chart.title for chart in charts))
    _paint(QPainter(writer), charts, size)
