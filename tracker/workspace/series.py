"""What the program finds of indicators through the years, kept like every other finding."""

from collections.abc import Callable, Sequence

from tracker.errors import Stopped
from tracker.model.ids import ReportId
from tracker.model.series import IndicatorSeries, ReadReport
from tracker.store import codec
from tracker.workspace.promise_places import said_of
from tracker.workspace.topics import TopicFindings


class SeriesFindings(TopicFindings):
    """Findings with the indicators of many reports, by what these hold and people said of it."""

    def series(
        self,
        reports: Sequence[ReportId],
        report_progress: Callable[[int, int, str], None],
        should_stop: Callable[[], bool],
    ) -> tuple[IndicatorSeries, ...]:
        """Return the indicators of reports; what was read of each so far is kept.

        Raises:
            Stopped: ``should_stop`` said so.
        """
        readings, states = [], []
        for n, one in enumerate(reports):
            if should_stop():
                raise Stopped
            report, state = self._report(one)
            report_progress(n, len(reports), report.meta.title or report.name)
            said = codec.encode(said_of(self.promised(one).words)).hex()
            states.append(f"{state} {said}")
            readings.append(ReadReport(report, self.commitments(one), self.outcomes(one)))
        return self._find(
            self._key("series", *sorted(states)),
            tuple[IndicatorSeries, ...],
            lambda: self._analysis.series(readings),
            tuple(reports),
        )
