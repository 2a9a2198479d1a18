"""What two accounts have in common in their ways: hours, chats, places, prices of the same amounts, writing.

Only for pairs that share something already; by themselves these agree by chance too often.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.sparse import csr_matrix, diags

from schakel.linking.asking import Asking, ready
from schakel.linking.comparing.manners import manners_alike
from schakel.linking.comparing.observations import Activity
from schakel.linking.comparing.shared_stock import InCommon, ads_in_common, in_common
from schakel.linking.comparing.style import profiles
from schakel.linking.comparing.worded_ads import Wordings
from schakel.linking.copies.shingles import Floats, Ints

_SMOOTH = np.array([0.06, 0.24, 0.40, 0.24, 0.06])  # an hour leaks into its neighbours
_PRIOR_POSTS = 8.0  # posts of the usual rhythm added to each account's own
_BRIEF = 40  # letters of all different ads of an account together: who writes no more names somebody rather than sells
_FEW_WORDS = -1.0
_MOST_POSTS = 25.0  # beyond so many posts one knows an account's hours no better


@dataclass(frozen=True, slots=True)
class Habit:
    """How alike two accounts are in their ways; None where one of them shows nothing.

    `hours` is the mean log10 ratio of one's posts under the other's rhythm and under everybody's, times how much
    is known (up to 5); `chats` the log10 of how much oftener they meet than their chats alone would have it;
    `area` the summed rarity (log10) of places both name; `writing` the likeness of writing (0 to 1); `amounts` for
    how many amounts of a good both give prices, `same` for how many the same price; `ads` and `photos` how many of them both
    have, if any, of how many that the one with more has; `manners` how alike they advertise, in the order of `MANNERS`; `words` how alike
    they word their ads (0 to 1), below 0 where one of them has a few words only.
    """

    hours: float | None = None
    chats: float | None = None
    area: float | None = None
    writing: float | None = None
    amounts: int = 0
    same: int = 0
    ads: InCommon | None = None
    photos: InCommon | None = None
    manners: tuple[float | None, ...] = ()
    words: float | None = None


Pair = tuple[str, str]
NOTHING = Habit()


def habits(
    asked: Asking,
    seen: Activity,
    skeletons: pa.Table,
    pairs: Sequence[Pair],
    written: Sequence[Pair],
    words: Wordings,
) -> dict[Pair, Habit]:
    """The ways of each of the given pairs of accounts. `skeletons` are the ads without contacts.

    `words` tells how they word their ads. Writing is compared for the pairs `written` only: where a contact or an ad is shared it says nothing.
    """
    if not pairs:
        return {}
    table = pa.table({"left_id": [p[0] for p in pairs], "right_id": [p[1] for p in pairs]})
    prices = asked.ask(
        "price_agreement", {"own_posts": seen.posts, "own_items": seen.items, "pairs": ready(table)}
    )
    accounts = sorted({account for pair in pairs for account in pair})
    place = {account: number for number, account in enumerate(accounts)}
    left, right = (np.array([place[pair[side]] for pair in pairs], np.int64) for side in (0, 1))
    writing = _writing(seen.posts.result(), skeletons, written)
    shared = ads_in_common(seen.posts.result(), asked.ask("campaign_of").result(), pairs)
    shown = seen.shown.result()
    photos = in_common(shown["account_id"], shown["photo"], pairs)
    hours, chats = _times(seen.times.result(), place, left, right)
    area = _areas(seen.areas.result(), place, left, right)
    manners = zip(*manners_alike(seen.manners.result(), accounts, left, right).values(), strict=True)
    agreed = {
        (row["left_id"], row["right_id"]): (row["amounts"], row["same"])
        for row in prices.result().to_pylist()
    }
    worded = _worded(words, pairs)
    return {
        pair: Habit(
            h, c, a, writing.get(pair), *agreed.get(pair, (0, 0)), shared.get(pair), photos.get(pair), m, w
        )
        for pair, h, c, a, m, w in zip(pairs, hours, chats, area, manners, worded, strict=True)
    }


def _worded(words: Wordings, pairs: Sequence[Pair]) -> list[float | None]:
    brief = words.brief(_BRIEF)
    return [
        alike if alike is None or brief.isdisjoint(pair) else _FEW_WORDS
        for pair, alike in zip(pairs, words.likeness(pairs), strict=True)
    ]


def _times(
    rows: pa.Table, place: dict[str, int], left: Ints, right: Ints
) -> tuple[list[float | None], list[float | None]]:
    columns = {name: rows[name].to_pylist() for name in ("account_id", "chat_id", "hour")}
    posts = rows["posts"].to_numpy().astype(np.float64)
    chats = {chat: number for number, chat in enumerate(sorted({c for c in columns["chat_id"] if c}))}
    hour = np.array(columns["hour"], np.int64)
    chat = np.array([chats.get(c, -1) for c in columns["chat_id"]], np.int64)
    shared = chat >= 0
    usual_hours = np.asarray(np.bincount(hour, posts, 24) + 1, np.float64)
    met = posts[shared]
    usual_chats = (np.bincount(chat[shared], met, max(len(chats), 1)) + 1) / max(met.sum(), 1)
    own = np.array([place.get(account, -1) for account in columns["account_id"]], np.int64)
    kept = own >= 0
    many = len(place)
    by_hour = _counts(own[kept] * 24 + hour[kept], posts[kept], many, 24)
    kept &= shared
    by_chat = csr_matrix((posts[kept], (own[kept], chat[kept])), shape=(many, max(len(chats), 1)))
    known, meeting = (
        some[left] & some[right]
        for some in (np.asarray(by.sum(axis=1)).ravel() > 0 for by in (by_hour, by_chat))
    )
    return (
        _or_none(_same_hours(by_hour, usual_hours, left, right), known),
        _or_none(_same_chats(by_chat, usual_chats, left, right), meeting & (len(chats) > 1)),
    )


def _same_hours(by_hour: Floats, usual: Floats, left: Ints, right: Ints) -> Floats:
    spread = np.zeros_like(by_hour)
    for step in range(-2, 3):
        spread += np.roll(by_hour, step, axis=1) * _SMOOTH[step + 2]
    usual = np.asarray(usual / usual.sum(), np.float64)
    rhythm = (spread + _PRIOR_POSTS * usual) / (spread.sum(axis=1, keepdims=True) + _PRIOR_POSTS)
    ratio = np.log10(rhythm / usual)
    posts = np.maximum(by_hour.sum(axis=1), 1)
    share = by_hour / posts[:, None]
    both = (
        np.einsum("ij,ij->i", share[left], ratio[right]) + np.einsum("ij,ij->i", share[right], ratio[left])
    ) / 2
    return np.asarray(both * np.sqrt(np.minimum(np.minimum(posts[left], posts[right]), _MOST_POSTS)))


def _same_chats(by_chat: csr_matrix, usual: Floats, left: Ints, right: Ints) -> Floats:
    posts = np.maximum(np.asarray(by_chat.sum(axis=1)).ravel(), 1)
    scaled = diags(1 / posts) @ by_chat @ diags(1 / np.sqrt(usual))
    meet = np.asarray(scaled[left].multiply(scaled[right]).sum(axis=1)).ravel()
    return np.asarray(np.log10(np.maximum(meet, 0.05)))


def _areas(rows: pa.Table, place: dict[str, int], left: Ints, right: Ints) -> list[float | None]:
    accounts, names = rows["account_id"].to_pylist(), rows["place"].to_pylist()
    kinds = {name: number for number, name in enumerate(sorted(set(names)))}
    users = np.bincount([kinds[name] for name in names], minlength=max(len(kinds), 1))
    rarity = -np.log10((users + 1) / (len(set(accounts)) + 2))
    cells = [(place[a], kinds[n]) for a, n in zip(accounts, names, strict=True) if a in place]
    shape = (len(place), max(len(kinds), 1))
    where = np.array(cells, np.int64).reshape(-1, 2)
    named = csr_matrix((np.ones(len(cells)), (where[:, 0], where[:, 1])), shape=shape)
    weighed = named @ diags(np.maximum(rarity, 0))
    score = np.asarray(weighed[left].multiply(named[right]).sum(axis=1)).ravel()
    any_place = np.asarray(named.sum(axis=1)).ravel() > 0
    return _or_none(score, any_place[left] & any_place[right])


_LETTERS = 1_500  # an ad or five; writing ranks, so a few thousand accounts must not cost many seconds
_ALL_LETTERS = 6_000_000  # of all accounts together, so that memory stays bounded (0.6 GB)
_DIGITS = re.compile(r"\d+")


def _writing(posts: pa.Table, skeletons: pa.Table, pairs: Sequence[Pair]) -> dict[Pair, float]:
    """How alike the two accounts of each pair write in their ads without contacts and amounts."""
    if not pairs:
        return {}
    written = dict(zip(skeletons["text_id"].to_pylist(), skeletons["skeleton"].to_pylist(), strict=True))
    texts: dict[str, list[str]] = {account: [] for account in sorted({a for pair in pairs for a in pair})}
    for account, text in zip(posts["account_id"].to_pylist(), posts["text_id"].to_pylist(), strict=True):
        if account in texts:
            texts[account].append(_DIGITS.sub("0", written.get(text) or ""))
    place = {account: number for number, account in enumerate(texts)}
    left, right = (np.array([place[pair[side]] for pair in pairs], np.int64) for side in (0, 1))
    letters = min(_LETTERS, _ALL_LETTERS // len(texts))
    made = profiles([sorted(set(own)) for own in texts.values()], letters).alike(left, right)
    return dict(zip(pairs, np.round(made, 4).tolist(), strict=True))


def _counts(keys: Ints, weights: Floats, rows: int, columns: int) -> Floats:
    return np.asarray(np.bincount(keys, weights, rows * columns).reshape(rows, columns), np.float64)


def _or_none(values: Floats, known: npt.NDArray[np.bool_]) -> list[float | None]:
    rounded = np.round(values, 4).tolist()
    return [value if sure else None for value, sure in zip(rounded, known.tolist(), strict=True)]
