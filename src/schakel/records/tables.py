"""The schema of every table that passes a door, and the one check at the door."""

import pyarrow as pa

from schakel.records.columns import ENTITIES, MOMENT, PLACES, REACTIONS, REASONS, SPANS
from schakel.records.conclusions import (
    ESTIMATES,
    FINDINGS,
    INTERVENTIONS,
    LEADS,
    MARKET,
    PLAN,
    PLAN_FIGURES,
)
from schakel.records.errors import SchemaError
from schakel.records.who_wrote import WORK_TALK, WRITERS

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
        ("described", pa.int64()),  # descriptions of accounts and chats that stand beside the messages
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
        ("sent_at", MOMENT),
        ("sent_as_written", pa.string()),
        ("edited_at", MOMENT),
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
        ("first_seen", MOMENT),
        ("last_seen", MOMENT),
        ("messages", pa.int64()),
        ("chats", pa.int64()),
        ("flags", pa.list_(pa.string())),  # bot, deleted, fake, keeper, restricted, scam, verified
    ]
)
CHATS = pa.schema(
    [
        ("chat_id", pa.string()),
        ("chat_tg_id", pa.int64()),
        ("kind", pa.string()),
        ("title", pa.string()),
        ("first_seen", MOMENT),
        ("last_seen", MOMENT),
        ("messages", pa.int64()),
        ("accounts", pa.int64()),
        (
            "flags",
            pa.list_(pa.string()),
        ),  # as the platform has them: bot, deleted, fake, restricted, scam, verified
    ]
)
PROFILES = pa.schema(  # what a source says of an account or a chat itself, each different saying once a piece
    [
        ("account_id", pa.string()),
        ("chat_id", pa.string()),
        ("account_tg_id", pa.int64()),
        ("kind", pa.string()),  # user, chat, channel
        ("chat_kind", pa.string()),  # as in `messages`; null where the source leaves it open
        ("name", pa.string()),
        ("username", pa.string()),
        ("flags", pa.list_(pa.string())),
        ("source_id", pa.string()),
        ("place_in_source", pa.int64()),  # where it is said first: byte offset in the sealed file
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
_OF_SELECTOR = ("type", "value", "start", "end")
OFFERS = pa.schema(
    [
        ("offer_id", pa.string()),
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("chat_id", pa.string()),
        ("account_id", pa.string()),
        ("sent_at", MOMENT),
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
DOUBTS = pa.schema(  # messages whose act depends on where they stand; what they do is in `contexts`
    [
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("chat_id", pa.string()),
        ("account_id", pa.string()),
        ("sent_at", MOMENT),
        ("reply_to", pa.int64()),  # message number in the same chat
        ("odds", pa.list_(pa.float64())),  # log10 against none, by the text alone: offer, request, vouch...
        (
            "among_traders",
            pa.list_(pa.float64()),
        ),  # the same by the wording alone, as people word it who trade
        ("goods", pa.bool_()),  # whether the text names goods
        ("named", pa.bool_()),  # whether it names goods or somebody to reach
        ("language", pa.string()),
        ("places", PLACES),
        ("delivery", pa.list_(pa.string())),
        ("payment", pa.list_(pa.string())),
        ("advance", pa.bool_()),
        ("acts", pa.list_(pa.struct([("act", pa.string()), ("reasons", REASONS)]))),  # those it may do
        ("items", pa.list_(pa.struct(list(ITEMS)[2:]))),
        ("selectors", pa.list_(pa.struct([field for field in SELECTORS if field.name in _OF_SELECTOR]))),
    ]
)
CONTEXTS = pa.schema(  # one row a row of `doubts`: what it does where it stands; and of a message passed over that does something after all
    [
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("chat_id", pa.string()),
        ("account_id", pa.string()),
        ("act", pa.string()),  # none too
        ("nearest", pa.string()),  # the act; for none, the act that is nearest
        ("score", pa.float64()),  # probability of the nearest act
        ("act_alone", pa.string()),  # by the text alone
        ("score_alone", pa.float64()),
        ("reasons", REASONS),  # what the context says for and against the nearest act
    ]
)
MENTIONS = pa.schema(
    [
        ("message_id", pa.string()),
        ("account_id", pa.string()),
        ("kind", pa.string()),  # reply, forward, mention; name: by the display name
        ("target_account_id", pa.string()),
        ("target", pa.string()),  # as written
        ("sent_at", MOMENT),
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
        ("exif", pa.string()),  # canonical JSON: gps, owner, artist, camera, serial, taken; null without any
    ]
)
CAMPAIGNS = pa.schema(
    [
        ("campaign_id", pa.string()),
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("account_id", pa.string()),
        ("sent_at", MOMENT),
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
        ("first_seen", MOMENT),
        ("last_seen", MOMENT),
        ("first_account_id", pa.string()),
    ]
)
LINKS = pa.schema(
    [
        ("left_id", pa.string()),
        ("right_id", pa.string()),
        ("kind", pa.string()),  # same-seller, same-photo, forwards, replies, mentions, pays, vouches, warns
        ("log10_lr", pa.float64()),
        ("reasons", REASONS),
        (
            "probability",
            pa.float64(),
        ),  # same-seller: that both are one seller, with the odds beforehand; else null
    ]
)
NETWORK = pa.schema(  # the same ties by month, and who kept which chat
    [
        ("month", pa.date32()),  # its first day (UTC)
        ("kind", pa.string()),  # forwards, replies, mentions, pays, vouches, warns; keeps
        ("left_id", pa.string()),  # the account that acts
        ("right_id", pa.string()),  # the account that is meant; of keeps the chat
        ("messages", pa.int64()),
        ("examples", pa.list_(pa.string())),
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
IDENTITY_LEADS = pa.schema(  # what a seller let slip: where to look, never who somebody is
    [
        ("identity_lead_id", pa.string()),
        ("seller_id", pa.string()),
        ("account_id", pa.string()),  # null where it is told of the seller as a whole
        (
            "kind",
            pa.string(),
        ),  # outside-selector, area-code, older-name, older-username, contact-card, photo-data,
        # answers-for, home-area, daily-rhythm
        ("value", pa.string()),  # a pseudonym where it is a third party's
        ("detail", pa.string()),
        ("message_id", pa.string()),  # where it can be seen first
        ("start", pa.int32()),  # span in that text, in characters; null for names, cards, photos and hours
        ("end", pa.int32()),
        ("times", pa.int64()),
        ("messages", pa.list_(pa.string())),
        ("third_party", pa.bool_()),
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
SCHEMAS: dict[str, pa.Schema] = {
    "sources": SOURCES,
    "messages": MESSAGES,
    "accounts": ACCOUNTS,
    "chats": CHATS,
    "profiles": PROFILES,
    "coverage": COVERAGE,
    "quarantine": QUARANTINE,
    "offers": OFFERS,
    "items": ITEMS,
    "selectors": SELECTORS,
    "writers": WRITERS,
    "work_talk": WORK_TALK,
    "doubts": DOUBTS,
    "contexts": CONTEXTS,
    "mentions": MENTIONS,
    "photos": PHOTOS,
    "campaigns": CAMPAIGNS,
    "templates": TEMPLATES,
    "links": LINKS,
    "network": NETWORK,
    "communities": COMMUNITIES,
    "sellers": SELLERS,
    "identity_leads": IDENTITY_LEADS,
    "findings": FINDINGS,
    "estimates": ESTIMATES,
    "market": MARKET,
    "interventions": INTERVENTIONS,
    "leads": LEADS,
    "plan": PLAN,
    "plan_figures": PLAN_FIGURES,
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
