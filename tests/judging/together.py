"""Markets of many tests judged in one go: a judgement takes a second, however little there is to judge.

Each market keeps its own chats, accounts, texts and contacts; they share only what is learned of all sellers together, so a test
of that has a workspace of its own.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.small_market import SmallMarket, side_by_side

Make = TypeVar("Make", bound=Callable[..., SmallMarket])
Found = TypeVar("Found")
Name = tuple[Callable[..., SmallMarket], tuple[Any, ...]]


class Together:
    """Makers of markets, each with what it is given; all that they make is judged at once."""

    def __init__(self) -> None:
        self._made: dict[Name, SmallMarket] = {}

    def market(self, *variants: Any) -> Callable[[Make], Make]:
        """Has the decorated function make a market of each variant: a tuple of what it is given, or one thing."""

        def of(make: Make) -> Make:
            for variant in variants or ((),):
                given = variant if isinstance(variant, tuple) else (variant,)
                self._made[make, given] = make(*given)
            return make

        return of

    def judged(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        find: Callable[[DuckDBEngine], Iterable[tuple[str, Found]]],
    ) -> Callable[..., dict[str, Found]]:
        """A function that tells what `find` found in a market by the name of each subject; asked by its maker and what that was given.

        `find` gives pairs of a subject and what is found of it.
        """
        names = {name: f"m{number}x" for number, name in enumerate(self._made)}
        workspace = create_workspace(tmp_path_factory.mktemp("together") / "workspace")
        engine = DuckDBEngine(workspace, workers=Workers(1))
        side_by_side({names[name]: market for name, market in self._made.items()}).write(engine)
        found: dict[str, dict[str, Found]] = {market: {} for market in names.values()}
        for subject, what in find(engine):
            market, _, own = subject.partition("/")
            if own:  # else it is about all sellers together
                found[market][own] = what
        return lambda make, *given: found[names[make, given]]
