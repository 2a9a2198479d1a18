"""The step that weighs the context of all messages in doubt.

1. gather    every different text of each account in each chat, with what it was read as
2. ground    how much trade there is in each chat and in the messages of each account
3. evidence  what chat, account, reply, repetition and names say for and against each act
4. decide    the act by text and context together
5. write     `offers`, `items` and `selectors` of the messages in doubt, and `contexts` that tells why

It runs over tables of the whole workspace, and looks through the texts in doubt for names alone. What it gives depends on the messages alone, not
on the order or the parts in which they came.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.context.called import called
from schakel.reading.context.evidence import Known, Waiting, evidence
from schakel.reading.context.gather import flags, name_sellers, odds_of, read_surely, replies, tell
from schakel.reading.context.ground import Flags, Ints, habits, surroundings
from schakel.reading.context.outcome import outcome
from schakel.reading.context.reweigh import decide, in_context
from schakel.reading.context.weights import load_context_weights
from schakel.reading.context.writers import writers
from schakel.reading.weighing.said_to_sellers import TO_A_SELLER
from schakel.reading.weighing.short_ads import BARE
from schakel.reading.weighing.weights import ACTS
from schakel.records.tables import empty
from schakel.store.engine import Engine


def weigh_context(engine: Engine, parts: Sequence[str]) -> dict[str, pa.Table]:
    """The rows of `offers`, `items` and `selectors` of all messages in `doubts`, and `contexts`.

    `parts` are the parts that were read; of their `offers` only what is sure by the texts alone is looked at.
    """
    doubts = engine.read("doubts").combine_chunks()
    if doubts.num_rows == 0:
        return {name: empty(name) for name in ("offers", "items", "selectors", "contexts")}
    weights = load_context_weights()
    sure, by = read_surely(engine, parts), writers(engine)
    means = _means(doubts)
    with ThreadPoolExecutor(1) as aside:  # looking for names takes as long as all the rest
        names = aside.submit(called, engine, sure, doubts)
        sellers = name_sellers(engine, parts, doubts)
        told, of_doubt = tell(sure, doubts, by, sellers)
        around, shift = surroundings(told, by.of_chats(), weights)
        habit = habits(told, shift, by.of_accounts(), weights)
        own_channel = by.share(told.chat, told.account) >= weights.own_channel
        act_in_chat = decide((told.odds + shift)[of_doubt], means).act
        replied, to = replies(engine, sure, doubts, by, act_in_chat)
    contact = sellers[1] & ~_terms(doubts)
    waiting = Waiting(
        told=of_doubt,
        account=told.account[of_doubt],
        replied=to,
        named=flags(doubts["named"]),
        contact=contact,
        called=names.result(),
        to_seller=_has_sign(doubts, TO_A_SELLER),
        bare=_has_sign(doubts, BARE),
    )
    said = evidence(waiting, replied, Known(around, habit, own_channel), weights)
    alone = odds_of(doubts)
    odds, reasons = in_context(alone, said, weights)
    after = decide(odds, means, _reached(doubts))
    return outcome(doubts, decide(alone, means), after, reasons)


def _terms(doubts: pa.Table) -> Flags:
    """Which messages say how goods and money change hands."""
    found: Flags = flags(doubts["advance"]) | (pc.list_value_length(doubts["delivery"]).to_numpy() > 0)
    found |= pc.list_value_length(doubts["payment"]).to_numpy() > 0
    return found


def _means(doubts: pa.Table) -> Flags:
    """Which messages say how goods and money change hands, or whom to write to."""
    selectors, found = doubts["selectors"].combine_chunks(), _terms(doubts)
    rows = pc.list_parent_indices(selectors).to_numpy(zero_copy_only=False)
    people = pc.not_equal(selectors.flatten().field("type"), "url").to_numpy(zero_copy_only=False)
    found[rows[people]] = True
    return found


def _has_sign(doubts: pa.Table, sign: str) -> Flags:
    """Which messages have a sign among the reasons of an act that they may be."""
    acts = doubts["acts"].combine_chunks()
    of_act = pc.list_parent_indices(acts).to_numpy(zero_copy_only=False)
    reasons = acts.flatten().field("reasons")
    said = pc.equal(reasons.flatten().field("rule"), sign).to_numpy(zero_copy_only=False)
    found = np.zeros(doubts.num_rows, np.bool_)
    found[of_act[pc.list_parent_indices(reasons).to_numpy(zero_copy_only=False)[said]]] = True
    return found


def _reached(doubts: pa.Table) -> Flags:
    """Which acts some context could make of each message."""
    acts = doubts["acts"].combine_chunks()
    rows = pc.list_parent_indices(acts).to_numpy(zero_copy_only=False)
    act: Ints = pc.index_in(acts.flatten().field("act"), value_set=pa.array(ACTS)).to_numpy(
        zero_copy_only=False
    )
    reached = np.zeros((len(acts), len(ACTS)), np.bool_)
    reached[rows, act] = True
    return reached
