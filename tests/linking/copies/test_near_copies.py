import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.copies import shingles
from schakel.linking.copies.near_copies import jaccard, near_copies
from schakel.linking.copies.shingles import shingle

_WORD = st.sampled_from(["coke", "Coke", "speed", "50", "per", "gram", "app", "snel", "x", "é", "\x00", "ß"])
_SPACE = st.sampled_from([" ", "  ", "\n", "\t ", "\u00a0"])
_TEXT = st.lists(st.tuples(_WORD, _SPACE), max_size=14).map(lambda parts: "".join(w + s for w, s in parts))
_THRESHOLD = st.sampled_from([0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0])


def _by_hand(text: str) -> frozenset[tuple[str, ...]]:
    words = text.lower().split()
    if not words:
        return frozenset()
    return frozenset({tuple(words[i : i + 3]) for i in range(max(len(words) - 2, 1))})


def _brute_force(texts: list[str], threshold: float) -> set[tuple[int, int]]:
    sets = [_by_hand(text) for text in texts]
    return {
        (i, j)
        for i in range(len(sets))
        for j in range(i + 1, len(sets))
        if sets[i] and sets[j] and len(sets[i] & sets[j]) >= threshold * len(sets[i] | sets[j]) - 1e-9
    }


def _found(texts: list[str], threshold: float) -> set[tuple[int, int]]:
    pairs = near_copies(shingle(pa.array(texts, pa.string())), threshold)
    return set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(_TEXT, max_size=25), threshold=_THRESHOLD)
def test_finds_exactly_the_pairs_that_brute_force_finds(texts: list[str], threshold: float) -> None:
    assert _found(texts, threshold) == _brute_force(texts, threshold)


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(_TEXT, min_size=1, max_size=12))
def test_shingles_are_the_sets_of_word_triples(texts: list[str]) -> None:
    made = shingle(pa.array(texts, pa.string()))
    sets = [_by_hand(text) for text in texts]
    assert made.sizes.tolist() == [len(s) for s in sets]
    places = np.arange(len(texts))
    for at, one in enumerate(sets):
        similar = jaccard(made, np.full(len(texts), at), places)
        wanted = [len(one & other) / max(len(one | other), 1) for other in sets]
        assert np.allclose(similar, wanted)


def test_a_market_of_templates_loses_no_pair() -> None:
    chance = np.random.default_rng(3)
    words = [f"w{i}" for i in range(400)]
    texts = []
    for _ in range(120):
        base = chance.choice(words, size=chance.integers(6, 40)).tolist()
        for _ in range(int(chance.integers(1, 8))):
            copy = list(base)
            for _ in range(int(chance.integers(0, 4))):
                copy[int(chance.integers(0, len(copy)))] = str(chance.choice(words))
            texts.append(" ".join(copy))
    truth = _brute_force(texts, 0.7)
    assert len(truth) > 200
    assert _found(texts, 0.7) == truth


def test_mass_posts_of_one_template_stay_connected() -> None:
    # 2,500 posts of one text with a number that changes: beyond the crowd limit the join looks at
    # neighbours only, and every post must still be tied to another.
    body = "verse waar vandaag binnen gekomen in heel nederland te bezorgen stuur gerust een bericht aan ons"
    pairs = near_copies(shingle(pa.array([f"{body} {n}" for n in range(2500)])), 0.7)
    assert len(np.unique(np.concatenate((pairs.left, pairs.right)))) == 2500
    assert len(pairs.left) < 2500 * 300


def test_words_of_other_scripts_and_nothing_at_all() -> None:
    assert _found([], 0.7) == set()
    assert _found(["", "   ", ""], 0.7) == set()
    assert _found(["КОКС", "кокс", "кокс грамм"], 0.7) == {(0, 1)}


@pytest.mark.parametrize("packed", [0, 1 << 21])
def test_slices_and_large_vocabularies_change_nothing(monkeypatch: pytest.MonkeyPatch, packed: int) -> None:
    chance = np.random.default_rng(5)
    texts = [" ".join(chance.choice(list("abcdef"), size=n % 9)) for n in range(60)]
    monkeypatch.setattr(shingles, "_SLICE", 7)
    monkeypatch.setattr(shingles, "_PACKED", packed)
    assert _found(texts, 0.5) == _brute_force(texts, 0.5)
