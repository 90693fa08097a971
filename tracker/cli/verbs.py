"""The verbs, one small command each. Stages are loaded when a verb needs them."""

from collections.abc import Sequence
from pathlib import Path

import click

from tracker import __version__
from tracker.cli.across import agreement_verb, cascade_verb, chains_verb
from tracker.cli.batch import batch_verb
from tracker.cli.handing_out import (
    check_endings,
    chosen_handout,
    handout_options,
    spare,
    write,
)
from tracker.cli.importing import import_reports
from tracker.cli.listings import (
    align_listing,
    outline_listing,
    statement_listing,
    track_listing,
)
from tracker.cli.many import (
    feedback_verb,
    first_verb,
    nearest_verb,
    ranking_verb,
    shared_verb,
)
from tracker.cli.names import names_option, read_names
from tracker.cli.options import encoding_option, format_option
from tracker.cli.output import chosen_format, emit, emit_object
from tracker.cli.places import Given, WorkspaceType, opened, place_name
from tracker.cli.reading import (
    Desk,
    Reading,
    check_usable,
    distinct,
    nothing,
    progress,
    question_pair,
    remark,
)
from tracker.cli.searching import search_verb
from tracker.cli.series import figures_verb, indicators_verb
from tracker.cli.speech import SpokenCommand, SpokenGroup, SpokenOption, language_now, say
from tracker.cli.topics import topics
from tracker.errors import InputProblem
from tracker.export.rows import (
    alignment_rows,
    commitment_row,
    outcome_row,
    outline_row,
    tracking_row,
)
from tracker.message import Message
from tracker.model.alignment import AlignmentPart
from tracker.model.change import Ignorable
from tracker.model.decision import TrackingWords
from tracker.model.figures import Grouping
from tracker.model.handout import (
    ALIGNED_PARTS,
    TrackedPromise,
    TrackingReport,
    joined,
    title_of,
)
from tracker.model.outline import Role
from tracker.model.tracking import Tracking, Verdict
from tracker.model.words import word

_FILE = click.Path(path_type=str, readable=False)
"""A file as it was given. Whether it can be read is judged by the reader, in both languages."""
_TARGET = click.Path(path_type=Path, readable=False)
_READING = Message("正在读报告……", "Reading …")
_TRACKING = Message("正在核对承诺……", "Judging promises …")


_NOT_LOOKED_BACK_ON = Message(
    "提示：所给报告都没有回顾承诺的年度，结论全部是“未到期”。次序是先上期、后下期。",
    "Warning: none of the later reports looks back on the year of the promises, so all are "
    "pending. The earlier report comes first.",
)


@click.group("duizhang", cls=SpokenGroup, no_args_is_help=True)
@click.version_option(__version__, prog_name="duizhang", cls=SpokenOption)
def duizhang() -> None:
    """Text: ``texts.COMMANDS``."""


duizhang.add_command(import_reports)
duizhang.add_command(topics)
duizhang.add_command(chains_verb)
duizhang.add_command(cascade_verb)
duizhang.add_command(agreement_verb)
duizhang.add_command(indicators_verb)
duizhang.add_command(figures_verb)
duizhang.add_command(ranking_verb)
duizhang.add_command(feedback_verb)
duizhang.add_command(shared_verb)
duizhang.add_command(first_verb)
duizhang.add_command(nearest_verb)
duizhang.add_command(search_verb)
duizhang.add_command(batch_verb)


@duizhang.command("outline", cls=SpokenCommand)
@click.argument("file", type=_FILE)
@encoding_option
@format_option()
def outline(file: str, form: str | None) -> None:
    """Print metadata, parts and headings; a document that is no report too."""
    with progress(_READING):
        reading = Desk().read(file)
    remark(reading)
    row = outline_row(reading.report, file, language_now())
    emit_object(row, outline_listing(row), chosen_format(form))


@duizhang.command("commitments", cls=SpokenCommand)
@click.argument("file", type=_FILE)
@encoding_option
@format_option()
def commitments(file: str, form: str | None) -> None:
    """Print the promises of a report."""
    desk = Desk()
    with progress(_READING):
        reading = desk.read_report(file)
        from tracker import pipeline  # noqa: PLC0415

        found = pipeline.commitments(reading.report, desk.options)
    if not found:
        raise nothing(file, Message("承诺事项", "promise was"))
    remark(reading)
    emit(
        statement_listing([commitment_row(c, reading.report) for c in found]),
        chosen_format(form),
    )


