"""The log of what is asked of Telegram: for each request its line, for each answer that may be kept its bytes.

`sent.jsonl` has a line for all that leaves this machine, written before it leaves, whoever wanted it sent: requests each time that
they go out, those that the library makes by itself, confirmations (`msgs_ack`) and the like, and the exchange of keys.
`requests.jsonl` has a line for each request and what came of it, written when that is known. Every answer is kept as it was received (unpacked, as the protocol writes objects) in `answers.tl`; its line in the log says
at which byte it begins, its size and sha256. Answers that hold keys, files, the account itself or its talks with others are
not kept there.
"""

from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any

from telethon.tl import TLRequest

from schakel.collecting.captures import Capture, Growing, Kept
from schakel.collecting.mtproto.guard import Guard
from schakel.collecting.mtproto.judging import Judged
from schakel.collecting.mtproto.refusal import RefusalError
from schakel.collecting.mtproto.told import told

ANSWERS = "answers.tl"
# Their answers are not kept as they came; the last shows talks of two.
_NOT_KEPT = ("auth.", "account.", "users.", "upload.", "help.", "messages.getDialogs")


class Log:
    """Writes what was asked: for each request its line, for each answer that may be kept its bytes."""

    def __init__(self, capture: Capture | None, guard: Guard) -> None:
        self._capture = capture
        self._rules = guard.rules
        self._mine: TLRequest | None = None
        self._heard: bytes | None = None
        self.word = ""
        self._answers: Growing | None = None
        self._place = 0
        self._packets = 0
        guard.hears(self._refused)
        guard.before_leaving(self._leaves)

    def expects(self, request: TLRequest) -> None:
        """The next answer to this request is for whoever asked, who writes its line."""
        self._mine, self._heard, self.word = request, None, ""

    def hears(self, request: TLRequest, body: bytes | None, error: str | None) -> None:
        """An answer came. Of what the library asked by itself (to connect, for another data centre) the line is written here."""
        if request is self._mine:
            self._heard, self.word = body, (error or "")[:60]
        elif self._capture is not None:
            said = told(request, self._rules) | {"answer": error or "received"}
            self._capture.log(self._capture.moment(), **said)

    def answered(self, at: str, request: TLRequest, answer: str, **more: Any) -> None:
        """Writes the line of a request, and keeps the bytes of its answer if there are any that may be kept."""
        if self._capture is None:
            return
        said = told(request, self._rules)
        if self._heard is not None and not said["request"].startswith(_NOT_KEPT):
            more |= {"kept": self._kept(self._heard), "begins": self._place}
            self._place += len(self._heard)
        self._capture.log(at, **said, answer=answer, **more)
        self._mine = self._heard = None

    def moment(self) -> str:
        """Now, as the log writes it."""
        return self._capture.moment() if self._capture is not None else ""

    def close(self) -> None:
        """Everything is on the disk."""
        if self._answers is not None:
            self._answers.close()

    def _kept(self, body: bytes) -> Kept:
        if self._answers is None and self._capture is not None:
            self._answers = self._capture.growing(ANSWERS)
        if self._answers is not None:
            self._answers.add(body, on_disk=True)  # before the line in the log that says it is there
        return Kept(ANSWERS, sha256(body).hexdigest(), len(body))

    def _leaves(self, inside: Sequence[Judged], size: int, encrypted: bool) -> None:
        if self._capture is None:
            return
        self._packets += 1
        said = {"packet": self._packets, "bytes": size} | ({} if encrypted else {"encrypted": False})
        for one in inside:
            request = (
                one.request if encrypted else None
            )  # numbers of the exchange of keys tell nobody anything
            asked = {"request": one.name} if request is None else told(request, self._rules)
            around = {"around": list(one.around)} if one.around else {}
            self._capture.leaving(**said, **asked, **around)

    def _refused(self, refused: RefusalError) -> None:
        if self._capture is not None:
            at = self._capture.moment()
            with suppress(OSError):  # what cannot be written down may be why it was refused
                self._capture.log(at, request=refused.request, because=refused.because, refused=True)
