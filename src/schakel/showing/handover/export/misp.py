"""`misp`: one event for MISP, with the objects `telegram-account` and `chat-message`, and `proposed-seller`, which is ours.

Nothing in it is meant for detection: `to_ids` is false everywhere, distribution is the own organisation only, and the event is not
published. Messages in which nothing was read stay behind.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from schakel.records.times import to_unix, written_utc
from schakel.showing.handover.export.counts import cut
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Row, in_words
from schakel.showing.handover.export.item_words import item_words
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
from schakel.showing.handover.export.standards import likelihood, named_uuid, standards
from schakel.showing.handover.export.words import cautions

Object = dict[str, Any]
End = tuple[str, str]  # of a tie: the name of the object, or `attribute`, and our id
_LONGEST = 65_535  # bytes of MISP's column of values and comments, as MySQL's TEXT takes them; a sign has four at most
_SIGNS = _LONGEST // 4
_OWN_ORGANISATION, _AS_EVENT = "0", "5"  # distribution
_UNDEFINED, _INITIAL = "4", "0"  # threat level, state of the analysis
_SELECTORS = {
    "btc": "btc",
    "xmr": "xmr",
    "phone": "phone-number",
    "iban": "iban",
    "url": "url",
    "onion": "url",
    "email": "email",
}
_CATEGORY = {
    "btc": "Financial fraud",
    "xmr": "Financial fraud",
    "iban": "Financial fraud",
    "url": "External analysis",
    "email": "Social network",
}


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the event, one attribute or object a line."""
    event = _Event(gathered, asked)
    with to_write(place) as out:
        out.write(f'{{"Event":{compact(event.head())[:-1]},"Attribute":')
        write_array(out, event.attributes())
        out.write(',"Object":')
        write_array(out, event.objects())
        out.write("}}\n")


