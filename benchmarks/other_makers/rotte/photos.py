"""Small pictures: each crew has a few scenes; copies are cropped, stamped and compressed again."""

import io

import numpy as np
from PIL import Image, ImageDraw

W, H = 160, 120


def scene(seed, kind=0):
    """A table with things on it: gradient, grain, blobs and boxes."""
    r = np.random.default_rng(seed)
    c0, c1 = r.integers(20, 235, 3), r.integers(20, 235, 3)
    ramp = np.linspace(0, 1, W)[None, :, None] * r.random() + np.linspace(0, 1, H)[:, None, None] * r.random()
    arr = c0 + (c1 - c0) * np.clip(ramp, 0, 1)
    low = r.normal(0, 18, (H // 8, W // 8, 1)).repeat(8, 0).repeat(8, 1)
    arr = np.clip(arr + low + r.normal(0, 4, (H, W, 3)), 0, 255).astype("uint8")
    im = Image.fromarray(arr)
    d = ImageDraw.Draw(im)
    for _ in range(int(r.integers(3, 14))):
        x, y, s = r.integers(0, W), r.integers(0, H), r.integers(6, 46)
        col = tuple(int(v) for v in r.integers(0, 255, 3))
        if r.random() < 0.5:
            d.ellipse([x, y, x + s, y + s * 0.7], fill=col, outline=(0, 0, 0))
        else:
            d.rectangle([x, y, x + s, y + s * 0.6], fill=col)
    if kind == 1:  # a screenshot of a conversation
        d.rectangle([0, 0, W, H], fill=(230, 235, 240))
        y = 6
        while y < H - 12:
            w, left = int(r.integers(30, 110)), r.random() < 0.5
            x = 6 if left else W - 6 - w
            d.rectangle([x, y, x + w, y + 12], fill=(255, 255, 255) if left else (205, 240, 190))
            d.line([x + 4, y + 5, x + w - 6, y + 5], fill=(90, 90, 90))
            y += int(r.integers(15, 22))
    return im


class Bank:
    """Photographs, each scene made once."""

    def __init__(self):
        self.base = {}

    def jpeg(self, pid, rng, changed):
        """pid: (seed, kind). The owner posts nearly the same file; a copyist's is altered."""
        if pid not in self.base:
            self.base[pid] = scene(*pid)
        im = self.base[pid]
        if changed:
            im = im.copy()
            if rng.random() < 0.6:
                m = rng.randint(2, 9)
                im = im.crop((m, rng.randint(0, m), W - rng.randint(0, m), H - m)).resize((W, H))
            if rng.random() < 0.4:
                ImageDraw.Draw(im).text(
                    (rng.randint(4, 60), rng.randint(4, 100)),
                    rng.choice(["010", "@plug", "ZUID", "24/7", "real"]),
                    fill=(255, 255, 255),
                )
            if rng.random() < 0.2:
                im = im.resize((128, 96)).resize((W, H))
        buf = io.BytesIO()
        im.save(buf, "JPEG", quality=rng.choice([55, 68, 75]) if changed else 80)
        return buf.getvalue()
