"""Figures of whole reports: what is counted, the feedback rate, and a person's word first."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.builders import (
    make_commitment,
    make_evidence,
    make_mark,
    make_measure,
    make_report,
    make_tracking,
)
from tracker import pipeline
from tracker.across.figures import consecutive, report_figures
from tracker.model.figures import Grouping
from tracker.model.handout import TrackedPromise
from tracker.model.report import Report, ReportKind
from tracker.model.tracking import Answered, Verdict
from tracker.pipeline import AnalysisOptions

ReadSeed = Callable[[str], Report]
EARLIER = make_report("一、安排\n新增就业20万人。建成11号线。新增停车位1万个。", year=2021)
LATER = make_report("一、回顾\n新增就业21万人。", year=2022)


def promises() -> tuple[TrackedPromise, ...]:
    """Return three promises, two of them with a figure, of which one is answered."""
    jobs = make_commitment(
        EARLIER, "新增就业20万人", measures=(make_measure(EARLIER, "新增就业20万人", "20", "万人"),)
    )
    parking = make_commitment(
        EARLIER,
        "新增停车位1万个",
        measures=(make_measure(EARLIER, "新增停车位1万个", "1", "万个"),),
    )
    line = make_commitment(EARLIER, "建成11号线")
    return (
        TrackedPromise(make_tracking(jobs, evidence=(make_evidence(LATER, "新增就业21万人"),))),
        TrackedPromise(make_tracking(line, Verdict.NOT_REPORTED)),
        TrackedPromise(make_tracking(parking, Verdict.NOT_REPORTED)),
    )


def test_feedback_rate_is_the_share_of_quantified_promises_that_are_answered() -> None:
    """Two promises give a figure, one of them is answered: a half."""
    (figures,) = report_figures(EARLIER, [LATER], promises())
    assert (figures.promises, figures.quantified, figures.feedback_rate) == (3, 2, 0.5)


def test_a_goal_for_later_years_waits() -> None:
    """What is due in 2025 need not be answered by the report of 2022."""
    first, *rest = promises()
    commitment = replace(first.tracking.commitment, due=2025)
    late = TrackedPromise(replace(first.tracking, commitment=commitment))
    (figures,) = report_figures(EARLIER, [LATER], (late, *rest))
    assert (figures.quantified, figures.feedback_rate) == (1, 0.0)


def test_without_quantified_promises_there_is_no_rate() -> None:
    """A share of nothing is none, and no error."""
    (figures,) = report_figures(EARLIER, [LATER], ())
    assert (figures.promises, figures.feedback_rate, figures.plain_rate) == (0, None, None)


@pytest.mark.parametrize(
    ("marked", "rate", "counted"),
    [
        (Verdict.FULFILLED, 1.0, Verdict.FULFILLED),
        (Verdict.UNDETERMINED, 1.0, Verdict.UNDETERMINED),
        (Verdict.NOT_REPORTED, 0.5, Verdict.NOT_REPORTED),
    ],
)
def test_a_mark_outranks_the_machine(marked: Verdict, rate: float, counted: Verdict) -> None:
    """Where a person found an answer that the machine missed, it counts."""
    *first, parking = promises()
    mark = make_mark(parking.tracking.commitment, marked)
    (figures,) = report_figures(EARLIER, [LATER], (*first, replace(parking, mark=mark)))
    assert (figures.feedback_rate, figures.marked) == (rate, 1)
    assert figures.verdicts[counted] >= 1


def test_a_mark_may_say_that_nothing_was_reported() -> None:
    """The machine took a passage for an answer; the person says that it is none."""
    jobs, *rest = promises()
    mark = make_mark(jobs.tracking.commitment, Verdict.NOT_REPORTED)
    (figures,) = report_figures(EARLIER, [LATER], (replace(jobs, mark=mark), *rest))
    assert figures.feedback_rate == 0.0
    assert figures.answers == {Answered.SILENT: 3}


def test_each_report_goes_with_the_next_of_its_region() -> None:
    """2021 goes with all of 2022; 2022 waits for 2024, because 2023 is not there."""
    of_2024 = make_report("一、回顾\n新增就业22万人。", year=2024)
    second = make_report("一、回顾\n新增就业21万。", year=2022)
    pairs = consecutive((of_2024, LATER, EARLIER, second))
    assert {(a.meta.year, frozenset(b.id for b in after)) for a, after in pairs} == {
        (2021, frozenset({LATER.id, second.id})),
        (2022, frozenset({of_2024.id})),
    }


def test_a_bulletin_of_the_year_answers_and_a_list_of_tasks_does_not() -> None:
    """The bulletin of 2021 looks back on 2021; tasks of 2022 look back on nothing."""
    bulletin = make_report("2021年新增就业21万人。", year=2021)
    bulletin = replace(bulletin, meta=replace(bulletin.meta, kind=ReportKind.BULLETIN))
    tasks = make_report("新增就业22万人", year=2022)
    tasks = replace(tasks, meta=replace(tasks.meta, kind=ReportKind.TASK_LIST))
    ((earlier, laters),) = consecutive((EARLIER, tasks, bulletin))
    assert (earlier, laters) == (EARLIER, (bulletin,))
    (figures,) = report_figures(earlier, laters, promises())
    assert (figures.year, figures.later_year, figures.missing_years) == (2021, 2022, 0)


def test_missing_reports_are_told() -> None:
    """Where 2024 judges 2021, two years are missing, and a table can leave such rows out."""
    of_2024 = make_report("一、回顾\n新增就业22万人。", year=2024)
    (figures,) = report_figures(EARLIER, [of_2024], promises())
    assert (figures.later_year, figures.missing_years) == (2024, 2)


def test_another_region_looks_back_on_nothing() -> None:
    """A report of another place is no answer."""
    region = LATER.meta.region
    assert region is not None
    other = replace(LATER.meta, region=replace(region, name="江苏省无锡市", code="320200"))
    assert not consecutive((EARLIER, replace(LATER, meta=other)))


@pytest.mark.parametrize("by", list(Grouping))
def test_groups_add_up_to_the_whole(
    by: Grouping, read_seed: ReadSeed, options: AnalysisOptions
) -> None:
    """Whatever promises are counted by, each is counted once, and every rate is a share."""
    reports = [read_seed(number) for number in ("000", "001", "002")]
    (whole,) = pipeline.figures(reports, options)
    groups = pipeline.figures(reports, options, by)
    assert sum(g.promises for g in groups) == whole.promises
    assert sum(g.quantified for g in groups) == whole.quantified
    for one in (whole, *groups):
        assert sum(one.verdicts.values()) == sum(one.kinds.values()) == one.promises
        assert sum(one.answers.values()) == one.promises
        assert one.quantified_plainly <= one.quantified_answered <= one.quantified
        assert one.feedback_rate is None or 0 <= one.feedback_rate <= 1
