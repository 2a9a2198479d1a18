"""What a form must hold, each point with what fills it from the workspace or left as a blank for a person."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from schakel.showing.handover.request.book import Field, kinds
from schakel.showing.handover.request.document import plain
from schakel.showing.handover.request.drafting import Drafting
from schakel.showing.handover.request.periods import asked_of, in_utc
from schakel.showing.handover.request.urgency import urgency_of


@dataclass(frozen=True, slots=True)
class Filled:
    """One field of a form: its value, or None where a person must fill it in."""

    field: Field
    value: str | None


@dataclass(frozen=True, slots=True)
class Open:
    """One blank: its id, and what is to be filled in."""

    id: str
    what: str


def fields_of(drafting: Drafting) -> tuple[Filled, ...]:
    """Every mandatory field of the form, in the order of the law."""
    return tuple(Filled(one, _FILLS[one.source](drafting) or None) for one in drafting.form.field)


def blanks_of(drafting: Drafting) -> tuple[Open, ...]:
    """All that a person must fill in: fields without a value, what every request needs, and numbers that no source gives."""
    return tuple(_blanks(drafting))


def _blanks(drafting: Drafting) -> Iterator[Open]:
    language, say = drafting.language, drafting.say
    for one in fields_of(drafting):
        if one.value is None:
            yield Open(one.field.id, one.field.called(language))
    for blank in kinds().blank:
        yield Open(blank.id, blank.called(language))
    if drafting.ground is None:
        yield Open("authorisation", say["blank-ground"])
    for account in drafting.facts.accounts:
        if account.number is None:
            yield Open(f"number:{account.account_id}", say["blank-account"].format(id=account.account_id))
    for chat in drafting.facts.chats:
        if chat.number is None:
            yield Open(f"number:{chat.chat_id}", say["blank-chat"].format(id=chat.chat_id))


def _accounts(drafting: Drafting) -> str:
    numbers = [str(one.number) for one in drafting.facts.accounts if one.acts and one.number is not None]
    return ", ".join(numbers)


def _data(drafting: Drafting) -> str:
    return "; ".join(kinds().data[name].called(drafting.language) for name in drafting.data)


def _period(drafting: Drafting) -> str:
    asked = [one for one in asked_of(drafting.facts, drafting.data) if one.first and one.last]
    if not asked:
        return ""
    first = min(one.first for one in asked if one.first)
    last = max(one.last for one in asked if one.last)
    return drafting.say["value-period"].format(first=in_utc(first), last=in_utc(last))


def _summary(drafting: Drafting) -> str:
    facts = drafting.facts
    moments = [act.sent_at for act in facts.acts if act.sent_at is not None]
    if not moments:
        return ""
    return drafting.say["value-summary"].format(
        first=in_utc(min(moments)),
        last=in_utc(max(moments)),
        accounts=drafting.counted("accounts", sum(bool(one.acts) for one in facts.accounts)),
        chats=drafting.counted("chats", len(facts.chats)),
        acts=drafting.counted("acts", facts.messages),
        goods=drafting.goods(),
    )


def _links(drafting: Drafting) -> str:
    """Nothing as soon as one act has no address: then a person must say where it stands."""
    links = [act.link for act in drafting.facts.acts]
    return plain(drafting.said_of("value-links", len(links))) if links and all(links) else ""


def _urgency(drafting: Drafting) -> str:
    told = list(urgency_of(drafting.facts, drafting.say))
    return " ".join(map(plain, told))


def _law(drafting: Drafting) -> str:
    return drafting.form.called(drafting.language)


def _human(_: Drafting) -> str:
    return ""


_FILLS: Mapping[str, Callable[[Drafting], str]] = {
    "accounts": _accounts,
    "data": _data,
    "period": _period,
    "summary": _summary,
    "links": _links,
    "urgency": _urgency,
    "law": _law,
    "human": _human,
}
