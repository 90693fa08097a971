"""The tracking report as CSV that spreadsheet programs open rightly by a double click."""

import io

from tracker.export.cells import write_csv
from tracker.export.handout_table import PROMISE_COLUMNS, ReadResource, promise_rows
from tracker.model.handout import TrackingReport


def handout_bytes(handout: TrackingReport, language: str, resource: ReadResource) -> bytes:
    """Return UTF-8 with a byte order mark (without one Excel takes it for the local encoding)."""
    del resource
    text = io.StringIO(newline="")
    rows = ([row[c.key] for c in PROMISE_COLUMNS] for row in promise_rows(handout, language))
    write_csv(text, [c.title.text(language) for c in PROMISE_COLUMNS], rows, "\r\n")
    return text.getvalue().encode("utf-8-sig")
