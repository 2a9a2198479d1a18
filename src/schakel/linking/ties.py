"""What passes between accounts besides being one seller: replies, forwards, mentions, vouches, shared photos."""

from schakel.linking.asking import Answer, Asking
from schakel.linking.observations import Activity


def ties(asked: Asking, seen: Activity) -> Answer:
    """Rows of `links`, one for each pair and kind of tie, with how many messages and up to five of them.

    The left account acts, the right one is meant; they carry no weight for being one seller (0). A contact
    named in a vouch or a question leads to the account that most often gives it as its own.
    """
    owners = asked.ask("owners", {"contacts": seen.contacts})
    given = {"owners": owners, "photo_pairs": seen.photos, "selectors": seen.selectors}
    return asked.ask("ties", given, into="links")
