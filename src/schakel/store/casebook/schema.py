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
