"""Findings over many reports: what one report alone, or one pair, cannot tell."""
