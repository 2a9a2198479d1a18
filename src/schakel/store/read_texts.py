"""The different texts in which something was read: gathered at the first question about them, for all later ones.

Ads are copies: in a million messages 470,000 were read as an act, in 45,000 different texts of 3.5 million letters together.
To fetch them from `messages` means to unpack all 104 million letters there, a quarter of a second for each step that did.
"""

from collections.abc import Callable, Mapping
from threading import Lock

import pyarrow as pa

from schakel.records.tables import empty
from schakel.store.table_state import State

NAME = "read_texts"
MADE_FROM = ("messages", "offers")
SQL = """
WITH one AS (
    SELECT text_id, min(message_id) AS message_id FROM offers WHERE text_id IS NOT NULL GROUP BY text_id
)
SELECT one.text_id, messages.text
FROM one
JOIN messages USING (message_id)
ORDER BY one.text_id
"""


class ReadTexts:
    """The table `read_texts` (`text_id`, `text`), made again when the tables under it change."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[list[str], pa.Table] | None = None

    def of(self, states: Mapping[str, State], make: Callable[[], pa.Table]) -> pa.Table:
        """The texts of the tables as they stand; who asks while they are being made waits for them."""
        told = [states[name].digest for name in MADE_FROM]
        with self._lock:
            if self._made is None or self._made[0] != told:
                self._made = (told, make() if all(states[name].files for name in MADE_FROM) else _none())
            return self._made[1]


def _none() -> pa.Table:
    return empty("offers").select(["text_id"]).append_column("text", pa.array([], pa.string()))
