"""A talk of two is named after a person; where a source does not tell the kind of a chat, the number of writers does."""

import pytest

from schakel.showing.handover.export.hiding import Hiding
from schakel.showing.pseudonyms import Pseudonyms
from schakel.showing.talks import is_talk

KEYED = Pseudonyms(b"k" * 32)


@pytest.mark.parametrize("kind", ["personal_chat", "bot_chat", "saved_messages", "user"])
def test_what_is_told_counts_before_how_many_write(kind: str) -> None:
    assert is_talk(kind, 90)
    assert not is_talk("public_channel", 1)


def test_where_no_kind_is_told_few_writers_make_a_talk() -> None:
    assert [is_talk(None, writers) for writers in (None, 0, 2, 3)] == [True, True, True, False]
    assert is_talk("", 2)


def test_an_export_leaves_title_and_number_of_a_talk_behind_also_of_pages() -> None:
    talk = {"title": "Saskia de Wit", "kind": None, "accounts": 2, "telegram_id": 901}
    closed = Hiding(pseudonyms=KEYED)
    assert (closed.title(talk), closed.number(talk)) == (None, None)
    opened = Hiding(opened=True)
    assert (opened.title(talk), opened.number(talk)) == ("Saskia de Wit", 901)
    place = talk | {"accounts": 40, "title": "Markt"}
    assert (closed.title(place), closed.number(place)) == ("Markt", 901)
