"""Advertisements as notes to paste: written once, kept, edited now and then, copied by thieves and taken along to a next account."""

from __future__ import annotations

from random import Random

from .lexicon import family, form, own, phrase, table, words_for
from .model import Account, Note, Person
from .pricing import amount, block, lines_of, one_line
from .style import cased, mangle, money


class Notebook:
    """Writes notes; gives each a key so that copies can be counted in the checks."""

    def __init__(self, rng: Random) -> None:
        """Keeps what it works with."""
        self.rng = rng
        self.count = 0

    def frame(self, person: Person, commodities: list[str]) -> str:
        """A frame of advertisement that fits the goods and the scale."""
        kinds = {family(commodity) for commodity in commodities}
        keys = ["ad_any"] if len(kinds) > 1 or self.rng.random() < 0.35 else [f"ad_{kinds.pop()}"]
        if person.scale == "retail" and self.rng.random() < 0.06:
            keys = ["ad_bare"]
        if person.scale == "bulk":
            keys = [
                self.rng.choices(
                    ["ad_bulk", "ad_any", "ad_supply"],
                    [6, 2, 0] if person.role != "supplier" else [2, 0.5, 6],
                )[0]
            ]
        lines = table(person.lang)[keys[0]]
        return self.rng.choice(own(person, lines))

    def fill(self, person: Person, text: str, commodities: list[str]) -> tuple[str, list[str]]:
        """Puts goods, prices and places in a frame; returns which goods the text names."""
        lines = lines_of(self.rng, person, commodities)
        commodity, word, stages = lines[0]
        whole = "{list}" in text or "{line}" in text or "{items}" in text
        cost = f"{amount(person.style, person.lang, commodity, stages[0][0])} {money(person.style, stages[0][1])}"
        values = {
            "{list}": block(person.style, person.lang, lines),
            "{line}": one_line(person.style, person.lang, lines),
            "{items}": person.style.sep.join(line[1] for line in lines),
            "{item}": word,
            "{price}": cost,
            "{place}": self.rng.choice(person.places),
            "{hours}": self.rng.choice(form("hours", person.lang)),
        }
        named = commodities if whole else [commodity] * ("{item}" in text or "{price}" in text)
        text = text.replace("|", "\n")
        for slot, value in values.items():
            text = text.replace(slot, value)
        return text, named

    def dress(self, person: Person, text: str) -> str:
        """A greeting above and a word below, by habit."""
        rng, habit = self.rng, person.seed % 5
        if habit < 2 and rng.random() < 0.45:
            text = f"{phrase(rng, person, 'open').replace('{place}', rng.choice(person.places))}\n{text}"
        if habit in (1, 2) and rng.random() < 0.45:
            text = f"{text}\n{phrase(rng, person, 'close').replace('{hours}', rng.choice(form('hours', person.lang)))}"
        return text

    def foot(self, person: Person) -> tuple[str, bool, bool]:
        """What a seller adds about payment, out of his way of business."""
        rng, words, prepay, verify = self.rng, [], False, False
        if person.model == "phish" and rng.random() < 0.55:
            words.append(rng.choice(words_for("verify", person.lang)))
            verify = True
        if person.prepay and rng.random() < 0.42:
            words.append(rng.choice(words_for("prepay", person.lang)))
            prepay = True
        elif not person.prepay and rng.random() < 0.25:
            words.append(rng.choice(words_for("cash", person.lang)))
        if person.post and rng.random() < 0.4:
            words.append(rng.choice(words_for("post", person.lang)))
        return "\n".join(words), prepay, verify

    def write(self, person: Person) -> Note:
        """A new note about some or all of the seller's goods."""
        rng = self.rng
        held = [
            name for name, product in person.goods.items() if product.stock > 0 or rng.random() < 0.2
        ] or list(person.goods)
        chosen = held if rng.random() < 0.6 else rng.sample(held, rng.randint(1, len(held)))
        text, named = self.fill(person, self.frame(person, chosen), chosen)
        foot, prepay, verify = self.foot(person)
        text = self.dress(person, text)
        style = person.style
        if style.case == "caps" or (style.case == "low" and rng.random() < 0.6):
            text = "\n".join(
                cased(style, line) if "{contact}" not in line else line for line in text.split("\n")
            )
        text = "\n".join(mangle(rng, style, person.lang, line) for line in text.split("\n"))
        if style.emoji and rng.random() < style.emoji_rate:
            mark = rng.choice(style.emoji)
            text = f"{mark}{mark} {text} {mark}" if rng.random() < 0.4 else f"{text} {mark}"
        text = f"{text}\n{foot}" if foot else text
        self.count += 1
        factor = sum(person.goods[name].factor for name in named) / max(1, len(named))
        return Note(self.count, text, list(named), factor, prepay, verify)

    def steal(self, thief: Person, note: Note) -> Note:
        """A copy of another's note, sometimes with lower prices promised in an added line."""
        text = note.text
        foot, prepay, verify = self.foot(thief)
        if foot and self.rng.random() < 0.7:
            text = f"{text}\n{foot}"
        else:
            prepay = verify = False
        return Note(note.key, text, list(note.goods), note.price, prepay or note.prepay, verify)

    def paste(self, account: Account, note: Note) -> str:
        """The note as it is sent from an account: own contact filled in."""
        rng = self.rng
        person = account.owner
        text = note.text
        if "{contact}" not in text and rng.random() < 0.12:
            text += "\n{contact}"
        ways = (
            list(account.contacts)
            + [f"@{account.username}"] * (account.username != "")
            + form("lead", person.lang)
        )
        text = text.replace("{contact}", rng.choice(ways))
        if rng.random() < (0.3 if person.seed % 4 == 0 else 0.05):
            word = phrase(rng, person, "bump")
            text = f"{word}\n{text}" if person.seed % 8 else f"{text}\n{word}"
        return text


def answer_offer(rng: Random, notebook: Notebook, person: Person, commodity: str) -> tuple[str, list[str]]:
    """A reply to a request that offers in so many words."""
    known = commodity if commodity in person.goods else next(iter(person.goods))
    text = rng.choice(
        [
            line
            for line in table(person.lang)["ad_any"]
            if "{item}" in line and "{list}" not in line and "{contact}" not in line
        ]
    )
    filled, named = notebook.fill(person, text, [known])
    return filled, named


def ask(rng: Random, person: Person, commodity: str, word: str, quantity: str, bulk: bool) -> str:
    """A request."""
    keys = (
        ["ask_bulk"]
        if bulk
        else (["ask_any"] if rng.random() < 0.3 else [f"ask_{family(commodity)}", "ask_any"])
    )
    text = phrase(rng, person, *keys)
    if rng.random() < 0.14:
        text = f"{phrase(rng, person, 'greet')} {text}"
    if rng.random() < 0.2:
        text = f"{text}{rng.choice([' ', ', ', '. '])}{phrase(rng, person, 'ask_tail')}"
    hours = rng.choice(form("hours", person.lang))
    return (
        text.replace("{item}", word)
        .replace("{q}", quantity)
        .replace("{place}", rng.choice(person.places))
        .replace("{hours}", hours)
    )
