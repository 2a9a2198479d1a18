"""Grumbles of customers who did receive something, and lists of keepers, are told from warnings and from other talk."""

import pytest

from tests.judging.ghost_signs.reading import Judged, base, ghost_reasons, old_customer
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

HERE = Together()
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


READ_AS = [(text, act) for text in GRUMBLES for act in (None, "warning")]
TWO = ("@shop", "@other")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    return HERE.judged(tmp_path_factory, ghost_reasons)


@HERE.market(*READ_AS, *OTHER_TALK)
def said(text: str, act: str | None = None) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", text, act, day=9, reply_to=ads[0].tg_id)
    return market


@HERE.market(
    *((head, "a_keeper", "keeps") for head in SCAMMERS + TRUSTED),
    ("Scam list", "a_writer", "keeps not", TWO),
    ("Scam list", "a_writer", "keeps not"),
    ("Scam list", "a_other", "keeps"),
)
def listed(head: str, by: str, keeper: str, names: tuple[str, ...] = ("@shop",)) -> SmallMarket:
    market = base()
    market.seller("s_2", "a_other", selectors=("username:other",))
    market.offers("a_shop")
    market.offers("a_other")
    old_customer(market, "a_writer")
    if keeper == "keeps":
        market.say(by, "pinned", service=True)
    market.say(by, f"{head}: {' '.join(names)}", "warning", day=9, mentions=names)
    return market


@pytest.mark.parametrize(("text", "act"), READ_AS)
def test_who_grumbles_was_served_also_where_it_reads_as_a_warning(
    text: str, act: str | None, judged: Judged
) -> None:
    reasons = judged(said, text, act)["s_1"]
    assert reasons["customers-grumble"]["weight"] < 0
    assert _WARN not in reasons


@pytest.mark.parametrize("text", OTHER_TALK)
def test_other_talk_is_no_grumble(text: str, judged: Judged) -> None:
    assert "customers-grumble" not in judged(said, text)["s_1"]


@pytest.mark.parametrize("head", SCAMMERS + TRUSTED)
def test_lists_of_keepers_count_as_such_and_are_no_warnings_however_they_read(
    head: str, judged: Judged
) -> None:
    reasons = judged(listed, head, "a_keeper", "keeps")["s_1"]
    assert _WARN not in reasons
    if head in SCAMMERS:
        assert reasons["listed-as-scammer"]["weight"] > 0
    else:
        assert reasons["not:listed-as-scammer"]["weight"] < 0


def test_a_list_is_that_of_a_keeper_or_names_two_and_no_seller_writes_it(judged: Judged) -> None:
    assert "listed-as-scammer" in judged(listed, "Scam list", "a_writer", "keeps not", TWO)["s_1"]
    one = judged(listed, "Scam list", "a_writer", "keeps not")["s_1"]
    assert "listed-as-scammer" not in one
    assert _WARN in one
    assert "listed-as-scammer" not in judged(listed, "Scam list", "a_other", "keeps")["s_1"]
