from datetime import UTC, datetime, timedelta

import pytest

from schakel.records.display_names import Called, Holder, Names, name_key

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def day(number: float) -> datetime:
    return NOON + timedelta(days=number)


def holder(account: str, name: str, since: float = 0, until: float = 30, chat: str = "c") -> Holder:
    return Holder(chat, account, name, day(since), day(until))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Lucky_Boef", "luckyboef"),
        ("🔥 LUCKY BOEF 🔥", "luckyboef"),
        ("Luсky Bоef", "luckyboef"),  # two letters of these are Cyrillic
        ("Lücky Böef", "luckyboef"),
        ("Lucky Boef™", "luckyboef"),
        ("Lucky Boef ®", "luckyboef"),
        ("Mo_020", ""),  # two letters and an area code
        ("Snow", ""),
        ("Crystal", ""),  # goods
        ("De Witte", ""),  # goods behind an article
        ("Deleted Account", ""),
        ("Vandaag", ""),
        ("", ""),
        ("\u202e\u0000🔥", ""),
        ("x" * 40, ""),
    ],
)
def test_what_can_be_told_from_words_is_a_name(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    "text",
    [
        "LET OP Lucky_Boef = scam",
        "lucky boef is een oplichter",
        "luckyboef's spul is nep",
        "LUCKYBOEF heeft me geript",
        "die Lucky B0ef deugt niet",
    ],
)
def test_a_name_is_found_as_whole_words_however_it_is_written(text: str) -> None:
    names = Names([holder("a", "Lucky Boef"), holder("b", "Holland Kado")])
    assert [one.accounts for one in names.in_text("c", text, day(1))] == [("a",)]


@pytest.mark.parametrize(
    "text", ["unluckyboef is nep", "lucky boefje", "@luckyboef is nep", "t.me/luckyboef", "lucky, de boef"]
)
def test_a_part_of_a_word_and_a_username_are_no_name(text: str) -> None:
    assert Names([holder("a", "Lucky Boef")]).in_text("c", text, day(1)) == []


def test_the_longest_name_is_meant() -> None:
    names = Names([holder("a", "Lucky Boef"), holder("b", "Lucky Boef 010")])
    assert names.in_text("c", "lucky boef 010 is top", day(1)) == [Called("lucky boef 010", ("b",))]


def test_of_one_name_who_was_there_is_meant() -> None:
    names = Names([holder("a", "Lucky Boef", 0, 5), holder("b", "Lucky_Boef", 8, 30)])
    assert names.in_text("c", "Lucky Boef top", day(3))[0].accounts == ("a",)
    assert names.in_text("c", "Lucky Boef top", day(7))[0].accounts == ("a",)  # the last that was there
    assert names.in_text("c", "Lucky Boef top", day(9))[0].accounts == ("b",)
    both = Names([holder("a", "Lucky Boef", 0, 20), holder("b", "Lucky_Boef", 8, 30)])
    assert both.in_text("c", "Lucky Boef top", day(9))[0].accounts == ("a", "b")


def test_nobody_speaks_of_himself_by_name() -> None:
    names = Names([holder("a", "Lucky Boef"), holder("b", "Lucky Boef")])
    assert names.in_text("c", "mijn oude was Lucky Boef", day(1), "b")[0].accounts == ("a",)
    assert Names([holder("a", "Lucky Boef")]).in_text("c", "Lucky Boef hier", day(1), "a") == []


def test_who_advertises_elsewhere_is_meant_by_a_long_name_only() -> None:
    names = Names([holder("a", "Lucky Boef", chat="d"), holder("b", "Boefje", chat="d")])
    assert [one.accounts for one in names.in_text("c", "Lucky Boef en Boefje", day(1))] == [("a",)]
    assert len(names.in_text("d", "Lucky Boef en Boefje", day(1))) == 2


