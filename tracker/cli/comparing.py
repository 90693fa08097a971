"""A comparison of two reports on stdout or in a file."""

import io
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import click

from tracker.cli.listings import diff_listing
from tracker.cli.output import chosen_format, emit
from tracker.cli.speech import language_now, say
from tracker.export.rows import diff_rows
from tracker.message import Message
from tracker.model.change import ReportDiff
from tracker.model.change_summary import summarise
from tracker.model.report import Report

_NEEDS_A_FILE = Message(
    "docx 是二进制文件，请用 --output 文件名.docx 指定写到哪里。",
    "docx is no text; say where to with --output FILE.docx.",
)

_ENDINGS = ("json", "jsonl", "csv", "html", "docx")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, and the two reports it changed in."""

    diff: ReportDiff
    earlier: Report
    later: Report


def format_of(form: str | None, output: Path | None) -> str:
    """Return the format that a comparison is printed or written in.

    Args:
        form: Format that was asked for, if any.
        output: File that was asked for, if any; its ending names the format.

    Raises:
        click.UsageError: The ending names no format or another one than ``form``, or the format
            is no text and there is no file.
    """
    if output is None:
        if form == "docx":
            raise click.UsageError(_NEEDS_A_FILE.text(language_now()))
        return chosen_format(form)
    ending = output.suffix.lower().removeprefix(".")
    ending = {"htm": "html"}.get(ending, ending)
    if ending not in _ENDINGS:
        raise click.UsageError(
            Message(
                f"不认识的文件结尾 {output.suffix or output.name}，可用：{'、'.join(_ENDINGS)}。",
                f"Unknown ending {output.suffix or output.name}; possible: {', '.join(_ENDINGS)}.",
            ).text(language_now())
        )
    if form not in (None, ending):
        raise click.UsageError(
            Message(
                f"--format {form} 与文件结尾 {output.suffix} 不一致，请只保留一个。",
                f"--format {form} and the ending {output.suffix} disagree; keep only one.",
            ).text(language_now())
        )
    return ending


def show(found: Comparison, form: str, output: Path | None) -> None:
    """Print a comparison, or write it to ``output``.

    Args:
        found: The comparison.
        form: Format that ``format_of`` returned.
        output: File, or None for stdout.

    Raises:
        ExportProblem: The file cannot be written.
    """
    if output is None:
        _print(found, form)
        return
    from tracker.export.files import replace_file  # noqa: PLC0415

    replace_file(output, _content(found, form))
    say(Message(f"已写入 {output}", f"Wrote {output}"))


def _content(found: Comparison, form: str) -> bytes:
    """Return what is written to a file."""
    if form == "docx":
        from tracker.export.to_diff_docx import diff_docx_bytes  # noqa: PLC0415

        return diff_docx_bytes(found.diff, found.earlier, found.later, language_now())
    text = io.StringIO()
    with redirect_stdout(text):
        _print(found, form)
    return text.getvalue().encode("utf-8-sig" if form == "csv" else "utf-8")


def _print(found: Comparison, form: str) -> None:
    if form == "html":
        from tracker.export.to_diff_html import write_diff_html  # noqa: PLC0415
        from tracker.resources import resource_text  # noqa: PLC0415

        page = write_diff_html(
            found.diff, found.earlier, found.later, language_now(), resource_text
        )
        sys.stdout.write(page)
        return
    rows = diff_rows(found.diff, found.earlier, found.later, language_now())
    emit(diff_listing(rows), form)
    if form == "table":
        say(summarise(found.diff.sections).message)
