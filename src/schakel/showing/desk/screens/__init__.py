"""The screens of the desk, in the order of the menu. A new screen is a module here and a line in this list."""

from schakel.showing.desk.screen import Screen
from schakel.showing.desk.screens import (
    audit,
    cases,
    coverage,
    here,
    login,
    map,
    market,
    me,
    message,
    network,
    people,
    photo,
    plan,
    queue,
    search,
    seller,
    verdict,
    welcome,
)

SCREENS: tuple[Screen, ...] = (
    welcome.SCREEN,
    queue.SCREEN,
    cases.SCREEN,
    plan.SCREEN,
    search.SCREEN,
    seller.SCREEN,
    message.SCREEN,
    photo.SCREEN,
    market.SCREEN,
    map.SCREEN,
    network.SCREEN,
    coverage.SCREEN,
    audit.SCREEN,
    people.SCREEN,
    me.SCREEN,
    login.SCREEN,
    verdict.SCREEN,
    here.SCREEN,
)
