"""Requests and packets as a client would write them, and as one would that wants to get past the guard."""

import gzip
import struct

from telethon.tl import TLObject, types
from telethon.tl import functions as ask

quiet = ask.InvokeWithoutUpdatesRequest
MARKT = types.InputPeerChannel(500, 5500)
HISTORY = ask.messages.GetHistoryRequest(MARKT, 0, None, 0, 100, 0, 0, 0)


def packet(*bodies: bytes) -> bytes:
    return b"".join(struct.pack("<qii", number, 1, len(body)) + body for number, body in enumerate(bodies, 1))


def container(*bodies: bytes) -> bytes:
    return struct.pack("<II", 0x73F1F8DC, len(bodies)) + packet(*bodies)


def packed(body: bytes) -> bytes:
    return struct.pack("<I", 0x3072CFA1) + TLObject.serialize_bytes(gzip.compress(body, mtime=0))


READ, JOIN = bytes(quiet(HISTORY)), bytes(quiet(ask.channels.JoinChannelRequest(types.InputChannel(5, 6))))
ACK = bytes(types.MsgsAck([1]))
