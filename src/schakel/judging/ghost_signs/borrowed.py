"""Whether the seller shows goods and words of its own."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted


class Borrowed(NamedTuple):
    """Distinct texts and photos of one seller, how many of them another used first, and for how many that counts: each by the
    chance that the other is not this seller under another name.
    """

    texts: int
    texts_borrowed: int
    texts_of_others: float
    photos: int
    photos_borrowed: int
    photos_of_others: float


def texts_first_posted_by_another(row: Borrowed, limits: Limits) -> Seen | None:
    """The seller's ads are copies of ads that somebody else posted earlier."""
    if not row.texts:
        return None
    detail = f"{row.texts_borrowed} of {counted(row.texts, 'text')} first posted by another."
    if row.texts_borrowed >= limits["borrowed_share"] * row.texts:
        return _copied(detail, row.texts_borrowed, row.texts_of_others, row.texts, "borrowed_text_messages")
    if row.texts_borrowed == 0 and row.texts >= limits["own_texts"]:
        return Seen(False, detail, "own_text_messages")
    return None


def photos_first_used_by_another(row: Borrowed, limits: Limits) -> Seen | None:
    """The seller's photos were used earlier by somebody else."""
    if not row.photos:
        return None
    detail = f"{row.photos_borrowed} of {counted(row.photos, 'photo')} first used by another."
    if row.photos_borrowed >= limits["borrowed_share"] * row.photos:
        return _copied(
            detail, row.photos_borrowed, row.photos_of_others, row.photos, "borrowed_photo_messages"
        )
    return Seen(False, detail, "own_photo_messages") if row.photos_borrowed == 0 else None


def _copied(detail: str, found: int, others: float, of: int, shows: str) -> Seen:
    if others < found:
        detail += f" Counted as {others:.1f}: the other may be this seller under another name."
    return Seen(True, detail, shows, others / of)


SIGNS = tuple(
    Sign("borrowed", Borrowed, rule) for rule in (texts_first_posted_by_another, photos_first_used_by_another)
)
