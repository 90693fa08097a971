"""What the window asks about handouts before one is written."""

from pathlib import Path

from tracker.message import Message


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
