"""Take the pictures of the guide: ``python docs/pictures.py [NAME…]``, under a display.

The program itself takes them, on the samples (``tests/desktop/screenshots.py``), in both
languages. A picture has only its commonest colours, as many as its size on the disk allows.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QImage, qRgb
from PySide6.QtWidgets import QLineEdit, QWidget

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from desktop.app import make_application  # noqa: E402 - where the program lies is known only now
from desktop.dialogs.shared_dialog import SharedDialog  # noqa: E402
from tests.desktop.screenshots import Tour  # noqa: E402

PICTURES = {
    "compare": "compare",
    "inline": "inline",
    "topics": "topics",
    "search": "search",
    "bookmarks": "bookmarks",
    "import": "import",
    "promises": "promises",
    "promise-form": "promise-form",
    "second": "second",
    "agreement": "agreement",
    "import-marks": "import-marks",
    "export": "export_report",
    "indicators": "indicators",
    "overview": "overview",
    "across": "across-shared",
    "library": "library",
    "shared": "open_shared",
}
"""Name of a picture in the guide: name under which the tour takes it."""

SIZE = QSize(1280, 800)
LANGUAGES = {"zh": "zh_CN", "en": "en"}
COLOURS = (256, 128, 64, 32)
LARGEST = 110_000
"""Bytes; a picture that is larger is written with fewer colours, which letters bear well."""


class GuideTour(Tour):
    """Shows nothing of the computer on which it is made."""

    def _save(self, widget: QWidget, name: str) -> None:
        for line in widget.findChildren(QLineEdit):
            if Path(line.text()).is_absolute():
                line.blockSignals(True)
                line.setText(str(Path("~") / Path(line.text()).name))
        if isinstance(widget, SharedDialog):
            widget.url.setText("postgresql://zhangsan@10.0.0.5/duizhang")
        super()._save(widget, name)


def encoded(picture: QImage) -> bytes:
    """Return a picture as a small PNG."""
    content = b""
    for number in COLOURS:
        buffer = QBuffer()
        # Quality 0 asks for the smallest file; a PNG loses nothing by it.
        reduced(picture, number).save(buffer, "PNG", 0)
        content = buffer.data().data()
        if len(content) <= LARGEST:
            break
    return content


def reduced(picture: QImage, number: int) -> QImage:
    """Return a picture with its commonest colours; every other becomes the nearest of them."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(image.height(), -1)
    rows = rows[:, : image.width()] & 0xFFFFFF
    colours, places, counts = np.unique(rows, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(counts)[::-1][:number]]
    nearest = _nearest(_parts(colours), _parts(kept))
    indices = np.ascontiguousarray(nearest[places.reshape(rows.shape)].astype(np.uint8))
    made = QImage(
        indices.data, image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8
    ).copy()
    made.setColorTable([qRgb(*map(int, part)) for part in _parts(kept)])
    return made


def _parts(colours: np.ndarray) -> np.ndarray:
    """Return red, green and blue of colours."""
    return np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int32)


def _nearest(colours: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """Return for each colour the number of the kept one that is nearest."""
    found = [
        ((part[:, None, :] - kept[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
        for part in np.array_split(colours, len(colours) // 4096 + 1)
    ]
    return np.concatenate(found)


def main(names: list[str]) -> int:
    """Take all pictures, or those that are named, and return the exit code."""
    chosen = {name: PICTURES[name] for name in names or PICTURES}
    wanted = [
        f"{taken}-{language}-light-{SIZE.width()}"
        for taken in chosen.values()
        for language in LANGUAGES.values()
    ]
    app = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "taken"
        folder.mkdir()
        GuideTour(app, folder, Path(place), wanted).go([SIZE])
        for name, taken in chosen.items():
            for short, language in LANGUAGES.items():
                picture = QImage(str(folder / f"{taken}-{language}-light-{SIZE.width()}.png"))
                (HERE / "pictures" / f"{name}-{short}.png").write_bytes(encoded(picture))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
