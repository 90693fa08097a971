"""duizhang's core (对账): reads government reports, aligns them, and tells what became of promises.

Data flows one way; each arrow is one layer (see ARCHITECTURE.md)::

    file -> ingest -> SourceDocument -> parse -> Report
    Report, Report -> align -> Alignment -> diff -> ReportDiff
    Report -> extract -> Commitment, Outcome -> match -> Tracking
    everything -> workspace -> desktop, cli, export

As a library, for instance in a notebook (tables are those of pandas):

>>> import tracker
>>> from tracker.resources import sample_reports
>>> reports = tracker.read_reports(sample_reports())
>>> years = tracker.indicators(reports, by_year=True)
>>> of_2022 = years[(years["region"] == "江苏省苏州市") & (years["year"] == 2022)]
>>> revenue = of_2022[of_2022["indicator"] == "一般公共预算收入"]
>>> print(revenue[["measure", "promised_op", "promised", "reported"]].to_string(index=False))
measure promised_op  promised  reported
 growth          >=       4.5       0.1
  level         NaN       NaN    2329.2
>>> table = tracker.figures(reports)
>>> print(table[["region", "year", "later_year"]].to_string(index=False))
region  year  later_year
江苏省苏州市  2021        2023
>>> bool(0.5 < table["quantified_answered"][0] / table["quantified"][0] < 0.8)
True

Step by step, without pandas: read files, track the promises of one by others.

>>> from tracker import pipeline, resources
>>> words = resources.load_options()
>>> later, _, earlier, *_ = reports
>>> tracked = pipeline.track(earlier, (later,), words)
>>> [found.verdict.value for found in tracked if found.commitment.statement.object == "北沿江高铁"]
['fulfilled']

Every finding shows what it stands on (``found.evidence[0].quote``) and why (``found.reason``).
The package knows nothing of Qt and opens no network connection.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from pandas import DataFrame

    from tracker.model.report import Report
    from tracker.notebook import Comparisons

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "agreement",
    "cascade",
    "chains",
    "compare",
    "figures",
    "indicators",
    "read_reports",
]


def read_reports(paths: "Iterable[str | PathLike[str]] | str | PathLike[str]") -> "list[Report]":
    """Return the reports in files of any format that is read, in the order given.

    Args:
        paths: Files and folders, or one of them; of a folder every file that can be read, with
            those in folders below, by name. The same document is given once.

    Raises:
        InputProblem: A file that is named cannot be read, or nothing was found.
    """
    from tracker.notebook import read_reports as read  # noqa: PLC0415 - pandas comes with it

    return read(paths)


def indicators(
    reports: "Sequence[Report]", *, by_year: bool = False, every_name: bool = False
) -> "DataFrame":
    """Return indicators over years and regions: what was promised and what was reported.

    One row for each region, indicator, kind of value (``measure``), year, ``side`` (promised or
    reported), ``period`` and report. ``value`` is in the base ``unit``, the text's own figure in
    ``written_value`` and ``written_unit``; ``file``, ``line`` and ``quote`` say where it stands.
    Where a report gives a value several times, its headline is the row, as exact as it stands
    anywhere, and ``also`` has the lines of the others (``differs``: one of them is another
    figure). ``standing`` tells what other reports say of it: confirmed, revised, superseded.

    Args:
        reports: Reports, for instance of ``read_reports``.
        by_year: Set promise and result of each year side by side instead, with their
            ``difference``; a fall is negative growth. Only values of one whole year.
        every_name: Also what the vocabulary of indicators does not know, under the text's words.
    """
    from tracker.notebook import indicators as made  # noqa: PLC0415

    return made(reports, by_year=by_year, every_name=every_name)


def figures(reports: "Sequence[Report]", *, by: str = "report") -> "DataFrame":
    """Return for each report how much it promises and how the reports of the next year answer.

    ``feedback_rate`` is the share of the quantified promises due in the year that are answered at
    all (杨君, 中国行政管理 2013(5), found 67 % in 150 reports of 15 cities by hand); ``plain_rate``
    counts only answers that can be checked. One row for each report that another one of its
    region looks back on; where ``missing_years`` is not 0 that is not the report of the year after,
    and there is no rate: what is answered by then is ``quantified_answered``.

    Args:
        reports: Reports, for instance of ``read_reports``.
        by: A row for each ``report``, or for each ``kind``, ``role``, ``part`` (top heading) or
            ``section`` (heading of the second level) of its promises.
    """
    from tracker.notebook import figures as made  # noqa: PLC0415

    return made(reports, by=by)


def chains(reports: "Sequence[Report]", *, language: str = "zh") -> "DataFrame":
    """Return each promise of a region followed through the years.

    One row for each time that a promise was made; ``chain`` numbers the promises, ``state`` says
    where each stands at the end, ``shifts`` and ``goalposts`` what was other than the time before,
    ``verdict`` what the next report says.

    Args:
        reports: Reports of one region for two years or more.
        language: Language of the reasons ("zh" or "en").

    Raises:
        InputProblem: The reports are not of one region and several years.
    """
    from tracker.notebook import chains as made  # noqa: PLC0415

    return made(reports, language=language)


def cascade(upper: "Report", lower: "Report", *, language: str = "zh") -> "DataFrame":
    """Return what of an upper level's plan stands in a lower level's plan of the same year.

    One row for each upper promise and each place of the lower plan that takes it up (``as``: the
    same project, indicator or task, or only a passage).

    Args:
        upper: Report of a state, province or city.
        lower: Report of a region in it.
        language: Language of the reasons ("zh" or "en").

    Raises:
        InputProblem: One region does not lie within the other, or the years differ.
    """
    from tracker.notebook import cascade as made  # noqa: PLC0415

    return made(upper, lower, language=language)


def agreement(a: "Report", b: "Report", *, language: str = "zh") -> "DataFrame":
    """Return the figures of two documents of one region and year, one row each.

    ``concord`` says whether both give the same figure, the same bound otherwise (左右, 以上),
    different ones, or only one of them gives it.

    Args:
        a: For instance the work report.
        b: For instance the plan report.
        language: Language of the reasons ("zh" or "en").

    Raises:
        InputProblem: They are one document, or of two regions or years.
    """
    from tracker.notebook import agreement as made  # noqa: PLC0415

    return made(a, b, language=language)


def compare(reports: "Sequence[Report]") -> "Comparisons":
    """Return what compares many reports with each other, each question answered by a table.

    ``regions(year)`` lists the indicators that regions can be compared by, ``regions(year, name)``
    ranks them; ``feedback()`` has the feedback rate of each region and year, ``shared()`` how much
    of each report stands elsewhere in nearly the same words, ``clauses(report)`` which clauses of
    one do; ``first(phrase)`` tells who says a phrase, the first one first, ``new_phrases(year)``
    which are new; ``nearest(report)`` ranks the others by how near they are.

    Args:
        reports: Reports, for instance of ``read_reports``.
    """
    from tracker.notebook import Comparisons as Made  # noqa: PLC0415

    return Made(reports)
