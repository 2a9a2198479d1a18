"""What will be lost, or was lost already, as far as the data show it."""

from collections.abc import Iterator

from schakel.showing.handover.by_count import by_count
from schakel.showing.handover.request.document import Code, Said
from schakel.showing.handover.request.facts import Facts
from schakel.showing.handover.request.periods import in_utc

_LEFT = "accounts-move"  # the reason of a lead that accounts were left behind


def urgency_of(facts: Facts, say: dict[str, str]) -> Iterator[Said]:
    """One sentence for each sign of loss; none where the data show none."""
    for account in facts.accounts:
        if "deleted" in account.flags:
            yield Said(say["lost-account"], {"account": _number(account.number, account.account_id)})
    timed = [act for act in facts.acts if act.timed]
    if timed:
        yield Said(say["lost-timed"], {"count": str(len(timed)), "total": str(len(facts.acts))})
    for chat in facts.chats:
        which = _number(chat.number, chat.chat_id)
        if chat.timer_set:
            yield Said(say["lost-timer"], {"chat": which, "at": in_utc(chat.timer_set)})
        if chat.missing:
            yield Said(
                by_count(say["lost-missing"], chat.missing), {"chat": which, "count": str(chat.missing)}
            )
    if any(reason["rule"] == _LEFT for reason in facts.lead["reasons"] or ()):
        yield Said(say["lost-left"])
    edited = sum(act.edited_at is not None for act in facts.acts)
    if edited:
        yield Said(say["lost-edited"], {"count": str(edited), "total": str(len(facts.acts))})


def _number(number: int | None, own: str) -> Code:
    return Code(own if number is None else str(number))
