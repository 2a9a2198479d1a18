"""Which photos stand on the pages that a person was shown, so that fetching them is not a second look."""

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

_MOST = 4000


class Shown:
    """The newest few thousand pairs of person and photo."""

    def __init__(self) -> None:
        self._pairs: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._lock = Lock()

    def add(self, who: str, digests: Iterable[str]) -> None:
        """Notes that these photos stand on a page that the person was shown."""
        with self._lock:
            for digest in digests:
                self._pairs[who, digest] = None
                self._pairs.move_to_end((who, digest))
            while len(self._pairs) > _MOST:
                self._pairs.popitem(last=False)

    def holds(self, who: str, digest: str) -> bool:
        """Whether the photo stands on such a page."""
        with self._lock:
            return (who, digest) in self._pairs
