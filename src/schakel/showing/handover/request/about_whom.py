"""The parts of a draft on whom and what: accounts, chats, data with their days, and the acts."""

from collections.abc import Iterator

from schakel.showing.defang import selector_shown
from schakel.showing.handover.request.book import kinds, laws
from schakel.showing.handover.request.document import (
    Block,
    Cell,
    Code,
    Quote,
    Said,
    Section,
    Sheet,
    exact,
    shown,
)
from schakel.showing.handover.request.drafting import Drafting, moments
from schakel.showing.handover.request.facts import Act, Seen
from schakel.showing.handover.request.periods import asked_of, in_utc, local


def accounts_section(drafting: Drafting) -> Section:
    """The accounts by number, what they were called and when, their contacts, and the chats."""
    return Section(drafting.say["title-accounts"], tuple(_accounts(drafting)))


def data_section(drafting: Drafting) -> Section:
    """Which data of which account for which days, and who may order them."""
    return Section(drafting.say["title-data"], tuple(_data(drafting)))


def acts_section(drafting: Drafting) -> Section:
    """The acts: when, where, by which account, with address and seal; and what they say."""
    return Section(drafting.say["title-acts"], tuple(_acts(drafting)))


def _accounts(drafting: Drafting) -> Iterator[Block]:
    facts = drafting.facts
    yield drafting.said("accounts")
    yield Sheet(
        drafting.heads("account", "own-id", "kind", "offers", "first", "last", "flags"),
        tuple(
            (
                drafting.account(one),
                Code(exact(one.account_id)),
                drafting.sort_of(one.kind),
                str(one.acts),
                *moments(one.first_act, one.last_act),
                ", ".join(one.flags),
            )
            for one in facts.accounts
        ),
    )
    yield drafting.said("names")
    names = [("name", drafting.account(one), seen) for one in facts.accounts for seen in one.names]
    names += [("username", drafting.account(one), seen) for one in facts.accounts for seen in one.usernames]
    names += [("contact", drafting.say["of-all"], seen) for seen in facts.contacts]
    rows = tuple((drafting.say[f"seen-{kind}"], whose, *_seen(kind, seen)) for kind, whose, seen in names)
    yield Sheet(drafting.heads("what", "account", "seen-as", "first", "last", "source"), rows)
    yield drafting.said("chats")
    yield Sheet(
        drafting.heads("chat", "own-id", "kind", "seen-as", "username", "offers"),
        tuple(
            (
                drafting.chat(one),
                Code(exact(one.chat_id)),
                drafting.sort_of(one.kind),
                shown(one.title, 60),
                ", ".join(f"{shown(seen.value, 60)}: {shown(seen.where, 60)}" for seen in one.usernames),
                str(one.acts),
            )
            for one in facts.chats
        ),
    )


def _seen(kind: str, seen: Seen) -> tuple[Cell, ...]:
    value: Cell = Code(exact(selector_shown(seen.value))) if kind == "contact" else shown(seen.value, 80)
    return (value, *moments(seen.first, seen.last), shown(seen.where, 80))


def _data(drafting: Drafting) -> Iterator[Block]:
    language = drafting.language
    if not drafting.data:
        yield drafting.said("no-data")
        return
    pads = {name: kinds().data[name].pad for name in drafting.data}
    told = "; ".join(f"{kinds().data[name].called(language)}: {days}" for name, days in pads.items())
    yield drafting.said("data", pads=told)
    numbers = {one.account_id: drafting.account(one) for one in drafting.facts.accounts}
    rows: list[tuple[Cell, ...]] = []
    for one in asked_of(drafting.facts, drafting.data):
        category = kinds().data[one.category]
        days: tuple[Cell, ...] = (drafting.say["state"], "")
        if one.first and one.last:
            days = moments(one.first, one.last)
        who, law = drafting.form.orderer(one.category, language)
        rows.append(
            (
                numbers[one.account_id],
                category.called(language),
                *days,
                f"{who} ({laws()[law].called(language)})",
            )
        )
    yield Sheet(drafting.heads("account", "data", "from", "until", "who"), tuple(rows))
    beyond = [
        kinds().data[name].called(language)
        for name in drafting.data
        if not kinds().data[name].named_by_telegram
    ]
    if beyond:
        yield drafting.said("beyond-policy", data="; ".join(beyond))


def _acts(drafting: Drafting) -> Iterator[Block]:
    facts, most = drafting.facts, kinds().messages
    yield drafting.said_of("acts", facts.messages, goods=drafting.goods())
    accounts = {one.account_id: drafting.account(one) for one in facts.accounts}
    chats = {one.chat_id: drafting.chat(one) for one in facts.chats}
    rows = tuple(
        (
            *moments(act.sent_at),
            chats[act.chat_id],
            Code("" if act.number is None else str(act.number)),
            accounts[act.account_id],
            Code(exact(act.link)) if act.link else drafting.say["no-link"],
            *moments(act.edited_at),
            Code(exact(f"{act.source_id[:12]}:{act.place}")),
        )
        for act in facts.acts[:most]
    )
    yield Sheet(drafting.heads("at", "chat", "message", "account", "link", "edited", "seal"), rows)
    if any("/c/" in (act.link or "") for act in facts.acts):
        yield drafting.said("members-only")
    if len(facts.acts) > most:
        yield drafting.said_of("acts-more", len(facts.acts) - most)
    yield from _quotes(drafting)


def _quotes(drafting: Drafting) -> Iterator[Block]:
    first: dict[str, Act] = {}
    for act in drafting.facts.acts:
        first.setdefault(act.text_id, act)
    quoted = [act for act in first.values() if act.text][: kinds().texts]
    if quoted:
        yield drafting.said_of("quotes", len(first), quoted=str(len(quoted)), texts=str(len(first)))
    chats = {one.chat_id: drafting.chat(one) for one in drafting.facts.chats}
    for act in quoted:
        times = sum(other.text_id == act.text_id for other in drafting.facts.acts)
        caption = {
            "at": f"{in_utc(act.sent_at)} ({local(act.sent_at)})",
            "chat": chats[act.chat_id],
            "number": Code("" if act.number is None else str(act.number)),
            "id": Code(act.message_id),
            "times": drafting.counted("times", times),
        }
        yield Quote(shown(act.text, kinds().quote), Said(drafting.say["quote"], caption))
