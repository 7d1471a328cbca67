"""Run by Alembic: applies the steps on the connection that `reportedly.ledger.upgrade` hands over, inside its
transaction."""

from __future__ import annotations

from alembic import context

from reportedly.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
