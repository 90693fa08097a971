"""The tracking report as CSV that spreadsheet programs open rightly by a double click."""

import io

from tracker.export.cells import write_csv
from tracker.export.handout_table import PROMISE_COLUMNS, ReadResource, chosen, promise_rows
from tracker.model.handout import HandoutOptions, TrackingReport


def handout_bytes(
    handout: TrackingReport, options: HandoutOptions, resource: ReadResource
) -> bytes:
    """Return UTF-8 with a byte order mark (without one Excel takes it for the local encoding)."""
    del resource
    language = options.language
    columns = chosen(PROMISE_COLUMNS, options, [column.key for column in PROMISE_COLUMNS])
    text = io.StringIO(newline="")
    rows = ([row[c.key] for c in columns] for row in promise_rows(handout, options))
    write_csv(text, [c.title.text(language) for c in columns], rows, "\r\n")
    return text.getvalue().encode("utf-8-sig")
