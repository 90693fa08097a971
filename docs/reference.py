"""Write the pages of commands and of columns, in both languages, from the code itself.

With ``--check`` it only tells by its exit code whether they are as the code says.
"""

import re
import sys
from pathlib import Path

import click

from tracker.cli.texts import COMMANDS
from tracker.cli.verbs import duizhang

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import columns  # noqa: E402 - beside this file, which may be run from anywhere

HEADS = {
    "zh": (
        "命令参考",
        "本页由程序自身生成，与 `duizhang 命令 --help` 一致。没有命令时打开窗口。",
        ("选项", "说明"),
    ),
    "en": (
        "Commands",
        "This page is made from the program itself and says what `duizhang COMMAND --help` says. "
        "Without a command the window opens.",
        ("option", "meaning"),
    ),
}


def cell(text: str) -> str:
    """Return a text as a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def paragraphs(text: str, language: str) -> str:
    """Return a text with each paragraph on one line: a break inside Chinese would leave a gap."""
    joined = re.sub(r"(?<!\n)\n(?!\n)", "" if language == "zh" else " ", text)
    return joined.replace("<", "&lt;")


def options(context: click.Context, language: str) -> list[str]:
    """Return the rows of the table of options."""
    rows = []
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            # A bar would end the cell, inside code too.
            rows.append(f"| `{record[0].replace('|', '/')}` | {cell(record[1])} |")
    one, two = HEADS[language][2]
    return [f"| {one} | {two} |", "| --- | --- |", *rows, ""]


def verb(name: str, language: str) -> list[str]:
    """Return the section of one verb."""
    top = duizhang.make_context("duizhang", [], obj=language, resilient_parsing=True)
    command = duizhang.commands[name]
    with (
        top,
        command.make_context(name, [], parent=top, obj=language, resilient_parsing=True) as context,
    ):
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        return [
            f"## {name}", "",
            "```text", usage, "```", "",
            paragraphs(COMMANDS[name].text(language), language), "",
            *options(context, language),
        ]  # fmt: skip


def page(language: str) -> str:
    """Return the page in one language."""
    title, opening, _ = HEADS[language]
    lines = [f"# {title}", "", opening, ""]
    for name in duizhang.commands:
        lines += verb(name, language)
    return "\n".join(lines).rstrip() + "\n"


def main(arguments: list[str]) -> int:
    """Write or check the pages and return the exit code."""
    stale = 0
    made = {
        HERE / language / f"{name}.md": write(language)
        for language in HEADS
        for name, write in (("commands", page), ("columns", columns.page))
    }
    for path, text in made.items():
        if "--check" in arguments:
            stale |= not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
