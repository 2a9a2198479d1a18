"""`schakel show`: one seller, lead, message, campaign, network, chat or account on the screen, with reasons. Every look is logged."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from schakel.records.errors import UsageError
from schakel.records.facts import Verdict
from schakel.showing.campaign_file import campaign_file
from schakel.showing.cli.between import between as between_accounts
from schakel.showing.cli.between import print_between
from schakel.showing.cli.campaign_page import as_record, print_campaign
from schakel.showing.cli.identity_page import print_identity, with_identity
from schakel.showing.cli.pages import Names, print_findings, print_lead, print_message, print_seller
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    looking,
    origin,
)
from schakel.showing.cli.verdicts import counts_from
from schakel.showing.cli.whole_commands import in_words
from schakel.showing.hidden_names import shown_words, without_names
from schakel.showing.known_names import known_names
from schakel.showing.permits import permit_names
from schakel.showing.printable import one_line
from schakel.showing.pseudonyms import true_id
from schakel.showing.reading_reasons import reading_reasons
from schakel.showing.seller_file import (
    SellerFile,
    findings_of,
    hidden_templates,
    lead_row,
    message_file,
    seller_file,
    seller_of_account,
)
from schakel.showing.uncounted import uncounted

_Subject = Annotated[
    str,
    typer.Argument(
        help="Id of a seller (s_), lead (l_), message (m_), campaign (k_), network (n_), chat (c_) or account (a_), "
        "or what stands for it in an export (a_x...), or the number at Telegram of an account of a seller."
    ),
]
_NamesShown = Annotated[
    bool, typer.Option("--names", help="Show names and selectors in full; needs --why, and is logged.")
]
_Why = Annotated[str, typer.Option("--why", help="Why the names are needed.")]
_Authorisation = Annotated[
    str,
    typer.Option("--authorisation", help="The ground on which names are shown, where one is required."),
]
_Between = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--between",
        help="Of a seller: two of its accounts (a_). Shows the chain of evidence from one to the other.",
        metavar="ACCOUNT ACCOUNT",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Puts `show` on the command line."""
    app.command(
        "show",
        epilog="Example: schakel show l_0f3a... -w case1, or schakel show s_7c1e... --between a_12ab... a_9f04... -w case1 "
        "(ids of schakel plan, and of what show itself tells)",
    )(show)


