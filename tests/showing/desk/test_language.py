import pytest

from schakel.showing.desk.language import preferred, words


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", "nl"),
        ("nl-NL,nl;q=0.9,en;q=0.5", "nl"),
        ("en-US,en;q=0.9", "en"),
        ("de,en;q=0.3,nl;q=0.2", "en"),
        ("fr-BE", "nl"),
        ("en;q=0", "nl"),
        ("en;q=x,;;,,\u0000", "nl"),
        ("en," * 10_000, "en"),
    ],
)
def test_the_language_that_a_browser_wants_most(asked: str, given: str) -> None:
    assert preferred(asked) == given


def test_both_languages_have_the_same_texts_with_the_same_gaps() -> None:
    assert _shape(words("nl")) == _shape(words("en"))


def test_no_text_is_hidden_by_a_method_of_its_table() -> None:
    methods = set(dir({}))
    assert not [
        key for group in words("nl").values() if isinstance(group, dict) for key in group if key in methods
    ]


def test_acts_of_the_ledger_that_can_be_chosen_are_acts() -> None:
    done = words("en")["done"]
    assert "login" in done
    assert not [act for act in done if "_" in act]  # the ledger writes its acts with "-"


def _shape(texts: object) -> object:
    if isinstance(texts, dict):
        return {
            key: _shape(value) for key, value in texts.items() if key not in {"version", "source", "reviewed"}
        }
    if isinstance(texts, str):
        return sorted(part.split("}")[0] for part in texts.split("{")[1:])
    return len(texts) if isinstance(texts, list) else None
