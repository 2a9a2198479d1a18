"""Small real JPEG pictures made by code: a mosaic of coloured blocks, another one for every seed.

Baseline JPEG (ITU-T T.81) whose 8 x 8 blocks are flat: only the mean of a block is coded, so no cosine
transform is needed. Another quantiser step gives other bytes for nearly the same picture.
"""

from math import cos, sin

from schakel.simulating.chance import Chance

WIDE, HIGH = 32, 24  # blocks
WIDTH, HEIGHT = WIDE * 8, HIGH * 8
_DC_SIZES = bytes(range(12))
_AC_END = b"\x00"


def picture(seed: int, name: str, step: int = 8) -> bytes:
    """A JPEG of 256 x 192 points of about 3 kB; the same seed, name and step give the same bytes."""
    return _jpeg(_mosaic(Chance(seed, f"picture/{name}")), step)


def _mosaic(chance: Chance) -> list[tuple[float, float, float]]:
    waves = [
        (chance.between(0.05, 0.9), chance.between(0.05, 0.9), chance.between(0.0, 6.0), chance.below(3))
        for _ in range(7)
    ]
    blobs = [
        (chance.between(0, WIDE), chance.between(0, HIGH), chance.between(2, 9), chance.between(-140, 140))
        for _ in range(9)
    ]
    blocks = []
    for y in range(HIGH):
        for x in range(WIDE):
            colour = [0.0, 0.0, 0.0]
            for along, down, phase, channel in waves:
                colour[channel] += 45.0 * sin(along * x + down * y + phase) + 12.0 * cos(down * x)
            for cx, cy, radius, height in blobs:
                if (x - cx) ** 2 + (y - cy) ** 2 < radius**2:
                    colour[0] += height
            blocks.append((_clip(colour[0]), _clip(colour[1]), _clip(colour[2])))
    return blocks


def _clip(value: float) -> float:
    return max(-127.0, min(127.0, value))


class _Bits:
    def __init__(self) -> None:
        self.out = bytearray()
        self._held = 0
        self._count = 0

    def put(self, value: int, length: int) -> None:
        self._held = (self._held << length) | value
        self._count += length
        while self._count >= 8:
            self._count -= 8
            byte = (self._held >> self._count) & 0xFF
            self.out.append(byte)
            if byte == 0xFF:
                self.out.append(0)

    def close(self) -> bytes:
        if self._count:
            self.put((1 << (8 - self._count)) - 1, 8 - self._count)
        return bytes(self.out)


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def _jpeg(blocks: list[tuple[float, float, float]], step: int) -> bytes:
    # DC codes: twelve sizes, all four bits long; AC: one code of one bit, "end of block"
    dc_lengths = bytes([0, 0, 0, 12] + [0] * 12)
    ac_lengths = bytes([1] + [0] * 15)
    frame = bytes([8]) + HEIGHT.to_bytes(2, "big") + WIDTH.to_bytes(2, "big") + bytes([3])
    frame += b"".join(bytes([c, 0x11, 0]) for c in (1, 2, 3))
    scan = bytes([3]) + b"".join(bytes([c, 0x00]) for c in (1, 2, 3)) + bytes([0, 63, 0])
    return (
        b"\xff\xd8"
        + _segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
        + _segment(0xDB, bytes([0]) + bytes([step] * 64))
        + _segment(0xC0, frame)
        + _segment(0xC4, bytes([0x00]) + dc_lengths + _DC_SIZES)
        + _segment(0xC4, bytes([0x10]) + ac_lengths + _AC_END)
        + _segment(0xDA, scan)
        + _entropy(blocks, step)
        + b"\xff\xd9"
    )


def _entropy(blocks: list[tuple[float, float, float]], step: int) -> bytes:
    bits, before = _Bits(), [0, 0, 0]
    for block in blocks:
        for channel in range(3):
            level = round(
                block[channel] * 8 / step
            )  # the mean of 64 equal samples is coded as 8 times itself
            change, before[channel] = level - before[channel], level
            size = abs(change).bit_length()
            bits.put(size, 4)
            if size:
                bits.put(change if change > 0 else change + (1 << size) - 1, size)
            bits.put(0, 1)
    return bits.close()
