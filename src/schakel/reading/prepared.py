"""Importing this page loads all word lists and tables of reading, so that processes made from this one have them.

Loading takes a process more than a second; whoever has imported this before it is forked does that once for all.
"""

import gc

import pyarrow as pa

from schakel.reading.candidates import candidate_mask
from schakel.reading.new_messages import read_piece

_TEXTS = (
    "Te koop in Groningen: 5 gram coke 220 euro, app 06-12345678 of @naam_voorbeeld, betalen met tikkie",
    "k3ta en spe e d, ophalen in 010. Iemand op zoek? wickr: naam",
    "Продам шишки 1г 2000 руб, Москва, пиши @primer_imya",
    "Satilik 3,5 g ot, 900 tl, nul zes een twee drie vier vijf zes zeven acht",
    "amfetaimne beschikbr",  # slips of the finger: what they are told by takes a fifth of a second to make
)


def _load() -> None:
    gc.disable()  # nothing of what is made goes again: looking for circles in it took a fifth of the loading, and finds 459
    try:
        candidate_mask(pa.array(_TEXTS))
        read_piece(pa.array(_TEXTS))
    except Exception:  # noqa: BLE001, S110 - a list that cannot be used is told where texts are read
        pass
    gc.enable()
    gc.freeze()  # what is loaded stays: the collector need not walk over it, and its pages stay shared


_load()
