"""Ids, times, addresses and days of a draft are those of the export, read here without the program."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pyarrow.parquet as pq
import pytest

from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.draft import document_of, record_of
from schakel.showing.handover.request.links import message_link
from schakel.showing.handover.request.markdown import as_markdown
from schakel.showing.handover.request.periods import local, whole_days
from tests.commands import EXAMPLE
from tests.showing.handover.request.conftest import KEYED, Case


def exported() -> dict[tuple[int, int], dict[str, str]]:
    """Who wrote each message of the export and when, by its chat and its number, read line by line.

    As some exports are, it is no whole JSON: two of its texts are broken.
    """
    found: dict[tuple[int, int], dict[str, str]] = {}
    chat, own = 0, {}
    for line in (EXAMPLE / "result.json").read_bytes().decode("utf-8", "replace").splitlines():
        told = re.fullmatch(r'( {4}| {6})"(id|date_unixtime|from_id)": "?(\w+)"?,?', line)
        if told and (indent := len(told[1])) == 4 and told[2] == "id":
            chat = int(told[3])
        elif told and indent == 6 and told[2] == "id":
            own = found.setdefault((chat, int(told[3])), {})
        elif told and indent == 6:
            own[told[2]] = told[3]
    return found


def test_numbers_moments_and_addresses_are_those_of_the_export(case: Case) -> None:
    record, export = record_of(case.drafting("epoc-pr")), exported()
    chats = {one["chat_id"]: one["number"] for one in record["chats"]}
    accounts = {one["account_id"]: one["number"] for one in record["accounts"]}
    assert record["messages"]
    for one in record["messages"]:
        chat = chats[one["chat_id"]]
        own = export[chat, one["number"]]
        assert own["from_id"] == f"user{accounts[one['account_id']]}"
        assert (
            one["sent_at"] == f"{datetime.fromtimestamp(int(own['date_unixtime']), UTC):%Y-%m-%dT%H:%M:%SZ}"
        )
        assert one["link"] == f"hxxps://t[.]me/c/{chat}/{one['number']}"
    text = as_markdown(document_of(case.drafting("epoc-pr")))
    for wanted in (*accounts.values(), *chats.values(), *(one["link"] for one in record["messages"])):
        assert f"`{wanted}`" in text


def test_no_id_in_a_draft_is_a_digest_of_a_text_that_it_hides(case: Case) -> None:
    """Who has a quote but for its hidden number, and the id of the message, could try numbers until one fits."""
    rows = pq.read_table(
        case.workspace / "tables/messages", columns=["message_id", "chat_tg_id", "tg_id"]
    ).to_pylist()
    known = {row["message_id"]: f"message `{row['tg_id']}` in chat `{row['chat_tg_id']}`" for row in rows}
    drafting = case.drafting("epoc-pr")
    record, text = record_of(drafting), as_markdown(document_of(drafting))
    assert not [one for one in known if one in text or one in json.dumps(record)]
    places = {KEYED.of(one): place for one, place in known.items()}
    quoted = re.findall(
        r"First posted .*?, (message `\d+` in chat `\d+`), `(m_x[0-9a-f]{24})` here", text.replace("\\", "")
    )
    assert quoted
    assert all(places[made] == place for place, made in quoted)
    assert {one["message_id"] for one in record["messages"]} <= set(places)


def test_accounts_are_all_of_the_lead_and_no_others(case: Case) -> None:
    tables = case.workspace / "tables"
    rows = pq.read_table(tables / "sellers.parquet").to_pylist()
    own = {
        row["member_id"]: row["account_tg_id"]
        for row in rows
        if row["seller_id"] == case.seller and row["member_kind"] == "account"
    }
    record = record_of(case.drafting("epoc"))
    assert {one["account_id"]: one["number"] for one in record["accounts"]} == own
    assert {one["account_id"] for one in record["data"]} <= set(own)
    text = as_markdown(document_of(case.drafting("epoc-pr")))
    for row in pq.read_table(tables / "accounts.parquet").to_pylist():
        if row["account_id"] not in own:
            assert str(row["account_tg_id"]) not in text
            assert row["account_id"] not in text
            assert not row["name"] or len(row["name"]) < 8 or row["name"] not in text


def test_days_are_those_of_each_account_and_the_stated_days_around_them(case: Case) -> None:
    record, export = record_of(case.drafting("epoc-pr")), exported()
    chats = {one["chat_id"]: one["number"] for one in record["chats"]}
    for asked in record["data"]:
        if asked["category"] == "subscriber":
            assert asked["from"] == asked["until"] == ""
            continue
        days = [
            datetime.fromtimestamp(
                int(export[chats[one["chat_id"]], one["number"]]["date_unixtime"]), UTC
            ).date()
            for one in record["messages"]
            if one["account_id"] == asked["account_id"]
        ]
        pad = timedelta(days={"identify": 1, "content": 0}[asked["category"]])
        assert asked["from"] == f"{min(days) - pad}T00:00:00Z"
        assert asked["until"] == f"{max(days) + pad}T23:59:59Z"
    assert len({(one["from"], one["until"]) for one in record["data"]}) > 2  # not one long time for all


def test_an_account_without_acts_is_named_and_not_asked_about(case: Case) -> None:
    first, *others = case.facts.accounts
    quiet = replace(first, acts=0, first_act=None, last_act=None)
    drafting = replace(case.drafting("epoc"), facts=replace(case.facts, accounts=(quiet, *others)))
    record = record_of(drafting)
    assert first.account_id in {one["account_id"] for one in record["accounts"]}
    assert first.account_id not in {one["account_id"] for one in record["data"]}
    assert str(first.number) not in next(one["value"] for one in record["fields"] if one["id"] == "user")


def test_whole_days_are_days_of_utc_over_a_change_of_the_clock() -> None:
    first = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)  # already the 29th in the Netherlands
    begin, end = whole_days(first, datetime(2026, 3, 29, 4, 0, tzinfo=UTC), 2)
    assert (begin, end) == (datetime(2026, 3, 26, tzinfo=UTC), datetime(2026, 3, 31, 23, 59, 59, tzinfo=UTC))
    assert local(first) == "2026-03-29 00:30:00 +01:00"
    assert local(first + timedelta(hours=2)) == "2026-03-29 03:30:00 +02:00"
    assert local(None) == ""


@pytest.mark.parametrize(
    ("kind", "number", "username", "message", "link"),
    [
        ("private_supergroup", 9100035694, None, 7, "hxxps://t[.]me/c/9100035694/7"),
        ("private_channel", -1009100035694, None, 7, "hxxps://t[.]me/c/9100035694/7"),
        ("public_channel", 5, "marktplein", 7, "hxxps://t[.]me/marktplein/7"),
        ("public_supergroup", None, None, 7, None),
        ("personal_chat", 5, None, 7, None),
        ("private_group", 5, None, 7, None),
        ("private_channel", 5, None, None, None),
    ],
)
def test_addresses_are_made_only_where_telegram_has_them(
    kind: str, number: int | None, username: str | None, message: int | None, link: str | None
) -> None:
    assert message_link(kind, number, username, message) == link


def test_quotes_are_short_and_without_contacts(case: Case) -> None:
    text = as_markdown(document_of(case.drafting("epoc")))
    quotes = [line for line in text.splitlines() if line.startswith("> ")]
    assert 0 < len(quotes) <= kinds().texts
    assert all(len(line) <= kinds().quote + 60 for line in quotes)
    for seen in case.facts.contacts:
        assert seen.value.partition(":")[2] not in "".join(quotes)
