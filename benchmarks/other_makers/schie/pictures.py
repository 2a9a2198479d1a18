"""Small true pictures (PNG) without an outside library: soft blobs that belong to one photo, and re-cut versions of it."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

import numpy as np

SIDE = 64


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _field(photo: int) -> np.ndarray:
    """A scene: a background slope and some blobs in their own colours."""
    rng = np.random.default_rng(photo)
    y, x = np.mgrid[0 : SIDE + 16, 0 : SIDE + 16] / SIDE
    scene = np.zeros((SIDE + 16, SIDE + 16, 3))
    for channel in range(3):
        scene[..., channel] = 60 + 90 * (x * rng.random() + y * rng.random())
    for _ in range(int(rng.integers(4, 9))):
        cx, cy, size = rng.random(3) * (1.2, 1.2, 0.25)
        blob = np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * (size + 0.04) ** 2))
        scene += blob[..., None] * rng.integers(-140, 140, 3)
    return scene


@lru_cache(maxsize=4096)
def picture(photo: int, variant: int) -> bytes:
    """The file of one photo; variant 0 is the original, others are cut or lit a little differently."""
    rng = np.random.default_rng([photo, variant])
    shift = (0, 0) if variant == 0 else tuple(int(v) for v in rng.integers(0, 4, 2))
    light = 0 if variant == 0 else int(rng.integers(-12, 12))
    scene = _field(photo)[shift[0] : shift[0] + SIDE, shift[1] : shift[1] + SIDE] + light
    pixels = (np.clip(scene, 0, 255) // 4 * 4).astype(np.uint8)
    rows = b"".join(b"\x00" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(rows, 6))
        + _chunk(b"IEND", b"")
    )
