"""duizhang's core (对账): reads government reports, aligns them, and tells what became of promises.

Data flows one way; each arrow is one layer (see ARCHITECTURE.md)::

    file -> ingest -> SourceDocument -> parse -> Report
    Report, Report -> align -> Alignment -> diff -> ReportDiff
    Report -> extract -> Commitment, Outcome -> match -> Tracking
    everything -> workspace -> desktop, cli, export

The package knows nothing of Qt and opens no network connection.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
