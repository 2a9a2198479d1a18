"""Small real JPEG files: each picture number gives one scene; a copy may be recompressed or cropped like phones do.

A plain baseline encoder with flat Huffman tables (every code has the same length): short, and legal JPEG.
"""

from __future__ import annotations

import struct

import numpy as np

SIDE = 96
ZIG = sorted(
    ((i, j) for i in range(8) for j in range(8)),
    key=lambda p: (p[0] + p[1], p[0] if (p[0] + p[1]) % 2 else p[1]),
)
ZIGZAG = np.array([i * 8 + j for i, j in ZIG])
DCT = np.array(
    [
        [(np.sqrt(0.125) if k == 0 else 0.5) * np.cos((2 * n + 1) * k * np.pi / 16) for n in range(8)]
        for k in range(8)
    ]
)
AC = [0x00, 0xF0] + [run << 4 | size for run in range(16) for size in range(1, 11)]
AC_CODE = {sym: i for i, sym in enumerate(AC)}


def scene(num: int, variant: int = 0) -> np.ndarray:
    """Picture `num` as RGB: blurred ground, a few shapes, grain; a variant shifts light, crop and grain a little."""
    rng = np.random.default_rng([77, num])
    yy, xx = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    img = np.zeros((SIDE, SIDE, 3))
    for c in range(3):
        a, b, p, q = rng.uniform(-1, 1, 4)
        img[..., c] = 120 + 60 * np.sin(3 * (a * xx + b * yy) + 6 * p) + 30 * q
    for _ in range(int(rng.integers(3, 9))):
        cx, cy, rx, ry = rng.uniform(0, 1, 2).tolist() + rng.uniform(0.05, 0.3, 2).tolist()
        inside = (
            (((xx - cx) / rx) ** 2 + ((yy - cy) / ry) ** 2 < 1)
            if rng.random() < 0.5
            else (abs(xx - cx) < rx) & (abs(yy - cy) < ry)
        )
        img[inside] = 0.3 * img[inside] + 0.7 * rng.uniform(0, 255, 3)
    if variant:
        vary = np.random.default_rng([78, num, variant])
        img = img * vary.uniform(0.9, 1.1) + vary.uniform(-8, 8)
        cut = int(vary.integers(0, 4))
        img = np.roll(img, cut, axis=1)
        img += vary.normal(0, 2, img.shape)
    return np.clip(img, 0, 255)


def encode(img: np.ndarray, quality: int = 12) -> bytes:
    """Baseline JPEG, 4:4:4, one flat quantisation table."""
    ycc = img @ np.array([[0.299, -0.1687, 0.5], [0.587, -0.3313, -0.4187], [0.114, 0.5, -0.0813]])
    ycc[..., 0] -= 128
    table = (quality + 3 * np.add.outer(np.arange(8), np.arange(8))).clip(1, 255).astype(int)
    n = SIDE // 8
    blocks = ycc.reshape(n, 8, n, 8, 3).transpose(0, 2, 4, 1, 3)
    coef = np.rint(DCT @ blocks @ DCT.T / table).astype(int).reshape(-1, 3, 64)[..., ZIGZAG]
    bits: list[str] = []
    last = [0, 0, 0]
    for block in coef:
        for comp in range(3):
            row = block[comp].tolist()
            bits.append(_block(row, row[0] - last[comp]))
            last[comp] = row[0]
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    body = int(stream, 2).to_bytes(len(stream) // 8, "big").replace(b"\xff", b"\xff\x00")
    return _head(table) + body + b"\xff\xd9"


def _amp(value: int, size: int) -> str:
    """The magnitude bits of a coefficient."""
    return format(value if value > 0 else value + (1 << size) - 1, f"0{size}b") if size else ""


def _block(row: list[int], diff: int) -> str:
    """One block's bits: the step from the last mean, then runs of zeros and values."""
    size = abs(diff).bit_length()
    out = [format(size, "04b"), _amp(diff, size)]
    run = 0
    for value in row[1:]:
        if value == 0:
            run += 1
            continue
        while run > 15:
            out.append(format(AC_CODE[0xF0], "08b"))
            run -= 16
        size = abs(value).bit_length()
        out += [format(AC_CODE[run << 4 | size], "08b"), _amp(value, size)]
        run = 0
    if run:
        out.append(format(AC_CODE[0x00], "08b"))
    return "".join(out)


def _part(mark: int, data: bytes) -> bytes:
    """One marker segment."""
    return struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data


def _head(table: np.ndarray) -> bytes:
    """Everything before the picture's bits."""
    quant = b"\x00" + bytes(table.reshape(64)[ZIGZAG].tolist())
    frame = struct.pack(">BHHB", 8, SIDE, SIDE, 3) + b"".join(bytes((i, 0x11, 0)) for i in (1, 2, 3))
    dc = b"\x00" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12))
    ac = b"\x10" + bytes([0] * 7 + [len(AC)] + [0] * 8) + bytes(AC)
    scan = b"\x03\x01\x00\x02\x00\x03\x00\x00\x3f\x00"
    jfif = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return (
        b"\xff\xd8"
        + _part(0xE0, jfif)
        + _part(0xDB, quant)
        + _part(0xC0, frame)
        + _part(0xC4, dc)
        + _part(0xC4, ac)
        + _part(0xDA, scan)
    )
