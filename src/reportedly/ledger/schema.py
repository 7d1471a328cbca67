"""The tables of a ledger, in words that SQLite and PostgreSQL share.

Bytes are kept once (`blobs`); each reading of them is a text layer (`layers`) with its reader and version; a
document points at its current layer. A claim points at the layer its offsets count in (half-open, code
points), so a newer reader never moves an older claim's words. What a newer extractor no longer says is
retired (`retired_run`), not deleted. The migrations are the record of how these tables came to be; a test
holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

APPLICATION_ID = 0x52505444
"""Marks a SQLite file as a ledger ("RPTD")."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BigKey = BigInteger().with_variant(Integer, "sqlite")


def _key() -> Column[int]:
    return Column("id", BigKey, primary_key=True, autoincrement=True)


def _to(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, BigKey, ForeignKey(target), nullable=nullable)


blobs = Table(
    "blobs",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("codec", String(16), nullable=False),
    Column("data", LargeBinary, nullable=False),
)

layers = Table(
    "layers",
    metadata,
    _key(),
    Column("digest", String(64), ForeignKey("blobs.sha256"), nullable=False),
    Column("reader", String(64), nullable=False),
    Column("reader_version", String(64), nullable=False),
    Column("options", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("characters", BigInteger, nullable=False),
    Column("codec", String(16), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("zones", Text, nullable=False),
    Column("warnings", Text, nullable=False),
    Index("ix_layers_digest", "digest"),
)

runs = Table(
    "runs",
    metadata,
    _key(),
    Column("fingerprint", String(200), nullable=False, unique=True),
    Column("software", String(64), nullable=False),
    Column("extractor", String(64), nullable=False),
    Column("lexicon", String(64), nullable=False),
)

documents = Table(
    "documents",
    metadata,
    _key(),
    Column("digest", String(64), ForeignKey("blobs.sha256"), nullable=False, unique=True),
    Column("file", Text, nullable=False),
    _to("layer_id", "layers.id"),
    _to("run_id", "runs.id"),
    Column("media_type", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("published", String(10)),
    Column("language", String(35)),
    Column("claims", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Index("ix_documents_published", "published"),
    Index("ix_documents_publisher", "publisher"),
)

files = Table(
    "files",
    metadata,
    _key(),
    _to("document_id", "documents.id"),
    Column("file", Text, nullable=False),
    Column("path", Text),
    UniqueConstraint("document_id", "file"),
)

failures = Table(
    "failures",
    metadata,
    _key(),
    Column("path", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("code", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("resolved", Boolean, nullable=False),
    UniqueConstraint("path", "file"),
)

claims = Table(
    "claims",
    metadata,
    _key(),
    Column("identity", String(16), nullable=False),
    _to("document_id", "documents.id"),
    _to("layer_id", "layers.id"),
    _to("run_id", "runs.id"),
    _to("retired_run", "runs.id", nullable=True),
    Column("kind", String(16), nullable=False),
    Column("polarity", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("means", String(16), nullable=False),
    Column("when_start", String(10)),
    Column("when_end", String(10)),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_claims_identity", "identity"),
    Index("ix_claims_document_id_position", "document_id", "position"),
    Index("ix_claims_kind_polarity", "kind", "polarity"),
)

fillers = Table(
    "fillers",
    metadata,
    _key(),
    _to("claim_id", "claims.id"),
    Column("role", String(16), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("entity", String(200)),
    Column("mention", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quantity_min", BigInteger),
    Column("quantity_max", BigInteger),
    Column("antecedent", Boolean, nullable=False),
    Column("repaired", Boolean, nullable=False),
    Index("ix_fillers_claim_id", "claim_id"),
    Index("ix_fillers_role_entity", "role", "entity"),
)

sources = Table(
    "sources",
    metadata,
    _key(),
    _to("claim_id", "claims.id"),
    Column("position", Integer, nullable=False),
    Column("role", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("entity", String(200)),
    Column("mention", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Index("ix_sources_claim_id", "claim_id"),
    Index("ix_sources_entity", "entity"),
)

evidence = Table(
    "evidence",
    metadata,
    _key(),
    _to("claim_id", "claims.id"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("ix_evidence_claim_id", "claim_id"),
)

log = Table(
    "log",
    metadata,
    Column("sequence", BigKey, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("at", String(32), nullable=False),
    Column("document", String(64)),
    Column("payload", Text, nullable=False),
    Column("payload_sha256", String(64), nullable=False),
    Column("leaf", String(64), nullable=False),
    Column("subtree", String(64), nullable=False),
    Column("previous_head", String(64), nullable=False),
    Column("head", String(64), nullable=False),
    Index("ix_log_document", "document"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("sequence", BigKey, ForeignKey("log.sequence"), primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("subject", String(16), nullable=False),
    Column("target", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("document", String(64)),
    Column("reason", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index("ix_decisions_subject_target", "subject", "target"),
    Index("ix_decisions_document", "document"),
)
"""What reviewers judged, one row for each `decision` entry of the log. Rows are added, never changed."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("sequence", BigKey, ForeignKey("log.sequence"), nullable=False),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
"""What is left of a document that was removed: who, when, why, and the digest of its bytes."""

users = Table(
    "users",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
)
"""Who may use a shared workbench. `password` is a salted scrypt hash, as `reportedly.ledger.users` writes
it."""

terms = Table(
    "terms",
    metadata,
    Column("term", String(64), primary_key=True),
    Column("document_id", BigKey, ForeignKey("documents.id"), primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
    Index("ix_terms_document_id", "document_id"),
    sqlite_with_rowid=False,
)
"""How often each analysed word stands in each document's current text: the search index, made when needed."""

indexed = Table(
    "indexed",
    metadata,
    Column("document_id", BigKey, ForeignKey("documents.id"), primary_key=True, autoincrement=False),
    Column("layer_id", BigInteger, nullable=False),
)
"""Which text layer of a document the search index has read."""

traces = Table(
    "traces",
    metadata,
    Column("document_id", BigKey, primary_key=True, autoincrement=False),
    Column("layer_id", BigInteger, nullable=False),
    Column("family", BigInteger, nullable=False),
    Column("made_by", String(64), nullable=False),
    Column("details", LargeBinary),
    Index("ix_traces_family", "family"),
)
"""Documents by family: those that pass on one text. `family` is the key of one of them; `details` the numbers
of its details in order, eight bytes each."""

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("document_id", BigKey, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Keys of a document's sketch, under which texts like it are found."""

outlets = Table(
    "outlets",
    metadata,
    Column("document_id", BigKey, primary_key=True, autoincrement=False),
    Column("outlet", String(200), primary_key=True),
    sqlite_with_rowid=False,
)
"""The outlets that a document's text names."""

traced = Table(
    "traced",
    metadata,
    Column("made_by", String(64), primary_key=True),
    Column("document_id", BigInteger, nullable=False),
    Column("sequence", BigInteger, nullable=False),
)
"""How far tracing came: by which method, up to which document and which entry of the log. One row or none."""

grades = Table(
    "grades",
    metadata,
    Column("sequence", BigKey, ForeignKey("log.sequence"), primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("author", Text, nullable=False),
    Column("subject", String(16), nullable=False),
    Column("target", Text, nullable=False),
    Column("grade", String(1), nullable=False),
    Column("likelihood", String(32)),
    Column("note", Text, nullable=False),
    Index("ix_grades_subject_target", "subject", "target"),
)
"""Admiralty grades: letters on sources, digits on allegations, one row for each `graded` entry of the log.
Rows are added, never changed."""
