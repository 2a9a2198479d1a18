"""Wallets against addresses that an independent library made from made-up seeds."""

import random
from collections.abc import Iterator

import pytest
from bip_utils import (
    Bip44,
    Bip44Coins,
    Bip49,
    Bip49Coins,
    Bip84,
    Bip84Coins,
    Bip86,
    Bip86Coins,
    Monero,
)

from schakel.reading.selectors.find import read_selectors
from schakel.reading.selectors.wallets import one_form, wallet

KINDS = [
    (Bip44, Bip44Coins.BITCOIN, "btc"),
    (Bip49, Bip49Coins.BITCOIN, "btc"),
    (Bip84, Bip84Coins.BITCOIN, "btc"),
    (Bip86, Bip86Coins.BITCOIN, "btc"),
    (Bip44, Bip44Coins.LITECOIN, "ltc"),
    (Bip49, Bip49Coins.LITECOIN, "ltc"),
    (Bip84, Bip84Coins.LITECOIN, "ltc"),
    (Bip44, Bip44Coins.ETHEREUM, "eth"),
    (Bip44, Bip44Coins.TRON, "tron"),
    (Bip44, Bip44Coins.TON, "ton"),
]


def addresses() -> Iterator[tuple[str, str]]:
    """Type and address, three of each kind."""
    chance = random.Random(20_251)
    for _ in range(3):
        seed = chance.randbytes(64)
        for scheme, coin, kind in KINDS:
            yield kind, scheme.FromSeed(seed, coin).DeriveDefaultPath().PublicKey().ToAddress()
        monero = Monero.FromSeed(chance.randbytes(32))
        yield from (("xmr", monero.PrimaryAddress()), ("xmr", monero.Subaddress(1, 1)))
        yield "xmr", monero.IntegratedAddress(chance.randbytes(8))


ADDRESSES = list(addresses())


@pytest.mark.parametrize(("kind", "address"), ADDRESSES)
def test_a_right_address_is_read_from_a_text(kind: str, address: str) -> None:
    assert [(s.type, s.value) for s in read_selectors(f"pay to: {address}.")] == [(kind, address)]


@pytest.mark.parametrize(("kind", "address"), ADDRESSES)
def test_an_address_with_one_wrong_letter_is_not(kind: str, address: str) -> None:
    for place in (5, len(address) // 2, len(address) - 2):
        other = next(c for c in "a2b3C4" if c.lower() != address[place].lower())
        assert wallet(address[:place] + other + address[place + 1 :]) is None


def test_forms_of_one_address_have_one_value() -> None:
    lower = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
    assert wallet(lower) == wallet(lower.upper()) == ("btc", lower)
    assert wallet("bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4") is None  # BIP-173: never mixed
    plain = "0x52908400098527886e0f7030069857d2e4169ee7"
    assert wallet(plain) == wallet("0x" + plain[2:].upper()) == ("eth", plain)


def test_one_address_is_one_however_it_is_written() -> None:
    mixed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"  # EIP-55's own example
    assert one_form("eth", mixed) == one_form("eth", mixed.lower()) == mixed.lower()
    # TEP-2's own example, in all three forms
    raw = "0:ca6e321c7cce9ecedf0a8ca2492ec8592494aa5fb5ce0387dff96ef6af982a3e"
    forms = [
        "EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF",
        "UQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPuwA",
        "EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff+W72r5gqPrHF",
    ]
    assert all(wallet(form) == ("ton", form) for form in (raw, *forms))
    assert {one_form("ton", form) for form in (raw, *forms)} == {forms[0]}
    assert one_form("btc", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa") == "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"


@pytest.mark.parametrize(("kind", "address"), [one for one in ADDRESSES if one[0] in ("eth", "ton")])
def test_the_one_form_is_an_address_itself(kind: str, address: str) -> None:
    assert wallet(one_form(kind, address)) == (kind, one_form(kind, one_form(kind, address)))


def test_raw_ton_address_and_longer_litecoin_version() -> None:
    assert wallet("0:" + "ab" * 32) == ("ton", "0:" + "ab" * 32)
    assert wallet("LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1") == ("ltc", "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1")


def test_taproot_needs_bech32m() -> None:
    """The test vectors of BIP-350: right address, and the same program with the older checksum."""
    right = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
    assert wallet(right) == ("btc", right)
    assert wallet("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd") is None


@pytest.mark.parametrize("text", ["", "bc1", "0x", "T" * 34, "4" * 95, "EQ" + "A" * 46, "1" * 30, "-" * 48])
def test_what_is_no_address(text: str) -> None:
    assert wallet(text) is None
