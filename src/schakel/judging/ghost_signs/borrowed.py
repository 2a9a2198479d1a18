"""Whether the seller shows goods and words of its own."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign, counted


class Borrowed(NamedTuple):
    """Distinct texts and photos of one seller, and how many of them another used first."""

    texts: int
    texts_borrowed: int
    photos: int
    photos_borrowed: int


def texts_first_posted_by_another(row: Borrowed, limits: Limits) -> Seen | None:
    """The seller's ads are copies of ads that somebody else posted earlier."""
    if not row.texts:
        return None
    share = row.texts_borrowed / row.texts
    detail = f"{row.texts_borrowed} of {counted(row.texts, 'text')} first posted by another."
    if share >= limits["borrowed_share"]:
        return Seen(True, detail, "borrowed_text_messages", share)
    if row.texts_borrowed == 0 and row.texts >= limits["own_texts"]:
        return Seen(False, detail, "own_text_messages")
    return None


def photos_first_used_by_another(row: Borrowed, limits: Limits) -> Seen | None:
    """The seller's photos were used earlier by somebody else."""
    if not row.photos:
        return None
    share = row.photos_borrowed / row.photos
    detail = f"{row.photos_borrowed} of {counted(row.photos, 'photo')} first used by another."
    if share >= limits["borrowed_share"]:
        return Seen(True, detail, "borrowed_photo_messages", share)
    return Seen(False, detail, "own_photo_messages") if row.photos_borrowed == 0 else None


SIGNS = tuple(
    Sign("borrowed", Borrowed, rule) for rule in (texts_first_posted_by_another, photos_first_used_by_another)
)
