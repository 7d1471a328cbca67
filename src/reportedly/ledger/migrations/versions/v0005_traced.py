"""How far tracing came, so that one more report does not ask about all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "traced",
        sa.Column("made_by", sa.String(64), nullable=False),
        sa.Column("document_id", sa.BigInteger, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("made_by", name="pk_traced"),
    )
