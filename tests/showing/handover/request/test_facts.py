"""Usernames with where they were seen, timers, gaps and deleted accounts: each read from the table that holds it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from schakel.records.errors import SettingsError
from schakel.records.tables import from_rows
from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.facts import Facts, facts_of
from schakel.store.duckdb_engine import DuckDBEngine
from tests.showing.handover.request.conftest import KEYED

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SOURCE = "ab" * 32
Tables = dict[str, list[dict[str, Any]]]


def write(engine: DuckDBEngine, **more: list[dict[str, Any]]) -> None:
    """A seller of two accounts: offers on 1, 2 and 5 March in a public channel, and what a test adds or replaces."""
    tables = _who_there_is() | _what_was_said() | _where_it_stands()
    for name, rows in (tables | more).items():
        engine.write(from_rows(rows, name), name)


def _what_was_said() -> Tables:
    posted = [
        ("m_1", 0, 11, "a_1", None),
        ("m_2", 1, 12, "a_1", '{"ttl_period":86400}'),
        ("m_3", 4, 15, "a_2", None),
    ]
    messages = [
        {"message_id": message, "chat_id": "c_1", "chat_tg_id": 500, "chat_kind": "public_channel", "chat_title": "Markt",
         "tg_id": number, "kind": "message", "account_id": account, "sent_at": START + timedelta(days=day),
         "text": "10 g coke 300", "extra": extra, "source_id": SOURCE, "place_in_source": number}
        for message, day, number, account, extra in posted
    ]  # fmt: skip
    timer = {"message_id": "m_9", "chat_id": "c_1", "tg_id": 13, "kind": "service", "action": "set_messages_ttl", "sent_at": START + timedelta(days=2), "source_id": SOURCE}  # fmt: skip
    return {
        "messages": [*messages, timer],
        "offers": [
            {"offer_id": one["message_id"], "message_id": one["message_id"], "text_id": "t_1", "chat_id": "c_1",
             "account_id": one["account_id"], "sent_at": one["sent_at"], "act": "offer"}
            for one in messages
        ],
        "selectors": [{"message_id": "m_2", "text_id": "t_1", "account_id": "a_1", "type": "username", "value": "plug"},
            {"message_id": "m_8", "text_id": "t_1", "account_id": "a_3", "type": "username", "value": "plug"}],
    }  # fmt: skip


def _who_there_is() -> Tables:
    return {
        "leads": [{"lead_id": "l_1", "seller_id": "s_1", "reasons": []}],
        "sellers": [
            {"seller_id": "s_1", "member_kind": "account", "member_id": "a_1", "account_tg_id": 71},
            {"seller_id": "s_1", "member_kind": "account", "member_id": "a_2"},
            {"seller_id": "s_1", "member_kind": "selector", "member_id": "username:plug"},
            {"seller_id": "s_2", "member_kind": "account", "member_id": "a_3", "account_tg_id": 73},
        ],
        "accounts": [
            {"account_id": "a_1", "kind": "user", "name": "Plug", "first_seen": START, "last_seen": START},
            {"account_id": "a_1", "kind": "user", "name": "Plug 2", "first_seen": START + timedelta(days=1), "last_seen": START + timedelta(days=1)},
            {"account_id": "a_2", "kind": "user", "name": "", "flags": ["deleted"]},
        ],
        "profiles": [
            {"account_id": "a_1", "username": "plug_old", "source_id": SOURCE},
            {"account_id": "a_3", "username": "not_asked", "source_id": SOURCE},
            {"chat_id": "c_1", "username": "marktplein", "source_id": SOURCE},
        ],
    }  # fmt: skip


def _where_it_stands() -> Tables:
    return {
        "sources": [{"source_id": SOURCE, "name": "dump.jsonl"}],
        "coverage": [
            {"chat_id": "c_1", "day": date(2026, 3, day), "ids_missing": missing} for day, missing in ((1, 0), (5, 2), (9, 40))
        ],
        "chats": [{"chat_id": "c_1", "chat_tg_id": 500, "title": "Markt"}],
    }  # fmt: skip


def facts(engine: DuckDBEngine) -> Facts:
    return facts_of(engine, "l_1", kinds().timers, KEYED)


def test_names_and_usernames_stand_with_when_or_where_they_were_seen(engine: DuckDBEngine) -> None:
    write(engine)
    first, second = facts(engine).accounts
    assert (first.number, second.number) == (71, None)
    assert [(seen.value, seen.first) for seen in first.names] == [
        ("Plug", START),
        ("Plug 2", START + timedelta(days=1)),
    ]
    assert [(seen.value, seen.where) for seen in first.usernames] == [
        ("plug_old", "dump.jsonl (abababababab)")
    ]
    assert second.names == second.usernames == ()
    (contact,) = facts(engine).contacts
    assert (contact.value, contact.first, contact.last) == (
        "username:plug",
        START + timedelta(days=1),
        START + timedelta(days=1),
    )


def test_acts_are_counted_by_account_with_the_first_and_the_last(engine: DuckDBEngine) -> None:
    write(engine)
    first, second = facts(engine).accounts
    assert (first.acts, first.first_act, first.last_act) == (2, START, START + timedelta(days=1))
    assert (second.acts, second.first_act) == (1, START + timedelta(days=4))


def test_a_public_name_makes_the_address_unless_sources_differ(engine: DuckDBEngine) -> None:
    write(engine)
    assert [act.link for act in facts(engine).acts] == [
        f"hxxps://t[.]me/marktplein/{number}" for number in (11, 12, 15)
    ]
    two = [{"chat_id": "c_1", "username": name, "source_id": SOURCE} for name in ("marktplein", "markt_new")]
    write(engine, profiles=two)
    assert [act.link for act in facts(engine).acts] == [
        f"hxxps://t[.]me/c/500/{number}" for number in (11, 12, 15)
    ]


def test_signs_of_loss_are_read_where_they_stand(engine: DuckDBEngine) -> None:
    write(engine)
    found = facts(engine)
    assert [act.timed for act in found.acts] == [False, True, False]
    assert [account.flags for account in found.accounts] == [(), ("deleted",)]
    (chat,) = found.chats
    assert (chat.timer_set, chat.missing) == (START + timedelta(days=2), 2)


def test_a_message_that_was_edited_is_one_message(engine: DuckDBEngine) -> None:
    write(engine)
    found = facts(engine)
    first, *rest = found.acts
    again = replace(first, message_id="m_1b", edited_at=START + timedelta(hours=1))
    assert found.messages == 3
    assert replace(found, acts=(first, again, *rest)).messages == 3


def test_there_are_no_facts_of_a_lead_that_is_not_there(engine: DuckDBEngine) -> None:
    write(engine)
    with pytest.raises(SettingsError, match="There is no lead l_2"):
        facts_of(engine, "l_2", (), KEYED)
