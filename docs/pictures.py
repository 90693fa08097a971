"""Take the pictures of the guide: ``python docs/pictures.py [NAME…]``, under a display.

The program itself takes them, on the samples (``tests/desktop/screenshots.py``), in both
languages. A picture has no more colours than its size on the disk allows.
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
from tests.builders import SEEDS  # noqa: E402
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

FILES = {
    "000": "苏州市2023年政府工作报告",
    "001": "苏州市2023年计划报告",
    "002": "苏州市2021年政府工作报告",
    "003": "相城区政府工作报告",
    "004": "吴中区2025",
}
"""Samples by their number, with names that a person may give them."""

SIZE = QSize(1280, 800)
LANGUAGES = {"zh": "zh_CN", "en": "en"}
COLOURS = (256, 128, 64, 32)
LARGEST = 110_000
"""Bytes; a picture that is larger is written with fewer colours, which letters bear well."""


class GuideTour(Tour):
    """Shows nothing of the computer on which it is made."""

    def preview(self) -> None:
        """Take the preview of a first import, of files with names as people give them."""
        folder = self.private / "incoming"
        folder.mkdir(exist_ok=True)
        for number, name in FILES.items():
            (seed,) = SEEDS.glob(f"{number}_*.txt")
            (folder / f"{name}.txt").write_bytes(seed.read_bytes())
        self.session.open_workspace(self.private / f"{self.label}.duizhang", sample=False)
        self.wait()
        self.window.furniture.intake.bring_in((folder,))
        self.wait(lambda: self.window.furniture.intake.dialog is not None)
        if self.window.furniture.intake.dialog is not None:
            self.wait()
            self._save(self.window.furniture.intake.dialog, "import")
            self.window.furniture.intake.dialog.reject()
        self.open_sample()

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
    kept = _chosen(colours[np.argsort(counts)[::-1]], number)
    nearest = _distances(_parts(colours), _parts(kept)).argmin(axis=1)
    indices = np.ascontiguousarray(nearest[places.reshape(rows.shape)].astype(np.uint8))
    made = QImage(
        indices.data, image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8
    ).copy()
    made.setColorTable([qRgb(*map(int, part)) for part in _parts(kept)])
    return made


def _chosen(colours: np.ndarray, number: int) -> np.ndarray:
    """Return some of the colours, which come with the commonest first.

    Half of them are the commonest: pale grounds differ by little. The others are chosen so that
    whatever is left is near one of them: a small red sign tells more than one more grey.
    """
    parts = _parts(colours)
    for apart in range(0, 256, 4):
        left = np.ones(len(colours), dtype=bool)
        kept: list[int] = []
        while len(kept) < number and left.any():
            near = apart if len(kept) >= number // 2 else 0
            kept.append(int(left.argmax()))
            left &= ((parts - parts[kept[-1]]) ** 2).sum(axis=1) > near**2
            if len(kept) == number // 2:
                left &= _distances(parts, parts[kept]).min(axis=1) > apart**2
        if not left.any():
            break
    return colours[kept]


def _parts(colours: np.ndarray) -> np.ndarray:
    """Return red, green and blue of colours."""
    return np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int32)


def _distances(colours: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """Return the square of the distance of each colour to each of the kept ones."""
    return ((colours[:, None, :] - kept[None, :, :]) ** 2).sum(axis=2)


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
