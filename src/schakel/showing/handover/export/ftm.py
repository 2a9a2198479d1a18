"""`ftm`: entities of FollowTheMoney, one a line, for OpenAleph and all that reads its format (https://followthemoney.tech).

An account is a UserAccount. Who holds it is a LegalEntity of which nothing is known: the model wants a sender for each message,
and a Person would claim more than is known. Two holders whom evidence holds together are `Similar` with the probability: a reader
may judge that, and nothing is merged. A seller is a LegalEntity too, whose ties to its accounts are called proposed.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from schakel.showing.handover.export.counts import cut
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Row, in_words
from schakel.showing.handover.export.item_words import item_words
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.safe_json import compact, to_write
from schakel.showing.handover.export.said import of_finding, of_identity_lead, of_lead, of_link, of_seller
from schakel.showing.handover.export.standards import standards
from schakel.showing.handover.export.tables import flat

Entity = dict[str, Any]
_PLATFORM = "Telegram"
_PAGES = frozenset(
    {"url", "onion", "telegram-link", "invite"}
)  # contacts that are addresses of pages, not accounts
_WITHOUT_ENTITY = frozenset({"network", "market"})  # subjects of findings that no entity stands for


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the file."""
    with to_write(place) as out:
        for entity in _Entities(gathered, asked).all():
            out.write(compact(entity) + "\n")


_MOMENTS = frozenset({"date", "startDate", "endDate", "modifiedAt"})
_ENTITIES = frozenset(
    {
        "owner",
        "candidate",
        "match",
        "subject",
        "object",
        "entity",
        "sender",
        "senderAccount",
        "parent",
        "proof",
    }
)
# Signs that the model stores of a value, by its type: text, name, and string for all others.
_TEXT, _NAME, _STRING = 65_000, 384, 1_024
_LONGEST = dict.fromkeys(("bodyText", "description", "summary", "notes"), _TEXT) | dict.fromkeys(
    ("name", "alias"), _NAME
)


