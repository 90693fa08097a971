"""What the window asks about handouts: their columns, the template, pages for the printer."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tracker.message import Message
from tracker.model.change import ReportDiff
from tracker.model.handout import HandoutOptions, TrackingReport, scoped
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


def tracking_pages(
    handout: TrackingReport, options: HandoutOptions, should_stop: Callable[[], bool] | None
) -> bytes:
    """Return a tracking report as a PDF; see ``Workspace.printed``."""
    from tracker.export.formats import unless_stopped  # noqa: PLC0415
    from tracker.export.to_pdf import handout_bytes  # noqa: PLC0415
    from tracker.resources import resource_bytes  # noqa: PLC0415

    left = scoped(handout, options)
    return unless_stopped(lambda: handout_bytes(left, options, resource_bytes), should_stop)


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
