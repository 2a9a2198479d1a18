import pytest

from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.next_names import next_names
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, post_own, reasons


def _rules(
    names: dict[str, set[str]], *seen: Observation, one: str = "a", other: str = "b"
) -> dict[str, int]:
    made = next_names(names, seen)
    return {found.rule: found.users for found in made if (found.left, found.right) == (one, other)}


@pytest.mark.parametrize(
    ("name", "of_the_next"),
    [
        ("Anouk 🌙", "Anouk 🌙 backup"),
        ("Anouk", "anouk (2)"),
        ("Groene Plug", "Groene Plug 2.0"),
        ("Groene Plug", "Groene Plug_reserve"),
        ("Der Bote", "Der Bote neu"),
        ("Le Chef", "Le Chef secours"),
        ("El Toro", "El Toro respaldo"),
        ("Север", "Север новый"),
        ("Abi Usta", "Abi Usta yedek"),
        ("Dealer", "New Dealer"),
        ("Wolf 020", "Wolf 020 II"),
    ],
)
def test_who_bears_the_very_name_and_a_word_for_a_next_account_is_named_as_the_next_one(
    name: str, of_the_next: str
) -> None:
    assert _rules({name: {"a"}, of_the_next: {"b"}}) == {"named_next": 2, "numbered_name": 2}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Anouk 🌙", "Anouk backup"),  # without her moon
        ("Anouk", "Anoukje 2"),
        ("Wolf 020", "Wolf 030"),
        ("Anouk", "Anouk Zuid"),
        ("2", "2 2"),
        ("Anouk", "Anoukbackup"),
        ("020 Plug", "2 020 Plug"),
    ],
)
def test_another_name_is_no_next_one(name: str, other: str) -> None:
    assert _rules({name: {"a"}, other: {"b"}}) == {}


@pytest.mark.parametrize(
    ("name", "of_the_next"),
    [
        ("Kim 🌙", "Kim 🌙 backup"),
        ("Kim", "kim (2)"),
        ("Max", "Max 2"),
        ("Ali", "Ali new"),
        ("Nora", "New Nora"),
    ],
)
def test_a_name_of_three_or_four_letters_counts_beside_a_photo_only(name: str, of_the_next: str) -> None:
    names = {name: {"a"}, of_the_next: {"b"}}
    assert _rules(names) == {}
    assert _rules(names, Observation("a", "b", "same_photo", "p")) == {"named_next": 2, "numbered_name": 2}


def test_a_like_name_that_is_told_already_counts_once() -> None:
    told = Observation("a", "b", "numbered_name", "Groene Plug / Groene Plug 2")
    assert _rules({"Groene Plug": {"a"}, "Groene Plug 2": {"b"}}, told) == {"named_next": 2}


def test_where_several_go_by_the_name_only_those_count_that_share_a_photo() -> None:
    names = {"Anouk": {"a", "c"}, "Anouk backup": {"b"}}
    assert _rules(names) == {}
    photo = Observation("a", "b", "same_photo", "p")
    assert _rules(names, photo) == {"numbered_name": 3}
    assert _rules(names, photo, one="b", other="c") == {}


def test_several_who_call_themselves_the_next_one_may_pretend() -> None:
    assert _rules({"Anouk": {"a"}, "Anouk backup": {"b", "c", "d"}}) == {}


def test_an_account_that_took_the_name_of_a_next_one_itself_is_no_other() -> None:
    assert next_names({"Anouk": {"a"}, "Anouk backup": {"a"}}, []) == []


def test_a_name_of_many_is_nobody_s() -> None:
    many = {f"x{number}" for number in range(9)}
    photos = [Observation("a", one, "same_photo", "p") for one in sorted(many)]
    assert next_names({"Kim": many, "Kim backup": {"a"}}, photos) == []


def test_the_name_of_a_next_account_is_among_the_reasons_of_a_link(engine: DuckDBEngine) -> None:
    market = Market(
        names={1: "Groene Plug 🌙", 2: "Groene Plug 🌙 backup", 3: "Rode Stier", 4: "Kaas Fondue backup"}
    )
    for who in market.names:
        for day in range(3):
            post_own(market, who, day=day, contact=f"phone:+3161234567{who}")
    made = market.link(engine)
    assert reasons(made, 1, 2)["named_next"] > 0
    assert "named_next" not in reasons(made, 3, 4)
