"""Habits of writing. A person has one style; it is drawn once and shows, weakly, in everything he types."""

from __future__ import annotations

from random import Random

from .lexicon import form, forms, people
from .model import Person, Style

LEET = str.maketrans({"o": "0", "e": "3", "i": "1", "a": "4"})


def draw(rng: Random, lang: str) -> Style:
    """A style. Most people on a phone write small letters, few points and hardly an emoji; some shout."""
    known = people()
    count = rng.choice([0, 0, 1, 2, 2, 4])
    return Style(
        case=rng.choices(["low", "asis", "caps", "first"], [5, 4, 0.7, 1.5])[0],
        end=rng.choices(["", ".", "!", "!!", "..", " "], [8, 1.5, 1, 0.6, 0.8, 0.3])[0],
        emoji=rng.sample(known["emoji"]["all"], count),
        emoji_rate=rng.choice([0.1, 0.3, 0.7]) if count else 0.0,
        typo=rng.choice([0, 0, 0.02, 0.05, 0.1]),
        short=rng.choice([0, 0, 0.3, 0.8]),
        tic=rng.choice(known["tics"][lang]),
        tic_rate=rng.choice([0, 0, 0.08, 0.25]),
        sep=rng.choice(forms()["separators"]),
        money=rng.choice(forms()["money"].get(lang, forms()["money"]["nl"])),
        gram=rng.choice(form("gram", lang)),
        count=rng.choice(form("count", lang)),
        leet=rng.random() < 0.08,
        form=rng.randrange(14),
        bullet=rng.choice(forms()["bullets"]),
        frames=rng.randrange(1 << 20),
    )


def slip(rng: Random, word: str) -> str:
    """A slip of the thumb: two letters swapped, one dropped or doubled."""
    at = rng.randrange(1, len(word) - 2)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if kind == 1 else word[:at] + word[at] + word[at:]


def mangle(rng: Random, style: Style, lang: str, text: str) -> str:
    """Shortenings and slips, never in names, numbers or links."""
    short = people()["short"][lang]
    words = []
    for word in text.split(" "):
        if word.lower() in short and rng.random() < style.short:
            word = short[word.lower()]
        elif len(word) > 4 and word.isalpha() and rng.random() < style.typo:
            word = slip(rng, word)
        words.append(word)
    return " ".join(words)


def cased(style: Style, text: str) -> str:
    """Capital letters by habit; a mention stays as it is."""
    if style.case == "low":
        return " ".join(word if "@" in word or "/" in word else word.lower() for word in text.split(" "))
    if style.case == "caps":
        return " ".join(word if "@" in word or "/" in word else word.upper() for word in text.split(" "))
    return text[:1].upper() + text[1:] if style.case == "first" else text


def say(rng: Random, person: Person, text: str) -> str:
    """What somebody types in the flow of a chat."""
    style = person.style
    text = mangle(rng, style, person.lang, text)
    if rng.random() < style.tic_rate and len(text) > 2:
        text = f"{text} {style.tic}" if rng.random() < 0.7 else f"{style.tic} {text}"
    text = cased(style, text)
    if style.end.strip() and text[-1].isalnum() and rng.random() < 0.75:
        text += style.end
    if style.emoji and rng.random() < style.emoji_rate * 0.4:
        text += ("" if rng.random() < 0.2 else " ") + rng.choice(style.emoji) * rng.choice([1, 1, 1, 2, 3])
    return text


def disguise(style: Style, word: str) -> str:
    """Some sellers write a product word with figures in it, always the same way."""
    if not style.leet or not word.isascii() or len(word) < 4 or not word.isalpha():
        return word
    return word[0] + word[1:].translate(LEET)


def money(style: Style, amount: float) -> str:
    """An amount in the writer's form."""
    whole = f"{amount:.2f}".rstrip("0").rstrip(".") if amount < 5 else str(round(amount))
    return style.money.format(p=whole, k=f"{amount / 1000:.1f}".rstrip("0").rstrip("."))
