from collections.abc import Iterator

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.suggesting.holding import holds_any
from schakel.reading.terms.lexicon import in_force
from schakel.reading.terms.term_search import find_terms
from tests.reading.suggesting.words import OWN, PARELS


@pytest.mark.parametrize(
    "text",
    [
        "zeeparels 1g 25",
        "ZEEPARELS!",
        "zéépàrels",
        "10zeeparels",
        "z33parels te koop",
        "zee.par.els",
        "z e e p a r e l s",
        "zeeeeparels",
        "𝗭𝗘𝗘𝗣𝗔𝗥𝗘𝗟𝗦",
        "zеераrеls",  # Cyrillic е, р, а
        "zee\u200bparels",
        "te koop 🪼🪼",
        "x🪼x",
    ],
)
def test_a_word_is_seen_in_every_disguise(text: str) -> None:
    assert holds_any(pa.array(["hoi", text, None]), OWN).tolist() == [False, True, False]


def test_ordinary_texts_hold_nothing() -> None:
    texts = ["morgen regen", "zee en parels", "coke 1g 50", "🪷", "", "хорошо", "ZEE", "w w w"]
    assert not holds_any(pa.array(texts), OWN).any()
    assert not holds_any(pa.array(texts), ()).any()
    assert holds_any(pa.array([], pa.string()), OWN).tolist() == []


PIECES = st.sampled_from(
    [
        "zeeparels",
        "zee",
        "parels",
        "🪼",
        "z33",
        "par3ls",
        "p.a.r.e.l.s",
        " ",
        "\n",
        "ééé",
        "zeе",
        "10",
        "a",
        "!",
        "€",
        "sss",
    ]
)


@pytest.fixture(scope="module")
def own() -> Iterator[None]:
    with in_force(OWN):
        yield


@pytest.mark.usefixtures("own")
@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=7).map("".join), min_size=1, max_size=8))
def test_no_text_is_overlooked_in_which_a_word_is_found(texts: list[str]) -> None:
    found = [any(hit.term in OWN for hit in find_terms(plain_text(text))) for text in texts]
    mask = holds_any(pa.array(texts), OWN).tolist()
    assert [text for text, hit, held in zip(texts, found, mask, strict=True) if hit and not held] == []


def test_one_word_does_not_stand_for_another() -> None:
    assert holds_any(pa.array(["🪼 1g 20", "zeeparels"]), (PARELS,)).tolist() == [False, True]
