"""Gathers what each seller let slip, with the message and place where it can be seen.

A lead says where to look, not who somebody is. What belongs to others (a buyer's number, a friend's card) has a
pseudonym for a value; who has a ground to know it opens the message.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from importlib.resources import files
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.asking import Answer, Asking, asking, ready
from schakel.linking.identity.slips import Slip, area_of, card, own_cards, picture_data
from schakel.linking.identity.unread import PassedOver, Reader, look_through
from schakel.linking.weights import any_of, load_settings
from schakel.records.tables import from_rows
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")
# Selectors that can lead to a person; pages and invitations lead to a place.
_KINDS = (
    "phone e-mail email iban username btc eth xmr ltc tron ton sol doge signal snapchat instagram whatsapp wickr threema "
    "session wire discord tiktok handle"
)
_FINDINGS = {"home-area": "home-area", "active-hours": "daily-rhythm"}

Row = dict[str, Any]


def find_identity_leads(
    engine: Engine, gathered: Sequence[Slip] | None = None, reader: Reader | None = None
) -> dict[str, pa.Table]:
    """The table `identity_leads`, from the tables of reading, linking and judging.

    `gathered` is what `gather_slips` gave for the tables as they are, if that was asked before; `reader` as there.
    """
    slips = gather_slips(engine, reader) if gathered is None else gathered
    rows = [slip.row() for slip in [*slips, *_findings(engine)]]
    order = [(name, "ascending") for name in ("seller_id", "kind", "account_id", "identity_lead_id")]
    return {"identity_leads": from_rows(rows, "identity_leads").sort_by(order).combine_chunks()}


def gather_slips(
    engine: Engine, reader: Reader | None = None, passed_over: PassedOver | None = None
) -> list[Slip]:
    """What sellers let slip in messages, names, cards and photos: all but what judging finds of their ways.

    With a `reader` of contacts also those in messages that reading passed over; `passed_over` are these, if they were
    looked for before, which counts if it was for the accounts that sellers have.
    """
    sellers = engine.read("sellers", ["seller_id", "member_kind", "member_id"])
    accounts = sellers.filter(pc.equal(sellers["member_kind"], "account"))
    members = ready(
        pa.table({"seller_id": accounts["seller_id"], "account_id": accounts["member_id"]}).sort_by(
            "account_id"
        )
    )
    with asking(engine) as asked:
        return list(_gathered(asked, members, _passed_over(asked, members, reader, passed_over)))


def _passed_over(
    asked: Asking, members: Answer, reader: Reader | None, known: PassedOver | None
) -> Answer | None:
    accounts = members.result()["account_id"]
    if reader is None:
        return None
    if known is not None and known.accounts.equals(pc.unique(accounts).sort()):
        return ready(known.contacts)
    return asked.ask_of(lambda _: look_through(asked.engine, accounts, reader).contacts, members)


def _gathered(asked: Asking, members: Answer, passed_over: Answer | None) -> Iterator[Slip]:
    named = asked.ask("named_selectors")
    both = {"members": members, "named": named}
    words = load_settings().words
    third: dict[str, Any] = {
        "third_party": any_of([*words["third_party"], *words["near_to_somebody"]]),
        "kinds": f" {_KINDS} ",
    }
    names = asked.ask("identity_names", both | {"called": asked.ask_each("called", "messages")})
    cards = asked.ask(
        "identity_cards",
        {"members": members, "own_cards": asked.ask_each("own_cards", "messages", by="message_id")},
    )
    pictures = asked.ask("identity_pictures", {"members": members})
    answers = asked.ask("identity_answers", {"members": members})
    written = named
    if passed_over:
        more = passed_over.result().select(named.result().column_names)
        written = ready(pa.concat_tables([named.result(), more], promote_options="permissive"))
    spoken = asked.ask("identity_selectors", {"members": members, "named": written}, third)
    yield from (_outside(row) for row in spoken.result().to_pylist())
    called = names.result().to_pylist()
    yield from _areas(called)
    yield from _older(called)
    yield from _cards(cards.result().to_pylist(), called)
    yield from _pictures(pictures.result().to_pylist())
    yield from (_answering(row) for row in answers.result().to_pylist())


def _outside(row: Row) -> Slip:
    whose = "somebody else's, or of many" if row["third_party"] else "its own, as far as can be seen"
    article = "an" if row["type"][0] in "aeiou" else "a"
    detail = f"{article} {row['type']} written outside the trade; {whose}"
    return Slip(
        row["seller_id"], row["account_id"], "outside-selector", f"{row['type']}:{row['value']}", detail,
        row["message_id"], row["start"], row["end"], row["times"], tuple(row["messages"]), row["third_party"],
    )  # fmt: skip


def _areas(called: Iterable[Row]) -> Iterator[Slip]:
    for row in called:
        found = area_of(row["value"])
        if found is None:
            continue
        town, start, end = found
        inside = row["start"] is not None
        # before the name stands what makes it one: @ or t.me/
        first = row["start"] + max(row["end"] - row["start"] - len(row["value"]), 0) if inside else 0
        yield Slip(
            row["seller_id"], row["account_id"], "area-code", town,
            f"area code {row['value'][start:end]} in the {row['what']}",
            row["message_id"], first + start if inside else None, first + end if inside else None, row["times"],
        )  # fmt: skip


def _older(called: Iterable[Row]) -> Iterator[Slip]:
    """Names and usernames that gave way to another one."""
    by_account: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in called:
        by_account[row["account_id"], row["what"]].append(row)
    for rows in by_account.values():
        newest = max(row["first_seen"] for row in rows)
        for row in rows:
            if row["last_seen"] < newest:
                until = f"until {row['last_seen']:%Y-%m-%d}; others followed"
                yield Slip(
                    row["seller_id"], row["account_id"], f"older-{row['what']}", row["value"], until,
                    row["message_id"], row["start"], row["end"], row["times"],
                )  # fmt: skip


def _cards(sent: Iterable[Row], called: Iterable[Row]) -> Iterator[Slip]:
    names: dict[str, set[str]] = defaultdict(set)
    for row in called:
        names[row["account_id"]].add(row["value"])
    cards = [(row, told) for row in sent if (told := card(row["extra"]))]
    owned = own_cards([(told.get("name", ""), names[row["account_id"]]) for row, told in cards])
    for (row, told), own in zip(cards, owned, strict=True):
        whose = "a card under the sender's own name" if own else "a card of somebody else"
        for part, value in sorted(told.items()):
            detail = f"{part} in {whose}"
            yield Slip(
                row["seller_id"], row["account_id"], "contact-card", value, detail, row["message_id"],
                third_party=not own,
            )  # fmt: skip


def _pictures(pictures: Iterable[Row]) -> Iterator[Slip]:
    for row in pictures:
        for what, value in picture_data(row["exif"]):
            yield Slip(
                row["seller_id"], row["account_id"], "photo-data", value, f"{what} written beside a picture",
                row["message_id"], times=row["times"], messages=tuple(row["messages"]),
            )  # fmt: skip


def _answering(row: Row) -> Slip:
    detail = f"answers those who reply to this account, {row['times']} times"
    return Slip(
        row["seller_id"], row["account_id"], "answers-for", row["other"], detail, row["message_id"],
        times=row["times"], messages=tuple(row["messages"]),
    )  # fmt: skip


def _findings(engine: Engine) -> Iterator[Slip]:
    """Home area and rhythm of the day, as judging found them."""
    found = engine.read("findings", ["subject_id", "kind", "label", "words", "reasons"])
    sellers = pc.unique(
        engine.read("sellers", ["seller_id"])["seller_id"]
    )  # chats and campaigns have areas too
    found = found.filter(pc.is_in(found["subject_id"], value_set=sellers))
    rows = found.filter(pc.is_in(found["kind"], pa.array(sorted(_FINDINGS)))).to_pylist()
    rests_on = [
        sorted({m for reason in row["reasons"] or () for m in reason["messages"] or ()}) for row in rows
    ]
    named = _places_in(engine, {message for messages in rests_on for message in messages})
    for row, messages in zip(rows, rests_on, strict=True):
        of_area = [(m, *span) for m in messages for span in _spans_of(row["label"], named.get(m, ()))]
        message, start, end = of_area[0] if of_area else (messages[0] if messages else None, None, None)
        yield Slip(
            row["subject_id"], None, _FINDINGS[row["kind"]], row["label"] or "", row["words"] or "",
            message, start, end, max(len(messages), 1), tuple(messages[:5]),
        )  # fmt: skip


def _places_in(engine: Engine, messages: AbstractSet[str]) -> dict[str, list[Row]]:
    """The places that each of these offers names."""
    rows = engine.some("offers", ["message_id", "places"], "message_id", messages).to_pylist()
    return {row["message_id"]: row["places"] or [] for row in rows}


def _spans_of(area: str | None, places: Iterable[Row]) -> list[tuple[int, int]]:
    """Where an area is named: "Zeist, Utrecht" by that town, "Utrecht" by any place of the province."""
    town, _, province = (area or "").partition(", ")
    return [
        (place["start"], place["end"])
        for place in places
        if town in ((place["name"], place["municipality"]) if province else (place["province"],))
    ]
