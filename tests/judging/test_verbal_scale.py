import pytest

from schakel.judging.verbal_scale import ghost_sentence, term


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.0, "about as probable"),
        (0.29, "about as probable"),
        (0.31, "slightly more probable"),
        (1.0, "more probable"),
        (-1.5, "more probable"),
        (2.0, "much more probable"),
        (4.0, "far more probable"),
        (6.0, "exceedingly more probable"),
        (98.0, "exceedingly more probable"),
    ],
)
def test_bands_of_the_scale(ratio: float, words: str) -> None:
    assert term(ratio) == words


def test_dutch_terms() -> None:
    assert term(2.5, "nl") == "veel waarschijnlijker"


def test_the_sentence_names_the_side_that_the_signs_speak_for() -> None:
    assert "no real supply stands behind these ads than if it does" in ghost_sentence(1.2)
    assert "if real supply stands behind these ads" in ghost_sentence(-1.2)
    assert "for a real seller as for a ghost" in ghost_sentence(0.1)
    assert "er geen echte handel" in ghost_sentence(3, "nl")
