import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.comparing.names import alike, forms


def _rules(*names: str) -> set[str]:
    return {pair.rule for pair in alike(forms(names))}


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Plug Rotterdam", "plug_rotterdam", "same_name"),
        ("snowman", "snowman2", "numbered_name"),
        ("snowman", "Snowman backup", "numbered_name"),
        ("snowman", "new snowman", "numbered_name"),
        ("@snowman", "@snowman_backup", "numbered_name"),
        ("plug010", "plug010_2", "numbered_name"),
        ("Plug 010", "@plug010_nl", "numbered_name"),
        ("Golden Mo", "@goldenmo_x", "numbered_name"),
        ("Golden Mo", "@goldenmonl", "numbered_name"),
        ("Golden Mo", "@goldenmonewnl", "numbered_name"),
        ("@g0ldenmo54", "@goldenmo_nl", "numbered_name"),
        ("snowman", "Snowman official", "claims_to_be_real"),
        ("snowman2", "The Real Snowman", "claims_to_be_real"),
        ("@snowman", "@snowmanofficial", "claims_to_be_real"),
        ("snowman official", "snowman official 2", "numbered_name"),
        ("snowman", "snowmann", "name_one_edit_apart"),
        ("snowman", "sn0wman", "disguised_name"),
        ("snowman", "sn0wm4n", "disguised_name"),
        ("Snowman", "Ѕпоwмаn".replace("п", "n"), "disguised_name"),
        ("snowman", "nowman", "name_one_edit_apart"),
        ("snowman247", "snowman2447", "name_one_edit_apart"),
        ("Night Fox", "Fox Night", "turned_name"),
        ("020 Snow", "snow_020 backup", "turned_name"),
        ("Night Fox 2", "🔥 Fox Night", "turned_name"),
    ],
)
def test_names_of_a_next_account(one: str, other: str, rule: str) -> None:
    assert _rules(one, other) == {rule}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("snowman", "sandman"),
        ("Golden Mo", "Golden Mo BE"),
        ("@plug010_nl", "@plug020_nl"),
        ("jan", "jan2"),
        ("plug010", "plug020"),
        ("snowman240", "snowman241"),
        ("kees de boer", "kees de vries"),
        ("fox", "fox"),
        ("Night Fox", "Fox Night Owl"),
        ("", " "),
    ],
)
def test_names_that_say_nothing(one: str, other: str) -> None:
    assert _rules(one, other) == set()


def test_a_name_that_many_bear_is_no_name() -> None:
    many = ["dealer" + "-" * n for n in range(30)]
    assert _rules(*many) == set()


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abc", min_size=6, max_size=9), st.data())
def test_any_one_edit_is_found(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    changed = name[:at] + "z" + name[at + data.draw(st.integers(0, 1)) :]
    assert "name_one_edit_apart" in _rules(name, changed)


def test_hostile_names_do_no_harm() -> None:
    assert list(alike(forms(["\x00" * 40, "\u202e" * 10, "😀" * 10, "a" * 5000]))) == []


def test_a_name_is_taken_apart_alike_alone_and_beside_names_of_other_scripts() -> None:
    names = [
        "Kaas-Fondue 2", "@kaasfondue_nl", "new kaasfondue", "kaasfondue9", "De Kaas & Fondue (official)",
        "echtekaasfondue", "kaas...fondue!!", "Fondue, Kaas", "k4asf0ndue_backup", "sneeuwpop010",
    ]  # fmt: skip
    alone = forms(names)
    assert len(alone) == len(names)
    beside = forms([*names, "Пекарня Снег", "Schnäppchen ٣"])
    assert [one for one in beside if one.written.isascii()] == alone
