"""Keccak-256 as Ethereum and Monero use it: the padding of the original submission, before FIPS 202."""

_ROUNDS = 24
_LANE = (1 << 64) - 1
_RATE = 136  # bytes taken in between two permutations: (1600 - 2 * 256) bits


def _round_constants() -> tuple[int, ...]:
    """The iota constants, from the linear feedback register of the Keccak reference (x^8+x^6+x^5+x^4+1)."""
    state, constants = 1, []
    for _ in range(_ROUNDS):
        constant = 0
        for bit in range(7):
            if state & 1:
                constant |= 1 << ((1 << bit) - 1)
            state = state << 1 ^ (0x171 if state & 0x80 else 0)
        constants.append(constant)
    return tuple(constants)


def _walk() -> tuple[tuple[int, int], ...]:
    """Lane and rotation of the rho and pi steps, in the order in which the lanes are visited."""
    x, y, steps = 1, 0, []
    for t in range(24):
        x, y = y, (2 * x + 3 * y) % 5
        steps.append((x + 5 * y, (t + 1) * (t + 2) // 2 % 64))
    return tuple(steps)


_IOTA, _RHO_PI = _round_constants(), _walk()


def _turn(lane: int, by: int) -> int:
    return (lane << by | lane >> (64 - by)) & _LANE


def _permute(lanes: list[int]) -> list[int]:
    for constant in _IOTA:
        parity = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        mix = [parity[x - 1] ^ _turn(parity[(x + 1) % 5], 1) for x in range(5)]
        lanes = [lane ^ mix[place % 5] for place, lane in enumerate(lanes)]
        carried = lanes[1]
        for place, by in _RHO_PI:
            carried, lanes[place] = lanes[place], _turn(carried, by)
        rows = [lanes[place : place + 5] for place in range(0, 25, 5)]
        lanes = [row[x] ^ (~row[(x + 1) % 5] & _LANE & row[(x + 2) % 5]) for row in rows for x in range(5)]
        lanes[0] ^= constant
    return lanes


def keccak_256(data: bytes) -> bytes:
    """The 32 bytes of the Keccak-256 digest (not SHA3-256, which pads differently)."""
    padded = bytearray(data + b"\x01" + b"\0" * (-(len(data) + 1) % _RATE))
    padded[-1] |= 0x80
    lanes = [0] * 25
    for start in range(0, len(padded), _RATE):
        for place in range(_RATE // 8):
            lanes[place] ^= int.from_bytes(padded[start + 8 * place : start + 8 * place + 8], "little")
        lanes = _permute(lanes)
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])
