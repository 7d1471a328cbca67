"""The first tables, and the guards that keep the log append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _documents()
    _claims()
    _claim_parts()
    _log()


def _documents() -> None:
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("codec", sa.String(16), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_blobs"),
    )
    op.create_table(
        "layers",
        _id(),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("reader", sa.String(64), nullable=False),
        sa.Column("reader_version", sa.String(64), nullable=False),
        sa.Column("options", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("characters", sa.BigInteger, nullable=False),
        sa.Column("codec", sa.String(16), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("zones", sa.Text, nullable=False),
        sa.Column("warnings", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_layers"),
        sa.ForeignKeyConstraint(["digest"], ["blobs.sha256"], name="fk_layers_digest"),
    )
    op.create_index("ix_layers_digest", "layers", ["digest"])
    op.create_table(
        "runs",
        _id(),
        sa.Column("fingerprint", sa.String(200), nullable=False),
        sa.Column("software", sa.String(64), nullable=False),
        sa.Column("extractor", sa.String(64), nullable=False),
        sa.Column("lexicon", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        sa.UniqueConstraint("fingerprint", name="uq_runs_fingerprint"),
    )
    op.create_table(
        "documents",
        _id(),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("layer_id", KEY, nullable=False),
        sa.Column("run_id", KEY, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.String(10)),
        sa.Column("language", sa.String(35)),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("digest", name="uq_documents_digest"),
        sa.ForeignKeyConstraint(["digest"], ["blobs.sha256"], name="fk_documents_digest"),
        sa.ForeignKeyConstraint(["layer_id"], ["layers.id"], name="fk_documents_layer_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_documents_run_id"),
    )
    op.create_index("ix_documents_published", "documents", ["published"])
    op.create_index("ix_documents_publisher", "documents", ["publisher"])
    op.create_table(
        "files",
        _id(),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("path", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
        sa.UniqueConstraint("document_id", "file", name="uq_files_document_id_file"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_files_document_id"),
    )
    op.create_table(
        "failures",
        _id(),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("resolved", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failures"),
        sa.UniqueConstraint("path", "file", name="uq_failures_path_file"),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        _id(),
        sa.Column("identity", sa.String(16), nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("layer_id", KEY, nullable=False),
        sa.Column("run_id", KEY, nullable=False),
        sa.Column("retired_run", KEY),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("polarity", sa.String(16), nullable=False),
        sa.Column("certainty", sa.String(16), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("means", sa.String(16), nullable=False),
        sa.Column("when_start", sa.String(10)),
        sa.Column("when_end", sa.String(10)),
        sa.Column("first_day", sa.String(10)),
        sa.Column("last_day", sa.String(10)),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_claims_document_id"),
        sa.ForeignKeyConstraint(["layer_id"], ["layers.id"], name="fk_claims_layer_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_claims_run_id"),
        sa.ForeignKeyConstraint(["retired_run"], ["runs.id"], name="fk_claims_retired_run"),
    )
    op.create_index("ix_claims_identity", "claims", ["identity"])
    op.create_index("ix_claims_document_id_position", "claims", ["document_id", "position"])
    op.create_index("ix_claims_kind_polarity", "claims", ["kind", "polarity"])


def _claim_parts() -> None:
    op.create_table(
        "fillers",
        _id(),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        *_mention(),
        sa.Column("quantity_min", sa.BigInteger),
        sa.Column("quantity_max", sa.BigInteger),
        sa.Column("antecedent", sa.Boolean, nullable=False),
        sa.Column("repaired", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_fillers"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_fillers_claim_id"),
    )
    op.create_index("ix_fillers_claim_id", "fillers", ["claim_id"])
    op.create_index("ix_fillers_role_entity", "fillers", ["role", "entity"])
    op.create_table(
        "sources",
        _id(),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        *_mention(),
        sa.Column("cue_start", sa.Integer),
        sa.Column("cue_end", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_sources_claim_id"),
    )
    op.create_index("ix_sources_claim_id", "sources", ["claim_id"])
    op.create_index("ix_sources_entity", "sources", ["entity"])
    op.create_table(
        "evidence",
        _id(),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_evidence_claim_id"),
    )
    op.create_index("ix_evidence_claim_id", "evidence", ["claim_id"])


def _log() -> None:
    op.create_table(
        "log",
        sa.Column("sequence", KEY, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("document", sa.String(64)),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("payload_sha256", sa.String(64), nullable=False),
        sa.Column("leaf", sa.String(64), nullable=False),
        sa.Column("subtree", sa.String(64), nullable=False),
        sa.Column("previous_head", sa.String(64), nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_log"),
    )
    op.create_index("ix_log_document", "log", ["document"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER log_refuses_{verb.lower()} BEFORE {verb} ON log "
                "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER log_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON log "
        "FOR EACH STATEMENT EXECUTE FUNCTION log_is_append_only()"
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", KEY, nullable=False, autoincrement=True)


def _mention() -> list[sa.Column[str] | sa.Column[int]]:
    return [
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("entity", sa.String(200)),
        sa.Column("mention", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    ]