def test_a_phrase_that_the_ads_of_several_others_hold_is_no_name() -> None:
    names = Names([holder("a", "Snelle Bezorging"), holder("b", "Lucky Boef")])
    said = [("a", "snelle bezorging"), *((str(n), "wiet, snelle bezorging, lucky") for n in range(3))]
    kept = names.without_phrases(said)
    assert kept.in_text("c", "top, snelle bezorging", day(1)) == []
    assert len(kept.in_text("c", "top, Lucky Boef", day(1))) == 1
    assert len(names.without_phrases(said[:3]).in_text("c", "top, snelle bezorging", day(1))) == 1


def test_a_name_of_too_many_is_nobodys() -> None:
    names = Names([holder(str(n), "Lucky Boef") for n in range(9)])
    assert names.in_text("c", "Lucky Boef top", day(1)) == []


def test_hostile_text_does_no_harm() -> None:
    names = Names([holder("a", "Lucky Boef")])
    assert names.in_text("c", "\u202e" * 5000 + "l" * 100_000, day(1)) == []
    assert names.in_text("x", "", None) == []


def test_a_username_is_that_of_the_one_name_it_begins_or_ends_with() -> None:
    names = Names(
        [
            holder("a", "Lucky Boef"),
            holder("b", "Groene Plug"),
            holder("c", "groeneplug"),
            holder("d", "Boefje"),
        ]
    )
    assert names.of_username("x", "luckyboefmarkt", day(1)) == ("a",)
    assert names.of_username("x", "dam_luckyboef", day(1)) == ("a",)
    assert names.of_username("x", "luckyboefmarkt", day(1), by="a") == ()  # rather its own
    assert names.of_username("x", "groeneplugmarkt", day(1)) == ()  # two accounts have the name
    assert names.of_username("x", "boefjemarkt", day(1)) == ()  # too short a name
    assert names.of_username("x", "luckyboefinternational", day(1)) == ()  # less than most of it


def test_words_on_both_sides_of_a_username_stand_beside_each_other_no_more_than_before_it() -> None:
    names = Names([holder("a", "Lucky Boef")])
    assert names.in_text("c", "boef@lucky boef", day(1)) == []
    assert names.in_text("c", "lucky @iemand boef", day(1))[0].written == "lucky @iemand boef"
    assert names.in_text("c", "lucky boef@iemand", day(1))[0].written == "lucky boef"


def test_many_texts_are_told_as_one_by_one() -> None:
    names = Names([holder("a", "Lucky Boef", 0, 5), holder("b", "Lucky_Boef", 8, 30), holder("c", "Boefje")])
    texts = ["lucky boef top", "niets", "boefje en Lucky Boef", "lucky boef top", ""]
    rows = [("c", text, day(at), by) for text in texts for at in (3, 9) for by in (None, "a")]
    assert list(names.in_texts(rows)) == [names.in_text(*row) for row in rows]
    assert names.among(texts) == ["lucky boef top", "boefje en Lucky Boef"]


@pytest.mark.parametrize(
    "text", ["ik was Jip, account kwijt", "formerly 🦊 Jip", "eski hesap: Jip", "раньше Jip"]
)
def test_a_short_name_counts_where_it_is_brought_in(text: str) -> None:
    names = Names([holder("a", "Jip 🦊"), holder("b", "Lucky Boef")])
    assert names.introduced("c", text, day(1)) == [Called("Jip", ("a",))]
    assert names.in_text("c", text, day(1)) == []


@pytest.mark.parametrize(
    "text",
    ["Jip is terug", "ik was jip", "ik was Jippie", "ik was @Jip", "ik was vroeger bij Jip", "ik was\nJip"],
)
def test_a_short_name_stands_in_a_text_by_chance(text: str) -> None:
    assert Names([holder("a", "Jip")]).introduced("c", text, day(1)) == []


