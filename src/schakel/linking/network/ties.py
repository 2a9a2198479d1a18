"""What passes between accounts besides being one seller: replies, forwards, mentions, vouches, warnings, payments."""

from schakel.linking.asking import Answer, Asking
from schakel.linking.comparing.observations import Activity

# Selectors that say where money goes.
_MONEY = " iban wallet btc bitcoin eth ethereum xmr monero ltc litecoin usdt tron trx sol doge ton "


def ties(asked: Asking, seen: Activity) -> tuple[Answer, Answer]:
    """Rows of `links`, one for each pair and kind of tie, and rows of `network`, the same by month.

    The left account acts, the right one is meant; they carry no weight for being one seller (0). A contact
    named in a vouch, a warning or a question leads to the account that most often gives it as its own.
    """
    owners = asked.ask("owners", {"contacts": seen.contacts})
    strings = asked.ask_each("strings", "messages", by="message_id")
    named = {"owners": owners, "named_selectors": seen.selectors, "moving": seen.moving, "strings": strings}
    each = asked.ask("each_tie", named, {"money": _MONEY})
    return (
        asked.ask("ties", {"each_tie": each, "photo_pairs": seen.photos}, into="links"),
        asked.ask(
            "network",
            {"each_tie": each, "keeping": asked.ask_each("keeping", "messages", by="message_id")},
            into="network",
        ),
    )
