"""The outlets that documents name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "outlets",
        sa.Column("document_id", KEY, autoincrement=False, nullable=False),
        sa.Column("outlet", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "outlet", name="pk_outlets"),
        sqlite_with_rowid=False,
    )
