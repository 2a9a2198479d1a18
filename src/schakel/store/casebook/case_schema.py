"""The casebook's tables for casework, in SQLAlchemy's own types so that SQLite and PostgreSQL both carry them.

`acts` is the book: rows are added, chained and never changed. The other tables are what stands after the last act, and
are written in the same transaction.
"""

from sqlalchemy import Boolean, Column, Float, Integer, String, Table, Text

from schakel.store.casebook.schema import metadata

acts = Table(
    "acts",
    metadata,
    Column("act_no", Integer, primary_key=True, autoincrement=False),
    Column("act_id", String(64), nullable=False, unique=True),
    Column("at", String(20), nullable=False),
    Column("who", String(120), nullable=False),
    Column("origin", String(120), nullable=False),
    Column("act", String(32), nullable=False),
    Column("case_id", String(40), index=True),
    Column("payload", Text),  # canonical JSON; null once destroyed
    Column("payload_sha256", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
cases = Table(
    "cases",
    metadata,
    Column("case_id", String(40), primary_key=True),
    Column("seller_id", String(64), nullable=False, index=True),
    Column("lead_id", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("unit", String(64), nullable=False),
    Column("level", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("owner", String(120)),
    Column("opened_at", String(20), nullable=False),
    Column("opened_by", String(120), nullable=False),
    Column("closed_at", String(20)),
    Column("changed", Integer, nullable=False),
    Column("way", String(32), nullable=False),
    Column("cells", Text, nullable=False),  # JSON: kind of work -> entry of hours.toml
    Column("estimated", Text, nullable=False),  # JSON: kind of work -> hours
)
case_members = Table(
    "case_members",
    metadata,
    Column("case_id", String(40), primary_key=True),
    Column("member", String(300), primary_key=True, index=True),
)
case_readers = Table(
    "case_readers",
    metadata,
    Column("case_id", String(40), primary_key=True),
    Column("reader", String(120), primary_key=True),  # a person's name, or unit:NAME
)
case_notes = Table(
    "case_notes",
    metadata,
    Column("act_no", Integer, primary_key=True, autoincrement=False),
    Column("case_id", String(40), nullable=False, index=True),
    Column("by", String(120), nullable=False),
    Column("at", String(20), nullable=False),
    Column("text", Text, nullable=False),
)
case_tasks = Table(
    "case_tasks",
    metadata,
    Column("act_no", Integer, primary_key=True, autoincrement=False),
    Column("case_id", String(40), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("for_whom", String(120)),
    Column("done_at", String(20)),
    Column("done_by", String(120)),
)
case_hours = Table(
    "case_hours",
    metadata,
    Column("act_no", Integer, primary_key=True, autoincrement=False),
    Column("case_id", String(40), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("hours", Float, nullable=False),
    Column("day", String(10), nullable=False),
    Column("by", String(120), nullable=False),
)
case_verdicts = Table(
    "case_verdicts",
    metadata,
    Column("act_no", Integer, primary_key=True, autoincrement=False),
    Column("case_id", String(40), nullable=False, index=True),
    Column("verdict", String(16), nullable=False),
    Column("by", String(120), nullable=False),
    Column("at", String(20), nullable=False),
)
notices = Table(
    "notices",
    metadata,
    Column("notice_no", Integer, primary_key=True, autoincrement=True),
    Column("case_id", String(40), nullable=False, index=True),  # the case that is told
    Column("at", String(20), nullable=False),
    Column("about", String(16), nullable=False),
    Column("unit", String(64), nullable=False),  # the unit it hears of
)
people = Table(
    "people",
    metadata,
    Column("name", String(120), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("unit", String(64)),
    Column("active", Boolean, nullable=False),
)
grounds = Table(
    "grounds",
    metadata,
    Column("ground_id", String(64), primary_key=True),
    Column("basis", String(32), nullable=False),
    Column("officer", String(120), nullable=False),
    Column("reference", Text, nullable=False),
    Column("scope", Text, nullable=False),  # JSON: acts, chats, commodities, sellers
    Column("valid_from", String(10), nullable=False),
    Column("valid_until", String(10), nullable=False),
    Column("entered_by", String(120), nullable=False),
    Column("entered_at", String(20), nullable=False),
    Column("revoked_at", String(20)),
)
TABLES = (
    acts,
    cases,
    case_members,
    case_readers,
    case_notes,
    case_tasks,
    case_hours,
    case_verdicts,
    notices,
    people,
    grounds,
)