@duizhang.command("outcomes", cls=SpokenCommand)
@click.argument("file", type=_FILE)
@encoding_option
@format_option()
def outcomes(file: str, form: str | None) -> None:
    """Print the results that a report, or another document that looks back, tells of."""
    desk = Desk()
    with progress(_READING):
        reading = desk.read(file)
        from tracker import pipeline  # noqa: PLC0415

        found = pipeline.outcomes(reading.report, desk.options)
    if not found:
        raise nothing(file, Message("完成情况", "result was"))
    remark(reading)
    emit(
        statement_listing([outcome_row(o, reading.report) for o in found]),
        chosen_format(form),
    )


@duizhang.command("align", cls=SpokenCommand)
@click.argument("a", type=_FILE)
@click.argument("b", type=_FILE)
@click.option(
    "--part",
    cls=SpokenOption,
    type=click.Choice([part.value for part in AlignmentPart]),
    default=AlignmentPart.PLAN.value,
    show_default=True,
)
@encoding_option
@format_option()
def align(a: str, b: str, part: str, form: str | None) -> None:
    """Print the sections of A with their counterparts in B."""
    desk = Desk()
    with progress(_READING):
        earlier, later = desk.read_report(a), desk.read_report(b)
        from tracker import pipeline  # noqa: PLC0415

        found = pipeline.align(earlier.report, later.report, AlignmentPart(part), desk.options)
    if not found.rows:
        raise _part_missing(a, part)
    remark(earlier, later)
    if not any(row.links for row in found.rows):
        say(
            Message(
                f"提示：{b} 中没有可与之对齐的章节（--part {part}）。",
                f"Warning: {b} has no section that could be set beside them (--part {part}).",
            )
        )
    rows = alignment_rows(found, earlier.report, later.report, language_now())
    emit(align_listing(rows), chosen_format(form))


def _part_missing(file: str, part: str) -> InputProblem:
    """Return the problem of a report without the part that was asked for."""
    role = {
        AlignmentPart.REVIEW: Role.REVIEW,
        AlignmentPart.OUTLOOK: Role.OUTLOOK,
    }.get(AlignmentPart(part), Role.PLAN)
    name = word(role)
    return nothing(
        file,
        Message(
            f"“{name.zh}”部分的章节（--part {part}）",
            f"section of the part “{name.en}” (--part {part}) was",
        ),
    )


@duizhang.command("diff", cls=SpokenCommand)
@click.argument("a", type=_FILE)
@click.argument("b", type=_FILE)
@click.option(
    "--part",
    cls=SpokenOption,
    type=click.Choice([part.value for part in AlignmentPart]),
    default=AlignmentPart.PLAN.value,
    show_default=True,
)
@click.option(
    "--ignore",
    "ignored",
    cls=SpokenOption,
    type=click.Choice([one.value for one in Ignorable]),
    multiple=True,
)
@encoding_option
@format_option("html", "docx")
@click.option("--output", cls=SpokenOption, type=_TARGET, default=None)
def diff(
    a: str,
    b: str,
    part: str,
    ignored: tuple[str, ...],
    form: str | None,
    output: Path | None,
) -> None:
    """Print or write what changed between the aligned sections of A and B."""
    from tracker.cli.comparing import Comparison, format_of, show  # noqa: PLC0415

    chosen = format_of(form, output)
    spare((a, b), () if output is None else (output,))
    desk = Desk()
    with progress(_READING):
        earlier, later = desk.read_report(a), desk.read_report(b)
        from tracker import pipeline  # noqa: PLC0415

        alignment = pipeline.align(earlier.report, later.report, AlignmentPart(part), desk.options)
        if not alignment.rows:
            raise _part_missing(a, part)
        found = pipeline.compare(
            alignment,
            earlier.report,
            later.report,
            desk.options,
            frozenset(map(Ignorable, ignored)),
        )
    remark(earlier, later)
    show(Comparison(found, earlier.report, later.report), chosen, output)


