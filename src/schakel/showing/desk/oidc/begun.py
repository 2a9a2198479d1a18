"""The logins that browsers were sent away for, each taken back once and within ten minutes."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

LONGEST = timedelta(minutes=10)
_MOST = 1000  # at once; further ones push out the oldest


@dataclass(frozen=True, slots=True)
class Begun:
    """A login that a browser was sent away for: what must come back with it."""

    state: str
    nonce: str
    verifier: str
    back: str  # the address of this desk that the provider leads back to
    asked: str  # the page of this desk that the person wanted to see


class Waiting:
    """What was begun, by the word that the browser keeps."""

    def __init__(self) -> None:
        self._begun: OrderedDict[str, tuple[datetime, Begun]] = OrderedDict()
        self._lock = Lock()

    def begin(self, back: str, asked: str, now: datetime) -> tuple[str, Begun]:
        """One more, and the word for the browser."""
        word = secrets.token_urlsafe(32)
        state, nonce, verifier = (secrets.token_urlsafe(bytes_) for bytes_ in (24, 24, 48))
        begun = Begun(state, nonce, verifier, back, asked)
        with self._lock:
            self._begun[word] = (now, begun)
            while len(self._begun) > _MOST:
                self._begun.popitem(last=False)
        return word, begun

    def take(self, word: str, now: datetime) -> Begun | None:
        """The begun login of a word, if it is not too old; it is gone afterwards."""
        with self._lock:
            at, begun = self._begun.pop(word, (None, None))
        return begun if at is not None and now - at <= LONGEST else None
