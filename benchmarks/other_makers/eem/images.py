"""Small procedural photographs: each house has its own table, light and bags; copies are worn."""

import io
import random

import numpy as np
from PIL import Image, ImageDraw


def _bg(r, house):
    h = random.Random(house)
    w, ht = h.choice([(320, 240), (240, 320), (280, 280), (320, 200)])
    base = np.array([h.randrange(40, 220) for _ in range(3)], float)
    yy, xx = np.mgrid[0:ht, 0:w]
    f, ang = h.uniform(0.02, 0.3), h.uniform(0, 3.1)
    wood = np.sin(
        (xx * np.cos(ang) + yy * np.sin(ang)) * f + np.sin(yy * 0.03 + h.random() * 6) * h.uniform(0, 3)
    )
    cx, cy = r.uniform(0, w), r.uniform(0, ht)
    light = 1.15 - np.hypot(xx - cx, yy - cy) / (w + ht) * h.uniform(0.5, 1.3)
    a = (base + wood[..., None] * h.uniform(5, 30)) * light[..., None]
    g = np.random.default_rng(r.randrange(1 << 30))
    a += g.normal(0, h.uniform(2, 8), a.shape)
    return Image.fromarray(a.clip(0, 255).astype("uint8"))


def base_image(pid, house, kind, label=""):
    """One original photograph. kind: powder pills plant brick box card misc."""
    r = random.Random(f"{pid}/{house}")
    im = _bg(r, house)
    d = ImageDraw.Draw(im, "RGBA")
    w, h = im.size
    n = r.randrange(1, 7)
    tint = {
        "powder": (240, 240, 235),
        "plant": (60, 120, 50),
        "brick": (100, 70, 40),
        "pills": None,
        "box": (150, 120, 90),
        "card": (40, 80, 160),
    }.get(kind)
    for _ in range(n * (14 if kind == "pills" else 1)):
        c = tint or tuple(r.randrange(60, 250) for _ in range(3))
        c = tuple(max(0, min(255, v + r.randrange(-25, 25))) for v in c)
        x, y = r.uniform(0.1, 0.8) * w, r.uniform(0.1, 0.8) * h
        if kind == "pills":
            s = r.uniform(5, 9)
            d.ellipse((x, y, x + s, y + s), fill=c, outline=(30, 30, 30, 120))
        elif kind in ("brick", "box", "card"):
            s, t = r.uniform(40, 90), r.uniform(25, 60)
            d.rectangle((x, y, x + s, y + t), fill=c, outline=(20, 20, 20))
            d.line((x, y + t / 2, x + s, y + t / 2), fill=(255, 255, 255, 90))
        else:
            s = r.uniform(25, 70)
            d.polygon([(x + s * r.uniform(0, 1), y + s * r.uniform(0, 1)) for _ in range(9)], fill=c)
            d.rounded_rectangle(
                (x - 5, y - 5, x + s + 5, y + s + 5),
                6,
                outline=(255, 255, 255, 140),
                fill=(255, 255, 255, 40),
            )
    if label:
        x, y = r.uniform(0.05, 0.5) * w, r.uniform(0.6, 0.85) * h
        d.rectangle((x, y, x + 9 + 6 * len(label), y + 18), fill=(250, 250, 240))
        d.text((x + 4, y + 3), label.encode("ascii", "ignore").decode(), fill=(20, 20, 80))
    return im


def worn(im, r, stamp="", heavy=False):
    """A copy: cropped a little, rescaled, maybe stamped or mirrored, compressed again."""
    w, h = im.size
    c = r.uniform(0, 0.12 if heavy else 0.03)
    box = (
        int(w * c * r.random()),
        int(h * c * r.random()),
        int(w * (1 - c * r.random())),
        int(h * (1 - c * r.random())),
    )
    im = im.crop(box)
    if heavy and r.random() < 0.15:
        im = im.transpose(Image.FLIP_LEFT_RIGHT)
    s = r.uniform(0.75, 1.1) if heavy else 1
    im = im.resize((max(40, int(im.width * s)), max(40, int(im.height * s))))
    if stamp:
        d = ImageDraw.Draw(im, "RGBA")
        t = stamp.encode("ascii", "ignore").decode() or "shop"
        x, y = r.uniform(0.1, 0.4) * im.width, r.uniform(0.3, 0.7) * im.height
        d.rectangle((x, y, x + 6 * len(t) + 8, y + 16), fill=(0, 0, 0, 150))
        d.text((x + 4, y + 2), t, fill=(255, 255, 255))
    return im


def jpeg(im, q):
    b = io.BytesIO()
    im.save(b, "JPEG", quality=q)
    return b.getvalue()
