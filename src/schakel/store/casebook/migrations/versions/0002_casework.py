"""Casework: acts in a chain, cases with what belongs to them, people and grounds."""

import sqlalchemy as sa
from alembic import op

revision = "0002_casework"
down_revision = "0001"
branch_labels = None
depends_on = None

_CASE, _NUMBER = sa.String(40), sa.Integer


def upgrade() -> None:
    """Makes the tables of casework."""
    _acts_and_cases()
    _members_and_readers()
    _work_on_a_case()
    _verdicts_and_notices()
    _looked_up_by_case()
    _people_and_grounds()


def downgrade() -> None:
    """Takes them away."""
    for name in (
        "grounds",
        "people",
        "notices",
        "case_verdicts",
        "case_hours",
        "case_tasks",
        "case_notes",
        "case_readers",
        "case_members",
        "cases",
        "acts",
    ):
        op.drop_table(name)


def _acts_and_cases() -> None:
    op.create_table(
        "acts",
        sa.Column("act_no", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("act_id", sa.String(64), nullable=False, unique=True),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("who", sa.String(120), nullable=False),
        sa.Column("origin", sa.String(120), nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("case_id", sa.String(40)),
        sa.Column("payload", sa.Text),
        sa.Column("payload_sha256", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("ix_acts_case_id", "acts", ["case_id"])
    op.create_table(
        "cases",
        sa.Column("case_id", sa.String(40), primary_key=True),
        sa.Column("seller_id", sa.String(64), nullable=False),
        sa.Column("lead_id", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("unit", sa.String(64), nullable=False),
        sa.Column("level", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(120)),
        sa.Column("opened_at", sa.String(20), nullable=False),
        sa.Column("opened_by", sa.String(120), nullable=False),
        sa.Column("closed_at", sa.String(20)),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("way", sa.String(32), nullable=False),
        sa.Column("cells", sa.Text, nullable=False),
        sa.Column("estimated", sa.Text, nullable=False),
    )
    op.create_index("ix_cases_seller_id", "cases", ["seller_id"])


def _members_and_readers() -> None:
    op.create_table(
        "case_members",
        sa.Column("case_id", _CASE, primary_key=True),
        sa.Column("member", sa.String(300), primary_key=True),
    )
    op.create_index("ix_case_members_member", "case_members", ["member"])
    op.create_table(
        "case_readers",
        sa.Column("case_id", _CASE, primary_key=True),
        sa.Column("reader", sa.String(120), primary_key=True),
    )


def _work_on_a_case() -> None:
    """Notes, tasks and hours."""
    op.create_table(
        "case_notes",
        sa.Column("act_no", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("case_id", _CASE, nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "case_tasks",
        sa.Column("act_no", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("case_id", _CASE, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("for_whom", sa.String(120)),
        sa.Column("done_at", sa.String(20)),
        sa.Column("done_by", sa.String(120)),
    )
    op.create_table(
        "case_hours",
        sa.Column("act_no", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("case_id", _CASE, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("hours", sa.Float, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
    )


def _verdicts_and_notices() -> None:
    op.create_table(
        "case_verdicts",
        sa.Column("act_no", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("case_id", _CASE, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
    )
    op.create_table(
        "notices",
        sa.Column("notice_no", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("case_id", _CASE, nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("about", sa.String(16), nullable=False),
        sa.Column("unit", sa.String(64), nullable=False),
    )


def _looked_up_by_case() -> None:
    for name in ("case_notes", "case_tasks", "case_hours", "case_verdicts", "notices"):
        op.create_index(f"ix_{name}_case_id", name, ["case_id"])


def _people_and_grounds() -> None:
    op.create_table(
        "people",
        sa.Column("name", sa.String(120), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("unit", sa.String(64)),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "grounds",
        sa.Column("ground_id", sa.String(64), primary_key=True),
        sa.Column("basis", sa.String(32), nullable=False),
        sa.Column("officer", sa.String(120), nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("valid_from", sa.String(10), nullable=False),
        sa.Column("valid_until", sa.String(10), nullable=False),
        sa.Column("entered_by", sa.String(120), nullable=False),
        sa.Column("entered_at", sa.String(20), nullable=False),
        sa.Column("revoked_at", sa.String(20)),
    )
