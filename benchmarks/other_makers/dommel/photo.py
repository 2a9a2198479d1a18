"""Small JPEG pictures: goods on a surface, or household things. Copies are cropped, recompressed or stamped."""

import io
import random

import numpy as np
from PIL import Image, ImageDraw

W, H = 256, 192
LOOK = {
    "cocaine": "powder",
    "crack": "rocks",
    "heroin": "powder",
    "amphetamine": "powder",
    "methamphetamine": "rocks",
    "mdma": "pills",
    "ketamine": "rocks",
    "ghb": "bottle",
    "lsd": "sheet",
    "psilocybin": "buds",
    "designer-drugs": "powder",
    "cannabis": "buds",
    "benzodiazepines": "pills",
    "prescription-medicines": "pills",
    "opioids": "pills",
    "nitrous-oxide": "bottle",
    "steroids": "bottle",
    "firearms": "bars",
    "ammunition": "pills",
    "weapon-parts": "bars",
    "explosives": "bottle",
    "other-weapons": "bars",
    "fireworks": "bottle",
    "documents": "sheet",
    "counterfeit-money": "sheet",
    "payment-fraud": "sheet",
    "fraud-tools": "screen",
    "personal-data": "screen",
    "accounts": "screen",
    "tobacco-vapes": "bars",
    "counterfeit-goods": "blocks",
    "stolen-goods": "blocks",
}


def base(spec):
    """An original picture: a surface and what lies on it."""
    seed, look = spec
    r = random.Random(seed)
    im = surface(r, np.random.default_rng(seed))
    d = ImageDraw.Draw(im)
    col = tuple(r.randrange(90, 256) for _ in range(3))
    cx, cy = r.randrange(80, 176), r.randrange(60, 132)
    LAY.get(look, lay_blocks)(d, r, col, cx, cy)
    return im


