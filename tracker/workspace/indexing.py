"""What the index of words takes in of a report, and when its pieces become one."""

from collections.abc import Callable
from contextlib import suppress

from tracker.errors import StoreProblem
from tracker.model.report import Report
from tracker.store import summaries, word_index
from tracker.store.database import Database

_MANY = 100
_SHARE = 4
"""The pieces of the index are merged after one report of so many is new: a report more costs the
same in a large library, and each is merged a few times at most."""


def indexed_text(report: Report) -> word_index.IndexedText:
    """Return a report, with people's word on lines and roles, as the index of words takes it in."""
    from tracker.text.paragraphs import paragraphs_of  # noqa: PLC0415 - with the first import

    headings = [section.heading for section in report.sections]
    return word_index.pack(summaries.text_hash(report), headings, paragraphs_of(report))


def merge_pieces(database: Database, n_new: int, should_stop: Callable[[], bool]) -> None:
    """Make the index one piece where many reports came in; others may write in between.

    It finds the same in many pieces, only later; so what cannot be written, or is stopped, is
    left to the next time.
    """
    with suppress(StoreProblem):
        with database.read() as connection:
            n_reports = word_index.number(connection)
        more = n_new >= max(_MANY, n_reports // _SHARE)
        begin = True
        while more and not should_stop():
            with database.write() as connection:
                more = word_index.merge(connection, begin=begin)
            begin = False
