"""The first table: verdicts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of verdicts."""
    op.create_table(
        "verdicts",
        sa.Column("verdict_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("other", sa.String(64)),
        sa.Column("answer", sa.String(16), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("verdicts.verdict_id")),
    )
    op.create_index("ix_verdicts_subject", "verdicts", ["subject"])


def downgrade() -> None:
    """Takes the table of verdicts away."""
    op.drop_table("verdicts")
