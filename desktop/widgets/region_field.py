"""A field for a region: completes official names; a last part that only one has is enough."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tracker.model.report import Region

_KINDS = ("省", "自治区", "市", "自治州", "盟", "县", "区", "旗")
"""Ends of the names of regions that are left out in speech."""


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

    def set_known(self, name: str) -> None:
        """Take the region that the report has for known, whatever the list says."""
        self._before = name

    def region(self) -> Region | None:
        """Return the region that is named, or None where there is none or more than one.

        The last part of a name is enough where only one has it, also without its 市 or 县.
        """
        name = self.text().strip()
        found = self._regions.get(name)
        if found is not None or not name:
            return found
        for endings in ((name,), tuple(name + kind for kind in _KINDS)):
            ending = [r for full, r in self._regions.items() if full.endswith(endings)]
            if len(ending) > 1:  # 吉林 is a province before it is a city in it
                ending = [r for r in ending if r.name in endings] or ending
            if len(ending) == 1:
                return ending[0]
        return None

    def is_known(self) -> bool:
        """Tell whether what stands there can be taken: nothing, what was there, or a region."""
        return self.text().strip() in ("", self._before) or self.region() is not None
