"""Which writer writes which file ending."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from tracker.errors import ExportProblem
from tracker.export.files import replace_file
from tracker.export.handout_table import ReadResource
from tracker.message import Message
from tracker.model.handout import TrackingReport

HANDOUT_ENDINGS: Mapping[str, str] = {
    ".xlsx": "tracker.export.to_xlsx",
    ".docx": "tracker.export.to_docx",
    ".html": "tracker.export.to_html",
    ".pdf": "tracker.export.to_pdf",
    ".csv": "tracker.export.to_csv",
    ".json": "tracker.export.to_json",
    ".md": "tracker.export.to_markdown",
}
"""Module by ending; loaded when it is needed. Each has ``handout_bytes``."""


def check_handout(target: Path) -> None:
    """Check that the ending of a file is one that can be written.

    Raises:
        ExportProblem: It is not.
    """
    if target.suffix.lower() not in HANDOUT_ENDINGS:
        endings = [ending.removeprefix(".") for ending in HANDOUT_ENDINGS]
        shown = target.suffix or target.name
        raise ExportProblem(
            Message(
                f"还不能写 {shown} 格式，可以写：{'、'.join(endings)}。",
                f"Cannot write {shown}; possible: {', '.join(endings)}.",
            )
        )


def write_handout(
    handout: TrackingReport, target: Path, language: str, resource: ReadResource
) -> None:
    """Write a tracking report in the format of the target's ending.

    Args:
        handout: What is to be written.
        target: File; its folder must exist.
        language: "zh" or "en".
        resource: Reads a file of ``resources/``: ``tracker.resources.resource_text``.

    Raises:
        ExportProblem: Unknown ending, or the file cannot be written; no half file is left.
    """
    check_handout(target)
    module = import_module(HANDOUT_ENDINGS[target.suffix.lower()])
    make = cast("Callable[[TrackingReport, str, ReadResource], bytes]", module.handout_bytes)
    replace_file(target, make(handout, language, resource))
