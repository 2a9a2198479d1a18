"""One connection of the loopback server: exchange of keys, encryption and packets, as Telegram's description has them.

TLObjects are read and written with the client library's own classes, so client and server speak one layer; keys, packets
and their order are done here, so a client that gets them wrong is not understood.
"""

import asyncio
import gzip
import hashlib
import os
import struct
import time
import zlib
from typing import Any

from telethon import helpers
from telethon.crypto import AES
from telethon.extensions import BinaryReader
from telethon.tl import TLObject, types
from telethon.tl import functions as ask

# The prime that Telegram itself uses, with g = 3; client libraries know it and need not prove that it is one.
PRIME = int(
    "C71CAEB9C6B1C9048E6C522F70F13F73980D40238E3E21C14934D037563D930F48198A0AA7C14058229493D22530F4DB"
    "FA336F6E0AC925139543AED44CCE7C3720FD51F69458705AC68CD4FE6B6B13ABDC9746512969328454F18FAF8C595F64"
    "2477FE96BB2A941D5BCD1D4AC8CC49880708FA9B378E3C4F3A9060BEE67CF9A4A4A695811051907E162753B56B0F6B41"
    "0DBA74D8A84B2A14B3144E0EF1284754FD17ED950D5965B4B9DD46582DB1178D169C6BC465B0D6FF9CA3928FEF5B9AE4"
    "E418FC15E83EBEA0F87FA9FF5EED70050DED2849F47BF959D956850CE929851F0D8115F635B105EE2E4E15D04B2454BF"
    "6F4FADF034B10403119CD8E3B92FCC5B",
    16,
)
GENERATOR = 3
_P, _Q = 1_000_000_007, 1_000_000_009
_CONTAINER, _GZIP, _RESULT = 0x73F1F8DC, 0x3072CFA1, 0xF35C6D01


