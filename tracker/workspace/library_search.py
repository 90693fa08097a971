"""A search over the library: what the index found, told by report, and its hits page by page.

The paragraphs are found once, in some milliseconds; the texts of those that are looked at are read
when they are. What was found stays as it was, whatever comes into the library meanwhile.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.paragraph import Paragraph
from tracker.model.search import EVERYWHERE, FoundReport, Hit, Order, Query, ReportHits, Scope
from tracker.store.word_index import PLACES, IndexedReport
from tracker.workspace.word_index import WordIndex, present

if TYPE_CHECKING:
    from tracker.store.word_index import Numbers
    from tracker.text.search import Matcher
    from tracker.workspace.word_index import Present

PAGE = 10
"""Reports of a page."""
EACH = 3
"""Paragraphs that are shown of each at first: the best of those that are looked at."""
_LOOKED_AT = 20
_AT_ONCE = 500
_SURE = 5000
"""Paragraphs that are read to tell how many hold what no index can tell: that words stand in one
sentence, or are whole. Of more, it is told how many may."""


class _Source(NamedTuple):
    """Where the hits of a report come from: the index, or the report itself."""

    found: FoundReport
    number: int = -1
    first: int = 0
    last: int = 0
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was looked for, and where."""

    query: Query
    wanted: "Matcher"
    scope: Scope


