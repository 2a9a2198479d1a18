"""`case`: a graph in the words of CASE and UCO. Its validator is too large for the tests: the facts of the ontology stand below."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.showing.handover.export.conftest import Exported

# Classes and properties of CASE 1.5.0 that are used.
CLASSES = {
    "tool:Tool", "observable:Application", "observable:ApplicationFacet", "observable:File", "observable:FileFacet",
    "observable:ContentDataFacet", "types:Hash", "investigation:ProvenanceRecord", "investigation:InvestigativeAction",
    "observable:ApplicationAccount", "observable:AccountFacet", "observable:ApplicationAccountFacet", "observable:MessageThread",
    "observable:MessageThreadFacet", "observable:Account", "observable:Message", "observable:MessageFacet", "core:Grouping",
    "core:ConfidenceFacet", "core:Annotation", "observable:ObservableRelationship",
}  # fmt: skip
PROPERTIES = {
    "core:name", "core:description", "core:hasFacet", "core:object", "core:context", "core:statement", "core:source", "core:target",
    "core:kindOfRelationship", "core:isDirectional", "core:startTime", "core:endTime", "core:confidence", "tool:version",
    "action:instrument", "action:object", "action:result", "investigation:exhibitNumber", "types:hashMethod", "types:hashValue",
    "observable:applicationIdentifier", "observable:hash", "observable:sizeInBytes", "observable:fileName",
    "observable:accountIdentifier", "observable:application", "observable:participant", "observable:from", "observable:messageID",
    "observable:messageText", "observable:messageType", "observable:sentTime", "observable:sessionID",
}  # fmt: skip
ID = re.compile(r"kb:[A-Za-z]+-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.fixture(scope="module", params=["hostile", "lead"])
def graph(
    request: pytest.FixtureRequest, exported: Exported, example_export: Exported
) -> list[dict[str, Any]]:
    export = exported if request.param == "hostile" else example_export
    made: list[dict[str, Any]] = json.loads(export("case")[0].read_text("utf-8"))["@graph"]
    return made


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every node and reference, however deep."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from parts(one)
    elif isinstance(value, list):
        for one in value:
            yield from parts(one)


def test_classes_and_properties_are_those_of_the_ontology(graph: list[dict[str, Any]]) -> None:
    for one in parts(graph):
        if "@value" in one:
            assert one["@type"] in ("xsd:dateTime", "xsd:hexBinary", "xsd:nonNegativeInteger")
            continue
        assert ID.fullmatch(one["@id"])
        assert set(one) - {"@id", "@type"} <= PROPERTIES, set(one) - PROPERTIES
        assert one.get("@type", "core:Grouping") in CLASSES


def test_every_reference_leads_to_one_node(graph: list[dict[str, Any]]) -> None:
    nodes = [one["@id"] for one in parts(graph) if "@type" in one and "@id" in one]
    assert len(set(nodes)) == len(nodes)
    assert {one["@id"] for one in parts(graph) if set(one) == {"@id"}} <= set(nodes)


def test_sealed_sources_have_their_hash_and_their_record(example: Path, example_export: Exported) -> None:
    graph = json.loads(example_export("case")[0].read_text("utf-8"))["@graph"]
    hashes = [one["types:hashValue"]["@value"] for one in parts(graph) if one.get("@type") == "types:Hash"]
    assert hashes
    assert all((example / "sealed" / one).is_file() for one in hashes)
    records = [one for one in graph if one["@type"] == "investigation:ProvenanceRecord"]
    assert [one["investigation:exhibitNumber"] for one in records] == hashes
    actions = [one for one in graph if one["@type"] == "investigation:InvestigativeAction"]
    assert {one["core:name"] for one in actions} == {"intake", "reading and weighing"}


def test_messages_say_where_they_stand_and_sellers_are_groupings(example_export: Exported) -> None:
    out, told = example_export("case")
    graph = json.loads(out.read_text("utf-8"))["@graph"]
    messages = [one for one in graph if one["@type"] == "observable:Message"]
    assert len(messages) == told["counts"]["messages"]["exported"] > 0
    assert all(
        re.match(r"Byte \d+ of the sealed file [0-9a-f]{64}", one["core:description"][0]) for one in messages
    )
    seller = next(one for one in graph if one.get("core:context") == ["proposed seller (hypothesis)"])
    assert seller["core:hasFacet"][0]["core:confidence"]["@type"] == "xsd:nonNegativeInteger"
    assert 0 <= int(seller["core:hasFacet"][0]["core:confidence"]["@value"]) <= 100
    assert not any("Person" in one.get("@type", "") for one in parts(graph))