def show(
    subject: _Subject,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    names: _NamesShown = False,
    why: _Why = "",
    authorisation: _Authorisation = "",
    between: _Between = None,
    as_json: JsonOption = False,
) -> None:
    """One file on the screen: who, what, how sure, and on which messages it rests. Names are hidden by default."""
    _refuse_what_cannot_be_asked(subject, why, between, names=names)
    with looking(workspace) as session:
        session.must("leads")
        asked = _asked(session, subject)
        found = _gather(session, asked.subject, Names(names), between)
        if names:
            permit_names(session.asking(), asked.subject, authorisation, why)
        opened = names and bool(authorisation)  # a ground that is named was asked just now
        settings = {"names": names, "why": why, "at": origin(), "authorisation": authorisation}
        inputs = asked.led | {"subject": asked.subject}
        session.ledger.add("show", inputs=inputs, settings=settings | {"identity": opened})
        if as_json:
            found |= asked.led
            shown = with_identity(_without_names(found) if not names else found, opened=opened)
            sys.stdout.write(json.dumps(shown, default=str, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write("".join(f"{line}\n" for line in asked.said))
            _print(session, asked.subject, Names(names), between, opened=opened)


def _refuse_what_cannot_be_asked(
    subject: str, why: str, between: tuple[str, str] | None, *, names: bool
) -> None:
    if names and not why.strip():
        raise UsageError(
            "Names are shown for a reason only.",
            means="Nothing was shown.",
            todo='Add it, for example: --names --why "identification, lead l_0f3a..."',
        )
    if between and not subject.startswith("s_"):
        raise UsageError(
            "A chain of evidence leads from one account of a seller to another.",
            means="Nothing was shown.",
            todo="Name the seller: schakel show s_... --between a_... a_...",
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whom a file is about, what led there (a pseudonym, an account), and the same in sentences."""

    subject: str
    led: dict[str, str]
    said: tuple[str, ...]


def _asked(session: Session, written: str) -> _Asked:
    member = true_id(session.workspace, session.engine, written)
    subject = seller_of_account(session.engine, member)
    led, said = dict[str, str](), list[str]()
    if member != written:
        led |= {"pseudonym": written, "subject": member}
        said.append(f"{written} is {member} here.")
    if subject != member:
        led |= {"account": member}
        said.append(f"{member} is an account of the seller {subject}.")
    return _Asked(subject, led, tuple(said))


def _gather(
    session: Session, subject: str, names: Names, pair: tuple[str, str] | None = None
) -> dict[str, object]:
    if subject.startswith("k_"):
        return as_record(campaign_file(session.engine, subject, names=names.shown), names)
    if subject.startswith("s_"):
        file = seller_file(session.engine, subject)
        if pair:
            return {"seller_id": subject} | between_accounts(session.engine, file, *pair)
        return {
            "seller_id": subject,
            "members": file.members,
            "items": file.items,
            "campaigns": file.campaigns,
            "findings": file.findings,
            "links": file.links,
            "identity_leads": file.identity,
            "verdicts_not_counted": [asdict(row) for row in newer_verdicts(session, file)],
        }
    if subject.startswith("l_"):
        lead = lead_row(session.engine, subject)
        return {"lead": lead} | _gather(session, lead["seller_id"], names)
    if subject.startswith(_FINDINGS_ONLY):
        return {"subject": subject, "findings": findings_of(session.engine, subject)}
    message = message_file(session.engine, subject)
    return {
        "message": message.message,
        "readings": [
            row | {"reasons": [*reading_reasons(row).of_act, *reading_reasons(row).of_goods]}
            for row in message.readings
        ],
        "items": message.items,
        "in_context": message.in_context,
    }


def _print(
    session: Session, subject: str, names: Names, pair: tuple[str, str] | None, *, opened: bool
) -> None:
    console = Console(highlight=False, markup=False)
    if pair:
        file = seller_file(session.engine, subject)
        print_between(console, between_accounts(session.engine, file, *pair), names)
    elif subject.startswith("l_"):
        lead = lead_row(session.engine, subject)
        print_lead(console, lead, names)
        file = seller_file(session.engine, lead["seller_id"])
        _print_seller(session, console, file, names, opened=opened)
    elif subject.startswith("s_"):
        file = seller_file(session.engine, subject)
        _print_seller(session, console, file, names, opened=opened)
    elif subject.startswith("k_"):
        print_campaign(console, campaign_file(session.engine, subject, names=names.shown), names)
    elif subject.startswith(_FINDINGS_ONLY):
        print_findings(console, subject, findings_of(session.engine, subject))
    else:
        known = Names(names.shown, known_names(session.engine))
        print_message(console, message_file(session.engine, subject), known)


def _print_seller(
    session: Session, console: Console, file: SellerFile, names: Names, *, opened: bool
) -> None:
    _print_newer(console, newer_verdicts(session, file))
    hidden = {} if names.shown else hidden_templates(session.engine, file.campaigns)
    print_seller(console, file, names, hidden)
    print_identity(console, file.identity, opened=opened)


def newer_verdicts(session: Session, file: SellerFile) -> list[Verdict]:
    """The verdicts on a seller and its accounts that the tables do not count yet."""
    book = session.casebook()
    try:
        rows = book.all_verdicts()
    finally:
        book.close()
    return uncounted(session.workspace, rows, [file.seller_id, *(row["member_id"] for row in file.members)])


def _print_newer(console: Console, rows: Sequence[Verdict]) -> None:
    for row in rows:
        about = row.subject if row.other is None else f"{row.subject} and {row.other}"
        said = f"verdict {row.undoes} was taken back" if row.undoes is not None else row.answer
        told = f"{row.by} said of {about} on {row.at[:10]}: {said}. What follows does not count it yet. "
        in_words(console, Text(one_line(told + counts_from(row.other), 400), "bold"))


_FINDINGS_ONLY = (
    "n_",
    "c_",
    "a_",
)  # of networks, chats and accounts what was concluded is all there is to show
_WORDS = {"words", "words_en", "words_nl"}  # the sentence of a finding
_NAME_KEYS = {
    "name",
    "account_name",
    "account_tg_id",
    "author",
    "text",
    "template",
    "forwarded_from",
    "forwarded_from_id",
    "entities",
    "extra",
    "via_bot",
}


def _without_names(value: object) -> object:
    """The record without the fields that name people or quote them; selectors keep their kind only, reasons no names."""
    if isinstance(value, list):
        return [_without_names(part) for part in value]
    if isinstance(value, dict):
        kept = {key: _without_names(part) for key, part in value.items() if key not in _NAME_KEYS}
        if kept.get("member_kind") == "selector":
            kept["member_id"] = str(kept["member_id"]).split(":", 1)[0] + ":hidden"
        if kept.get("rule") and kept.get("detail"):
            kept["detail"] = without_names(str(kept["rule"]), str(kept["detail"]))
        for words in _WORDS & kept.keys():
            kept[words] = shown_words(str(kept.get("kind")), str(kept[words])) if kept[words] else None
        return kept
    return value
