"""The desk: passwords, sessions, tokens, and what each person looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0003_desk"
down_revision = "0002_casework"
branch_labels = None
depends_on = None

_WHO, _MOMENT, _DIGEST = sa.String(120), sa.String(20), sa.String(64)


def upgrade() -> None:
    """Makes the tables of the desk."""
    _passwords()
    _sessions_and_tries()
    _tokens()
    _looks()


def downgrade() -> None:
    """Takes them away."""
    for name in (
        "desk_filters",
        "desk_looks",
        "access_tokens",
        "login_tries",
        "desk_sessions",
        "people_secrets",
    ):
        op.drop_table(name)


def _passwords() -> None:
    op.create_table(
        "people_secrets",
        sa.Column("who", _WHO, primary_key=True),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("second", sa.String(64)),
        sa.Column("second_used", sa.Integer, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
    )


def _sessions_and_tries() -> None:
    op.create_table(
        "desk_sessions",
        sa.Column("session_sha256", _DIGEST, primary_key=True),
        sa.Column("who", _WHO, nullable=False),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("form_key", sa.String(64), nullable=False),
        sa.Column("origin", _WHO, nullable=False),
        sa.Column("began_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT),
    )
    op.create_index("ix_desk_sessions_who", "desk_sessions", ["who"])
    op.create_table(
        "login_tries",
        sa.Column("try_no", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("who", _WHO, nullable=False),
        sa.Column("origin", _WHO, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("worked", sa.Boolean, nullable=False),
    )
    op.create_index("ix_login_tries_who", "login_tries", ["who"])
    op.create_index("ix_login_tries_at", "login_tries", ["at"])


def _tokens() -> None:
    op.create_table(
        "access_tokens",
        sa.Column("token_sha256", _DIGEST, primary_key=True),
        sa.Column("who", _WHO, nullable=False),
        sa.Column("label", sa.String(120), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT),
    )
    op.create_index("ix_access_tokens_who", "access_tokens", ["who"])


def _looks() -> None:
    op.create_table(
        "desk_looks",
        sa.Column("who", _WHO, primary_key=True),
        sa.Column("subject", _DIGEST, primary_key=True),
        sa.Column("first_at", _MOMENT, nullable=False),
        sa.Column("last_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_desk_looks_subject", "desk_looks", ["subject"])
    op.create_table(
        "desk_filters",
        sa.Column("who", _WHO, primary_key=True),
        sa.Column("name", sa.String(60), primary_key=True),
        sa.Column("query", sa.Text, nullable=False),
    )
