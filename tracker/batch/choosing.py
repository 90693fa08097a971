"""Which reports of an archive are wanted, and which of them are set against which."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.across.figures import consecutive, looked_back_by
from tracker.model.ids import ReportId
from tracker.model.report import Metadata


class PairChoice(StrEnum):
    """Which reports the promises of a report are judged by."""

    NEXT = "next"
    """Those that look back on its year, or on the next year there is one of."""
    ALL = "all"
    """Each later one of its region by itself."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """What of an archive is wanted.

    Attributes:
        regions: Beginnings or parts of names of regions; all where there is none.
        years: Years of reports; all where there is none.
        pairs: Which reports are set against which.
    """

    regions: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    pairs: PairChoice = PairChoice.NEXT

    def admits(self, meta: Metadata) -> bool:
        """Tell whether a report is wanted."""
        if self.years and meta.year not in self.years:
            return False
        name = meta.region.name if meta.region else ""
        return not self.regions or any(region in name for region in self.regions)


@dataclass(frozen=True, slots=True)
class Head:
    """What has to be known of a report to choose it and to find those it belongs with.

    Attributes:
        id: Hash of its bytes.
        key: Name of its cells.
        file: Where it was found, as people read it.
        meta: What its own head says.
        answers_for_itself: It sets targets and results beside each other.
    """

    id: ReportId
    key: str
    file: str
    meta: Metadata
    answers_for_itself: bool


def place_of(head: Head) -> tuple[str, str, int, str, str]:
    """Return where a report stands among others: by region, year and file."""
    region = head.meta.region
    code, name = (region.code, region.name) if region else ("~", "")
    return code or "~", name, head.meta.year or 0, head.file, head.id


def regions_of(heads: Iterable[Head]) -> list[list[Head]]:
    """Return reports by region, each region in the order of its years; without a region: alone."""
    found: dict[str, list[Head]] = defaultdict(list)
    for head in sorted(heads, key=place_of):
        region = head.meta.region
        found[(region.code or region.name) if region else head.id].append(head)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and those that its promises are judged by, by the names of their cells."""

    earlier: Head
    laters: tuple[Head, ...]

    @property
    def id(self) -> str:
        """Its stable name."""
        return "-".join(one.id[:12] for one in (self.earlier, *self.laters))


def pairs_of(region: Sequence[Head], choice: PairChoice) -> list[Pair]:
    """Return the pairs among the reports of one region, in their order."""
    if choice is PairChoice.NONE:
        return []
    if choice is PairChoice.ALL:
        return [
            Pair(earlier, (later,))
            for earlier in region
            for later in region
            if _answers(later, earlier)
        ]
    following = {earlier.id: laters for earlier, laters in consecutive(region)}
    found = []
    for earlier in region:
        itself = (earlier,) if earlier.answers_for_itself else ()
        laters = itself + following.get(earlier.id, ())
        if laters:
            found.append(Pair(earlier, laters))
    return found


def _answers(later: Head, earlier: Head) -> bool:
    """Tell whether a report looks back on the year of another or on one after it."""
    if later.id == earlier.id:
        return earlier.answers_for_itself
    year = earlier.meta.plan_year
    return year is not None and looked_back_by(later, year) is not None