def surface(r, rng):
    """A table: two colours, waves and grain."""
    c0, c1 = (
        np.array([r.randrange(20, 220) for _ in range(3)]),
        np.array([r.randrange(20, 220) for _ in range(3)]),
    )
    yy, xx = np.mgrid[0:H, 0:W]
    f = ((xx * r.uniform(-1, 1) / W + yy * r.uniform(-1, 1) / H) + 1)[..., None] / 2
    img = c0 * (1 - f) + c1 * f
    img = img + np.sin(xx / r.uniform(3, 25) + yy / r.uniform(8, 60))[..., None] * r.uniform(0, 14)
    grain = rng.normal(0, r.uniform(3, 10), (H // 2, W // 2, 1)).repeat(2, 0).repeat(2, 1)
    return Image.fromarray(np.clip(img + grain, 0, 255).astype(np.uint8))


def lay_powder(d, r, col, cx, cy):
    """A heap on a plate."""
    d.rounded_rectangle(
        (cx - 60, cy - 45, cx + 60, cy + 45),
        12,
        outline=(235, 235, 240),
        fill=tuple(v // 2 + 110 for v in col),
    )
    for _ in range(120):
        x, y = r.gauss(cx, 24), r.gauss(cy, 15)
        s = r.uniform(2, 9)
        v = r.randrange(215, 256)
        d.ellipse((x - s, y - s, x + s, y + s * 0.7), fill=(v, v, v - r.randrange(0, 20)))


def lay_rocks(d, r, col, cx, cy):
    """Angular lumps."""
    for _ in range(r.randrange(8, 40)):
        x, y, s = r.gauss(cx, 35), r.gauss(cy, 24), r.uniform(5, 16)
        d.polygon(
            [(x + r.uniform(-s, s), y + r.uniform(-s, s)) for _ in range(5)],
            fill=tuple(min(255, v + 60) for v in col),
            outline=(90, 90, 90),
        )


def lay_pills(d, r, col, cx, cy):
    """Round pills with a groove."""
    for _ in range(r.randrange(10, 70)):
        x, y, s = r.gauss(cx, 40), r.gauss(cy, 28), r.uniform(5, 9)
        d.ellipse((x - s, y - s, x + s, y + s), fill=col, outline=tuple(v // 2 for v in col))
        d.line((x - s / 2, y, x + s / 2, y), fill=tuple(v // 2 for v in col))


def lay_buds(d, r, col, cx, cy):
    """A green heap."""
    for _ in range(r.randrange(60, 160)):
        x, y, s = r.gauss(cx, 34), r.gauss(cy, 22), r.uniform(4, 13)
        d.ellipse(
            (x - s, y - s, x + s, y + s),
            fill=(r.randrange(40, 140), r.randrange(80, 170), r.randrange(20, 80)),
        )


def lay_bottles(d, r, col, cx, cy):
    """Bottles in a row."""
    for i in range(r.randrange(1, 5)):
        x = cx - 50 + i * 32
        d.rounded_rectangle(
            (x, cy - 40, x + 22, cy + 50),
            6,
            fill=tuple(max(0, v - 20 * i) for v in col),
            outline=(20, 20, 20),
        )
        d.rectangle((x + 7, cy - 52, x + 15, cy - 40), fill=(40, 40, 40))


def lay_sheet(d, r, col, cx, cy):
    """A sheet in squares."""
    n, s = r.randrange(3, 8), r.randrange(14, 24)
    for i in range(n):
        for j in range(n - 1):
            d.rectangle(
                (cx - 70 + i * s, cy - 50 + j * s, cx - 71 + (i + 1) * s, cy - 51 + (j + 1) * s),
                fill=tuple((v + 37 * ((i * j) % 3)) % 256 for v in col),
                outline=(60, 60, 60),
            )


def lay_bars(d, r, col, cx, cy):
    """Long things, anywhere."""
    for i in range(r.randrange(2, 7)):
        x, y = r.randrange(20, 170), r.randrange(20, 150)
        d.rectangle(
            (x, y, x + r.randrange(30, 80), y + r.randrange(8, 20)),
            fill=tuple(v // (1 + i % 3) for v in col),
            outline=(10, 10, 10),
        )


def lay_screen(d, r, col, cx, cy):
    """A screen with lines of text."""
    d.rectangle((20, 10, 236, 182), fill=(245, 245, 248))
    for i in range(9):
        y = 20 + i * 17
        d.rectangle((30, y, 30 + r.randrange(40, 190), y + 8), fill=col if i % 4 == 0 else (150, 155, 160))


def lay_blocks(d, r, col, cx, cy):
    """Boxes, or whatever stands in a house."""
    for i in range(r.randrange(2, 6)):
        x, y = r.randrange(10, 170), r.randrange(10, 130)
        d.rounded_rectangle(
            (x, y, x + r.randrange(30, 80), y + r.randrange(25, 60)),
            5,
            fill=tuple((v + 40 * i) % 256 for v in col),
            outline=(30, 30, 30),
        )


LAY = {
    "powder": lay_powder,
    "rocks": lay_rocks,
    "pills": lay_pills,
    "buds": lay_buds,
    "bottle": lay_bottles,
    "sheet": lay_sheet,
    "bars": lay_bars,
    "screen": lay_screen,
}

_bases, _bytes = {}, {}


def jpeg(spec, how):
    key = (spec, how)
    if key in _bytes:
        return _bytes[key]
    if spec not in _bases:
        if len(_bases) > 60:
            _bases.pop(next(iter(_bases)))
        _bases[spec] = base(spec)
    im = _bases[spec].copy()
    r = random.Random(f"{spec}{how}")
    q = 80
    if how[0] == "crop":
        a, b = r.randrange(2, 18), r.randrange(2, 14)
        im = im.crop((a, b, W - r.randrange(2, 18), H - r.randrange(2, 14)))
        q = r.randrange(60, 85)
    elif how[0] == "recomp":
        q = r.randrange(30, 60)
        if r.random() < 0.4:
            im = im.resize((int(W * 0.8), int(H * 0.8)))
    elif how[0] == "stamp":
        d = ImageDraw.Draw(im)
        t = how[1].encode("ascii", "ignore").decode()[:18] or "**"
        x, y = r.randrange(5, 120), r.randrange(5, 170)
        d.text((x, y), t, fill=(255, 255, 255), stroke_width=1, stroke_fill=(0, 0, 0))
    buf = io.BytesIO()
    im.save(buf, "JPEG", quality=q)
    if len(_bytes) > 3000:
        _bytes.clear()
    _bytes[key] = (buf.getvalue(), im.size)
    return _bytes[key]
