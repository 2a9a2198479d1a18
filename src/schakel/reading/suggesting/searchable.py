"""What a search looks at: the folded text, and beside it the words and contacts that the text hides."""

from hashlib import blake2b

import pyarrow as pa

from schakel.reading.folding.letters import letter_tables
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.selectors.find import read_selectors
from schakel.reading.selectors.wallets import one_form
from schakel.reading.terms.disguises import HIDING, disguised_words, written_apart

_LONGEST = 20_000  # characters of a text that are searched for hidden words
_WITHOUT_HIDING = str.maketrans("", "", HIDING)
SEARCHABLE = pa.schema([("body", pa.large_string()), ("also", pa.large_string())])


def searchable(texts: pa.Table) -> pa.Table:
    """For every row of the column `text` the folded text (`body`) and what it hides (`also`), both to be indexed.

    `also` holds disguised words written out ("c0ke" as coke) as far as they differ from the body, and every contact as
    one made-up word (see contact_word), however it was written.
    """
    bodies, more = [], []
    for text in texts.column("text").to_pylist():
        plain = plain_text(text).plain
        bodies.append(plain)
        contacts = [contact_word(one.type, one.value) for one in read_selectors(text[:_LONGEST])]
        more.append(" ".join(sorted({*written_out(plain[:_LONGEST]), *contacts})))
    return pa.table([pa.array(bodies, pa.large_string()), pa.array(more, pa.large_string())], SEARCHABLE)


def contact_word(kind: str, value: str) -> str:
    """The word under which a contact is indexed: the same for a phone number with or without spaces, and for all forms of a wallet."""
    return (
        "q" + blake2b(f"{kind}:{one_form(kind, value)}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    )


def written_out(plain: str) -> set[str]:
    """The words that disguised words stand for, by the word lists and letter by letter."""
    words = {term.written.rstrip("*") for _, _, terms in disguised_words(plain) for term in terms}
    leet = letter_tables().leet
    for word in written_apart(plain):
        bare = word.translate(_WITHOUT_HIDING)
        words |= {bare.translate(leet), bare.replace("1", "l").translate(leet)}
    return {word for word in words if word.isalnum()}
