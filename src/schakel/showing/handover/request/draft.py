"""A whole draft: for people as a document, for machines as a record."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

import msgspec

from schakel.records.grounds import Ground
from schakel.showing.handover.request.about_form import blanks_section, form_section, law_of, law_section
from schakel.showing.handover.request.about_whom import accounts_section, acts_section, data_section
from schakel.showing.handover.request.about_why import (
    ground_section,
    proportionality_section,
    urgency_section,
)
from schakel.showing.handover.request.document import Code, Document, Section, Sheet, exact
from schakel.showing.handover.request.drafting import Drafting
from schakel.showing.handover.request.facts import Account, Act, Chat, Seen
from schakel.showing.handover.request.fields import Filled, blanks_of, fields_of
from schakel.showing.handover.request.markdown import as_markdown
from schakel.showing.handover.request.periods import Asked, asked_of, in_utc

Record = dict[str, Any]


def document_of(drafting: Drafting) -> Document:
    """The draft; the same facts give the same document, which bears no date."""
    language = drafting.language
    title = drafting.say["title"].format(form=drafting.form.called(language))
    notice = drafting.said("notice", lead=Code(drafting.facts.lead["lead_id"]))
    parts = [
        form_section(drafting),
        accounts_section(drafting),
        data_section(drafting),
        acts_section(drafting),
        ground_section(drafting),
        proportionality_section(drafting),
        urgency_section(drafting),
        blanks_section(drafting),
        law_section(drafting),
        _sources(drafting),
    ]
    return Document(language, title, notice, tuple(parts))


def digest_of(document: Document) -> str:
    """The sha256 of the draft as Markdown: by it the ledger knows which draft was handed out, whatever format it got."""
    return sha256(as_markdown(document).encode()).hexdigest()


def record_of(drafting: Drafting) -> Record:
    """The draft for machines: exact ids, times and links, every mandatory field, every blank."""
    facts = drafting.facts
    return {
        "draft": True,
        "lead_id": facts.lead["lead_id"],
        "seller_id": facts.seller.seller_id,
        "kind": drafting.kind_name,
        "form": drafting.form_name,
        "language": drafting.language,
        "authorisation": _authorisation(drafting.ground),
        "accounts": list(map(_account, facts.accounts)),
        "contacts": _seen(facts.contacts),
        "chats": list(map(_chat, facts.chats)),
        "data": list(map(_asked, asked_of(facts, drafting.data))),
        "messages": list(map(_message, facts.acts)),
        "fields": [_field(one, drafting.language) for one in fields_of(drafting)],
        "blanks": [{"id": one.id, "what": one.what} for one in blanks_of(drafting)],
        "law": [msgspec.to_builtins(one) for one in law_of(drafting)],
    }


def _account(one: Account) -> Record:
    own = {name: getattr(one, name) for name in ("account_id", "number", "kind", "flags")}
    seen = {"names": _seen(one.names), "usernames": _seen(one.usernames)}
    return own | {"offers": one.acts, "first": in_utc(one.first_act), "last": in_utc(one.last_act)} | seen


def _chat(one: Chat) -> Record:
    own = {name: getattr(one, name) for name in ("chat_id", "number", "kind", "title", "missing")}
    return own | {"usernames": _seen(one.usernames), "offers": one.acts, "timer_set": in_utc(one.timer_set)}


def _asked(one: Asked) -> Record:
    days = {"from": in_utc(one.first), "until": in_utc(one.last), "pad_days": one.pad}
    return {"account_id": one.account_id, "category": one.category} | days


def _message(one: Act) -> Record:
    names = ("message_id", "chat_id", "account_id", "number", "link", "media", "media_sha256", "place")
    own = {name: getattr(one, name) for name in names}
    return own | {"sent_at": in_utc(one.sent_at), "edited_at": in_utc(one.edited_at), "source": one.source_id}


def _field(one: Filled, language: str) -> Record:
    asked = {"id": one.field.id, "law": one.field.law, "at": one.field.at, "what": one.field.called(language)}
    return asked | {"filled": one.value is not None, "value": one.value}


def _authorisation(ground: Ground | None) -> Record | None:
    if ground is None:
        return None
    days = {"from": str(ground.valid_from), "until": str(ground.valid_until)}
    by = {"officer": ground.officer, "reference": ground.reference}
    return {"id": ground.ground_id, "basis": ground.basis, **by, "scope": asdict(ground.scope), **days}


def _sources(drafting: Drafting) -> Section:
    seals = tuple(dict.fromkeys(act.source_id for act in drafting.facts.acts))
    rows = tuple(
        (Code(exact(seal)), str(sum(act.source_id == seal for act in drafting.facts.acts))) for seal in seals
    )
    return Section(
        drafting.say["title-sources"],
        (drafting.said("sources"), Sheet(drafting.heads("sha256", "offers"), rows)),
    )


def _seen(all_seen: Sequence[Seen]) -> list[dict[str, str]]:
    return [
        {"value": one.value, "first": in_utc(one.first), "last": in_utc(one.last), "where": one.where}
        for one in all_seen
    ]
