"""A field for a region: completes official names; a last part that only one has is enough."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tracker.model.report import Region


class RegionField(QLineEdit):
    """Holds the name of a region, or nothing where it is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regions: dict[str, Region] = {}
        self._before = ""
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Unknown"))

    def set_regions(self, regions: tuple[Region, ...]) -> None:
        """Offer these regions while a name is typed."""
        self._regions = {region.name: region for region in regions}
        completer = QCompleter(list(self._regions), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)

    def set_name(self, name: str) -> None:
        """Show the region that a report has."""
        self._before = name
        if self.text().strip() != name:
            self.setText(name)
            self.setCursorPosition(0)

    def region(self) -> Region | None:
        """Return the region that is named, or None where there is none or more than one."""
        name = self.text().strip()
        found = self._regions.get(name)
        if found is None and name:
            ending = [r for full, r in self._regions.items() if full.endswith(name)]
            found = ending[0] if len(ending) == 1 else None
        return found

    def is_known(self) -> bool:
        """Tell whether what stands there can be taken: nothing, what was there, or a region."""
        return self.text().strip() in ("", self._before) or self.region() is not None
