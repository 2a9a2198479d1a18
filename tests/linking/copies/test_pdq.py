"""Photos by how they look."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from schakel.linking.copies.pdq import look, near, turned, words

_BRIDGE = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22"


def _bits(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _pixels(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("RGB"))


def _made_up(seed: int, side: int = 200) -> Image.Image:
    chance = np.random.default_rng(seed)
    small = Image.fromarray(chance.integers(0, 255, (24, 24, 3), dtype=np.uint8))
    return small.resize((side, side), Image.Resampling.BICUBIC)


def test_edits_of_the_published_bridge_match_and_other_photos_do_not(shared: Path) -> None:
    data = shared / "data" / "img_pdq_testimages" / "files" / "pdq" / "data"
    original = look(_pixels(data / "bridge-mods" / "aaa-orig.jpg"))
    assert (original.pdq, original.quality) == (_BRIDGE, 100)
    edits = sorted((data / "bridge-mods").glob("*.jpg"))
    assert len(edits) == 12
    for path in edits:
        assert _bits(look(_pixels(path)).pdq, _BRIDGE) <= 16, path.name
    others = sorted((data / "reg-test-input" / "labelme-subset").rglob("*.jpg"))
    assert len(others) >= 5
    for path in others:
        assert _bits(look(_pixels(path)).pdq, _BRIDGE) >= 112, path.name


def test_turned_and_mirrored_copies_of_the_bridge_are_found(shared: Path) -> None:
    data = shared / "data" / "img_pdq_testimages" / "files" / "pdq" / "data" / "reg-test-input" / "dih"
    ways = turned(_pixels(data / "bridge-1-original.jpg"))
    paths = sorted(data.glob("bridge-*.jpg"))
    assert len(paths) == 8
    for path in paths:
        assert min(_bits(look(_pixels(path)).pdq, way) for way in ways) <= 16, path.name


@pytest.mark.parametrize("seed", range(5))
def test_it_is_the_hash_of_the_reference_library(seed: int) -> None:
    library = pytest.importorskip("pdqhash")
    pixels = np.asarray(_made_up(seed, 100 + 37 * seed))
    bits, quality = library.compute(pixels)
    made = look(pixels)
    assert made.pdq == np.packbits(bits).tobytes().hex()
    assert made.quality == quality


@pytest.mark.parametrize("seed", range(4))
def test_a_photo_saved_smaller_is_the_same_and_another_is_not(seed: int) -> None:
    picture, raw = _made_up(seed), io.BytesIO()
    picture.resize((120, 120)).save(raw, "JPEG", quality=40)
    again = look(np.asarray(Image.open(raw).convert("RGB")))
    assert _bits(again.pdq, look(np.asarray(picture)).pdq) <= 31
    assert _bits(again.pdq, look(np.asarray(_made_up(seed + 50))).pdq) > 60
    mirrored = look(np.asarray(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    # noise is the hardest picture there is: real photos differ by 8 bits at most (above)
    assert min(_bits(mirrored.pdq, way) for way in turned(np.asarray(picture))) <= 45


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2**256 - 1), max_size=8), st.data())
def test_near_finds_exactly_the_pairs_that_all_comparisons_find(
    values: list[int], data: st.DataObject
) -> None:
    for value in list(values):
        flips = data.draw(st.lists(st.integers(0, 255), max_size=40, unique=True))
        values.append(value ^ sum(1 << bit for bit in flips))
    hashes = [f"{value:064x}" for value in values]
    left, right = near(words(hashes))
    wanted = {
        (i, j)
        for i in range(len(hashes))
        for j in range(i + 1, len(hashes))
        if _bits(hashes[i], hashes[j]) <= 31
    }
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == wanted


def test_one_colour_has_nothing_to_tell() -> None:
    assert look(np.full((80, 60, 3), 200, np.uint8)).quality == 0
