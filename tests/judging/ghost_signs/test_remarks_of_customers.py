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
GIVEN_TOO_LITTLE = (
    "gewicht was 0.2 te weinig, let op he",
    "gewicht klopt nooit bij hem",
    "was ondergewicht, let op",
    "miste bijna een halve",
    "shorted me half a gram and laughed",
    "weights short, check everything",
    "hatte 0,3 zu wenig",
    "il manquait 0,3",
    "me faltaba medio gramo",
    "5 gramda 0,4 eksik çıktı",
    "недовес, осторожно",
)
NOTHING_GIVEN = (
    "weigh your options, avoid this one",
    "short on patience, avoid this one",
    "let op, kreeg veel te weinig antwoord",
    "waarschuwing van de beheerder: deze is een oplichter, niet kopen",
    "scammed me, he was warned by mods already",
    "gewicht was 0.2 te weinig en nu geblokkeerd, oplichter",
    "betaald en niks gekregen, weeg het niet na want er is niks",
)
CALLED_TO_ORDER = (
    "kreeg een waarschuwing van een beheerder",
    "warned 1/3",
    "wurde von einem admin verwarnt",
    "предупреждение 1/3",
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


@HERE.market(
    *READ_AS,
    *OTHER_TALK,
    *((text, "warning") for text in (*GIVEN_TOO_LITTLE, *NOTHING_GIVEN, *CALLED_TO_ORDER)),
)
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


@pytest.mark.parametrize("text", GIVEN_TOO_LITTLE)
def test_who_warns_that_it_was_given_too_little_was_given_something(text: str, judged: Judged) -> None:
    reasons = judged(said, text, "warning")["s_1"]
    grumbled = judged(said, GRUMBLES[0], "warning")["s_1"]["customers-grumble"]["weight"]
    assert grumbled < reasons["customers-grumble"]["weight"] < 0  # less than a grumble
    assert _WARN not in reasons


@pytest.mark.parametrize("text", NOTHING_GIVEN)
def test_who_lost_its_money_or_accuses_still_warns(text: str, judged: Judged) -> None:
    reasons = judged(said, text, "warning")["s_1"]
    assert reasons[_WARN]["weight"] > 0
    assert "customers-grumble" not in reasons


@pytest.mark.parametrize("text", CALLED_TO_ORDER)
def test_whom_keepers_call_to_order_is_not_warned_of(text: str, judged: Judged) -> None:
    assert _WARN not in judged(said, text, "warning")["s_1"]


@HERE.market("pakt je geld en komt niet", "is versneden en slap spul")
def warned(text: str) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", text, "warning", day=9, reply_to=ads[0].tg_id)
    return market


@HERE.market()
def three_given_too_little() -> SmallMarket:
    market = base()
    market.offers("a_shop")
    for n in range(2):
        market.seller(f"s_{n}x", f"a_{n}x", selectors=(f"username:other{n}",))
        market.offers(f"a_{n}x")
    old_customer(market, "a_keeper")
    market.say(
        "a_keeper",
        "let op gewicht bij @shop @other0 @other1",
        "warning",
        day=9,
        mentions=("@shop", "@other0", "@other1"),
    )
    return market


def test_a_warning_of_three_is_no_grumble_of_any(judged: Judged) -> None:
    assert "customers-grumble" not in judged(three_given_too_little)["s_1"]


@HERE.market("il a coupé le contact, évitez", "me ha cortado el contacto, cuidado")
def cut_off(text: str) -> SmallMarket:
    return warned(text)


@pytest.mark.parametrize("text", ["il a coupé le contact, évitez", "me ha cortado el contacto, cuidado"])
def test_who_cuts_contact_gave_no_weak_goods(text: str, judged: Judged) -> None:
    plain = judged(warned, "pakt je geld en komt niet")["s_1"][_WARN]["weight"]
    assert judged(cut_off, text)["s_1"][_WARN]["weight"] > plain / 2


def test_who_says_no_more_than_that_goods_are_weak_warns_for_less(judged: Judged) -> None:
    taken, weak = (
        judged(warned, text)["s_1"][_WARN]["weight"]
        for text in ("pakt je geld en komt niet", "is versneden en slap spul")
    )
    assert 0 < weak < taken / 2


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
