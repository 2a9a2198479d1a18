"""Whom messages mean that name somebody by the display name alone, without an @."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.comparing.observations import (
    asked_words,
    spoken_words,
    telling_of_accounts,
    telling_of_sellers,
)
from schakel.records.display_names import Holder, Names
from schakel.records.tables import MENTIONS
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")
_WRITTEN = ("chat_id", "text", "sent_at", "account_id")
_USED = ("message_id", "account_id", "chat_id", "sent_at", "username")


def called_by_name(engine: Engine) -> pa.Table:
    """Rows of `mentions` of the kind `name`: messages about people that name an account by its display name.

    Looked through are praise, warnings, what speaks of another account, and what is asked or listed of sellers; meant can be who
    advertises in the same chat. These may name it by a username that no ad gives: that is taken for the name it is made of.
    Where a name leaves several accounts there is a row for each, all with the same `target`.
    """
    names = _names(engine)
    look = partial(engine.step_each, over="messages", by="message_id")
    moving = look(_SQL / "moving.sql", parameters=spoken_words(), telling=telling_of_accounts())
    sellers = look(_SQL / "about_sellers.sql", parameters=asked_words(), telling=telling_of_sellers())
    told = {"moving": moving, "about_sellers": sellers}
    longest = {"longest": asked_words()["longest"]}
    about = engine.step(_SQL / "about_people.sql", parameters=longest, tables=told)
    told["about"] = about.select(["message_id"])
    rows: list[tuple[Any, ...]] = []
    rows += _introduced(names, about, moving)
    may = names.among(pc.unique(about["text"]).to_pylist())
    about = about.filter(pc.is_in(about["text"], value_set=pa.array(may, pa.string())))
    written = list(_each(about, ("message_id", *_WRITTEN)))
    meant_in = names.in_texts(one[1:] for one in written)
    for (message, _, _, at, by), named in zip(written, meant_in, strict=True):
        for called in named:
            rows += [(message, by, "name", account, called.written, at) for account in called.accounts]
    for message, by, chat, at, username in _each(
        engine.step(_SQL / "unknown_usernames.sql", tables=told), _USED
    ):
        meant = names.of_username(chat, username, at, by)
        rows += [(message, by, "name", account, "@" + username, at) for account in meant]
    columns = zip(*rows, strict=True) if rows else ([] for _ in MENTIONS)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, MENTIONS, strict=True)]
    return pa.table(arrays, schema=MENTIONS)


def _introduced(names: Names, about: pa.Table, moving: pa.Table) -> Iterator[tuple[Any, ...]]:
    """Rows for short names in what people say of their own accounts."""
    told = moving["message_id"].filter(moving["told"]).combine_chunks()
    about = about.filter(pc.is_in(about["message_id"], value_set=told))
    for message, chat, text, at, by in _each(about, ("message_id", *_WRITTEN)):
        for called in names.introduced(chat, text, at, by):
            yield message, by, "name", called.accounts[0], called.written, at


def _names(engine: Engine) -> Names:
    found = engine.step(_SQL / "advertisers.sql")
    names = Names(Holder(*row) for row in _each(found, found.column_names))
    said = engine.step(_SQL / "trade_talk.sql")
    return names.without_phrases(_each(said, said.column_names))


def _each(table: pa.Table, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[name].to_pylist() for name in columns), strict=True)
