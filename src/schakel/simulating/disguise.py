"""Hiding words: look-alike letters, digits, spaces, repetition, marks that cannot be seen."""

from collections.abc import Callable

from schakel.simulating.chance import Chance, running
from schakel.simulating.words import Disguise


def hide(word: str, rules: Disguise, chance: Chance) -> str:
    """The word as a seller hides it from filters; a reader still sees what it is."""
    if len(word) < 3:
        return word  # two letters would be beyond recognition
    names = sorted(rules.ways)
    way = chance.by_weight(names, running([rules.ways[name] for name in names]))
    return _WAYS[way](word, rules, chance)


def _swap(word: str, table: dict[str, str], chance: Chance) -> str:
    letters = [table.get(c, c) if chance.yes(0.6) else c for c in word]
    for at, letter in enumerate(word):  # at least one letter changes, if any can
        if letter in table:
            letters[at] = table[letter]
            break
    return "".join(letters)


def _homoglyph(word: str, rules: Disguise, chance: Chance) -> str:
    return _swap(word, rules.homoglyph, chance)


def _leet(word: str, rules: Disguise, chance: Chance) -> str:
    return _swap(word, rules.leet, chance) if word.isalpha() else word.upper()


def _spaced(word: str, rules: Disguise, chance: Chance) -> str:
    return chance.pick(rules.spacers).join(word) if word.isalpha() and len(word) < 9 else word


def _repeated(word: str, rules: Disguise, chance: Chance) -> str:
    at = chance.below(len(word))
    return word[:at] + word[at] * (2 + chance.below(3)) + word[at + 1 :] if word[at].isalpha() else word


def _invisible(word: str, rules: Disguise, chance: Chance) -> str:
    mark, at = chance.pick(rules.invisible), 1 + chance.below(max(1, len(word) - 1))
    return word[:at] + mark + word[at:]


def _capitals(word: str, rules: Disguise, chance: Chance) -> str:
    return "".join(c.upper() if at % 2 else c for at, c in enumerate(word))


_WAYS: dict[str, Callable[[str, Disguise, Chance], str]] = {
    "homoglyph": _homoglyph,
    "leet": _leet,
    "spaced": _spaced,
    "repeated": _repeated,
    "invisible": _invisible,
    "capitals": _capitals,
}
