"""What linking looks up in the messages themselves, before anything is known of sellers."""

from importlib.resources import files

from schakel.linking.comparing.observations import (
    asked_words,
    spoken_words,
    telling_of_accounts,
    telling_of_sellers,
)
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")
# What `strings.sql` looks for, in lower-case letters (0: in all letters of a text).
STRINGS = {"[a-z0-9]{15}|[a-z]{2}[0-9]{2} ?[a-z0-9]{4}": 0}


def look_ahead(engine: Engine) -> None:
    """Finds who speaks of another account, who asks about sellers or lists them, by what names accounts went, which cards they sent,
    what may be a wallet; kept.
    """
    engine.step_each(
        _SQL / "moving.sql",
        "messages",
        parameters=spoken_words(),
        by="message_id",
        telling=telling_of_accounts(),
    )
    engine.step_each(
        _SQL / "about_sellers.sql",
        "messages",
        parameters=asked_words(),
        by="message_id",
        telling=telling_of_sellers(),
    )
    engine.step_each(_SQL / "called.sql", "messages")
    engine.step_each(_SQL / "own_cards.sql", "messages", by="message_id")
    engine.step_each(_SQL / "strings.sql", "messages", by="message_id", telling=STRINGS)
