"""The screens of the desk, in the order of the menu. A new screen is a module here and a line in this list."""

from schakel.showing.desk.screen import Screen
from schakel.showing.desk.screens import (
    audit,
    coverage,
    interventions,
    lexicon,
    map,
    market,
    message,
    network,
    plan,
    queue,
    search,
    seller,
    welcome,
)

SCREENS: tuple[Screen, ...] = (
    welcome.SCREEN,
    queue.SCREEN,
    plan.SCREEN,
    search.SCREEN,
    seller.SCREEN,
    message.SCREEN,
    market.SCREEN,
    map.SCREEN,
    network.SCREEN,
    interventions.SCREEN,
    lexicon.SCREEN,
    coverage.SCREEN,
    audit.SCREEN,
)
