"""Workers that tell what they were handed, and do it in this process."""

from collections.abc import Iterable, Iterator
from typing import Any

from schakel.store.workers import Workers


class Telling(Workers):
    """Two processes that are said to stand ready or not; `sizes` holds how many texts each piece held."""

    def __init__(self, loaded: bool) -> None:
        super().__init__(2)
        self.sizes: list[int] = []
        self._ready = loaded

    @property
    def loaded(self) -> bool:
        return self._ready

    def begin(self, function: Any, pieces: Iterable[Any], ahead: int = 2) -> Iterator[Any]:
        for piece in pieces:
            self.sizes.append(len(piece))
            yield function(piece)
