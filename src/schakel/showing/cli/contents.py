"""What stands on the command line: each command with the module of this folder that holds it, and what it does.

The list of commands is printed from here, so that asking for it loads none of them; a test holds these words to those
of the commands themselves.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """A command: the module that holds it, and the first sentence of its help."""

    module: str
    does: str


CONTENTS = {
    "run": Entry(
        "run",
        "The whole road: seal and import exports, read, link, judge, and choose what deserves the hours.",
    ),
    "intake": Entry("rooms", "Seals and imports export files or folders."),
    "collect": Entry("collect", "Collects unseen what is public, on a written ground."),
    "link": Entry("rooms", "Folds copies into campaigns and links accounts into sellers."),
    "judge": Entry("rooms", "Weighs for each seller: ghost or real, which role, where."),
    "decide": Entry("plan", "Proposes leads and chooses among them for the hours at hand."),
    "plan": Entry(
        "plan", "The leads chosen for the hours, with the proof, and why each of the others waits."
    ),
    "read": Entry(
        "reading",
        "Reads offers in the new messages of the workspace; with `-`, one JSON answer for every JSON line given.",
    ),
    "show": Entry("show", "One file on the screen: who, what, how sure, and on which messages it rests."),
    "request": Entry(
        "request",
        "Drafts a legal request on a lead: ids, times, acts, ground and proportionality; blanks for a person.",
    ),
    "network": Entry(
        "network",
        "Ties between accounts by month, the largest communities, who stands between them, who keeps several groups, "
        "who posts together.",
    ),
    "verdict": Entry(
        "verdicts",
        "Writes down what you know: a seller is real or a ghost; two accounts are the same person's or not.",
    ),
    "undo": Entry("verdicts", "Takes a verdict back by adding one more row; the old row stays."),
    "case": Entry("cases", "Cases: leads that somebody works on."),
    "users": Entry("people", "People of the casebook."),
    "authorise": Entry("grounds", "Authorisations: on which ground, by whom, for what and how long."),
    "retention": Entry("retention", "Terms: what may be held no longer."),
    "audit": Entry(
        "audit",
        "Who did what, to what, when and why; with --verify, whether ledger, sealed files and casebook are unchanged.",
    ),
    "desk": Entry("desk", "Opens the desk, where leads are read and judged in a browser."),
    "export": Entry("export", "Writes what was found for the tools that others use."),
    "search": Entry("searching", "Finds texts by their words, however disguised, or by a contact."),
    "index": Entry(
        "searching", "Makes what the search and the desk look things up in, so that nobody waits for it."
    ),
    "package": Entry(
        "packaging",
        "Packs a lead for whoever it is handed to, sealed: messages, evidence, what speaks against it, what is missing.",
    ),
    "verify": Entry(
        "verifying",
        "Checks a hand-over package: nothing missing, added or changed, and chained to the ledger.",
    ),
    "lexicon": Entry("lexicons", "The word lists."),
    "simulate": Entry(
        "simulate", "Writes a made-up market as a Telegram Desktop export, and the truth about it beside it."
    ),
    "evaluate": Entry("evaluate", "Measured accuracy, with simple methods beside it."),
    "bench": Entry(
        "bench", "Measures every step on this machine, beside what a user would take instead, in one run."
    ),
    "measure": Entry(
        "measure",
        "How many sellers there are, seen and unseen, real and ghost, with bounds; and what the market looks like.",
    ),
    "intervene": Entry(
        "intervene", "Writes down takeovers, arrests, warning messages and bans, and measures what they did."
    ),
    "estimate": Entry(
        "estimate",
        "Estimates how many accounts there are, seen and unseen, and refuses what the data cannot carry.",
    ),
    "dismantle": Entry(
        "dismantle",
        "Says which removals break a network most, and how it grows together again in three ways of recovering.",
    ),
}
