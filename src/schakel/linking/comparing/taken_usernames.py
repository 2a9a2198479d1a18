"""Usernames that somebody took with a sign more, since Telegram gives the one that buyers know to one account only.

Whoever wants to be taken for @black_baker promotes @blackbaker; a seller that goes on keeps the name that it shows as well. So
where nothing but such usernames is alike, the names are hardly changed ones, as with a letter changed.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from schakel.linking.comparing.agreement import Observation, name_one_edit_apart, same_name

_SAME, _CHANGED = same_name.__name__, name_one_edit_apart.__name__


def told_as_changed(named: Iterable[Observation]) -> list[Observation]:
    """The likenesses of names, those of pairs whose usernames differ in signs and whose names are not alike as hardly changed ones."""
    by_pair: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for one in named:
        by_pair[one.left, one.right].append(one)
    return [
        replace(one, rule=_CHANGED) if one.rule == _SAME and taken else one
        for seen in by_pair.values()
        for taken in [_taken(seen)]
        for one in seen
    ]


def _taken(seen: list[Observation]) -> bool:
    usernames = [one.detail.count("@") for one in seen]
    return 0 not in usernames and any(
        one.rule == _SAME and both > 1 for one, both in zip(seen, usernames, strict=True)
    )
