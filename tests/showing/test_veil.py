"""Contacts and names are hidden wherever they stand in a text, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.showing.known_names import KnownNames
from schakel.showing.veil import telling_hidden, template_veiled, veiled, veiled_each

PEOPLE = KnownNames(
    [
        "Lisa 020",
        "Olga",
        "Niels K",
        "Kees de Boer",
        "Coke",
        "De",
        "Snelle Levering",
        "Amsterdam",
        "luxekameel",
    ]
)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("coke 1g 50. Snap: rdamharingx", "damharingx"),
        ("coke 1g 50. Signal: plug.88, of nogmaals Signal: plug.88", "ug.88"),
        ("bel nul zes een twee drie vier vijf zes zeven acht", "vier"),
        ("mail plugje88 [at] tutanota [dot] com", "tutanota"),
        ("Wickr: witteboef9", "tteboef9"),
        ("telegram: plugnoordx", "ugnoordx"),
        ("insta witteboef_9", "tteboef"),
        ("ⓢⓝⓐⓟ: ⓡⓓⓐⓜⓗⓐⓡⓘⓝⓖ", "ⓗⓐⓡⓘⓝⓖ"),
    ],
)
def test_a_contact_is_hidden_however_it_is_written_and_each_time(text: str, secret: str) -> None:
    hidden = veiled(text)
    assert len(hidden) == len(text)
    assert secret in text
    assert secret not in hidden


@pytest.mark.parametrize(
    "text",
    [
        "24/7 open",
        "Bel/app mij",
        "wit 1/50 2/90 5/200",
        "45€/g, 5/st.",
        "(ophalen/bezorgen)",
        "en/of",
        "50/50",
    ],
)
def test_everyday_words_with_a_slash_stay(text: str) -> None:
    assert veiled(text) == telling_hidden(text) == text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("t.me/bel", "me/bel"),
        ("wickr/bel", "bel"),
        ("insta/snoepje", "snoepje"),
        ("06/12 34 56 78", "34 56"),
        ("24/7 06-12 34 56 78", "34 56"),
        ("06/1234/5678", "5678"),
        ("u/420weed", "420weed"),
        ("app/420weed", "420weed"),
        ("insta: /coke", "coke"),
        ("geb 12/03/90", "03/90"),
        ("geb 12/3/90", "3/90"),
        ("06/123 456", "123"),
        ("bel 0475/12 34 56", "12 "),
        ("011/22 33 44", "22 "),
        ("06 12/34 56/78", "34 "),
        ("bel 79/55 01 43 12", "43 12"),
        ("https://24/7", "24"),
        ("@24/7", "24"),
    ],
)
def test_what_a_slash_leads_to_is_hidden(text: str, secret: str) -> None:
    assert secret in text
    assert secret not in veiled(text)
    assert secret not in telling_hidden(text)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("App Lisa 020 voor coke", "App •••• ••• voor coke"),
        ("DM me Olga x", "DM me •••• x"),
        ("contact NIELS K, ook Niels_K", "contact ••••• •, ook •••••••"),
        ("geleverd door Kees de Boer, top", "geleverd door •••• •• ••••, top"),
        ("Niels is top, Boer ook", "••••• is top, Boer ook"),
        ("vraag Luxe Kameel", "vraag •••• ••••••"),
    ],
)
def test_names_of_the_workspace_are_hidden_as_whole_words(text: str, hidden: str) -> None:
    assert veiled(text, PEOPLE) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "Coke 1g 50, De beste",
        "Snelle Levering in Amsterdam",
        "olga is klein geschreven",
        "de volgares kameel",
    ],
)
def test_ordinary_words_that_somebody_is_called_by_stay(text: str) -> None:
    assert veiled(text, PEOPLE) == text


@pytest.mark.parametrize(
    "text",
    [
        "hoi, mijn naam is Petra Jansen en ik zoek wiet",
        "hi, my name is Petra Jansen and I look for weed",
        "hallo, ich heiße Petra Jansen und suche gras",
        "salut, je m'appelle Petra Jansen et je cherche",
        "hola, me llamo Petra Jansen y busco",
        "привет, меня зовут Petra Jansen и я ищу",
        "selam, benim adım Petra Jansen ve arıyorum",
        "overmaken op naam van P. Jansen",
        "ik heet petra",
    ],
)
def test_a_name_behind_words_that_bring_one_in_is_hidden(text: str) -> None:
    hidden = veiled(text)
    assert "Jansen" not in hidden
    assert "etra" not in hidden
    assert hidden.split()[-1] == text.rsplit(maxsplit=1)[-1] or "•" in hidden.split()[-1]
    assert hidden.split()[0] == text.split(maxsplit=1)[0]


def test_what_follows_words_that_only_may_bring_a_name_in_stays() -> None:
    for text in ("vraag naar prijzen", "Vraag naar Coke", "ask for prices", "demandez la coke"):
        assert veiled(text) == text


def test_a_template_is_hidden_as_its_text_is_and_its_slots_stay() -> None:
    text = "coke bel nul zes een twee drie vier vijf zes zeven acht nu"
    template = "coke bel nul zes een twee drie <...> vijf zes zeven acht nu"
    hidden = template_veiled(template, text)
    assert "<...>" in hidden
    for word in ("twee", "vijf", "zeven"):
        assert word not in hidden
    assert hidden.startswith("coke bel ")
    assert hidden.endswith(" nu")
    assert veiled("Signal: <contact> prijs <price>") == "Signal: <contact> prijs <price>"


_SAID = st.lists(
    st.sampled_from(
        [
            "lisa", "Lisa", "020", "L1sa", "Ölga", "οlga", "Olga", "niels", "Niels", "K", "k.", "kees", "de", "Boer", "boër", "luxe",
            "kameel", "LuxeKameel", "luxe-kameel", "coke", "50", "@lisa", "ς", "ß", "İ", "\n", "\u0301", "한국", "½", "x" * 70, ""
        ]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(st.lists(_SAID, max_size=40))
def test_names_in_many_texts_stand_where_they_stand_in_each(texts: list[str]) -> None:
    assert PEOPLE.places_each(texts) == [PEOPLE.places(text) for text in texts]
    assert veiled_each(texts, PEOPLE, [()] * len(texts)) == [veiled(text, PEOPLE) for text in texts]


def test_of_many_texts_each_is_hidden_by_its_own_contacts() -> None:
    texts = [f"bel Olga of code{n}" for n in range(40)]
    hidden = veiled_each(texts, PEOPLE, [[(12, 12 + 4)] if n % 2 else [] for n in range(40)])
    assert [one[:8] for one in hidden] == ["bel ••••"] * 40
    assert [one[12:16] for one in hidden] == ["code", "co••"] * 20
