"""Calls for the accounts and cards of others are told from requests for goods, and from everyday questions about banks."""

import time

import pytest

from schakel.reading.offers import read_text
from schakel.reading.weighing.accounts_sought import ACCOUNTS, accounts_signs

CALLS = (
    "wie heeft een zakelijke rekening? dikke fee",
    "passen nodig, serieuze prijs",
    "who has a business account? good cut",
    "cards needed, serious price",
    "wer hat ein konto bei n26? gute provision",
    "qui a un compte pro? belle com",
    "busco cuentas bancarias, pago bien",
    "banka hesabı olan var mı, komisyon iyi",
    "у кого есть карта сбера? хороший процент",
)
OTHERS = (
    "heeft iemand een zakelijke rekening bij bunq? tips welkom",
    "who has a good business account? which bank",
    "hat jemand ein gutes girokonto, tipps?",
    "qui a un compte chez boursorama, c'est bien ?",
    "te koop: rekeningen, dikke deal, wie heeft interesse",
    "selling uk accounts, need quick money",
)


@pytest.mark.parametrize("text", CALLS)
def test_who_seeks_accounts_for_a_share_calls_for_people(text: str) -> None:
    assert read_text(text).act == "recruit"


@pytest.mark.parametrize("text", OTHERS)
def test_who_asks_for_advice_sells_or_warns_does_not(text: str) -> None:
    assert read_text(text).act != "recruit"


@pytest.mark.parametrize(
    "plain", ["wie heeft een rekening", "dikke fee voor een rekening", "wie heeft iets? dikke fee"]
)
def test_account_promise_and_search_stand_together(plain: str) -> None:
    assert ACCOUNTS not in accounts_signs(plain)
    assert ACCOUNTS in accounts_signs("wie heeft een rekening? dikke fee")


@pytest.mark.parametrize(
    "plain",
    [
        "wie je bankpas nodig heeft voor snel geld zoekt een geldezel",
        "verkoop rekening, wie heeft interesse? dikke deal",
    ],
)
def test_who_tells_of_mules_or_sells_seeks_nobody_s_account(plain: str) -> None:
    assert ACCOUNTS not in accounts_signs(plain)


def test_hostile_text_takes_little_time() -> None:
    began = time.process_time()
    for piece in ("zoek pasje ", "1 % ", "wie heeft ", "procent", "(" * 9):
        list(accounts_signs((piece * 200)[:200]))
    assert time.process_time() - began < 1.0
