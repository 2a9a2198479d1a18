"""What the kinds of entry sign are called, by which pairs are looked at and of which it is learned what each is worth."""

from collections.abc import Iterable, Set

from schakel.linking.comparing.agreement import (
    COPIES,
    HARDLY_CHANGED,
    NAMES,
    OTHERS_SHARE_TOO,
    WORDED,
    Observation,
)

HARDLY_CHANGED_TOO = "a hardly changed name and an ad or photo"
PHOTO_OR_LIST = "a photo or price list"
WORDED_ALIKE = "ads worded alike"
OTHERS_TOO = " that others have too"  # after the name of a copy that other sellers share with both
_NAMED = frozenset(rule.__name__ for rule in NAMES)
_HARDLY_CHANGED = frozenset(rule.__name__ for rule in HARDLY_CHANGED)
_COPIED = frozenset(rule.__name__ for rule in COPIES)


def sign_of(seen: Iterable[Observation]) -> str | None:
    """The kind of entry sign by which a pair is looked at, contacts aside; None if there is none that is learned."""
    return sign_by({one.rule for one in seen})


def sign_by(rules: Set[str]) -> str | None:
    """The same, by the rules of what was seen."""
    copied = not rules.isdisjoint(_COPIED)
    if not rules.isdisjoint(_NAMED):
        return _named_sign(rules, copied=copied)
    if not copied:
        return None
    if "posts_same_ad" in rules:
        return "the same ad"
    also = OTHERS_TOO if OTHERS_SHARE_TOO in rules else ""
    if "posts_same_text" in rules:
        return "a near copy" + also
    if WORDED in rules:
        return WORDED_ALIKE + also
    return PHOTO_OR_LIST + also


def kind_of_sign(seen: Iterable[Observation]) -> str | None:
    """The same, whoever else shares a copy."""
    return kind_by({one.rule for one in seen})


def kind_by(rules: Set[str]) -> str | None:
    """The same, by the rules of what was seen."""
    name = sign_by(rules)
    return None if name is None else name.removesuffix(OTHERS_TOO)


def _named_sign(rules: Set[str], *, copied: bool) -> str:
    if copied and hardly_changed(rules):
        return HARDLY_CHANGED_TOO
    if "same_photo" in rules:
        return "a like name and a photo"
    return "a like name and an ad" if copied else "a like name"


def hardly_changed(rules: Iterable[str]) -> bool:
    """Whether names are alike by these rules, and only as who pretends takes one: a letter changed, or a word such as official."""
    names = _NAMED & set(rules)
    return bool(names) and names <= _HARDLY_CHANGED
