"""Families of texts and the keys by which they are found; grades."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "traces",
        sa.Column("document_id", KEY, autoincrement=False, nullable=False),
        sa.Column("layer_id", sa.BigInteger, nullable=False),
        sa.Column("family", sa.BigInteger, nullable=False),
        sa.Column("made_by", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_traces"),
    )
    op.create_index("ix_traces_family", "traces", ["family"])
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("document_id", KEY, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("band", "document_id", name="pk_bands"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "grades",
        sa.Column("sequence", KEY, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("grade", sa.String(1), nullable=False),
        sa.Column("likelihood", sa.String(32)),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_grades"),
        sa.ForeignKeyConstraint(["sequence"], ["log.sequence"], name="fk_grades_sequence"),
    )
    op.create_index("ix_grades_subject_target", "grades", ["subject", "target"])
