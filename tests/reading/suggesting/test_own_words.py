from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.reading.offers import read_text
from schakel.reading.suggesting.own_words import (
    ACCEPTED,
    DROPPED,
    as_input,
    from_input,
    own_words,
    read_own_words,
    record,
    with_word,
    without_word,
    write_own_words,
)
from schakel.reading.terms.lexicon import in_force, load_lexicons, put_in_force
from schakel.records.errors import SettingsError
from tests.reading.suggesting.words import OWN, PARELS, SIGN, term

AD = "zeeparels te koop\n1 gram 25 euro\n5 gram 100 euro"


def test_written_words_come_back_and_their_order_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    odd = term('zee "parel"\\', "cocaine")
    write_own_words(path, [SIGN, odd, PARELS])
    once = path.read_bytes()
    assert set(read_own_words(path)) == {SIGN, odd, PARELS}
    write_own_words(path, [PARELS, SIGN, odd])
    assert path.read_bytes() == once


def test_a_word_with_the_same_meaning_is_replaced(tmp_path: Path) -> None:
    heavier = term("zeeparels", weight=2.5)
    assert with_word(with_word((), PARELS), heavier) == (heavier,)
    assert len(with_word((PARELS,), term("zeeparels", "cocaine"))) == 2
    assert without_word((PARELS, SIGN), "zeeparels") == (SIGN,)


def test_no_file_no_words(tmp_path: Path) -> None:
    assert own_words(tmp_path) == ()


def test_a_lost_file_is_made_again_from_the_ledger(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl", "tester")
    for word in OWN:
        ledger.add(ACCEPTED, settings=record(word))
    ledger.add("read", settings={"word": "accept"})
    assert set(own_words(tmp_path)) == set(OWN)
    ledger.add(DROPPED, settings={"word": "zeeparels"})
    assert own_words(tmp_path) == (SIGN,)
    write_own_words(tmp_path / "lexicon.toml", [PARELS])
    assert own_words(tmp_path) == (PARELS,)


@pytest.mark.parametrize(
    "content",
    ["not toml [", 'format = "terms"\n', "\xff", None],
)
def test_a_broken_list_is_refused_in_words(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "lexicon.toml"
    write_own_words(path, [PARELS])
    if content is None:
        path.write_text(path.read_text().replace("ketamine", "nothing-known"))
    else:
        path.write_bytes(content.encode("latin-1"))
    with pytest.raises(SettingsError, match="words of this workspace cannot be used"):
        read_own_words(path)


def test_the_list_among_the_inputs_of_a_step() -> None:
    assert as_input(()) == {}
    assert from_input(as_input(OWN)) == tuple(sorted(OWN, key=lambda one: one.concept))
    assert as_input(OWN) == as_input(reversed(OWN))
    assert from_input({"messages": "x"}) == ()


def test_words_are_read_while_they_are_in_force_and_not_after() -> None:
    before = read_text(AD)
    assert not {item.commodity for item in before.items} & {"ketamine"}
    shipped = load_lexicons()
    with in_force(OWN):
        assert {item.commodity for item in read_text(AD).items} == {"ketamine"}
        assert len(load_lexicons().terms) == len(shipped.terms) + 2
        with in_force(()):
            assert read_text(AD) == before
        assert read_text(AD).act == "offer"
    assert read_text(AD) == before
    assert load_lexicons() == shipped


def test_words_of_one_workspace_do_not_leak_when_it_fails() -> None:
    with pytest.raises(ValueError, match="broken"), in_force(OWN):
        raise ValueError("broken")
    assert "zeeparels" not in load_lexicons().patterns


def test_a_word_put_in_force_stays_until_another_list_is() -> None:
    put_in_force(OWN)
    try:
        assert "zeeparels" in load_lexicons().patterns
        assert "zeeparels" not in load_lexicons(()).patterns
    finally:
        put_in_force(())
    assert "zeeparels" not in load_lexicons().patterns
