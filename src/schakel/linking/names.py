"""Names that look like the next account of the same seller: the same, numbered, or one letter changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.weights import load_settings

_LEAST = 5  # shorter names agree too often by chance
_LONGEST = 32  # as long as a Telegram username may be
_BUCKET = 12  # names that meet in one deletion form; more means the form is no name


@dataclass(frozen=True, slots=True)
class Forms:
    """A name as written, its letters and digits only, and without what marks a next account."""

    written: str
    compact: str
    stem: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Two different names that resemble each other, and by which rule."""

    rule: str
    one: Forms
    other: Forms


def forms(names: Iterable[str]) -> list[Forms]:
    """The forms of each different name that is long enough to say something, sorted."""
    written = pa.array(sorted(set(names)), pa.string())
    lower = pc.utf8_lower(pc.utf8_normalize(written, form="NFKC"))
    compact = pc.replace_substring_regex(lower, r"[^\pL\pN]+", "")
    stems = _stems(lower)
    rows = zip(written.to_pylist(), compact.to_pylist(), stems.to_pylist(), strict=True)
    return [Forms(w, c, s) for w, c, s in rows if _LEAST <= len(c) <= _LONGEST]


def alike(names: list[Forms]) -> Iterator[Alike]:
    """Pairs of different names: the same letters, the same stem with another number or mark, one edit apart."""
    done: set[tuple[str, str]] = set()
    for rule, buckets in (
        ("same_name", _grouped((n.compact, n) for n in names)),
        ("numbered_name", _grouped((n.stem, n) for n in names if len(n.stem) >= _LEAST)),
        ("name_one_edit_apart", _deletion_buckets(names)),
    ):
        for key in sorted(buckets):
            if len(buckets[key]) > _BUCKET:
                continue
            for one, other in combinations(sorted(buckets[key], key=lambda n: n.written), 2):
                if (one.written, other.written) not in done and (
                    rule != "name_one_edit_apart" or _one_edit(one.compact, other.compact)
                ):
                    done.add((one.written, other.written))
                    yield Alike(rule, one, other)


def _stems(lower: pa.Array) -> pa.Array:
    extras = "|".join(sorted(load_settings().words["name_extras"], key=lambda w: (-len(w), w)))
    spaced = pc.replace_substring_regex(lower, r"[^\pL\pN]+", "  ")
    bare = pc.replace_substring_regex(spaced, rf"(?:^| )(?:{extras}|[0-9]{{1,2}})(?: |$)", "  ")
    joined = pc.replace_substring_regex(bare, " +", "")
    without = pc.replace_substring_regex(joined, r"(backup|bckp|bkp|reserve|official|2nd)$", "")
    return pc.replace_substring_regex(without, r"(\pL)[0-9]$", r"\1")


def _grouped(pairs: Iterable[tuple[str, Forms]]) -> Mapping[str, list[Forms]]:
    buckets: dict[str, list[Forms]] = defaultdict(list)
    for key, name in pairs:
        buckets[key].append(name)
    return buckets


def _deletion_buckets(names: list[Forms]) -> Mapping[str, list[Forms]]:
    # Two names one edit apart share the form in which the edited letter is left out.
    keys = (
        (name.compact[:at] + name.compact[at + 1 :], name)
        for name in names
        if len(name.compact) > _LEAST
        for at in range(len(name.compact))
        if at == 0 or name.compact[at] != name.compact[at - 1]
    )
    whole = ((name.compact, name) for name in names if len(name.compact) > _LEAST)
    return _grouped([*keys, *whole])


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + (len(a) >= len(b)) :] == b[start + (len(b) >= len(a)) :] and not (
        a[start : start + 1].isdigit() and b[start : start + 1].isdigit()
    )
