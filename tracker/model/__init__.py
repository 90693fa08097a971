"""Frozen values that every stage and view speaks in; no input or output here."""