@duizhang.command("track", cls=SpokenCommand)
@click.argument("earlier", type=_FILE)
@click.argument("later", type=_FILE, nargs=-1, required=True)
@names_option
@encoding_option
@format_option()
@click.option(
    "--output",
    "outputs",
    cls=SpokenOption,
    type=_TARGET,
    multiple=True,
)
@handout_options
def track(
    earlier: str,
    later: tuple[str, ...],
    names: str | None,
    form: str | None,
    outputs: tuple[Path, ...],
) -> None:
    """Print the promises of a report with what became of them."""
    check_endings(*outputs)
    spare((earlier, *later, *([names] if names else [])), outputs)
    said = TrackingWords(read_names(names) if names else ())
    desk = Desk()
    with progress(_TRACKING):
        first = desk.read_report(earlier)
        laters = _usable(distinct(later, desk), desk)
        from tracker import pipeline  # noqa: PLC0415

        found = pipeline.track(first.report, tuple(r.report for r in laters), desk.options, said)
    if not found:
        raise nothing(earlier, Message("承诺事项", "promise was"))
    remark(first, *laters)
    for reading in laters:
        question_pair(first, reading)
    if all(tracking.verdict is Verdict.PENDING for tracking in found):
        say(_NOT_LOOKED_BACK_ON)
    reports = {r.report.id: r.report for r in (first, *laters)}
    files = {r.report.id: r.file for r in (first, *laters)}
    language = language_now()
    rows = [tracking_row(t, reports, files, language) for t in found]
    emit(track_listing(rows, short=bool(outputs)), chosen_format(form))
    _write_handouts(first, (first, *laters), found, outputs, desk)


def _usable(laters: tuple[Reading, ...], desk: Desk) -> tuple[Reading, ...]:
    """Return the later documents; one that is no report must at least tell of results."""
    for reading in laters:
        check_usable(reading, desk)
    return laters


def _write_handouts(
    first: Reading,
    readings: Sequence[Reading],
    found: tuple[Tracking, ...],
    outputs: tuple[Path, ...],
    desk: Desk,
) -> None:
    if not outputs:
        return
    from tracker import pipeline  # noqa: PLC0415
    from tracker.resources import findings_version  # noqa: PLC0415

    reports = tuple(dict.fromkeys(reading.report.id for reading in readings))
    by_id = {reading.report.id: reading.report for reading in readings}
    rows = tuple(TrackedPromise(tracking) for tracking in found)
    laters = [by_id[one] for one in reports[1:]]
    asked = chosen_handout()
    handout = TrackingReport(
        title_of(first.report),
        (first.report, *laters),
        rows,
        __version__,
        findings_version(),
        pipeline.by_year(pipeline.indicators([first.report, *laters], desk.options)),
        figures=pipeline.count(first.report, laters, rows, Grouping.REPORT),
        alignments=tuple(
            pipeline.align(first.report, later, part, desk.options)
            for later in (laters if asked.sections else ())
            for part in ALIGNED_PARTS
        ),
    )
    for output in outputs:
        write(handout, output, asked)


@duizhang.command("export", cls=SpokenCommand)
@click.argument("workspace", type=WorkspaceType())
@click.argument("out", type=_TARGET)
@click.option("--marked", "marked", cls=SpokenOption, is_flag=True)
@handout_options
def export(workspace: Given, out: Path, marked: bool) -> None:  # noqa: FBT001 - click
    """Write the promises of all reports that later ones of the workspace look back on."""
    check_endings(out)
    spare(() if isinstance(workspace, str) else (workspace,), (out,))
    handouts: list[TrackingReport] = []
    asked = chosen_handout(marked_only=marked)
    with progress(_TRACKING), opened(workspace) as found:
        for entry in found.entries():
            laters = found.laters_for(entry.id)
            if not laters:
                continue
            handout = found.handout(entry.id, laters, sections=asked.sections)
            if handout.rows:
                handouts.append(handout)
    name = place_name(workspace)
    if not handouts:
        raise nothing(name, Message("可核对的承诺", "promise that can be judged was"))
    title = Message(f"承诺对账表：{name}", f"What became of the promises: {name}")
    write(joined(handouts, title), out, asked)
