from schakel.reading.suggesting.tokens import (
    GOODS,
    SIGN,
    WORD,
    lines_of,
    neighbours,
    ordinary_words,
    words_of_talk,
)


def labels(text: str) -> list[list[str]]:
    return [[token.label for token in line.tokens] for line in lines_of(text)[1]]


def test_numbers_by_what_they_count() -> None:
    assert labels("zeeparels 5g €100 of 3 stuks 20 euro 7x 40%")[0] == [
        "zeeparels", "<n: amount>", "<n: price>", "of", "<n: amount>", "<n: price>", "<n: amount>", "<n: number>",
    ]  # fmt: skip


def test_goods_contacts_and_places_are_no_candidates() -> None:
    kinds = {
        token.label: token.kind for token in lines_of("ketamine zeeparels 🪼 @parel_x Utrecht")[1][0].tokens
    }
    assert kinds["zeeparels"] == WORD
    assert kinds["🪼"] == SIGN
    assert kinds["<goods>"] == GOODS
    assert {"<contact>", "<place>"} <= kinds.keys()


def test_a_known_phrase_is_one_token() -> None:
    assert labels("nose candy 1 gram")[0].count("<goods>") == 1


def test_what_stands_around_a_word() -> None:
    head, rung = lines_of("zeeparels\n1 gram 25 euro")[1]
    assert dict(neighbours(head, 0, 0)) == {-1: "<start>", 1: "<end, a list follows>"}
    assert dict(neighbours(rung, 0, 0)) == {-1: "<start>", 1: "<n: price>", 2: "<end>"}


def test_talk_is_told_from_what_may_be_dealing() -> None:
    assert words_of_talk("morgen regen") == {"morgen", "regen", "morgen regen"}
    assert words_of_talk("wie heeft zeeparels") is None
    assert "de" in ordinary_words()
