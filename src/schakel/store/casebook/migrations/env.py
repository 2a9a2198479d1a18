"""Alembic's door: runs the migrations on the connection that the casebook hands over."""

from alembic import context

from schakel.store.casebook import case_schema, login_schema  # noqa: F401 - they add their tables to `metadata`
from schakel.store.casebook.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
