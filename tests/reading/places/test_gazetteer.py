"""The list of places as shipped: whole, consistent, and credited."""

from importlib.resources import files

import pytest

from schakel.reading.places.gazetteer import list_rows, load_gazetteer, place_contexts

LISTS = [
    "places_nl.tsv",
    "places_world.tsv",
    "places_regions.tsv",
    "place_names_street.tsv",
    "place_words_ambiguous.tsv",
]
PROVINCES = {
    *(
        "Drenthe",
        "Flevoland",
        "Friesland",
        "Gelderland",
        "Groningen",
        "Limburg",
        "Noord-Brabant",
        "Noord-Holland",
    ),
    *("Overijssel", "Utrecht", "Zeeland", "Zuid-Holland"),
}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_names_version_source_and_review(name: str) -> None:
    head = files("schakel.lexicons").joinpath(name).read_text("utf-8")[:600]
    assert all(f"# {field}:" in head for field in ("version", "source", "reviewed"))


@pytest.mark.parametrize("name", ["places_nl.tsv", "places_world.tsv", "places_regions.tsv"])
def test_geonames_is_credited(name: str) -> None:
    assert (
        "GeoNames (geonames.org), CC BY 4.0"
        in files("schakel.lexicons").joinpath(name).read_text("utf-8")[:600]
    )
    assert name in files("schakel.lexicons").joinpath("NOTICE.md").read_text("utf-8")


def test_every_dutch_place_has_a_province_and_a_number_of_its_own() -> None:
    rows = list(list_rows("places_nl.tsv"))
    assert len(rows) > 1_700
    assert {row["province"] for row in rows} == PROVINCES
    numbers = [row["geonames"] for row in rows if row["geonames"]]
    assert len(numbers) == len(set(numbers))
    assert all(row["municipality"] for row in rows)


def test_all_needs_and_kinds_are_known() -> None:
    assert {row["needs"] for row in list_rows("place_words_ambiguous.tsv")} == {
        "capital",
        "context",
        "own",
    }
    kinds = {row["kind"] for row in list_rows("place_names_street.tsv")}
    assert kinds == {"slang", "context", "street", "capitals", "code"}


def test_ambiguous_words_are_names_of_the_list() -> None:
    names = set(load_gazetteer().names)
    assert [
        row["written"] for row in list_rows("place_words_ambiguous.tsv") if row["written"] not in names
    ] == []


@pytest.mark.parametrize(
    ("code", "town"),
    [
        ("010", "Rotterdam"),
        ("020", "Amsterdam"),
        ("030", "Utrecht"),
        ("050", "Groningen"),
        ("070", "The Hague"),
        ("0475", "Roermond"),
    ],
)
def test_area_codes(code: str, town: str) -> None:
    assert load_gazetteer().codes[code][0].name == town


def test_contexts_are_folded_words() -> None:
    contexts = place_contexts()
    assert {"strong_before", "weak_before", "after", "veto_next", "veto_previous", "list_joints"} <= set(
        contexts
    )
    assert all(word == word.lower().strip() and word for words in contexts.values() for word in words)
