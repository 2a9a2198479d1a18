"""Keccak-256 against the published digests and an independent library."""

import pytest
from bip_utils.utils.crypto import Kekkak256

from schakel.reading.selectors.keccak import keccak_256


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        (b"", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
        (b"abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
    ],
)
def test_published_digests(text: bytes, digest: str) -> None:
    assert keccak_256(text).hex() == digest


@pytest.mark.parametrize("length", [1, 55, 134, 135, 136, 137, 271, 272, 273, 1000])
def test_every_padding_as_the_library(length: int) -> None:
    data = bytes(place * 7 % 256 for place in range(length))
    assert keccak_256(data) == Kekkak256.QuickDigest(data)
