"""The step that weighs the context of all messages in doubt.

1. gather    every different text of each account in each chat, with what it was read as
2. ground    how much trade there is in each chat and in the messages of each account
3. evidence  what chat, account, reply, repetition and names say for and against each act
4. traders   in chats that trade, what text, wording and context say among traders
5. decide    the act by all of that together
6. write     `offers`, `items` and `selectors` of the messages in doubt, and `contexts` that tells why

It runs over tables of the whole workspace, and looks through the texts in doubt for names alone. What it gives depends on the messages alone, not
on the order or the parts in which they came.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.context.called import called
from schakel.reading.context.company import company, counts_as_far
from schakel.reading.context.doubt import within_reach
from schakel.reading.context.evidence import Evidence, Known, Waiting, evidence
from schakel.reading.context.gather import flags, name_sellers, odds_of, read_surely, replies, tell
from schakel.reading.context.ground import Flags, Ints, Numbers, habits, surroundings
from schakel.reading.context.outcome import outcome
from schakel.reading.context.reweigh import NONE, Decision, decide, in_context
from schakel.reading.context.traders import Said, TradersTalk, among_traders, load_traders_talk
from schakel.reading.context.weights import ContextWeights, load_context_weights
from schakel.reading.context.writers import Writers, number, writers
from schakel.reading.weighing.said_to_sellers import TO_A_SELLER
from schakel.reading.weighing.short_ads import BARE
from schakel.reading.weighing.weights import ACTS
from schakel.records.tables import empty
from schakel.store.engine import Engine

_NO_TRADERS = (-np.inf,) * len(ACTS)
_A_MARKET = 0.5  # from where the second opinion counts for half, limits that hold among ordinary talk do not


# What reads on in chats that trade: from the messages that are sure, those in doubt and who wrote how much to more rows like those of `doubts`.
PassedOver = Callable[[Engine, pa.Table, pa.Table, Writers, ContextWeights, TradersTalk], pa.Table]


def weigh_context(
    engine: Engine, parts: Sequence[str], passed_over: PassedOver | None = None
) -> dict[str, pa.Table]:
    """The rows of `offers`, `items` and `selectors` of all messages in `doubts`, and `contexts`.

    `parts` are the parts that were read; of their `offers` only what is sure by the texts alone is looked at. `passed_over`
    finds messages in which nothing was read, though people who trade would.
    """
    doubts = engine.read("doubts").combine_chunks()
    if doubts.num_rows == 0:
        return {name: empty(name) for name in ("offers", "items", "selectors", "contexts")}
    weights, talk = load_context_weights(), load_traders_talk()
    sure, by = read_surely(engine, parts), writers(engine)
    more = doubts.slice(0, 0)
    if passed_over is not None:
        more = passed_over(engine, sure, doubts, by, weights, talk)
    doubts = pa.concat_tables([doubts, more]).combine_chunks()
    seen = look_around(engine, parts, sure, by, doubts)
    around = seen.known.surroundings
    chats = number(doubts["chat_id"], by.chats)
    among = company(around.chat_trade[seen.told], around.chat_of[seen.told], chats, by, weights)
    counting = counts_as_far(among, weights.trade, talk.counts)
    odds, reasons = in_context(seen.said.text, seen.evidence, weights)
    odds, reasons = among_traders(seen.said, odds, reasons, counting, talk)
    after = decide(odds, seen.means, _reached(doubts, seen.said.text, counting), counting > _A_MARKET)
    made = outcome(doubts, decide(seen.said.text, seen.means), after, reasons)
    return _without(made, _no_act(more, after))


def _no_act(more: pa.Table, after: Decision) -> pa.ChunkedArray:
    """Those of the last messages that do nothing."""
    of_more = after.act[len(after.act) - more.num_rows :]
    return more["message_id"].filter(pa.array(of_more == NONE))


def _without(made: dict[str, pa.Table], messages: pa.ChunkedArray) -> dict[str, pa.Table]:
    """The tables without messages that were passed over and are no act after all: they never were in doubt."""
    if len(messages) == 0:
        return made
    return {
        name: table.filter(pc.invert(pc.is_in(table["message_id"], value_set=messages)))
        for name, table in made.items()
    }


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to know of the messages in doubt before it is weighed."""

    told: Ints  # the row of `Told` of each
    known: Known
    said: Said
    evidence: list[Evidence]
    means: Flags


def look_around(engine: Engine, parts: Sequence[str], sure: pa.Table, by: Writers, doubts: pa.Table) -> Seen:
    """What the messages in doubt say, and all that their context says for and against each act."""
    weights = load_context_weights()
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
    named = flags(doubts["named"])
    waiting = Waiting(
        told=of_doubt,
        account=told.account[of_doubt],
        replied=to,
        named=named,
        contact=contact,
        called=names.result(),
        to_seller=_has_sign(doubts, TO_A_SELLER),
        bare=_has_sign(doubts, BARE),
    )
    known = Known(around, habit, own_channel)
    said = Said(odds_of(doubts), odds_of(doubts, "among_traders"), flags(doubts["goods"]), named)
    return Seen(of_doubt, known, said, evidence(waiting, replied, known, weights), means)


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


def _reached(doubts: pa.Table, text: Numbers, counting: Numbers) -> Flags:
    """Which acts some context could make of each message; where nobody trades, what traders would make of it is none of them."""
    acts = doubts["acts"].combine_chunks()
    rows = pc.list_parent_indices(acts).to_numpy(zero_copy_only=False)
    act: Ints = pc.index_in(acts.flatten().field("act"), value_set=pa.array(ACTS)).to_numpy(
        zero_copy_only=False
    )
    reached = np.zeros((len(acts), len(ACTS)), np.bool_)
    reached[rows, act] = True
    for row in np.flatnonzero(counting == 0).tolist():
        reached[row] = False
        reached[row, within_reach(text[row].tolist(), _NO_TRADERS)] = True
    return reached
