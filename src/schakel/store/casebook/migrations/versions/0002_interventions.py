"""Interventions and their targets."""

import sqlalchemy as sa
from alembic import op

revision = "0002_interventions"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables of interventions and their targets."""
    op.create_table(
        "interventions",
        sa.Column("intervention_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("began_on", sa.String(10), nullable=False),
        sa.Column("ended_on", sa.String(10), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("message_id", sa.String(64)),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("interventions.intervention_id")),
    )
    op.create_table(
        "intervention_targets",
        sa.Column(
            "intervention_id", sa.Integer, sa.ForeignKey("interventions.intervention_id"), nullable=False
        ),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("seller", sa.String(64)),
    )
    op.create_index("ix_intervention_targets_intervention_id", "intervention_targets", ["intervention_id"])


def downgrade() -> None:
    """Takes both tables away."""
    op.drop_table("intervention_targets")
    op.drop_table("interventions")
