"""Runs revisions on the connection that ``tracker.store.migrate`` hands over."""

from alembic import context

from tracker.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
