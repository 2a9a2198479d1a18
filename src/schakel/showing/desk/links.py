"""Links that open the door once each: the desk prints one in the terminal, as notebooks do."""

import secrets
from hmac import compare_digest


class Links:
    """Links that let the person at this machine in, each once."""

    def __init__(self) -> None:
        self._open: set[str] = set()

    def make(self) -> str:
        """One more word for a link."""
        word = secrets.token_urlsafe(24)
        self._open.add(word)
        return word

    def takes(self, word: str) -> bool:
        """Whether a word opens the door; it does so once."""
        for known in self._open:
            if compare_digest(known.encode(), word.encode()):
                self._open.discard(known)
                return True
        return False