def test_a_short_name_of_two_accounts_or_of_the_writer_is_nobody() -> None:
    names = Names([holder("a", "Jip"), holder("b", "Jip 🔥"), holder("d", "Kim", chat="e")])
    assert names.introduced("c", "ik was Jip", day(1)) == []
    assert names.introduced("c", "ik was Jip", day(1), by="b") == [Called("Jip", ("a",))]
    assert names.introduced("c", "ik was Kim", day(1)) == []  # who advertises elsewhere
    assert names.without_phrases([]).introduced("e", "ik was Kim", day(1)) == [Called("Kim", ("d",))]


def test_a_name_that_only_the_writer_bears_here_is_somebody_s_elsewhere() -> None:
    names = Names([holder("a", "Lucky Boef"), holder("b", "Lucky Boef", chat="d")])
    assert names.in_text("c", "jullie kennen mij als Lucky Boef", day(1), by="a") == [
        Called("Lucky Boef", ("b",))
    ]
    assert names.in_text("c", "jullie kennen mij als Lucky Boef", day(1)) == [Called("Lucky Boef", ("a",))]


@pytest.mark.parametrize(
    ("username", "meant"),
    [
        ("mol_020", ("a_short",)),
        ("mol", ("a_short",)),
        ("snow247", ("a_word",)),
        ("admin", ()),
        ("moldova", ()),
    ],
)
def test_a_username_may_be_made_of_a_short_name_or_an_ordinary_word(
    username: str, meant: tuple[str, ...]
) -> None:
    names = Names([holder("a_short", "Mol 🔌"), holder("a_word", "Snow"), holder("a_keeper", "Admin")])
    assert names.of_username("c", username, day(1), "a_writer") == meant
    assert names.of_username("elsewhere", username, day(1), "a_writer") == ()


def test_a_username_made_of_a_word_that_two_go_by_is_nobodys() -> None:
    names = Names([holder("a_1", "Snow"), holder("a_2", "snow")])
    assert names.of_username("c", "snow247", day(1)) == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Lucky Boef 🌙 is nep", "b"),
        ("lucky boef 🌙 top gast", "b"),
        ("🔥 Lucky Boef, top gast", "c"),
        ("Lucky Boef is nep", "a"),  # the others were gone by then
    ],
)
def test_of_several_with_one_name_that_one_is_meant_whose_picture_stands_there(text: str, meant: str) -> None:
    names = Names(
        [holder("a", "Lucky Boef"), holder("b", "Lucky Boef 🌙", 0, 3), holder("c", "🔥 Lucky Boef", 0, 3)]
    )
    assert [one.accounts for one in names.in_text("c", text, day(5))] == [(meant,)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Lucky Boef 🌙🔥 is nep", "c"),  # the name with the moon alone stands there too
        ("Lucky Boef 🌙 is nep", "b"),
        ("top gast die Lucky Boef", "a"),
    ],
)
def test_of_several_names_with_pictures_the_longest_that_stands_there_is_meant(text: str, meant: str) -> None:
    names = Names(
        [holder("a", "Lucky Boef"), holder("b", "Lucky Boef 🌙", 0, 3), holder("c", "Lucky Boef 🌙🔥", 0, 2)]
    )
    assert [one.accounts for one in names.in_text("c", text, day(5))] == [(meant,)]


@pytest.mark.parametrize(
    "text",
    ["Kim hier, nieuwe account", "mijn Kim doet het niet meer, app @kimtwee", "Kim is voortaan @kimtwee"],
)
def test_a_short_name_is_brought_in_by_words_before_and_behind_it(text: str) -> None:
    names = Names([holder("a", "Kim"), holder("b", "Holland Kado")])
    assert [one.accounts for one in names.introduced("c", text, day(5))] == [("a",)]


@pytest.mark.parametrize(
    "text", ["wie is hier Kimono", "hier is Kimmie", "kim hier, nieuwe account", "Kim ging weg"]
)
def test_other_words_bring_in_no_short_name(text: str) -> None:
    names = Names([holder("a", "Kim"), holder("b", "Holland Kado")])
    assert names.introduced("c", text, day(5)) == []
