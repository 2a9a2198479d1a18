"""Ads without their contacts: what is left when two accounts post the same ad under names of their own."""

import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.ids import make_id
from schakel.store.engine import Engine

_CONTACT = re.compile(
    r"@\w{3,}|(?:https?://|t\.me/|www\.)\S+|[\w.+-]+@[\w-]+\.\w+|\+?\d[\d\-. ]{7,}\d"
    r"|\b[13][a-km-zA-HJ-NP-Z1-9]{25,34}\b|\bbc1\w{20,}|\bT[1-9A-HJ-NP-Za-km-z]{33}\b|\b0x[0-9a-fA-F]{40}\b",
    re.ASCII,
)
_MARK = "\u00a7"
_LEAST = 40  # letters, with an amount or price among them; shorter ads are alike by chance
_LONG = 120  # letters that are no chance even without


def skeletons(words: pa.Table) -> pa.Table:
    """For each text (`text_id`, `text`, `spans` of its selectors) the text without contacts, squeezed.

    Columns `text_id`, `skeleton` (contacts replaced by a mark, blanks squeezed, capitals kept).
    """
    rows = zip(words["text"].to_pylist(), words["spans"].to_pylist(), strict=True)
    made = [" ".join(_CONTACT.sub(_MARK, _cut(text, spans or ())).split()) for text, spans in rows]
    return pa.table({"text_id": words["text_id"], "skeleton": pa.array(made, pa.string())})


def kept_skeletons(engine: Engine, words: pa.Table) -> pa.Table:
    """The same; texts that the last run knew, with the same selectors in them, are not looked at again."""

    def make(places: list[int]) -> list[str]:
        made: list[str] = skeletons(words.take(pa.array(places, pa.int64())))["skeleton"].to_pylist()
        return made

    made = engine.recall("skeletons", words["key"].to_pylist(), make)
    return pa.table({"text_id": words["text_id"], "skeleton": pa.array(made, pa.string())})


def exact_groups(made: pa.Table) -> pa.Table:
    """Texts that are the same letter for letter but for contacts, blanks and capitals: `text_id`, `group_id`.

    Only texts that say enough not to be alike by chance (see `telling`).
    """
    told = telling(made)
    ids = [make_id("x", text.lower()) for text in told["skeleton"].to_pylist()]
    return pa.table({"text_id": told["text_id"], "group_id": pa.array(ids, pa.string())})


def telling(made: pa.Table) -> pa.Table:
    """The texts long and particular enough that two accounts hardly write the same by chance.

    "Coke is back" is said by many; forty letters with an amount or a price in them, or 120 without, are not.
    """
    written = made["skeleton"]
    long = pc.utf8_length(written)
    amounts = pc.match_substring_regex(written, "[0-9]")
    enough = pc.or_(pc.and_(pc.greater_equal(long, _LEAST), amounts), pc.greater_equal(long, _LONG))
    return made.filter(enough)


def _cut(text: str, spans: Sequence[dict[str, int]]) -> str:
    for span in sorted(spans, key=lambda s: -s["start"]):
        text = text[: span["start"]] + _MARK + text[span["end"] :]
    return text
