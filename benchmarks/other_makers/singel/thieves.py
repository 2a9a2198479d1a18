"""Those who live on other people's names: thieves copy an advert, a photo, a name; and honest ways to share the same things.

Why: the same photo, text or phone at two accounts is a sign of one seller only in so far as strangers seldom share them; here they do now and then:
thieves, a wholesaler's photos and price list at several retailers, a line that is sold, an exchange office's wallet in several sellers' adverts.
"""

from __future__ import annotations

from . import ads
from .market import DAY, START, Market
from .people import Account, Ad, Seller


def _swap(text: str, victim: Account, thief: Account) -> str:
    """The victim's text with the thief's ways to reach him."""
    text = text.replace("@" + victim.username, "@" + thief.username)
    for value in (victim.phone, victim.wallet, victim.other):
        if value:
            text = text.replace(value, thief.phone or "@" + thief.username)
    return text


def steal(m: Market, thief: Seller, victim: Account) -> None:
    """Dress a ghost's account as a known seller's."""
    acc = thief.accounts[0]
    count = m.rng.randrange(1, len(victim.texts) + 1)
    acc.texts = [
        Ad(_swap(ad.text, victim, acc), ad.goods, ad.photo) for ad in victim.texts[:count]
    ] + acc.texts[:1]
    acc.things, acc.style = list(victim.things), victim.style
    thief.things = list(victim.things)
    if m.rng.random() < 0.6:
        acc.photos = list(victim.photos)
    if m.rng.random() < 0.45:
        acc.username = m.names.like(victim.username)
        acc.name = victim.name
        for ad in acc.texts:
            ad.text = ad.text.replace("@" + victim.username, "@" + acc.username)
    thief.model = victim


def copycats(m: Market) -> None:
    """A part of the ghosts takes over from real sellers of the same place."""
    for ghost in [s for s in m.sellers if s.ghost]:
        rows = [
            s
            for s in m.sellers
            if not s.ghost
            and s.city == ghost.city
            and s.kind == ghost.kind
            and s.accounts
            and s.accounts[0].texts
        ]
        if rows and m.rng.random() < m.cfg["copycat"]:
            ghost.trick = "copycat"
            steal(m, ghost, m.rng.choice(rows).accounts[0])


def handed_down(m: Market) -> None:
    """Retailers that buy of one wholesaler show his photos, some his list."""
    real = [s for s in m.sellers if not s.ghost]
    for boss in [s for s in real if s.bulk]:
        for shop in m.rng.sample(real, min(len(real), 3)):
            if shop.kind == "retailer" and shop.city == boss.city and boss.accounts[0].photos:
                shop.accounts[0].photos += boss.accounts[0].photos[:2]
                ads.anew(m, shop.accounts[0])


def sold_lines(m: Market) -> None:
    """Two or three times in a world a phone line is sold on to another seller, customers and all."""
    real = [s for s in m.sellers if not s.ghost and s.kind == "retailer" and s.accounts[0].phone]
    for _ in range(3):
        if len(real) < 2:
            return
        old, new = m.rng.sample(real, 2)
        cut = m.rng.uniform(25, 65)
        old.stop = min(old.stop, START + cut * DAY)
        new.accounts[0].phone = old.accounts[0].phone
        ads.anew(m, new.accounts[0])


def shared_wallets(m: Market) -> None:
    """Customers of one exchange office put its wallet in their texts."""
    for office in [s for s in m.sellers if s.kind == "money" and s.accounts[0].wallet]:
        for shop in m.rng.sample(m.sellers, 2):
            if shop is not office and shop.prepay:
                shop.accounts[0].wallet = office.accounts[0].wallet
                ads.anew(m, shop.accounts[0])
