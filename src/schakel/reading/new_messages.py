"""From one part of `messages` to the offers, items and selectors read in it.

1. fold   every text is taken once, however often it was posted
2. scan   each is searched for any term at all (vectorised, over slices, in the worker processes)
3. read   each of those is read with care
4. unfold what was read goes back to every message that carries the text
"""

import gc
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.candidates import candidate_mask
from schakel.reading.context.writers import who_wrote
from schakel.reading.offers import TextReading, read_texts
from schakel.reading.tables import readings_to_tables
from schakel.reading.terms.scan_buffer import Flags
from schakel.reading.work_talk import short_lines, work_talk
from schakel.records.ids import text_id
from schakel.records.tables import SCHEMAS, check, counts_add_up
from schakel.store.engine import Engine
from schakel.store.slices import slices
from schakel.store.workers import Workers

Report = Callable[[int, int], None]
Indices = npt.NDArray[np.int64]

# 32 Ki texts of ~127 bytes keep a slice near 4 MB: small beside what a worker holds anyway. Few texts are scanned in
# smaller slices, so that every process has some.
_SCAN_ROWS, _FEW_ROWS = 1 << 15, 1 << 12
# A careful reading takes 150 microseconds or more, so 4,000 texts are time enough to be worth a hand-over (with 2,000 at
# once each takes 2 % longer, with 500 it is 6 %); where the processes stand ready, 200 are: this process would take a second
# to load the word lists. Where none does, each must be started and load them for itself, 2.4 seconds of processor: so many
# texts are read sooner than that pays.
_READ_TEXTS, _WORTH_IT, _SOONER_HERE = 4000, 200, 8000
# Pieces of texts a process may be ahead: to write the rows of _PIECE messages takes as long as to read two pieces.
_AHEAD = 4
# Messages whose readings are made into rows at once: some 40 MB of offers and items.
_PIECE = 50_000
NUMBER = "number of the text"
_COLUMNS = [
    "message_id", "chat_id", "account_id", "sent_at", "reply_to", "reply_to_chat", "source_id", "place_in_source",
]  # fmt: skip
_MADE = ("offers", "items", "selectors", "doubts")
_FAILED = pa.schema([("text_id", pa.string()), ("stage", pa.string()), ("reason", pa.string())])


def read_part(engine: Engine, part: str, report: Report | None = None) -> Iterator[dict[str, pa.Table]]:
    """The tables `offers`, `items`, `selectors` and `doubts` of one part of `messages`, as texts alone tell.

    `quarantine` is among them if a text failed. They come in pieces, in the order of the messages, each as soon as
    its texts are read; the last piece is `writers`, who wrote how much.
    """
    spoken, texts, which = _texts(engine, part)
    scanned = scan(engine.workers, texts)  # beside what follows
    messages = _with_replies_here(engine.read("messages", _COLUMNS, part)).filter(spoken)
    wrote = who_wrote(messages.select(["chat_id", "account_id", "reply_to"]))
    talk = short_lines(texts, which, messages)
    mask = np.concatenate(list(scanned))
    texts = texts.filter(pa.array(mask))
    answers = read_each_piece(engine.workers, texts)  # and so is this
    carriers, which = _carriers(messages, which, mask)
    del messages
    # Texts are numbered in the order of their first message: a message may carry no text beyond this number.
    reach = np.maximum.accumulate(which) if len(which) else which
    read: list[dict[str, pa.Table]] = []
    offering: list[Indices] = []
    done = at = 0
    for answer in answers:
        read.append(numbered(answer, done))
        offering.append(_offering(read[-1]["offers"]))
        done += answer["texts"].num_rows
        if report:
            report(done, len(texts))
        while at < len(which) and reach[min(at + _PIECE, len(which)) - 1] < done:
            yield _piece(read, carriers.slice(at, _PIECE), which[at : at + _PIECE])
            at += _PIECE
    if at == 0:
        yield _piece(read, carriers, which)
    offers = np.flatnonzero(mask)[np.concatenate(offering)] if offering else np.zeros(0, np.int64)
    yield {"writers": wrote, "work_talk": work_talk(engine.workers, talk, offers)}


