"""What is the subject's own stays open in a text; what is anybody else's is hidden, and people have numbers."""

from typing import Any

import pyarrow as pa
import pytest

from schakel.custody.package_check.json_rows import digest_of_row
from schakel.records.facts import Verdict
from schakel.showing.handover.package.rows import sealed_row
from schakel.showing.handover.package.subject import Subject
from schakel.showing.handover.package.telling_ids import telling_ids, without_telling
from schakel.showing.handover.package.third_parties import ThirdParties
from schakel.showing.handover.package.weighed import Ties, weighed_rows
from schakel.showing.known_names import KnownNames
from schakel.showing.seller_file import SellerFile

Row = dict[str, Any]
KNOWN = KnownNames(["Snelle Wolf", "Kees de Boer", "Lisa Vermeulen", "Lisa Jansma"])


@pytest.fixture
def parties() -> ThirdParties:
    members = [{"member_kind": "account", "member_id": "a_1", "account_tg_id": 900}]
    file = SellerFile("s_1", members, [], [], [], [], [])
    own = frozenset({"phone:+31612345678", "username:snellewolf"})
    subject = Subject({"lead_id": "l_1"}, file, ("a_1", "a_2"), own, ("Lisa Vermeulen", "Snelle Wolf"))
    return ThirdParties(subject, KNOWN, {"c_many": 3, "c_two": 2})


def selector(text: str, kind: str, value: str, written: str) -> Row:
    start = text.index(written)
    return {"type": kind, "value": value, "start": start, "end": start + len(written)}


def test_own_contacts_and_names_are_open_and_others_hidden(parties: ThirdParties) -> None:
    text = "Snelle Wolf 06 1234 5678 @snellewolf, niet 06 8765 4321 @kees_de_koper of Kees de Boer"
    read = [
        selector(text, "phone", "+31612345678", "06 1234 5678"), selector(text, "username", "snellewolf", "@snellewolf"),
        selector(text, "phone", "+31687654321", "06 8765 4321"), selector(text, "username", "kees_de_koper", "@kees_de_koper"),
    ]  # fmt: skip
    told = parties.text(text, read)
    assert told == "Snelle Wolf 06 1234 5678 @snellewolf, niet 06 •••• •••• @k•••••••••••• of •••• •• ••••"
    assert len(told) == len(text)


def test_a_first_name_in_somebody_elses_name_stays_hidden(parties: ThirdParties) -> None:
    assert "Lisa" not in parties.text("vraag Lisa Jansma", ())
    assert parties.text("vraag Lisa Vermeulen", ()) == "vraag Lisa Vermeulen"


@pytest.mark.parametrize("text", ["24/7 bezorgd", "10/20 euro", "coke/wiet", "(24/7)", "3/4/5 gram."])
def test_amounts_and_words_of_everyday_with_a_slash_are_open(parties: ThirdParties, text: str) -> None:
    assert parties.text(text, ()) == text


@pytest.mark.parametrize(
    "text", ["t.me/keesdeboer", "06/1234/5678", "insta/keesdeboer", "@a/b", "wa.me/31612"]
)
def test_links_and_numbers_with_a_slash_stay_hidden(parties: ThirdParties, text: str) -> None:
    assert "•" in parties.text(text, ())


def test_people_get_a_number_each_in_the_order_of_their_appearance(parties: ThirdParties) -> None:
    called = [
        parties.called(*one)
        for one in (("a_9", "Kees"), ("a_1", "x"), (None, "Jan"), ("a_9", None), (None, None), (None, "Jan"))
    ]
    assert called == ["person-1", "a_1", "person-2", "person-1", None, "person-2"]
    assert len(parties) == 2
    assert (parties.named("a_1", "Wolf"), parties.named("a_9", "Kees")) == ("Wolf", None)


def test_titles_of_places_are_open_and_those_of_talks_hidden(parties: ThirdParties) -> None:
    def titled(kind: str | None, chat: str = "c_1") -> str | None:
        return parties.title({"chat_title": "Kees de Boer", "chat_kind": kind, "chat_id": chat})

    assert titled("personal_chat") is titled("bot_chat") is titled(None, "c_two") is titled("") is None
    assert titled("public_supergroup") == titled("private_group") == titled(None, "c_many") == "Kees de Boer"


def test_the_number_of_a_talk_with_somebody_else_is_their_number_and_hidden(parties: ThirdParties) -> None:
    def row(kind: str | None, number: int, chat: str = "c_1") -> Row:
        return {"chat_kind": kind, "chat_tg_id": number, "chat_id": chat, "chat_title": "Kees"}

    assert (
        parties.chat_number(row("personal_chat", 901)) is parties.chat_number(row(None, 901, "c_two")) is None
    )
    assert (
        parties.chat_number(row("personal_chat", 900)) == 900
    )  # seen from the other side: the subject's own
    assert parties.chat_number(row("private_group", 901)) == 901


