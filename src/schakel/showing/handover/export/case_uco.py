"""`case`: JSON-LD of CASE and UCO (https://caseontology.org) for forensic tools: accounts, messages, and where they come from.

Each sealed file has its SHA-256 and a provenance record, made by an investigative action; what the program concluded is the result of
another, and stands as groupings and annotations with a confidence: never as a fact about a person.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from schakel.records.times import written_utc
from schakel.records.version import version
from schakel.showing.handover.export.counts import NO_PLACE
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
from schakel.showing.handover.export.standards import named_uuid, percent
from schakel.showing.handover.export.words import cautions

Node = dict[str, Any]
_UCO = "https://ontology.unifiedcyberontology.org/uco/"
_CONTEXT = {
    "kb": "urn:schakel:",
    "core": f"{_UCO}core/",
    "action": f"{_UCO}action/",
    "observable": f"{_UCO}observable/",
    "tool": f"{_UCO}tool/",
    "types": f"{_UCO}types/",
    "investigation": "https://ontology.caseontology.org/case/investigation/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Kinds of nodes that others refer to by our ids. There are millions of messages, so those are not among them.
_REFERRED = frozenset(
    {"tool", "application", "file", "account", "thread", "contact", "url", "seller", "campaign"}
)


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the graph, one node a line."""
    graph = _Graph(gathered, asked)
    with to_write(place) as out:
        out.write(f'{{"@context":{compact(_CONTEXT)},"@graph":')
        write_array(out, graph.nodes())
        out.write("}\n")