def _offering(offers: pa.Table) -> Indices:
    """The numbers of the texts that surely offer."""
    numbers: Indices = offers.filter(pc.equal(offers["act"], "offer"))[NUMBER].to_numpy()
    return numbers


def _brief(carriers: pa.Table) -> pa.Table:
    """The messages with the ids of chats, accounts and sources written once."""
    for name in ("chat_id", "account_id", "source_id"):
        at = carriers.column_names.index(name)
        carriers = carriers.set_column(at, name, carriers.column(name).dictionary_encode())
    return carriers


def _piece(read: list[dict[str, pa.Table]], carriers: pa.Table, which: Indices) -> dict[str, pa.Table]:
    """What the texts of some messages say, message by message."""
    tables = {name: pa.concat_tables([answer[name] for answer in read]).combine_chunks() for name in read[0]}
    made = {name: _unfold(name, tables[name], carriers, which) for name in _MADE}
    if tables["failed"].num_rows:
        made["quarantine"] = _unfold("quarantine", tables["failed"], carriers, which)
    return made


def _texts(engine: Engine, part: str) -> tuple[pa.Array, pa.Array, Indices]:
    """Which messages say something, their texts once each by first appearance, and of each of them its text."""
    messages = engine.read("messages", ["kind", "text"], part)
    spoken = pc.and_(pc.equal(messages["kind"], "message"), pc.not_equal(messages["text"], ""))
    return spoken, *_fold(messages["text"].filter(spoken))


def _carriers(messages: pa.Table, which: Indices, mask: Flags) -> tuple[pa.Table, Indices]:
    """The messages with a text that may say something, and the number of that text among those."""
    said = mask[which]
    return _brief(messages.filter(pa.array(said))), (np.cumsum(mask) - 1)[which[said]]


def scan(workers: Workers, texts: pa.Array) -> Iterator[Flags]:
    """Which of the texts could say anything at all, slice by slice."""
    if len(texts) <= _few(workers):
        return workers.here(candidate_mask, [texts])
    # Not in this process: the others have loaded the word lists, and need them after this anyway (.9 seconds).
    rows = _SCAN_ROWS if len(texts) > 2 * _SCAN_ROWS else _FEW_ROWS
    return workers.begin(candidate_mask, slices(texts, rows))


def _with_replies_here(messages: pa.Table) -> pa.Table:
    """The messages without replies that lead to another chat."""
    here = pc.if_else(pc.is_null(messages["reply_to_chat"]), messages["reply_to"], None)
    return messages.set_column(messages.schema.get_field_index("reply_to"), "reply_to", here)


def _fold(texts: pa.ChunkedArray) -> tuple[pa.Array, Indices]:
    """Each text once, in the order of its first appearance, and for every row the number of its text."""
    encoded = texts.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.unify_dictionaries().combine_chunks()
    return encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)


def read_each_piece(workers: Workers, texts: pa.Array) -> Iterator[dict[str, pa.Table]]:
    """What the texts say, slice by slice, each as `read_piece` gives it."""
    if len(texts) <= _few(workers):
        return workers.here(read_piece, [texts])
    rows = _share(len(texts), workers.count)
    return workers.begin(read_piece, slices(texts, rows), _AHEAD)


def _few(workers: Workers) -> int:
    """So many texts are read in this process."""
    return _WORTH_IT if workers.loaded else _SOONER_HERE