class _Entities:
    def __init__(self, gathered: Gathered, asked: Asked) -> None:
        self._gathered, self._asked, self._words = gathered, asked, asked.words

    def all(self) -> Iterator[Entity]:
        gathered = self._gathered
        yield from map(self._source, gathered.sources())
        yield from map(self._chat, gathered.chats())
        for account in gathered.accounts():
            yield from self._account(account)
        yield from map(self._selector, gathered.selectors())
        yield from map(self._seller, gathered.sellers())
        yield from map(self._member, gathered.members())
        for link in gathered.links():
            yield from self._link(link)
        yield from map(self._contact, gathered.contacts())
        yield from map(self._campaign, gathered.campaigns())
        yield from self._notes()
        yield from self._messages()

    def _account(self, row: Row) -> Iterator[Entity]:
        known, holder = row["account_id"], _holder(row["account_id"])
        name = self._words["holder"].format(id=known)
        yield self._entity("LegalEntity", holder, name=name, notes=self._words["holder_note"])
        yield self._entity(
            "UserAccount",
            known,
            username=(row["usernames"] or [row["telegram_id"] or known])[0],
            name=row["name"],
            alias=row["names"],
            service=_PLATFORM,
            owner=holder,
            notes=f"{row['kind']}, {row['first_seen']:%Y-%m-%d} - {row['last_seen']:%Y-%m-%d}, messages: {row['messages']}"
            if row["first_seen"]
            else None,
        )

    def _seller(self, row: Row) -> Entity:
        name = self._words["seller"].format(id=row["seller_id"])
        return self._entity("LegalEntity", row["seller_id"], name=name, summary=of_seller(row, self._words))

    def _member(self, row: Row) -> Entity:
        return self._tie(
            ("member", row["seller_id"], row["member_id"]),
            row["seller_id"],
            row["member_id"],
            role=self._words["member"],
        )

    def _link(self, row: Row) -> Iterator[Entity]:
        left, right, same = row["left_id"], row["right_id"], row["kind"] == "same-seller"
        if same:
            yield self._entity(
                "Similar",
                _joined("similar", left, right),
                candidate=_holder(left),
                match=_holder(right),
                confidenceScore=row["probability"],
                criteria=of_link(row, self._words),
                matcher="Schakel",
            )
        yield self._tie(
            (row["kind"], left, right),
            left,
            right,
            role=self._words["same_seller_role"] if same else row["kind"],
            startDate=row["first_month"],
            endDate=row["last_month"],
            summary=of_link(row, self._words),
        )

    def _notes(self) -> Iterator[Entity]:
        for row in self._gathered.findings():
            about = None if row["subject_kind"] in _WITHOUT_ENTITY else row["subject_id"]
            said = of_finding(row, self._asked.language)
            name = f"{row['kind']}: {row['label'] or ''} ({row['subject_id']})"
            yield self._entity("Note", row["finding_id"], name=name, description=said, entity=about)
        for row in self._gathered.leads():
            yield self._entity(
                "Note", row["lead_id"], name=row["title"], description=of_lead(row), entity=row["seller_id"]
            )
        for row in self._gathered.identity_leads():
            name, about = f"identity lead: {row['kind']}", row["account_id"] or row["seller_id"]
            yield self._entity(
                "Note", row["identity_lead_id"], name=name, description=of_identity_lead(row), entity=about
            )

    def _messages(self) -> Iterator[Entity]:
        for row in self._gathered.messages():
            yield self._entity(
                "Message",
                row["message_id"],
                messageId=f"{row['chat_id']}/{row['tg_id']}",
                bodyText=row["text"]
                or f"[{row['kind']}{', ' + row['media_kind'] if row['media_kind'] else ''}]",
                date=row["sent_at"],
                modifiedAt=row["edited_at"],
                sender=row["account_id"] and _holder(row["account_id"]),
                senderAccount=row["account_id"],
                inReplyTo=row["reply_to"] and f"{row['chat_id']}/{row['reply_to']}",
                parent=row["chat_id"],
                proof=row["source_id"] and _joined("source", row["source_id"]),
                threadTopic=self._titles.get(row["chat_id"]),
                language=standards()["languages"].get(row["language"]),
                recordId=row["message_id"],
                description=_read(row) if row["act"] else None,
            )

    def _source(self, row: Row) -> Entity:
        digest = row["source_id"]
        name = row["name"] or digest
        return self._entity(
            "Document",
            _joined("source", digest),
            title=name,
            fileSize=row["bytes"],
            notes=f"SHA-256 {digest}",
        )

    def _chat(self, row: Row) -> Entity:
        return self._entity(
            "Folder", row["chat_id"], title=row["title"] or row["chat_id"], notes=f"{_PLATFORM} {row['kind']}"
        )

    def _selector(self, row: Row) -> Entity:
        known, kind, value = row["selector_id"], row["type"], row["value"]
        currency = standards()["wallets"].get(kind)
        if currency:
            return self._entity(
                "CryptoWallet", known, name=value or known, publicKey=value, currencySymbol=currency
            )
        if kind == "iban":
            return self._entity("BankAccount", known, name=value or known, iban=value)
        if kind in _PAGES:
            return self._entity("Note", known, name=f"{kind} {value or known}", description=value)
        service = _PLATFORM if kind == "username" else kind
        return self._entity(
            "UserAccount",
            known,
            username=value or known,
            service=service,
            phone=value if kind == "phone" else None,
        )

    def _contact(self, row: Row) -> Entity:
        ends = (row["account_id"], row["selector_id"])
        seen = {"startDate": row["first_seen"], "endDate": row["last_seen"]}
        return self._tie(
            ("names", *ends), *ends, role="names contact", summary=f"messages: {row['messages']}", **seen
        )

    def _campaign(self, row: Row) -> Entity:
        counted = f"texts: {row['texts']}, copies: {row['copies']}, accounts: {row['accounts']}, chats: {row['chats']}"
        return self._entity(
            "Note",
            row["campaign_id"],
            name=f"campaign {row['campaign_id']}",
            description=row["template"],
            summary=counted,
        )

    def _tie(self, key: tuple[str, ...], subject: str, to: str, **properties: Any) -> Entity:
        return self._entity("UnknownLink", _joined(*key), subject=subject, object=to, **properties)

    def _entity(self, schema: str, known: str, **properties: Any) -> Entity:
        """An entity; every value is a list of texts, as the format wants it."""
        told = {name: self._values(name, value) for name, value in sorted(properties.items())}
        return {
            "id": _named(known),
            "schema": schema,
            "properties": {name: values for name, values in told.items() if values},
        }

    def _values(self, name: str, value: Any) -> list[str]:
        values = [one for one in (value if isinstance(value, list) else [value]) if one not in (None, "")]
        if name in _MOMENTS:
            return [str(flat(one)).removesuffix("Z") for one in values]
        if name in _ENTITIES:
            return [_named(str(one)) for one in values]
        return [cut(str(one), _LONGEST.get(name, _STRING), self._gathered.counts) for one in values]

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return self._gathered.titles


def _read(row: Row) -> str:
    """What was read in a message: the model has no entity for an offer."""
    return "\n".join(
        filter(
            None,
            (
                f"{row['act']} ({row['probability']:.3f})",
                "; ".join(item_words(item) for item in row["items"]),
                " ".join([*([row["campaign_id"]] if row["campaign_id"] else []), *row["selectors"]]),
                in_words(row["reasons"]),
            ),
        )
    )


def _holder(account: str) -> str:
    return _joined("holder", account)


def _joined(*parts: str) -> str:
    return "-".join(map(_named, parts))


def _named(known: str) -> str:
    """An id as the format takes it: letters, digits, points and dashes."""
    return known.replace("_", "-")
