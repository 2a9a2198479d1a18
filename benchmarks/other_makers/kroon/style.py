"""How one hand writes: capitals, ends, emoji, slips, short forms, disguises, favourite phrases."""

from __future__ import annotations

from random import Random

from benchmarks.other_makers.kroon.core import Style
from benchmarks.other_makers.kroon.words import Phrase, bank, mapping, words

SWAP = {"o": "0", "e": "3", "i": "1", "a": "4", "s": "$"}
CAPS = ("normal", "normal", "lower", "lower", "lower", "first", "first", "upper")
NEAR = {"e": "r", "a": "s", "i": "o", "n": "m", "t": "r", "o": "p", "s": "d", "r": "t", "k": "l"}


def make_style(rng: Random, lang: str, formal: float = 0.0) -> Style:
    """Draw the habits of one hand; `formal` (0..1) is how shop-like it writes."""
    messy = rng.betavariate(1.2, 3.5) * (1 - 0.6 * formal)
    ends = words(lang, "ends")
    faces = words(lang, "faces")
    return Style(
        lang=lang,
        caps=rng.choice(CAPS) if rng.random() > formal * 0.5 else "normal",
        end=rng.choice(ends),
        emoji=rng.sample(faces, min(len(faces), rng.randint(1, 5))),
        emoji_rate=rng.choice((0.0, 0.0, 0.1, 0.2, 0.35, 0.6)),
        typo=0.03 * messy,
        abbr=rng.choice((0.0, 0.0, 0.1, 0.3, 0.6)) * (1 - formal),
        disguise=rng.choice((0.0, 0.0, 0.0, 0.15, 0.4)),
        stretch=rng.choice((0.0, 0.0, 0.03, 0.1)),
        lead=rng.sample(words(lang, "leads"), 3),
        lead_rate=rng.choice((0.0, 0.05, 0.15, 0.3)),
        tail=rng.sample(words(lang, "tails"), 3),
        tail_rate=rng.choice((0.0, 0.1, 0.2, 0.4)),
        width=rng.randint(5, 16),
    )


def favourite(rng: Random, style: Style, key: str, lang: str = "") -> Phrase:
    """A phrase of the bank; each hand keeps to its own favourites and strays one time in seven."""
    rows = bank(lang or style.lang, key)
    slot = f"{lang}{key}"
    picks = style.picks.get(slot)
    if picks is None:
        picks = rng.sample(range(len(rows)), min(len(rows), style.width))
        style.picks[slot] = picks
    if rng.random() < 0.14:
        return rng.choice(rows)
    return rows[rng.choice(picks)]


def slip(rng: Random, word: str) -> str:
    """One slip of the finger."""
    at = rng.randrange(1, len(word))
    kind = rng.random()
    if kind < 0.35:
        return word[:at] + word[at + 1 :]
    if kind < 0.6 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.8:
        return word[:at] + word[at] + word[at:]
    return word[:at] + NEAR.get(word[at], word[at]) + word[at + 1 :]


def disguised(rng: Random, word: str) -> str:
    """A product word written past a filter: c0ke, k.e.t.a, w*et."""
    kind = rng.random()
    if kind < 0.6:
        spots = [i for i, letter in enumerate(word) if letter in SWAP]
        if spots:
            at = rng.choice(spots)
            return word[:at] + SWAP[word[at]] + word[at + 1 :]
    if kind < 0.8 and len(word) < 8:
        return ".".join(word)
    at = len(word) // 2
    return word[:at] + "*" + word[at + 1 :] if len(word) > 3 else word


def fixed(token: str) -> bool:
    """Tokens that no habit may change: handles, numbers, links, addresses, slots."""
    return (
        token[:1] in "@+#€{"
        or any(c.isdigit() for c in token)
        or "://" in token
        or "." in token[1:-1]
        or len(token) > 22
    )


def spell(rng: Random, style: Style, line: str) -> str:
    """Short forms, slips and stretched vowels of one line."""
    short = mapping(style.lang, "abbr")
    out = []
    for token in line.split(" "):
        if fixed(token):
            out.append(token)
            continue
        low = token.lower()
        if low in short and rng.random() < style.abbr:
            token = short[low]
        if len(token) > 3 and token.isalpha() and rng.random() < style.typo:
            token = slip(rng, token)
        if len(token) > 3 and token[-1:] in "aeiouа" and rng.random() < style.stretch:
            token += token[-1] * rng.randint(1, 3)
        out.append(token)
    return " ".join(out)


def cased(style: Style, line: str) -> str:
    """Capitals as this hand sets them; handles and addresses stay as they are."""
    if style.caps == "first":
        return line[:1].upper() + line[1:]
    if style.caps not in ("lower", "upper"):
        return line
    turn = str.lower if style.caps == "lower" else str.upper
    return " ".join(token if fixed(token) else turn(token) for token in line.split(" "))


def write(rng: Random, style: Style, text: str, talk: bool = True) -> str:
    """The text as this hand would send it; `talk` adds what is said round a spoken line."""
    if talk and rng.random() < style.lead_rate:
        text = f"{rng.choice(style.lead)} {text}"
    lines = [cased(style, spell(rng, style, line)) for line in text.split("\n")]
    text = "\n".join(lines)
    if not talk:
        return text
    if rng.random() < style.tail_rate and text[-1:] not in "?!":
        text = f"{text} {rng.choice(style.tail)}"
    if text[-1:].isalpha():
        text += style.end
    if rng.random() < style.emoji_rate:
        text = f"{text} {rng.choice(style.emoji) * rng.choice((1, 1, 1, 2, 3))}"
    return text.strip()
