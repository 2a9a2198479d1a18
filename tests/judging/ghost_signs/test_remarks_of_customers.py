"""Grumbles of customers who did receive something, and lists of keepers, are told from warnings and from other talk."""

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, read_all
from tests.judging.small_market import SmallMarket

_WARN = "independent-accounts-warn"
GRUMBLES = (
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
)
OTHER_TALK = (
    "an hour late and then he never answers, scammer",
    "the train was an hour late",
    "te laat, reageert nooit",
    "ben je te laat maar ok?",
    "beste van de stad",
)
SCAMMERS = (
    "Scamlijst",
    "Scam list updated",
    "Schwarze Liste",
    "Liste noire",
    "Lista negra",
    "Kara liste",
    "Список кидал",
)
TRUSTED = (
    "Geverifieerde lijst",
    "Verified sellers",
    "Verifizierte Händler",
    "Liste blanche",
    "Lista de confianza",
    "Güvenilir liste",
    "Проверенные продавцы",
)


def said(text: str, act: str | None = None) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", text, act, day=9, reply_to=ads[0].tg_id)
    return market


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


def test_who_grumbles_was_served_also_where_it_reads_as_a_warning(engine: DuckDBEngine) -> None:
    markets = {
        f"{act or 'none'} of {n}": said(text, act)
        for n, text in enumerate(GRUMBLES)
        for act in (None, "warning")
    }
    for name, reasons in read_all(markets, engine).items():
        assert reasons["customers-grumble"]["weight"] < 0, name
        assert _WARN not in reasons, name


def test_other_talk_is_no_grumble(engine: DuckDBEngine) -> None:
    for name, reasons in read_all({f"n{n}": said(text) for n, text in enumerate(OTHER_TALK)}, engine).items():
        assert "customers-grumble" not in reasons, name


def test_lists_of_keepers_count_as_such_and_are_no_warnings_however_they_read(engine: DuckDBEngine) -> None:
    bad = {f"b{n}": listed(head, "a_keeper", keeper=True) for n, head in enumerate(SCAMMERS)}
    good = {f"g{n}": listed(head, "a_keeper", keeper=True) for n, head in enumerate(TRUSTED)}
    for name, reasons in read_all({**bad, **good}, engine).items():
        assert _WARN not in reasons, name
        if name in bad:
            assert reasons["listed-as-scammer"]["weight"] > 0, name
        else:
            assert reasons["not:listed-as-scammer"]["weight"] < 0, name


def test_a_list_is_that_of_a_keeper_or_names_two_and_no_seller_writes_it(engine: DuckDBEngine) -> None:
    markets = {
        "two": listed("Scam list", "a_writer", keeper=False, names=("@shop", "@other")),
        "one": listed("Scam list", "a_writer", keeper=False),
        "rival": listed("Scam list", "a_other", keeper=True),
    }
    found = read_all(markets, engine)
    assert "listed-as-scammer" in found["two"]
    assert "listed-as-scammer" not in found["one"]
    assert _WARN in found["one"]
    assert "listed-as-scammer" not in found["rival"]
