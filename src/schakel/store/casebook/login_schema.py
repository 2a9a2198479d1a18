"""The casebook's tables for the desk: passwords, sessions, tokens, and what each person looked at."""

from sqlalchemy import Boolean, Column, Integer, String, Table, Text

from schakel.store.casebook.schema import metadata

secrets_of_people = Table(
    "people_secrets",
    metadata,
    Column("who", String(120), primary_key=True),
    Column("password", Text, nullable=False),  # argon2id, with its own salt and costs
    Column("second", String(64)),  # the key of the second factor (TOTP); null: none
    Column("second_used", Integer, nullable=False),  # the last period of 30 s whose code was used
    Column("changed_at", String(20), nullable=False),
)
sessions = Table(
    "desk_sessions",
    metadata,
    Column("session_sha256", String(64), primary_key=True),
    Column("who", String(120), nullable=False, index=True),
    Column("way", String(16), nullable=False),  # password, link
    Column("form_key", String(64), nullable=False),  # must come back with every form
    Column("origin", String(120), nullable=False),
    Column("began_at", String(20), nullable=False),
    Column("seen_at", String(20), nullable=False),
    Column("until", String(20), nullable=False),
    Column("ended_at", String(20)),
)
login_tries = Table(
    "login_tries",
    metadata,
    Column("try_no", Integer, primary_key=True, autoincrement=True),
    Column("who", String(120), nullable=False, index=True),
    Column("origin", String(120), nullable=False),
    Column("at", String(20), nullable=False, index=True),
    Column("worked", Boolean, nullable=False),
)
access_tokens = Table(
    "access_tokens",
    metadata,
    Column("token_sha256", String(64), primary_key=True),
    Column("who", String(120), nullable=False, index=True),
    Column("label", String(120), nullable=False),
    Column("made_at", String(20), nullable=False),
    Column("until", String(20), nullable=False),
    Column("ended_at", String(20)),
)
looks = Table(
    "desk_looks",
    metadata,
    Column("who", String(120), primary_key=True),
    Column("subject", String(64), primary_key=True, index=True),
    Column("first_at", String(20), nullable=False),
    Column("last_at", String(20), nullable=False),
)
saved_filters = Table(
    "desk_filters",
    metadata,
    Column("who", String(120), primary_key=True),
    Column("name", String(60), primary_key=True),
    Column("query", Text, nullable=False),
)
