"""The parts of a draft on the form: what it asks for, what is still blank, and the law with what was read of it."""

from collections.abc import Iterator

from schakel.showing.handover.request.book import Field, Law, kinds, laws
from schakel.showing.handover.request.document import Block, Code, Points, Said, Section, Sheet, exact
from schakel.showing.handover.request.drafting import Drafting
from schakel.showing.handover.request.fields import blanks_of, fields_of

_PLATFORM = "telegram-"  # what the platform itself says


def form_section(drafting: Drafting) -> Section:
    """Which form this is, which others there are, and every field with its value or its blank."""
    return Section(drafting.say["title-form"], tuple(_form(drafting)))


def blanks_section(drafting: Drafting) -> Section:
    """All blanks in a row."""
    lines = tuple(drafting.blank(one.what) for one in blanks_of(drafting))
    return Section(drafting.say["title-blanks"], (drafting.said_of("blanks", len(lines)), Points(lines)))


def law_section(drafting: Drafting) -> Section:
    """The law and statements that the draft rests on, where they stand, and what a lawyer must check."""
    language = drafting.language
    rows = tuple(
        (
            one.called(language),
            one.says(language),
            Code(exact(one.where)),
            one.checked,
            drafting.say[f"read-{one.read}"],
        )
        for one in law_of(drafting)
    )
    heads = drafting.heads("law", "says", "where", "checked", "read")
    return Section(drafting.say["title-law"], (drafting.said("law-caution"), Sheet(heads, rows)))


def law_of(drafting: Drafting) -> list[Law]:
    """The law of the form, of its fields and of the data asked, each once."""
    form = drafting.form
    names = [*form.law, form.term, *(one.law for one in form.field)]
    names += [form.orderer(name, drafting.language)[1] for name in drafting.data]
    return [laws()[name] for name in dict.fromkeys(names) if name]


def _asked_by(drafting: Drafting, field: Field) -> str:
    """The law that asks for a field, and whether it is still to be checked."""
    law = laws()[field.law]
    doubt = "" if law.read == "text" else f" ({drafting.say[f'read-{law.read}']})"
    return f"{law.called(drafting.language)}: {field.at}{doubt}"


def _form(drafting: Drafting) -> Iterator[Block]:
    language, form = drafting.language, drafting.form
    yield drafting.said("form", form=form.called(language), kind=drafting.kind.called(language))
    others = [
        kinds().form[name].called(language) for name in drafting.kind.forms if name != drafting.form_name
    ]
    yield drafting.said("other-forms", forms="; ".join(others))
    if form.term:
        yield drafting.said("term", says=laws()[form.term].says(language))
    for name in form.law:
        if name.startswith(_PLATFORM):
            yield drafting.said("platform", says=laws()[name].says(language), checked=laws()[name].checked)
    rows = tuple(
        (
            one.field.called(language),
            _asked_by(drafting, one.field),
            drafting.blank(one.field.called(language)) if one.value is None else one.value,
        )
        for one in fields_of(drafting)
    )
    yield Sheet(drafting.heads("field", "asked-by", "value"), rows)
    yield Points(
        tuple(
            Said(
                "{what}: {mark}", {"what": one.called(language), "mark": drafting.blank(one.called(language))}
            )
            for one in kinds().blank
        )
    )
