"""A small made-up market in Dutch with words that no list holds, and talk around it."""

from schakel.reading.suggesting.posts import Post

AMOUNTS = ((1, 50), (2, 95), (3, 140), (5, 220))
TALK = (
    "morgen regen in de stad", "wie gaat er mee fietsen zondag", "de trein was weer te laat", "mooie goal gisteren",
    "ik heb een nieuwe zonnebril", "gefeliciteerd met je verjaardag", "kan iemand mij helpen met wiskunde",
    "lekker gegeten bij oma", "de kat ligt op het dak", "wat een lange vergadering vandaag",
)  # fmt: skip


def ladder(what: str, factor: float) -> str:
    return "\n".join([what, *(f"{grams} gram {round(price * factor)} euro" for grams, price in AMOUNTS)])


def market() -> list[Post]:
    """Twelve sellers; "zeeparels" costs what ketamine costs, "🪼" stands where emoji stand."""
    posts = []
    for seller in range(12):
        account = f"a{seller}"
        posts.append(
            Post(
                f"{ladder('Coke', 1)}\n{ladder('Ketamine', 0.5)}\nbezorgen @seller_{seller}_x", account, True
            )
        )
        posts.append(
            Post(
                f"{ladder('zeeparels', 0.5)}\n{ladder('xtc', 0.1)}\nbel 061234567{seller % 10}", account, True
            )
        )
        posts.append(
            Post(
                f"Te koop speed 1 gram 10 euro, kwaliteit top, groet {'abcdefghijkl'[seller]}", account, True
            )
        )
        posts.append(
            Post(
                f"{ladder('cocahine', 1)}\n{ladder('Speed', 0.2)}\nkwaliteit {'abcdefghijkl'[seller]}",
                account,
                True,
            )
        )
        if seller < 5:
            posts.append(
                Post(f"🪼 1 gram 25 euro\n🪼 2 gram 47 euro\nketamine 5 gram {100 + seller}", account, True)
            )
    posts += [Post(f"{text} {number}", f"t{number % 7}", False) for number, text in enumerate(TALK * 12)]
    return posts
