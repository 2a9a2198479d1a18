"""`stix`: a bundle of STIX 2.1 for OpenCTI, MISP and other platforms of threat intelligence.

An account is the observable `user-account`. A seller is a `threat-actor` of unknown kind, called a hypothesis, with the probability
that real supply stands behind it as confidence. Findings, leads and ties are notes and relationships with their reasons in words.
STIX has no object for a message of a chat: how many an account wrote where and when is `observed-data`.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from schakel.records.times import written_utc
from schakel.showing.handover.export.counts import NO_PLACE
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Row
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.safe_json import compact, to_write, write_array
from schakel.showing.handover.export.said import (
    of_finding,
    of_identity_lead,
    of_lead,
    of_link,
    of_seller,
    telegram_number,
)
from schakel.showing.handover.export.standards import named_uuid, percent, standards
from schakel.showing.handover.export.words import cautions

Object = dict[str, Any]
# The name space of observables (STIX 2.1, 2.9): whoever sees the same account makes the same id.
_OBSERVABLES = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
_PLATFORM = "telegram"
_PAGES = frozenset({"url", "onion"})
_MOST = 999_999_999  # of `number_observed`


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the bundle, one object a line."""
    bundle = _Bundle(gathered, asked)
    with to_write(place) as out:
        known = bundle.known("bundle", *gathered.subjects, written_utc(gathered.until))
        out.write(f'{{"type":"bundle","id":{compact(known)},"objects":')
        write_array(out, bundle.objects())
        out.write("}\n")


