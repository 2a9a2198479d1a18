"""Addresses of cryptocurrency wallets, each accepted only if its checksum holds.

| type | form | check |
|---|---|---|
| btc | 1..., 3... | Base58Check, version 0 or 5 |
| btc | bc1q..., bc1p... | Bech32 (BIP-173), Bech32m (BIP-350) |
| ltc | L..., M..., ltc1... | Base58Check, version 48 or 50; Bech32, Bech32m |
| eth | 0x and 40 hexadecimal digits | EIP-55 where capitals and small letters are mixed; else none exists |
| tron | T... | Base58Check, version 65 |
| xmr | 4..., 8... (95 or 106 characters) | Monero's Base58 blocks and Keccak-256 |
| ton | 48 characters Base64, or 0: and 64 hexadecimal digits | CRC-16/XMODEM; the raw form has none |

A Litecoin address of the old form 3... cannot be told from a Bitcoin address and is given as btc.
Values are as written, except that Bech32 and Ethereum addresses all in capitals are given in small letters; `one_form` makes
one value of all ways to write an address.
"""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from schakel.reading.selectors.keccak import keccak_256

CANDIDATE = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:-1|0):[0-9a-fA-F]{64}|[EUk0][Qf][A-Za-z0-9+/]{46}|[A-Za-z0-9_\-]{26,112})(?![A-Za-z0-9])"
)
_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUE = {letter: place for place, letter in enumerate(_ALPHABET)}
_BECH32 = {letter: place for place, letter in enumerate("qpzry9x8gf2tvdw0s3jn54khce6mua7l")}
_BECH32_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_END, _BECH32M_END = 1, 0x2BC830A3
_HEX40 = re.compile(r"0[xX][0-9a-fA-F]{40}")
_TON_RAW = re.compile(r"(?:-1|0):[0-9a-fA-F]{64}")
_TON_FRIENDLY = re.compile(r"[A-Za-z0-9_\-+/]{48}")
_TON_TAGS = frozenset({0x11, 0x51, 0x91, 0xD1})
_TON_BOUNCING = {
    0x51: 0x11,
    0xD1: 0x91,
}  # the tag of an account's other form: what is sent to nobody there comes back
WALLET_TYPES = frozenset({"btc", "eth", "ltc", "ton", "tron", "xmr"})
_VERSIONS = {0: "btc", 5: "btc", 48: "ltc", 50: "ltc", 65: "tron"}
_XMR_BLOCK = {2: 1, 3: 2, 5: 3, 6: 4, 7: 5, 9: 6, 10: 7, 11: 8}  # letters of a Base58 block to bytes
_XMR_NETWORKS = {18: 69, 19: 77, 42: 69}  # standard, integrated, subaddress, with their length in bytes


def wallet(written: str) -> tuple[str, str] | None:
    """Type and normalised value of the address, or None if it is none or its checksum fails."""
    if not _TON_FRIENDLY.fullmatch(written):
        written = written.strip("_-") if ":" not in written else written
    if _HEX40.fullmatch(written):
        return _ethereum(written)
    if written[:3].lower() == "bc1" or written[:4].lower() == "ltc1":
        return _segwit(written)
    kind = None
    if 26 <= len(written) <= 35 and written[0] in "13LMT":
        kind = _base58check(written)
    elif len(written) in (95, 106) and written[0] in "48":
        kind = "xmr" if _is_monero(written) else None
    elif _TON_RAW.fullmatch(written) or (_TON_FRIENDLY.fullmatch(written) and _is_ton(written)):
        kind = "ton"
    return (kind, written.lower() if ":" in written else written) if kind else None


def one_form(kind: str, value: str) -> str:
    """The value by which an address is one address however it is written: Ethereum in small letters, TON as `EQ...` (`kQ...` for tests).

    Any other value comes back as it is. TON's raw form and both friendly ones name one account (TEP-2).
    """
    if kind == "eth":
        return value.lower()
    if kind != "ton":
        return value
    if ":" in value:
        chain, _, account = value.partition(":")
        return _ton(bytes((0x11, int(chain) & 0xFF)) + bytes.fromhex(account))
    data = _ton_bytes(value)
    return _ton(bytes((_TON_BOUNCING.get(data[0], data[0]),)) + data[1:34])


def _ton(account: bytes) -> str:
    return urlsafe_b64encode(account + binascii.crc_hqx(account, 0).to_bytes(2, "big")).decode("ascii")


def _ethereum(written: str) -> tuple[str, str] | None:
    digits = written[2:]
    if digits in (digits.lower(), digits.upper()):
        return "eth", "0x" + digits.lower()
    marks = keccak_256(digits.lower().encode("ascii")).hex()
    right = all(d.isdigit() or d.isupper() == (mark >= "8") for d, mark in zip(digits, marks, strict=False))
    return ("eth", "0x" + digits) if right else None


def _base58(written: str) -> int | None:
    number = 0
    for letter in written:
        value = _VALUE.get(letter)
        if value is None:
            return None
        number = number * 58 + value
    return number


def _base58check(written: str) -> str | None:
    """The coin whose version byte the address carries, if its four check bytes hold."""
    number = _base58(written)
    if number is None or number.bit_length() > 200:
        return None
    data = number.to_bytes(25, "big")
    zeros = len(data) - len(data.lstrip(b"\0"))
    if len(written) - len(written.lstrip("1")) != zeros:
        return None
    if sha256(sha256(data[:21]).digest()).digest()[:4] != data[21:]:
        return None
    return _VERSIONS.get(data[0])


def _segwit(written: str) -> tuple[str, str] | None:
    address = written.lower()
    if written not in (address, written.upper()):
        return None
    human, _, letters = address.rpartition("1")
    values = [_BECH32.get(letter, -1) for letter in letters]
    if human not in ("bc", "ltc") or len(values) < 7 or -1 in values:
        return None
    end = _bech32_sum([ord(c) >> 5 for c in human] + [0] + [ord(c) & 31 for c in human] + values)
    version, size = values[0], (len(values) - 7) * 5 // 8
    if end != (_BECH32_END if version == 0 else _BECH32M_END) or (len(values) - 7) * 5 % 8 > 4:
        return None
    fits = size in (20, 32) if version == 0 else version <= 16 and 2 <= size <= 40
    return ("btc" if human == "bc" else "ltc", address) if fits else None


def _bech32_sum(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, step in enumerate(_BECH32_STEPS):
            if top >> bit & 1:
                check ^= step
    return check


def _is_monero(written: str) -> bool:
    data = b""
    for place in range(0, len(written), 11):
        block = written[place : place + 11]
        size, number = _XMR_BLOCK.get(len(block)), _base58(block)
        if size is None or number is None or number >> 8 * size:
            return False
        data += number.to_bytes(size, "big")
    if _XMR_NETWORKS.get(data[0]) != len(data):
        return False
    return keccak_256(data[:-4])[:4] == data[-4:]


def _is_ton(written: str) -> bool:
    data = _ton_bytes(written)
    if len(data) != 36 or data[0] not in _TON_TAGS or data[1] not in (0x00, 0xFF):
        return False
    return binascii.crc_hqx(data[:34], 0) == int.from_bytes(data[34:], "big")


def _ton_bytes(friendly: str) -> bytes:
    return urlsafe_b64decode(friendly.replace("+", "-").replace("/", "_"))
