"""What the window asks about handouts: their columns, the template, pages for the printer."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tracker.errors import Stopped
from tracker.message import Message
from tracker.model.change import ReportDiff
from tracker.model.handout import HandoutOptions, TrackingReport, joined, scoped
from tracker.model.report import Report


def handout_columns() -> tuple[tuple[str, Message], ...]:
    """Return the columns that a handout can have, with their heads, in their order."""
    from tracker.export.formats import COLUMN_KEYS  # noqa: PLC0415 - only an export needs it

    return tuple(COLUMN_KEYS.items())


def write_template(path: Path | str) -> None:
    """Write the program's template for Word documents, to be edited in an office.

    Raises:
        ExportProblem: It cannot be written.
    """
    from tracker.export.files import check_target, replace_file  # noqa: PLC0415
    from tracker.export.to_docx import TEMPLATE  # noqa: PLC0415
    from tracker.resources import resource_bytes  # noqa: PLC0415

    check_target(Path(path))
    replace_file(Path(path), resource_bytes(TEMPLATE))


def write_tracking(
    handouts: Iterable[TrackingReport],
    path: Path,
    options: HandoutOptions,
    should_stop: Callable[[], bool] | None,
) -> None:
    """Write tracking reports as one file; see ``Workspace.export``.

    Args:
        handouts: Each is made only when it is asked for: an ending that cannot be written costs
            nothing, and between two of them the person may stop.
        path: Output.
        options: What of them, and how.
        should_stop: Asked all the while.
    """
    # The writers are loaded when something is written.
    from tracker.export.formats import check_handout, write_handout  # noqa: PLC0415
    from tracker.resources import resource_bytes  # noqa: PLC0415

    check_handout(path)
    made = []
    for handout in handouts:
        made.append(handout)
        if should_stop is not None and should_stop():
            raise Stopped
    n = len(made)
    title = Message(f"{n}份报告承诺对账表", f"What became of the promises of {n} reports")
    write_handout(joined(made, title), path, options, resource_bytes, should_stop)


def tracking_pages(
    handout: TrackingReport, options: HandoutOptions, should_stop: Callable[[], bool] | None
) -> bytes:
    """Return a tracking report as a PDF; see ``Workspace.printed``."""
    from tracker.export.formats import unless_stopped  # noqa: PLC0415
    from tracker.export.to_pdf import handout_bytes  # noqa: PLC0415
    from tracker.resources import resource_bytes  # noqa: PLC0415

    left = scoped(handout, options)
    return unless_stopped(lambda: handout_bytes(left, options, resource_bytes), should_stop)


def write_comparison(
    parts: Sequence[tuple[Message, ReportDiff]],
    reports: tuple[Report, Report],
    path: Path,
    language: str,
    should_stop: Callable[[], bool] | None,
) -> None:
    """Write two reports side by side as one file; see ``Workspace.export_comparison``."""
    from tracker.export.comparison_file import write  # noqa: PLC0415
    from tracker.resources import resource_bytes  # noqa: PLC0415

    write(parts, reports, path, language, resource_bytes, should_stop)


def comparison_pages(
    parts: Sequence[tuple[Message, ReportDiff]],
    reports: tuple[Report, Report],
    language: str,
    should_stop: Callable[[], bool] | None,
) -> bytes:
    """Return two reports side by side as a PDF; see ``Workspace.printed_comparison``."""
    from tracker.export.formats import unless_stopped  # noqa: PLC0415
    from tracker.export.to_diff_pdf import diff_pdf_bytes  # noqa: PLC0415
    from tracker.resources import resource_bytes  # noqa: PLC0415

    return unless_stopped(
        lambda: diff_pdf_bytes(parts, *reports, language, resource_bytes), should_stop
    )
