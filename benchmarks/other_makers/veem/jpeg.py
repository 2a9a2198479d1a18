"""A small grey baseline JPEG writer, so that pictures are real files without any library but numpy."""

from __future__ import annotations

import struct

import numpy as np

QUANT = np.array(
    [
        16,
        11,
        10,
        16,
        24,
        40,
        51,
        61,
        12,
        12,
        14,
        19,
        26,
        58,
        60,
        55,
        14,
        13,
        16,
        24,
        40,
        57,
        69,
        56,
        14,
        17,
        22,
        29,
        51,
        87,
        80,
        62,
        18,
        22,
        37,
        56,
        68,
        109,
        103,
        77,
        24,
        35,
        55,
        64,
        81,
        104,
        113,
        92,
        49,
        64,
        78,
        87,
        103,
        121,
        120,
        101,
        72,
        92,
        95,
        98,
        112,
        100,
        103,
        99,
    ]
).reshape(8, 8)
ZIGZAG = sorted(range(64), key=lambda i: (i // 8 + i % 8, (i // 8) if (i // 8 + i % 8) % 2 else (i % 8)))
DC_BITS, DC_VALS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], list(range(12))
AC_BITS = [0] * 7 + [162, 0, 0, 0, 0, 0, 0, 0, 0]
AC_VALS = [0x00, 0xF0] + [run << 4 | size for size in range(1, 11) for run in range(16)]
DCT = np.array(
    [
        [(0.5 if k else 0.5 / np.sqrt(2)) * np.cos((2 * n + 1) * k * np.pi / 16) for n in range(8)]
        for k in range(8)
    ]
)


def codes(bits: list[int], values: list[int]) -> dict[int, tuple[int, int]]:
    """Canonical Huffman codes: value -> (code, length)."""
    out, code, at = {}, 0, 0
    for length, count in enumerate(bits, 1):
        for _ in range(count):
            out[values[at]] = (code, length)
            code, at = code + 1, at + 1
        code <<= 1
    return out


DC, AC = codes(DC_BITS, DC_VALS), codes(AC_BITS, AC_VALS)


def amplitude(value: int) -> tuple[int, int]:
    """Size class and bits of a coefficient."""
    size = abs(value).bit_length()
    return size, value if value >= 0 else value + (1 << size) - 1


def scan(blocks: np.ndarray) -> bytes:
    """The entropy-coded data of all blocks."""
    acc, held, last = 0, 0, 0

    def put(code: int, length: int) -> None:
        nonlocal acc, held
        acc, held = acc << length | code, held + length

    for row in blocks.tolist():
        size, bits = amplitude(row[0] - last)
        last = row[0]
        put(*DC[size])
        put(bits, size)
        run = 0
        for value in row[1:] if any(row[1:]) else ():
            if value == 0:
                run += 1
                continue
            while run > 15:
                put(*AC[0xF0])
                run -= 16
            size, bits = amplitude(value)
            put(*AC[run << 4 | size])
            put(bits, size)
            run = 0
        if run or not any(row[1:]):
            put(*AC[0])
    pad = -held % 8
    acc, held = acc << pad | (1 << pad) - 1, held + pad
    return acc.to_bytes(held // 8, "big").replace(b"\xff", b"\xff\x00")


def encode(grey: np.ndarray, quality: int = 70) -> bytes:
    """A grey picture (height and width multiples of 8) as JPEG."""
    height, width = grey.shape
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    quant = np.clip((QUANT * scale + 50) // 100, 1, 255).astype(int)
    tiles = (grey.astype(float) - 128).reshape(height // 8, 8, width // 8, 8).swapaxes(1, 2).reshape(-1, 8, 8)
    blocks = np.rint(DCT @ tiles @ DCT.T / quant).astype(int).reshape(-1, 64)[:, ZIGZAG]

    def part(mark: int, body: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, mark, len(body) + 2) + body

    return (
        b"\xff\xd8"
        + part(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
        + part(0xDB, b"\x00" + bytes(quant.reshape(64)[ZIGZAG].tolist()))
        + part(0xC0, struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0))
        + part(0xC4, b"\x00" + bytes(DC_BITS) + bytes(DC_VALS))
        + part(0xC4, b"\x10" + bytes(AC_BITS) + bytes(AC_VALS))
        + part(0xDA, b"\x01\x01\x00\x00\x3f\x00")
        + scan(blocks)
        + b"\xff\xd9"
    )
