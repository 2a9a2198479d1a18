import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.find_terms import candidate_mask
from schakel.reading.offers import read_text
from schakel.reading.terms.lexicon import load_lexicons

_WORDS = sorted({term.written.rstrip("*") for term in load_lexicons().terms})


@pytest.mark.parametrize(
    "text",
    ["coc\u200baïne", "c0ca1ne", "c o c a i n e", "сосаine", "кокаином", "🔌cocaïne", "10cocaïne", "ＸＴＣ", "keeeta",
     "co.ca.ine", "@x is een oplichter", "❄️ 50 pm", "k3t@", "M D M A", "3-mmc 10", "\u202eeniacoc"],
)  # fmt: skip
def test_disguises_stay_candidates(text: str) -> None:
    assert candidate_mask(pa.array([text])).tolist() == [True]


@pytest.mark.parametrize(
    "text", ["hallo allemaal", "", "de trein naar Zwolle heeft vertraging", None, "tot morgen om 10 uur"]
)
def test_ordinary_text_is_no_candidate(text: str | None) -> None:
    assert candidate_mask(pa.array([text], pa.string())).tolist() == [False]


def test_mask_has_the_order_of_the_texts_whatever_the_chunks() -> None:
    texts = ["cocaïne", None, "hallo", "кокаин", "", "cocaine", "tschüß"]
    want = [True, False, False, True, False, True, False]
    assert candidate_mask(pa.array(texts)).tolist() == want
    chunked = pa.chunked_array([texts[:3], texts[3:]])
    assert candidate_mask(chunked).tolist() == want
    assert candidate_mask(pa.array(["x", *texts]).slice(1)).tolist() == want
    assert candidate_mask(pa.array([], pa.string())).tolist() == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(_WORDS), st.text(max_size=6), st.integers(1, 500).map(str)), max_size=7
    )
)
def test_offers_with_a_plain_word_are_never_left_out(words: list[str]) -> None:
    text = " ".join(["cocaïne", *words]).encode("utf-8", "replace").decode()
    if read_text(text).act == "offer":
        assert candidate_mask(pa.array([text])).tolist() == [True]


def test_a_white_wall_is_no_candidate() -> None:
    assert read_text("witte muur").act == "none"
    assert candidate_mask(pa.array(["witte muur"])).tolist() == [False]


def test_words_of_two_rows_are_not_read_together() -> None:
    for before, after in (("te", "koop gevraagd"), ("item 1911", "45 jaar")):
        together = candidate_mask(pa.array([before, after])).tolist()
        assert together == [candidate_mask(pa.array([one])).tolist()[0] for one in (before, after)]


def test_a_menu_of_single_letters_is_worth_reading() -> None:
    texts = pa.array(["k 1g 25\nm 1g 30", "K: half 15, 1 = 25", "see you at 9"])
    assert candidate_mask(texts).tolist() == [True, True, False]
