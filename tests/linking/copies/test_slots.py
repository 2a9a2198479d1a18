"""What stands in the slots of a campaign is read off exactly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.copies.slots import varied
from schakel.linking.copies.templates import Sample, template


def test_prices_places_and_contacts_in_their_slots() -> None:
    texts = [
        Sample("Top coke 1g 50 euro Utrecht dm @snow", ((20, 27),)),
        Sample("Top coke 1g 45 euro Breda dm @snow2"),
        Sample("Top coke 1g 45 euro Breda nu dm @snow"),
    ]
    made = varied(texts, [3, 1, 1])
    assert made.template == "Top coke 1g <price> euro <place> dm <contact>"
    assert [slot.after for slot in made.slots] == ["Top coke 1g", "1g 50 euro", "euro Utrecht dm"]
    assert [slot.values for slot in made.slots] == [
        (("50", 3), ("45", 2)),
        (("Utrecht", 3), ("Breda", 1), ("Breda nu", 1)),
        (("@snow", 4), ("@snow2", 1)),
    ]


def test_words_that_only_some_have_stand_in_an_empty_slot() -> None:
    made = varied([Sample("coke 50 dm mij"), Sample("coke 50 nu snel dm mij")], [1, 1])
    assert [(slot.name, slot.values) for slot in made.slots] == [
        ("<...>", (("(nothing)", 1), ("nu snel", 1)))
    ]


def test_one_text_has_no_slots() -> None:
    made = varied([Sample("coke 50 dm mij")], [9])
    assert (made.template, made.slots) == ("coke 50 dm mij", ())


_WORDS = st.lists(st.sampled_from(["a", "b", "c", "1", "2", "@x"]), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_every_text_comes_back_from_the_template_and_its_values(texts: list[list[str]]) -> None:
    samples = [Sample(" ".join(words)) for words in texts]
    made = varied(samples, [1] * len(samples))
    slots = made.template.count("<")
    assert len(made.slots) == slots
    assert all(sum(many for _, many in slot.values) == len(samples) for slot in made.slots)
    if len(samples) == 1:
        assert template(samples) == made.template


def test_what_is_compared_are_the_texts_and_what_comes_out_are_those_shown() -> None:
    texts = [Sample("coke snap ab12 nu"), Sample("coke snap ab34 nu"), Sample("coke snap ab34 nu snel")]
    made = varied(texts, [1, 2, 4], ["coke snap ab•• nu", "coke snap ab•• nu", "coke snap ab•• nu snel"])
    assert made.template == "coke snap <price> nu <...>"
    assert made.slots[0].values == (("ab••", 6), ("ab••", 1))
    assert varied(texts[:1], [1], ["coke snap ab•• nu"]).template == "coke snap ab•• nu"
