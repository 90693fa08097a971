"""The ribbons between neighbouring columns: what they tie, under the mouse and when clicked."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from desktop.jobs.catalog import Comparison
from desktop.models.changed_text import alone
from desktop.models.linking import pair_name
from desktop.models.section_pairs import SectionPair
from desktop.views.columns import Column, Columns
from desktop.views.levels import Levels
from desktop.widgets.diff_gutter import Ribbon, Tie
from desktop.widgets.report_pane import ReportPane
from desktop.widgets.section_band import SectionBand
from tracker.model.alignment import LinkKind


class Ribbons(QObject):
    """Gives each gutter its ribbons and does what the mouse asks of them.

    Args:
        columns: Where the gutters are.
        levels: Knows which sections belong together and where they stand.
    """

    def __init__(self, columns: Columns, levels: Levels) -> None:
        super().__init__(columns)
        self._columns = columns
        self._levels = levels
        self._bands: dict[ReportPane, SectionBand] = {}
        columns.head_made.connect(self._on_column)
        levels.measured.connect(self._draw)

    def _on_column(self, column: Column) -> None:
        self._bands[column.pane] = SectionBand(column.pane.text)
        column.gutter.hovered.connect(partial(self._light, column))
        column.gutter.chosen.connect(partial(self._bring_level, column))

    def band(self, pane: ReportPane) -> SectionBand:
        """Return what makes a section of a text stand out."""
        return self._bands[pane]

    def _draw(self, place: int) -> None:
        """Draw what is known between a column and its right neighbour."""
        gutter = self._columns[place + 1].gutter
        comparison = self._levels.comparison(place)
        left, right = (pane.text for pane in self._columns.panes[place : place + 2])
        gutter.set_ribbons(
            tuple(
                Ribbon(stretch, _tie(pair), _name(comparison, pair))
                for pair, stretch in self._levels.ties(place)
            ),
            (
                tuple(left.y_of(span.start) for span in alone(comparison, later=False)),
                tuple(right.y_of(span.start) for span in alone(comparison, later=True)),
            ),
        )

    def _light(self, column: Column, ribbon: int) -> None:
        """Let both sections of a ribbon stand out, or neither."""
        place = self._columns.place(column) - 1 if column in self._columns else -1
        if place < 0:
            return
        bands = [self._bands[pane] for pane in self._columns.panes[place : place + 2]]
        if ribbon < 0:
            for band in bands:
                band.hide()
            return
        _, stretch = self._levels.ties(place)[ribbon]
        bands[0].light(stretch.top, stretch.bottom)
        bands[1].light(stretch.other_top, stretch.other_bottom)

    def _bring_level(self, column: Column, ribbon: int) -> None:
        place = self._columns.place(column) - 1
        pair, _ = self._levels.ties(place)[ribbon]
        self._levels.show_pair(place, pair.earlier.index, pair.later.index)


def _tie(pair: SectionPair) -> Tie:
    if pair.by_hand:
        return Tie.BY_HAND
    return Tie.WEAK if pair.kind is LinkKind.RELATED else Tie.SURE


def _name(comparison: Comparison, pair: SectionPair) -> str:
    """Return both headings, and how sure it is that they belong together."""
    told = {
        Tie.SURE: "",
        Tie.WEAK: QCoreApplication.translate("Ribbons", "only related"),
        Tie.BY_HAND: QCoreApplication.translate("SectionTags", "Linked by hand"),
    }[_tie(pair)]
    name = pair_name(comparison, pair.earlier.index, pair.later.index)
    click = QCoreApplication.translate("Ribbons", "Click: bring both before the eye")
    return "\n".join(line for line in (name, told, click) if line)
