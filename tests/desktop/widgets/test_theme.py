"""Whether what is written and drawn can be told from its ground, in both themes."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.settings import Theme
from desktop.widgets.across_grid import heat_ground
from desktop.widgets.theme import apply_theme, blend, colours
from desktop.widgets.topic_marks import mark_colour, shade
from tracker.model.thread import Course
from tracker.model.tracking import Verdict

ROLE = QPalette.ColorRole
TEXT, SIGN = 4.5, 3.0
"""Contrasts that WCAG 2.2 asks for at level AA (1.4.3 and 1.4.11)."""


def luminance(colour: QColor) -> float:
    """Return how bright a colour is to the eye, as WCAG counts it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_faint(inks: dict[str, QColor], grounds: dict[str, QColor], least: float) -> list[str]:
    """Name the pairs that fall short of a contrast."""
    return [
        f"{ink} on {ground}: {contrast(colour, below):.2f}"
        for ink, colour in inks.items()
        for ground, below in grounds.items()
        if contrast(colour, below) < least
    ]


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    """The palette of a theme, put on the program; what was there before comes back."""
    before, sheet = QPalette(qapp.palette()), qapp.styleSheet()
    apply_theme(qapp, request.param, "")
    yield qapp.palette()
    apply_theme(qapp, Theme.SYSTEM, "")
    qapp.setPalette(before)
    qapp.setStyleSheet(sheet)


def surfaces(palette: QPalette) -> dict[str, QColor]:
    """Return what texts, lists and bars stand on."""
    plain = (ROLE.Base, ROLE.Window, ROLE.AlternateBase, ROLE.Button)
    return {role.name: palette.color(role) for role in plain} | {"side": colours().side}


def verdicts() -> dict[str, QColor]:
    """Return the colours of the verdicts by their names."""
    return {verdict.value: colours().of_verdict(verdict) for verdict in Verdict}


def test_words_read_on_every_surface(palette: QPalette) -> None:
    """Text, remarks, links, changes and verdicts reach 4.5 to 1 wherever they stand."""
    ours = colours()
    inks = {role.name: palette.color(role) for role in (ROLE.Text, ROLE.ButtonText, ROLE.Link)}
    inks |= {"added": ours.added, "dropped": ours.dropped, "dropped text": ours.dropped_text}
    inks |= {"moved": ours.moved, "muted": ours.muted} | verdicts()
    assert too_faint(inks, surfaces(palette), TEXT) == []


def test_what_was_changed_reads_on_its_ground(palette: QPalette) -> None:
    """Each ground of a change, quote, figure and hit leaves 4.5 to 1 to the inks used on it."""
    ours, text = colours(), palette.color(ROLE.Text)
    used = (
        ("added", ours.added_ground, {"text": text, "added": ours.added, "moved": ours.moved}),
        ("dropped", ours.dropped_ground, {"text": ours.dropped_text, "words": ours.dropped}),
        ("number", ours.number_ground, {"text": text, "old": ours.dropped}),
        ("quote", ours.quote_ground, {"text": text, "dropped": ours.dropped}),
        ("found", ours.found_ground, {"text": text, "new": ours.added, "old": ours.dropped}),
        ("chosen", palette.color(ROLE.Highlight), {"text": palette.color(ROLE.HighlightedText)}),
        ("hovered", palette.color(ROLE.Midlight), {"text": text, "link": palette.color(ROLE.Link)}),
        ("tip", palette.color(ROLE.ToolTipBase), {"text": palette.color(ROLE.ToolTipText)}),
        ("first button", palette.color(ROLE.Accent), {"text": palette.color(ROLE.Base)}),
        ("its hover", palette.color(ROLE.Link), {"text": palette.color(ROLE.Base)}),
    )
    faint = [one for name, ground, inks in used for one in too_faint(inks, {name: ground}, TEXT)]
    assert faint == []


def test_figures_read_on_heat_and_bars(palette: QPalette) -> None:
    """The fullest shade of a matrix, a rate or a bar still lets its figure be read."""
    base, text = palette.color(ROLE.Base), {"text": palette.color(ROLE.Text)}
    grounds = {f"topic {step}": shade(step) for step in range(6)}
    grounds |= {f"rate {rate:.1f}": heat_ground(rate, base) for rate in (0.0, 0.5, 1.0)}
    grounds |= {f"bar {name}": blend(one, base, 0.26) for name, one in verdicts().items()}
    assert too_faint(text, grounds, TEXT) == []


def test_signs_are_seen(palette: QPalette) -> None:
    """Marks, bars, frames of what has the keyboard and scroll bars reach 3 to 1."""
    ours = colours()
    signs = {"accent": palette.color(ROLE.Accent), "fair": ours.fair}
    signs |= {"added": ours.added, "dropped": ours.dropped, "moved": ours.moved}
    assert too_faint(signs, surfaces(palette), SIGN) == []
    scrolled = {one.name: palette.color(one) for one in (ROLE.Base, ROLE.Window)}
    assert too_faint({"scroll bar": ours.thumb}, scrolled | {"side": ours.side}, SIGN) == []
    marks = {course.value: mark_colour(course) for course in Course}
    assert too_faint(marks, {f"topic {step}": shade(step) for step in range(6)}, SIGN) == []