def test_ids_made_of_what_is_hidden_give_way_to_numbers(parties: ThirdParties) -> None:
    chat, talk, one, two, three = (
        f"{kind}_{digit * 24}" for kind, digit in zip("ccmmm", "abcde", strict=True)
    )
    rows = [
        {"message_id": one, "chat_id": chat, "chat_kind": "public_channel", "chat_tg_id": 5, "text_hidden_in_part": False},
        {"message_id": two, "chat_id": talk, "chat_kind": "personal_chat", "chat_tg_id": None, "text_hidden_in_part": False},
        {"message_id": three, "chat_id": chat, "chat_kind": "public_channel", "chat_tg_id": 5, "text_hidden_in_part": True},
    ]  # fmt: skip
    telling = telling_ids(rows, parties)
    assert telling == {talk: "c_hidden_1", two: "m_hidden_1", three: "m_hidden_2"}
    reason = sealed_row({"messages": [one, three], "reasons": [{"detail": f"copied from {two}"}]})
    told = without_telling(reason, dict(telling))
    assert told["messages"] == [one, "m_hidden_2"]
    assert told["reasons"] == [{"detail": "copied from m_hidden_1"}]
    assert told["row_sha256"] == digest_of_row(told) != reason["row_sha256"]


def test_of_a_tie_to_somebody_outside_only_rules_and_own_messages_are_told(parties: ThirdParties) -> None:
    reasons = [
        {"rule": "same_name", "weight": 2.5, "detail": "Kees de Boer", "messages": ["m_1", "m_9"]},
        {"rule": "counted", "weight": 0.0, "detail": "", "messages": ["m_2"]},
        {"rule": "other_hours", "weight": -0.5, "detail": "", "messages": None},
    ]
    row = {"own": "a_1", "other": "a_9", "log10_lr": 2.0, "reasons": reasons}
    links = pa.table({"left_id": pa.array([], pa.string()), "right_id": pa.array([], pa.string())})
    subject = Subject({}, SellerFile("s_1", [], [], [], [], [], []), ("a_1",), frozenset(), ())
    speaks_for, (told,) = weighed_rows(Ties(links, [row], frozenset({"m_1", "m_2"})), subject, [], parties)
    assert speaks_for == []
    assert (told["claim"], told["about"], told["towards"]) == ("nobody-else", "a_1 person-1", -2.0)
    assert told["signs"] == [{"rule": "same_name", "weight": 2.5}, {"rule": "other_hours", "weight": -0.5}]
    assert told["messages"] == ["m_1"]
    assert (told["words_en"], told["detail"]) == ("much more probable", "")


def test_ids_of_texts_in_sentences_are_numbers_too() -> None:
    """A campaign and what texts have in common are digests of a text, with all that is hidden in it."""
    one, two, other = f"k_{'a' * 24}", f"x_{'b' * 24}", f"k_{'c' * 24}"
    telling = {f"m_{'d' * 24}": "m_hidden_1"}
    rows = [without_telling({"detail": said}, telling) for said in (f"{one}; {two}", f"{other}, {one}")]
    assert [row["detail"] for row in rows] == ["k_hidden_1; x_hidden_1", "k_hidden_2, k_hidden_1"]


def test_a_word_on_somebody_elses_account_does_not_name_it(parties: ThirdParties) -> None:
    word = Verdict("v_1", "a_9", "a_1", "not-same", "J. Smit", "2026-01-01T10:00:00Z", "seen both", None)
    links = pa.table({"left_id": pa.array([], pa.string()), "right_id": pa.array([], pa.string())})
    subject = Subject({}, SellerFile("s_1", [], [], [], [], [], []), ("a_1",), frozenset(), ())
    _, against = weighed_rows(Ties(links, [], frozenset()), subject, [word], parties)
    assert [row["about"] for row in against] == ["person-1 a_1"]


def test_sentences_of_reasons_keep_what_is_the_subjects_own(parties: ThirdParties) -> None:
    own, other = "phone:+31612345678 (accounts: 2)", "phone:+31687654321 (accounts: 2)"
    assert parties.detail("shares_phone", own) == own
    assert "87654321" not in parties.detail("shares_phone", other)
    assert parties.detail("same_name", "Snelle Wolf") == "Snelle Wolf"
    assert "Boer" not in parties.detail("same_name", "Kees de Boer")
    assert (
        parties.detail("shares_phone", "phone:+316123456789 (accounts: 2)").count("•") > 5
    )  # a longer number is another
    assert "kees" not in parties.words("network", "Vouched by @kees_de_koper.")
