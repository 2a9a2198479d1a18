"""Asks for the ground before names are opened or collected data come in; a refusal is written in the ledger too."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from schakel.collecting.captures import COLLECTION
from schakel.custody.ledger import Ledger
from schakel.records.chat_names import plain_chat
from schakel.records.errors import SettingsError, SourceError
from schakel.records.grounds import Ground, Use
from schakel.showing.seller_file import scope_of
from schakel.store.engine import Engine
from schakel.store.settings import read_settings
from schakel.store.workspace import Workspace

if TYPE_CHECKING:
    from schakel.store.casebook.casework import Casework


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks: with which tables and casebook, in whose ledger, and from where (program and machine)."""

    workspace: Workspace
    engine: Engine
    ledger: Ledger
    casework: Callable[[], "Casework"]
    at: str


def permit_names(
    asking: Asking, subject: str, authorisation: str, why: str, case_id: str | None = None
) -> None:
    """Nothing, if names and contacts of a seller, lead or message may be opened; else SettingsError in words.

    Opening identity leads in a case always asks for a ground; elsewhere it does once the workspace keeps grounds or
    people.
    """
    desk = asking.casework()
    try:
        if not authorisation and case_id is None and not _strict(asking, desk):
            return
        chats, goods, seller = scope_of(asking.engine, subject)
        _use(asking, desk, authorisation, Use("identify", chats, goods, seller), (why, case_id))
    finally:
        desk.close()


def permit_identity(
    asking: Asking, subject: str, authorisation: str, why: str, case_id: str | None = None
) -> None:
    """Nothing, if identity leads of a seller may be opened; else SettingsError in words. Without a ground they never are.

    The yes is an act in the casebook's chain (`use-identify`), the no a line `refused` in the ledger.
    """
    desk = asking.casework()
    try:
        chats, goods, seller = scope_of(asking.engine, subject)
        _use(asking, desk, authorisation, Use("identify", chats, goods, seller), (why, case_id))
    finally:
        desk.close()


def asks_for_ground(asking: Asking) -> bool:
    """Whether this workspace keeps grounds or people, so that names are handed out on a ground only."""
    desk = asking.casework()
    try:
        return _strict(asking, desk)
    finally:
        desk.close()


def permit_hand_over(asking: Asking, subject: str, authorisation: str, why: str) -> Ground | None:
    """The ground on which the file of a lead may be handed to others, names open; SettingsError in words if there is none.

    It must allow both handing over (`export`) and opening names (`identify`). None where none is named and the workspace keeps
    neither grounds nor people; once it does, nothing is handed over without one.
    """
    desk = asking.casework()
    try:
        if not authorisation and not _strict(asking, desk):
            return None
        chats, goods, seller = scope_of(asking.engine, subject)
        _use(asking, desk, authorisation, Use("export", chats, goods, seller), (why, None))
        return _use(asking, desk, authorisation, Use("identify", chats, goods, seller), (why, None))
    finally:
        desk.close()


def permit_everything(asking: Asking, authorisation: str, why: str) -> None:
    """Nothing, if names and contacts of the whole workspace may be opened; else SettingsError in words.

    Only a ground without bounds of chats, goods or sellers covers that: one that covers a part does not cover the rest.
    """
    desk = asking.casework()
    try:
        _use(asking, desk, authorisation, Use("identify"), (why, None))
    finally:
        desk.close()


def permit_outline(asking: Asking, why: str) -> None:
    """Nothing, if data with pseudonyms may be handed out; else SettingsError in words.

    Where the workspace keeps grounds or people, what leaves it leaves it for a purpose.
    """
    if not why.strip() and asks_for_ground(asking):
        raise SettingsError(
            "Data leave this workspace for a purpose only: it keeps people or grounds.",
            means="Nothing was written.",
            todo='Add what it is for, for example: --why "network analysis, case 12"',
        )


def permit_collection(asking: Asking, chats: Sequence[str], authorisation: str, why: str) -> Ground:
    """The ground on which these chats may be collected now; SettingsError in words if there is none.

    Nothing is collected without one, whatever else the workspace keeps.
    """
    desk = asking.casework()
    try:
        if not authorisation:
            raise _refused_collection(asking, why)
        use = Use("collect", _as_in_scope(desk, authorisation, chats))
        return _use(asking, desk, authorisation, use, (why, None))
    finally:
        desk.close()


