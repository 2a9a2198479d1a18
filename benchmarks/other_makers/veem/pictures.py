"""Made-up pictures: a scene (somebody's table, always the same person's), goods on it, and what re-sending, cropping and marking do to a picture."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .jpeg import encode

SIZE = (112, 152)


def field(seed: int, rows: int, cols: int) -> np.ndarray:
    """A smooth random surface."""
    small = np.random.default_rng(seed).random((rows, cols))
    y, x = np.linspace(0, rows - 1.001, SIZE[0]), np.linspace(0, cols - 1.001, SIZE[1])
    yi, xi = y.astype(int), x.astype(int)
    fy, fx = (y - yi)[:, None], (x - xi)[None, :]
    top = small[yi][:, xi] * (1 - fx) + small[yi][:, xi + 1] * fx
    low = small[yi + 1][:, xi] * (1 - fx) + small[yi + 1][:, xi + 1] * fx
    return top * (1 - fy) + low * fy


@lru_cache(maxsize=4000)
def scene(picture: int) -> np.ndarray:
    """The picture itself: `picture // 100` is whose table it is, `picture % 100` what lies on it."""
    grey = 60 + 110 * field(picture // 100 + 7, 5, 6)
    rng = np.random.default_rng(picture + 1_000_003)
    for _ in range(int(rng.integers(3, 8))):
        y, x, h, w = (
            int(rng.integers(8, 80)),
            int(rng.integers(8, 110)),
            int(rng.integers(10, 45)),
            int(rng.integers(10, 60)),
        )
        grey[y : y + h, x : x + w] = grey[y : y + h, x : x + w] * 0.3 + float(rng.integers(20, 235)) * 0.7
    return grey + 25 * field(picture + 99, 12, 16)


def altered(picture: int, variant: int) -> np.ndarray:
    """0 as taken; 1-9 sent again (light and contrast); 10-19 a copier's: cropped a little, 20-29 with a name bar over it."""
    grey = scene(picture).copy()
    if variant == 0:
        return grey
    rng = np.random.default_rng(picture * 31 + variant)
    grey = (grey - 128) * rng.uniform(0.9, 1.1) + 128 + rng.uniform(-8, 8)
    if variant >= 10:
        cut = int(rng.integers(2, 7))
        rows, cols = (
            np.linspace(cut, SIZE[0] - cut - 1, SIZE[0]).astype(int),
            np.linspace(cut, SIZE[1] - 1, SIZE[1]).astype(int),
        )
        grey = grey[rows][:, cols]
    if variant >= 20:
        y = int(rng.integers(10, 90))
        grey[y : y + 10, 20:130] = 240
        grey[y + 3 : y + 7, 26:124:3] = 20
    return grey


@lru_cache(maxsize=4000)
def picture_bytes(picture: int, variant: int) -> bytes:
    """The file."""
    return encode(np.clip(altered(picture, variant), 0, 255), 72 if variant < 10 else 55)
