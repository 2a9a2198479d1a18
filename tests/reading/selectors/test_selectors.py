"""Everything together: accounts, order, spans, any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.selectors.find import Selector, defang, read_selectors


def found(text: str) -> list[str]:
    return [f"{selector.type}:{selector.value}" for selector in read_selectors(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NL91 ABNA 0417 1643 00", ["iban:NL91ABNA0417164300"]),
        ("nl91abna0417164300", ["iban:NL91ABNA0417164300"]),
        ("IBAN: NL91ABNA0417164300 tnv Jan", ["iban:NL91ABNA0417164300"]),
        ("DE89370400440532013000", ["iban:DE89370400440532013000"]),
        ("BTC:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ["btc:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"]),
        (
            "btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            ["btc:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
        ),
        (
            "ethereum:0x52908400098527886e0f7030069857d2e4169ee7",
            ["eth:0x52908400098527886e0f7030069857d2e4169ee7"],
        ),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", ["eth:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"]),
    ],
)
def test_is_read(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "vandaag.de prijs is goed.Bel nu",
        "zag het via snap gestuurd",
        "stuur een app via insta gehackt",
        "contact snap morgen weer open",
        "NL92ABNA0417164300",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "nul drugs hier",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
    ],
)
def test_is_nothing(text: str) -> None:
    assert found(text) == []


def test_each_is_given_once_where_it_first_stands() -> None:
    text = "dm @Plug_050 nu, ja @plug_050, bel 0612345678 of +31 6 12345678"
    assert read_selectors(text) == [
        Selector("username", "plug_050", 3, 12),
        Selector("phone", "+31612345678", 35, 45),
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("🔥🔥 @plug050 🔥", "@plug050"),
        ("bel 0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣ nu", "0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8"),
        ("\u200b@pl\u200bug050 x", "@pl\u200bug050"),
        ("kom t . me / plug050 nu", "t . me / plug050"),
        ("é 👻 plug_050!", "plug_050"),
        ("(+31 6 12345678)", "+31 6 12345678"),
    ],
)
def test_spans_are_in_the_original(text: str, part: str) -> None:
    [selector] = read_selectors(text)
    assert text[selector.start : selector.end] == part


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("https://shop.example.com/a.b", "hxxps://shop[.]example[.]com/a.b"),
        ("http://example.com", "hxxp://example[.]com"),
        ("www.example.com/x", "www[.]example[.]com/x"),
        ("t.me/+AbCd_12", "t[.]me/+AbCd_12"),
        ("name@mail.example", "name[@]mail[.]example"),
        ("plug_050", "plug_050"),
        ("+31612345678", "+31612345678"),
        ("plug.42", "plug.42"),
        ("", ""),
    ],
)
def test_defanged_values_are_no_links(value: str, shown: str) -> None:
    assert defang(value) == shown


PIECES = [
    *(
        "@",
        "t.me/",
        "t . me / ",
        "wa.me/",
        "06",
        "+31",
        "12345678",
        "0 6 ",
        "nul ",
        "zes ",
        "plug050",
        "_",
        ".",
    ),
    *(
        "/",
        " ",
        "\n",
        "http://",
        "hxxps://",
        "[dot]",
        "(at)",
        "gmail.com",
        "snap: ",
        "signal ",
        "threema ",
        "👻",
    ),
    *(
        "0️⃣",
        "6️⃣",
        "İ",
        "ﬁ",
        "\ud800",
        "\x00",
        "\u200b",
        "е",
        "020",
        "€",
        "bc1q",
        "NL91ABNA0417164300",
        "[",
        ")",
    ),
]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_any_text_has_an_answer_within_its_bounds(text: str) -> None:
    selectors = read_selectors(text)
    assert selectors == read_selectors(text)
    assert len({(s.type, s.value) for s in selectors}) == len(selectors)
    for selector in selectors:
        assert 0 <= selector.start < selector.end <= len(text)
        assert selector.value
        assert not defang(selector.value).startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "piece", ["@a", "a.", "t.me/", "nul zes ", "a@b.", "06 ", "1 ", "snap: a", "( ", "[at]", "1A", "0 6 1 2 "]
)
def test_a_huge_text_takes_time_in_proportion(piece: str) -> None:
    assert len(read_selectors(piece * 20_000)) < 500
