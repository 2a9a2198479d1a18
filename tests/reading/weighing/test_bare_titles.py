import pytest

from schakel.reading.offers import read_text, read_texts, search_text
from schakel.reading.weighing.bare_titles import is_bare_title

TITLES = [
    ("Patek Philippe man watch, black dial", "counterfeit-goods"),
    ("Bank account routing number details", "accounts"),
    ("Botnet source code", "fraud-tools"),
    ("Passport scan", "personal-data"),
]
NO_TITLES = [
    "they were selling xanax at the station again and we had to leave",  # a sentence
    "xanax 2mg\nklonopin 1mg",  # a list
    "xanax 2mg x 50?",  # a question
    "xanax 2mg x 50 @pharma_nl_01",  # somebody to write to
    "Police seize 50 kg cocaine, Rotterdam",  # a headline
    "Blue chair, hardly used",  # nothing that the lists know
]


@pytest.mark.parametrize("text", [text for text, _ in TITLES])
def test_a_text_that_only_names_something_is_a_bare_title(text: str) -> None:
    assert is_bare_title(search_text(text))


@pytest.mark.parametrize("text", NO_TITLES)
def test_a_sentence_a_list_a_question_and_an_address_are_no_bare_titles(text: str) -> None:
    assert not is_bare_title(search_text(text))


@pytest.mark.parametrize(("text", "commodity"), TITLES)
def test_what_a_bare_title_names_is_read_though_it_is_no_act(text: str, commodity: str) -> None:
    reading = read_text(text)
    assert reading.act == "none"
    assert commodity in {item.commodity for item in reading.items}


def test_the_tables_hold_no_items_of_bare_titles() -> None:
    [reading] = read_texts([TITLES[0][0]], acts_only=True)
    assert reading.act == "none"
    assert reading.items == ()


@pytest.mark.parametrize("text", ["snow day, schools shut", "Spinach with garlic", "Ladder, 3 m"])
def test_ordinary_words_are_no_goods_in_a_title_either(text: str) -> None:
    assert read_text(text).items == ()
