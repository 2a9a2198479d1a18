import numpy as np
import pyarrow as pa

from schakel.linking.copies.cohesion import cohesive_groups
from schakel.linking.copies.near_copies import jaccard, near_copies
from schakel.linking.copies.shingles import Shingles, shingle


def _groups(texts: list[str]) -> tuple[list[int], Shingles]:
    made = shingle(pa.array(texts, pa.string()))
    return cohesive_groups(made, near_copies(made, 0.7), 0.4).tolist(), made


def test_copies_are_one_group_named_by_the_first() -> None:
    text = "coke 50 per gram snel bezorgd in heel rotterdam en omgeving app mij"
    founders, _ = _groups([text, "iets heel anders over het weer vandaag", text + " nu"])
    assert founders == [0, 1, 0]


def test_a_long_chain_of_small_changes_does_not_glue_strangers() -> None:
    words = [f"w{i}" for i in range(80)]
    chain = [" ".join(words[i : i + 20]) for i in range(60)]
    founders, made = _groups(chain)
    assert len(set(founders)) > 3
    assert founders == sorted(founders)
    for text, founder in enumerate(founders):
        assert jaccard(made, np.array([text]), np.array([founder]))[0] >= 0.4


def test_no_texts_no_groups() -> None:
    assert _groups([])[0] == []
    assert _groups(["", ""])[0] == [0, 1]
