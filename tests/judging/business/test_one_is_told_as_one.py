"""What is counted once is told in the singular, in both languages."""

import re

import pytest

from schakel.judging.business.trade import _dangers, _reach, _scale
from schakel.showing.desk.sayings import in_language


class One:
    """A trade of one text, posted once in one group by one account."""

    bulk = retail = offers = copies = chats = accounts = 1
    weapon_texts = fentanyl_texts = minor_texts = 1
    weapons = "firearms"


class Two(One):
    """The same twice."""

    bulk = retail = offers = copies = chats = accounts = 2
    weapon_texts = fentanyl_texts = minor_texts = 2


def told(trade: type[One]) -> list[tuple[str, str]]:
    own, there = trade(), trade()
    found = [*_scale(0, own), *_reach(0, own, there), *_dangers(0, own)]  # type: ignore[arg-type]
    return [(one.words, one.words_nl) for one in found]


def test_a_trade_of_one() -> None:
    assert told(One) == [
        ("1 text with trade quantities. 1 text with user quantities.", "1 tekst met handelshoeveelheden, 1 met gebruikershoeveelheden."),
        ("1 ad of 1 text in 1 chat, by 1 account.", "1 advertentie van 1 tekst in 1 groep, door 1 account."),
        ("1 distinct text offers firearms.", "1 verschillende tekst biedt wapens aan."),
        ("1 distinct text names opioids of the fentanyl class.", "1 verschillende tekst noemt opioïden van het fentanyltype."),
        ("1 distinct text speaks to pupils or minors.", "1 verschillende tekst spreekt scholieren of minderjarigen aan."),
    ]  # fmt: skip


def test_a_trade_of_several() -> None:
    english, dutch = zip(*told(Two), strict=True)
    assert dutch[1] == "2 advertenties van 2 teksten in 2 groepen, door 2 accounts."
    assert english[2] == "2 distinct texts offer firearms."
    assert dutch[2] == "2 verschillende teksten bieden wapens aan."
    assert not re.search(
        r"\b2 (text|ad|chat|account|tekst|groep|advertentie)\b", " ".join([*english, *dutch])
    )


@pytest.mark.parametrize(
    ("rule", "english", "dutch"),
    [
        ("short-life", "Seen over 1 day.", "Gezien over 1 dag."),
        ("short-life", "Seen over 4 days.", "Gezien over 4 dagen."),
        ("gone", "Last message 1 day after the first warning; the data goes on for 9 days.",
         "Laatste bericht 1 dag na de eerste waarschuwing; de gegevens gaan nog 9 dagen door."),
        ("same-text", "1 ad in 1 day with 1 text.", "1 advertentie in 1 dag met 1 tekst."),
        ("still-active", "Last ad 1 day before the end of the data: times 1.5.",
         "Laatste advertentie 1 dag voor het einde van de gegevens: maal 1,5."),
        ("hours", "1 hour more would bring in 1 lead", "1 uur meer zou 1 voorstel opleveren"),
        ("hours", "2 hours more would bring in nothing", "2 uren meer zouden niets opleveren"),
    ],
)  # fmt: skip
def test_sentences_of_one_day_and_of_several_are_in_the_phrase_book(
    rule: str, english: str, dutch: str
) -> None:
    assert in_language(english, "nl", rule).text == dutch
