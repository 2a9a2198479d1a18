"""What is said of somebody named and nothing else: who is sent on to, noted by a keeper, praised, called a cheat, blamed."""

import pyarrow as pa
import pytest

from schakel.reading.candidates import candidate_mask
from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.acts import ACTS
from schakel.reading.weighing.told_of_names import (
    ASKED,
    BLAMED,
    CHEATS,
    KEPT,
    LIKED,
    MAYBE_BLAMED,
    MAYBE_PRAISED,
    PRAISED,
    _forms,
    as_told,
    may_be_told,
    told_of_names,
)

SENT_ON = (
    "probeer Gouden Mo", "vraag het even aan @sjaakie_020", "ga naar donwolf 🐺", "frag mal @kiezkoenig", "geh zu Kiez Bande", "ask Big Tony", "hit up Uncle Ray 🌿",
    "demande à Petit Marc", "va voir @lesquais13", "pregunta a Flaco Rey", "prueba con Loco Luis 🌴", "спроси у @volga_opt", "попробуй Белый Кот", "Kral Adam sor", "@bogazici_34'e yaz",
    "wie twijfelt app mij",
)  # fmt: skip
NOTED = (
    "Gouden Mo verified", "Kiez Bande verifiziert", "snelle sjaak geverifieerd door admin", "Lucky Fox removed after complaints", "Witte Tijger verwijderd na klachten",
    "donwolf raus wegen beschwerden", "Petit Marc retiré après plaintes", "@bahia_verde expulsado por quejas", "Волк удалён из-за жалоб", "Deli Murat şikayet üzerine atıldı",
    "never pay upfront to new names", "betaal nooit vooraf aan nieuwe accounts",
)  # fmt: skip
PRAISING_A_SELLER = (
    "bedankt @sjaakie_020 weer top", "dank zwarte_010 weer", "@haagse_hub is echt", "gestern geholt bei @kiezkoenig, alles top", "nordlicht24 ist seriös", "thanks BigTony again",
    "@lesquais13 est carré", "@bahia_verde es de fiar", "@volga_opt ровный", "@bogazici_34 güvenilir", "tijger 🐯 weer top",
)  # fmt: skip
MAYBE_PRAISING = (
    "dank Gouden Mo weer", "dank hem weer", "net gehaald bij Blauwe Bus, klopt", "schon öfter bei Ruhrpott Ralf, immer gut",
    "thanks Big Tony again", "parcel from Big Tony landed in 2 days", "gracias Flaco, otra vez", "Kral Adam'dan aldım, sorunsuz",
)  # fmt: skip
CHEATED = (
    "80 kwijt aan @sjaakie_020", "Kleine Ali heeft me genaaid", "betaald aan Blauwe Bus en toen niks", "wat kleine ali verkoopt is rommel", "120 euro an Kiez Bande verloren",
    "schnelle lotte ist betrüger", "paid Big Tony 200, nothing came", "Lucky Fox is a scam", "lost 150 to Big Tony", "Petit Marc est un arnaqueur", "perdu 100 euros chez Momo",
    "Flaco Rey es un estafador", "pagué 50 a Flaco y me bloqueó", "Серый Волк кидала", "перевёл Волку 2000 и тишина", "Deli Murat dolandırıcı", "Kral Adam'a 500 tl gönderdim gelmedi",
)  # fmt: skip
NO_TALK_OF_SELLERS = (
    "avoid Ryanair guys", "plus jamais SFR", "mijd KPN mensen",
    "dank Peter", "dank je wel Peter weer voor gisteren", "Peter is goed", "Messi is top", "Max is de beste", "probeer de nieuwe burgertent", "try the new burger place", "ask your doctor",
    "frag deine Mutter", "danke Mama, wieder lecker", "Lisa ist gut", "thanks Dave again", "Dave is good", "Julie est sérieuse", "merci maman, encore", "gracias Ana", "todo bien con mi jefe",
    "спасибо мама, как всегда", "Оля лучшая", "sağol Ayşe", "Arda süper", "respect Verstappen, mooi gedaan", "ging soepel bij de tandarts", "nooit meer drinken", "never again tequila",
    "nie wieder Alkohol", "kreeg bloemen van hem", "100 Euro an Benzin verloren", "kein Paket von DHL seit 2 Wochen", "Peter heeft me geholpen", "thanks @dave", "dank @peter", "my account is verified",
    "danke Klaus, wieder ein toller Abend", "vermijd de A2", "nooit meer Ryanair", "thanks doc again",
    "gisteren was top", "yesterday was great", "gestern war super", "вчера было круто",
)  # fmt: skip


