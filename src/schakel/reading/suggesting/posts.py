"""What is looked at for new words: each text once, by whom it was first posted, and whether it trades."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.word_data import data_file
from schakel.store.engine import Engine

MOST_TRADE, MOST_ELSEWHERE = 40_000, 80_000  # texts; more of them change nothing but the time it takes
_TRADE_ACTS = ("offer", "request")
_SOLD = rf"(?i)[€$£₽₺] ?\d|\d ?(?:{'|'.join(data_file('measures_written.toml')['suggesting']['sold'])})"
_LONGEST = 2_000  # characters of a text that are looked at


@dataclass(frozen=True, slots=True)
class Post:
    """One text: `account` is who posted it first, `trade` whether it offers or asks or comes from who does."""

    text: str
    account: str
    trade: bool


def posts_of(engine: Engine) -> list[Post]:
    """The posts of a workspace.

    To the trade belong what was read as offer or request, and whatever else with an amount or price the accounts
    that offer have posted: an advertisement with nothing but new words in it is not read as one yet.
    """
    messages = engine.read("messages", ["message_id", "account_id", "kind", "text"])
    rows = messages.filter(pc.and_(pc.equal(messages["kind"], "message"), pc.not_equal(messages["text"], "")))
    offers = engine.read("offers", ["message_id", "account_id", "act"])
    trade = offers.filter(pc.is_in(offers["act"], value_set=pa.array(_TRADE_ACTS)))
    sellers = pc.unique(trade.filter(pc.equal(trade["act"], "offer"))["account_id"])
    read_so = pc.is_in(rows["message_id"], value_set=trade["message_id"].combine_chunks())
    by_seller = pc.is_in(rows["account_id"], value_set=sellers, skip_nulls=True)
    told = offers.filter(pc.invert(pc.is_in(offers["act"], value_set=pa.array(_TRADE_ACTS))))["message_id"]
    of_trade = pc.or_(read_so, pc.and_(by_seller, pc.match_substring_regex(rows["text"], _SOLD)))
    kept = pc.invert(pc.is_in(rows["message_id"], value_set=told.combine_chunks()))
    columns = (rows.filter(kept)[name].to_pylist() for name in ("text", "account_id"))
    found: dict[str, Post] = {}
    for text, account, trades in zip(*columns, of_trade.filter(kept).to_pylist(), strict=True):
        known = found.get(text)
        if known is None or (trades and not known.trade):
            found[text] = Post(text[:_LONGEST], account or "", bool(trades))
    return some_of(found.values())


def some_of(posts: Iterable[Post]) -> list[Post]:
    """At most so many posts of each kind, picked by what is in them, so that order and copies do not matter."""
    given = list(posts)
    return [
        *_picked([post for post in given if post.trade], MOST_TRADE),
        *_picked([post for post in given if not post.trade], MOST_ELSEWHERE),
    ]


def _picked(posts: Sequence[Post], most: int) -> list[Post]:
    marked = sorted(
        (sha256(post.text.encode("utf-8", "replace")).digest(), post.text, post) for post in posts
    )
    return [post for _, _, post in marked[:most]]
