"""`schakel case identity`: opens the identity leads of a case, on a ground and for a reason."""

import json
import sys
from typing import Annotated

import typer
from rich.console import Console

from schakel.records.errors import SettingsError
from schakel.showing.cli.casebook_door import WhyOption, at_work, in_ledger
from schakel.showing.cli.cases import CaseArgument, app
from schakel.showing.cli.identity_page import print_identity
from schakel.showing.cli.pages import Names, print_seller
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption
from schakel.showing.permits import permit_names
from schakel.showing.seller_file import seller_file

_Authorisation = Annotated[str, typer.Option("--authorisation", help="The ground on which it is opened.")]


@app.command(
    "identity",
    epilog='Example: schakel case identity k_5f0c... --authorisation A-12 --why "who is it" -w case1 (k_...: of schakel case list)',
)
def identity(
    case: CaseArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: _Authorisation = "",
    why: WhyOption = "",
    as_json: JsonOption = False,
) -> None:
    """The names, contacts and identity leads of the seller of a case. Outside the scope of the authorisation it is refused. Your reason stands in the ledger for good."""
    if not why.strip():
        raise SettingsError(
            "Identity leads are opened for a reason only.", means="Nothing was shown.", todo='Add --why "..."'
        )
    with at_work(workspace) as (session, desk):
        seller = desk.file(case).case.seller_id
        permit_names(session.asking(), seller, authorisation, why, case)
        file = seller_file(session.engine, seller)
        in_ledger(
            session,
            desk,
            "case-identity",
            {"case": case, "subject": seller, "authorisation": authorisation},
            why,
        )
        if as_json:
            answer = {
                "case_id": case,
                "seller_id": seller,
                "members": file.members,
                "identity_leads": file.identity,
            }
            sys.stdout.write(json.dumps(answer, default=str, ensure_ascii=False) + "\n")
        else:
            console = Console(highlight=False, markup=False)
            print_seller(console, file, Names(True))
            print_identity(console, file.identity, opened=True)
