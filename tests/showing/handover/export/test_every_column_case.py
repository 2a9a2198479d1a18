"""CASE tells every field of every row as the tables have it."""

import json
from typing import Any

from tests.showing.handover.export.every_column import (
    A1,
    A2,
    CAMPAIGN,
    GHOST,
    IBAN,
    LINK,
    MARKET,
    PAGE,
    PHONE,
    ROLE,
    ROWS,
    SELLER,
    SOURCE,
    WALLET,
    Row,
    told,
)
from tests.showing.handover.export.every_column_said import (
    AGAIN,
    ITEMS_SAID,
    LEAD_SAID,
    SAME,
    SELLER_SAID,
    SLIP_SAID,
    Written,
    engine,
    said_finding,
    said_link,
    sorted_rows,
    stamp,
    written,
)

__all__ = ["engine", "written"]  # fixtures of the neighbours
CONTACTS = (PHONE, WALLET, IBAN, PAGE, LINK)
PROPOSED = f"Proposed seller {SELLER} (hypothesis)"


def graph_of(written: Written) -> tuple[list[Row], dict[str, str]]:
    """All that the file holds, and what each thing is called."""
    graph = json.loads(written("case").read_text("utf-8"))["@graph"]
    return graph, {one["@id"]: case_name(one) for one in graph}


def test_case_has_every_tie(written: Written) -> None:
    graph, names = graph_of(written)
    ties = {
        (names[one["core:source"][0]["@id"]], names[one["core:target"]["@id"]], one["core:kindOfRelationship"], one["core:description"][0],
         one["core:isDirectional"], confidence(one), value(one, "core:startTime"), value(one, "core:endTime"))
        for one in graph if one["@type"] == "observable:ObservableRelationship"
    }  # fmt: skip
    same, forwards = ROWS["links"]
    moment = "2025-03-10T11:30:15Z"
    assert ties == {
        (A1, A2, SAME, said_link(same), False, "83", None, None),
        (A2, A1, "forwards", said_link(forwards), True, None, None, None),
        *(
            (A1, one, "names contact", "messages: 1", True, None, moment, moment)
            for one in CONTACTS
            if one != PHONE
        ),
        (A1, PHONE, "names contact", "messages: 2", True, None, moment, "2025-03-18T19:30:15Z"),
    }


def test_case_has_every_facet(written: Written) -> None:
    graph, names = graph_of(written)
    facets = [
        {name: one for name, one in part.items() if name != "@id"}
        for one in graph
        for part in one.get("core:hasFacet", [])
    ]

    def of(kind: str) -> list[Row]:
        return sorted_rows(
            [
                {name: plain(one, names) for name, one in part.items() if name != "@type"}
                for part in facets
                if part["@type"] == f"observable:{kind}"
            ]
        )

    assert of("FileFacet") == [{"observable:fileName": "result.json"}]
    assert of("URLFacet") == [{"observable:fullValue": PAGE}]
    assert of("AccountFacet") == sorted_rows(
        [{"observable:accountIdentifier": one} for one in ("8001", "-1008002", *CONTACTS) if one != PAGE]
    )
    assert of("DigitalAccountFacet") == sorted_rows([
        {"observable:displayName": "Nieuwe Naam", "observable:accountLogin": ["plug_een"]}, {"observable:displayName": "Kanaal"}])  # fmt: skip
    assert of("MessageThreadFacet") == sorted_rows(
        [{"observable:participant": [A1, A2]}, {"observable:participant": [A1]}]
    )
    assert of("ContentDataFacet")[0]["observable:sizeInBytes"] == 9001
    assert of("MessageFacet") == sorted_rows([
        {"observable:application": "Telegram", "observable:from": row["account_id"], "observable:messageID": f"{row['chat_id']}/{row['tg_id']}",
         **({"observable:messageText": row["text"]} if row["text"] else {}), "observable:messageType": row["kind"],
         "observable:sentTime": stamp(row["sent_at"]), "observable:sessionID": row["chat_id"]} for row in ROWS["messages"]
    ])  # fmt: skip


def test_case_has_all_that_was_concluded(written: Written) -> None:
    graph, names = graph_of(written)
    said = {
        (names.get(one["core:object"][0]["@id"], "?"), one["core:statement"][0], confidence(one))
        for one in graph
        if one["@type"] == "core:Annotation"
    }
    sure = {GHOST: "12", ROLE: "61", "f_" + "c4" * 12: "71", "f_" + "c6" * 12: "31"}
    assert said == {
        *((PROPOSED if row["subject_id"] == SELLER else A1, said_finding(row), sure.get(row["finding_id"])) for row in ROWS["findings"] if row["finding_id"] != MARKET),
        (PROPOSED, LEAD_SAID, None), (A2, SLIP_SAID, None),
        (f"Byte 1001 of the sealed file {SOURCE}", f"offer\n{ITEMS_SAID}\n{told('goods', '+2.50')}", "97"),
        (f"Byte 1004 of the sealed file {SOURCE}", f"offer\n{AGAIN}", "56"),
    }  # fmt: skip


def test_case_has_every_group_and_chat(written: Written) -> None:
    graph, names = graph_of(written)
    groups = {one["core:name"]: one for one in graph if one["@type"] == "core:Grouping"}
    assert [names[one["@id"]] for one in groups[PROPOSED]["core:object"]] == [A1, A2, PHONE]
    assert (groups[PROPOSED]["core:description"], confidence(groups[PROPOSED])) == ([SELLER_SAID], "88")
    assert [names[one["@id"]] for one in groups[CAMPAIGN]["core:object"]] == [A2]
    assert groups[CAMPAIGN]["core:description"] == ["coke <...> bel\ncopies: 62, texts: 61, accounts: 63"]
    titles = {
        one["core:name"]: one["core:description"]
        for one in graph
        if one["@type"] == "observable:MessageThread"
    }
    assert titles == {row["title"]: [f"Telegram {row['kind']} {row['chat_id']}"] for row in ROWS["chats"]}


def test_case_tells_where_all_comes_from(written: Written) -> None:
    graph, names = graph_of(written)
    record = next(one for one in graph if one["@type"] == "investigation:ProvenanceRecord")
    assert record["core:description"] == ["Sealed source, desktop-json; records 41, kept 3, set apart 19"]
    assert record["investigation:exhibitNumber"] == SOURCE
    done = {one["core:name"]: one for one in graph if one["@type"] == "investigation:InvestigativeAction"}
    assert [names[one["@id"]] for one in done["intake"]["action:object"]] == ["result.json"]
    assert done["intake"]["action:result"] == [{"@id": record["@id"]}]
    assert [names[one["@id"]] for one in done["reading and weighing"]["action:result"]] == [PROPOSED]


def case_name(one: Row) -> str:
    for part in one.get("core:hasFacet", []):
        for name in ("observable:fullValue", "observable:fileName"):
            if name in part:
                return str(part[name])
        if one["@type"] == "observable:Account" and "observable:accountIdentifier" in part:
            return str(part["observable:accountIdentifier"])
    return str(one.get("core:name") or one.get("core:description", ["?"])[0])


def value(one: Row, name: str) -> Any:
    return one[name]["@value"] if name in one else None


def confidence(one: Row) -> Any:
    return next(
        (
            part["core:confidence"]["@value"]
            for part in one.get("core:hasFacet", [])
            if "core:confidence" in part
        ),
        None,
    )


def plain(one: Any, names: dict[str, str]) -> Any:
    if isinstance(one, list):
        return [plain(part, names) for part in one]
    if isinstance(one, dict):
        return one["@value"] if "@value" in one else names.get(one.get("@id", ""), one)
    return one
