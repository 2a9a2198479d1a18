"""Whether an Ed25519 signature holds, in plain arithmetic (RFC 8032, section 5.1), so that no library is needed to know it.

It only checks, and what it works on is public, so it need not hide how long it takes.
"""

from hashlib import sha512

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)  # a root of -1
Point = tuple[int, int, int, int]  # x, y and z of a projective point, and x*y/z
_NEUTRAL: Point = (0, 1, 1, 0)


def signed_by(key: bytes, said: bytes, signature: bytes) -> bool:
    """Whether the holder of a public key (32 bytes) signed what is said with a signature (64 bytes)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    holder, first, second = _point(key), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if holder is None or first is None or second >= _ORDER:
        return False
    hashed = int.from_bytes(sha512(signature[:32] + key + said).digest(), "little") % _ORDER
    return _same(_times(second, _BASE), _plus(first, _times(hashed, holder)))


def _point(written: bytes) -> Point | None:
    """The point that 32 bytes stand for; None if they stand for none."""
    number = int.from_bytes(written, "little")
    odd, y = number >> 255, number & (2**255 - 1)
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if y >= _P or (x * x - square) % _P or (x == 0 and odd):
        return None
    x = x if x % 2 == odd else _P - x
    return (x, y, 1, x * y % _P)


def _plus(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c, d = 2 * one[3] * other[3] * _D % _P, 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _times(factor: int, point: Point) -> Point:
    total = _NEUTRAL
    while factor:
        total = _plus(total, point) if factor & 1 else total
        point, factor = _plus(point, point), factor >> 1
    return total


def _same(one: Point, other: Point) -> bool:
    return (one[0] * other[2] - other[0] * one[2]) % _P == 0 == (one[1] * other[2] - other[1] * one[2]) % _P


_BASE = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little")) or _NEUTRAL
