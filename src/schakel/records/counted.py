"""A number with its noun, as sentences say it."""


def counted(number: int, one: str, more: str = "") -> str:
    """A number with its noun: `1 account`, `3 accounts`."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def counted_doing(number: int, one: str, doing: str) -> str:
    """A number with its noun and what it does: `1 text speaks`, `3 texts speak`."""
    return f"{counted(number, one)} {doing}{'s' if number == 1 else ''}"
