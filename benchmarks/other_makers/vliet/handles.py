"""Selectors: user names, phone numbers, wallets, addresses. Numbers lie in ranges that are not given out; mail and web are example.org."""

from __future__ import annotations

from random import Random

from .lexicon import forms, people

HEX = "0123456789abcdef"
BECH = "023456789acdefghjklmnpqrstuvwxyz"
PHONES = {
    "nl": ["067{d7}", "06-67{d2}{d2}{d2}", "+31 6 67{d6}", "06 67 {d2} {d2} {d2}"],
    "en": ["07700 900{d3}", "+447700900{d3}"],
    "de": ["0176 040690{d2}", "+4917604069{d3}"],
    "fr": ["06 39 98 {d2} {d2}", "+33 6 39 98 {d2} {d2}"],
    "es": ["600 000 {d3}", "+34600000{d3}"],
    "ru": ["+7 900 000 {d2} {d2}", "8900000{d4}"],
    "tr": ["0555 000 {d2} {d2}", "+90555000{d4}"],
}


def digits(rng: Random, form: str) -> str:
    """Fills {dN} by N random figures."""
    for size in range(7, 1, -1):
        while f"{{d{size}}}" in form:
            form = form.replace(f"{{d{size}}}", "".join(rng.choice("0123456789") for _ in range(size)), 1)
    return form


def phone(rng: Random, lang: str) -> str:
    """A phone number."""
    return digits(rng, rng.choice(PHONES[lang]))


def contact(rng: Random, lang: str, brand: str) -> str:
    """A way to be reached outside the chat, as it is put in an advertisement."""
    kind = rng.choices(
        ["phone", "signal", "whatsapp", "session", "wallet", "mail", "threema", "site"],
        [3, 3, 2.5, 1.2, 0.8, 0.5, 0.8, 0.6],
    )[0]
    if kind in ("phone", "signal", "whatsapp"):
        lead = {
            "phone": ["", "tel ", "📞 "],
            "signal": ["signal ", "Signal: ", "sig "],
            "whatsapp": ["wapp ", "WhatsApp ", "wa: "],
        }[kind]
        return rng.choice(lead) + phone(rng, lang)
    if kind == "session":
        return "session 05" + "".join(rng.choice(HEX) for _ in range(64))
    if kind == "wallet":
        return "btc bc1q" + "".join(rng.choice(BECH) for _ in range(38))
    if kind == "threema":
        return "threema " + "".join(rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ23456789") for _ in range(8))
    if kind == "mail":
        return f"{brand}{rng.randrange(10, 99)}@example.org"
    return f"https://example.org/{brand}{rng.randrange(10, 99)}"


def stem(rng: Random) -> str:
    """The heart of a user name that somebody keeps to."""
    words = people()["brands"]["all"]
    return rng.choice(words) + rng.choice(["", "", "_"]) + rng.choice(words)


def username(rng: Random, heart: str) -> str:
    """A user name round a heart, the way people do it when the old one is taken."""
    form = rng.randrange(8)
    tail = rng.choice(forms()["tails"])
    if form < 5:
        return f"{heart}{tail}{rng.randrange(10) if form > 3 else ''}"
    return f"{rng.choice(forms()['heads'])}{heart}{rng.randrange(100)}"


def plain_username(rng: Random) -> str:
    """A user name of a common person."""
    heart = rng.choice(forms()["plain"])
    return f"{heart}{rng.choice(['', '_', 'x'])}{rng.randrange(100, 99999)}"
