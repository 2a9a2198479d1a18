"""How kept rows lie on disk, and by what the rows of each table are looked up."""

from collections.abc import Mapping
from hashlib import md5, sha256

from schakel.records.tables import SCHEMAS

# By what rows are looked up, as SQL over one row. A `place` is a chat and the number of a message in it.
KEYS: Mapping[str, Mapping[str, str]] = {
    "messages": {
        "message_id": "message_id",
        "place": "chat_id || '/' || tg_id",
        "media_sha256": "CASE WHEN media_kind = 'photo' THEN media_sha256 END",
    },
    "offers": {"message_id": "message_id"},
    "items": {"message_id": "message_id"},
    "selectors": {"message_id": "message_id"},
    "contexts": {"message_id": "message_id"},
    "campaigns": {"campaign_id": "campaign_id"},
    "templates": {"campaign_id": "campaign_id"},
    "findings": {"subject_id": "subject_id"},
    "links": {"left_id": "left_id"},
    "leads": {"lead_id": "lead_id"},
    "plan": {"lead_id": "lead_id"},
    "sellers": {"member_id": "member_id"},
}
# Rows that are unpacked together to get at one of them. With 256 a message takes .5 ms, and packing (lz4) still
# halves the size; with 64 Ki, as in the tables, it takes 60 ms.
BATCH = 256
ROWS, STARTS, CONTENTS = "rows.arrow", "starts.npy", "contents.json"
KEY = "key:"  # before the name of a key, in what is written
NONE = 0  # the digest of no value


def digest_of(value: str) -> int:
    """Sixty-four bits of a value, the same as `md5_number_lower` in SQL."""
    return int.from_bytes(md5(value.encode(), usedforsecurity=False).digest()[8:], "little")


def digest_sql(expression: str, name: str) -> str:
    """The column of digests of an expression, in what is written."""
    return f"""coalesce(md5_number_lower({expression}), {NONE}) AS "{KEY}{name}\""""


def made_as(table: str) -> str:
    """How the rows of a table are kept; rows that were kept in another way are made again."""
    told = repr((1, BATCH, sorted(KEYS[table].items()), str(SCHEMAS[table])))
    return sha256(told.encode()).hexdigest()