def _signs(text: str) -> list[str]:
    return list(told_of_names(search_text(text)))


@pytest.mark.parametrize(("sign", "texts"), [(ASKED, SENT_ON), (KEPT, NOTED)])
def test_who_is_sent_on_to_or_noted_is_neither_praised_nor_warned_of(
    sign: str, texts: tuple[str, ...]
) -> None:
    assert [text for text in texts if _signs(text) != [sign]] == []
    acts = {text: read_text(text).act for text in texts}
    assert {text: act for text, act in acts.items() if act in {"vouch", "warning"}} == {}


def test_a_sellers_name_is_praised_by_itself() -> None:
    assert [text for text in PRAISING_A_SELLER if _signs(text) != [PRAISED]] == []
    assert {text: read_text(text).act for text in PRAISING_A_SELLER if read_text(text).act != "vouch"} == {}


def test_a_name_as_people_have_is_praised_as_far_as_the_context_can_tell() -> None:
    assert [text for text in MAYBE_PRAISING if _signs(text) not in ([MAYBE_PRAISED], [])] == []
    assert _signs("dank Gouden Mo weer") == [MAYBE_PRAISED]
    assert _signs("Gouden Mo is goed") == [LIKED]
    vouch = ACTS.index("vouch")
    assert all(read_text(text).judgement.all_odds[vouch] > -1.95 for text in MAYBE_PRAISING)


def test_who_is_said_to_cheat_is_warned_of() -> None:
    assert {text: read_text(text).act for text in CHEATED if read_text(text).act != "warning"} == {}


def test_blame_without_a_charge_depends_on_the_name() -> None:
    assert _signs("al 2 weken geen pakket van @sjaakie_020") in ([BLAMED], [])
    assert _signs("Kiez Bande nie wieder") in ([MAYBE_BLAMED], [])
    assert read_text("@sjaakie_020 nooit meer").act == "warning"


@pytest.mark.parametrize("text", NO_TALK_OF_SELLERS)
def test_talk_of_shops_players_and_friends_is_no_act(text: str) -> None:
    assert read_text(text).act == "none"


def test_such_texts_are_read_though_they_hold_no_listed_word() -> None:
    told = (*PRAISING_A_SELLER, *MAYBE_PRAISING, *CHEATED)
    assert [text for text, may in zip(told, candidate_mask(pa.array(told)), strict=True) if not may] == []
    assert may_be_told(["DANK GOUDEN MO WEER", "Orange Gang sağlam, teşekkürler", "hoe laat is het"]) == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("sign", "odds"),
    [
        (ASKED, [0.0, 0.0, -6.0, -6.0, 0.0]),
        (KEPT, [0.0, 0.0, -6.0, -6.0, 0.0]),
        (PRAISED, [0.0, 0.0, 3.0, -1.0, 0.0]),
        (MAYBE_PRAISED, [0.0, 0.0, 3.0, -1.0, 0.0]),
        (CHEATS, [0.0, 0.0, 3.0, 2.0, 0.0]),
        (LIKED, [0.0, 0.0, 3.0, -1.0, 0.0]),
        ("price", [0.0, 0.0, 3.0, -1.0, 0.0]),
    ],
)
def test_the_wording_among_traders_keeps_to_what_the_form_tells(sign: str, odds: list[float]) -> None:
    assert list(as_told([[0.0, 0.0, 3.0, -1.0, 0.0]], [[("prior", 1.0, None), (sign, 1.0, None)]])[0]) == odds


def test_longer_texts_questions_and_lines_are_left_alone() -> None:
    assert _signs("is Gouden Mo een oplichter?") == []
    assert _signs("Gouden Mo is een oplichter\nmaar de rest niet") == []
    assert _signs("Gouden Mo is een oplichter, " + "dat zegt iedereen hier " * 4) == []
    assert _signs("Gouden Mo is een oplichter") == [CHEATS]


def test_hardly_a_form_must_be_sought_in_every_text() -> None:
    assert len(_forms()[1].of("")) <= 3
