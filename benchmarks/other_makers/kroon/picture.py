"""Small grey pictures as real baseline JPEG files, from numpy alone.

A picture is smooth blobs, edges and a little grain drawn from its number; a variant is the same scene with other grain, light or a border,
as a re-saved or screen-shot photo has. Code lengths in the Huffman tables are fixed (valid, only not the shortest).
"""

from __future__ import annotations

import struct
from functools import cache

import numpy as np

SIDE = 72
QUANT = 22
DC_SYMBOLS = list(range(12))
AC_SYMBOLS = [0x00, 0xF0] + [(run << 4) | size for run in range(16) for size in range(1, 11)]


def scene(number: int) -> np.ndarray:
    """The scene that belongs to a number: blobs and two straight edges."""
    rng = np.random.default_rng(number)
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    image = np.full((SIDE, SIDE), rng.uniform(60, 190))
    for _ in range(rng.integers(7, 13)):
        cx, cy, radius, height = (
            rng.uniform(0, 1),
            rng.uniform(0, 1),
            rng.uniform(0.04, 0.25),
            rng.uniform(-110, 110),
        )
        image += height * np.exp(-(((x - cx) ** 2 + (y - cy) ** 2) / radius**2))
    for _ in range(3):
        a, b, c = rng.normal(), rng.normal(), rng.normal() * 0.4
        image += np.where(a * (x - 0.5) + b * (y - 0.5) > c, rng.uniform(-45, 45), 0.0)
    return image


def varied(number: int, variant: int) -> np.ndarray:
    """The scene as it was saved this time."""
    image = scene(number)
    if variant:
        rng = np.random.default_rng(number * 1009 + variant)
        image = image * rng.uniform(0.9, 1.08) + rng.uniform(-10, 10) + rng.normal(0, 2.5, image.shape)
        if variant % 5 == 4:
            image[:3, :] = image[-3:, :] = 250.0
    return np.clip(image, 0, 255)


@cache
def cosines() -> np.ndarray:
    """The 8x8 cosine transform."""
    k = np.arange(8)
    matrix = np.cos((2 * k[None, :] + 1) * k[:, None] * np.pi / 16) * 0.5
    matrix[0] /= np.sqrt(2)
    return matrix


@cache
def zigzag() -> tuple[int, ...]:
    """Order in which a block is written."""
    cells = [(r, c) for r in range(8) for c in range(8)]
    cells.sort(key=lambda rc: (rc[0] + rc[1], rc[0] if (rc[0] + rc[1]) % 2 else rc[1]))
    return tuple(r * 8 + c for r, c in cells)


def size_bits(value: int) -> tuple[int, str]:
    """Size class of a coefficient and its bits."""
    size = abs(value).bit_length()
    if not size:
        return 0, ""
    return size, format(value if value > 0 else value + (1 << size) - 1, f"0{size}b")


def block_bits(coefficients: list[int], before: int) -> str:
    """The bits of one block."""
    size, bits = size_bits(coefficients[0] - before)
    out = [format(DC_SYMBOLS.index(size), "04b"), bits]
    run = 0
    last = max((i for i in range(1, 64) if coefficients[i]), default=0)
    for value in coefficients[1 : last + 1]:
        if not value:
            run += 1
            continue
        while run > 15:
            out.append(format(AC_SYMBOLS.index(0xF0), "08b"))
            run -= 16
        size, bits = size_bits(value)
        out += [format(AC_SYMBOLS.index((run << 4) | size), "08b"), bits]
        run = 0
    if last < 63:
        out.append(format(AC_SYMBOLS.index(0x00), "08b"))
    return "".join(out)


def segment(marker: int, body: bytes) -> bytes:
    """One marked part of the file."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def header() -> bytes:
    """All that comes before the picture data."""
    dc_table = bytes([0x00, 0, 0, 0, 12, *([0] * 12), *DC_SYMBOLS])
    ac_table = bytes([0x10, *([0] * 7), len(AC_SYMBOLS), *([0] * 8), *AC_SYMBOLS])
    return b"".join(
        (
            b"\xff\xd8",
            segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"),
            segment(0xDB, bytes([0, *([QUANT] * 64)])),
            segment(0xC0, struct.pack(">BHHB", 8, SIDE, SIDE, 1) + bytes([1, 0x11, 0])),
            segment(0xC4, dc_table),
            segment(0xC4, ac_table),
            segment(0xDA, bytes([1, 1, 0x00, 0, 63, 0])),
        )
    )


@cache
def jpeg(number: int, variant: int) -> bytes:
    """The picture file of a scene and variant."""
    image = varied(number, variant) - 128.0
    matrix = cosines()
    out: list[str] = []
    before = 0
    for top in range(0, SIDE, 8):
        for left in range(0, SIDE, 8):
            block = matrix @ image[top : top + 8, left : left + 8] @ matrix.T
            flat = np.rint(block / QUANT).astype(int).ravel().tolist()
            row = [flat[i] for i in zigzag()]
            out.append(block_bits(row, before))
            before = row[0]
    bits = "".join(out)
    bits += "1" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    return header() + data + b"\xff\xd9"