class _Bundle:
    def __init__(self, gathered: Gathered, asked: Asked) -> None:
        self._gathered, self._words, self._asked = gathered, asked.words, asked
        self._moment = _stamp(gathered.until)
        self._mark = standards()["tlp"][asked.tlp]
        self._ids: dict[str, str] = {}  # of ours to those of the bundle
        self._program = self.known("identity", "schakel")
        self._posters: dict[str, str] = {}  # the seller of whoever posted a campaign first

    def known(self, kind: str, *parts: str) -> str:
        """The id of an object: other words or open identities make it another one, so that none stands for two."""
        told = (kind, self._asked.language, self._asked.tlp, str(self._gathered.hiding.opened), *parts)
        return f"{kind}--{named_uuid(*told)}"

    def objects(self) -> Iterator[Object]:
        """Everything; what others refer to comes before them."""
        gathered = self._gathered
        yield self._marking()
        yield self._sdo(
            "identity", "schakel", name="Schakel", identity_class="system", description=self._cautions()
        )
        yield from map(self._source, gathered.sources())
        yield from map(self._account, gathered.accounts())
        yield from map(self._selector, gathered.selectors())
        yield from map(self._chat, gathered.chats())
        yield from map(self._seller, gathered.sellers())
        yield from map(self._campaign, gathered.campaigns())
        yield from map(self._attributed, sorted(self._posters.items()))
        yield from map(self._member, gathered.members())
        yield from map(self._link, gathered.links())
        yield from map(self._contact, gathered.contacts())
        for posting in gathered.postings():
            yield from self._observed(posting)
        yield from self._notes()
        for message in gathered.messages():
            gathered.counts.taken_back("messages", "counted-only")
            gathered.counts.taken_back("items", "counted-only", len(message["items"]))

    # Observables

    def _source(self, row: Row) -> Object:
        file = {"name": row["name"]} if row["name"] else {}
        told = {"hashes": {"SHA-256": row["source_id"]}, **file}
        return self._sco("file", row["source_id"], told, size=row["bytes"])

    def _account(self, row: Row) -> Object:
        told = {"account_type": _PLATFORM, "user_id": telegram_number(row) or row["account_id"]}
        login = (row["usernames"] or [None])[0]
        more = {"display_name": row["name"]} if row["name"] else {}
        return self._sco(
            "user-account", row["account_id"], told | ({"account_login": login} if login else {}), **more
        )

    def _selector(self, row: Row) -> Object:
        known, kind, value = row["selector_id"], row["type"], row["value"]
        if value and kind == "email":
            return self._sco("email-addr", known, {"value": value})
        if value and kind in _PAGES:
            return self._sco("url", known, {"value": value})
        return self._sco("user-account", known, {"account_type": kind, "user_id": value or known})

    # What was concluded

    def _chat(self, row: Row) -> Object:
        name = row["title"] or row["chat_id"]
        about = f"Telegram {row['kind']} {row['chat_id']}"
        return self._sdo(
            "infrastructure",
            row["chat_id"],
            name=name,
            description=about,
            infrastructure_types=["unknown"],
            **_seen(row),
        )

    def _seller(self, row: Row) -> Object:
        real = None if row["ghost_probability"] is None else percent(1 - row["ghost_probability"])
        return self._sdo(
            "threat-actor",
            row["seller_id"],
            name=self._words["seller"].format(id=row["seller_id"]),
            description=of_seller(row, self._words),
            threat_actor_types=["unknown"],
            labels=["hypothesis"],
            confidence=real,
            **_seen(row, "first_ad", "last_ad"),
        )

    def _campaign(self, row: Row) -> Object:
        seller = self._gathered.seller_of.get(row["first_account_id"])
        if seller in self._ids:
            self._posters[row["campaign_id"]] = seller
        counted = f"copies: {row['copies']}, texts: {row['texts']}, accounts: {row['accounts']}, chats: {row['chats']}"
        about = f"{row['template']}\n{counted}"
        return self._sdo(
            "campaign",
            row["campaign_id"],
            name=f"Campaign {row['campaign_id']}",
            description=about,
            **_seen(row),
        )

    def _attributed(self, pair: tuple[str, str]) -> Object:
        return self._tie("attributed-to", *pair, description=self._words["member"])

    def _member(self, row: Row) -> Object:
        return self._tie("related-to", row["seller_id"], row["member_id"], description=self._words["member"])

    def _link(self, row: Row) -> Object:
        said = of_link(row, self._words)
        return self._tie(
            "related-to",
            row["left_id"],
            row["right_id"],
            row["kind"],
            description=said,
            confidence=percent(row["probability"]),
            **_between(row["first_month"], row["last_month"]),
        )

    def _contact(self, row: Row) -> Object:
        said = f"names contact, messages: {row['messages']}"
        times = _between(row["first_seen"], row["last_seen"])
        return self._tie(
            "related-to", row["account_id"], row["selector_id"], "names", description=said, **times
        )

    def _observed(self, row: Row) -> Iterator[Object]:
        account, chat = row["account_id"], row["chat_id"]
        if account not in self._ids or chat not in self._ids or row["first_seen"] is None:
            return
        seen = {"first_observed": _stamp(row["first_seen"]), "last_observed": _stamp(row["last_seen"])}
        key = f"{account} {chat}"
        many = {"number_observed": min(row["messages"], _MOST), "object_refs": [self._ids[account]]}
        yield self._sdo("observed-data", key, **seen, **many)
        yield self._tie("related-to", key, chat, "posted-in", description="messages posted in")

    def _notes(self) -> Iterator[Object]:
        for row in self._gathered.findings():
            if row["subject_id"] in self._ids:
                said = of_finding(row, self._asked.language)
                kind = f"{row['kind']}: {row['label'] or ''}".rstrip(": ")
                yield self._note(row["finding_id"], kind, said, row["subject_id"])
            else:  # a note is about an object, and the market as a whole and its networks are none
                self._gathered.counts.taken_back("findings", NO_PLACE)
        for row in self._gathered.leads():
            yield self._note(row["lead_id"], row["title"], of_lead(row), row["seller_id"])
        for row in self._gathered.identity_leads():
            yield self._note(row["identity_lead_id"], row["kind"], of_identity_lead(row), row["seller_id"])

    # Their form

    def _note(self, known: str, abstract: str, content: str, about: str) -> Object:
        return self._sdo("note", known, abstract=abstract, content=content, object_refs=[self._ids[about]])

    def _tie(self, kind: str, source: str, target: str, key: str = "", **more: Any) -> Object:
        known = f"{kind} {key} {source} {target}"
        ends = {"source_ref": self._ids[source], "target_ref": self._ids[target]}
        return self._sdo("relationship", known, relationship_type=kind, **ends, **more)

    def _sdo(self, kind: str, ours: str, **facts: Any) -> Object:
        known = self.known(kind, ours)
        if kind != "relationship":
            self._ids[ours] = known
        made = {} if kind == "identity" else {"created_by_ref": self._program}
        told = {name: value for name, value in facts.items() if value not in (None, "")}
        frame = {
            "type": kind,
            "spec_version": "2.1",
            "id": known,
            "created": self._moment,
            "modified": self._moment,
        }
        return frame | made | told | {"object_marking_refs": [self._mark]}

    def _sco(self, kind: str, ours: str, told: Mapping[str, Any], **more: Any) -> Object:
        """An observable; its id is made from the facts that the standard names, as everybody makes it."""
        self._ids[ours] = f"{kind}--{uuid5(_OBSERVABLES, _canonical(told))}"
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": self._ids[ours],
            **told,
            **more,
            "object_marking_refs": [self._mark],
        }

    def _marking(self) -> Object:
        tlp = standards()["tlp"]
        extension = {"extension_type": "property-extension", "tlp_2_0": self._asked.tlp}
        return {
            "type": "marking-definition",
            "spec_version": "2.1",
            "id": self._mark,
            "created": tlp["created"],
            "name": f"TLP:{self._asked.tlp.upper()}",
            "extensions": {tlp["extension"]: extension},
        }

    def _cautions(self) -> str:
        return cautions(self._words, opened=self._gathered.hiding.opened)


def _canonical(told: Mapping[str, Any]) -> str:
    """The facts as canonical JSON (RFC 8785), for which keys in order and no spaces do: there are no numbers among them."""
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _stamp(moment: datetime) -> str:
    return written_utc(moment).replace("Z", ".000Z")


def _seen(row: Row, first: str = "first_seen", last: str = "last_seen") -> Object:
    return {name: _stamp(row[key]) for name, key in (("first_seen", first), ("last_seen", last)) if row[key]}


def _between(first: date | None, last: date | None) -> Object:
    """From when to when a tie was seen. An end must be later than its beginning: it is the end of that month or second."""
    if first is None or last is None:
        return {}
    begin, end = _moment(first), _moment(last)
    if not isinstance(last, datetime):
        end = (end.replace(day=28) + timedelta(days=4)).replace(day=1)
    return {"start_time": _stamp(begin), "stop_time": _stamp(max(end, begin + timedelta(seconds=1)))}


def _moment(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day, tzinfo=UTC)
