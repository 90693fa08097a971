"""Alembic's environment and revisions of the workspace file."""
