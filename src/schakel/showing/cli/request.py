"""`schakel request`: the draft of a legal request, with exact ids, times and ground. Nothing is sent, nobody is contacted."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from schakel.records.counted import counted
from schakel.records.errors import UsageError
from schakel.showing.cli.handing_out import HandingOut
from schakel.showing.cli.outside import must_be_outside
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    looking,
    origin,
)
from schakel.showing.handover.handing import Add, handing
from schakel.showing.handover.request.book import LANGUAGES, data_of, form_of, kinds
from schakel.showing.handover.request.document import Document
from schakel.showing.handover.request.draft import digest_of, document_of, record_of
from schakel.showing.handover.request.drafting import Drafting
from schakel.showing.handover.request.facts import facts_of
from schakel.showing.handover.request.fields import blanks_of
from schakel.showing.handover.request.ground import permit_request
from schakel.showing.handover.request.markdown import as_markdown
from schakel.showing.handover.request.writing import content_for, must_fit, put
from schakel.showing.pseudonyms import pseudonyms_of

_DRAFT = HandingOut(
    "A request is drafted on a lead.",
    "A request is drafted on an authorisation for a reason only.",
    "Nothing was drafted or shown.",
    "secure before it is gone",
)


def add_to(app: typer.Typer) -> None:
    """Puts `request` on the command line."""
    app.command(
        "request",
        epilog='Example: schakel request l_0f3a... --kind preservation --authorisation A-12 --why "secure before it is gone" '
        "-o request.md -w case1 (l_...: a lead of schakel plan)",
    )(request)


Lead = Annotated[str, typer.Argument(help="Id of the lead (l_).", show_default=False)]
KindOption = Annotated[
    str, typer.Option("--kind", help="preservation, production, dsa-order or mla.", show_default=False)
]
Authorisation = Annotated[str, typer.Option("--authorisation", help="The ground on which it is drafted.")]
Why = Annotated[str, typer.Option("--why", help="Why it is drafted; stands in the ledger.")]
FormOption = Annotated[
    str,
    typer.Option(
        "--form",
        help="Form in law: epoc-pr, sv-126ni, budapest; epoc, sv; article-9, article-10; eio, treaty. "
        "Left out: the first of the kind.",
    ),
]
Data = Annotated[
    str,
    typer.Option(
        "--data",
        help="What is asked: subscriber,identify,traffic,content. Left out: what the form usually asks.",
    ),
]
Language = Annotated[str, typer.Option("--language", help="nl or en.")]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--out", help="Write the draft here: .md, .html or .pdf. Left out: on the screen."),
]


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be drafted: kind, form, data and language; on which ground, why, and where it is to be put."""

    lead: str
    kind: str
    form: str
    data: tuple[str, ...]
    language: str
    authorisation: str
    why: str
    out: Path | None


def request(
    lead: Lead,
    kind: KindOption,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: Authorisation = "",
    why: Why = "",
    form: FormOption = "",
    data: Data = "",
    language: Language = "nl",
    out: Out = None,
    as_json: JsonOption = False,
) -> None:
    """Drafts a legal request on a lead: ids, times, acts, ground and proportionality; blanks for a person. Nothing is sent."""
    form, asked = _checked(lead, kind, form, data, language)
    if authorisation:
        _DRAFT.must_say(why)
    if out is not None:
        must_fit(out)
    order = _Order(lead, kind, form, asked, language, authorisation, why, out)
    with looking(workspace) as session:
        session.must("leads")
        if out is not None:
            must_be_outside(out, session.workspace, "Nothing was drafted")
        drafting = _drafting(session, order)
        document = document_of(drafting)
        digest = _handed_out(session, drafting, document, order)
    _tell(drafting, document, digest, out, as_json=as_json)


def _drafting(session: Session, order: _Order) -> Drafting:
    ground = permit_request(session.asking(), order.lead, order.kind, order.authorisation, order.why)
    pseudonyms = pseudonyms_of(session.workspace, session.ledger)
    facts = facts_of(session.engine, order.lead, kinds().timers, pseudonyms)
    return Drafting(facts, order.kind, order.form, order.data, ground, order.language)


def _handed_out(session: Session, drafting: Drafting, document: Document, order: _Order) -> str:
    """The digest of the draft, once the ledger holds who is handed what, and the draft stands where it was asked for."""
    content = None if order.out is None else content_for(document, order.out)
    with handing(session.ledger, order.out or Path("screen")) as add:
        digest = _in_ledger(add, drafting, document, order.why, order.out)
        if order.out is not None and content is not None:
            put(content, order.out)
    return digest


def _checked(lead: str, kind: str, form: str, data: str, language: str) -> tuple[str, tuple[str, ...]]:
    _DRAFT.must_be_lead(lead)
    if language not in LANGUAGES:
        raise UsageError(f'There is no draft in "{language[:20]}".', todo="Languages are: nl, en.")
    chosen = form_of(kind, form)
    asked = data_of(chosen, data)
    return chosen, asked


def _in_ledger(add: Add, drafting: Drafting, document: Document, why: str, out: Path | None) -> str:
    """The digest of the draft, once the ledger holds who is handed what."""
    digest = digest_of(document)
    add(
        "request",
        inputs={
            "lead": drafting.facts.lead["lead_id"],
            "subject": drafting.facts.seller.seller_id,
            "kind": drafting.kind_name,
            "form": drafting.form_name,
            "data": list(drafting.data),
            "authorisation": drafting.ground.ground_id if drafting.ground else "",
        },
        outputs={
            "sha256": digest,
            "accounts": len(drafting.facts.accounts),
            "messages": len(drafting.facts.acts),
            "blanks": len(blanks_of(drafting)),
        },
        settings={
            "why": why,
            "at": origin(),
            "names": True,
            "identity": False,
            "language": drafting.language,
            "to": "screen" if out is None else out.suffix.lower(),
        },
    )
    return digest


def _tell(drafting: Drafting, document: Document, digest: str, out: Path | None, *, as_json: bool) -> None:
    if as_json:
        record = record_of(drafting) | {"sha256": digest, "written": None if out is None else str(out)}
        sys.stdout.write(json.dumps(record, ensure_ascii=True, allow_nan=False) + "\n")
    elif out is None:
        sys.stdout.write(as_markdown(document))
    else:
        blanks = counted(len(blanks_of(drafting)), "blank")
        sys.stdout.write(f"Written: {out}\nA draft with {blanks} to fill in. Nothing was sent.\n")
