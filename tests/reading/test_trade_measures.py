from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.trade_measures import MEASURE, MEASURE_WORDS

_PIECES = ["1", "10 ", "p/", "per ", "за ", "x ", "/ ", "gram", "grammen", "g", "гр", "таблеток", "pillen", "kilos", " ", "ppg",
           "_", "s", "zegels", "tab", "hap", "wit"]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=5))
def test_whatever_is_a_measure_holds_a_word_of_the_list(pieces: list[str]) -> None:
    text = "".join(pieces)
    if MEASURE.search(text):
        signs = "".join(sign if sign.isalpha() else " " for sign in text).split()
        assert any(
            word.startswith(one[:-1]) if one.endswith("*") else word == one
            for word in signs
            for one in MEASURE_WORDS
        )
