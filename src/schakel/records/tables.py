"""The schema of every table that passes a door, and the one check at the door."""

import pyarrow as pa

from schakel.records.errors import SchemaError

_MOMENT = pa.timestamp("s", tz="UTC")

REASONS = pa.list_(
    pa.struct(
        [
            ("rule", pa.string()),
            ("weight", pa.float64()),  # log10 likelihood ratio
            ("start", pa.int32()),  # span in the original text, in characters
            ("end", pa.int32()),
            ("detail", pa.string()),
            ("messages", pa.list_(pa.string())),  # the messages it rests on
        ]
    )
)
SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
ENTITIES = pa.list_(
    pa.struct([("type", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("value", pa.string())])
)
REACTIONS = pa.list_(pa.struct([("kind", pa.string()), ("value", pa.string()), ("count", pa.int32())]))
PLACES = pa.list_(
    pa.struct(
        [
            ("name", pa.string()),  # canonical name
            ("geonames", pa.int64()),
            ("province", pa.string()),
            ("municipality", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
        ]
    )
)

SOURCES = pa.schema(
    [
        ("source_id", pa.string()),  # sha256 of the sealed file
        ("name", pa.string()),
        ("bytes", pa.int64()),
        ("format", pa.string()),
        ("brought_by", pa.string()),
        ("authorisation", pa.string()),
        ("records", pa.int64()),  # records found in the file
        ("kept", pa.int64()),  # rows of `messages` that come from it
        ("known", pa.int64()),  # records that another source (or an earlier place) had already
        ("quarantined", pa.int64()),
        ("clock", pa.string()),  # where the time zone came from: unixtime, written, operator, unknown
    ]
)
MESSAGES = pa.schema(
    [
        ("message_id", pa.string()),  # one version of one message
        ("chat_id", pa.string()),
        ("chat_tg_id", pa.int64()),  # as in the export; null where the source gives none
        ("chat_title", pa.string()),
        ("chat_kind", pa.string()),
        ("tg_id", pa.int64()),  # message number in its chat
        ("kind", pa.string()),  # message, service, unsupported
        ("account_id", pa.string()),
        ("account_tg_id", pa.int64()),
        ("account_kind", pa.string()),  # user, channel, chat, name
        ("account_name", pa.string()),  # display name as written in this message
        ("author", pa.string()),  # signature under a channel post
        ("via_bot", pa.string()),
        ("sent_at", _MOMENT),
        ("sent_as_written", pa.string()),
        ("edited_at", _MOMENT),
        ("text", pa.large_string()),
        ("entities", ENTITIES),
        ("reply_to", pa.int64()),  # message number in the same chat
        ("reply_to_chat", pa.string()),  # peer as written, where the reply leads to another chat
        ("forwarded_from", pa.string()),  # name as written
        ("forwarded_from_id", pa.string()),  # account_id, where the source gives one
        ("action", pa.string()),  # service messages: what happened
        ("media_kind", pa.string()),
        ("media_path", pa.string()),  # relative to the export's folder
        ("media_sha256", pa.string()),  # set where the file lay beside the export
        ("media_status", pa.string()),  # found, missing, not-exported, refused
        ("views", pa.int64()),
        ("reactions", REACTIONS),
        ("extra", pa.string()),  # canonical JSON of all other fields (polls, contacts, buttons, members...)
        ("source_id", pa.string()),
        ("place_in_source", pa.int64()),  # byte offset of the record in the sealed file
    ]
)
ACCOUNTS = pa.schema(
    [
        ("account_id", pa.string()),
        ("account_tg_id", pa.int64()),
        ("kind", pa.string()),
        ("name", pa.string()),  # one row a name it went by
        ("first_seen", _MOMENT),
        ("last_seen", _MOMENT),
        ("messages", pa.int64()),
        ("chats", pa.int64()),
        ("flags", pa.list_(pa.string())),  # deleted, bot, keeper...
    ]
)
CHATS = pa.schema(
    [
        ("chat_id", pa.string()),
        ("chat_tg_id", pa.int64()),
        ("kind", pa.string()),
        ("title", pa.string()),
        ("first_seen", _MOMENT),
        ("last_seen", _MOMENT),
        ("messages", pa.int64()),
        ("accounts", pa.int64()),
    ]
)
COVERAGE = pa.schema(
    [
        ("chat_id", pa.string()),
        ("day", pa.date32()),
        ("first_id", pa.int64()),
        ("last_id", pa.int64()),
        ("ids_seen", pa.int64()),
        ("ids_missing", pa.int64()),  # numbers skipped since the last id seen before this day's ids
        ("edits", pa.int64()),
        ("versions", pa.int64()),  # rows beyond one a message: an older text was seen too
    ]
)
QUARANTINE = pa.schema(
    [
        ("source_id", pa.string()),
        ("source_name", pa.string()),
        ("place_in_source", pa.int64()),
        ("stage", pa.string()),
        ("reason", pa.string()),
        ("detail", pa.string()),  # at most 200 characters of what was there, made printable
    ]
)
OFFERS = pa.schema(
    [
        ("offer_id", pa.string()),
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("chat_id", pa.string()),
        ("account_id", pa.string()),
        ("sent_at", _MOMENT),
        ("act", pa.string()),  # offer, request, vouch, warning, recruit
        ("score", pa.float64()),  # probability of the act
        ("language", pa.string()),
        ("places", PLACES),
        ("delivery", pa.list_(pa.string())),
        ("payment", pa.list_(pa.string())),
        ("advance", pa.bool_()),
        ("reasons", REASONS),
    ]
)
ITEMS = pa.schema(
    [
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("line", pa.int32()),  # order of the item in its text, from 0
        ("commodity", pa.string()),
        ("product", pa.string()),
        ("quantity", pa.float64()),
        ("unit", pa.string()),
        ("price", pa.float64()),
        ("currency", pa.string()),
        ("scale", pa.string()),
        ("spans", SPANS),
    ]
)
SELECTORS = pa.schema(
    [
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("account_id", pa.string()),
        ("type", pa.string()),
        ("value", pa.string()),  # normalised
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("act", pa.string()),  # act of the message it stands in
    ]
)
MENTIONS = pa.schema(
    [
        ("message_id", pa.string()),
        ("account_id", pa.string()),
        ("kind", pa.string()),  # reply, forward, mention
        ("target_account_id", pa.string()),
        ("target", pa.string()),  # as written
        ("sent_at", _MOMENT),
    ]
)
PHOTOS = pa.schema(
    [
        ("media_sha256", pa.string()),
        (
            "pdq",
            pa.string(),
        ),  # how it looks, 64 hex digits; null where the file is no picture that can be read
        ("turned", pa.list_(pa.string())),  # the same of the photo turned and mirrored, eight in all
        ("quality", pa.int32()),  # 0 to 100; below 50 a look tells nothing
    ]
)
CAMPAIGNS = pa.schema(
    [
        ("campaign_id", pa.string()),
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("account_id", pa.string()),
        ("sent_at", _MOMENT),
    ]
)
TEMPLATES = pa.schema(
    [
        ("campaign_id", pa.string()),
        ("template", pa.string()),  # the shared words, with <...> where copies differ
        ("texts", pa.int64()),
        ("copies", pa.int64()),
        ("accounts", pa.int64()),
        ("chats", pa.int64()),
        ("first_seen", _MOMENT),
        ("last_seen", _MOMENT),
        ("first_account_id", pa.string()),
    ]
)
LINKS = pa.schema(
    [
        ("left_id", pa.string()),
        ("right_id", pa.string()),
        ("kind", pa.string()),  # same-seller, same-photo, forwards, replies, mentions, pays, vouches
        ("log10_lr", pa.float64()),
        ("reasons", REASONS),
        (
            "probability",
            pa.float64(),
        ),  # same-seller: that both are one seller, with the odds beforehand; else null
    ]
)
COMMUNITIES = pa.schema(
    [
        ("account_id", pa.string()),
        ("community_id", pa.string()),  # accounts that have more to do with each other than with the rest
        ("ties", pa.float64()),  # replies, forwards, mentions and vouches, given and received
        ("outside", pa.float64()),  # share of them with other communities
        ("reached", pa.int64()),  # other communities it has ties with: who has many of them is a bridge
    ]
)
SELLERS = pa.schema(
    [
        ("seller_id", pa.string()),
        ("member_kind", pa.string()),  # account, selector
        ("member_id", pa.string()),  # account_id, or `type:value` of the selector
        ("account_tg_id", pa.int64()),
        ("name", pa.string()),  # last name the account went by
    ]
)
FINDINGS = pa.schema(
    [
        ("finding_id", pa.string()),
        ("subject_kind", pa.string()),  # seller, campaign, chat, network
        ("subject_id", pa.string()),
        ("kind", pa.string()),  # ghost, role, home-area, active-hours, scale...
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("label", pa.string()),  # the finding in a word: wholesaler, Groningen...
        ("words", pa.string()),  # the verbal scale
        ("reasons", REASONS),
    ]
)
ESTIMATES = pa.schema(
    [
        ("what", pa.string()),
        ("stratum", pa.string()),
        ("method", pa.string()),
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("assumptions", pa.list_(pa.string())),
    ]
)
LEADS = pa.schema(
    [
        ("lead_id", pa.string()),
        ("seller_id", pa.string()),
        ("title", pa.string()),  # what is offered, in a few words
        ("worth", pa.float64()),  # expected sentence days, see lexicons/worth.toml
        ("worth_low", pa.float64()),
        ("worth_high", pa.float64()),
        ("hours", pa.float64()),
        ("hours_low", pa.float64()),
        ("hours_high", pa.float64()),
        ("skill", pa.string()),  # digital, pseudo-purchase, tactical
        ("unit", pa.string()),  # the unit whose area it falls in
        ("reasons", REASONS),
    ]
)
PLAN = pa.schema(
    [
        ("rank", pa.int32()),
        ("lead_id", pa.string()),
        ("seller_id", pa.string()),
        ("unit", pa.string()),
        ("chosen", pa.bool_()),
        ("worth", pa.float64()),
        ("hours", pa.float64()),
        ("reasons", REASONS),
    ]
)

SCHEMAS: dict[str, pa.Schema] = {
    "sources": SOURCES,
    "messages": MESSAGES,
    "accounts": ACCOUNTS,
    "chats": CHATS,
    "coverage": COVERAGE,
    "quarantine": QUARANTINE,
    "offers": OFFERS,
    "items": ITEMS,
    "selectors": SELECTORS,
    "mentions": MENTIONS,
    "photos": PHOTOS,
    "campaigns": CAMPAIGNS,
    "templates": TEMPLATES,
    "links": LINKS,
    "communities": COMMUNITIES,
    "sellers": SELLERS,
    "findings": FINDINGS,
    "estimates": ESTIMATES,
    "leads": LEADS,
    "plan": PLAN,
}


def check(table: pa.Table | pa.RecordBatch, name: str) -> pa.Table:
    """The table, if it has exactly the columns and types of `name` in the right order; else SchemaError."""
    want = SCHEMAS[name]
    if not table.schema.equals(want, check_metadata=False):
        have = {field.name: str(field.type) for field in table.schema}
        wrong = [f"{f.name} {f.type}" for f in want if have.get(f.name) != str(f.type)]
        extra = [c for c in have if c not in want.names]
        raise SchemaError(
            f"The table {name} does not fit its door.",
            means=f"Missing or of another type: {wrong or 'none'}; unknown: {extra or 'none'}.",
            todo="This is a fault in the program; please report it.",
        )
    return table


def empty(name: str) -> pa.Table:
    """The table `name` without rows."""
    return SCHEMAS[name].empty_table()


def from_rows(rows: list[dict[str, object]], name: str) -> pa.Table:
    """The table `name` from rows as dictionaries; columns that a row lacks are null."""
    return pa.Table.from_pylist(rows, schema=SCHEMAS[name])


def counts_add_up(what: str, rows_in: int, **out: int) -> None:
    """Nothing, if rows in = the sum of all ways out; else SchemaError that names the counts."""
    if rows_in != sum(out.values()):
        parts = " + ".join(f"{count} {way}" for way, count in out.items())
        raise SchemaError(
            f"The counts of {what} do not add up: {rows_in} in, but {parts} out.",
            means="Rows were lost or doubled, so nothing was written.",
            todo="This is a fault in the program; please report it.",
        )
