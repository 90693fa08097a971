"""Regions of a library within each other, with their reports; no Qt in it."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from desktop.jobs import shelf
from desktop.models.shelf import RegionOrder, latest_first, place_in_region, region_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from tracker.model.ids import ReportId
    from tracker.model.library import RegionStep, ReportEntry

    Chain = tuple[tuple[str, RegionStep | None], ...]
    """Regions one in another, each with what it is known by; None is the unknown one."""


@dataclass(eq=False, slots=True)
class Node:
    """A region or a report in the tree.

    Attributes:
        number: Place in the list of all nodes.
        above: The region above; the root for those at the top.
        row: Place below the region above.
        name: What a region is called; a region that holds one region only is joined with it.
        chain: Those that are joined, from the outermost in.
        order: What regions of one parent are sorted by.
        entry: The report, None for a region.
        children: What is below: reports first, latest first, then regions.
        region: Key of the region whose own reports stand below, "" where there are none.
        n_reports: Reports below, at any depth.
    """

    number: int = -1
    above: Node | None = None
    row: int = 0
    name: str = ""
    chain: Chain = ()
    order: tuple[object, ...] = ()
    entry: ReportEntry | None = None
    children: list[Node] = field(default_factory=list)
    region: str = ""
    n_reports: int = 0

    @property
    def key(self) -> str:
        """What a region is known by while reports come and go."""
        return self.chain[-1][0] if self.chain else ""


class Growth(Protocol):
    """Is told what happens to the nodes of a tree, before and after."""

    def put_in(self, parent: Node, row: int) -> AbstractContextManager[None]:
        """Surround that a node is put in, with all that is below it."""

    def take_out(self, parent: Node, row: int) -> AbstractContextManager[None]:
        """Surround that a node is taken out."""

    def change(self, node: Node) -> None:
        """Take notice that a node tells something else of itself."""


class RegionTree:
    """Regions from province to county, each with its own reports, latest first.

    Args:
        hits: The reports.
        order: How regions follow each other.
    """

    def __init__(
        self, hits: Iterable[ReportEntry] = (), order: RegionOrder = RegionOrder.OFFICIAL
    ) -> None:
        self.root = Node()
        self.nodes: list[Node] = []
        """All of them by their numbers, the root left out."""
        self.at: dict[ReportId, Node] = {}
        """Where reports stand."""
        self._order = order
        self._regions: dict[str, Node] = {}
        own: dict[Node, list[ReportEntry]] = {}
        for entry in hits:
            own.setdefault(self._region_of(entry), []).append(entry)
        for node, entries in own.items():
            node.children[:0] = map(_of_report, latest_first(entries))
        self._finish(self.root)
        self._settle(self.root)

    def _region_of(self, entry: ReportEntry) -> Node:
        above = self.root
        for path, step in _chain_of(entry):
            node = self._regions.get(path)
            if node is None:
                node = self._regions[path] = Node(chain=((path, step),), order=self._rank(step))
                above.children.append(node)
            above = node
        return above

    def _rank(self, step: RegionStep | None) -> tuple[object, ...]:
        if step is None:
            return (1,)
        return (0, shelf.reading(step.name) if self._order is RegionOrder.PINYIN else step.order)

    def _finish(self, node: Node) -> None:
        """Sort what is below, count it, and join regions that hold nothing but one region."""
        reports = [one for one in node.children if one.entry is not None]
        below = [one for one in node.children if one.entry is None]
        below.sort(key=lambda one: one.order)
        for one in below:
            self._finish(one)
        node.children = reports + below
        node.n_reports = sum(one.n_reports for one in node.children)
        if node.chain and below and len(node.children) == 1:
            node.chain += below[0].chain
            node.children = below[0].children
            self._regions.update((path, node) for path, _ in below[0].chain)
        _call(node)

    def _settle(self, node: Node) -> None:
        """Tell all below a node where they stand; new ones get a number."""
        for row, one in enumerate(node.children):
            one.above, one.row = node, row
            if one.number < 0:
                one.number = len(self.nodes)
                self.nodes.append(one)
                if one.entry is not None:
                    self.at[one.entry.id] = one
                self._settle(one)

    def add(self, entry: ReportEntry, growth: Growth) -> None:
        """Put one more report where it belongs; all others stay, and are not looked at."""
        chain = _chain_of(entry)
        known = [path for path, _ in chain if path in self._regions]
        above = self._regions[known[-1]] if known else self.root
        if known and above.key != known[-1]:
            above = self._part(above, known[-1], growth)
        n_own = sum(1 for one in above.children if one.entry is not None)
        node = _of_report(entry)
        if len(known) == len(chain):
            row = bisect(above.children, place_in_region(entry), 0, n_own, key=_place)
        else:
            node = Node(chain=chain[len(known) :], children=[node], n_reports=1)
            node.order = self._rank(node.chain[0][1])
            _call(node)
            self._regions.update((path, node) for path, _ in node.chain)
            row = bisect(above.children, node.order, n_own, key=lambda one: one.order)
        self._put_in(above, row, node, growth)
        _call(above)
        one: Node | None = above
        while one is not None and one is not self.root:
            one.n_reports += 1
            growth.change(one)
            one = one.above

    def _put_in(self, above: Node, row: int, node: Node, growth: Growth) -> None:
        with growth.put_in(above, row):
            above.children.insert(row, node)
            self._settle(above)

    def _part(self, joined: Node, path: str, growth: Growth) -> Node:
        """Let regions that were joined stand one below the other again; return the upper one.

        Args:
            joined: Both of them.
            path: The last one of the upper part.
            growth: Is told.
        """
        above, row = joined.above or self.root, joined.row
        with growth.take_out(above, row):
            del above.children[row]
            self._settle(above)
        n_upper = [one for one, _ in joined.chain].index(path) + 1
        upper = Node(
            chain=joined.chain[:n_upper],
            order=joined.order,
            children=[joined],
            n_reports=joined.n_reports,
        )
        joined.chain = joined.chain[n_upper:]
        joined.order = self._rank(joined.chain[0][1])
        self._regions.update((one, upper) for one, _ in upper.chain)
        for node in (joined, upper):
            _call(node)
        self._put_in(above, row, upper, growth)
        return upper


def _chain_of(entry: ReportEntry) -> Chain:
    """Return the regions that a report lies in, from the outermost in."""
    path = ""
    found: list[tuple[str, RegionStep | None]] = []
    for step in shelf.steps(entry) or (None,):
        path = f"{path}/{(step.code or step.name) if step else ''}"
        found.append((path, step))
    return tuple(found)


def _of_report(entry: ReportEntry) -> Node:
    return Node(entry=entry, name=entry.id, n_reports=1)


def _place(node: Node) -> tuple[object, ...]:
    return place_in_region(node.entry) if node.entry is not None else ()


def _call(node: Node) -> None:
    """Give a region its name, by where it lies and by its latest report."""
    names = [step.name for _, step in node.chain if step is not None]
    latest = node.children[0].entry if node.children else None
    node.region = "" if latest is None else region_key(latest)
    if latest is not None and latest.region_name and names:
        # A place that was renamed goes by its name of today.
        names[-1] = shelf.steps(latest)[-1].name
    node.name = "".join(names)
