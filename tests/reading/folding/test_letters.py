from schakel.reading.folding.letters import FOLD, fold_character, letter_tables


def test_lookalike_tables_pair_one_script_with_the_other() -> None:
    tables = letter_tables()
    assert tables.to_latin[ord("с")] == "c"
    assert tables.from_latin[ord("h")] == "н"
    assert all("a" <= latin <= "z" for latin in tables.to_latin.values())
    assert all("а" <= letter <= "я" for letter in tables.from_latin.values())


def test_a_character_folds_the_same_alone_and_in_the_table() -> None:
    for sign in "Éß№…🅰é×—“\u200b":
        assert FOLD[sign] == fold_character(ord(sign))
    assert fold_character(ord("ß")) == "ss"
    assert fold_character(0x200B) == ""
    assert fold_character(0xD800) == "\ufffd"