class _Event:
    def __init__(self, gathered: Gathered, asked: Asked) -> None:
        self._gathered, self._words, self._asked = gathered, asked.words, asked
        self._at = str(to_unix(gathered.until))
        told = (
            asked.language,
            str(gathered.hiding.opened),
            written_utc(gathered.until),
            *gathered.subjects,
        )
        self._event = named_uuid("misp", *told)
        self._findings: dict[str, list[Row]] = defaultdict(list)  # of sellers: they stand in their objects
        self._leads: dict[str, list[Row]] = defaultdict(list)

    def head(self) -> Object:
        """The event without its attributes and objects."""
        subjects = self._gathered.subjects
        return {
            "uuid": self._event,
            "info": f"{self._words['title']}: {', '.join(subjects) if subjects else 'workspace'}"[:_SIGNS],
            "date": f"{self._gathered.until:%Y-%m-%d}",
            "timestamp": self._at,
            "published": False,
            "distribution": _OWN_ORGANISATION,
            "threat_level_id": _UNDEFINED,
            "analysis": _INITIAL,
            "Orgc": {"name": "Schakel", "uuid": named_uuid("misp-organisation", "schakel")},
            "Tag": [{"name": f"tlp:{self._asked.tlp}"}, {"name": 'workflow:state="draft"'}],
        }

    def attributes(self) -> Iterator[Object]:
        """What needs no object: what this is, sealed files, chats, contacts, campaigns, and findings that are not of sellers."""
        gathered = self._gathered
        said = cautions(self._words, opened=gathered.hiding.opened)
        yield self._attribute("cautions", "comment", said, "Internal reference")
        for row in gathered.sources():
            about = f"sealed source {row['name'] or ''}, {row['bytes']} bytes"
            yield self._attribute(row["source_id"], "sha256", row["source_id"], "Payload delivery", about)
        for row in gathered.chats():
            about = f"Telegram {row['kind']}, messages in the workspace: {row['messages']}"
            yield self._attribute(
                row["chat_id"], "text", f"{row['chat_id']} {row['title'] or ''}".strip(), "Other", about
            )
        yield from map(self._selector, gathered.selectors())
        for row in gathered.campaigns():
            counted = f"copies: {row['copies']}, texts: {row['texts']}, accounts: {row['accounts']}"
            value = f"{row['campaign_id']}: {row['template']}"
            yield self._attribute(row["campaign_id"], "text", value, "Other", counted)
        for row in gathered.findings():
            if row["subject_kind"] == "seller":
                self._findings[row["subject_id"]].append(row)
            else:
                yield self._finding(row)
        for row in gathered.leads():
            self._leads[row["seller_id"]].append(row)
        for row in gathered.identity_leads():
            value = f"{row['identity_lead_id']}: {of_identity_lead(row)}"
            yield self._attribute(row["identity_lead_id"], "text", value, "Other", row["seller_id"])

    def objects(self) -> Iterator[Object]:
        """Sellers, accounts with the ties between them, and the messages in which something was read."""
        gathered = self._gathered
        members: dict[str, list[Row]] = defaultdict(list)
        for row in gathered.members():
            members[row["seller_id"]].append(row)
        for row in gathered.sellers():
            yield self._seller(row, members[row["seller_id"]])
        ties: dict[str, list[Object]] = defaultdict(list)
        for row in gathered.links():
            ties[row["left_id"]].append(self._tie(row))
        for row in gathered.contacts():
            said = f"names contact, messages: {row['messages']}"
            ties[row["account_id"]].append(
                self._reference(_account(row["account_id"]), "mentions", _attribute(row["selector_id"]), said)
            )
        for row in gathered.accounts():
            yield self._account(row, ties.pop(row["account_id"], []))
        for message in gathered.messages():
            if message["act"] is None or message["sent_at"] is None:
                gathered.counts.taken_back("messages", "nothing-read")
                gathered.counts.taken_back("items", "nothing-read", len(message["items"]))
            else:
                yield self._message(message)

    # Attributes

    def _selector(self, row: Row) -> Object:
        known, kind = row["selector_id"], row["type"]
        if row["value"] is None:
            return self._attribute(known, "text", known, "Other", f"{kind}, pseudonym")
        as_type = _SELECTORS.get(kind, "text")
        value = (
            row["value"] if as_type != "text" else f"{kind}: {row['value']}"
        )  # MISP refuses the same text twice
        return self._attribute(known, as_type, value, _CATEGORY.get(as_type, "Other"), f"{kind} {known}")

    def _finding(self, row: Row) -> Object:
        value = f"{row['subject_kind']} {row['subject_id']}: {of_finding(row, self._asked.language)}"
        return self._attribute(row["finding_id"], "text", value, "Other", row["kind"], self._estimated(row))

    # Objects

    def _seller(self, row: Row, members: list[Row]) -> Object:
        known = row["seller_id"]
        facts = [("seller-id", "text", known), ("about", "text", of_seller(row, self._words))]
        facts += [
            (name.replace("_", "-"), "float", row[name])
            for name in ("ghost_probability", "ghost_low", "ghost_high")
        ]
        facts += [("first-ad", "datetime", row["first_ad"]), ("last-ad", "datetime", row["last_ad"])]
        facts += [
            ("finding", "text", of_finding(one, self._asked.language))
            for one in self._findings.pop(known, [])
        ]
        facts += [("lead", "text", of_lead(one)) for one in self._leads.pop(known, [])]
        made = self._object("proposed-seller", known, facts, self._words["hypothesis"])
        if row["ghost_probability"] is not None:
            tag = {
                "name": f'estimative-language:likelihood-probability="{likelihood(row["ghost_probability"])}"'
            }
            ghost = next(one for one in made["Attribute"] if one["object_relation"] == "ghost-probability")
            ghost["Tag"] = [tag]
        made["ObjectReference"] = [
            self._reference(
                ("proposed-seller", known),
                "suspected-link",
                (_account if one["member_kind"] == "account" else _attribute)(one["member_id"]),
                self._words["member"],
            )
            for one in members
        ]
        return made

    def _account(self, row: Row, ties: list[Object]) -> Object:
        known = row["account_id"]
        facts = [
            ("id", "text", telegram_number(row) or known),
            ("username", "text", (row["usernames"] or [None])[0]),
        ]
        facts += [("first_name", "text", row["name"])]
        about = f"account {known} ({row['kind']}), messages: {row['messages']}"
        made = self._object("telegram-account", known, facts, about)
        made["ObjectReference"] = ties
        return made

    def _message(self, row: Row) -> Object:
        facts = [
            ("message-id", "text", row["tg_id"] if row["tg_id"] is not None else row["message_id"]),
            ("timestamp", "datetime", row["sent_at"]),
            ("content", "text", row["text"]),
            ("chat-id", "text", row["chat_id"]),
            ("user-account-id", "text", row["account_id"]),
            ("reply-to-message-id", "text", row["reply_to"]),
            ("language", "text", row["language"]),
            ("protocol", "text", "Telegram"),
        ]
        items = "; ".join(map(item_words, row["items"]))
        parts = (
            row["message_id"],
            f"{row['act']} ({row['probability']:.3f})",
            items,
            in_words(row["reasons"]),
        )
        made = self._object("chat-message", row["message_id"], facts, "\n".join(filter(None, parts)))
        if row["account_id"]:
            made["ObjectReference"] = [
                self._reference(
                    ("chat-message", row["message_id"]), "authored-by", _account(row["account_id"]), ""
                )
            ]
        return made

    def _tie(self, row: Row) -> Object:
        kind = "mentions" if row["kind"] == "mentions" else "suspected-link"
        said = of_link(row, self._words)
        return self._reference(_account(row["left_id"]), kind, _account(row["right_id"]), said, row["kind"])

    # Their form

    def _object(self, name: str, known: str, facts: list[Any], comment: str) -> Object:
        template = standards()["misp"][name]
        kept = [(relation, kind, value) for relation, kind, value in facts if value not in (None, "")]
        return {
            "uuid": self._uuid(name, known),
            "name": name,
            "meta-category": template["category"],
            "description": template["about"],
            "template_uuid": template["uuid"],
            "template_version": template["version"],
            "timestamp": self._at,
            "distribution": _AS_EVENT,
            "comment": self._fitting(comment),
            "Attribute": [
                self._attribute(f"{known} {name} {place}", kind, value, "Other")
                | {"object_relation": relation, "disable_correlation": True}
                for place, (relation, kind, value) in enumerate(kept)
            ],
        }

    def _attribute(
        self,
        key: str,
        kind: str,
        value: Any,
        category: str,
        comment: str = "",
        tags: list[Object] | None = None,
    ) -> Object:
        told = written_utc(value) if kind == "datetime" else str(value)
        made = {
            "uuid": self._uuid("attribute", key),
            "type": kind,
            "category": category,
            "value": self._fitting(told),
            "to_ids": False,
            "distribution": _AS_EVENT,
            "timestamp": self._at,
            "comment": self._fitting(comment),
        }
        return made | ({"Tag": tags} if tags else {})

    def _reference(self, source: End, kind: str, target: End, comment: str, key: str = "") -> Object:
        """A tie from an object to another, or to an attribute; `key` tells ties of one kind apart."""
        return {
            "uuid": self._uuid("reference", f"{source[1]} {kind} {key} {target[1]}"),
            "object_uuid": self._uuid(*source),
            "referenced_uuid": self._uuid(*target),
            "relationship_type": kind,
            "comment": self._fitting(comment),
            "timestamp": self._at,
        }

    def _estimated(self, row: Row) -> list[Object]:
        if row["kind"] not in ("ghost", "role") or row["value"] is None:
            return []
        return [{"name": f'estimative-language:likelihood-probability="{likelihood(row["value"])}"'}]

    def _uuid(self, kind: str, key: str) -> str:
        """Attributes and objects belong to one event of MISP, so their ids do too."""
        return named_uuid("misp", self._event, kind, key)

    def _fitting(self, text: str) -> str:
        return cut(text, _SIGNS, self._gathered.counts)


def _account(known: str) -> End:
    return "telegram-account", known


def _attribute(known: str) -> End:
    return "attribute", known
