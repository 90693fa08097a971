"""Colours and fonts: one light and one dark palette, everything else made of their roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.settings import Theme

if TYPE_CHECKING:
    from tracker.model.tracking import Verdict

CJK_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
"""What the text is set in: the first that the system has."""

_SQUEEZED = QFont.Tag("palt")
"""Punctuation as wide as it is drawn, instead of as wide as a character."""
BODY_POINTS = 11.5
INTERFACE_POINTS = 10.0
LINE_HEIGHT = 1.62
"""Distance of lines as a multiple of the size of a character."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What a palette has no role for; text reads at 4.5 to 1 on its ground, signs at 3 to 1.

    Attributes:
        added: Words that are new, and the bar beside what is.
        added_ground: Ground of a passage that is new.
        dropped: Words that are gone, and the bar beside what is.
        dropped_ground: Ground of a passage that is gone.
        dropped_text: Text of a passage that is gone.
        moved: Text that stands elsewhere.
        number_ground: Ground of a figure that differs.
        quote_ground: Ground of a matched quote.
        found_ground: Ground of what a search found.
        muted: Noise, remarks.
        line: Hairlines.
        edge: Border of what lies above the page: menus, lists of boxes, tips.
        popup: Its ground.
        side: Ground of side panes.
        thumb: Handle of a scroll bar.
        good, fair, bad, open, silent, unsure, waiting: Verdicts.
    """

    added: QColor
    added_ground: QColor
    dropped: QColor
    dropped_ground: QColor
    dropped_text: QColor
    moved: QColor
    number_ground: QColor
    quote_ground: QColor
    found_ground: QColor
    muted: QColor
    line: QColor
    edge: QColor
    popup: QColor
    side: QColor
    thumb: QColor
    good: QColor
    fair: QColor
    bad: QColor
    open: QColor
    silent: QColor
    unsure: QColor
    waiting: QColor

    def of_verdict(self, verdict: Verdict) -> QColor:
        """Return the colour of a verdict."""
        from tracker.model.tracking import Verdict  # noqa: PLC0415 - not needed for the first frame

        return {
            Verdict.FULFILLED: self.good,
            Verdict.PARTIAL: self.fair,
            Verdict.MISSED: self.bad,
            Verdict.IN_PROGRESS: self.open,
            Verdict.NOT_REPORTED: self.silent,
            Verdict.UNDETERMINED: self.unsure,
            Verdict.PENDING: self.waiting,
        }[verdict]


_LIGHT = Colours(
    added=QColor("#176b3a"),
    added_ground=QColor("#f0f8f2"),
    dropped=QColor("#b3261e"),
    dropped_ground=QColor("#fbf3f2"),
    dropped_text=QColor("#4f5459"),
    moved=QColor("#1f5fae"),
    number_ground=QColor("#ffe3a3"),
    quote_ground=QColor("#fff0c2"),
    found_ground=QColor("#e3d4fa"),
    muted=QColor("#656a6f"),
    line=QColor("#dfe1e4"),
    edge=QColor("#b4b9bf"),
    popup=QColor("#ffffff"),
    side=QColor("#f5f6f7"),
    thumb=QColor("#82888e"),
    good=QColor("#176b3a"),
    fair=QColor("#7a5b00"),
    bad=QColor("#b3261e"),
    open=QColor("#1f5fae"),
    silent=QColor("#5d6369"),
    unsure=QColor("#71489c"),
    waiting=QColor("#5d6369"),
)
_DARK = Colours(
    added=QColor("#7fd49b"),
    added_ground=QColor("#1f2a24"),
    dropped=QColor("#f59a92"),
    dropped_ground=QColor("#2c2324"),
    dropped_text=QColor("#b4b9be"),
    moved=QColor("#8cb8f0"),
    number_ground=QColor("#503f0e"),
    quote_ground=QColor("#4d4013"),
    found_ground=QColor("#4b3a6b"),
    muted=QColor("#9aa1a8"),
    line=QColor("#3a3e43"),
    edge=QColor("#5d646c"),
    popup=QColor("#2b2f35"),
    side=QColor("#22252a"),
    thumb=QColor("#70767e"),
    good=QColor("#7fd49b"),
    fair=QColor("#e3c05c"),
    bad=QColor("#f59a92"),
    open=QColor("#8cb8f0"),
    silent=QColor("#a5acb3"),
    unsure=QColor("#c9a6ec"),
    waiting=QColor("#a5acb3"),
)


_known: dict[int, bool] = {}
"""Whether the palette of that key is dark: each mark that is painted asks, a hundred a frame."""


def is_dark() -> bool:
    """Tell whether the palette in use is the dark one."""
    palette = QGuiApplication.palette()
    key = palette.cacheKey()
    if key not in _known:
        _known.clear()
        _known[key] = palette.color(QPalette.ColorRole.Base).lightness() < 128
    return _known[key]


def colours() -> Colours:
    """Return the colours that go with the palette in use."""
    return _DARK if is_dark() else _LIGHT


def _palette(*, dark: bool) -> QPalette:
    base, window, text, button, accent, link = (
        ("#1b1d21", "#26292e", "#e4e6e8", "#30343a", "#5b93d6", "#7cade8")
        if dark
        else ("#ffffff", "#f0f1f3", "#1d2023", "#fbfbfc", "#245f9e", "#245f9e")
    )
    muted = (_DARK if dark else _LIGHT).muted
    palette = QPalette(QColor(button), QColor(window))
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, window),
        (role.WindowText, text),
        (role.Base, base),
        (role.AlternateBase, "#212429" if dark else "#f7f8f9"),
        (role.Text, text),
        (role.Button, button),
        (role.ButtonText, text),
        (role.BrightText, "#ffffff"),
        (role.ToolTipBase, "#33373d" if dark else "#ffffff"),
        (role.ToolTipText, text),
        (role.Highlight, "#34557c" if dark else "#cfe0f3"),
        (role.HighlightedText, "#ffffff" if dark else "#10233a"),
        (role.Link, link),
        (role.Accent, accent),
        (role.Mid, "#3f444a" if dark else "#d3d6da"),
        (role.Midlight, "#34383e" if dark else "#e6e8ea"),
        (role.Light, "#3a3f45" if dark else "#ffffff"),
        (role.Dark, "#14161a" if dark else "#b3b8bd"),
    ):
        palette.setColor(where, QColor(colour))
    palette.setColor(role.PlaceholderText, muted)
    off = QPalette.ColorGroup.Disabled
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(off, where, QColor("#6d737a" if dark else "#9ca1a7"))
    return palette


def _wants_dark(theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Theme.DARK


def apply_theme(app: QApplication, theme: Theme, sheet: str) -> None:
    """Put palette, style sheet and interface font of a theme on the whole program.

    Args:
        app: The application.
        theme: What the person chose.
        sheet: Style sheet over palette roles; ``@line@`` and the like stand for our own colours.
    """
    scheme = {
        Theme.SYSTEM: Qt.ColorScheme.Unknown,
        Theme.LIGHT: Qt.ColorScheme.Light,
        Theme.DARK: Qt.ColorScheme.Dark,
    }[theme]
    QGuiApplication.styleHints().setColorScheme(scheme)
    app.setPalette(_palette(dark=_wants_dark(theme)))
    ours = colours()
    for name in ("line", "edge", "popup", "side", "muted", "thumb", "bad"):
        sheet = sheet.replace(f"@{name}@", getattr(ours, name).name())
    sheet = sheet.replace("@number@", ours.number_ground.name())
    app.setStyleSheet(sheet)


def interface_font() -> QFont:
    """Return the font of buttons, lists and tables.

    CJK fonts set “ ” as wide as a Chinese character: holes in an English sentence. Only the room
    around punctuation goes; a full-width comma still looks like one.
    """
    font = QFont(list(CJK_FONTS))
    font.setPointSizeF(INTERFACE_POINTS)
    if QLocale().language() != QLocale.Language.Chinese:
        font.setFeature(_SQUEEZED, 1)
    return font


def line_height(font: QFont) -> float:
    """Return the distance of lines in per cent of the font's own height.

    CJK fonts bring a height of 1.45 times the size of a character, Latin ones about 1.2; the
    eye measures from character to character.
    """
    metrics = QFontMetricsF(font)
    size = QFontInfo(font).pixelSize()
    return 100 * LINE_HEIGHT * size / metrics.height()


def body_font() -> QFont:
    """Return the font that reports are read in."""
    font = QFont(list(CJK_FONTS))
    font.setPointSizeF(BODY_POINTS)
    font.setFeature(_SQUEEZED, 0)  # else it would come from the interface
    return font


def blend(over: QColor, ground: QColor, share: float) -> QColor:
    """Return a colour between two: ``share`` 1 is ``over``."""
    rest = 1 - share
    return QColor(
        round(over.red() * share + ground.red() * rest),
        round(over.green() * share + ground.green() * rest),
        round(over.blue() * share + ground.blue() * rest),
    )


def smaller(font: QFont) -> QFont:
    """Return the font of small figures beside the interface font."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * _SMALL)
    return found


_SMALL = 0.82
"""Size of small figures beside the interface font."""
