"""Grumbles of customers who did receive something, and lists of keepers, are told from warnings and from other talk."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, reasons_of
from tests.judging.small_market import SmallMarket


def said(text: str, act: str | None = None) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", text, act, day=9, reply_to=ads[0].tg_id)
    return market


@pytest.mark.parametrize(
    "text",
    [
        "0.9 ipv 1, valt mee",
        "krap gewogen maar prima spul",
        "half uur te laat maar ok",
        "was mid this time",
        "an hour late but ok",
        "bit light this time",
        "war diesmal mittel",
        "moyen cette fois",
        "llegó tarde pero bien",
        "biraz eksik ama iyi",
        "опоздал но норм",
    ],
)
def test_who_grumbles_was_served_also_where_it_reads_as_a_warning(text: str, engine: DuckDBEngine) -> None:
    for act in (None, "warning"):
        reasons = reasons_of(said(text, act), engine)
        assert reasons["customers-grumble"]["weight"] < 0
        assert "independent-accounts-warn" not in reasons


@pytest.mark.parametrize(
    "text",
    [
        "an hour late and then he never answers, scammer",
        "the train was an hour late",
        "te laat, reageert nooit",
        "ben je te laat maar ok?",
        "beste van de stad",
    ],
)
def test_other_talk_is_no_grumble(text: str, engine: DuckDBEngine) -> None:
    assert "customers-grumble" not in reasons_of(said(text), engine)


def listed(head: str, by: str, *, keeper: bool, names: tuple[str, ...] = ("@shop",)) -> SmallMarket:
    market = base()
    market.seller("s_2", "a_other", selectors=("username:other",))
    market.offers("a_shop")
    market.offers("a_other")
    old_customer(market, "a_writer")
    if keeper:
        market.say(by, "pinned", service=True)
    market.say(by, f"{head}: {' '.join(names)}", "warning", day=9, mentions=names)
    return market


@pytest.mark.parametrize(
    "head",
    [
        "Scamlijst",
        "Scam list updated",
        "Schwarze Liste",
        "Liste noire",
        "Lista negra",
        "Kara liste",
        "Список кидал",
    ],
)
def test_a_list_of_scammers_counts_as_such_and_not_as_a_warning_too(head: str, engine: DuckDBEngine) -> None:
    reasons = reasons_of(listed(head, "a_keeper", keeper=True), engine)
    assert reasons["listed-as-scammer"]["weight"] > 0
    assert "independent-accounts-warn" not in reasons


@pytest.mark.parametrize(
    "head",
    [
        "Geverifieerde lijst",
        "Verified sellers",
        "Verifizierte Händler",
        "Liste blanche",
        "Güvenilir liste",
        "Проверенные продавцы",
    ],
)
def test_a_list_of_trusted_sellers_speaks_for_them_however_it_reads(head: str, engine: DuckDBEngine) -> None:
    reasons = reasons_of(listed(head, "a_keeper", keeper=True), engine)
    assert reasons["not:listed-as-scammer"]["weight"] < 0
    assert "independent-accounts-warn" not in reasons


def test_a_list_is_that_of_a_keeper_or_names_two_and_no_seller_writes_it(engine: DuckDBEngine) -> None:
    both = ("@shop", "@other")
    assert "listed-as-scammer" in reasons_of(
        listed("Scam list", "a_writer", keeper=False, names=both), engine
    )
    one = reasons_of(listed("Scam list", "a_writer", keeper=False), engine)
    assert "listed-as-scammer" not in one
    assert "independent-accounts-warn" in one
    assert "listed-as-scammer" not in reasons_of(listed("Scam list", "a_other", keeper=True), engine)