class LibrarySearch:
    """What was found; see ``Workspace.search``.

    Attributes:
        query: What was looked for.
        reports: The reports that hold it, in the order that was asked for.
        n_paragraphs: Paragraphs that hold it, in all of them.
        exact: These numbers are exact; else as many may hold it.
        complete: All was looked through; else it was stopped.
    """

    def __init__(
        self,
        index: WordIndex,
        asked: "_Asked",
        numbers: "Numbers",
        sources: Sequence[_Source],
        *,
        exact: bool,
        complete: bool,
    ) -> None:
        self.query = asked.query
        self.reports = tuple(source.found for source in sources)
        self.n_paragraphs = sum(found.n_paragraphs for found in self.reports)
        self.exact = exact
        self.complete = complete
        self._index = index
        self._wanted = asked.wanted
        self._roles = asked.scope.roles
        self._numbers = numbers
        self._sources = {source.found.report_id: source for source in sources}

    def page(self, start: int, n_reports: int = PAGE, each: int = EACH) -> tuple[ReportHits, ...]:
        """Return the best hits of the reports from one on, in the order of their texts.

        Raises:
            InputProblem: A regular expression takes too long.
        """
        reports = [one.report_id for one in self.reports[start : start + n_reports]]
        sources = [self._sources[one] for one in reports]
        numbers = {s.number: self._of(s)[:_LOOKED_AT] for s in sources if s.number >= 0}
        texts, headings = self._texts([one for some in numbers.values() for one in some])
        pages = []
        for source in sources:
            hits = source.hits[:each]
            if source.number >= 0:
                known = headings.get(source.number, ())
                some = [(n, *texts[n]) for n in numbers[source.number] if n in texts]
                hits = self._best(some, known, each)
            pages.append(ReportHits(source.found.report_id, hits))
        return tuple(pages)

    def _of(self, source: _Source) -> list[int]:
        found: list[int] = self._numbers[source.first : source.last].tolist()
        return found

    def _best(
        self, some: Sequence[tuple[int, Paragraph, str]], headings: Sequence[str], each: int
    ) -> tuple[Hit, ...]:
        from tracker.text.ranking import paragraph_score  # noqa: PLC0415 - with the first search
        from tracker.text.search import hits_at  # noqa: PLC0415 - as above

        scored: list[tuple[float, int, int, Paragraph, list[list[tuple[int, int]]]]] = []
        for number, paragraph, text in some:
            ranges = self._wanted.ranges(text, 0, len(text)) or []
            score = paragraph_score([len(found) for found in ranges], len(text))
            scored.append((-score, len(scored), number, paragraph, ranges))
        best: dict[int, tuple[Hit, ...]] = {}
        for _, _, number, paragraph, ranges in sorted(scored):
            hits = self._admitted(hits_at(paragraph, ranges, headings, self._wanted))
            if hits:
                best[number] = hits
            if len(best) == each:
                break
        return tuple(hit for number in sorted(best) for hit in best[number])

    def hits(self, report_id: ReportId) -> ReportHits:
        """Return all hits of a report, in the order of its text.

        Raises:
            InputProblem: A regular expression takes too long.
        """
        source = self._sources.get(report_id)
        if source is None or source.number < 0:
            return ReportHits(report_id, () if source is None else source.hits)
        texts, headings = self._texts(self._of(source))
        known = headings.get(source.number, ())
        found = [hit for one in texts.values() for hit in self._hits(*one, known)]
        return ReportHits(report_id, tuple(found))

    def _hits(self, paragraph: Paragraph, folded: str, headings: Sequence[str]) -> tuple[Hit, ...]:
        from tracker.text.search import find_in  # noqa: PLC0415 - loaded with the first search

        return self._admitted(find_in(paragraph, folded, headings, self._wanted))

    def _admitted(self, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        roles = self._roles
        return tuple(hit for hit in hits if hit.role in roles) if roles else hits

    def _texts(
        self, numbers: Sequence[int]
    ) -> tuple[dict[int, tuple[Paragraph, str]], dict[int, tuple[str, ...]]]:
        """Return paragraphs by number, and the headings of their reports."""
        paragraphs, headings = self._index.texts(numbers)
        return folded(paragraphs), headings


def folded(paragraphs: dict[int, Paragraph]) -> dict[int, tuple[Paragraph, str]]:
    """Return paragraphs in order, each with its text in one spelling; all are spelled in one go."""
    from tracker.text.script import one_spelling  # noqa: PLC0415 - loaded with the first search

    in_order = sorted(paragraphs.items())
    spelled, at, found = one_spelling("\n".join(one.text for _, one in in_order)), 0, {}
    for number, one in in_order:
        found[number] = one, spelled[at : at + len(one.text)]
        at += len(one.text) + 1
    return found


@dataclass(frozen=True)
class Searching:
    """Looks for one query in the library.

    Attributes:
        index: Index of the workspace.
        query: What to look for.
        scope: Where.
        report_progress: Told how far it is, where it takes a while.
        should_stop: Asked between a few hundred paragraphs.
        read: Looks through a report that is not in the index.
    """

    index: WordIndex
    query: Query
    scope: Scope
    report_progress: Callable[[int, int, str], None]
    should_stop: Callable[[], bool]
    read: Callable[[ReportId], tuple[Hit, ...]]

    def run(self, order: Order) -> LibrarySearch:
        """Return what is found.

        Raises:
            InputProblem: The query cannot be looked for.
        """
        from tracker.text.search import matcher  # noqa: PLC0415 - loaded with the first search

        wanted = matcher(self.query)
        asked = self._asked()
        found = self.index.candidates(asked, self.report_progress, self.should_stop)
        heads = {}
        if order is not Order.RELEVANCE or self.scope != EVERYWHERE:
            heads = {entry.id: entry for entry in self.index.entries()}
        reports, there = found.reports, found.present
        if heads:
            reports = {n: r for n, r in reports.items() if self._admitted(r.report_id, heads)}
            there = present(reports)
        numbers = _within(found.numbers, there)
        plain = len(asked) == len(wanted.patterns) == 1 and not self.query.regex
        plain = plain and not self.query.whole_words and not self.scope.roles
        exact = complete = True
        if not plain and (self.query.regex or len(numbers) <= _SURE):
            numbers, complete = self._checked(numbers, wanted)
        elif not plain:
            exact = False
        unread, stopped = self._unread(found.unknown, heads)
        sources = [*_by_report(numbers, reports), *unread]
        return LibrarySearch(
            self.index,
            _Asked(self.query, wanted, self.scope),
            numbers,
            _ordered(sources, reports, order, heads),
            exact=exact and complete,
            complete=complete and not stopped,
        )

    def _asked(self) -> list[tuple[str, ...]]:
        """Return what the index is asked for each word of the query."""
        from tracker.text.pairs import asked, literals  # noqa: PLC0415 - as above
        from tracker.text.search import terms  # noqa: PLC0415

        words = literals(self.query.text.strip()) if self.query.regex else terms(self.query.text)
        return [one for one in map(asked, words) if one]

    def _admitted(self, report_id: ReportId, heads: dict[ReportId, ReportEntry]) -> bool:
        if not heads:
            return True
        head = heads.get(report_id)
        return head is not None and self.scope.admits(head.region_name, head.year, head.kind)

    def _checked(self, numbers: "Numbers", wanted: "Matcher") -> tuple["Numbers", bool]:
        """Return the paragraphs that really hold it, and whether all were looked at."""
        import numpy  # noqa: PLC0415 - loaded with the first search

        from tracker.text.search import find_in, stands_in  # noqa: PLC0415 - as above

        roles, kept = self.scope.roles, list[int]()
        for start in range(0, len(numbers), _AT_ONCE):
            if self.should_stop():
                return numpy.array(kept, dtype=numbers.dtype), False
            if start:
                self.report_progress(start, len(numbers), "")
            some = folded(self.index.texts(numbers[start : start + _AT_ONCE].tolist())[0])
            for number, (paragraph, spelled) in some.items():
                if not roles:
                    holds = stands_in(paragraph, spelled, wanted)
                else:
                    found = find_in(paragraph, spelled, (), wanted)
                    holds = any(hit.role in roles for hit in found)
                if holds:
                    kept.append(number)
        return numpy.array(kept, dtype=numbers.dtype), True

    def _unread(
        self, unknown: Sequence[ReportId], heads: dict[ReportId, ReportEntry]
    ) -> tuple[list[_Source], bool]:
        """Return what is found in reports that are not in the index, and whether that stopped."""
        found = list[_Source]()
        for report_id in unknown:
            if self.should_stop():
                return found, True
            hits = self.read(report_id) if self._admitted(report_id, heads) else ()
            if hits:
                found.append(_Source(FoundReport(report_id, len(hits)), hits=hits))
        return found, False


def _within(numbers: "Numbers", there: "Present") -> "Numbers":
    """Return the paragraphs of the reports that are there."""
    of = numbers // PLACES
    if len(of) and of[-1] >= len(there):  # they ascend
        numbers = numbers[of < len(there)]
        of = numbers // PLACES
    inside = there[of]
    return numbers if inside.all() else numbers[inside]


def _by_report(numbers: "Numbers", reports: Mapping[int, IndexedReport]) -> Iterator[_Source]:
    """Yield each report with the stretch of the paragraphs that are its own."""
    import numpy  # noqa: PLC0415 - loaded with the first search

    if not len(numbers):
        return
    of = numbers // PLACES
    first = numpy.concatenate(([0], numpy.flatnonzero(numpy.diff(of)) + 1))
    last = numpy.append(first[1:], len(numbers))
    for number, a, b in zip(of[first].tolist(), first.tolist(), last.tolist(), strict=True):
        yield _Source(FoundReport(reports[number].report_id, b - a), number, a, b)


def _ordered(
    sources: list[_Source],
    reports: Mapping[int, IndexedReport],
    order: Order,
    heads: dict[ReportId, ReportEntry],
) -> list[_Source]:
    """Return reports in an order; those of equal rank as they came into the library."""
    if order is Order.RELEVANCE:
        import numpy  # noqa: PLC0415 - loaded with the first search

        from tracker.text.ranking import report_scores  # noqa: PLC0415 - as above

        counts = numpy.array([one.found.n_paragraphs for one in sources], dtype=numpy.int64)
        lengths = [reports[one.number].n_paragraphs if one.number >= 0 else 1 for one in sources]
        scores = report_scores(counts, numpy.array(lengths, dtype=numpy.int64))
        return [sources[at] for at in numpy.argsort(-scores, kind="stable").tolist()]
    place = {report_id: at for at, report_id in enumerate(heads)}
    in_library = sorted(sources, key=lambda one: place[one.found.report_id])
    if order is Order.NEWEST:
        in_library.sort(key=lambda one: heads[one.found.report_id].year or 0, reverse=True)
    return in_library
