"""Which language the command line speaks, and commands whose help has two."""

import locale
import os
from collections.abc import Mapping, Sequence

import click

from tracker.cli.texts import COMMANDS, OPTIONS
from tracker.message import Message

LANGUAGES = ("zh", "en")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return "zh" or "en": what ``--lang`` says, else what the locale says.

    The arguments are looked through before they are parsed, because help and usage errors
    must be in the right language too.
    """
    asked = ""
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    # Windows and macOS set none of these: "Chinese (Simplified)_China" or "zh_CN".
    spoken = locale.getlocale()[0] or ""
    return "zh" if spoken.lower().startswith(("zh", "chinese")) else "en"


def language_now() -> str:
    """Return the language of this run."""
    context = click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return found if isinstance(found, str) else choose_language((), os.environ)


def say(message: Message) -> None:
    """Write one sentence to stderr, in the language of this run."""
    click.echo(message.text(language_now()), err=True)


class _Formatter(click.HelpFormatter):
    """Help whose own words are in the language of the run too."""

    _WORDS: Mapping[str, str] = {"Options": "选项", "Commands": "命令"}

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        if prefix is None and language_now() == "zh":
            prefix = "用法："
        super().write_usage(prog, args, prefix)

    def write_heading(self, heading: str) -> None:
        if language_now() == "zh":
            heading = self._WORDS.get(heading, heading)
        super().write_heading(heading)


class _Context(click.Context):
    formatter_class = _Formatter


class SpokenOption(click.Option):
    """An option whose help stands in ``texts.OPTIONS``."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return names and help in the language of the run."""
        self.help = OPTIONS[self.name or ""].text(language_now())
        return super().get_help_record(ctx)


class _Spoken(click.Command):
    context_class = _Context

    @property
    def _text(self) -> str:
        return COMMANDS[self.name or ""].text(language_now())

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters, ``--lang`` among them (read before parsing, see above)."""
        lang = SpokenOption(["--lang"], type=click.Choice(LANGUAGES), expose_value=False)
        own, helping = super().get_params(ctx), self.get_help_option(ctx)
        return [*(p for p in own if p is not helping), lang, *([helping] if helping else [])]

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first line of the help."""
        return self._text.split("\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of the run."""
        self.help = self._text
        super().format_help_text(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, whose own help is in the language of the run."""
        option = super().get_help_option(ctx)
        if option:
            option.help = OPTIONS["help"].text(language_now())
        return option


class SpokenCommand(_Spoken):
    """A verb with its help in two languages."""


class SpokenGroup(_Spoken, click.Group):
    """The command with its verbs."""

    command_class = SpokenCommand

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the work, not of the alphabet."""
        return list(self.commands)


def _possible(kind: object, en: str) -> str:
    """Return which values an option takes, in Chinese; click's own words where that is unknown."""
    if isinstance(kind, click.Choice):
        return f"可以是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange) and kind.min is not None and kind.max is None:
        return f"应是不小于 {kind.min} 的整数"
    return en


def usage_sentence(error: click.UsageError) -> Message:
    """Return what is wrong with the arguments, as one sentence."""
    en = error.format_message()
    zh = en
    if isinstance(error, click.NoSuchOption):
        zh = f"没有 {error.option_name} 这个选项{_perhaps(error.possibilities)}"
    elif isinstance(error, click.MissingParameter) and error.param is not None:
        zh = f"缺少参数 {error.param.make_metavar(error.ctx) if error.ctx else ''}。"
    elif isinstance(error, click.BadParameter) and error.param is not None:
        zh = f"{'/'.join(error.param.opts)} 的值不可用：{_possible(error.param.type, en)}。"
    elif isinstance(error, click.exceptions.NoSuchCommand):
        zh = f"没有“{error.command_name}”这个命令{_perhaps(error.possibilities)}"
    elif en.startswith("Got unexpected extra argument"):
        zh = f"多出的参数：{en.partition('(')[2].partition(')')[0]}。"
    return Message(zh, en)


def _perhaps(names: Sequence[str] | None) -> str:
    """Return the end of a sentence, with what may have been meant."""
    return f"，您要的是 {' 或 '.join(names)} 吗？" if names else "。"
