import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from schwifty import IBAN

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
DIALLED = {"phone", "whatsapp"}
ITEM_VALUES: dict[str, set[str | None]] = {
    "commodity": {*COMMODITIES},
    "unit": {*UNITS, None},
    "currency": {*CURRENCIES, None},
    "scale": {"retail", "bulk", None},
}


class Message(dict[str, Any]):
    """A labelled message that shows no more than its id, so that a failing check gives no text away."""

    def __repr__(self) -> str:
        return str(self.get("id"))


class Messages(list[Message]):
    """Labelled messages that show no more than their number."""

    def __repr__(self) -> str:
        return f"{len(self)} messages"


def read_messages(kind: str) -> Messages:
    rows = Messages()
    for language in LANGUAGES:
        path = FOLDER / f"{kind}_{language}.jsonl"
        rows += [Message(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    return rows


def read_fitted() -> Messages:
    """Messages that the weights of reading are fitted on, outside this folder."""
    paths = sorted((FOLDER.parents[2] / "training" / "reading").glob("*.jsonl"))
    return Messages(
        Message(json.loads(line)) for path in paths for line in path.read_text(encoding="utf-8").splitlines()
    )


def alike(row: Message) -> str:
    """The text without regard to capitals and white space."""
    return " ".join(row["text"].split()).casefold()


def ids(rows: Iterable[Message]) -> list[str]:
    return sorted({str(row["id"]) for row in rows})


@cache
def texts_of(kind: str) -> frozenset[str]:
    """What a set says, for comparison: each stands beside many others, and is read from its files once."""
    return frozenset(alike(row) for row in read_messages(kind))


@cache
def fitted_texts() -> frozenset[str]:
    return frozenset(alike(row) for row in read_fitted())


@pytest.fixture(
    scope="module", params=["hard", "fresh", "sealed", "sealed2", "sealed3", "sealed4", "sealed5", "late"]
)
def messages(request: pytest.FixtureRequest) -> Messages:
    return read_messages(request.param)


@pytest.fixture(scope="module", params=["hard", "fresh", "sealed"])
def large_set(request: pytest.FixtureRequest) -> Messages:
    """The sets that are large enough to hold everything."""
    return read_messages(request.param)


_FROM_SEALED6 = ["hard", "fresh", "late", "fair", *(f"sealed{n}" for n in range(6, 19))]


@pytest.mark.parametrize(
    ("kind", "earlier"),
    [
        ("fresh", ["hard"]),
        ("sealed", ["hard", "fresh"]),
        ("late", ["hard", "fresh", "sealed"]),
        ("sealed2", ["hard", "fresh", "sealed", "late"]),
        ("sealed3", ["hard", "fresh", "sealed", "sealed2", "late"]),
        ("sealed4", ["hard", "fresh", "sealed", "sealed2", "sealed3", "late"]),
        ("sealed5", ["hard", "fresh", "sealed", "sealed2", "sealed3", "sealed4", "late"]),
        ("kept", ["hard", "fresh", "late", "fair"]),
        *((_FROM_SEALED6[n], _FROM_SEALED6[:n]) for n in range(3, len(_FROM_SEALED6))),
    ],
)
def test_no_text_stands_in_an_earlier_set_or_among_those_that_are_fitted_on(
    kind: str, earlier: list[str]
) -> None:
    known = fitted_texts().union(*map(texts_of, earlier))
    assert ids(row for row in read_messages(kind) if alike(row) in known) == []


def test_every_message_has_every_field(messages: Messages) -> None:
    assert len(messages) >= (140 if messages[0]["id"].startswith("late") else 400)
    assert ids(row for row in messages if set(row) | {"split"} != FIELDS) == []
    assert ids(row for row in messages if not isinstance(row["advance"], bool)) == []


def test_ids_and_texts_are_unique(messages: Messages) -> None:
    named = Counter(row["id"] for row in messages)
    written = Counter(alike(row) for row in messages)
    assert ids(row for row in messages if named[row["id"]] > 1) == []
    assert ids(row for row in messages if written[alike(row)] > 1 or not alike(row)) == []


def test_the_split_is_the_parity_of_the_hashed_id() -> None:
    for row in read_messages("hard"):
        even = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == 0
        assert row["split"] == ("dev" if even else "held"), row["id"]


def offered(rows: Iterable[Message]) -> set[str]:
    return {item["commodity"] for row in rows if row["act"] == "offer" for item in row["items"]}


@pytest.mark.parametrize("split", ["dev", "held"])
def test_each_split_holds_every_act_and_commodity(split: str) -> None:
    rows = [row for row in read_messages("hard") if row["split"] == split]
    assert {row["act"] for row in rows} == ACTS
    assert offered(rows) == COMMODITIES


def test_every_act_and_commodity_occurs(large_set: Messages) -> None:
    assert {row["act"] for row in large_set} == ACTS
    assert offered(large_set) == COMMODITIES


def test_message_labels_come_from_the_vocabularies(messages: Messages) -> None:
    assert ids(row for row in messages if row["act"] not in ACTS) == []
    assert ids(row for row in messages if not set(row["delivery"]) <= DELIVERY) == []
    assert ids(row for row in messages if not set(row["payment"]) <= PAYMENT) == []
    assert ids(row for row in messages if not all(map(is_a_name, row["places"]))) == []
    assert ids(row for row in messages if not row["tags"]) == []


def is_a_name(place: object) -> bool:
    return isinstance(place, str) and bool(place.strip())


def test_items_come_from_the_vocabularies(messages: Messages) -> None:
    for field, known in ITEM_VALUES.items():
        assert ids(row for row in messages if any(item[field] not in known for item in row["items"])) == []
    assert ids(row for row in messages if any(set(item) != ITEM_FIELDS for item in row["items"])) == []


def test_quantities_and_prices_are_positive_and_complete(messages: Messages) -> None:
    for number, companion in (("quantity", "unit"), ("price", "currency")):
        assert ids(row for row in messages if not measured(row["items"], number, companion)) == []


def measured(items: list[dict[str, Any]], number: str, companion: str) -> bool:
    """Whether each number is above nothing and stands with its unit or currency, or neither is there."""
    return all(
        (item[number] is None) == (item[companion] is None) and (item[number] is None or item[number] > 0)
        for item in items
    )


def test_only_offers_and_requests_have_terms_of_sale(messages: Messages) -> None:
    assert ids(row for row in messages if row["act"] == "offer" and not row["items"]) == []
    assert ids(row for row in messages if row["act"] not in {"offer", "request"} and has_terms(row)) == []


def has_terms(row: Message) -> bool:
    return any((row["items"], row["delivery"], row["payment"], row["advance"]))


def test_selectors_are_normalised_and_stand_in_the_text(messages: Messages) -> None:
    for fault in (unknown_kind, unlike_a_number, unlike_a_username, absent):
        wrong = [row for row in messages if any(fault(row, **one) for one in row["selectors"])]
        assert ids(wrong) == [], fault.__name__


def unknown_kind(row: Message, type: str, value: str) -> bool:
    return type not in SELECTORS


def unlike_a_number(row: Message, type: str, value: str) -> bool:
    return type in DIALLED and not (value.startswith("+") and value[1:].isdigit())


def unlike_a_username(row: Message, type: str, value: str) -> bool:
    return type == "username" and value != value.lower().lstrip("@")


def absent(row: Message, type: str, value: str) -> bool:
    text = row["text"].casefold()
    return type not in DIALLED and value.casefold() not in text + text.replace(" ", "")


def test_every_selector_type_occurs(large_set: Messages) -> None:
    assert {selector["type"] for row in large_set for selector in row["selectors"]} == SELECTORS


@pytest.mark.parametrize("kind", ["late", "sealed2", "sealed3", "sealed4", "sealed5"])
def test_a_smaller_set_has_no_unknown_selector_type(kind: str) -> None:
    rows = read_messages(kind)
    assert {selector["type"] for row in rows for selector in row["selectors"]} <= SELECTORS


def test_bank_accounts_and_telephone_numbers_are_possible(messages: Messages) -> None:
    wrong = [row for row in messages if any(impossible(**one) for one in row["selectors"])]
    assert ids(wrong) == []


def impossible(type: str, value: str) -> bool:
    if type == "iban":
        return not IBAN(value, allow_invalid=True).is_valid
    if type not in DIALLED:
        return False
    try:
        return not phonenumbers.is_possible_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        return True


def test_a_failing_check_gives_no_text_away() -> None:
    row = Message(id="sealed-xx-001", text="not to be shown")
    assert "not to be shown" not in repr(row) + repr(Messages([row])) + repr([row])
