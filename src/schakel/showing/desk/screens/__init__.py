"""The screens of the desk, in the order of the menu. A new screen is a module here and a line in this list."""

from schakel.showing.desk.screen import Screen
from schakel.showing.desk.screens import (
    audit,
    here,
    login,
    me,
    message,
    people,
    photo,
    queue,
    seller,
    verdict,
    welcome,
)

SCREENS: tuple[Screen, ...] = (
    welcome.SCREEN,
    queue.SCREEN,
    seller.SCREEN,
    message.SCREEN,
    photo.SCREEN,
    audit.SCREEN,
    people.SCREEN,
    me.SCREEN,
    login.SCREEN,
    verdict.SCREEN,
    here.SCREEN,
)
