"""The parts of a draft on why: the ground, the statement of proportionality, and what will be lost."""

from collections.abc import Iterator

from schakel.records.grounds import EVERYTHING
from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.document import Block, Points, Said, Section, shown
from schakel.showing.handover.request.drafting import Drafting
from schakel.showing.handover.request.urgency import urgency_of
from schakel.showing.handover.request.weighing import reality_of, weighing_of


def ground_section(drafting: Drafting) -> Section:
    """The authorisation on which this is drafted."""
    ground, say = drafting.ground, drafting.say
    if ground is None:
        told = (drafting.said("ground-none"), drafting.blank(say["blank-ground"]))
        return Section(say["title-ground"], told)
    parts = {
        "ground-id": ground.ground_id,
        "ground-basis": ground.basis,
        "ground-officer": ground.officer,
        "ground-reference": ground.reference,
        "ground-acts": ", ".join(ground.scope.acts),
        "ground-chats": _scope(ground.scope.chats, say),
        "ground-goods": _scope(ground.scope.commodities, say),
        "ground-sellers": _scope(ground.scope.sellers, say),
        "ground-days": f"{ground.valid_from} / {ground.valid_until}",
    }
    lines = tuple(Said(say[name], {"value": shown(value, 200)}) for name, value in parts.items())
    return Section(say["title-ground"], (drafting.said("ground"), Points(lines)))


def proportionality_section(drafting: Drafting) -> Section:
    """What speaks for, what speaks against, how sure, and what a person must add."""
    return Section(drafting.say["title-proportionality"], tuple(_proportionality(drafting)))


def urgency_section(drafting: Drafting) -> Section:
    """What is at risk of loss, as far as the data show it."""
    say = drafting.say
    told = tuple(urgency_of(drafting.facts, say))
    blocks: tuple[Block, ...] = (
        (drafting.said("urgency"), Points(told)) if told else (drafting.said("urgency-none"),)
    )
    return Section(say["title-urgency"], blocks)


def _scope(names: tuple[str, ...], say: dict[str, str]) -> str:
    return say["everything"] if EVERYTHING in names else ", ".join(names)


def _proportionality(drafting: Drafting) -> Iterator[Block]:
    weighing, facts = weighing_of(drafting.facts, drafting.language), drafting.facts
    asked = sum(bool(one.acts) for one in facts.accounts)
    yield drafting.said_of("asked-only", asked, accounts=str(asked))
    for title, lines in (
        ("speaks-for", weighing.speaks_for),
        ("speaks-against", weighing.speaks_against),
        ("how-sure", weighing.sure),
    ):
        yield drafting.said(title if lines else f"{title}-none")
        if lines:
            yield Points(tuple(Said("{line}", {"line": shown(line, 300)}) for line in lines))
    if real := reality_of(facts):
        yield drafting.said("real", value=real[0], low=real[1], high=real[2])
    numbers = {one.account_id: drafting.account(one) for one in facts.accounts}
    joined = tuple(
        drafting.said(
            "joined" if one.weight >= 0 else "not-joined",
            left=numbers[one.left],
            right=numbers[one.right],
            words=one.words,
            weight=drafting.decimal(one.weight),
            against=str(one.against),
            signs=str(one.signs),
        )
        for one in weighing.joined
    )
    if joined:
        yield drafting.said("how-joined")
        yield Points(joined)
    yield drafting.said("not-guilt")
    less = next(one for one in kinds().blank if one.id == "less-far-reaching")
    yield drafting.blank(less.called(drafting.language))
