from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.records.tables import from_rows
from schakel.showing.searching.building import build_index, open_index, up_to_date
from schakel.showing.searching.search import search
from schakel.showing.searching.similar import _LEAST, _shingles, _Weighed, similar
from schakel.store.by_products import discard_by_products
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.search.ask import SearchIndex
from schakel.store.workspace import Workspace
from tests.showing.searching.conftest import fill, message_id


@pytest.mark.parametrize(
    ("typed", "newest"),
    [
        ("coke", {7, 3, 2}),
        ("c0ke", {7, 3, 2}),
        ("ｃｏｋｅ", {7, 3, 2}),
        ("c0ke gram", {7, 2}),
        ("cocaine", {3}),
        ("coke -breda", {7, 3}),
        ('"10 gram 350"', {7}),
        ('"gram 10"', set()),
        ("bezor*", {7, 2}),
        ("breda OF groningen", {2, 4, 6}),
        ("❄️", {4}),
        ("cafe", {5}),
        ("CAFÉ", {5}),
        ("0612345678", {3, 6}),
        ("+31 6 12345678", {3, 6}),
        ("@plug_groningen", {6}),
        ("https://t.me/plug_groningen", {6}),
        ("0612345678 bereikbaar", {6}),
        ("niets_daarvan", set()),
    ],
)
def test_what_is_found(index: SearchIndex, typed: str, newest: set[int]) -> None:
    assert {int(hit.message_id[2:], 16) for hit in search(index, typed, {}).hits} == newest


@pytest.mark.parametrize(
    "typed",
    ['"', "*", "-", "AND", "NEAR(", "a:b", '"; DROP TABLE words', "((((", "\x00", "OR OR", "^x", "'" * 500, "-coke"],
)  # fmt: skip
def test_no_question_is_an_error(index: SearchIndex, typed: str) -> None:
    search(index, typed, {})


def test_words_that_cannot_be_searched_find_nothing_and_no_words_find_all(index: SearchIndex) -> None:
    assert search(index, "*** ---", {}).texts == 0
    everything = search(index, "", {})
    assert (everything.texts, everything.messages) == (7, 8)


def test_each_text_once_with_the_messages_that_carry_it(index: SearchIndex) -> None:
    hit = search(index, '"coke 10 gram 350"', {}).hits[0]
    assert (hit.messages, hit.chats, hit.campaign, hit.message_id) == (2, 2, "k_1", message_id(7))
    assert [moment.day for moment in (hit.first, hit.last) if moment] == [31, 6]


@pytest.mark.parametrize(
    ("chosen", "messages"),
    [
        ({"act": "offer"}, 3),
        ({"act": "offer", "chat": "c_one"}, 2),
        ({"month": "2025-10"}, 1),
        ({"place": "Utrecht"}, 2),
        ({"scale": "bulk"}, 1),
        ({"commodity": "cocaine", "month": "2025-11"}, 2),
        ({"commodity": "heroin"}, 0),
        ({"month": "x"}, 0),
    ],
)
def test_facets_narrow_down(index: SearchIndex, chosen: dict[str, str], messages: int) -> None:
    found = search(index, "", chosen)
    assert found.messages == messages
    assert sum(count for _, count in found.facets["chat"]) == messages


def test_facets_count_messages(index: SearchIndex) -> None:
    facets = search(index, "coke", {}).facets
    assert facets["place"] == [("Utrecht", 2), ("Breda", 1)]
    assert facets["scale"] == [("retail", 2), ("bulk", 1)]
    assert facets["month"] == [("2025-10", 1), ("2025-11", 3)]
    assert facets["act"] == [("offer", 3), ("none", 1)]


def test_the_newest_first_or_the_most_posted(index: SearchIndex) -> None:
    assert search(index, "coke", {}).hits[0].message_id == message_id(7)
    assert search(index, "coke OR breda OR groningen", {}, copies_first=True).hits[0].messages == 2


def test_a_page_that_does_not_exist_gives_the_nearest(index: SearchIndex) -> None:
    assert search(index, "coke", {}, page=99).page == 1


def test_alike_are_texts_that_share_rare_words(index: SearchIndex) -> None:
    found = similar(index, message_id(1))
    assert found is not None
    assert [(one.hit.message_id, one.same_campaign) for one in found] == [(message_id(2), True)]
    assert 0.15 <= found[0].alike < 1
    assert similar(index, message_id(9)) is None
    assert similar(index, "m_zz") is None


def test_the_same_tables_give_the_same_bytes_and_other_tables_another_index(
    workspace: Workspace, engine: DuckDBEngine, searched: Workspace
) -> None:
    fill(engine)
    build_index(workspace, engine)
    assert _bytes(workspace.search) == _bytes(searched.search)
    assert up_to_date(workspace)
    engine.write(from_rows([], "offers"), "offers")
    assert not up_to_date(workspace)


def test_by_products_go_away_with_what_they_were_made_from(
    workspace: Workspace, engine: DuckDBEngine
) -> None:
    fill(engine)
    build_index(workspace, engine)
    discard_by_products(workspace)
    assert not workspace.index.exists()
    assert not up_to_date(workspace)


def test_an_empty_workspace_gives_an_empty_index(workspace: Workspace, engine: DuckDBEngine) -> None:
    build_index(workspace, engine)
    found = search(open_index(workspace), "coke", {"act": "offer"})
    assert (found.texts, found.facets["chat"]) == (0, [])


def _bytes(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(one=WORDS, other=WORDS)
def test_what_is_left_out_early_is_too_little_to_be_told(one: list[str], other: list[str]) -> None:
    weights = {letter: float(place + 1) for place, letter in enumerate("abcdef")}
    mine, theirs = _shingles(one), _shingles(other)

    def weight(shingles: set[tuple[str, ...]]) -> float:
        return sum(sum(weights.get(word, 9.0) for word in shingle) for shingle in shingles)

    whole = weight(mine & theirs) / max(weight(mine | theirs), 1e-9)
    found = _Weighed(mine, weights, 9.0).alike(theirs)
    assert found == pytest.approx(whole) or (found == 0.0 and whole < _LEAST)
