"""Copies of offers brought together: who posts the same ad, who did so first, and what changes in it."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.asking import Answer, asking, ready
from schakel.linking.copies.cohesion import cohesive_groups, with_other_slots
from schakel.linking.copies.near_copies import near_copies
from schakel.linking.copies.shingles import Ints, shingle
from schakel.linking.copies.templates import Sample, template
from schakel.linking.weights import load_settings
from schakel.records.ids import make_id
from schakel.records.tables import SCHEMAS
from schakel.store.engine import Engine, Parameter

_SAMPLE = 5  # texts compared for one template: the first, the last and some between
_MOST_LETTERS = 4_000
_ENOUGH: dict[str, Parameter] = {
    "letters": 40
}  # without amounts, contacts and places; fewer are alike by chance


def find_campaigns(engine: Engine) -> dict[str, pa.Table]:
    """The tables `campaigns` (every offer message in its campaign) and `templates` (one row a campaign).

    A campaign is a group of near copies: texts that share 70% of their word triples, directly or through
    texts between, and at least 40% with the first text of the group (see `cohesion`). Exact copies are
    always together, and so are texts that are the same but for amounts, contacts and the places they name, if that leaves
    forty letters. The campaign's id comes from its first text, so it stays as long as no earlier copy
    turns up. A text that several sellers post is one campaign; `first_account_id` tells who was first.
    """
    with asking(engine) as asked:
        posted, masked = asked.ask("offer_texts"), asked.ask("masked_texts", parameters=_ENOUGH)
        texts = posted.result()
        founders = with_other_slots(_founders(texts), _masks(texts, masked.result()))
        firsts, sizes = np.unique(founders, return_counts=True)
        ids = [make_id("k", name) for name in texts["text_id"].take(pa.array(firsts)).to_pylist()]
        names = pa.array(ids, pa.string())
        grouped = _grouped(texts, np.searchsorted(firsts, founders), names)
        campaigns = asked.pool.submit(_messages, engine, grouped)
        varied = firsts[sizes > 1]
        wanted = ready(texts.select(["text_id"]).take(pa.array(varied)))
        places = asked.ask("text_places", {"wanted": wanted})
        counts = asked.ask("campaign_counts", {"grouped": ready(grouped)})
        words = _words(texts, firsts)
        for at, written in _varied(engine, texts, founders, varied, places).items():
            words[int(np.searchsorted(firsts, at))] = written[:_MOST_LETTERS]
        made = pa.table({"campaign_id": names, "template": pa.array(words, pa.string())})
        return {"campaigns": campaigns.result(), "templates": _templates(made, counts.result())}


def _founders(texts: pa.Table) -> Ints:
    limits = load_settings().copies
    shingles = shingle(texts["text"].combine_chunks())
    pairs = near_copies(shingles, limits["near-copy"])
    return cohesive_groups(shingles, pairs, limits["like-the-first"])


def _masks(texts: pa.Table, masked: pa.Table) -> pa.Array:
    """Of each text what is left of it without amounts, contacts and places; null where that says too little."""
    place = pc.index_in(texts["text_id"].combine_chunks(), value_set=masked["text_id"].combine_chunks())
    return masked["masked"].combine_chunks().take(place)


def _grouped(texts: pa.Table, group: Ints, names: pa.Array) -> pa.Table:
    return pa.table({"text_id": texts["text_id"], "campaign_id": names.take(pa.array(group))})


def _messages(engine: Engine, grouped: pa.Table) -> pa.Table:
    """Every offer message with the campaign its text belongs to."""
    # Joined and sorted as columns: in SQL it took four times as long, as much as all the rest of this step.
    offers = engine.read("offers", ["message_id", "text_id", "account_id", "sent_at", "act"])
    offers = offers.filter(pc.equal(offers["act"], "offer"))
    text = pc.index_in(offers["text_id"].combine_chunks(), value_set=grouped["text_id"].combine_chunks())
    offers = offers.append_column("campaign_id", grouped["campaign_id"].combine_chunks().take(text))
    schema = SCHEMAS["campaigns"]
    return offers.filter(pc.is_valid(text)).select(schema.names).cast(schema).sort_by("message_id")


def _templates(made: pa.Table, counts: pa.Table) -> pa.Table:
    joined = counts.join(made, "campaign_id").sort_by("campaign_id")
    return joined.select(SCHEMAS["templates"].names).cast(SCHEMAS["templates"])


def _words(texts: pa.Table, firsts: Ints) -> list[str]:
    """The words of the first text of each group."""
    plain = pc.utf8_slice_codeunits(texts["text"].combine_chunks().take(pa.array(firsts)), 0, _MOST_LETTERS)
    words: list[str] = pc.utf8_trim_whitespace(pc.replace_substring_regex(plain, r"\s+", " ")).to_pylist()
    return words


def _varied(engine: Engine, texts: pa.Table, founders: Ints, firsts: Ints, places: Answer) -> dict[int, str]:
    """The template of each group of more than one text, by its first text; of the same texts it is the same as before."""
    samples = _samples(founders, firsts)
    ids = texts["text_id"].take(pa.array(firsts)).to_pylist()
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in places.result().to_pylist():
        spans.setdefault(row["text_id"], []).append((row["start"], row["end"]))
    found = {first: tuple(spans.get(name, ())) for first, name in zip(firsts.tolist(), ids, strict=True)}
    chosen = sorted({text for sample in samples.values() for text in sample})
    names = dict(zip(chosen, texts["text_id"].take(pa.array(chosen, pa.int64())).to_pylist(), strict=True))
    all_samples = list(samples.values())

    def make(wanted: list[int]) -> list[str]:
        return _templates_of([all_samples[at] for at in wanted], texts, found)

    keys = [f"{' '.join(names[text] for text in sample)} {found[first]}" for first, sample in samples.items()]
    return dict(zip(samples, engine.recall("templates", keys, make), strict=True))


def _templates_of(
    samples: list[list[int]], texts: pa.Table, found: Mapping[int, tuple[tuple[int, int], ...]]
) -> list[str]:
    chosen = sorted({text for sample in samples for text in sample})
    written = texts["text"].take(pa.array(chosen, pa.int64())).to_pylist()
    letters = {text: words[:_MOST_LETTERS] for text, words in zip(chosen, written, strict=True)}
    return [template([Sample(letters[text], found.get(text, ())) for text in sample]) for sample in samples]


def _samples(founders: Ints, firsts: Ints) -> dict[int, list[int]]:
    """Up to five texts of each group: the first, the last, and some at equal steps between."""
    order = np.argsort(founders, kind="stable")
    starts = np.searchsorted(founders[order], firsts)
    stops = np.searchsorted(founders[order], firsts, side="right")
    chosen = {
        first: order[start:stop].tolist()
        for first, start, stop in zip(firsts.tolist(), starts.tolist(), stops.tolist(), strict=True)
        if stop - start <= _SAMPLE
    }
    large = stops - starts > _SAMPLE
    if large.any():
        at = np.linspace(starts[large], stops[large] - 1, _SAMPLE, axis=1).astype(np.int64)
        chosen |= dict(zip(firsts[large].tolist(), order[at].tolist(), strict=True))
    return chosen
