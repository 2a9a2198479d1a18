"""Small grey JPEG pictures drawn from a number: the same number gives the same scene; a variant is another copy of it (lighter, cropped, coarser)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SIDE = 96
ZIGZAG = sorted(
    ((r, c) for r in range(8) for c in range(8)),
    key=lambda p: (p[0] + p[1], p[0] if (p[0] + p[1]) % 2 else p[1]),
)
AC_SYMBOLS = [0x00, 0xF0] + [run << 4 | size for run in range(16) for size in range(1, 11)]
AC_CODE = {s: i for i, s in enumerate(AC_SYMBOLS)}


def scene(number: int, variant: int) -> NDArray[np.float64]:
    """A scene of blobs and a slanted bar (bag, table, scale), with the variant's changes."""
    rng = np.random.default_rng(number)
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    img = rng.uniform(60, 160) + rng.uniform(-60, 60) * x + rng.uniform(-60, 60) * y
    for _ in range(9):
        cx, cy, r, h = rng.random(), rng.random(), rng.uniform(0.05, 0.3), rng.uniform(-110, 110)
        img = img + h * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * r * r))
    slope, off = rng.uniform(-1, 1), rng.uniform(0.1, 0.9)
    img = np.where(np.abs(y - slope * x - off) < rng.uniform(0.03, 0.12), img + rng.uniform(-80, 80), img)
    img = img + np.kron(rng.uniform(-28, 28, (12, 12)), np.ones((8, 8)))
    cut = variant % 3
    at = np.rint(np.linspace(cut, SIDE - 1 - cut, SIDE)).astype(int)
    return np.asarray(np.clip(img[np.ix_(at, at)] + 6 * (variant % 4) - 6, 0, 255), dtype=np.float64)


def _bits(value: int, size: int) -> str:
    """A coefficient in JPEG's own ones' complement form."""
    return format(value if value > 0 else value + (1 << size) - 1, f"0{size}b") if size else ""


def _block(coefs: list[int], before: int) -> str:
    """One block of 64 coefficients as a string of bits, with fixed-length codes."""
    diff = coefs[0] - before
    size = abs(diff).bit_length()
    out, run = [format(size, "04b") + _bits(diff, size)], 0
    last = max((i for i in range(64) if coefs[i]), default=0)
    for c in coefs[1 : last + 1]:
        if c == 0:
            run += 1
            continue
        while run > 15:
            out.append(format(AC_CODE[0xF0], "08b"))
            run -= 16
        size = abs(c).bit_length()
        out.append(format(AC_CODE[run << 4 | size], "08b") + _bits(c, size))
        run = 0
    if last < 63:
        out.append(format(AC_CODE[0], "08b"))
    return "".join(out)


def _segment(mark: int, body: bytes) -> bytes:
    """One marker segment."""
    return bytes([0xFF, mark]) + (len(body) + 2).to_bytes(2, "big") + body


@lru_cache(maxsize=4096)
def jpeg(number: int, variant: int) -> bytes:
    """The file of a picture."""
    img = scene(number, variant) - 128
    k = np.arange(8)
    dct = np.cos((2 * k[None, :] + 1) * k[:, None] * np.pi / 16) * np.where(
        k[:, None] == 0, np.sqrt(1 / 8), 0.5
    )
    step = 10 + 5 * (variant % 3) + 3 * (k[:, None] + k[None, :])
    blocks = img.reshape(SIDE // 8, 8, SIDE // 8, 8).swapaxes(1, 2).reshape(-1, 8, 8)
    coefs = np.rint(dct @ blocks @ dct.T / step).astype(int)
    rows, cols = [p[0] for p in ZIGZAG], [p[1] for p in ZIGZAG]
    flat = coefs[:, rows, cols].tolist()
    bits, before = [], 0
    for f in flat:
        bits.append(_block(f, before))
        before = f[0]
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    data = int(stream, 2).to_bytes(len(stream) // 8, "big").replace(b"\xff", b"\xff\x00")
    quant = bytes(int(step[r, c]) for r, c in ZIGZAG)
    dc = bytes([0, 0, 0, 0, 12] + [0] * 12) + bytes(range(12))
    ac = bytes([0x10, 0, 0, 0, 0, 0, 0, 0, 162] + [0] * 8) + bytes(AC_SYMBOLS)
    frame = bytes([8, 0, SIDE, 0, SIDE, 1, 1, 0x11, 0])
    head = (
        b"\xff\xd8"
        + _segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
        + _segment(0xDB, b"\x00" + quant)
    )
    return (
        head
        + _segment(0xC0, frame)
        + _segment(0xC4, dc)
        + _segment(0xC4, ac)
        + _segment(0xDA, bytes([1, 1, 0, 0, 63, 0]))
        + data
        + b"\xff\xd9"
    )
