from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.copies.templates import Sample, template


def _template(*texts: str) -> str:
    return template([Sample(text) for text in texts])


def test_slots_are_named_by_what_stands_there() -> None:
    assert _template("Coke 50 per gram app @plug1 snel", "Coke 60 per gram app @plug2 snel") == (
        "Coke <price> per gram app <contact> snel"
    )


def test_a_place_is_told_by_its_span() -> None:
    first = Sample("levering in Den Haag vandaag", ((12, 20),))
    assert template([first, Sample("levering in Breda vandaag")]) == "levering in <place> vandaag"


def test_words_that_only_others_have_leave_an_open_slot() -> None:
    assert _template("snel en discreet", "snel goedkoop en discreet") == "snel <...> en discreet"
    assert _template("snel en discreet", "snel en discreet bel") == "snel en discreet <...>"


def test_one_text_is_its_own_template() -> None:
    assert _template("  Verse   waar \n vandaag ") == "Verse waar vandaag"


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(alphabet="ab 1@\n", max_size=30), min_size=1, max_size=4))
def test_shared_words_stand_in_every_text_in_order(texts: list[str]) -> None:
    shared = [word for word in _template(*texts).split() if not word.startswith("<")]
    for text in texts:
        words = iter(text.lower().split())
        assert all(word.lower() in words for word in shared)
