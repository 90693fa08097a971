"""Files that are handed out: which part of a tracking report goes into them, and in which form."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from tracker.cli.speech import SpokenOption, language_now, say
from tracker.errors import ExportProblem
from tracker.message import Message
from tracker.model.handout import HandoutOptions, TrackingReport
from tracker.model.tracking import Verdict

_PARTS = ("evidence", "charts", "audit")
_MORE = ("sections",)
_CHOSEN = "duizhang.handout"
Command = TypeVar("Command", bound=click.Command | Any)


def handout_options(command: Command) -> Command:
    """Give a verb the options of what is handed out; ``chosen_handout`` reads them."""
    for option in (
        click.option("--template", "template", cls=SpokenOption, type=click.Path(),
                     default="", metavar="FILE", expose_value=False, callback=_keep),
        click.option("--without", "without", cls=SpokenOption, type=click.Choice(_PARTS),
                     multiple=True, expose_value=False, callback=_keep),
        click.option("--with", "more", cls=SpokenOption, type=click.Choice(_MORE),
                     multiple=True, expose_value=False, callback=_keep),
        click.option("--columns", "columns", cls=SpokenOption, default="", metavar="A,B,…",
                     expose_value=False, callback=_keep),
        click.option("--verdict", "verdicts", cls=SpokenOption, multiple=True,
                     type=click.Choice([verdict.value for verdict in Verdict]),
                     expose_value=False, callback=_keep),
    ):  # fmt: skip
        command = option(command)
    return command


def _keep(context: click.Context, option: click.Parameter, value: object) -> None:
    if option.name == "columns":
        value = _columns(str(value), context)
    context.meta[f"{_CHOSEN}.{option.name}"] = value


def _columns(asked: str, context: click.Context) -> tuple[str, ...]:
    """Return the keys of columns that were asked for by key or by head."""
    if not asked.strip():
        return ()
    from tracker.export.formats import COLUMN_KEYS  # noqa: PLC0415

    known = {name: key for key, title in COLUMN_KEYS.items() for name in (key, title.zh, title.en)}
    wanted = [one.strip() for one in asked.replace("，", ",").split(",") if one.strip()]
    for one in wanted:
        if one not in known:
            said = Message(
                f"没有“{one}”这一列，可以用：{', '.join(COLUMN_KEYS)}",
                f"There is no column “{one}”; possible: {', '.join(COLUMN_KEYS)}",
            )
            raise click.UsageError(said.text(language_now()), context)
    return tuple(known[one] for one in wanted)


def chosen_handout(*, marked_only: bool = False) -> HandoutOptions:
    """Return what was asked for, in the language of this run."""
    meta = click.get_current_context().meta
    without = meta.get(f"{_CHOSEN}.without", ())
    return HandoutOptions(
        language=language_now(),
        columns=meta.get(f"{_CHOSEN}.columns", ()),
        verdicts=frozenset(map(Verdict, meta.get(f"{_CHOSEN}.verdicts", ()))),
        marked_only=marked_only,
        evidence="evidence" not in without,
        charts="charts" not in without,
        audit="audit" not in without,
        sections="sections" in meta.get(f"{_CHOSEN}.more", ()),
        template=str(meta.get(f"{_CHOSEN}.template", "")),
    )


def check_endings(*outputs: Path) -> None:
    """Refuse a format that cannot be written before any work is done.

    Raises:
        click.UsageError: One of them cannot.
    """
    from tracker.export.formats import check_handout  # noqa: PLC0415

    for output in outputs:
        try:
            check_handout(output)
        except ExportProblem as problem:
            raise click.UsageError(problem.message.text(language_now())) from problem


def spare(inputs: Sequence[str | Path], outputs: Sequence[Path]) -> None:
    """Refuse to write over a file that is read, or where nothing can be written.

    Raises:
        click.UsageError: An output is an input.
        ExportProblem: The folder of an output is missing or may not be written to.
    """
    from tracker.export.files import check_target  # noqa: PLC0415

    for output in outputs:
        if output.exists() and any(Path(i).exists() and output.samefile(i) for i in inputs):
            raise click.UsageError(
                Message(
                    f"“{output}”是要读的文件，不能写到它上面；请换一个文件名。",
                    f"“{output}” is one of the files to read; choose another name to write to.",
                ).text(language_now())
            )
        check_target(output)


def write(handout: TrackingReport, output: Path, options: HandoutOptions) -> None:
    """Write a file and say so."""
    from tracker.export.formats import write_handout  # noqa: PLC0415
    from tracker.resources import resource_bytes  # noqa: PLC0415

    write_handout(handout, output, options, resource_bytes)
    say(Message(f"已写入 {output}", f"Wrote {output}"))