class _Graph:
    def __init__(self, gathered: Gathered, asked: Asked) -> None:
        self._gathered, self._words, self._asked = gathered, asked.words, asked
        self._kinds: dict[str, str] = {}  # of our ids to the words before their UUIDs
        self._concluded: list[Node] = []

    def nodes(self) -> Iterator[Node]:
        """Everything, from the sealed files to the conclusions."""
        gathered = self._gathered
        yield from self._program()
        for source in gathered.sources():
            yield from self._source(source)
        yield from map(self._account, gathered.accounts())
        yield from self._chats()
        yield from map(self._selector, gathered.selectors())
        yield from self._sellers()
        yield from map(self._campaign, gathered.campaigns())
        yield from map(self._link, gathered.links())
        yield from map(self._contact, gathered.contacts())
        yield from self._notes()
        yield self._analysis()
        for message in gathered.messages():
            yield from self._message(message)

    # Where it comes from

    def _program(self) -> Iterator[Node]:
        said = cautions(self._words, opened=self._gathered.hiding.opened)
        yield self._node(
            "tool", "schakel", "tool:Tool", _called("Schakel", said) | {"tool:version": version()}
        )
        facet = self._facet(
            "telegram", "observable:ApplicationFacet", **{"observable:applicationIdentifier": "Telegram"}
        )
        yield self._node("application", "telegram", "observable:Application", _called("Telegram"), [facet])

    def _source(self, row: Row) -> Iterator[Node]:
        digest = row["source_id"]
        hashed = {
            "@id": self._id("hash", digest),
            "@type": "types:Hash",
            "types:hashMethod": "SHA256",
            "types:hashValue": {"@type": "xsd:hexBinary", "@value": digest},
        }
        content = {"observable:hash": [hashed], "observable:sizeInBytes": row["bytes"]}
        facets = [self._facet(digest, "observable:ContentDataFacet", **content)]
        if row["name"]:
            facets.append(self._facet(digest, "observable:FileFacet", **{"observable:fileName": row["name"]}))
        yield self._node("file", digest, "observable:File", {}, facets)
        counted = f"records {row['records']}, kept {row['kept']}, set apart {row['quarantined']}"
        record = {"core:object": [self._ref(digest)], "investigation:exhibitNumber": digest}
        told = _called("", f"Sealed source, {row['format']}; {counted}") | record
        yield self._node("provenance", digest, "investigation:ProvenanceRecord", told)
        done = {
            "action:instrument": [self._ref("schakel")],
            "action:object": [self._ref(digest)],
            "action:result": [{"@id": self._id("provenance", digest)}],
        }
        yield self._node("intake", digest, "investigation:InvestigativeAction", _called("intake") | done)

    def _analysis(self) -> Node:
        done = {"action:instrument": [self._ref("schakel")], "action:result": self._concluded}
        told = _called("reading and weighing") | done
        return self._node("analysis", "analysis", "investigation:InvestigativeAction", told)

    # What was seen

    def _account(self, row: Row) -> Node:
        known = row["account_id"]
        facets = [
            self._facet(
                known,
                "observable:AccountFacet",
                **{"observable:accountIdentifier": telegram_number(row) or known},
            ),
            self._facet(
                known,
                "observable:ApplicationAccountFacet",
                **{"observable:application": self._ref("telegram")},
            ),
        ]
        shown = {"observable:displayName": row["name"], "observable:accountLogin": row["usernames"]}
        if any(shown.values()):
            facets.append(self._facet(known, "observable:DigitalAccountFacet", **shown))
        return self._node("account", known, "observable:ApplicationAccount", _called(known), facets)

    def _chats(self) -> Iterator[Node]:
        posted: dict[str, list[Node]] = defaultdict(list)
        for row in self._gathered.postings():
            if row["account_id"] in self._kinds:
                posted[row["chat_id"]].append(self._ref(row["account_id"]))
        for row in self._gathered.chats():
            known = row["chat_id"]
            facet = self._facet(
                known, "observable:MessageThreadFacet", **{"observable:participant": posted.pop(known, [])}
            )
            name, about = row["title"] or known, f"Telegram {row['kind']} {known}"
            yield self._node("thread", known, "observable:MessageThread", _called(name, about), [facet])

    def _selector(self, row: Row) -> Node:
        known, kind, value = row["selector_id"], row["type"], row["value"]
        if value and kind in ("url", "onion"):
            facet = self._facet(known, "observable:URLFacet", **{"observable:fullValue": value})
            return self._node("url", known, "observable:URL", {}, [facet])
        facet = self._facet(
            known, "observable:AccountFacet", **{"observable:accountIdentifier": value or known}
        )
        return self._node("contact", known, "observable:Account", _called(kind), [facet])

    def _message(self, row: Row) -> Iterator[Node]:
        known = row["message_id"]
        told = {
            "observable:application": self._ref("telegram"),
            "observable:from": row["account_id"] and self._ref(row["account_id"]),
            "observable:messageID": f"{row['chat_id']}/{row['tg_id']}",
            "observable:messageText": row["text"],
            "observable:messageType": row["kind"],
            "observable:sentTime": _moment(row["sent_at"]),
            "observable:sessionID": row["chat_id"],
        }
        place = f"Byte {row['place_in_source']} of the sealed file {row['source_id']}"
        facet = self._facet(known, "observable:MessageFacet", **told)
        yield self._node("message", known, "observable:Message", _called("", place), [facet])
        if row["act"] is not None:
            items = "; ".join(map(item_words, row["items"]))
            said = "\n".join(filter(None, (row["act"], items, in_words(row["reasons"]))))
            about = {"@id": self._id("message", known)}
            yield self._annotation(f"reading {known}", about, said, row["probability"])

    def _contact(self, row: Row) -> Node:
        said = f"messages: {row['messages']}"
        return self._tie(
            row["account_id"],
            row["selector_id"],
            "names contact",
            said,
            (row["first_seen"], row["last_seen"]),
        )

    # What was concluded

    def _sellers(self) -> Iterator[Node]:
        members: dict[str, list[Node]] = defaultdict(list)
        for row in self._gathered.members():
            members[row["seller_id"]].append(self._ref(row["member_id"]))
        for row in self._gathered.sellers():
            known = row["seller_id"]
            real = None if row["ghost_probability"] is None else 1 - row["ghost_probability"]
            name = self._words["seller"].format(id=known)
            told = _called(name, of_seller(row, self._words)) | {
                "core:context": ["proposed seller (hypothesis)"],
                "core:object": members.pop(known, []),
            }
            node = self._node("seller", known, "core:Grouping", told, self._confidence(known, real))
            self._concluded.append(self._ref(known))
            yield node

    def _campaign(self, row: Row) -> Node:
        known, first = row["campaign_id"], row["first_account_id"]
        objects = [self._ref(first)] if first in self._kinds else []
        about = (
            f"{row['template']}\ncopies: {row['copies']}, texts: {row['texts']}, accounts: {row['accounts']}"
        )
        told = _called(known, about) | {
            "core:context": ["campaign: copies of one ad, with the account that posted it first"],
            "core:object": objects,
        }
        return self._node("campaign", known, "core:Grouping", told)

    def _link(self, row: Row) -> Node:
        said = of_link(row, self._words)
        kind = self._words["same_seller_role"] if row["kind"] == "same-seller" else row["kind"]
        return self._tie(row["left_id"], row["right_id"], kind, said, sure=row["probability"])

    def _notes(self) -> Iterator[Node]:
        for row in self._gathered.findings():
            if row["subject_id"] in self._kinds:
                sure = row["value"] if row["kind"] in ("ghost", "role") else None
                yield self._annotation(
                    row["finding_id"],
                    self._ref(row["subject_id"]),
                    of_finding(row, self._asked.language),
                    sure,
                )
            else:
                self._gathered.counts.taken_back("findings", NO_PLACE)
        for row in self._gathered.leads():
            yield self._annotation(row["lead_id"], self._ref(row["seller_id"]), of_lead(row), None)
        for row in self._gathered.identity_leads():
            about = row["account_id"] if row["account_id"] in self._kinds else row["seller_id"]
            yield self._annotation(row["identity_lead_id"], self._ref(about), of_identity_lead(row), None)

    # Their form

    def _annotation(self, key: str, about: Node, said: str, sure: float | None) -> Node:
        told = {"core:object": [about], "core:statement": [said]}
        return self._node("annotation", key, "core:Annotation", told, self._confidence(key, sure))

    def _tie(
        self,
        source: str,
        target: str,
        kind: str,
        said: str,
        between: tuple[datetime | None, datetime | None] = (None, None),
        *,
        sure: float | None = None,
    ) -> Node:
        key = f"{source} {kind} {target}"
        told = _called("", said) | {
            "core:source": [self._ref(source)],
            "core:target": self._ref(target),
            "core:kindOfRelationship": kind,
            "core:isDirectional": sure is None,
            "core:startTime": _moment(between[0]),
            "core:endTime": _moment(between[1]),
        }
        return self._node("tie", key, "observable:ObservableRelationship", told, self._confidence(key, sure))

    def _confidence(self, key: str, sure: float | None) -> list[Node]:
        if sure is None:
            return []
        told = {"core:confidence": {"@type": "xsd:nonNegativeInteger", "@value": str(percent(sure))}}
        return [self._facet(key, "core:ConfidenceFacet", **told)]

    def _node(self, word: str, key: str, kind: str, told: Node, facets: Sequence[Node] = ()) -> Node:
        """A node; `word` stands before the UUID in its id, and those that others refer to are remembered by it."""
        if word in _REFERRED:
            self._kinds[key] = word
        return {"@id": self._id(word, key), "@type": kind, **_there(told | {"core:hasFacet": list(facets)})}

    def _facet(self, key: str, kind: str, **told: Any) -> Node:
        word = kind.partition(":")[2]
        return {"@id": self._id(word, key), "@type": kind, **_there(told)}

    def _ref(self, key: str) -> Node:
        return {"@id": self._id(self._kinds[key], key)}

    def _id(self, word: str, key: str) -> str:
        opened = str(self._gathered.hiding.opened)
        return f"kb:{word}-{named_uuid('case', opened, self._asked.language, word, key)}"


def _called(name: str, description: str = "") -> Node:
    return {"core:name": name, "core:description": [description] if description else None}


def _there(told: dict[str, Any]) -> Node:
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _moment(at: datetime | None) -> Node | None:
    return None if at is None else {"@type": "xsd:dateTime", "@value": written_utc(at)}
