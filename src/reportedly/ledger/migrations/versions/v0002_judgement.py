"""Decisions of reviewers, tombstones, users of a shared workbench, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _decisions()
    _tombstones()
    _users()
    _search()


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("sequence", KEY, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("subject", sa.String(16), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("document", sa.String(64)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_decisions"),
        sa.ForeignKeyConstraint(["sequence"], ["log.sequence"], name="fk_decisions_sequence"),
    )
    op.create_index("ix_decisions_subject_target", "decisions", ["subject", "target"])
    op.create_index("ix_decisions_document", "decisions", ["document"])


def _tombstones() -> None:
    op.create_table(
        "tombstones",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sequence", KEY, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_tombstones"),
        sa.ForeignKeyConstraint(["sequence"], ["log.sequence"], name="fk_tombstones_sequence"),
    )


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_users"),
    )


def _search() -> None:
    op.create_table(
        "terms",
        sa.Column("term", sa.String(64), nullable=False),
        sa.Column("document_id", KEY, autoincrement=False, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("term", "document_id", name="pk_terms"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_terms_document_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_terms_document_id", "terms", ["document_id"])
    op.create_table(
        "indexed",
        sa.Column("document_id", KEY, autoincrement=False, nullable=False),
        sa.Column("layer_id", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_indexed"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_indexed_document_id"),
    )
