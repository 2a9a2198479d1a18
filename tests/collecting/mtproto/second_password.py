"""The numbers of a login with a second password, as Telegram's description has them."""

import hashlib
from typing import Any


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def wide(number: int) -> bytes:
    return number.to_bytes(256, "big")


def number_of(*parts: bytes) -> int:
    return int.from_bytes(sha(b"".join(parts)), "big")


def password_number(password: str, algorithm: Any) -> int:
    """What Telegram's description of logins with a password makes of it."""
    one, two = algorithm.salt1, algorithm.salt2
    first = sha(two + sha(one + password.encode() + one) + two)
    slow = hashlib.pbkdf2_hmac("sha512", first, one, 100000)
    return int.from_bytes(sha(two + slow + two), "big")
