"""From a report to its commitments and outcomes."""