def _share(texts: int, processes: int) -> int:
    """Texts a piece, at most _READ_TEXTS, so that all processes have as many pieces and end together."""
    rounds = -(-texts // (processes * _READ_TEXTS))
    return -(-texts // (processes * rounds))


def read_piece(texts: pa.Array) -> dict[str, pa.Table]:
    """What a slice of unique texts says, keyed by text id; a text that cannot be read is in `failed`."""
    # Readings make no circles for the collector to find; its searching took a quarter of the time.
    gc.disable()
    try:
        return _piece_read(texts.to_pylist())
    finally:
        gc.enable()


def _piece_read(written: list[str]) -> dict[str, pa.Table]:
    keys = list(map(text_id, written))
    read, failed = _read_all(keys, written)
    counts_add_up("texts", len(written), read=len(read), quarantined=len(failed))
    tables = readings_to_tables([key for key, _ in read], [reading for _, reading in read])
    return tables | {"failed": pa.Table.from_pylist(failed, schema=_FAILED), "texts": texts_table(keys)}


def texts_table(keys: list[str]) -> pa.Table:
    """The ids of some texts, in order."""
    return pa.table({"text_id": pa.array(keys, pa.string())})


def _read_all(
    keys: list[str], texts: list[str]
) -> tuple[list[tuple[str, TextReading]], list[dict[str, str]]]:
    try:
        return list(zip(keys, read_texts(texts, acts_only=True), strict=True)), []
    except Exception:  # noqa: BLE001 - one hostile text must not take the good ones with it: which one is it?
        return _read_each(keys, texts)


def _read_each(
    keys: list[str], texts: list[str]
) -> tuple[list[tuple[str, TextReading]], list[dict[str, str]]]:
    read: list[tuple[str, TextReading]] = []
    failed: list[dict[str, str]] = []
    for key, text in zip(keys, texts, strict=True):
        try:
            read.append((key, read_texts([text], acts_only=True)[0]))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told with its place
            failed.append({"text_id": key, "stage": "reading", "reason": repr(error)[:200]})
    return read, failed


def numbered(read: dict[str, pa.Table], first: int) -> dict[str, pa.Table]:
    """The rows read in a slice of texts with the number of their text, counted from `first`."""
    ids = read["texts"].column("text_id").combine_chunks()
    return {name: _with_number(table, ids, first) for name, table in read.items() if name != "texts"}


def _with_number(table: pa.Table, ids: pa.Array, first: int) -> pa.Table:
    found = pc.index_in(table.column("text_id").combine_chunks(), value_set=ids)
    return table.append_column(NUMBER, pc.add(found.cast(pa.int64()), first))


def _unfold(name: str, read: pa.Table, carriers: pa.Table, which: Indices) -> pa.Table:
    """The rows read in each text, once for every message that carries it, in the order of the messages."""
    numbers: Indices = read.column(NUMBER).to_numpy()
    take_read, take_message = pairs(numbers, which)
    schema = SCHEMAS[name]
    message = _wanted(carriers, schema).take(pa.array(take_message))
    found = _wanted(read, schema).take(pa.array(take_read))
    columns = {column: message.column(column) for column in message.column_names}
    columns |= {column: found.column(column) for column in found.column_names}
    if name == "offers":
        columns["offer_id"] = _offer_ids(message.column("message_id"))
    nothing = pa.nulls(found.num_rows)
    return check(
        pa.table([columns.get(c, nothing) for c in schema.names], names=schema.names).cast(schema), name
    )


def _wanted(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The columns that the rows to be made have: taking strings for a million rows is what costs here."""
    return table.select([column for column in table.column_names if column in schema.names])


def pairs(numbers: Indices, which: Indices) -> tuple[Indices, Indices]:
    """Rows of `read` and of `carriers` that belong together; `numbers` is ascending, `which` is in message order."""
    rows = np.bincount(numbers, minlength=int(which.max(initial=-1)) + 1)  # of each text
    first, count = (np.cumsum(rows) - rows)[which], rows[which]
    take_message = np.repeat(np.arange(len(which)), count)
    within = np.arange(len(take_message)) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(first, count) + within, take_message


def _offer_ids(message_ids: pa.ChunkedArray) -> pa.ChunkedArray:
    """A message is one offer at most, so it shares the digits of its id: m_5f0c... is offer o_5f0c..."""
    return pc.binary_replace_slice(message_ids, 0, 1, "o")
