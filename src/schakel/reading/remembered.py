"""What is said of single words, remembered while they keep coming back: most words of a text stood in one before."""

from collections.abc import Callable
from typing import TypeVar

_KEPT = 1 << 14  # words, then all are forgotten at once: that needs no count of who came last
_LONGEST = 64  # letters of a word that is remembered, so that the table stays small

Said = TypeVar("Said")


class Remembered(dict[str, Said]):
    """A table that asks for what it does not hold; a word that it holds costs half of what `lru_cache` takes."""

    def __init__(self, ask: Callable[[str], Said]) -> None:
        super().__init__()
        self._ask = ask
        self.__module__ = ask.__module__  # whose table it is

    def __missing__(self, word: str) -> Said:
        said = self._ask(word)
        if len(word) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = said
        return said

    def cache_clear(self) -> None:
        """Forgets everything, as when other word lists come in force."""
        self.clear()
