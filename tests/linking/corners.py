"""Many cases linked in one go: a linking takes a second, however little there is to link.

Each case stands in a corner of one market, with accounts, a chat, telephone numbers and names of its own. What hangs on how much
else stands in the market has a market of its own.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.linking.market import Market, reasons

_ACCOUNTS = 1000  # numbers of accounts in a corner
_NAMES = re.compile("groene|plug|plak|kaas|fondue|rode|stier|sneeuwpop|ijsbeertje|derde_naam", re.IGNORECASE)
_NUMBER = re.compile(r"\+31612345")  # how each telephone number of a case begins


class Corner:
    """The corner of one case: written as if it stood alone, kept under names and numbers of its own."""

    def __init__(self, market: Market, number: int) -> None:
        self._market = market
        self._number = number
        self.made: dict[str, pa.Table] = {}

    def call(self, **names: str) -> None:
        """Gives accounts a display name, before they post: `a3="Groene Plug"`."""
        self._market.names |= {self.who(int(key[1:])): self.own(name) for key, name in names.items()}

    def post(self, who: int, text: str, **more: Any) -> None:
        """As `Market.post`."""
        contacts = [self.own(contact) for contact in more.pop("contacts", ())]
        self._market.post(self.who(who), self.own(text), chat=self._number, contacts=contacts, **more)

    def post_own(self, who: int, *, contact: str, day: float = 0) -> None:
        """A post with words of its own and a contact."""
        value = contact.split(":", 1)[1]
        text = f"verkoper {self.who(who)} heeft vers binnen {value} dag {day}"
        self.post(who, text, day=day, contacts=[contact])

    def who(self, number: int) -> int:
        """The number under which an account of the case is kept."""
        return _ACCOUNTS * self._number + number

    def own(self, text: str) -> str:
        """The text with the names and numbers of this corner."""
        begins = random.Random(f"number {self._number}").randrange(10_000, 99_999)
        return _NAMES.sub(self._named, _NUMBER.sub(f"+316{begins}", text))

    def _named(self, found: re.Match[str]) -> str:
        word = found.group()
        known = "plug" if word.lower() == "plak" else word.lower()
        draw = random.Random(f"{known} {self._number}")
        made = "".join(draw.choice("bdfghklmnprstvw") + draw.choice("aeiou") for _ in range(len(known) // 2))
        made = made[:-2] + "ak" if word.lower() == "plak" else made  # two letters off, as it is written
        return made.capitalize() if word[0].isupper() else made

    def reasons(self, one: int, other: int) -> dict[str, float]:
        """As `market.reasons`."""
        return reasons(self.made, self.who(one), self.who(other))


def linked(
    tmp_path_factory: pytest.TempPathFactory, cases: Sequence[str], write: Callable[[Corner, str], None]
) -> dict[str, Corner]:
    """Each case in a corner that `write` filled, all of them linked at once."""
    market = Market()
    corners = {case: Corner(market, number) for number, case in enumerate(cases, 1)}
    for case, corner in corners.items():
        write(corner, case)
    engine = DuckDBEngine(
        create_workspace(tmp_path_factory.mktemp("corners") / "workspace"), workers=Workers(1)
    )
    made = market.link(engine)
    engine.workers.close()
    for corner in corners.values():
        corner.made = made
    return corners
