"""The casebook's tables, in SQLAlchemy's own types so that SQLite and PostgreSQL both carry them."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

verdicts = Table(
    "verdicts",
    metadata,
    Column("verdict_id", Integer, primary_key=True, autoincrement=True),
    Column("subject", String(64), nullable=False, index=True),
    Column("other", String(64)),
    Column("answer", String(16), nullable=False),
    Column("by", String(120), nullable=False),
    Column("at", String(20), nullable=False),  # UTC, 2026-01-02T03:04:05Z
    Column("why", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("verdicts.verdict_id")),
)

interventions = Table(
    "interventions",
    metadata,
    Column("intervention_id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False),
    Column("began_on", String(10), nullable=False),  # UTC day, 2026-01-02
    Column("ended_on", String(10), nullable=False),
    Column("source", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("message_id", String(64)),
    Column("by", String(120), nullable=False),
    Column("at", String(20), nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("interventions.intervention_id")),
)

intervention_targets = Table(
    "intervention_targets",
    metadata,
    Column(
        "intervention_id", Integer, ForeignKey("interventions.intervention_id"), nullable=False, index=True
    ),
    Column("kind", String(16), nullable=False),
    Column("id", String(64), nullable=False),
    Column("seller", String(64)),
)
