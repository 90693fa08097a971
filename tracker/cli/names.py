"""The file of ``--names``: pairs of names, one on each line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tracker.cli.speech import SpokenOption
from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.decision import NamePair

_SIGN = re.compile(r"\s*(≠|!=|＝|=)\s*")
_DIFFERENT = ("≠", "!=")
_SHOWN = 30
_FILE = click.Path(path_type=str, readable=False)
Command = TypeVar("Command", bound=Callable[..., Any])


def names_option(command: Command) -> Command:
    """Give a verb the option ``--names FILE``, as the parameter ``names``."""
    option = click.option("--names", cls=SpokenOption, type=_FILE, default=None, metavar="FILE")
    return option(command)


def read_names(file: str) -> tuple[NamePair, ...]:
    """Return the pairs of names in a text file.

    A line is ``S1线 = 11号线`` (one thing) or ``材料科学姑苏实验室 ≠ 苏州实验室`` (two; != too);
    empty lines and those that begin with # are remarks.

    Raises:
        InputProblem: The file cannot be read, or a line is wrong; says which.
    """
    from tracker.ingest.files import read_source  # noqa: PLC0415

    text = read_source(Path(file), shown=file)[0].text
    found: dict[tuple[str, str], tuple[NamePair, int]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _pair(line, f"{file}:{number}")
        before, at = found.setdefault(pair.key, (pair, number))
        if before.same is not pair.same:
            raise InputProblem(
                Message(
                    f"{file}:{number}：与第 {at} 行“{before}”矛盾。",
                    f"{file}:{number}: contradicts line {at}, “{before}”.",
                )
            )
    return tuple(pair for pair, _ in found.values())


def _pair(line: str, place: str) -> NamePair:
    shown = line.strip() if len(line.strip()) <= _SHOWN else line.strip()[:_SHOWN] + "…"
    one, *rest = _SIGN.split(line.strip())
    if len(rest) != 2:
        raise InputProblem(
            Message(
                f"{place}：“{shown}”不是名称对照；每行写“甲 = 乙”或“甲 ≠ 乙”。",
                f"{place}: “{shown}” is no pair of names; write “A = B” or “A ≠ B” on each line.",
            )
        )
    sign, other = rest
    pair = NamePair(one, other, sign not in _DIFFERENT).tidied()
    problem = pair.problem
    if problem is not None:
        raise InputProblem(Message(f"{place}：{problem.zh}", f"{place}: {problem.en}"))
    return pair
