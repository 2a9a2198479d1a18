"""Addresses written so that no program takes them for a link: hxxps://t[.]me/somebody."""

import re

_SCHEME = re.compile(r"(?i)\bhttp(s?)://")
_DOT = re.compile(r"(?<=[\w\])])\.(?=\w)")


def defanged(address: str) -> str:
    """The address with its scheme and dots broken; text without either stays as it is."""
    return _DOT.sub("[.]", _SCHEME.sub(r"hxxp\1://", address))
