"""duizhang's core (对账): reads government reports, aligns them, and tells what became of promises.

Data flows one way; each arrow is one layer (see ARCHITECTURE.md)::

    file -> ingest -> SourceDocument -> parse -> Report
    Report, Report -> align -> Alignment -> diff -> ReportDiff
    Report -> extract -> Commitment, Outcome -> match -> Tracking
    everything -> workspace -> desktop, cli, export

As a library, without a workspace: read files, track the promises of one by others.

>>> from tracker import pipeline, resources
>>> from tracker.ingest.files import read_source
>>> words = resources.load_options()
>>> files = resources.sample_reports()
>>> later, _, earlier, *_ = (pipeline.read(read_source(file)[0], words) for file in files)
>>> tracked = pipeline.track(earlier, (later,), words)
>>> [found.verdict.value for found in tracked if found.commitment.statement.object == "北沿江高铁"]
['fulfilled']

Every finding shows what it stands on (``found.evidence[0].quote``) and why (``found.reason``);
``tracker.export.frames`` makes pandas tables of them.
The package knows nothing of Qt and opens no network connection.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