def number_bytes(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def vector(items: list[Any]) -> bytes:
    return struct.pack("<Ii", 0x1CB5C415, len(items)) + b"".join(bytes(one) for one in items)


class RejectedError(Exception):
    """The server's answer that a request could not be done."""

    def __init__(self, code: int, word: str) -> None:
        super().__init__(word)
        self.code, self.word = code, word


class Line:
    """A client that is connected. `server` has the key, the accounts, and answers requests."""

    def __init__(self, server: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.server, self._reader, self._writer = server, reader, writer
        self.key = b""
        self._session = self._sent = self._order = self._last_id = 0

    async def serve(self) -> None:
        try:
            while True:
                (length,) = struct.unpack("<i", await self._reader.readexactly(4))
                rest = await self._reader.readexactly(length - 4)
                self.server.bytes_in += length
                self._packet(rest[4:-4])
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._writer.close()

    def cut(self) -> None:
        self._writer.transport.abort()

    def _packet(self, packet: bytes) -> None:
        if packet[:8] == bytes(8):
            step = BinaryReader(packet[20:]).tgread_object()
            self.server.arrived.append(self.server.called(step))
            self._exchange(step)
            return
        self.key = self.server.keys[packet[:8]]
        key, iv = self._keys(packet[8:24], 0)
        plain = AES.decrypt_ige(packet[24:], key, iv)
        assert hashlib.sha256(self.key[88:120] + plain).digest()[8:24] == packet[8:24], "the key does not fit"
        (self._session,) = struct.unpack("<q", plain[8:16])
        number, _, length = struct.unpack("<qii", plain[16:32])
        self._message(number, plain[32 : 32 + length])

    def _keys(self, message_key: bytes, side: int) -> tuple[bytes, bytes]:
        a = hashlib.sha256(message_key + self.key[side : side + 36]).digest()
        b = hashlib.sha256(self.key[side + 40 : side + 76] + message_key).digest()
        return a[:8] + b[8:24] + a[24:], b[:8] + a[8:24] + b[24:]

    def _message(self, number: int, body: bytes) -> None:
        (kind,) = struct.unpack("<I", body[:4])
        if kind == _CONTAINER:
            (count,), place = struct.unpack("<i", body[4:8]), 8
            for _ in range(count):
                inner, _, length = struct.unpack("<qii", body[place : place + 16])
                self._message(inner, body[place + 16 : place + 16 + length])
                place += 16 + length
        elif kind == _GZIP:
            self._message(number, gzip.decompress(BinaryReader(body[4:]).tgread_bytes()))
        else:
            self._request(number, BinaryReader(body).tgread_object())

    def _request(self, number: int, request: Any) -> None:
        self.server.arrived.append(self.server.called(request))
        if isinstance(request, types.MsgsAck | types.MsgsStateInfo):
            return
        if self.server.wrong_salts and not isinstance(request, ask.PingRequest):
            self.server.wrong_salts -= 1
            self._say(bytes(types.BadServerSalt(number, 1, 48, self.server.wrong_salts + 77)))
            return
        if isinstance(request, ask.PingRequest):
            self._say(bytes(types.Pong(number, request.ping_id)))
            return
        try:
            answer = bytes(self.server.answer(self, request))
        except RejectedError as error:
            answer = bytes(types.RpcError(error.code, error.word))
        except Exception as fault:  # noqa: BLE001 - a fault of this server: the test that made it shall hear of it
            self.server.faults.append(fault)
            answer = bytes(types.RpcError(400, "FAULT_OF_THE_TEST_SERVER"))
        if self.server.packs and len(answer) > 512:
            squeezed = gzip.compress(answer, mtime=0)
            answer = struct.pack("<I", _GZIP) + TLObject.serialize_bytes(squeezed)
        self._say(struct.pack("<Iq", _RESULT, number) + answer)

    def _say(self, body: bytes) -> None:
        order = self._order * 2 + 1
        self._order += 1
        plain = struct.pack("<qqqii", 0, self._session, self._new_id(), order, len(body)) + body
        plain += os.urandom(-(len(plain) + 12) % 16 + 12)
        message_key = hashlib.sha256(self.key[96:128] + plain).digest()[8:24]
        key, iv = self._keys(message_key, 8)
        name = hashlib.sha1(self.key).digest()[-8:]  # noqa: S324 - the protocol's own
        self._put(name + message_key + AES.encrypt_ige(plain, key, iv))

    def _say_plainly(self, thing: Any) -> None:
        body = bytes(thing)
        self._put(struct.pack("<qqi", 0, self._new_id(), len(body)) + body)

    def _put(self, packet: bytes) -> None:
        framed = struct.pack("<ii", len(packet) + 12, self._sent) + packet
        self._sent += 1
        self._writer.write(framed + struct.pack("<I", zlib.crc32(framed)))

    def _new_id(self) -> int:
        self._last_id = max((int(time.time() * 2**32) & ~3) | 1, self._last_id + 4)
        return self._last_id

    def _exchange(self, step: Any) -> None:
        self.server.exchanges.append(type(step).__name__)
        if isinstance(step, ask.ReqPqMultiRequest):
            self._nonce, self._own = step.nonce, int.from_bytes(os.urandom(16), "big", signed=True)
            product = number_bytes(_P * _Q)
            self._say_plainly(types.ResPQ(self._nonce, self._own, product, [self.server.fingerprint]))
        elif isinstance(step, ask.ReqDHParamsRequest):
            self._offer(step)
        elif isinstance(step, ask.SetClientDHParamsRequest):
            self._agree(step)

    def _offer(self, step: ask.ReqDHParamsRequest) -> None:
        opened = pow(int.from_bytes(step.encrypted_data, "big"), self.server.private.d, self.server.private.n)
        inner = BinaryReader(opened.to_bytes(255, "big")[20:]).tgread_object()
        self._new = inner.new_nonce
        self._tmp = helpers.generate_key_data_from_nonce(self._own, self._new)
        self._secret = int.from_bytes(os.urandom(256), "big")
        half = number_bytes(pow(GENERATOR, self._secret, PRIME))
        now = int(time.time())
        said = bytes(
            types.ServerDHInnerData(self._nonce, self._own, GENERATOR, number_bytes(PRIME), half, now)
        )
        said = hashlib.sha1(said).digest() + said  # noqa: S324 - the protocol's own
        said += os.urandom(-len(said) % 16)
        self._say_plainly(types.ServerDHParamsOk(self._nonce, self._own, AES.encrypt_ige(said, *self._tmp)))

    def _agree(self, step: ask.SetClientDHParamsRequest) -> None:
        inner = BinaryReader(AES.decrypt_ige(step.encrypted_data, *self._tmp)[20:]).tgread_object()
        key = number_bytes(pow(int.from_bytes(inner.g_b, "big"), self._secret, PRIME))
        digest = hashlib.sha1(key).digest()  # noqa: S324 - the protocol's own
        self.server.keys[digest[-8:]] = key
        new = self._new.to_bytes(32, "little", signed=True)
        proof = hashlib.sha1(new + b"\x01" + digest[:8]).digest()[4:20]  # noqa: S324 - the protocol's own
        self._say_plainly(types.DhGenOk(self._nonce, self._own, int.from_bytes(proof, "little", signed=True)))
