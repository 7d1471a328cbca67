"""Details of traced texts, so that most comparisons read no text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("traces", sa.Column("details", sa.LargeBinary))
