"""Small scenes: goods on a table, as sellers photograph them. A scene is a number; who copies a photo crops, compresses or relights it."""

from functools import cache

import numpy as np

from .jpeg import encode

SIZE = 96
TONES = {
    "pale": (232, 230, 222),
    "green": (78, 112, 52),
    "brown": (110, 76, 44),
    "steel": (64, 66, 72),
    "pill": (214, 120, 150),
    "paper": (188, 200, 170),
}
KIND = {
    "cocaine": "pale", "crack": "pale", "heroin": "brown", "amphetamine": "pale", "methamphetamine": "pale", "ketamine": "pale", "cannabis": "green",
    "psilocybin": "brown", "firearms": "steel", "ammunition": "steel", "weapon-parts": "steel", "explosives": "steel", "documents": "paper",
    "counterfeit-money": "paper", "mdma": "pill", "benzodiazepines": "pill", "opioids": "pill", "lsd": "paper",
}  # fmt: skip


def ground(rng: np.random.Generator) -> np.ndarray:
    """A table top: wood, stone or cloth, lit from one side."""
    y, x = np.mgrid[0:SIZE, 0:SIZE] / SIZE
    base = rng.integers(30, 190, 3).astype(float)
    angle, waves = rng.uniform(0, np.pi), rng.uniform(4, 40)
    grain = np.sin(
        (x * np.cos(angle) + y * np.sin(angle)) * waves + 3 * np.sin(y * rng.uniform(1, 9))
    ) * rng.uniform(4, 22)
    light = (x - 0.5) * rng.uniform(-60, 60) + (y - 0.5) * rng.uniform(-60, 60)
    noise = rng.normal(0, rng.uniform(1, 6), (SIZE, SIZE))
    return base[None, None, :] + (grain + light + noise)[..., None]


def lump(picture: np.ndarray, rng: np.random.Generator, tone: np.ndarray) -> None:
    """One bag, block, pill or thing, with its shadow."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    cx, cy = rng.uniform(14, SIZE - 14, 2)
    a, b, turn = rng.uniform(4, 24), rng.uniform(4, 16), rng.uniform(0, np.pi)
    power = rng.choice([2.0, 2.0, 6.0])
    for shift, colour in ((3, picture.mean() * 0.45), (0, None)):
        u = (x - cx - shift) * np.cos(turn) + (y - cy - shift) * np.sin(turn)
        v = -(x - cx - shift) * np.sin(turn) + (y - cy - shift) * np.cos(turn)
        inside = (np.abs(u / a) ** power + np.abs(v / b) ** power) < 1
        shade = (u / a * rng.uniform(-18, 18) + rng.normal(0, 7, (SIZE, SIZE)))[..., None]
        picture[inside] = colour if colour is not None else (tone[None, None, :] + shade)[inside]


@cache
def scene(number: int, kind: str) -> np.ndarray:
    """The photo as its maker took it."""
    rng = np.random.default_rng(number)
    picture = ground(rng)
    tone = np.array(TONES[KIND.get(kind, "pale")], float) + rng.normal(0, 12, 3)
    for _ in range(int(rng.integers(1, 9))):
        lump(picture, rng, tone)
    if rng.random() < 0.45:
        x, y = (int(v) for v in rng.integers(4, 50, 2))
        picture[y : y + 16, x : x + 34] = 240
        for line in range(2):
            picture[y + 4 + line * 6, x + 3 : x + 3 + int(rng.integers(8, 28))] = 40
    return picture


@cache
def photo(number: int, kind: str, variant: int) -> bytes:
    """A file of the scene; variant 0 is the first upload, others are copies of copies."""
    picture = scene(number, kind)
    if variant:
        rng = np.random.default_rng([number, variant])
        picture = picture * rng.uniform(0.9, 1.1) + rng.uniform(-8, 8)
        cut = int(rng.choice([0, 0, 1, 2, 3]))
        if cut:
            index = np.clip(np.rint(np.linspace(cut, SIZE - 1 - cut, SIZE)).astype(int), 0, SIZE - 1)
            picture = picture[index][:, index]
    return encode(np.clip(picture, 0, 255), 68 if not variant else 45 + 7 * (variant % 5))
