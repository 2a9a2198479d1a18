"""What is told of loss and of weights comes from the data, each from its own sign."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schakel.showing.handover.request.book import words
from schakel.showing.handover.request.document import plain
from schakel.showing.handover.request.draft import document_of
from schakel.showing.handover.request.facts import Facts, _timed
from schakel.showing.handover.request.markdown import as_markdown
from schakel.showing.handover.request.urgency import urgency_of
from schakel.showing.handover.request.weighing import reality_of, weighing_of
from tests.showing.handover.request.conftest import Case

SAY = dict(words("en"))


def told(facts: Facts) -> list[str]:
    return [plain(one) for one in urgency_of(facts, SAY)]


def quiet(facts: Facts) -> Facts:
    return replace(
        facts,
        lead=facts.lead | {"reasons": []},
        accounts=tuple(replace(one, flags=()) for one in facts.accounts),
        chats=tuple(replace(one, missing=0, timer_set=None) for one in facts.chats),
        acts=tuple(replace(one, timed=False, edited_at=None) for one in facts.acts),
    )


def test_each_sign_of_loss_is_told_once_and_nothing_without_a_sign(case: Case) -> None:
    facts = quiet(case.facts)
    assert told(facts) == []
    first, *rest = facts.accounts
    gone = replace(facts, accounts=(replace(first, flags=("deleted",)), *rest))
    assert told(gone) == [f"Account {first.number} is deleted in the data."]
    act, *acts = facts.acts
    assert told(replace(facts, acts=(replace(act, timed=True), *acts))) == [
        f"Messages with a timer after which they go: 1 of {len(acts) + 1}."
    ]
    chat, *chats = facts.chats
    timer = replace(chat, timer_set=datetime(2026, 1, 2, tzinfo=UTC), missing=3)
    assert [one.partition(str(chat.number))[2] for one in told(replace(facts, chats=(timer, *chats)))] == [
        " a timer on messages was set, last on 2026-01-02T00:00:00Z.",
        " 3 message numbers between the first and the last act are missing: deleted, or not in what was exported.",
    ]
    left = replace(facts, lead=facts.lead | {"reasons": [{"rule": "accounts-move"}]})
    assert told(left) == ["Accounts of this seller were left behind before."]


def test_timers_are_read_from_what_the_source_says_beside_a_message() -> None:
    names = ("ttl_period", "self_destruct_period_seconds")
    assert _timed('{"ttl_period":86400}', names)
    assert not _timed('{"ttl_period":0}', names)
    assert not _timed('{"caption":"ttl_period"}', names)
    assert not _timed('["ttl_period"]', names)
    assert not _timed(None, names)


def test_signs_for_and_against_lie_on_their_sides_and_no_prior_among_them(case: Case) -> None:
    ghost = next(row for row in case.facts.seller.findings if row["kind"] == "ghost")
    signs = [
        {"rule": "prior", "weight": -9.0, "detail": "Before any sign."},
        {"rule": "payment-in-advance", "weight": 0.7, "detail": "3 of 3 texts ask payment in advance."},
        {
            "rule": "not:account-is-new",
            "weight": -0.2,
            "detail": "The oldest account is newer than 12% of the accounts seen.",
        },
        {"rule": "offers-everything", "weight": 0.0, "detail": "Nothing."},
    ]
    seller = replace(
        case.facts.seller, findings=[ghost | {"reasons": signs, "value": 0.2, "low": 0.1, "high": 0.4}]
    )
    facts = replace(case.facts, seller=seller)
    weighing = weighing_of(facts, "en")
    assert weighing.speaks_for == ("The oldest account is newer than 12% of the accounts seen.",)
    assert weighing.speaks_against == ("3 of 3 texts ask payment in advance.",)
    assert weighing.sure == (ghost["words"],)
    assert weighing_of(facts, "nl").sure == (ghost["words_nl"],)
    assert reality_of(facts) == ("80%", "60%", "90%")
    sure = replace(seller, findings=[ghost | {"value": 0.9999, "low": 0.0001, "high": 1.0}])
    assert reality_of(replace(facts, seller=sure)) == ("<1%", "0%", ">99%")
    assert reality_of(replace(facts, seller=replace(seller, findings=[]))) is None


def test_accounts_are_joined_by_the_words_of_their_weight(case: Case) -> None:
    (one,) = weighing_of(case.facts, "en").joined
    assert {one.left, one.right} == {account.account_id for account in case.facts.accounts}
    assert one.weight > 6
    assert one.words == "exceedingly more probable"
    assert 0 < one.against < one.signs


def test_figures_and_kinds_are_written_as_the_language_does(case: Case) -> None:
    dutch, english = (case.drafting("eio", language) for language in ("nl", "en"))
    assert (dutch.decimal(13.04), english.decimal(13.04)) == ("13,0", "13.0")
    assert (dutch.sort_of("private_supergroup"), english.sort_of("user")) == ("besloten supergroep", "user")
    assert dutch.sort_of("something_new") == "something_new"
    assert [dutch.counted("acts", count) for count in (1, 2)] == ["1 bericht", "2 berichten"]
    assert [english.counted("chats", count) for count in (0, 1)] == ["0 chats", "1 chat"]
    assert "_supergroup" not in as_markdown(document_of(dutch)).replace("\\", "")
    assert re.search(r"aannemelijkheidsverhouding \d+,\d;", as_markdown(document_of(dutch)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_thing_is_told_as_one(case: Case, language: str) -> None:
    """A lead of one message by one account in one chat, with one number missing."""
    drafting = case.drafting("epoc-pr", language)
    act, chat = drafting.facts.acts[0], drafting.facts.chats[0]
    (account,) = (one for one in drafting.facts.accounts if one.account_id == act.account_id)
    facts = replace(
        drafting.facts,
        acts=(act,),
        accounts=(replace(account, acts=1),),
        chats=(replace(chat, chat_id=act.chat_id, missing=1),),
    )
    said = as_markdown(document_of(replace(drafting, facts=facts))).replace("\\", "")
    wanted = {
        "nl": ("1 bericht is gelezen als aanbod", "1 van 1 tekst.", "naar 1 account, dat van de lead dat de feiten plaatste,",
               "ontbreekt tussen het eerste en het laatste feit 1 berichtnummer:", ", 1 keer:"),
        "en": ("1 message was read as an offer of", "1 of 1 text.", "Asked about is 1 account, the one of the lead",
               "1 message number between the first and the last act is missing", ", once:"),
    }[language]  # fmt: skip
    for one in wanted:
        assert one in said, one
    assert (
        plain(drafting.said_of("value-links", 1)).split(",")[0]
        == {"nl": "1 adres", "en": "1 address"}[language]
    )
    assert not re.search(r"\b1 (accounts|berichten|messages|chats|adressen|addresses|texts|teksten)\b", said)
