"""Whether a chat is a talk of two: then its title is the name of a person, and its number a person's."""

_TALKS = frozenset({"personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes", "user"})
_TWO = 2


def is_talk(kind: str | None, writers: int | None) -> bool:
    """By its kind; where a source does not tell that (pages do not), at most two people write in a talk."""
    return kind in _TALKS if kind else (writers or 0) <= _TWO
