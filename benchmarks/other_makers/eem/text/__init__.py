"""Phrase books, one module a language (Dutch has several)."""

from . import de, en, es, fr, nl_ads, nl_talk, nl_voice, nl_work, ru, tr


def _lines(block):
    return [x.replace("\\n", "\n") for x in block.strip("\n").split("\n") if x.strip()]


def _book(*mods):
    out = {}
    for m in mods:
        for k, v in vars(m).items():
            if k.isupper():
                if k == "TOPICS":
                    out[k] = {n: [_lines(p) for p in pair] for n, pair in v.items()}
                elif isinstance(v, str):
                    out[k] = _lines(v)
                else:
                    out[k] = v
    return out


BOOKS = {
    "nl": _book(nl_ads, nl_voice, nl_work, nl_talk),
    "en": _book(en),
    "de": _book(de),
    "fr": _book(fr),
    "es": _book(es),
    "ru": _book(ru),
    "tr": _book(tr),
}


def phrases(lang, kind):
    """The list of patterns of a kind, falling back to English, then Dutch."""
    for one in (lang, "en", "nl"):
        if BOOKS[one].get(kind):
            return BOOKS[one][kind]
    raise KeyError(kind)


def has(lang, kind):
    return bool(BOOKS[lang].get(kind))


def count():
    return {
        lang: sum(
            len(v) if isinstance(v, list) else sum(len(a) + len(b) for a, b in v.values()) for v in b.values()
        )
        for lang, b in BOOKS.items()
    }
