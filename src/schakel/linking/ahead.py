"""What linking looks up in the messages themselves, before anything is known of sellers."""

from importlib.resources import files

from schakel.linking.comparing.observations import ASKED, SPOKEN, asked_words, spoken_words
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")


def look_ahead(engine: Engine) -> None:
    """Finds who speaks of another account, who asks about sellers or lists them, by what names accounts went, which cards they sent,
    what may be a wallet; kept.
    """
    engine.step_each(_SQL / "moving.sql", "messages", parameters=spoken_words(), telling=SPOKEN)
    engine.step_each(_SQL / "about_sellers.sql", "messages", parameters=asked_words(), telling=ASKED)
    engine.step_each(_SQL / "called.sql", "messages")
    engine.step_each(_SQL / "own_cards.sql", "messages")
    engine.step_each(_SQL / "strings.sql", "messages")
