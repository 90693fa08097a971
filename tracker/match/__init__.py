"""From commitments and later reports to verdicts with evidence and reason."""
