import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent
LANGUAGES = ("nl", "en", "de", "fr", "es", "ru", "tr")
FIELDS = {
    "id",
    "text",
    "act",
    "items",
    "places",
    "selectors",
    "delivery",
    "payment",
    "advance",
    "tags",
    "split",
}
ITEM_FIELDS = {"commodity", "quantity", "unit", "price", "currency", "scale"}
ACTS = {"offer", "request", "vouch", "warning", "recruit", "none"}
COMMODITIES = {
    "cocaine",
    "crack",
    "heroin",
    "opioids",
    "amphetamine",
    "methamphetamine",
    "mdma",
    "ketamine",
    "ghb",
    "lsd",
    "psilocybin",
    "designer-drugs",
    "cannabis",
    "benzodiazepines",
    "prescription-medicines",
    "nitrous-oxide",
    "steroids",
    "firearms",
    "ammunition",
    "weapon-parts",
    "explosives",
    "other-weapons",
    "fireworks",
    "documents",
    "counterfeit-money",
    "payment-fraud",
    "fraud-tools",
    "personal-data",
    "accounts",
    "tobacco-vapes",
    "counterfeit-goods",
    "stolen-goods",
}
UNITS = {
    "g",
    "kg",
    "mg",
    "ml",
    "l",
    "pill",
    "seal",
    "piece",
    "strip",
    "pack",
    "carton",
    "box",
    "ball",
    "block",
}
CURRENCIES = {
    "EUR",
    "GBP",
    "USD",
    "RUB",
    "TRY",
    "CHF",
    "AUD",
    "MXN",
    "ARS",
    "COP",
    "CLP",
    "PEN",
    "UAH",
    "KZT",
}
SELECTORS = {
    "username",
    "telegram-link",
    "phone",
    "e-mail",
    "btc",
    "eth",
    "tron",
    "xmr",
    "ltc",
    "ton",
    "iban",
    "url",
    "signal",
    "threema",
    "session",
    "wickr",
    "whatsapp",
    "snapchat",
    "instagram",
    "wire",
}
DELIVERY = {"courier", "pickup", "post", "dead-drop"}
PAYMENT = {"cash", "bank-transfer", "crypto", "voucher", "escrow", "on-credit"}

Message = dict[str, Any]


def read_messages(kind: str) -> list[Message]:
    rows: list[Message] = []
    for language in LANGUAGES:
        path = FOLDER / f"{kind}_{language}.jsonl"
        rows += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return rows


@pytest.fixture(scope="module", params=["hard", "fresh"])
def messages(request: pytest.FixtureRequest) -> list[Message]:
    return read_messages(request.param)


def test_no_text_stands_in_both_sets_or_among_those_that_are_fitted_on() -> None:
    fitted = sorted((FOLDER.parents[2] / "training" / "reading").glob("*.jsonl"))
    rows = [json.loads(line) for path in fitted for line in path.read_text(encoding="utf-8").splitlines()]
    rows += read_messages("hard")
    known = {" ".join(row["text"].split()).casefold() for row in rows}
    assert [
        row["id"] for row in read_messages("fresh") if " ".join(row["text"].split()).casefold() in known
    ] == []


def test_every_message_has_every_field(messages: list[Message]) -> None:
    assert len(messages) >= 400
    assert [row.get("id") for row in messages if set(row) | {"split"} != FIELDS] == []
    assert all(isinstance(row["advance"], bool) for row in messages)


def test_ids_and_texts_are_unique(messages: list[Message]) -> None:
    ids = Counter(row["id"] for row in messages)
    texts = Counter(" ".join(row["text"].split()).casefold() for row in messages)
    assert [name for name, times in ids.items() if times > 1] == []
    assert [text for text, times in texts.items() if times > 1 or not text] == []


def test_the_split_is_the_parity_of_the_hashed_id() -> None:
    for row in read_messages("hard"):
        even = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == 0
        assert row["split"] == ("dev" if even else "held"), row["id"]


@pytest.mark.parametrize("split", ["dev", "held"])
def test_each_split_holds_every_act_and_commodity(split: str) -> None:
    rows = [row for row in read_messages("hard") if row["split"] == split]
    offered = {item["commodity"] for row in rows if row["act"] == "offer" for item in row["items"]}
    assert {row["act"] for row in rows} == ACTS
    assert offered == COMMODITIES


def test_message_labels_come_from_the_vocabularies(messages: list[Message]) -> None:
    for row in messages:
        assert row["act"] in ACTS, row["id"]
        assert set(row["delivery"]) <= DELIVERY, row["id"]
        assert set(row["payment"]) <= PAYMENT, row["id"]
        assert all(isinstance(place, str) and place.strip() for place in row["places"]), row["id"]
        assert row["tags"], row["id"]


def test_items_come_from_the_vocabularies(messages: list[Message]) -> None:
    for row in messages:
        for item in row["items"]:
            assert set(item) == ITEM_FIELDS, row["id"]
            assert item["commodity"] in COMMODITIES, row["id"]
            assert item["unit"] in UNITS | {None}, row["id"]
            assert item["currency"] in CURRENCIES | {None}, row["id"]
            assert item["scale"] in {"retail", "bulk", None}, row["id"]


def test_quantities_and_prices_are_positive_and_complete(messages: list[Message]) -> None:
    for row in messages:
        for item in row["items"]:
            assert item["quantity"] is None or item["quantity"] > 0, row["id"]
            assert item["price"] is None or item["price"] > 0, row["id"]
            assert (item["quantity"] is None) == (item["unit"] is None), row["id"]
            assert (item["price"] is None) == (item["currency"] is None), row["id"]


def test_only_offers_and_requests_have_terms_of_sale(messages: list[Message]) -> None:
    for row in messages:
        if row["act"] == "offer":
            assert row["items"], row["id"]
        elif row["act"] != "request":
            terms = row["items"], row["delivery"], row["payment"], row["advance"]
            assert not any(terms), row["id"]


def test_selectors_are_normalised_and_stand_in_the_text(messages: list[Message]) -> None:
    for row in messages:
        for selector in row["selectors"]:
            kind, value = selector["type"], selector["value"]
            assert kind in SELECTORS, row["id"]
            if kind in {"phone", "whatsapp"}:
                assert value.startswith("+"), row["id"]
                assert value[1:].isdigit(), row["id"]
            else:
                assert value.casefold() in row["text"].casefold().replace(" ", "") + row["text"].casefold(), (
                    row["id"]
                )
            if kind == "username":
                assert value == value.lower().lstrip("@"), row["id"]


def test_every_selector_type_occurs(messages: list[Message]) -> None:
    assert {selector["type"] for row in messages for selector in row["selectors"]} == SELECTORS
