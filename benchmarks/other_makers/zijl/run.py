"""Runs a world from the first day to the last."""

from __future__ import annotations

from .buying import buy_day
from .people import World
from .selling import sell_day
from .setup import build, stock_lines
from .talk import talk_day
from .worlds import WORLDS


def simulate(name: str, seed: int) -> World:
    """All days of one world."""
    world = World(WORLDS[name], seed)
    build(world)
    for day in range(world.spec.days):
        sell_day(world, day)
        if day == 1:
            stock_lines(world)
        buy_day(world, day)
        talk_day(world, day)
    return world
