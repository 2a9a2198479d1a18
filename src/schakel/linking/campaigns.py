"""Copies of offers brought together: who posts the same ad, who did so first, and what changes in it."""

from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.cohesion import cohesive_groups
from schakel.linking.near_copies import near_copies
from schakel.linking.shingles import Ints, shingle
from schakel.linking.templates import Sample, template
from schakel.linking.weights import load_settings
from schakel.records.ids import make_id
from schakel.records.tables import SCHEMAS
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")
_SAMPLE = 5  # texts compared for one template: the first, the last and some between
_MOST_LETTERS = 4_000


def find_campaigns(engine: Engine) -> dict[str, pa.Table]:
    """The tables `campaigns` (every offer message in its campaign) and `templates` (one row a campaign).

    A campaign is a group of near copies: texts that share 70% of their word triples, directly or through
    texts between, and at least 40% with the first text of the group (see `cohesion`). Exact copies are
    always together. The campaign's id comes from its first text, so it stays as long as no earlier copy
    turns up. A text that several sellers post is one campaign; `first_account_id` tells who was first.
    """
    texts = engine.step(_SQL / "offer_texts.sql")
    limits = load_settings().copies
    shingles = shingle(texts["text"].combine_chunks())
    pairs = near_copies(shingles, limits["near-copy"])
    founders = cohesive_groups(shingles, pairs, limits["like-the-first"])
    grouped = _grouped(texts, founders)
    campaigns = engine.step(_SQL / "campaign_messages.sql", into="campaigns", tables={"grouped": grouped})
    counts = engine.step(_SQL / "campaign_counts.sql", tables={"grouped": grouped})
    return {"campaigns": campaigns, "templates": _templates(engine, texts, founders, counts)}


def _grouped(texts: pa.Table, founders: Ints) -> pa.Table:
    ids = texts["text_id"].to_pylist()
    names = {first: make_id("k", ids[first]) for first in np.unique(founders).tolist()}
    campaign_ids = pa.array([names[first] for first in founders.tolist()], pa.string())
    return pa.table({"text_id": texts["text_id"], "campaign_id": campaign_ids})


def _templates(engine: Engine, texts: pa.Table, founders: Ints, counts: pa.Table) -> pa.Table:
    firsts, sizes = np.unique(founders, return_counts=True)
    plain = pc.utf8_slice_codeunits(texts["text"].combine_chunks().take(pa.array(firsts)), 0, _MOST_LETTERS)
    words = pc.utf8_trim_whitespace(pc.replace_substring_regex(plain, r"\s+", " ")).to_pylist()
    for at, written in _varied(engine, texts, founders, firsts[sizes > 1]).items():
        words[int(np.searchsorted(firsts, at))] = written[:_MOST_LETTERS]
    ids = [make_id("k", name) for name in texts["text_id"].take(pa.array(firsts)).to_pylist()]
    made = pa.table({"campaign_id": pa.array(ids, pa.string()), "template": pa.array(words, pa.string())})
    joined = counts.join(made, "campaign_id").sort_by("campaign_id")
    return joined.select(SCHEMAS["templates"].names).cast(SCHEMAS["templates"])


def _varied(engine: Engine, texts: pa.Table, founders: Ints, firsts: Ints) -> dict[int, str]:
    """The template of each group of more than one text, by its first text."""
    if not len(firsts):
        return {}
    samples = _samples(founders, firsts)
    wanted = texts.take(pa.array(sorted({text for sample in samples.values() for text in sample})))
    places: dict[str, list[tuple[int, int]]] = {}
    found = engine.step(_SQL / "text_places.sql", tables={"wanted": wanted.select(["text_id"])})
    for row in found.to_pylist():
        places.setdefault(row["text_id"], []).append((row["start"], row["end"]))
    written = dict(zip(wanted["text_id"].to_pylist(), wanted["text"].to_pylist(), strict=True))
    ids = texts["text_id"].to_pylist()

    def sampled(text: int) -> Sample:
        return Sample(written[ids[text]][:_MOST_LETTERS], tuple(places.get(ids[text], ())))

    return {first: template([sampled(text) for text in sample]) for first, sample in samples.items()}


def _samples(founders: Ints, firsts: Ints) -> dict[int, list[int]]:
    order = np.argsort(founders, kind="stable")
    starts = np.searchsorted(founders[order], firsts)
    stops = np.searchsorted(founders[order], firsts, side="right")
    chosen = {}
    for first, start, stop in zip(firsts.tolist(), starts.tolist(), stops.tolist(), strict=True):
        at = np.unique(np.linspace(start, stop - 1, min(_SAMPLE, stop - start)).astype(np.int64))
        chosen[first] = order[at].tolist()
    return chosen
