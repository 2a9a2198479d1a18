"""Small grey JPEG pictures, written by hand.

Why: copies of a photo are a real sign (thieves copy, aliases re-use, wholesalers hand out), so files must be pictures that a hash can compare: the same
motif may come back byte for byte, compressed again, or a little changed.
"""

from __future__ import annotations

import struct
from functools import lru_cache

import numpy as np

SIDE = 64
_ZIG = sorted(range(64), key=lambda i: (i // 8 + i % 8, (i // 8 if (i // 8 + i % 8) % 2 else i % 8)))
_AC = [(run << 4) | size for run in range(16) for size in range(1, 11)] + [0x00, 0xF0]


def motif(number: int) -> np.ndarray:
    """The scene of one photo: a gradient, some blobs and edges."""
    rng = np.random.default_rng(number)
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    out = 120 + 60 * (rng.normal() * (x - 0.5) + rng.normal() * (y - 0.5))
    for _ in range(int(rng.integers(3, 8))):
        cx, cy, width = rng.random(3)
        out += rng.normal(0, 70) * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (0.01 + 0.08 * width))
    for _ in range(int(rng.integers(1, 4))):
        a, b, c, d = rng.integers(0, SIDE, 4)
        out[min(a, b) : max(a, b) + 1, min(c, d) : max(c, d) + 1] += rng.normal(0, 45)
    return np.clip(out, 0, 255)


def _altered(number: int, variant: int) -> np.ndarray:
    """A copy: variant 0 to 2 as it is, 3 a shade brighter, 4 with a bar over it."""
    pic = motif(number)
    if variant == 3:
        pic = np.clip(pic * 0.92 + 18, 0, 255)
    if variant == 4:
        pic[-8:, :40] = 235
    return pic


def _quantised(pic: np.ndarray, step: int) -> np.ndarray:
    """The blocks' cosine coefficients in zigzag order, one step for all."""
    k = np.arange(8)
    cos = np.cos((2 * k[None, :] + 1) * k[:, None] * np.pi / 16) / 2
    cos[0] /= np.sqrt(2)
    blocks = (pic - 128).reshape(SIDE // 8, 8, SIDE // 8, 8).transpose(0, 2, 1, 3).reshape(-1, 8, 8)
    coef = np.rint(cos @ blocks @ cos.T / step).astype(int).reshape(-1, 64)
    return coef[:, _ZIG]


def _amplitude(value: int) -> tuple[int, str]:
    """Size class and bits of a coefficient, as JPEG writes them."""
    size = abs(value).bit_length()
    return size, format(value if value > 0 else value + (1 << size) - 1, f"0{size}b") if size else ""


def _block_bits(row: np.ndarray, before: int) -> str:
    """One block as bits: DC difference in 4-bit codes, AC in 8-bit codes."""
    size, bits = _amplitude(int(row[0]) - before)
    out, run = [format(size, "04b") + bits], 0
    for value in row[1:]:
        if not value:
            run += 1
            continue
        while run > 15:
            out.append(format(_AC.index(0xF0), "08b"))
            run -= 16
        size, bits = _amplitude(int(value))
        out.append(format(_AC.index((run << 4) | size), "08b") + bits)
        run = 0
    if run:
        out.append(format(_AC.index(0x00), "08b"))
    return "".join(out)


def _segment(marker: int, body: bytes) -> bytes:
    """One marker segment."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _scan(coef: np.ndarray) -> bytes:
    """All blocks, padded with ones, with stuffed bytes."""
    before, out = 0, []
    for row in coef:
        out.append(_block_bits(row, before))
        before = int(row[0])
    bits = "".join(out)
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")


@lru_cache(maxsize=4096)
def jpeg(number: int, variant: int = 0) -> bytes:
    """The file of a photo; variants 1 and 2 are compressed more."""
    step = (8, 12, 20, 10, 10)[variant % 5]
    coef = _quantised(_altered(number, variant % 5), step)
    head = (
        b"\xff\xd8"
        + _segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
        + _segment(0xDB, b"\x00" + bytes([step] * 64))
    )
    head += _segment(0xC0, struct.pack(">BHHB", 8, SIDE, SIDE, 1) + b"\x01\x11\x00")
    head += _segment(0xC4, b"\x00" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12)))
    head += _segment(0xC4, b"\x10" + bytes([0] * 7 + [len(_AC)] + [0] * 8) + bytes(_AC))
    return head + _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + _scan(coef) + b"\xff\xd9"
