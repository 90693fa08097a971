"""Options that several verbs share."""

import codecs
from collections.abc import Callable
from typing import TypeVar

import click

from tracker.cli.output import FORMATS
from tracker.cli.speech import SpokenOption, language_now
from tracker.message import Message

_Function = TypeVar("_Function", bound=Callable[..., None])
_ENCODING = "duizhang.encoding"


def format_option(*more: str) -> Callable[[_Function], _Function]:
    """Return ``--format``; ``more`` are formats beside the usual ones."""
    return click.option(
        "--format", "form", cls=SpokenOption, type=click.Choice((*FORMATS, *more)), default=None
    )


def encoding_option(function: _Function) -> _Function:
    """Add ``--encoding``, which ``chosen_encoding`` reads."""
    return click.option(
        "--encoding",
        cls=SpokenOption,
        default="",
        metavar="NAME",
        expose_value=False,
        callback=_keep,
    )(function)


def _keep(context: click.Context, _: click.Parameter, value: str) -> None:
    if value:
        try:
            codecs.lookup(value)
        except (LookupError, ValueError):
            said = Message(
                f"不认识编码“{value}”，例如可以写 utf-8、gb18030、big5、utf-16le。",
                f"The encoding “{value}” is not known; say utf-8, gb18030, big5 or utf-16le.",
            )
            raise click.UsageError(said.text(language_now()), context) from None
    context.meta[_ENCODING] = value


def chosen_encoding() -> str:
    """Return the encoding that was asked for, "" to find it out."""
    context = click.get_current_context(silent=True)
    return str(context.meta.get(_ENCODING, "")) if context else ""
