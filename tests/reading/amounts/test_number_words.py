import pytest

from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.amounts.number_words import spelled_number

CASES = [
    ("nl", "vijfentwintig", 25),
    ("nl", "tweehonderdvijftig", 250),
    ("nl", "vijftienhonderd", 1500),
    ("nl", "tweeduizend vijfhonderd", 2500),
    ("nl", "anderhalve", 1.5),
    ("en", "two hundred fifty", 250),
    ("en", "twenty five", 25),
    ("en", "three thousand five hundred", 3500),
    ("de", "fünfundzwanzig", 25),
    ("de", "einundzwanzig", 21),
    ("de", "zweihundertfünfzig", 250),
    ("de", "dreitausend", 3000),
    ("fr", "quatre vingt dix", 90),
    ("fr", "deux cents", 200),
    ("fr", "mille cinq cents", 1500),
    ("es", "dos mil quinientos", 2500),
    ("es", "treinta", 30),
    ("es", "treinta y cinco", 35),
    ("fr", "vingt et un", 21),
    ("de", "dreieinhalb", 3.5),
    ("nl", "drieënhalf", 3.5),
    ("ru", "две тысячи пятьсот", 2500),
    ("ru", "полтора", 1.5),
    ("ru", "сто пятьдесят", 150),
    ("tr", "beş yüz elli", 550),
    ("tr", "iki bin beş yüz", 2500),
    ("tr", "iki buçuk", 2.5),
]


@pytest.mark.parametrize(("language", "text", "value"), CASES)
def test_number_in_words(language: str, text: str, value: float) -> None:
    words = text.split()
    assert spelled_number(words, load_measure_words().numbers[language]) == (value, len(words))


def test_number_ends_where_the_next_word_begins_another() -> None:
    numbers = load_measure_words().numbers["nl"]
    assert spelled_number(["vijf", "tien"], numbers) == (5.0, 1)
    assert spelled_number(["gram"], numbers) == (0.0, 0)
    assert spelled_number([], numbers) == (0.0, 0)
