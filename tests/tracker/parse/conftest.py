"""Reads short texts as reports."""

from collections.abc import Callable

import pytest

from tracker.ingest.files import decode_source
from tracker.model.report import Report
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.report import parse_report
from tracker.resources import load_parse_lexicon


@pytest.fixture(scope="session")
def lexicon() -> ParseLexicon:
    """Return the word lists of the reader."""
    return load_parse_lexicon()


@pytest.fixture(scope="session")
def read(lexicon: ParseLexicon) -> Callable[..., Report]:
    """Return a function that reads lines as a report."""

    def make(*lines: str) -> Report:
        return parse_report(decode_source("\n".join(lines).encode(), "report.txt"), lexicon)

    return make
