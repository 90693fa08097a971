"""Names of things that stay the same over runs and machines."""

from typing import NewType

ReportId = NewType("ReportId", str)
"""SHA-256 (64 hex digits) of the report's original bytes."""

CommitmentId = NewType("CommitmentId", str)
"""Report id (first 12 digits), source span and a running number: ``4ff7010d533e-5120-5133-0``."""

OutcomeId = NewType("OutcomeId", str)
"""The same shape as a commitment id."""

BookmarkId = NewType("BookmarkId", int)
"""Running number of a bookmark within its workspace, never used twice."""

PromiseWordId = NewType("PromiseWordId", int)
"""Running number of a person's word on a promise within its workspace, never used twice."""
