"""The guard of one connection to Telegram: what leaves is judged where it leaves, and after one refusal nothing leaves.

Three gates stand one behind the other. At the first (`enter`) a request is judged as it is handed over, so that whoever
asks for it hears the refusal. At the second (`seal`) the whole packet is taken apart and judged as bytes, right before it
is encrypted, whatever way it came. At the third (`leave`) only a packet that the second let through goes onto the line,
once, or an unencrypted one that belongs to the exchange of keys; whoever keeps the log hears of it before it goes, and what
cannot be written down does not go.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

from telethon.tl import TLObject

from schakel.collecting.mtproto.judging import Judged, judge, judge_plain
from schakel.collecting.mtproto.packets import is_plain, messages_in, plain_body
from schakel.collecting.mtproto.refusal import RefusalError, UnwrittenError
from schakel.collecting.mtproto.rules import Purpose, Rules, read_rules

_T = TypeVar("_T")
# Told of a packet before it leaves: what is in it, its bytes on the line, and whether it is encrypted.
Leaves = Callable[[Sequence[Judged], int, bool], None]


class Guard:
    """Judges for one purpose; `tell` hears of the refusal, once, before it is raised."""

    def __init__(
        self,
        purpose: Purpose,
        tell: Callable[[RefusalError], None] = lambda _: None,
        rules: Rules | None = None,
    ) -> None:
        self.rules = rules or read_rules()
        self.purpose: Purpose = purpose
        self.refused: RefusalError | None = None
        self._told: list[Callable[[RefusalError], None]] = [tell]
        self._let_through: dict[bytes, Sequence[Judged]] = {}
        self._write_down: Leaves = lambda *_: None

    def hears(self, tell: Callable[[RefusalError], None]) -> None:
        """Tells this one too, if something is refused."""
        self._told.append(tell)

    def before_leaving(self, write_down: Leaves) -> None:
        """Has everything written down that leaves from now on, right before it does."""
        self._write_down = write_down

    def enter(self, message: TLObject | bytes) -> Judged:
        """A message that is handed over to be sent, judged by its bytes; RefusalError if it may not go out."""
        return self._first(lambda: judge(bytes(message), self.rules, self.purpose))

    def seal(self, packet: bytes, encrypt: Callable[[bytes], bytes]) -> bytes:
        """The packet, encrypted, if every message in it may go out; RefusalError if one may not, and then none does."""
        judged = self._first(lambda: self._judge_packet(packet))
        sealed = encrypt(packet)
        self._let_through[sha256(sealed).digest()] = judged
        return sealed

    def leave(self, packet: bytes) -> bytes:
        """What goes onto the line, as it is; RefusalError if it did not come through `seal` just now."""
        return self._first(lambda: self._judge_leaving(packet))

    def stop(self, refused: RefusalError) -> None:
        """Lets nothing out from now on."""
        if self.refused is None:
            self.refused = refused
            self._let_through.clear()
            for tell in self._told:
                tell(refused)

    def _first(self, judging: Callable[[], _T]) -> _T:
        if self.refused is not None:
            raise self.refused
        try:
            return judging()
        except RefusalError as refused:
            self.stop(refused)
            raise

    def _judge_packet(self, packet: bytes) -> Sequence[Judged]:
        bodies = messages_in(packet, self.rules.allow.largest_request)
        return [judge(body, self.rules, self.purpose) for body in bodies]

    def _judge_leaving(self, packet: bytes) -> bytes:
        if plain := is_plain(packet):
            inside: Sequence[Judged] = [judge_plain(plain_body(packet), self.rules)]
        else:
            found = self._let_through.pop(sha256(packet).digest(), None)
            if found is None:
                raise RefusalError("an encrypted packet", "it did not come through the guard")
            inside = found
        try:
            self._write_down(inside, len(packet), not plain)
        except OSError as error:
            raise UnwrittenError(", ".join(one.name for one in inside), str(error.strerror)) from None
        return packet
