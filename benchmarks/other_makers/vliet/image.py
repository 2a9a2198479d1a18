"""Small photos: a baseline JPEG with one value per block of eight by eight, from random soft shapes. Enough for a picture to be recognised by its hash."""

from __future__ import annotations

import struct
from functools import cache

import numpy as np

WIDE, HIGH = 30, 24
DC_BITS = bytes([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0])


def shapes(seed: int) -> np.ndarray:
    """A field of blocks: a table top, a few bags and a scale, so to say."""
    rng = np.random.default_rng(seed)
    high, wide = np.mgrid[0:HIGH, 0:WIDE]
    field = (
        np.full((HIGH, WIDE), rng.uniform(60, 180)) + rng.uniform(-3, 3) * wide + rng.uniform(-3, 3) * high
    )
    for _ in range(int(rng.integers(4, 10))):
        row, col, tall, broad = (
            rng.uniform(0, HIGH),
            rng.uniform(0, WIDE),
            rng.uniform(2, 8),
            rng.uniform(2, 9),
        )
        inside = (
            ((high - row) / tall) ** 2 + ((wide - col) / broad) ** 2 < 1
            if rng.random() < 0.6
            else (abs(high - row) < tall) & (abs(wide - col) < broad)
        )
        field = np.where(inside, rng.uniform(10, 245), field)
    return np.clip(field + rng.normal(0, 4, field.shape), 0, 255)


def altered(field: np.ndarray, seed: int) -> np.ndarray:
    """A copy that went through a screenshot: lighter or darker, shifted by a block, a bar at the foot."""
    rng = np.random.default_rng(seed)
    field = np.clip(field * rng.uniform(0.9, 1.1) + rng.uniform(-12, 12), 0, 255)
    field = np.roll(field, int(rng.integers(0, 2)), axis=1)
    if rng.random() < 0.3:
        field[-2:] = rng.uniform(0, 255)
    return field


def codes() -> dict[int, str]:
    """The Huffman codes of the standard table for DC categories."""
    found: dict[int, str] = {}
    code, category = 0, 0
    for length, count in enumerate(DC_BITS, 1):
        for _ in range(count):
            found[category] = format(code, f"0{length}b")
            code, category = code + 1, category + 1
        code <<= 1
    return found


def scan(field: np.ndarray) -> bytes:
    """The entropy-coded blocks: difference of the mean, then end of block."""
    table, bits, before = codes(), [], 0
    for value in np.rint(field - 128).astype(int).ravel():
        step = int(value) - before
        before = int(value)
        size = abs(step).bit_length()
        bits.append(
            table[size]
            + (format(step if step > 0 else step + (1 << size) - 1, f"0{size}b") if size else "")
            + "0"
        )
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    return bytes(int(text[at : at + 8], 2) for at in range(0, len(text), 8)).replace(b"\xff", b"\xff\x00")


def segment(mark: int, body: bytes) -> bytes:
    """One JPEG segment."""
    return struct.pack(">BBH", 0xFF, mark, len(body) + 2) + body


@cache
def jpeg(picture: int, copy: int = 0) -> bytes:
    """The file of a picture; `copy` other than 0 is an altered copy of it."""
    field = shapes(picture)
    if copy:
        field = altered(field, copy)
    quant = segment(0xDB, b"\x00" + bytes([8] * 64))
    frame = segment(0xC0, struct.pack(">BHHB", 8, HIGH * 8, WIDE * 8, 1) + b"\x01\x11\x00")
    dc = segment(0xC4, b"\x00" + DC_BITS + bytes(range(12)))
    ac = segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\x00")
    start = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
    head = segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
    return b"\xff\xd8" + head + quant + frame + dc + ac + start + scan(field) + b"\xff\xd9"