def permit_account(asking: Asking, authorisation: str, why: str) -> Ground:
    """The ground on which an account may be logged in, out or looked at, whatever chats it covers; SettingsError if there is none."""
    desk = asking.casework()
    try:
        if not authorisation:
            raise _refused_collection(asking, why)
        own = [
            chat
            for ground in desk.grounds()
            if ground.ground_id == authorisation
            for chat in ground.scope.chats
        ]
        return _use(asking, desk, authorisation, Use("collect", frozenset(own)), (why, None))
    finally:
        desk.close()


def permit_import(asking: Asking, sources: Sequence[Path], authorisation: str) -> None:
    """Nothing, if the sources may come in; else SettingsError in words.

    What a collector brought always asks for a ground that covers every chat it took. Exports that were handed in ask
    for one where the workspace says so, and a ground that is named must be in the casebook and in force.
    """
    collected = [marker for source in sources for marker in markers(source)]
    if not (collected or authorisation or _required(asking)):
        return  # so the casebook, which takes a quarter of a second to load, is not opened
    desk = asking.casework()
    try:
        if collected:
            taken = [chat for marker in collected for chat in _chats(marker)]
            use = Use("collect", _as_in_scope(desk, authorisation, taken))
            _use(asking, desk, authorisation, use, ("", None))
        else:
            _use(asking, desk, authorisation, Use("import"), ("", None))
    finally:
        desk.close()


def _refused_collection(asking: Asking, why: str) -> SettingsError:
    refusal = SettingsError(
        "Nothing is collected without a written authorisation.",
        means="Nothing was asked for.",
        todo="Write one down with schakel authorise add ID --acts collect --chats NAME,NAME (its help shows the rest), and "
        "name it with --authorisation ID.",
    )
    asking.ledger.add(
        "refused",
        inputs={"act": "collect", "seller": None, "authorisation": ""},
        outputs={"because": refusal.happened},
        settings={"why": why, "at": asking.at},
    )
    return refusal


def _as_in_scope(desk: "Casework", authorisation: str, chats: Sequence[str]) -> frozenset[str]:
    """The chats, each as the ground writes it: @Markt, markt and t.me/markt are one name at Telegram."""
    scopes = [ground.scope.chats for ground in desk.grounds() if ground.ground_id == authorisation]
    written = {plain_chat(chat): chat for scope in scopes for chat in scope}
    return frozenset(
        chat if any(chat in scope for scope in scopes) else written.get(plain_chat(chat), chat)
        for chat in chats
    )


def _use(
    asking: Asking, desk: "Casework", authorisation: str, use: Use, reason: tuple[str, str | None]
) -> Ground:
    why, case_id = reason
    try:
        if not authorisation:
            raise SettingsError(
                f"This needs an authorisation: {_WORDS[use.act]}.",
                means="Nothing was done or shown.",
                todo="Add --authorisation ID; schakel authorise list shows those in force.",
            )
        return desk.use_ground(authorisation, use, why, case_id)
    except SettingsError as refusal:
        asking.ledger.add(
            "refused",
            inputs={"act": use.act, "seller": use.seller, "authorisation": authorisation},
            outputs={"because": refusal.happened},
            settings={"why": why, "at": asking.at},
        )
        raise


_WORDS = {
    "identify": "opening names and contacts",
    "collect": "taking in what a collector brought",
    "import": "taking in an export",
    "export": "handing a file to others",
}


def _strict(asking: Asking, desk: "Casework") -> bool:
    return _required(asking) or bool(desk.everybody() or desk.grounds())


def _required(asking: Asking) -> bool:
    return read_settings(asking.workspace.settings).grounds == "required"


def markers(source: Path) -> list[Path]:
    """What a collector put into or beside a source, to tell which chats it took; empty for exports that were handed in."""
    if source.is_dir():
        return sorted([*source.glob(COLLECTION), *source.glob(f"*/{COLLECTION}")])
    beside = source.parent / COLLECTION
    return [beside] if beside.is_file() else []


def _chats(marker: Path) -> list[str]:
    try:
        chats = json.loads(marker.read_bytes())["chats"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(
            f"{marker.name} does not say which chats were collected.",
            means="Without that nobody can tell whether the authorisation covers them, so nothing was taken in.",
            todo='It must be JSON such as {"chats": ["marktplein", "-1001234567890"]}.',
        ) from error
    return [str(chat) for chat in chats]
