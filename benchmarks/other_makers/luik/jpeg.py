"""A small baseline JPEG writer (grey or colour, no subsampling) so that pictures are real files without any picture library."""

import struct
from functools import cache

import numpy as np

LUMA = [
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
]
LUMA += [
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
DC_BITS = bytes([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0])
DC_VALUES = bytes(range(12))
AC_BITS = bytes([0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125])
AC_HEX = (
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a"
    "535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7"
    "c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"
)
AC_VALUES = bytes.fromhex(AC_HEX)


@cache
def zigzag() -> tuple[int, ...]:
    """The order in which a block's coefficients are written."""
    cells = [(r, c) for r in range(8) for c in range(8)]
    cells.sort(key=lambda rc: (rc[0] + rc[1], rc[0] if (rc[0] + rc[1]) % 2 else rc[1]))
    return tuple(r * 8 + c for r, c in cells)


@cache
def cosines() -> np.ndarray:
    """The matrix of the discrete cosine transform."""
    k = np.arange(8)
    matrix = np.cos((2 * k[None, :] + 1) * k[:, None] * np.pi / 16) * 0.5
    matrix[0] *= np.sqrt(0.5)
    return matrix


@cache
def codes(bits: bytes, values: bytes) -> dict[int, tuple[int, int]]:
    """Huffman code and length of each value."""
    out, code, at = {}, 0, 0
    for length, count in enumerate(bits, 1):
        for _ in range(count):
            out[values[at]] = (code, length)
            code, at = code + 1, at + 1
        code <<= 1
    return out


def quantiser(quality: int) -> np.ndarray:
    """The quantisation table at a quality of 1 to 100."""
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    return np.clip((np.array(LUMA) * scale + 50) // 100, 1, 255).astype(int)


def blocks(plane: np.ndarray, table: np.ndarray) -> np.ndarray:
    """Quantised coefficients of all blocks of one plane, in zigzag order."""
    rows, cols = plane.shape[0] // 8, plane.shape[1] // 8
    tiles = (plane.astype(float) - 128).reshape(rows, 8, cols, 8).transpose(0, 2, 1, 3).reshape(-1, 8, 8)
    freq = cosines() @ tiles @ cosines().T
    return np.rint(freq.reshape(-1, 64) / table).astype(int)[:, zigzag()]


def number(value: int, length: int) -> str:
    """The bits of a signed number in JPEG's way."""
    return f"{value if value > 0 else value + (1 << length) - 1:0{length}b}" if length else ""


def code(of: tuple[int, int]) -> str:
    """The bits of a code."""
    return f"{of[0]:0{of[1]}b}"


@cache
def level(step: int) -> str:
    """The bits that tell a block's level: how far from that of the block before."""
    size = abs(step).bit_length()
    return code(codes(DC_BITS, DC_VALUES)[size]) + number(step, size)


@cache
def detail(run: int, value: int) -> str:
    """The bits of one detail, after so many that are nothing."""
    ac, size = codes(AC_BITS, AC_VALUES), abs(value).bit_length()
    return code(ac[0xF0]) * (run // 16) + code(ac[run % 16 << 4 | size]) + number(value, size)


def packed(bits: str) -> bytes:
    """Bits as bytes with the stuffing JPEG wants, filled up with ones."""
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")


def write_block(bits: list[str], row: list[int], before: int) -> None:
    """One block: its level against the block before, then its details."""
    bits.append(level(row[0] - before))
    last = 0
    for at in range(1, 64):
        if value := row[at]:
            bits.append(detail(at - last - 1, value))
            last = at
    if last < 63:
        bits.append(code(codes(AC_BITS, AC_VALUES)[0]))


def encode(picture: np.ndarray, quality: int) -> bytes:
    """An RGB picture (height and width multiples of 8) as a JPEG file."""
    table = quantiser(quality)
    r, g, b = (picture[..., i].astype(float) for i in range(3))
    luma = 0.299 * r + 0.587 * g + 0.114 * b
    planes = [luma, 128 + (b - luma) * 0.564, 128 + (r - luma) * 0.713]
    rows = [blocks(np.clip(plane, 0, 255), table).tolist() for plane in planes]
    before = [0, 0, 0]
    bits: list[str] = []
    for at in range(len(rows[0])):
        for part in range(3):
            write_block(bits, rows[part][at], before[part])
            before[part] = rows[part][at][0]
    return header(picture.shape[0], picture.shape[1], table) + packed("".join(bits)) + b"\xff\xd9"


def header(height: int, width: int, table: np.ndarray) -> bytes:
    """All that stands before the picture data."""
    out = b"\xff\xd8\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x101, 0, 1, 1, 0, 0)
    out += b"\xff\xdb" + struct.pack(">HB", 67, 0) + bytes(table[list(zigzag())].tolist())
    out += (
        b"\xff\xc0"
        + struct.pack(">HBHHB", 17, 8, height, width, 3)
        + b"".join(bytes([i, 0x11, 0]) for i in (1, 2, 3))
    )
    for kind, bits, values in ((0, DC_BITS, DC_VALUES), (0x10, AC_BITS, AC_VALUES)):
        out += b"\xff\xc4" + struct.pack(">HB", 19 + len(values), kind) + bits + values
    return (
        out
        + b"\xff\xda"
        + struct.pack(">HB", 12, 3)
        + b"".join(bytes([i, 0]) for i in (1, 2, 3))
        + b"\x00\x3f\x00"
    )
