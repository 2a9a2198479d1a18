"""Packets are taken apart before they are encrypted, and a guard that has refused once lets nothing out."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telethon.tl import functions as ask
from telethon.tl import types

from schakel.collecting.mtproto.guard import Guard
from schakel.collecting.mtproto.packets import messages_in
from schakel.collecting.mtproto.refusal import RefusalError
from tests.collecting.mtproto.by_hand import ACK, JOIN, READ, container, packed, packet


@pytest.mark.parametrize(
    "good",
    [
        packet(READ),
        packet(container(READ, ACK)),
        packet(packed(READ)),
        packet(container(packed(READ), READ)),
        packet(READ, ACK),
    ],
)
def test_packets_are_taken_apart(good: bytes) -> None:
    assert set(messages_in(good, 65536)) <= {READ, ACK}
    assert Guard("collect").seal(good, lambda plain: plain[::-1]) == good[::-1]


@pytest.mark.parametrize(
    "bad",
    [
        packet(JOIN),
        packet(container(READ, JOIN)),
        packet(container(JOIN, READ)),
        packet(packed(JOIN)),
        packet(container(READ, packed(JOIN))),
        packet(READ, JOIN),
        packet(container(container(READ))),
        packet(packed(packed(READ))),
        packet(packed(container(READ))),
        packet(packed(READ) + b"\0\0\0\0"),
        packet(packed(READ)[:-8]),
        packet(struct.pack("<II", 0x73F1F8DC, 2) + packet(READ)),
        packet(struct.pack("<II", 0x73F1F8DC, 0)),
        packet(READ) + b"\0",
        packet(READ)[:-1],
        struct.pack("<qii", 1, 1, -4) + READ,
        packet(packed(bytes(10_000_000))),
        packet(b""),
        b"",
    ],
)
def test_a_packet_with_anything_else_in_it_does_not_go_out(bad: bytes) -> None:
    sealed: list[bytes] = []
    guard = Guard("collect")
    with pytest.raises(RefusalError):
        guard.seal(bad, lambda plain: sealed.append(plain) or plain)
    assert not sealed
    assert guard.refused is not None


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_a_packet_of_noise_does_not_go_out(noise: bytes) -> None:
    service = [packet(bytes(types.MsgsAck([])))[16:]]
    try:
        Guard("collect").seal(noise, bytes)
    except RefusalError:
        return
    assert set(messages_in(noise, 65536)) <= set(service)


# The guard itself


def test_after_one_refusal_nothing_goes_out() -> None:
    told: list[str] = []
    guard = Guard("collect", lambda refused: told.append(refused.request))
    guard.seal(packet(READ), bytes)
    with pytest.raises(RefusalError):
        guard.enter(JOIN)
    for again in (
        lambda: guard.enter(READ),
        lambda: guard.seal(packet(READ), bytes),
        lambda: guard.leave(packet(READ)),
    ):
        with pytest.raises(RefusalError):
            again()
    assert told == ["channels.joinChannel"]


def test_a_packet_leaves_once_and_only_through_the_guard() -> None:
    guard = Guard("collect")
    sealed = guard.seal(packet(READ), lambda plain: b"sealed: " + plain)
    assert guard.leave(sealed) == sealed
    with pytest.raises(RefusalError, match="did not come through"):
        guard.leave(sealed)
    with pytest.raises(RefusalError):
        Guard("collect").leave(b"of somebody else")


def test_an_unencrypted_packet_is_judged_too() -> None:
    def plain(body: bytes, length: int | None = None) -> bytes:
        return struct.pack("<qqi", 0, 5, len(body) if length is None else length) + body

    keys = bytes(ask.ReqPqMultiRequest(5))
    assert Guard("collect").leave(plain(keys)) == plain(keys)
    for bad in (plain(READ), plain(JOIN), plain(ACK), plain(keys, 4), plain(keys)[:12], plain(keys) + b"\0"):
        with pytest.raises(RefusalError):
            Guard("collect").leave(bad)
