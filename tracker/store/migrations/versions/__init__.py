"""Revisions, oldest first; the number is the schema version they lead to."""
