"""The tracking report as a Markdown table, for wikis and chats."""

import re
from collections.abc import Sequence

from tracker.export.handout_table import (
    PROMISE_COLUMNS,
    Cell,
    ReadResource,
    counts,
    method_rows,
    names_bodies,
    promise_rows,
)
from tracker.message import Message
from tracker.model.handout import TrackingReport

_SHOWN = ("no", "promise", "due", "body", "verdict", "evidence", "source", "reason", "note")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~])")


def handout_bytes(handout: TrackingReport, language: str, resource: ReadResource) -> bytes:
    """Return UTF-8 text: title, counts, the table of promises, the method."""
    del resource
    shown = _SHOWN if names_bodies(handout) else tuple(key for key in _SHOWN if key != "body")
    columns = [column for column in PROMISE_COLUMNS if column.key in shown]
    lines = [f"# {_escaped(handout.title.text(language))}", ""]
    lines.append("　".join(f"{name} {count}" for _, name, count in counts(handout, language)))
    lines += ["", _line([c.title.text(language) for c in columns]), "|---" * len(columns) + "|"]
    lines += [_line([row[c.key] for c in columns]) for row in promise_rows(handout, language)]
    lines += ["", f"## {Message('方法', 'Method').text(language)}", ""]
    lines += [
        f"- **{_escaped(name)}** {_escaped(text)}" for name, text in method_rows(handout, language)
    ]
    return ("\n".join(lines) + "\n").encode()


def _line(cells: Sequence[Cell]) -> str:
    return "| " + " | ".join(_escaped("" if c is None else str(c)) for c in cells) + " |"


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
