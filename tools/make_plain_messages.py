"""Writes training/reading/plain.jsonl: messages of the plainest kind, put together from templates and word lists.

    python tools/make_plain_messages.py

Labelled messages are hard on purpose; what is fitted on them alone has never seen "Verkaufe Gras, Berlin, PN".
Same seed, same file.
"""

import json
import random
from pathlib import Path
from tomllib import loads

from schakel.reading.terms.lexicon import Term, load_lexicons

HOME = Path(__file__).resolve().parents[1] / "training"
PER_LANGUAGE = {"offer": 200, "request": 110, "vouch": 60, "warning": 60, "none": 210}
# Their ordinary words are sold lawfully everywhere: plain sentences do not tell.
EVERYDAY = {
    "stolen-goods",
    "tobacco-vapes",
    "counterfeit-goods",
    "accounts",
    "personal-data",
    "other-weapons",
}
# Made-up names of accounts: of sellers and of anybody.
BEFORE = (
    "snel",
    "top",
    "best",
    "real",
    "city",
    "nacht",
    "lena",
    "mark",
    "el",
    "mister",
    "kleine",
    "groene",
    "sam",
    "yara",
    "tom",
    "dj",
    "oma",
    "koning",
)
BEHIND = (
    "",
    "shop",
    "plug",
    "fox",
    "b",
    "nl",
    "berg",
    "piet",
    "maria",
    "games",
    "run",
    "bike",
    "store",
    "020",
    "king",
    "music",
)
LIGHTEST = 0.3  # log10: lighter words are too seldom meant as goods to stand in a plain sentence


def main() -> None:
    chance = random.Random(5)
    templates = loads((HOME / "plain_templates.toml").read_text("utf-8"))
    rows = []
    for language, given in templates.items():
        if language == "version":
            continue
        words = wares(language)
        for act, number in PER_LANGUAGE.items():
            for _ in range(number):
                rows.append(message(language, act, given, words, chance))
    lines = [json.dumps({"id": f"plain-{n:04}"} | row, ensure_ascii=False) for n, row in enumerate(rows)]
    (HOME / "reading" / "plain.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def wares(language: str) -> list[list[Term]]:
    """The usable words for goods of a language, a list for each commodity."""
    by_commodity: dict[str, list[Term]] = {}
    for term in load_lexicons().terms:
        usable = term.kind == "commodity" and term.language in {language, "any"} and term.written[0].isalpha()
        if usable and "*" not in term.written and term.weight >= LIGHTEST and term.concept not in EVERYDAY:
            by_commodity.setdefault(term.concept, []).append(term)
    return [by_commodity[name] for name in sorted(by_commodity)]


def message(
    language: str, act: str, given: dict[str, list[str]], words: list[list[Term]], chance: random.Random
) -> dict[str, object]:
    template = chance.choice(given[act])
    ware = chance.choice(chance.choice(words))
    plain = f"{chance.choice(BEFORE)}{chance.choice(('', '_'))}{chance.choice(BEHIND)}{chance.randint(1, 99)}"
    filled = template.replace("{reach}", chance.choice(given["reach"]))
    text = filled.format(
        ware=ware.written,
        name=chance.choice(given["names"]),
        plain=plain,
        thing=chance.choice(given["things"]),
        place=chance.choice(given["places"]),
        n=chance.randint(2, 20),
        p=chance.choice((10, 15, 20, 25, 40, 50, 70, 90, 120, 150, 250)),
        phone=f"06{chance.randint(10000000, 59999999)}",
        handle=f"@{plain}",
    )
    text = chance.choice((text, text, text.lower(), text + "!", text.upper() if act == "offer" else text))
    named = "{ware}" in template and act in {"offer", "request"}
    return {
        "text": text,
        "act": act,
        "items": [{"commodity": ware.concept}] if named else [],
        "tags": ["plain", language],
    }


if __name__ == "__main__":
    main()
