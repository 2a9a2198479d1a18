"""What people write of their work in the chain: short lines that read as those of couriers, money handlers, recruiters and others.

Ads say what is sold; who rides, counts or recruits shows in other lines ("nog 3 stops", "14.350 geteld klopt"). Each different short line
that does not surely offer is weighed by its wording for every function, by a linear model fitted on transcripts and markets in which the
function of each account is known (`tools/fit_roles.py`, `lexicons/wording_work.npz`). One line says little; what an account is said to be
rests on all its lines (`judging/roles/by_words.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.wording import Wording, load_wording, wording_odds
from schakel.records.ids import text_id
from schakel.records.tables import check
from schakel.records.who_wrote import WORK_TALK
from schakel.records.work_roles import WORK_ROLES
from schakel.store.slices import slices
from schakel.store.workers import Workers

Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]

# A longer text, or one of several lines, is an ad, a list or a story: of three makers' markets 6 in 100 texts that do not offer.
_LETTERS, _LEAST = 240, 3
# Log10 odds from which a line is kept. As lines of those who hold a role weigh as much in the fit as a third of all others together, even odds
# are far rarer than one line in two.
_KEPT = 0.0
# Texts of which a thousand take 6 milliseconds, so that this process has weighed so many sooner than another has started.
_HERE, _ROWS = 30_000, 1 << 14
_MESSAGE = ("message_id", "chat_id", "account_id")


@dataclass(frozen=True, slots=True)
class Talk:
    """The short lines of one part: each once, with its number among all texts, and the messages that are such a line."""

    texts: pa.Array
    numbers: Indices
    messages: pa.Table
    which: Indices  # of each message the place of its line in `texts`


def short_lines(texts: pa.Array, which: Indices, messages: pa.Table) -> Talk:
    """The short lines among `texts`, and those messages that are one; `which` tells the text of each message."""
    short = is_short_line(texts)
    known = short[which] & pc.is_valid(messages["account_id"]).to_numpy()
    numbers = np.flatnonzero(short)
    place = np.cumsum(short) - 1
    rows = messages.select(_MESSAGE).filter(pa.array(known))
    for name in _MESSAGE[1:]:
        rows = rows.set_column(rows.column_names.index(name), name, rows[name].dictionary_encode())
    return Talk(texts.take(pa.array(numbers)), numbers, rows, place[which[known]])


def is_short_line(texts: pa.Array) -> Flags:
    """Which texts are one line of few letters."""
    letters = pc.utf8_length(texts).to_numpy(zero_copy_only=False)
    lines = pc.match_substring(texts, "\n").to_numpy(zero_copy_only=False)
    short: Flags = (letters <= _LETTERS) & (letters >= _LEAST) & ~lines
    return short


def work_talk(workers: Workers, talk: Talk, offering: Indices) -> pa.Table:
    """The table `work_talk`: which messages read as the work of which function, in the order of the messages.

    `offering` are the numbers of texts that surely offer.
    """
    asked = np.flatnonzero(~np.isin(talk.numbers, offering))
    texts = talk.texts.take(pa.array(asked))
    answers = list(_weighed(workers, texts))
    if not answers:
        return WORK_TALK.empty_table()
    line = np.concatenate([one["line"].to_numpy() + n * _ROWS for n, one in enumerate(answers)])
    read = pa.concat_tables(answers)
    return _of_messages(talk, asked[line], read)


def _weighed(workers: Workers, texts: pa.Array) -> Iterator[pa.Table]:
    pieces = slices(texts, _ROWS) if len(texts) else []
    if len(texts) <= _HERE:
        return workers.here(worded_as_work, pieces)
    return workers.begin(worded_as_work, pieces)


def worded_as_work(texts: pa.Array, wording: Wording | None = None) -> pa.Table:
    """For each line and each function of which it reads so: the number of the line, the function and the log10 odds."""
    masked = masked_each([text.lower() for text in texts.to_pylist()])
    once = {text: n for n, text in enumerate(dict.fromkeys(masked))}  # "nog 3 stops", "nog 4 stops"
    odds = np.rint(wording_odds(list(once), wording or load_wording("wording_work")) * 100)
    odds = odds[[once[text] for text in masked]]
    line, role = np.nonzero(odds > _KEPT * 100)
    return pa.table({"line": line, "role": role, "odds": odds[line, role] / 100})


def _of_messages(talk: Talk, line: Indices, read: pa.Table) -> pa.Table:
    """What was read in each line, once for every message that is that line."""
    first = np.searchsorted(line, talk.which)
    count = np.searchsorted(line, talk.which, side="right") - first
    message = np.repeat(np.arange(len(talk.which)), count)
    within = np.arange(len(message)) - np.repeat(np.cumsum(count) - count, count)
    found = np.repeat(first, count) + within
    rows = talk.messages.take(pa.array(message))
    used = np.unique(line)
    ids = pa.array([text_id(text) for text in talk.texts.take(pa.array(used)).to_pylist()], pa.string())
    roles = pa.array(WORK_ROLES, pa.string())
    columns = {name: rows[name] for name in _MESSAGE} | {
        "text_id": ids.take(pa.array(np.searchsorted(used, line[found]))),
        "role": roles.take(pa.array(read["role"].to_numpy()[found])),
        "odds": read["odds"].take(pa.array(found)),
    }
    return check(
        pa.table([columns[name] for name in WORK_TALK.names], names=WORK_TALK.names).cast(WORK_TALK),
        "work_talk",
    )
