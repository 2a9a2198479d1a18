"""The tables of what was concluded: findings, estimates, interventions, leads and the plan."""

import pyarrow as pa

from schakel.records.columns import REASONS

FINDINGS = pa.schema(
    [
        ("finding_id", pa.string()),
        ("subject_kind", pa.string()),  # seller, campaign, chat, network, market
        ("subject_id", pa.string()),
        ("kind", pa.string()),  # ghost, role, home-area, active-hours, scale...
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("label", pa.string()),  # the finding in a word: wholesaler, Groningen...
        ("words", pa.string()),  # the verbal scale
        ("reasons", REASONS),
        ("words_nl", pa.string()),  # the same in Dutch
    ]
)
ESTIMATES = pa.schema(
    [
        ("what", pa.string()),
        ("stratum", pa.string()),
        ("method", pa.string()),
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("assumptions", pa.list_(pa.string())),
    ]
)
# The figures of the market report. `section` is its part (volume, price, rhythm...), `subject` whom it speaks of
# (a commodity, a weekday, all), `key` where it stands on the axis (an amount, an hour, a month, a province).
MARKET = pa.schema(
    [
        ("section", pa.string()),
        ("subject", pa.string()),
        ("key", pa.string()),
        ("unit", pa.string()),
        ("measure", pa.string()),  # ads, sellers, asked, share, times-usual...
        ("value", pa.float64()),
        ("low", pa.float64()),  # bounds, or the range of four in five for prices
        ("high", pa.float64()),
        ("rows", pa.int64()),  # ads, sellers or lists it rests on
    ]
)
# One part of the worth of a lead: a factor with its bounds, the entry of the data it was read from (empty where it was
# measured on this seller alone), and where that entry comes from.
PARTS = pa.list_(
    pa.struct(
        [
            ("part", pa.string()),
            ("value", pa.float64()),
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("cell", pa.string()),
            ("source", pa.string()),
        ]
    )
)
# Hours of one kind of work: identification, digital, pseudo-purchase, tactical.
WORK = pa.list_(
    pa.struct(
        [
            ("kind", pa.string()),
            ("hours", pa.float64()),
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("cell", pa.string()),
        ]
    )
)
INTERVENTIONS = pa.schema(
    [
        ("intervention_id", pa.int64()),  # its number in the casebook
        ("kind", pa.string()),  # takeover, arrest, warning, ban, other
        ("began_on", pa.date32()),
        ("ended_on", pa.date32()),
        ("targets", pa.list_(pa.string())),  # ids of chats, accounts and sellers
        ("recorded_by", pa.string()),
        ("source", pa.string()),  # where it is known from
        ("measure", pa.string()),  # ads, texts, sellers, writers, joins, price, moved, came-back, recovery...
        ("subject", pa.string()),  # targets, market, or the id of one chat or seller
        ("period", pa.string()),  # first-week, after, lasting, week-1...
        ("from_day", pa.date32()),
        ("to_day", pa.date32()),  # last day of the period
        ("unit", pa.string()),  # change (-0.5: halved), share, days, count
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("claim", pa.string()),  # fell, rose, as-before, no-fall-shown, cannot-tell, refused...
        ("method", pa.string()),
        ("assumptions", pa.list_(pa.string())),
        ("words_en", pa.string()),
        ("words_nl", pa.string()),
        ("reasons", REASONS),
    ]
)
LEADS = pa.schema(
    [
        ("lead_id", pa.string()),
        ("seller_id", pa.string()),
        ("title", pa.string()),  # what is offered, in a few words
        ("worth", pa.float64()),  # expected sentence days, see lexicons/worth.toml
        ("worth_low", pa.float64()),
        ("worth_high", pa.float64()),
        ("hours", pa.float64()),
        ("hours_low", pa.float64()),
        ("hours_high", pa.float64()),
        ("skill", pa.string()),  # digital, pseudo-purchase, tactical
        ("unit", pa.string()),  # the unit whose area it falls in
        ("reasons", REASONS),
        ("parts", PARTS),  # the factors whose product is the worth
        ("work", WORK),  # the hours by kind of work
        ("network", pa.string()),  # sellers tied to each other share one; null where there are no ties
        (
            "tags",
            pa.list_(pa.string()),
        ),  # what minima and limits of a plan speak of: bulk, minors, weapons...
    ]
)
PLAN = pa.schema(
    [
        ("rank", pa.int32()),
        ("lead_id", pa.string()),
        ("seller_id", pa.string()),
        ("unit", pa.string()),
        ("chosen", pa.bool_()),
        ("worth", pa.float64()),
        ("hours", pa.float64()),
        ("reasons", REASONS),
        ("greedy", pa.bool_()),  # whether picking by worth per hour takes it too
        ("stability", pa.float64()),  # share of simulated plans that take it
    ]
)
PLAN_FIGURES = pa.schema(
    [
        ("what", pa.string()),  # worth, greedy-worth, bound, gap, next-hours, overrun, minimum...
        ("unit", pa.string()),  # null for all units together
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("leads", pa.list_(pa.string())),  # the leads it speaks of
        ("detail", pa.string()),
    ]
)
