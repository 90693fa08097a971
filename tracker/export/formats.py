"""Which writer writes which file ending."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import cast

from tracker.errors import ExportProblem, Stopped
from tracker.export.files import replace_file
from tracker.export.handout_table import PROMISE_COLUMNS, ReadResource
from tracker.message import Message
from tracker.model.handout import HandoutOptions, TrackingReport, scoped

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


COLUMN_KEYS: Mapping[str, Message] = {column.key: column.title for column in PROMISE_COLUMNS}
"""Columns that can be chosen, with their heads."""


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
    handout: TrackingReport,
    target: Path,
    options: HandoutOptions,
    resource: ReadResource,
    should_stop: Callable[[], bool] | None = None,
) -> None:
    """Write a tracking report in the format of the target's ending.

    Args:
        handout: What is to be written.
        target: File; its folder must exist.
        options: What of it, and how.
        resource: Reads a file of ``resources/``: ``tracker.resources.resource_bytes``.
        should_stop: Asked all the while; nothing is written once it says so.

    Raises:
        ExportProblem: Unknown ending, nothing is left by the options, or the file cannot be
            written; no half file is left.
        Stopped: ``should_stop`` said so.
    """
    check_handout(target)
    for key in options.columns:
        if key not in COLUMN_KEYS:
            raise ExportProblem(Message(f"没有“{key}”这一列。", f"There is no column “{key}”."))
    left = scoped(handout, options)
    if handout.rows and not left.rows:
        raise ExportProblem(
            Message(
                "按所选范围没有剩下任何承诺，没有写文件；请放宽范围。",
                "The scope leaves no promise, so nothing was written; choose a wider one.",
            )
        )
    module = import_module(HANDOUT_ENDINGS[target.suffix.lower()])
    make = cast(
        "Callable[[TrackingReport, HandoutOptions, ReadResource], bytes]", module.handout_bytes
    )
    made = unless_stopped(lambda: make(left, options, resource), should_stop)
    replace_file(target, made)


def unless_stopped(make: Callable[[], bytes], should_stop: Callable[[], bool] | None) -> bytes:
    """Return what is made, or give up waiting for it.

    No library can be stopped in the middle of a file: what is made all the same is dropped.

    Raises:
        Stopped: ``should_stop`` said so.
    """
    if should_stop is None:
        return make()
    pool = ThreadPoolExecutor(1)
    answer = pool.submit(make)
    try:
        while True:
            if should_stop():
                raise Stopped
            with suppress(TimeoutError):
                return answer.result(timeout=_POLL)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_POLL = 0.05
"""Seconds between two looks at whether the person wants to stop."""
