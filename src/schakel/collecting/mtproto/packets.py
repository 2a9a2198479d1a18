"""Takes a packet to Telegram apart into its messages, as whoever receives it does: containers and packed messages too."""

import struct
import zlib
from collections.abc import Iterator

from telethon.extensions import BinaryReader

from schakel.collecting.mtproto.refusal import RefusalError

_CONTAINER = 0x73F1F8DC
_GZIP = 0x3072CFA1
_HEAD = struct.Struct("<qii")  # number of the message, place in the order, length of its body
_PLAIN_HEAD = struct.Struct("<qqi")  # no key (zero), number of the message, length of its body
_MOST_IN_CONTAINER = 1020  # what Telegram takes, by its description of containers
_PACKET = "a packet"
_NUMBER = 4  # bytes that a message begins with, and that tell what it is


def messages_in(packet: bytes, largest: int) -> list[bytes]:
    """The bodies of the messages in a packet (before it is encrypted), unpacked; RefusalError if it holds anything beside them.

    A body may be `largest` bytes when it is unpacked. A packet in a packet is left as it is, and is no request.
    """
    found = []
    for body in _bodies(packet):
        if _number(body) == _CONTAINER:
            found += list(_contained(body))
        else:
            found.append(body)
    return [_unpacked(body, largest) for body in found]


def is_plain(packet: bytes) -> bool:
    """Whether a packet on the line is unencrypted: then it names no key."""
    return packet[:8] == bytes(8)


def plain_body(packet: bytes) -> bytes:
    """The body of an unencrypted packet; RefusalError if it is not as long as it says."""
    if len(packet) < _PLAIN_HEAD.size:
        raise RefusalError(_PACKET, "it is cut off")
    length = _PLAIN_HEAD.unpack_from(packet)[2]
    body = packet[_PLAIN_HEAD.size :]
    if length != len(body):
        raise RefusalError(_PACKET, "it is not as long as it says")
    return body


def _bodies(packet: bytes) -> Iterator[bytes]:
    """The body of each message that stands behind another in a packet, as the library lays them."""
    if not packet:
        raise RefusalError(_PACKET, "it is empty")
    place = 0
    while place < len(packet):
        if len(packet) - place < _HEAD.size:
            raise RefusalError(_PACKET, "it is cut off")
        length = _HEAD.unpack_from(packet, place)[2]
        place += _HEAD.size
        if not _NUMBER <= length <= len(packet) - place:
            raise RefusalError(_PACKET, "a message in it is not as long as it says")
        yield packet[place : place + length]
        place += length


def _contained(body: bytes) -> Iterator[bytes]:
    count = int.from_bytes(body[4:8], "little")
    found = list(_bodies(body[8:]))
    if len(found) != count or count > _MOST_IN_CONTAINER:
        raise RefusalError(_PACKET, "it does not hold as many messages as it says")
    yield from found


def _unpacked(body: bytes, largest: int) -> bytes:
    if _number(body) != _GZIP:
        return body
    try:
        reader = BinaryReader(body[_NUMBER:])
        packed = reader.tgread_bytes()
        whole = reader.position == len(body) - _NUMBER
        unpacker = zlib.decompressobj(wbits=31)
        found = unpacker.decompress(packed, largest)
    except (zlib.error, BufferError, struct.error, IndexError) as error:
        raise RefusalError(_PACKET, f"a message in it cannot be unpacked ({type(error).__name__})") from None
    if not whole or unpacker.unused_data or not unpacker.eof:
        raise RefusalError(_PACKET, "a message in it holds more than a read does when it is unpacked")
    return found


def _number(body: bytes) -> int:
    return int.from_bytes(body[:_NUMBER], "little")
