"""`ftm`: entities that fit FollowTheMoney's model. Its library is too large for the tests: the facts of the model stand below."""

import re
from types import SimpleNamespace
from typing import Any

from schakel.showing.handover.export.counts import Counts
from schakel.showing.handover.export.ftm import _Entities
from tests.showing.handover.export.conftest import Exported, lines

# Facts of followthemoney 4.11.2: the properties that are used, and of those that lead to entities what they may lead to.
THING = {"name", "summary", "notes", "description", "alias"}
SCHEMATA = {
    "Document": {"title", "fileSize", "notes"},
    "Folder": {"title", "notes"},
    "Message": {
        "messageId", "bodyText", "date", "modifiedAt", "sender", "senderAccount", "inReplyTo", "parent", "proof", "threadTopic",
        "language", "recordId", "description",
    },
    "UserAccount": THING | {"username", "service", "owner", "phone"},
    "LegalEntity": THING,
    "CryptoWallet": THING | {"publicKey", "currencySymbol"},
    "BankAccount": THING | {"iban"},
    "Note": THING | {"entity"},
    "UnknownLink": {"subject", "object", "role", "startDate", "endDate", "summary"},
    "Similar": {"candidate", "match", "confidenceScore", "criteria", "matcher"},
}  # fmt: skip
REQUIRED = {
    "Message": {"bodyText"},
    "UserAccount": {"username"},
    "LegalEntity": {"name"},
    "UnknownLink": {"subject", "object"},
}
RANGES = {
    "sender": {"LegalEntity"},
    "owner": {"LegalEntity"},
    "senderAccount": {"UserAccount"},
    "parent": {"Folder"},
    "proof": {"Document"},
}
ANY = {"candidate", "match", "subject", "object", "entity"}
IDS = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
LONGEST = {"bodyText": 65_000, "description": 65_000, "summary": 65_000, "notes": 65_000, "name": 384}


def test_every_entity_fits_the_model(exported: Exported, example_export: Exported) -> None:
    for export in (exported, example_export):
        entities = lines(export("ftm")[0])
        schemata = {one["id"]: one["schema"] for one in entities}
        assert len(schemata) == len(entities)
        for one in entities:
            fits(one, schemata)


def fits(one: dict[str, Any], schemata: dict[str, str]) -> None:
    schema, properties = one["schema"], one["properties"]
    assert set(one) == {"id", "schema", "properties"}
    assert IDS.fullmatch(one["id"])
    assert set(properties) <= SCHEMATA[schema], (schema, set(properties) - SCHEMATA[schema])
    assert REQUIRED.get(schema, set()) <= set(properties), one
    for name, values in properties.items():
        assert values
        assert all(
            isinstance(value, str) and value and len(value) <= LONGEST.get(name, 1024) for value in values
        )
        if name in RANGES or name in ANY:
            leads = {schemata[value] for value in values}
            assert leads <= RANGES.get(name, set(SCHEMATA)), (name, leads)


def test_nobody_is_called_a_person_and_nothing_is_merged(exported: Exported) -> None:
    entities = lines(exported("ftm")[0])
    assert "Person" not in {one["schema"] for one in entities}
    assert not any("topics" in one["properties"] for one in entities)
    same = [one["properties"] for one in entities if one["schema"] == "Similar"]
    assert len(same) == 1
    assert same[0]["matcher"] == ["Schakel"]
    assert "shares_phone" in same[0]["criteria"][0]


def test_a_similarity_has_the_probability_of_its_link(example_export: Exported) -> None:
    entities = lines(example_export("ftm")[0])
    similar = [
        float(one["properties"]["confidenceScore"][0]) for one in entities if one["schema"] == "Similar"
    ]
    assert all(0 <= one <= 1 for one in similar)
    seller = next(one["properties"] for one in entities if one["id"].startswith("s-"))
    assert "(hypothesis)" in seller["name"][0]
    assert re.search(
        r"Probability that no real supply stands behind it: [\d.]+ \(between", seller["summary"][0]
    )


def test_every_message_is_there_with_what_was_read(example_export: Exported) -> None:
    out, told = example_export("ftm")
    messages = [one["properties"] for one in lines(out) if one["schema"] == "Message"]
    assert len(messages) == told["counts"]["messages"]["exported"] > 0
    read = [one for one in messages if "description" in one]
    assert read
    assert all("(log10 LR " in one["description"][0] for one in read)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", one["date"][0]) for one in messages)


def test_values_are_as_long_as_the_model_stores_and_no_longer() -> None:
    counts = Counts({})
    made = _Entities(SimpleNamespace(counts=counts), SimpleNamespace(words={}))  # type: ignore[arg-type]
    for name, longest in (LONGEST | {"alias": 384, "username": 1024, "role": 1024}).items():
        assert made._values(name, "x" * longest) == ["x" * longest]
        assert made._values(name, "x" * (longest + 1)) == ["x" * (longest - 1) + "…"]
    assert counts.changed["values-cut"] == len(LONGEST) + 3
