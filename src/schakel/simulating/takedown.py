"""The one day on which police strike: the busiest sellers fall, and what the others then do."""

from schakel.simulating.actors import Seller
from schakel.simulating.chance import Chance
from schakel.simulating.names import Names
from schakel.simulating.stage import Stage
from schakel.simulating.trading import Trading


def strike(stage: Stage, trading: Trading, names: Names, chance: Chance) -> None:
    """Takes down a share of the active sellers, and closes a middling group where there are eight or more."""
    habits = stage.habits["takedown"]
    active = [
        s for s in stage.sellers if s.posts and not s.down and not s.throwaway and s.account() is not None
    ]
    active.sort(key=lambda seller: (-seller.posts, seller.key))
    wanted = max(1, round(len(active) * habits["share"]))
    at = stage.zero
    fallen: list[Seller] = []
    for seller in active:
        if len(fallen) < wanted and chance.yes(habits["ghost"] if seller.ghost else 0.85):
            names.take_down(seller, at)
            fallen.append(seller)
    if len(stage.chats) >= 8:
        _close_chat(stage, trading, at)
    if stage.settings.adaptation:
        _adapt(stage, trading)


def _close_chat(stage: Stage, trading: Trading, at: int) -> None:
    chat = stage.chats[3]
    chat.open = False
    stage.made -= len(stage.buckets[chat.index])
    stage.buckets[chat.index] = []  # what was planned for today is not said any more
    for seller in stage.sellers:
        if chat.index in seller.chats:
            seller.chats = [index for index in seller.chats if index != chat.index]
            if not seller.chats:
                trading.choose_chats(seller)
    stage.note_chat(at, "chat-closed", chat)


def _adapt(stage: Stage, trading: Trading) -> None:
    """The others hide their words and leave the busiest group."""
    for seller in stage.sellers:
        if seller.down:
            continue
        seller.disguises = True
        seller.advert = None
        if len(seller.chats) > 1:
            seller.chats = [index for index in seller.chats if index != 0]
